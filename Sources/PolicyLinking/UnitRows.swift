import PolicyStructure

/// The units of a document that stand beside each other, in order: those of one level under one
/// parent, and all articles of one part of the document.
struct UnitRows {
  private struct Row {
    let level: NodeLevel
    /// The next row of the same scope; -1 for none.
    let next: Int32
    var count: Int32 = 0
    /// Where its members begin.
    var start: Int32 = 0
  }

  private var rows: [Row] = []
  /// For each scope its first row: the top and each parent, then each part of the document.
  private var heads: [Int32]
  /// For each node its row; -1 for none.
  private var rowOfNode: [Int32] = []
  /// For each node its place in its row.
  private var places: [Int32] = []
  /// The nodes, row by row.
  private var members: [Int32]

  /// The rows of a tree in preorder; `zones`: for each node the part that it stands in, from -1.
  init(_ nodes: [Node], zones: [Int32]) {
    heads = Array(repeating: -1, count: 2 * nodes.count + 2)
    members = Array(repeating: 0, count: nodes.count)
    rowOfNode.reserveCapacity(nodes.count)
    places.reserveCapacity(nodes.count)
    for index in nodes.indices {
      let level = nodes[index].level
      guard level.isUnit else {
        rowOfNode.append(-1)
        places.append(0)
        continue
      }
      let scope =
        level == .article
        ? nodes.count + 1 + Int(zones[index]) + 1 : (nodes[index].parent ?? -1) + 1
      var row = row(of: scope, level)
      if row < 0 {
        row = rows.count
        rows.append(Row(level: level, next: heads[scope]))
        heads[scope] = Int32(truncatingIfNeeded: row)
      }
      rowOfNode.append(Int32(truncatingIfNeeded: row))
      places.append(rows[row].count)
      rows[row].count += 1
    }
    var start: Int32 = 0
    for row in rows.indices {
      rows[row].start = start
      start += rows[row].count
    }
    for index in nodes.indices where rowOfNode[index] >= 0 {
      let place = rows[Int(rowOfNode[index])].start + places[index]
      members[Int(place)] = Int32(truncatingIfNeeded: index)
    }
  }

  private func row(of scope: Int, _ level: NodeLevel) -> Int {
    var row = Int(heads[scope])
    while row >= 0, rows[row].level != level { row = Int(rows[row].next) }
    return row
  }

  private func members(of row: Int) -> ArraySlice<Int32> {
    guard row >= 0 else { return [] }
    return members[Int(rows[row].start)..<Int(rows[row].start + rows[row].count)]
  }

  /// The nodes beside a node, of its level.
  func row(of node: Int) -> ArraySlice<Int32> { members(of: Int(rowOfNode[node])) }

  /// The place of a node in its row, from 0.
  func place(of node: Int) -> Int { Int(places[node]) }

  /// The children of a node of a level; articles stand in rows of their own.
  func children(of parent: Int, _ level: NodeLevel) -> ArraySlice<Int32> {
    members(of: row(of: parent + 1, level))
  }
}

/// Nodes by a hash of what is known of them; those of one hash in the order in which they were
/// entered, the last first.
struct NumberTable {
  private var heads: [Int32]
  private var next: [Int32]
  private let shift: Int

  /// A table for a number of nodes.
  init(count: Int) {
    var bits = 4
    while 1 << bits < count { bits += 1 }
    shift = UInt.bitWidth - bits
    heads = Array(repeating: -1, count: 1 << bits)
    next = Array(repeating: -1, count: count)
  }

  private func bucket(_ hash: UInt) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  mutating func enter(_ node: Int, hash: UInt) {
    let bucket = bucket(hash)
    next[node] = heads[bucket]
    heads[bucket] = Int32(truncatingIfNeeded: node)
  }

  /// The nodes of a hash that are what is sought.
  func entries(_ hash: UInt, where isSought: (Int) -> Bool) -> [Int] {
    var found: [Int] = []
    var node = Int(heads[bucket(hash)])
    while node >= 0 {
      if isSought(node) { found.append(node) }
      node = Int(next[node])
    }
    return found
  }
}
