import Foundation
import PolicyText

/// 时间段: two dates that make a stretch, and decades.
extension DateReader {
  /// The offset after 至, 到 or strokes; 和 and 与 connect only what 之间 follows.
  func connector(at start: Int, allowsAnd: Bool) -> Int? {
    var offset = start
    if scalar(offset) == " " { offset += 1 }
    let first = offset
    while RangeMark.isStroke(scalar(offset)) { offset += 1 }
    if offset == first {
      switch scalar(offset) {
      case "至", "到": offset += 1
      case "和", "与", "及": if allowsAnd { offset += 1 }
      default: break
      }
    }
    guard offset > first else { return nil }
    if scalar(offset) == " " { offset += 1 }
    return offset
  }

  func second(after first: CalendarDate) -> CalendarDate? {
    guard var offset = connector(at: first.end, allowsAnd: true) else { return nil }
    let isAnd = ["和", "与", "及"].contains(scalar(offset - 1))
    var isNextYear = false
    if scalar(offset) == "次" || scalar(offset) == "翌", scalar(offset + 1) == "年" {
      offset += 2
      isNextYear = true
    }
    guard var second = partial(at: offset, after: first) else { return nil }
    if isAnd, scalar(second.end) != "间",
      !(scalar(second.end) == "之" && scalar(second.end + 1) == "间")
    {
      return nil
    }
    if second.year == nil, let year = first.year { second.year = isNextYear ? year + 1 : year }
    if second.month == nil, second.dayOfMonth != nil { second.month = first.month }
    return second
  }

  /// 2日 of 10月1日、2日、3日: a day of the month that the date before it names.
  ///
  /// 10月1日、2日内 names a term.
  func listedDay(at start: Int, after previous: Amount?) -> Amount? {
    guard let previous, previous.kind == .date, previous.range.upperBound + 1 == start,
      let iso = previous.iso, iso.utf8.count == 10, iso.utf8.suffix(5).first != 0x58
    else { return nil }
    switch scalar(start - 1) {
    case "、", "和", "及", "或": break
    default: return nil
    }
    guard let (day, end) = dayOfMonth(at: start), scalar(end) != "内", scalar(end + 1) != "内"
    else { return nil }
    return amount(start..<end, .date, iso.dropLast(2) + (day < 10 ? "0\(day)" : "\(day)"))
  }

  func partial(at offset: Int, after first: CalendarDate) -> CalendarDate? {
    if let date = day(at: offset) { return date }
    if first.dayOfMonth != nil, let (day, end) = dayOfMonth(at: offset) {
      var date = CalendarDate(end: end)
      date.dayOfMonth = day
      return date
    }
    if first.year != nil, first.month == nil,
      let number = ChineseNumeral.integer(
        in: reader.scalars, from: offset, to: reader.limits.upperBound),
      isYearNumber(number.value, offset..<number.end)
    {
      var date = CalendarDate(end: number.end)
      date.year = number.value
      return date
    }
    return nil
  }

  /// 20世纪80年代: ten years.
  func decade(at start: Int) -> Amount? {
    guard
      let century = ChineseNumeral.integer(
        in: reader.scalars, from: start, to: reader.limits.upperBound),
      (10...21).contains(century.value), scalar(century.end) == "世", scalar(century.end + 1) == "纪",
      let tens = ChineseNumeral.integer(
        in: reader.scalars, from: century.end + 2, to: reader.limits.upperBound),
      tens.value % 10 == 0, tens.value < 100, scalar(tens.end) == "年", scalar(tens.end + 1) == "代"
    else { return nil }
    let first = (century.value - 1) * 100 + tens.value
    return amount(start..<tens.end + 2, .dateRange, "\(first)/\(first + 9)")
  }
}
