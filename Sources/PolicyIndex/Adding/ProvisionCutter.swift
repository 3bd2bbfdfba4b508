internal import PolicyAnalysis
internal import PolicyStructure

/// 条文单元: cuts a document into what is found by its words.
///
/// An article is one provision, with its paragraphs and items. Elsewhere a heading with its own words
/// and the paragraphs under it is one, up to the next heading below it; so is each paragraph, table or
/// note that stands under none. Title block, contents, signature and colophon are no provisions: the
/// library knows them as title, issuers and dates.
struct ProvisionCutter {
  /// A provision: the node that it is cited by, and its words in the reading text.
  struct Piece {
    let node: Int
    let range: Range<Int>
  }

  private(set) var pieces: [Piece] = []
  /// For each node, the index of the provision that its words are in; -1 for none.
  private(set) var pieceOfNode: [Int]

  init(_ document: PolicyDocument) {
    let nodes = document.nodes
    pieceOfNode = Array(repeating: -1, count: nodes.count)
    var index = 0
    while index < nodes.count {
      let node = nodes[index]
      switch node.level {
      case .preface, .toc, .signature, .colophon:
        index = node.subtreeEnd
      case .article, .paragraph, .item, .subitem, .preamble, .note, .table:
        add(index, node.range, nodes: index..<node.subtreeEnd)
        index = node.subtreeEnd
      case .heading:
        let end = endOfOwnWords(of: index, in: nodes)
        let last = end < node.subtreeEnd ? nodes[end].range.lowerBound : node.range.upperBound
        add(index, node.range.lowerBound..<max(last, node.range.lowerBound), nodes: index..<end)
        if end < node.subtreeEnd, let tail = node.tail { addTail(index, tail) }
        index = end
      case .part, .subpart, .chapter, .section, .attachment:
        if !node.text.isEmpty { add(index, node.text, nodes: index..<index + 1) }
        index += 1
      }
    }
  }

  /// The first node below a heading that is a heading itself or holds other parts.
  private func endOfOwnWords(of heading: Int, in nodes: [Node]) -> Int {
    var index = heading + 1
    while index < nodes[heading].subtreeEnd {
      switch nodes[index].level {
      case .paragraph, .item, .subitem, .note: index = nodes[index].subtreeEnd
      default: return index
      }
    }
    return index
  }

  private mutating func add(_ node: Int, _ range: Range<Int>, nodes: Range<Int>) {
    guard !range.isEmpty else { return }
    for index in nodes { pieceOfNode[index] = pieces.count }
    pieces.append(Piece(node: node, range: range))
  }

  private mutating func addTail(_ node: Int, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    pieces.append(Piece(node: node, range: range))
  }
}
