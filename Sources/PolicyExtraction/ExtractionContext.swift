public import PolicyLexicons
public import PolicyStructure
public import PolicyText

/// What every extractor reads: the words of one document, their units, and the terms found in them.
///
/// A class, so that the many readers of a document share it without counting its arrays.
public final class ExtractionContext: Sendable {
  /// The words that all ranges count in.
  public let reading: ReadingText
  /// The document, with its tree and metadata.
  public let document: PolicyDocument
  /// The document's running words in the order of the text.
  public let blocks: [TextBlock]
  /// The terms that names are made of, and the markers beside names, sorted by start, the longer
  /// first; no hit crosses a block.
  public let nameHits: [TermHit]
  /// The terms that norms are recognised by.
  public let normHits: [TermHit]
  /// Names of laws and markers of assignments: few, and looked for by themselves.
  public let otherHits: [TermHit]
  /// The lists that the hits point into.
  public let lexicons: Lexicons

  /// The terms of a document.
  ///
  /// `matcher`: made by ``matcher(_:)`` of the same lexicons; kept by the caller, since it serves all
  /// documents.
  public init(
    reading: ReadingText, document: PolicyDocument, lexicons: Lexicons, matcher: TermMatcher
  ) {
    self.reading = reading
    self.document = document
    self.lexicons = lexicons
    blocks = document.blocks
    var hits = GroupedHits(reservedFor: document.range.count)
    for block in blocks {
      matcher.appendHits(in: reading.scalars, range: block.range, to: &hits)
    }
    nameHits = hits.first
    normHits = hits.second
    otherHits = hits.third
  }

  /// The matcher that contexts are made with: it sorts the terms by who reads them. (With another one
  /// each reader meets more hits, and passes by those of lists that it does not read.)
  public static func matcher(_ lexicons: Lexicons) -> TermMatcher {
    TermMatcher(lexicons) { list in
      switch list {
      case .organs, .functions, .ranks, .regions, .nameHeads, .departmentHeads, .categories,
        .posts, .notNames:
        .first
      case .modality: [.first, .second]
      case .assignmentMarkers: [.first, .third]
      case .falseFriends, .sanctionVerbs, .sanctionObjects, .clauseWords, .normVerbs,
        .bearerHeads:
        .second
      case .lawNames: .third
      default: []
      }
    }
  }

  /// The index of the first hit of ``nameHits`` that starts at an offset or after it.
  public func firstNameHit(from offset: Int) -> Int {
    Self.firstHit(of: nameHits, from: offset)
  }

  /// The hits of ``otherHits`` that start in a stretch of the reading text.
  public func otherHits(in range: Range<Int>) -> ArraySlice<TermHit> {
    let start = Self.firstHit(of: otherHits, from: range.lowerBound)
    var end = start
    while end < otherHits.count, otherHits[end].start < range.upperBound { end += 1 }
    return otherHits[start..<end]
  }

  private static func firstHit(of hits: [TermHit], from offset: Int) -> Int {
    var low = 0
    var high = hits.count
    while low < high {
      let middle = (low + high) / 2
      if hits[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
