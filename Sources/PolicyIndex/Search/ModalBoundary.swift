internal import PolicyText

/// 应当场: where 应当 is no word, but 应, a modal by itself, before a word that begins with 当.
///
/// The dictionary takes the longer word first and leaves 场 over. Where it finds a word after 应当 (应当前往,
/// 应当公示), its reading stands.
enum ModalBoundary {
  /// How many characters are broken into words to tell.
  private static let window = 6

  /// The same with a breaker of its own, which is opened only where three characters leave a doubt.
  static func isCrossed(_ words: [Unicode.Scalar], at start: Int) -> Bool {
    guard start + 2 < words.count, isHan(words[start + 2]) else { return false }
    var breaker = WordBreaker(.word)
    return isCrossed(words, at: start, &breaker)
  }

  /// Whether the 应当 at a place is 应 before another word.
  static func isCrossed(
    _ words: [Unicode.Scalar], at start: Int, _ breaker: inout WordBreaker
  ) -> Bool {
    guard start + 2 < words.count, words[start] == "应", words[start + 1] == "当",
      isHan(words[start + 2])
    else { return false }
    let end = min(words.count, start + window)
    let pieces = breaker.pieces(of: start..<end, in: words)
    guard pieces.count > 1, pieces[0].count == 2, pieces[1].count == 1 else { return false }
    return breaker.pieces(of: start + 1..<start + 3, in: words).count == 1
  }
}
