public import PolicyLexicons
public import PolicyStructure
public import PolicyText

/// What every extractor reads: the words of one document, their units, and the terms found in them.
public struct ExtractionContext: Sendable {
  /// The words that all ranges count in.
  public let reading: ReadingText
  /// The document, with its tree and metadata.
  public let document: PolicyDocument
  /// The document's running words in the order of the text.
  public let blocks: [TextBlock]
  /// All terms of all lexicons in the blocks, sorted by start, the longer first; none crosses a
  /// block.
  public let hits: [TermHit]
  /// The lists that the hits point into.
  public let lexicons: Lexicons

  /// The terms of a document.
  ///
  /// `matcher`: built from the same lexicons; kept by the caller, since it serves all
  /// documents.
  public init(
    reading: ReadingText, document: PolicyDocument, lexicons: Lexicons, matcher: TermMatcher
  ) {
    self.reading = reading
    self.document = document
    self.lexicons = lexicons
    blocks = document.blocks
    var hits: [TermHit] = []
    hits.reserveCapacity(document.range.count / 2)
    for block in blocks {
      matcher.appendHits(in: reading.scalars, range: block.range, to: &hits)
    }
    self.hits = hits
  }

  /// The hits that start in a stretch of the reading text.
  public func hits(in range: Range<Int>) -> ArraySlice<TermHit> {
    let start = firstHit(from: range.lowerBound)
    var end = start
    while end < hits.count, hits[end].start < range.upperBound { end += 1 }
    return hits[start..<end]
  }

  /// The index of the first hit that starts at an offset or after it.
  public func firstHit(from offset: Int) -> Int {
    var low = 0
    var high = hits.count
    while low < high {
      let middle = (low + high) / 2
      if hits[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
