import PolicyText

extension TreeBuilder {
  /// The tree as nodes in reading order, each parent before its children.
  func nodes() -> [Node] {
    var nodes: [Node] = []
    nodes.reserveCapacity(drafts.count)
    /// What is still to be done: a draft to enter, or a node whose children are all done.
    enum Step {
      case enter(draft: Int, parent: Int?)
      case leave(node: Int, draft: Int)
    }
    var steps: [Step] = roots.reversed().map { .enter(draft: $0, parent: nil) }
    var ends: [Int] = []
    while let step = steps.popLast() {
      switch step {
      case .enter(let index, let parent):
        let draft = drafts[index]
        let node = nodes.count
        let end = max(
          draft.text.upperBound, draft.heading?.upperBound ?? 0,
          draft.number?.range.upperBound ?? 0,
          draft.end, draft.tail?.upperBound ?? 0)
        ends.append(end)
        nodes.append(
          Node(
            level: draft.level, depth: draft.depth, number: draft.number, heading: draft.heading,
            range: draft.start..<max(draft.start, end), text: draft.text, tail: draft.tail,
            table: draft.table, parent: parent, subtreeEnd: node + 1))
        steps.append(.leave(node: node, draft: index))
        for child in draft.children.reversed() {
          steps.append(.enter(draft: child, parent: node))
        }
      case .leave(let node, _):
        if let parent = nodes[node].parent { ends[parent] = max(ends[parent], ends[node]) }
        let start = nodes[node].range.lowerBound
        nodes[node].range = start..<max(start, ends[node])
        nodes[node].subtreeEnd = nodes.count
      }
    }
    return nodes
  }
}
