import PolicyLexicons
import PolicyText

/// Words that are looked up at one place of a text, where a number has been found.
///
/// Sorted edges in one array: a step is a binary search among the few scalars that may follow.
struct WordTrie: Sendable {
  private struct Node {
    var firstEdge: Int32 = 0
    var edgeCount: Int32 = 0
    var word: Int32 = -1
  }

  /// The scalars that words begin with (read backward: end with): most places are passed by on them.
  private var starts = ScalarSet()
  private var nodes: [Node] = []
  private var edgeScalars: [UInt32] = []
  private var edgeTargets: [Int32] = []

  /// The words, folded as texts are; a word is found by its index.
  ///
  /// Read `backward`, words are found by their last scalar first.
  init(_ words: [String], backward: Bool = false) {
    var children: [[UInt32: Int]] = [[:]]
    var wordAt: [Int32] = [-1]
    for (index, word) in words.enumerated() {
      let folds = word.unicodeScalars.map { folded($0) }
      if let start = backward ? folds.last : folds.first { starts.insert(start) }
      let scalars = folds.map(\.value)
      var node = 0
      for scalar in backward ? scalars.reversed() : scalars {
        if let next = children[node][scalar] {
          node = next
        } else {
          children.append([:])
          wordAt.append(-1)
          children[node][scalar] = children.count - 1
          node = children.count - 1
        }
      }
      wordAt[node] = Int32(index)
    }
    for (index, edges) in children.enumerated() {
      nodes.append(
        Node(
          firstEdge: Int32(edgeScalars.count), edgeCount: Int32(edges.count), word: wordAt[index]))
      for (scalar, target) in edges.sorted(by: { $0.key < $1.key }) {
        edgeScalars.append(scalar)
        edgeTargets.append(Int32(target))
      }
    }
  }

  private func child(of node: Int, _ scalar: UInt32) -> Int? {
    var low = Int(nodes[node].firstEdge)
    var high = low + Int(nodes[node].edgeCount)
    while low < high {
      let middle = (low + high) / 2
      if edgeScalars[middle] < scalar { low = middle + 1 } else { high = middle }
    }
    let end = Int(nodes[node].firstEdge + nodes[node].edgeCount)
    return low < end && edgeScalars[low] == scalar ? Int(edgeTargets[low]) : nil
  }

  /// The longest word that begins at an offset, and the offset after it.
  func longest(in scalars: [Unicode.Scalar], from start: Int, to limit: Int) -> (
    word: Int, end: Int
  )? {
    guard start < limit, starts.contains(scalars[start]) else { return nil }
    var node = 0
    var offset = start
    var found: (word: Int, end: Int)?
    while offset < limit, let next = child(of: node, scalars[offset].value) {
      node = next
      offset += 1
      if nodes[node].word >= 0 { found = (Int(nodes[node].word), offset) }
    }
    return found
  }

  /// The longest word that ends before an offset, and the offset of its first scalar; for words that
  /// are read backward.
  func longest(in scalars: [Unicode.Scalar], endingAt end: Int, from limit: Int) -> (
    word: Int, start: Int
  )? {
    guard end > limit, starts.contains(scalars[end - 1]) else { return nil }
    var node = 0
    var offset = end
    var found: (word: Int, start: Int)?
    while offset > limit, let next = child(of: node, scalars[offset - 1].value) {
      node = next
      offset -= 1
      if nodes[node].word >= 0 { found = (Int(nodes[node].word), offset) }
    }
    return found
  }
}
