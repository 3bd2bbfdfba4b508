import PolicyExtraction
import PolicyStructure

/// 空列举: a unit that introduces something by a colon, after which nothing follows before the next unit
/// of its rank.
struct EmptyLists: ReviewRule {
  func findings(in draft: Draft) -> [Finding] {
    let nodes = draft.context.document.nodes
    return nodes.indices.compactMap { index in
      let node = nodes[index]
      guard introduces(node, in: draft), node.subtreeEnd == index + 1, node.tail == nil,
        !isBlank(node.text, in: draft), !isFollowed(index, in: nodes)
      else { return nil }
      return Finding(
        .listEmpty, "冒号之后没有列举任何内容。请核对是否漏排。",
        node: index, range: node.text.upperBound - 1..<node.text.upperBound)
    }
  }

  /// The longest name of a blank, in scalars.
  private static let longestBlank = 6

  /// 空白栏: the name of what is to be filled in or was left out, as in a form or a signature (联系电话：, 行长：,
  /// 单位负责人（签字）：); it lists nothing.
  private func isBlank(_ text: Range<Int>, in draft: Draft) -> Bool {
    let words = text.dropLast()
    guard let last = words.last else { return true }
    if draft.scalars[last] == "）" || draft.scalars[last] == "_" { return true }
    return words.count <= Self.longestBlank && draft.scalars[last] != "下"
  }

  private func introduces(_ node: Node, in draft: Draft) -> Bool {
    switch node.level {
    case .article, .paragraph, .item, .subitem, .heading:
      !node.text.isEmpty && draft.scalars[node.text.upperBound - 1] == "："
    default: false
    }
  }

  /// Whether what comes next in the text can be what a colon introduces: a paragraph, a list, a table.
  private func isFollowed(_ index: Int, in nodes: [Node]) -> Bool {
    guard index + 1 < nodes.count else { return false }
    let next = nodes[index + 1]
    // A list begins right behind the colon, or the body behind an opening that ends with one.
    if next.number?.values == [1] { return true }
    if nodes[index].parent.map({ nodes[$0].level }) == .preamble {
      return next.number != nil || next.level == .paragraph
    }
    switch next.level {
    case .table, .attachment: return true
    case .paragraph: return next.parent == nodes[index].parent
    case .heading where nodes[index].parent.map { nodes[$0].level == .preamble } ?? false:
      return true
    case .item, .subitem, .heading:
      // A sibling of the same style goes on with the list that the unit itself is in.
      return next.parent == nodes[index].parent
        && next.number?.style != nodes[index].number?.style
    default: return false
    }
  }
}
