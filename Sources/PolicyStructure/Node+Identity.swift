/// 编号: the ids by which the nodes of a document are addressed, as in `art_5__para_2__item_3`.
///
/// Within an article an id starts at the article, since article numbers run through a whole
/// document; elsewhere it is built from the ancestors (`chp_2__sec_1`, `att_1__head_3`). A unit takes
/// its own number, 第十七条之一 is `art_17-1`; what has no number (款, 表) is counted among its siblings.
/// Where annexes have articles beside those of the main text, theirs start at the annex
/// (`att_1__art_2`). An id that is taken already gets `_2`, `_3` … in the order of the text.
///
/// Source: `definitions`, Structure, `id`.
public struct NodeIdentity: Sendable {
  /// The ids, by the index of the node.
  public let ids: [String]
  /// For each node its place among its siblings of the same level, from 1.
  private let ordinals: [Int32]

  /// The ids of all nodes of a document, in time linear in their number.
  public init(_ document: PolicyDocument) {
    let nodes = document.nodes
    let articlesStartAtAnnex = Self.hasArticlesInSeveralParts(nodes)
    var ids: [String] = []
    ids.reserveCapacity(nodes.count)
    var taken: [String: Int] = Dictionary(minimumCapacity: nodes.count)
    var counts = SiblingCounts()
    var ordinals: [Int32] = []
    ordinals.reserveCapacity(nodes.count)
    for (index, node) in nodes.enumerated() {
      let count = counts.next(for: node)
      ordinals.append(Int32(truncatingIfNeeded: count.ofLevel))
      let part = Self.part(of: index, in: nodes, ordinal: count.withoutNumber)
      var id = part
      if let prefix = Self.prefix(of: index, in: nodes, annex: articlesStartAtAnnex) {
        id = ids[prefix] + "__" + part
      }
      if let last = taken[id] {
        // The suffix goes up until the id is free: art_5_2 may stand in the text itself one day.
        var copy = last + 1
        while taken["\(id)_\(copy)"] != nil { copy += 1 }
        taken[id] = copy
        id += "_\(copy)"
      }
      taken[id] = 1
      ids.append(id)
    }
    self.ids = ids
    self.ordinals = ordinals
  }

  /// The id of the node at an index.
  public subscript(index: Int) -> String { ids[index] }

  /// The place of a node among its siblings of the same level, from 1: 2 for 第二款.
  public func ordinal(of index: Int) -> Int { Int(ordinals[index]) }

  /// The index of the node with an id.
  ///
  /// Linear; for one question, as a user asks it.
  public func index(of id: String) -> Int? { ids.firstIndex(of: id) }

  /// The ancestor whose id begins the id of a node.
  private static func prefix(of index: Int, in nodes: [Node], annex: Bool) -> Int? {
    guard nodes[index].level == .article else { return nodes[index].parent }
    guard annex else { return nil }
    var ancestor = nodes[index].parent
    while let candidate = ancestor, nodes[candidate].level != .attachment {
      ancestor = nodes[candidate].parent
    }
    return ancestor
  }

  /// Whether articles stand in more than one part: the main text and an annex, or two annexes.
  private static func hasArticlesInSeveralParts(_ nodes: [Node]) -> Bool {
    var annexEnd = 0
    var part = -1
    var found: Int?
    for (index, node) in nodes.enumerated() {
      if index >= annexEnd { part = -1 }
      if node.level == .attachment, part < 0 {
        part = index
        annexEnd = node.subtreeEnd
      }
      guard node.level == .article else { continue }
      if let found, found != part { return true }
      found = part
    }
    return false
  }

  /// What a node itself adds to its id: `item_3`, `sec_1`, `signature`.
  private static func part(of index: Int, in nodes: [Node], ordinal: Int) -> String {
    let node = nodes[index]
    let level = node.level
    if level.isNamedOnly { return level.idPrefix }
    guard let number = node.number, !number.values.isEmpty else {
      return level.isCounted ? "\(level.idPrefix)_\(ordinal)" : "\(level.idPrefix)_u\(ordinal)"
    }
    return level.idPrefix + "_" + Self.value(of: number, under: node.parent.map { nodes[$0] })
  }

  /// The number within an id: 17-1, and of 1.2.1 what it adds to its parent's 1.2.
  private static func value(of number: UnitNumber, under parent: Node?) -> String {
    var values = number.values[...]
    if number.style == .decimal, let outer = parent?.number?.values, outer.count < values.count,
      values.starts(with: outer)
    {
      values = values.dropFirst(outer.count)
    }
    return values.map(String.init).joined(separator: "-")
  }
}

/// Counts the nodes among their siblings, level by level.
private struct SiblingCounts {
  /// A node counted among its siblings.
  struct Count {
    var ofLevel = 0
    var withoutNumber = 0
  }

  /// For each node the counts of its children, one a level; the top comes last.
  private var counts: [Int: Count] = [:]

  mutating func next(for node: Node) -> Count {
    let key = (node.parent ?? -1) * NodeLevel.levelCount + node.level.rank
    var count = counts[key] ?? Count()
    count.ofLevel += 1
    if node.number?.values.isEmpty ?? true { count.withoutNumber += 1 }
    counts[key] = count
    return count
  }
}

extension NodeLevel {
  /// What the ids of a level begin with.
  var idPrefix: String {
    switch self {
    case .part: "part"
    case .subpart: "subpart"
    case .chapter: "chp"
    case .section: "sec"
    case .article: "art"
    case .paragraph: "para"
    case .item: "item"
    case .subitem: "subitem"
    case .heading: "head"
    case .attachment: "att"
    case .table: "table"
    case .preface, .preamble, .toc, .signature, .note, .colophon: rawValue
    }
  }

  /// The place of a level among the levels.
  fileprivate var rank: Int {
    switch self {
    case .part: 0
    case .subpart: 1
    case .chapter: 2
    case .section: 3
    case .article: 4
    case .paragraph: 5
    case .item: 6
    case .subitem: 7
    case .heading: 8
    case .preface: 9
    case .preamble: 10
    case .toc: 11
    case .table: 12
    case .attachment: 13
    case .signature: 14
    case .note: 15
    case .colophon: 16
    }
  }

  /// How many levels there are.
  fileprivate static let levelCount = 17

  /// Whether a level stands once as a rule, so that its name is its id.
  fileprivate var isNamedOnly: Bool {
    switch self {
    case .preface, .preamble, .toc, .signature, .note, .colophon: true
    default: false
    }
  }

  /// Whether a level has no numbers as a rule, so that its place among its siblings counts.
  fileprivate var isCounted: Bool {
    switch self {
    case .paragraph, .table, .attachment: true
    default: false
    }
  }
}
