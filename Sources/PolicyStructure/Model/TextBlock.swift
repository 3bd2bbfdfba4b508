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
    /// A cell of a table.
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
      if node.level == .table {
        for (row, cells) in node.rows.enumerated() {
          for (column, cell) in cells.enumerated() where !cell.range.isEmpty {
            blocks.append(
              TextBlock(node: index, range: cell.range, role: .cell(row: row, column: column)))
          }
        }
      } else if !node.text.isEmpty {
        blocks.append(TextBlock(node: index, range: node.text, role: .body))
      }
    }
    close(before: Int.max)
    return blocks
  }
}
