internal import PolicyAnalysis
internal import PolicyStructure
internal import PolicyText

/// Finds the words that gold records quote, in the reading text of a document.
struct QuoteFinder {
  private let indexByID: [String: Int]
  /// For each node its own words without white space, and where each scalar stands.
  private var ownWords: [Int: (scalars: [Unicode.Scalar], offsets: [Int])] = [:]

  init(_ document: AnalyzedDocument, reading: ReadingText) {
    indexByID = Dictionary(
      zip(document.nodeIDs, document.nodeIDs.indices), uniquingKeysWith: { first, _ in first })
    for block in document.document.blocks {
      for offset in block.range where !reading.scalars[offset].properties.isWhitespace {
        ownWords[block.node, default: ([], [])].scalars.append(reading.scalars[offset])
        ownWords[block.node]?.offsets.append(offset)
      }
    }
  }

  /// The index of the node with an id.
  func node(_ id: String) -> Int? { indexByID[id] }

  /// Where the `nth` occurrence of some words stands in a node's own words.
  func range(of quote: String, nth: Int, in node: Int) -> Range<Int>? {
    guard let own = ownWords[node] else { return nil }
    let sought = squeezed(quote)
    guard !sought.isEmpty, own.scalars.count >= sought.count else { return nil }
    var seen = 0
    for start in 0...(own.scalars.count - sought.count)
    where own.scalars[start..<start + sought.count].elementsEqual(sought) {
      seen += 1
      if seen == nth {
        return own.offsets[start]..<own.offsets[start + sought.count - 1] + 1
      }
    }
    return nil
  }
}
