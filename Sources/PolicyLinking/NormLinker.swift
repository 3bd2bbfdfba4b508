public import PolicyExtraction
public import PolicyStructure
public import PolicyText

/// Ties norms to what limits them: quantities and references in their words, and the parties of a
/// 责任单位 line that covers them.
public struct NormLinker: Sendable {
  /// How many norms before a place are asked whether they hold it: a sentence has few, and a text of
  /// one sentence stays linear.
  private static let reach = 16

  /// A linker; it has no settings.
  public init() {}

  /// The norms of a document with their quantities and references, as indices, and with the bearers
  /// that assignments name where the text of the norm names none.
  public func link(
    _ norms: [Norm], quantities: [Quantity], references: [Reference], assignments: [Assignment],
    document: PolicyDocument, reading: ReadingText
  ) -> [Norm] {
    var norms = norms
    for index in norms.indices {
      norms[index].quantities = []
      norms[index].references = []
    }
    tie(quantities.map(\.range), to: &norms, at: \.quantities)
    tie(references.map(\.range), to: &norms, at: \.references)
    assign(assignments, to: &norms, document: document, reading: reading)
    return norms
  }

  /// Gives each range to the norm that holds it; of several to the one that begins last.
  private func tie(
    _ ranges: [Range<Int>], to norms: inout [Norm], at path: WritableKeyPath<Norm, [Int]>
  ) {
    var next = 0
    for (index, range) in ranges.enumerated() {
      while next < norms.count, norms[next].range.lowerBound <= range.lowerBound { next += 1 }
      for candidate in stride(from: next - 1, through: max(0, next - Self.reach), by: -1)
      where range.upperBound <= norms[candidate].range.upperBound {
        norms[candidate][keyPath: path].append(index)
        break
      }
    }
  }

  /// Gives the parties of a line or bracket to the directives of the nodes that it covers.
  private func assign(
    _ assignments: [Assignment], to norms: inout [Norm], document: PolicyDocument,
    reading: ReadingText
  ) {
    var covering = [Int?](repeating: nil, count: document.nodes.count)
    for (index, assignment) in assignments.enumerated() where isStatement(assignment, reading) {
      for node in assignment.scope { covering[node] = index }
    }
    // A node without an assignment of its own has that of its parent; parents come first.
    for (index, node) in document.nodes.enumerated() where covering[index] == nil {
      covering[index] = node.parent.flatMap { covering[$0] }
    }
    var tables: [Int: TableTasks] = [:]
    for (node, stated) in Dictionary(grouping: assignments, by: \.node) {
      if let table = document.nodes[node].table { tables[node] = TableTasks(table, stated) }
    }
    for index in norms.indices
    where norms[index].bearers.isEmpty && norms[index].isSubjectOpen
      && norms[index].modality == .obligation
    {
      let parties: [Party]
      if let table = tables[norms[index].node] {
        parties = table.parties(of: norms[index].range)
      } else {
        guard let assignment = covering[norms[index].node] else { continue }
        parties = assignments[assignment].parties
      }
      norms[index].bearers = parties.map { party in
        Bearer(
          range: party.range, entity: party.entity, origin: .assignment,
          role: Bearer.Role(party.role))
      }
    }
  }

  /// Whether an assignment is a line (责任单位：…) or a bracket (（…负责）): a sentence (由…牵头) names the
  /// subject of its own norm only.
  private func isStatement(_ assignment: Assignment, _ reading: ReadingText) -> Bool {
    let range = assignment.range
    guard let first = range.first else { return false }
    if reading.scalars[first] == "（" || first > 0 && reading.scalars[first - 1] == "（" {
      return true
    }
    let names = assignment.parties.map(\.range.lowerBound).min() ?? range.upperBound
    return reading.scalars[first..<max(first, names)].contains("：")
  }
}

extension Bearer.Role {
  /// The part that a party of an assignment plays in a norm.
  fileprivate init(_ role: Party.Role) {
    self =
      switch role {
      case .lead: .lead
      case .participant: .participant
      case .responsible: .responsible
      case .supervisor: .supervisor
      }
  }
}
