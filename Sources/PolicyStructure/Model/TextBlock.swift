internal import PolicyText

/// A stretch of running words that belongs to one node: what sentences are sought in.
public struct TextBlock: Sendable {
  /// What part of its node a block is.
  public enum Role: Sendable, Equatable {
    /// The title of a unit.
    case heading
    /// The node's own words before its children.
    case body
    /// Words that close a list after the node's last child.
    case tail
    /// A cell of a table, by its place in the grid.
    case cell(row: Int, column: Int)
  }

  /// The index of the node in its document.
  public let node: Int
  /// The words, in the reading text.
  public let range: Range<Int>
  /// What part of its node they are.
  public let role: Role
}

extension PolicyDocument {
  /// The document's running words in the order of the text; none of them stands in two blocks.
  public var blocks: [TextBlock] {
    var blocks: [TextBlock] = []
    blocks.reserveCapacity(nodes.count + nodes.count / 2)
    var open: [Int] = []
    func close(before index: Int) {
      while let last = open.last, nodes[last].subtreeEnd <= index {
        open.removeLast()
        if let tail = nodes[last].tail {
          blocks.append(TextBlock(node: last, range: tail, role: .tail))
        }
      }
    }
    for (index, node) in nodes.enumerated() {
      close(before: index)
      open.append(index)
      if let heading = node.heading, !heading.isEmpty {
        blocks.append(TextBlock(node: index, range: heading, role: .heading))
      }
      if let table = node.table {
        append(table, of: index, to: &blocks)
      } else if !node.text.isEmpty {
        blocks.append(TextBlock(node: index, range: node.text, role: .body))
      }
    }
    close(before: Int.max)
    return blocks
  }

  private func append(_ table: TableGrid, of node: Int, to blocks: inout [TextBlock]) {
    let start = blocks.count
    var isCut = false
    for (row, cells) in table.rows.enumerated() {
      for cell in cells where !cell.isEmpty {
        isCut = isCut || !cell.continuations.isEmpty
        for piece in cell.pieces {
          blocks.append(
            TextBlock(node: node, range: piece, role: .cell(row: row, column: cell.column)))
        }
      }
    }
    // The pieces of a cell that was cut stand behind cells to its right.
    if isCut { blocks[start...].sort { $0.range.lowerBound < $1.range.lowerBound } }
  }
}
