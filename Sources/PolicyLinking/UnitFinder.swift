import PolicyExtraction
import PolicyStructure

/// Follows the steps of a reference through a document's tree.
struct UnitFinder {
  let document: PolicyDocument
  let index: UnitIndex

  private var nodes: [Node] { document.nodes }

  init(_ document: PolicyDocument) {
    self.document = document
    index = UnitIndex(document)
  }

  /// The nodes that a path leads to, all of a range; none where the document has no such unit.
  ///
  /// `base`: the unit that the path starts from, `nil` for the place of the mention.
  func nodes(at path: UnitPath, from base: Int?, mention: ReferenceMention) -> [Int] {
    let first = nodes(at: path.steps, from: base, mention: mention)
    guard let through = path.through else { return first }
    let last = nodes(at: through, from: base, mention: mention)
    guard let start = first.first, let end = last.first, start <= end else { return [] }
    let row = index.row(of: start)
    let from = index.place(of: start)
    let to = index.place(of: end)
    guard from < row.count, to < row.count, from <= to, row[from] == start, row[to] == end else {
      return [start, end]
    }
    return Array(row[from...to])
  }

  private func nodes(at steps: [UnitStep], from base: Int?, mention: ReferenceMention) -> [Int] {
    guard let first = steps.first else { return [] }
    var found = base.map { descend(from: $0, first) } ?? begin(first, at: mention.node)
    for step in steps.dropFirst() {
      found = found.flatMap { descend(from: $0, step) }
    }
    return found
  }

  // MARK: From the place of the mention

  private func begin(_ step: UnitStep, at node: Int) -> [Int] {
    let zone = index.zone(of: node)
    switch step.unit {
    case .part, .subpart, .chapter, .section:
      return nearest(index.units(step.unit.level, step.values, zone: zone), to: node)
    case .division: return headings(step.values, zone: zone)
    case .article:
      return articles(step.values, zone: zone, depth: step.isBracketed ? 2 : 1)
    case .paragraph, .item, .subitem:
      var current: Int? = node
      while let base = current {
        let found = descend(from: base, step)
        if !found.isEmpty, found != [base] { return found }
        // An article is whole: what it does not have is not looked for outside.
        if nodes[base].level == .article { return found }
        current = nodes[base].parent
      }
      // Official documents number their points through; 第（五）项 may stand anywhere.
      return index.units(.heading, step.values, zone: zone).filter { nodes[$0].depth == 2 }
    }
  }

  /// Articles of a number; where a document has none, the headings that 第三条 or 第（三）条 means.
  private func articles(_ values: [Int], zone: Int, depth: Int = 1) -> [Int] {
    let found = index.units(.article, values, zone: zone)
    if !found.isEmpty { return found }
    if zone >= 0, !index.hasArticles(in: zone) { return articles(values, zone: -1, depth: depth) }
    if index.hasArticles(in: zone) { return [] }
    return index.units(.heading, values, zone: zone).filter { nodes[$0].depth == depth }
  }

  /// 一、 and its like: what 第一条 and 第一部分 mean in a document without articles.
  private func headings(_ values: [Int], zone: Int) -> [Int] {
    index.units(.heading, values, zone: zone).filter { nodes[$0].depth == 1 }
  }

  /// Where numbers restart, those in the same unit as the mention.
  private func nearest(_ candidates: [Int], to node: Int) -> [Int] {
    guard candidates.count > 1 else { return candidates }
    var current: Int? = node
    while let ancestor = current {
      let within = candidates.filter { nodes[$0].parent == nodes[ancestor].parent }
      if !within.isEmpty { return within }
      current = nodes[ancestor].parent
    }
    return candidates
  }

  // MARK: From a unit

  private func descend(from node: Int, _ step: UnitStep) -> [Int] {
    let level = nodes[node].level
    switch step.unit {
    case .part, .subpart, .chapter, .section:
      return index.children(of: node, step.unit.level, step.values)
    case .division: return []
    case .article: return index.units(.article, step.values, zone: index.zone(of: node))
    case .paragraph: return paragraphs(of: node, level, step.values)
    case .item, .subitem:
      let found = index.children(of: node, step.unit.level, step.values)
      if !found.isEmpty { return found }
      if level == .heading { return index.children(of: node, .heading, step.values) }
      guard level == .article else { return [] }
      return index.children(of: node, .paragraph)
        .flatMap { index.children(of: $0, step.unit.level, step.values) }
    }
  }

  private func paragraphs(of node: Int, _ level: NodeLevel, _ values: [Int]) -> [Int] {
    if level == .heading {
      let points = index.children(of: node, .heading, values)
      if !points.isEmpty { return points }
    }
    let found = index.children(of: node, .paragraph, values)
    if !found.isEmpty || level != .article { return found }
    guard index.children(of: node, .paragraph).isEmpty else { return [] }
    // An article of one paragraph is its first; words that close its list count as the second.
    let count = nodes[node].tail == nil ? 1 : 2
    return values.count == 1 && (1...count).contains(values[0]) ? [node] : []
  }
}

extension ReferenceUnit {
  /// The level of nodes that a unit is.
  var level: NodeLevel {
    switch self {
    case .part: .part
    case .subpart: .subpart
    case .chapter: .chapter
    case .section: .section
    case .division: .heading
    case .article: .article
    case .paragraph: .paragraph
    case .item: .item
    case .subitem: .subitem
    }
  }
}
