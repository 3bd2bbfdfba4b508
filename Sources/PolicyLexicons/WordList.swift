/// Words of a list to be looked for at a known place: what begins here, what ends here.
///
/// For the few places that a grammar asks about; what is sought all over a text goes into the
/// ``TermMatcher``.
public struct WordList: Sendable {
  /// A word that stands at the place asked about.
  public struct Match: Sendable {
    /// Where it stands.
    public let range: Range<Int>
    /// The row of the word in its list.
    public let row: Int

    @usableFromInline
    init(range: Range<Int>, row: Int) {
      self.range = range
      self.row = row
    }
  }

  @usableFromInline let beginnings: ScalarTrie
  @usableFromInline let endings: ScalarTrie

  /// The words of a list's first column, folded as texts are.
  public init(_ lexicon: Lexicon) {
    self.init(FoldedWords(lexicon))
  }

  /// Words whose rows are their places in the array; of equal words the first counts.
  public init(_ words: [String]) {
    self.init(FoldedWords(words))
  }

  private init(_ words: FoldedWords) {
    beginnings = ScalarTrie(words, read: .forward)
    endings = ScalarTrie(words, read: .backward)
  }

  /// Whether there is no word.
  public var isEmpty: Bool { beginnings.isEmpty }

  /// Whether a word may begin with a scalar: quickly said, and seldom said of one that none does.
  @inlinable @inline(__always)
  public func mayBegin(with scalar: Unicode.Scalar) -> Bool { beginnings.mayBegin(scalar) }

  /// Whether any word begins with a scalar.
  public func begins(with scalar: Unicode.Scalar) -> Bool {
    beginnings.mayBegin(scalar) && beginnings.step(from: ScalarTrie.root, by: scalar) != nil
  }

  /// The longest word that begins at an offset and ends before the limit.
  @inlinable @inline(__always)
  public func longest(
    in scalars: [Unicode.Scalar], from start: Int, to limit: Int
  ) -> Match? {
    guard let found = beginnings.longest(in: scalars, from: start, to: limit) else { return nil }
    return Match(range: start..<found.end, row: found.word)
  }

  /// The longest word that ends at an offset (which is not part of it) and begins at the limit or
  /// after it.
  @inlinable @inline(__always)
  public func longest(
    in scalars: [Unicode.Scalar], endingAt end: Int, from limit: Int
  ) -> Match? {
    guard let found = endings.longest(in: scalars, endingAt: end, from: limit) else { return nil }
    return Match(range: found.start..<end, row: found.word)
  }
}
