internal import PolicyLexicons

/// 罚则宾语: what the number of a sanction is the number of: 罚款 of 处五千元以下罚款.
struct PenaltyNames: Sendable {
  /// No further than this from the number.
  private static let reach = 8

  private let words: WordList

  /// The words of a list that have numbers.
  ///
  /// - Throws: ``LexiconError`` if a column is missing.
  init(_ lexicon: Lexicon) throws(LexiconError) {
    let verb = try lexicon.column("verb")
    words = WordList(lexicon.rows.filter { $0[verb] == "amount" }.map { $0[0] })
  }

  /// The name that stands behind a number in its clause, or before it.
  func name(beside range: Range<Int>, in text: UnitText) -> String? {
    let end = min(range.upperBound + Self.reach, text.count)
    for offset in range.upperBound..<max(end, range.upperBound) {
      switch text.folded[offset] {
      case "，", "。", "；", "\n": return before(range, in: text)
      default: break
      }
      if let found = words.longest(in: text.folded, from: offset, to: text.count) {
        return text.string(found.range)
      }
    }
    return before(range, in: text)
  }

  private func before(_ range: Range<Int>, in text: UnitText) -> String? {
    for offset in (max(range.lowerBound - Self.reach, 0)..<range.lowerBound).reversed() {
      switch text.folded[offset] {
      case "，", "。", "；", "\n": return nil
      default: break
      }
      if let found = words.longest(in: text.folded, from: offset, to: range.lowerBound) {
        return text.string(found.range)
      }
    }
    return nil
  }
}
