public import PolicyText

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
  public let ids: PackedStrings
  /// For each node its place among its siblings of the same level, from 1.
  private let ordinals: [Int32]

  /// The ids of all nodes of a document, in time linear in their number.
  public init(_ document: PolicyDocument) {
    let nodes = document.nodes
    let articlesStartAtAnnex = Self.hasArticlesInSeveralParts(nodes)
    var ids = PackedStrings()
    ids.reserveCapacity(nodes.count, length: 20)
    var taken = TakenIDs(count: nodes.count)
    var counts = SiblingCounts()
    var ordinals: [Int32] = []
    ordinals.reserveCapacity(nodes.count)
    for index in nodes.indices {
      let count = counts.next(for: index, in: nodes)
      ordinals.append(Int32(truncatingIfNeeded: count.ofLevel))
      if let prefix = Self.prefix(of: index, in: nodes, annex: articlesStartAtAnnex) {
        ids.put(copyOf: prefix)
        ids.put("__")
      }
      Self.putPart(of: index, in: nodes, ordinal: count.withoutNumber, to: &ids)
      taken.settle(&ids)
      ids.end()
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

  /// Adds what a node itself adds to its id: `item_3`, `sec_1`, `signature`.
  private static func putPart(
    of index: Int, in nodes: [Node], ordinal: Int, to ids: inout PackedStrings
  ) {
    let level = nodes[index].level
    ids.put(level.idPrefix)
    if level.isNamedOnly { return }
    ids.put("_")
    guard let number = nodes[index].number, !number.parts.isEmpty else {
      if !level.isCounted { ids.put("u") }
      return ids.put(ordinal)
    }
    // Of 1.2.1 an id has what it adds to its parent's 1.2.
    var values = number.parts[...]
    if number.style == .decimal, let parent = nodes[index].parent,
      let outer = nodes[parent].number?.parts, outer.count < values.count,
      values.starts(with: outer)
    {
      values = values.dropFirst(outer.count)
    }
    for (place, value) in values.enumerated() {
      if place > 0 { ids.put("-") }
      ids.put(value)
    }
  }
}

/// The ids that are taken, found by a hash of their bytes (open addressing, at most half full).
private struct TakenIDs {
  /// For each place, the index of an id, counted from 1; 0 where there is none.
  private var places: [Int32]
  /// For each id, how many have wanted it.
  private var copies: [Int32]

  init(count: Int) {
    var size = 16
    while size < count * 2 { size *= 2 }
    places = Array(repeating: 0, count: size)
    copies = []
    copies.reserveCapacity(count)
  }

  /// Makes sure that the id that is being made is nobody else's, by a suffix if need be, and notes it.
  mutating func settle(_ ids: inout PackedStrings) {
    var place = self.place(of: ids)
    if places[place] != 0 {
      // The suffix goes up until the id is free: art_5_2 may stand in the text itself one day.
      let taken = Int(places[place]) - 1
      let end = ids.byteCount
      repeat {
        copies[taken] += 1
        ids.cut(to: end)
        ids.put("_")
        ids.put(Int(copies[taken]))
        place = self.place(of: ids)
      } while places[place] != 0
    }
    copies.append(1)
    places[place] = Int32(truncatingIfNeeded: copies.count)
  }

  /// The place of the id that is being made, or the free one where it would be noted.
  private func place(of ids: PackedStrings) -> Int {
    let sought = ids.unfinished
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in sought { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    var place = Int(truncatingIfNeeded: (hash ^ hash >> 32)) & (places.count - 1)
    while places[place] != 0,
      !ids.withUTF8(at: Int(places[place]) - 1, { $0.elementsEqual(sought) })
    {
      place = (place + 1) & (places.count - 1)
    }
    return place
  }
}

/// Counts the nodes among their siblings, level by level.
private struct SiblingCounts {
  /// A node counted among its siblings.
  struct Count {
    var ofLevel: Int32 = 0
    var withoutNumber: Int32 = 0
  }

  /// The node that is being read and its ancestors, outermost first; -1 is above them all.
  private var open = [-1]
  /// For each of these the counts of its children, one a level.
  private var counts = [Count](repeating: Count(), count: NodeLevel.levelCount)

  /// The counts of the next node of a tree in preorder.
  mutating func next(for index: Int, in nodes: [Node]) -> (ofLevel: Int, withoutNumber: Int) {
    let parent = nodes[index].parent ?? -1
    while let last = open.last, last != parent, last >= 0 {
      open.removeLast()
      counts.removeLast(NodeLevel.levelCount)
    }
    let place = (open.count - 1) * NodeLevel.levelCount + nodes[index].level.rank
    counts[place].ofLevel += 1
    if nodes[index].number?.parts.isEmpty ?? true { counts[place].withoutNumber += 1 }
    let count = counts[place]
    open.append(index)
    for _ in 0..<NodeLevel.levelCount { counts.append(Count()) }
    return (Int(count.ofLevel), Int(count.withoutNumber))
  }
}

extension NodeLevel {
  /// What the ids of a level begin with.
  var idPrefix: StaticString {
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
    case .preface: "preface"
    case .preamble: "preamble"
    case .toc: "toc"
    case .signature: "signature"
    case .note: "note"
    case .colophon: "colophon"
    }
  }

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
