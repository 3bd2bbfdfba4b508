internal import PolicyExtraction
internal import PolicyLexicons

/// 比较词: the words beside a number that make it a bound, as the text has them: 不满十四周岁, 年底以前.
struct ComparisonWords: Sendable {
  private let before: WordList
  private let after: WordList
  private let dateBefore: WordList
  private let dateAfter: WordList

  /// The words of the lists for numbers and for dates.
  ///
  /// - Throws: ``LexiconError`` with the first line at fault.
  init(_ lexicon: Lexicon, dates: Lexicon) throws(LexiconError) {
    before = try Self.words(lexicon, "before")
    after = try Self.words(lexicon, "after")
    dateBefore = try Self.words(dates, "before")
    dateAfter = try Self.words(dates, "after")
  }

  /// The words of one side that set a bound.
  private static func words(_ lexicon: Lexicon, _ place: String) throws(LexiconError) -> WordList {
    let side = try lexicon.column("side")
    let comparator = try lexicon.column("comparator")
    return WordList(
      lexicon.rows.filter {
        $0[side] == place && "<>".contains($0[comparator].first ?? "-")
      }.map { $0[0] })
  }

  /// A quantity with its comparison, as the text says it.
  func spoken(_ quantity: Quantity, on side: UnitSide) -> String {
    let words = side.words(quantity.range)
    guard quantity.comparator != nil else { return words }
    let text = side.unit.text
    let range = side.range(quantity.range)
    let (before, after) = quantity.isDate ? (dateBefore, dateAfter) : (before, after)
    let start =
      (max(range.lowerBound - 4, 0)..<range.lowerBound).first {
        before.longest(in: text.folded, from: $0, to: range.lowerBound)?.range.upperBound
          == range.lowerBound
      } ?? range.lowerBound
    let end =
      after.longest(in: text.folded, from: range.upperBound, to: text.count)?.range.upperBound
      ?? range.upperBound
    return start == range.lowerBound && end == range.upperBound
      ? words : text.string(start..<end)
  }
}
