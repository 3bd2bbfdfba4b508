internal import Foundation
internal import PolicyLexicons
internal import PolicyText

/// 时间长短: how long units of time are, about, so that shorter is told from longer.
struct Periods: Sendable {
  /// 每季度, 每两年: a period as words say it.
  struct Period {
    /// Where it stands, from 每 to its unit.
    let range: Range<Int>
    /// How long it is.
    let days: Decimal
  }

  private let words: WordList
  private let daysOfRow: [Decimal?]
  private let daysOfUnit: [String: Decimal]

  /// The units of a list.
  ///
  /// - Throws: ``LexiconError`` if a column is missing.
  init(_ lexicon: Lexicon) throws(LexiconError) {
    let (unit, days) = (try lexicon.column("unit"), try lexicon.column("days"))
    var units: [String: Decimal] = [:]
    for row in lexicon.rows {
      units[row[0]] = Decimal(string: row[days])
      units[row[unit]] = Decimal(string: row[days])
    }
    daysOfUnit = units
    // 每季度 has the name of the unit where a number has 个季度.
    words = WordList(lexicon.rows.map { $0[0] } + lexicon.rows.map { $0[unit] })
    let daysOfRow = lexicon.rows.map { Decimal(string: $0[days]) }
    self.daysOfRow = daysOfRow + daysOfRow
  }

  /// The days of a unit, with the number that may stand before it: 182.5 of 半年, 730 of 2年.
  func days(of unit: String) -> Decimal? {
    if let days = daysOfUnit[unit] { return days }
    let scalars = Array(unit.unicodeScalars)
    guard let count = count(in: scalars, from: 0, to: scalars.count) else { return nil }
    let rest = String(scalars, in: count.end..<scalars.count)
    return daysOfUnit[rest].map { $0 * count.value }
  }

  /// The period that an edit's stretch is part of.
  func period(around edit: Range<Int>, in text: [Unicode.Scalar]) -> Period? {
    guard !edit.isEmpty else { return nil }
    let start = text[edit.lowerBound] == "每" ? edit.lowerBound : edit.lowerBound - 1
    guard start >= 0, text[start] == "每" else { return nil }
    let count = count(in: text, from: start + 1, to: text.count)
    let from = count?.end ?? start + 1
    guard let unit = words.longest(in: text, from: from, to: text.count),
      unit.range.upperBound >= edit.upperBound, let days = daysOfRow[unit.row]
    else { return nil }
    return Period(range: start..<unit.range.upperBound, days: days * (count?.value ?? 1))
  }

  private func count(
    in scalars: [Unicode.Scalar], from start: Int, to limit: Int
  ) -> (value: Decimal, end: Int)? {
    guard start < limit else { return nil }
    if scalars[start] == "半" { return (0.5, start + 1) }
    return ChineseNumeral.integer(in: scalars, from: start, to: limit).map {
      (Decimal($0.value), $0.end)
    }
  }
}
