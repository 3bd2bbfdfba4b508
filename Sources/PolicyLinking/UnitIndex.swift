import PolicyExtraction
import PolicyStructure

/// 条款索引: finds the units of a document by their numbers.
///
/// Built once for a document, linear in its nodes; a look-up takes constant time, so that a document
/// full of references stays linear.
struct UnitIndex {
  private let nodes: [Node]
  /// For each node the annex that it stands in; -1 in the main text.
  private let zones: [Int32]
  /// The numbered units under each parent, and those of a whole part of the document.
  private var byParent: NumberTable
  private var byZone: NumberTable
  /// The units beside each other: of one level under one parent, of articles all in one part.
  private let rows: UnitRows
  /// The annexes in order.
  let annexes: [Int]
  private var zonesWithArticles: Set<Int> = []

  init(_ document: PolicyDocument) {
    nodes = document.nodes
    annexes = document.nodes.indices.filter { document.nodes[$0].level == .attachment }
    var zones: [Int32] = []
    zones.reserveCapacity(nodes.count)
    var zone = -1
    var zoneEnd = 0
    for index in nodes.indices {
      if index >= zoneEnd { zone = -1 }
      if nodes[index].level == .attachment, zone < 0 {
        zone = index
        zoneEnd = nodes[index].subtreeEnd
      }
      zones.append(Int32(truncatingIfNeeded: zone))
    }
    self.zones = zones
    rows = UnitRows(nodes, zones: zones)
    byParent = NumberTable(count: nodes.count)
    byZone = NumberTable(count: nodes.count)
    // From the end on, so that each chain of the tables is in the order of the text.
    for index in nodes.indices.reversed() { enter(index) }
  }

  private mutating func enter(_ index: Int) {
    let level = nodes[index].level
    guard level.isUnit else { return }
    if level == .article { zonesWithArticles.insert(Int(zones[index])) }
    // Paragraphs are counted: the row of a parent's paragraphs finds them by their places.
    guard level != .paragraph, let parts = nodes[index].number?.parts, !parts.isEmpty else {
      return
    }
    byParent.enter(index, hash: hash(nodes[index].parent ?? -1, level, parts))
    if level.rank < NodeLevel.paragraph.rank || level == .heading {
      byZone.enter(index, hash: hash(Int(zones[index]), level, parts))
    }
  }

  private func hash(_ scope: Int, _ level: NodeLevel, _ parts: some Sequence<Int>) -> UInt {
    var hash = UInt(bitPattern: scope &* 32 &+ level.rank)
    for part in parts { hash = (hash ^ UInt(bitPattern: part)) &* 0x9E37_79B9_7F4A_7C15 }
    return hash
  }

  /// The annex that a node stands in; -1 in the main text.
  func zone(of node: Int) -> Int { Int(zones[node]) }

  /// Whether a part of the document has articles.
  func hasArticles(in zone: Int) -> Bool { zonesWithArticles.contains(zone) }

  /// The units of a level and number anywhere in a part of the document.
  func units(_ level: NodeLevel, _ values: [Int], zone: Int) -> [Int] {
    byZone.entries(hash(zone, level, values)) {
      Int(zones[$0]) == zone && isUnit($0, level, values)
    }
  }

  /// The children of a node of a level and number; paragraphs are counted.
  func children(of parent: Int, _ level: NodeLevel, _ values: [Int]) -> [Int] {
    if level == .paragraph {
      let row = rows.children(of: parent, level)
      guard values.count == 1, values[0] >= 1, values[0] <= row.count else { return [] }
      return [Int(row[row.startIndex + values[0] - 1])]
    }
    return byParent.entries(hash(parent, level, values)) {
      nodes[$0].parent == parent && isUnit($0, level, values)
    }
  }

  private func isUnit(_ index: Int, _ level: NodeLevel, _ values: [Int]) -> Bool {
    guard nodes[index].level == level, let parts = nodes[index].number?.parts else { return false }
    return parts.elementsEqual(values)
  }

  /// The nodes beside a node, of its level, in order; of an article all articles of its part.
  func row(of node: Int) -> [Int] { rows.row(of: node).map { Int($0) } }

  /// The children of a node of a level.
  func children(of parent: Int, _ level: NodeLevel) -> [Int] {
    rows.children(of: parent, level).map { Int($0) }
  }

  /// The place of a node in its ``row(of:)``, from 0.
  func place(of node: Int) -> Int { rows.place(of: node) }

  /// The nearest of a node and its ancestors that is of one of some levels.
  func enclosing(_ node: Int, _ levels: NodeLevel...) -> Int? {
    var current: Int? = node
    while let index = current {
      if levels.contains(nodes[index].level) { return index }
      current = nodes[index].parent
    }
    return nil
  }
}
