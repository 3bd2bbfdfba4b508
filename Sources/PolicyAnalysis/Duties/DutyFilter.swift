public import PolicyExtraction
internal import PolicyStructure
internal import PolicyText

/// What a reader asks of a register of duties; what is left open takes everything.
public struct DutyFilter: Sendable {
  /// Only norms of these kinds.
  public var modalities: Set<Modality> = []
  /// Only norms whose words hold all of these.
  public var words: [String] = []
  /// Only norms that fall on this organ, or that it answers for.
  public var department: DepartmentQuery?

  /// A filter that takes everything.
  public init() {}

  /// Whether a norm is asked for.
  func takes(_ norm: Norm, of document: AnalyzedDocument, in reading: ReadingText) -> Bool {
    guard modalities.isEmpty || modalities.contains(norm.modality) else { return false }
    if !words.isEmpty {
      let text = reading.words(of: norm.range)
      guard words.allSatisfy(text.contains) else { return false }
    }
    guard let department else { return true }
    let named = norm.bearers.contains { bearer in
      bearer.entity.map { department.matches(document.entities[$0], in: reading) }
        ?? reading.words(of: bearer.range).contains(department.words)
    }
    return named || document.isAssigned(norm, to: department, in: reading)
  }
}

/// An organ as a reader calls it, found under its other names by its function.
public struct DepartmentQuery: Sendable {
  /// What the reader wrote.
  public let words: String
  /// The business of the organ, if it is known: 教育 for 教育部门.
  public let function: String?
  /// The level that the reader named: municipal for 市教育局.
  public let level: Entity.Level?

  /// Whether an entity is what is asked for: of the same function, at a level that fits; or of a name
  /// with the words in it.
  func matches(_ entity: Entity, in reading: ReadingText) -> Bool {
    if entity.canonical.contains(words) { return true }
    if let function, entity.function == function {
      return level == nil || entity.level == nil || level == entity.level
    }
    return entity.mentions.contains { reading.words(of: $0.range).contains(words) }
  }
}

extension AnalyzedDocument {
  /// Whether an assignment that covers a norm's node names an organ.
  fileprivate func isAssigned(
    _ norm: Norm, to department: DepartmentQuery, in reading: ReadingText
  ) -> Bool {
    assignments.contains { assignment in
      assignment.scope.contains { contains(norm.node, in: $0) }
        && assignment.parties.contains { department.matches(entities[$0.entity], in: reading) }
    }
  }

  /// Whether a node is another one or lies below it.
  private func contains(_ node: Int, in ancestor: Int) -> Bool {
    ancestor <= node && node < document.nodes[ancestor].subtreeEnd
  }
}
