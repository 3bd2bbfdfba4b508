import PolicyExtraction
import PolicyStructure

/// 条款索引: finds the units of a document by their numbers.
///
/// Built once for a document, linear in its nodes; a look-up takes constant time, so that a document
/// full of references stays linear.
struct UnitIndex {
  private struct Key: Hashable {
    /// A parent, or -1 - zone for units that are sought in a whole part of the document.
    var scope: Int
    /// The rank of the level.
    var level: Int
    var values: [Int]
  }

  /// The units of a level under one parent, or in one part of the document.
  private struct Row: Hashable {
    var scope: Int
    /// The rank of the level.
    var level: Int
  }

  private let nodes: [Node]
  /// For each node the annex that it stands in; -1 in the main text.
  private let zones: [Int32]
  private var found: [Key: [Int]] = [:]
  /// For each node its place among its siblings of the same level, from 0.
  private var ordinals: [Int32]
  /// The articles, items and paragraphs beside each other: parent and level to nodes in order.
  private var siblings: [Row: [Int]] = [:]
  /// The annexes in order.
  let annexes: [Int]
  private var zonesWithArticles: Set<Int> = []

  init(_ document: PolicyDocument) {
    nodes = document.nodes
    annexes = document.nodes.indices.filter { document.nodes[$0].level == .attachment }
    ordinals = Array(repeating: 0, count: nodes.count)
    var zones: [Int32] = []
    zones.reserveCapacity(nodes.count)
    var zone = -1
    var zoneEnd = 0
    for (index, node) in nodes.enumerated() {
      if index >= zoneEnd { zone = -1 }
      if node.level == .attachment, zone < 0 {
        zone = index
        zoneEnd = node.subtreeEnd
      }
      zones.append(Int32(truncatingIfNeeded: zone))
    }
    self.zones = zones
    for (index, node) in nodes.enumerated() { enter(node, at: index) }
  }

  private mutating func enter(_ node: Node, at index: Int) {
    let parent = node.parent ?? Int.min
    let zone = -1 - Int(zones[index]) - 1
    let level = node.level
    guard level.isUnit else { return }
    let row = Row(scope: level == .article ? zone : parent, level: level.rank)
    ordinals[index] = Int32(
      truncatingIfNeeded: Self.append(index, to: &siblings[row, default: []]))
    if level == .article { zonesWithArticles.insert(Int(zones[index])) }
    // Paragraphs are counted: the row of a parent's paragraphs finds them by their places.
    if level != .paragraph, let values = node.number?.values, !values.isEmpty {
      found[Key(scope: parent, level: level.rank, values: values), default: []].append(index)
      if level.rank < NodeLevel.paragraph.rank || level == .heading {
        found[Key(scope: zone, level: level.rank, values: values), default: []].append(index)
      }
    }
  }

  /// Appends a node to a row; gives its place in it.
  private static func append(_ index: Int, to row: inout [Int]) -> Int {
    row.append(index)
    return row.count - 1
  }

  /// The annex that a node stands in; -1 in the main text.
  func zone(of node: Int) -> Int { Int(zones[node]) }

  /// Whether a part of the document has articles.
  func hasArticles(in zone: Int) -> Bool { zonesWithArticles.contains(zone) }

  /// The units of a level and number anywhere in a part of the document.
  func units(_ level: NodeLevel, _ values: [Int], zone: Int) -> [Int] {
    found[Key(scope: -1 - zone - 1, level: level.rank, values: values)] ?? []
  }

  /// The children of a node of a level and number; paragraphs are counted.
  func children(of parent: Int, _ level: NodeLevel, _ values: [Int]) -> [Int] {
    if level == .paragraph {
      guard values.count == 1, let row = siblings[Row(scope: parent, level: level.rank)],
        row.indices.contains(values[0] &- 1)
      else { return [] }
      return [row[values[0] - 1]]
    }
    return found[Key(scope: parent, level: level.rank, values: values)] ?? []
  }

  /// The nodes beside a node, of its level, in order; of an article all articles of its part.
  func row(of node: Int) -> [Int] {
    let level = nodes[node].level
    let scope =
      level == .article ? -1 - Int(zones[node]) - 1 : nodes[node].parent ?? Int.min
    return siblings[Row(scope: scope, level: level.rank)] ?? []
  }

  /// The children of a node of a level.
  func children(of parent: Int, _ level: NodeLevel) -> [Int] {
    siblings[Row(scope: parent, level: level.rank)] ?? []
  }

  /// The place of a node in its ``row(of:)``, from 0.
  func place(of node: Int) -> Int { Int(ordinals[node]) }

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
