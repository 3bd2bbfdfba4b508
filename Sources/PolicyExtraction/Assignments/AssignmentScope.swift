import PolicyStructure

/// Which units an assignment covers.
///
/// A line 责任单位 at the end of a section covers the numbered units of that section above it, back to
/// the line before; a bracket covers the unit that it closes.
struct AssignmentScope {
  private let context: ExtractionContext
  private let statements: [AssignmentStatement]
  /// For each node, how many of the nodes before it have a line or bracket in their own text.
  private var statedBefore: [Int32]
  /// For each parent, how far its children have been looked through, and what was found there.
  private var progress: [Int: (child: Int, siblings: [Int])] = [:]

  init(context: ExtractionContext, statements: [AssignmentStatement]) {
    self.context = context
    self.statements = statements
    statedBefore = [Int32](repeating: 0, count: context.document.nodes.count + 1)
    for statement in statements { statedBefore[context.blocks[statement.block].node + 1] = 1 }
    for index in statedBefore.indices.dropFirst() {
      statedBefore[index] += statedBefore[index - 1]
    }
  }

  private func isStated(_ nodes: Range<Int>) -> Bool {
    statedBefore[nodes.upperBound] > statedBefore[nodes.lowerBound]
  }

  /// The units that a statement covers; to be asked in the order of the statements.
  mutating func nodes(of index: Int) -> [Int] {
    let statement = statements[index]
    let node = context.blocks[statement.block].node
    switch statement.form {
    case .cell: return [node]
    case .bracket: return [unit(closedBy: node)]
    case .line: return units(above: node)
    }
  }

  private var nodes: [Node] { context.document.nodes }

  /// The numbered unit that a paragraph closes, if nothing else in it is assigned.
  private func unit(closedBy node: Int) -> Int {
    guard nodes[node].number == nil, let parent = nodes[node].parent,
      nodes[parent].number != nil, nodes[parent].subtreeEnd == nodes[node].subtreeEnd
    else { return node }
    return isStated(parent..<node) ? node : parent
  }

  private mutating func units(above node: Int) -> [Int] {
    // The line may stand in the last numbered unit, in a paragraph under it, or beside it.
    var last = node
    if nodes[node].number == nil, let parent = nodes[node].parent {
      let siblings = numberedSiblings(before: node, parent: parent)
      if !siblings.isEmpty { return siblings }
      if nodes[parent].number != nil { last = parent } else { return [node] }
    }
    guard let parent = nodes[last].parent else { return [last] }
    return numberedSiblings(before: last, parent: parent) + [last]
  }

  /// The numbered children of a parent before a node, back to the one that has a line in it.
  private mutating func numberedSiblings(before node: Int, parent: Int) -> [Int] {
    var (child, siblings) = progress[parent] ?? (parent + 1, [])
    while child < node {
      let end = max(nodes[child].subtreeEnd, child + 1)
      if isStated(child..<end) {
        siblings.removeAll()
      } else if nodes[child].number != nil {
        siblings.append(child)
      }
      child = end
    }
    progress[parent] = (child, siblings)
    return siblings
  }
}
