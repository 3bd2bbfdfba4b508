internal import PolicyLexicons
internal import PolicyText

/// 即时用词: 立即, 及时: what stands where a time limit might.
struct Promptness: Sendable {
  /// How soon something is to be done.
  enum Speed: String, CaseIterable, Sendable {
    /// 立即: sooner than within any time.
    case atOnce
    /// 及时: nobody can say when.
    case soon
  }

  private let words: WordList
  private let speeds: [Speed]

  /// The words of a list.
  ///
  /// - Throws: ``LexiconError`` with the first line at fault.
  init(_ lexicon: Lexicon) throws(LexiconError) {
    words = WordList(lexicon)
    speeds = try lexicon.values(of: "speed")
  }

  /// The first such word in a stretch.
  func first(in range: Range<Int>, of text: [Unicode.Scalar]) -> (range: Range<Int>, speed: Speed)?
  {
    for offset in range {
      if let found = words.longest(in: text, from: offset, to: range.upperBound) {
        return (found.range, speeds[found.row])
      }
    }
    return nil
  }
}
