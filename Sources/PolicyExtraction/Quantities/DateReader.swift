import Foundation
import PolicyText

/// Reads dates and stretches between dates: 2022年5月7日, 每年3月底, 2021—2035年, 2017年上半年.
///
/// Source: GB/T 15835—2011, 4.2 (dates in figures); ISO 8601 for the values, with X for what is not said.
struct DateReader {
  let reader: AmountReader

  func scalar(_ offset: Int) -> Unicode.Scalar { reader.scalar(offset) }

  /// The date or the stretch that begins at a numeral.
  func date(at start: Int) -> Amount? {
    if let decade = decade(at: start) { return decade }
    guard let first = day(at: start) ?? shortened(at: start) else { return nil }
    var date = first
    let begin = includingEach(before: start)
    // 三月内 in older laws counts months.
    if first.year == nil, first.month != nil, first.dayOfMonth == nil, begin == start,
      scalar(first.end) == "内" || (scalar(first.end) == "以" && scalar(first.end + 1) == "内")
    {
      return nil
    }
    if let second = second(after: first) {
      date.end = second.end
      return amount(begin..<second.end, .dateRange, "\(first.lowISO)/\(second.highISO)")
    }
    guard first.isComplete else { return nil }
    if first.isStretch {
      return amount(begin..<date.end, .dateRange, "\(first.lowISO)/\(first.highISO)")
    }
    return amount(begin..<date.end, .date, first.iso)
  }

  func amount(_ range: Range<Int>, _ kind: Quantity.Kind, _ iso: String) -> Amount {
    var amount = Amount(range: range, kind: kind, value: nil, numberEnd: range.upperBound)
    amount.iso = iso
    amount.isRange = kind == .dateRange
    amount.isArabic = true
    return amount
  }

  /// 每年3月底, 每月15日: 每 belongs to the date.
  func includingEach(before start: Int) -> Int {
    var offset = start
    if scalar(offset - 1) == "的" { offset -= 1 }
    if scalar(offset - 1) == "度" { offset -= 1 }
    if scalar(offset - 1) == "年" || scalar(offset - 1) == "月", scalar(offset - 2) == "每" {
      return offset - 2
    }
    return start
  }

  // MARK: One date

  /// A date from its largest part on: 2022年5月7日, 5月7日, 2022-05-07.
  func day(at start: Int) -> CalendarDate? {
    if let numeric = numericDate(at: start) { return numeric }
    if let (year, end) = year(at: start) {
      var date = CalendarDate(end: end)
      date.year = year
      readMonth(of: &date)
      if date.month == nil { readPartOfYear(of: &date) }
      return date
    }
    if let (month, end) = month(at: start) {
      var date = CalendarDate(end: end)
      date.month = month
      readDay(of: &date)
      return date
    }
    if isAfterMonthWord(start), let (day, end) = dayOfMonth(at: start) {
      var date = CalendarDate(end: end)
      date.dayOfMonth = day
      return date
    }
    return nil
  }

  /// 每月15日, 次月10日: a day of a month that is not named.
  func isAfterMonthWord(_ start: Int) -> Bool {
    guard scalar(start - 1) == "月" else { return false }
    switch scalar(start - 2) {
    case "每", "当", "次", "下", "本", "上", "首", "末": return true
    default: return false
    }
  }

  /// 1—9月, 2021—2035年: a part that takes its unit from the part after the stroke.
  func shortened(at start: Int) -> CalendarDate? {
    guard
      let number = ChineseNumeral.integer(
        in: reader.scalars, from: start, to: reader.limits.upperBound),
      let next = connector(at: number.end, allowsAnd: false)
    else { return nil }
    var date = CalendarDate(end: number.end)
    if isYearNumber(number.value, start..<number.end) {
      if let (_, end) = year(at: next), end > next {
        date.year = number.value
        return date
      }
      if let second = ChineseNumeral.integer(
        in: reader.scalars, from: next, to: reader.limits.upperBound),
        isYearNumber(second.value, next..<second.end), second.value > number.value,
        second.value < 2100, number.value > 1900, reader.unit(at: second.end) == nil
      {
        date.year = number.value
        return date
      }
      return nil
    }
    if (1...12).contains(number.value), month(at: next) != nil {
      date.month = number.value
      return date
    }
    return nil
  }

  func isYearNumber(_ value: Int, _ range: Range<Int>) -> Bool {
    range.count == 4 && (1000...2999).contains(value)
  }

  func year(at start: Int) -> (Int, Int)? {
    guard
      let number = ChineseNumeral.integer(
        in: reader.scalars, from: start, to: reader.limits.upperBound)
    else { return nil }
    var end = number.end
    if scalar(end) == " " { end += 1 }
    guard scalar(end) == "年" else { return nil }
    if isYearNumber(number.value, start..<number.end) {
      guard scalar(end + 1) != "级" else { return nil }
      return (number.value, end + 1)
    }
    // 08年, 15年3月: two digits are a year if they begin with 0 or a month follows.
    guard number.end == start + 2, reader.arabicDigit(start) != nil else { return nil }
    guard scalar(start) == "0" || month(at: end + 1) != nil || isPartOfYear(at: end + 1) else {
      return nil
    }
    return (number.value + (number.value < 50 ? 2000 : 1900), end + 1)
  }

  func month(at start: Int) -> (Int, Int)? {
    guard
      let number = ChineseNumeral.integer(
        in: reader.scalars, from: start, to: reader.limits.upperBound),
      (1...12).contains(number.value), number.end - start <= 2
    else { return nil }
    var end = number.end
    if scalar(end) == " " { end += 1 }
    guard scalar(end) == "月" else { return nil }
    end += 1
    if scalar(end) == "份" { end += 1 }
    return (number.value, end)
  }

  func dayOfMonth(at start: Int) -> (Int, Int)? {
    guard
      let number = ChineseNumeral.integer(
        in: reader.scalars, from: start, to: reader.limits.upperBound),
      (1...31).contains(number.value), number.end - start <= 3
    else { return nil }
    var end = number.end
    if scalar(end) == " " { end += 1 }
    guard scalar(end) == "日" || scalar(end) == "号" else { return nil }
    return (number.value, end + 1)
  }

  func readMonth(of date: inout CalendarDate) {
    if let (month, end) = month(at: date.end) {
      date.month = month
      date.end = end
      readDay(of: &date)
    } else if let number = ChineseNumeral.integer(
      in: reader.scalars, from: date.end, to: reader.limits.upperBound),
      (1...12).contains(number.value), let next = connector(at: number.end, allowsAnd: false),
      month(at: next) != nil
    {
      // 2018年1—9月.
      date.month = number.value
      date.end = number.end
    }
  }

  func readDay(of date: inout CalendarDate) {
    if let (day, end) = dayOfMonth(at: date.end) {
      date.dayOfMonth = day
      date.end = end
      return
    }
    // 10月22: the day without its unit.
    if let number = ChineseNumeral.integer(
      in: reader.scalars, from: date.end, to: reader.limits.upperBound),
      reader.arabicDigit(date.end) != nil, (1...31).contains(number.value),
      number.end - date.end <= 2, reader.unit(at: number.end) == nil,
      scalar(number.end) != ".", connector(at: number.end, allowsAnd: false) == nil
    {
      date.dayOfMonth = number.value
      date.end = number.end
      return
    }
    switch scalar(date.end) {
    case "底", "末": date.end += 1
    case "初": if isBeginning(at: date.end) { date.end += 1 }
    case "中", "上", "下": if scalar(date.end + 1) == "旬" { date.end += 2 }
    default: break
    }
  }

  /// 初 that means the beginning, not that of 初步, 初中 or 九月初九.
  func isBeginning(at offset: Int) -> Bool {
    let next = scalar(offset + 1)
    if case .digit = NumeralCharacter(next) { return false }
    return !["步", "中", "级", "次", "审", "始", "高", "任", "创", "十"].contains(next)
  }

  func isPartOfYear(at offset: Int) -> Bool {
    var date = CalendarDate(end: offset)
    date.year = 2000
    readPartOfYear(of: &date)
    return date.isStretch
  }

  /// 上半年, 第三季度, 底, 末, 初, 度.
  func readPartOfYear(of date: inout CalendarDate) {
    let end = date.end
    switch scalar(end) {
    case "底", "末": date.end += 1
    case "初": if isBeginning(at: end) { date.end += 1 }
    case "度":
      date.end += 1
      if scalar(end + 1) == "内" || scalar(end + 1) == "底" { return }
    case "年":
      // 2025年年底.
      if scalar(end + 1) == "底" || scalar(end + 1) == "末" || scalar(end + 1) == "初" {
        date.end += 2
      }
    case "上", "下":
      guard scalar(end + 1) == "半", scalar(end + 2) == "年" else { return }
      date.months = scalar(end) == "上" ? 1...6 : 7...12
      date.end += 3
    case "首", "第", "一", "二", "三", "四", "1", "2", "3", "4":
      let from = scalar(end) == "第" ? end + 1 : end
      let quarter: Int
      let after: Int
      if scalar(end) == "首" {
        (quarter, after) = (1, end + 1)
      } else if let number = ChineseNumeral.integer(
        in: reader.scalars, from: from, to: reader.limits.upperBound),
        (1...4).contains(number.value)
      {
        (quarter, after) = (number.value, number.end)
      } else {
        return
      }
      guard scalar(after) == "季" else { return }
      date.months = (quarter * 3 - 2)...(quarter * 3)
      date.end = scalar(after + 1) == "度" ? after + 2 : after + 1
    default: break
    }
  }

  /// 2022-05-07, 2022/5/7, 2022.5.7.
  func numericDate(at start: Int) -> CalendarDate? {
    guard let year = fixedDigits(at: start), year.end - start == 4,
      (1900...2100).contains(year.value)
    else { return nil }
    let mark = scalar(year.end)
    guard mark == "-" || mark == "/" || mark == "." else { return nil }
    guard let month = fixedDigits(at: year.end + 1), (1...12).contains(month.value),
      month.end - year.end <= 3, scalar(month.end) == mark,
      let day = fixedDigits(at: month.end + 1), (1...31).contains(day.value),
      day.end - month.end <= 3
    else { return nil }
    var date = CalendarDate(end: day.end)
    date.year = year.value
    date.month = month.value
    date.dayOfMonth = day.value
    return date
  }

  func fixedDigits(at start: Int) -> (value: Int, end: Int)? {
    var value = 0
    var offset = start
    while offset - start < 5, let digit = reader.arabicDigit(offset) {
      value = value * 10 + digit
      offset += 1
    }
    return offset > start ? (value, offset) : nil
  }
}
