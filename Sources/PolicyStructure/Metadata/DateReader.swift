import PolicyText

/// 日期 in running words: 2019年3月4日, 二○○三年五月十五日, 2019年3月, 2019-03-04.
package enum DateReader {
  /// A date and where it stands.
  package struct Match: Sendable {
    /// The words.
    package var range: Range<Int>
    /// ISO 8601, as exact as the words: 2019-03-04, 2019-03.
    package var iso: String
  }

  /// The date that begins at an offset, with year and month at least.
  package static func date(
    in scalars: [Unicode.Scalar], from start: Int, to limit: Int
  ) -> Match? {
    guard start < limit, isDigit(scalars[start]),
      let year = ChineseNumeral.integer(in: scalars, from: start, to: limit),
      (1900...2200).contains(year.value), year.end - start == 4, year.end < limit
    else { return nil }
    if scalars[year.end] == "-" || scalars[year.end] == "/" || scalars[year.end] == "." {
      return numeric(in: scalars, from: start, year: year.value, at: year.end, to: limit)
    }
    guard scalars[year.end] == "年",
      let month = ChineseNumeral.integer(in: scalars, from: year.end + 1, to: limit),
      (1...12).contains(month.value), month.end < limit, scalars[month.end] == "月"
    else { return nil }
    let short = "\(year.value)-\(padded(month.value))"
    guard let day = ChineseNumeral.integer(in: scalars, from: month.end + 1, to: limit),
      (1...31).contains(day.value), day.end < limit, scalars[day.end] == "日"
    else { return Match(range: start..<month.end + 1, iso: short) }
    return Match(range: start..<day.end + 1, iso: "\(short)-\(padded(day.value))")
  }

  /// 2019-03-04.
  private static func numeric(
    in scalars: [Unicode.Scalar], from start: Int, year: Int, at mark: Int, to limit: Int
  ) -> Match? {
    guard let month = ChineseNumeral.integer(in: scalars, from: mark + 1, to: limit),
      (1...12).contains(month.value), month.end < limit, scalars[month.end] == scalars[mark],
      let day = ChineseNumeral.integer(in: scalars, from: month.end + 1, to: limit),
      (1...31).contains(day.value)
    else { return nil }
    return Match(range: start..<day.end, iso: "\(year)-\(padded(month.value))-\(padded(day.value))")
  }

  /// All dates of a stretch, in order.
  package static func dates(in scalars: [Unicode.Scalar], range: Range<Int>) -> [Match] {
    var dates: [Match] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      if let date = date(in: scalars, from: offset, to: range.upperBound) {
        dates.append(date)
        offset = date.range.upperBound
      } else {
        offset += 1
      }
    }
    return dates
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "一", "二", "三", "四", "五", "六", "七", "八", "九", "〇", "○", "零": true
    default: false
    }
  }

  private static func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
