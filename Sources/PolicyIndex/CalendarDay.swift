/// 日期: a day, month or year as a text gives it, ordered by time.
///
/// A month or year without its day stands before its first day: 2019-03 < 2019-03-01.
package struct CalendarDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Year, month and day as one number, 0 for what is not said: 20190304, 20190300.
  package let number: Int

  /// A day by its number.
  package init(number: Int) {
    self.number = number
  }

  /// A day in ISO 8601 (2019-03-04, 2019-03, 2019), or with other signs between its numbers (2019年3月4日,
  /// 2019.3.4, 2019/3/4); `nil` for anything else, and for days that no calendar has.
  package init?(_ text: String) {
    let ending = text.last.map { "年月日".contains($0) } ?? false
    let parts = (ending ? text.dropLast() : text[...])
      .split(omittingEmptySubsequences: false) { "-－年月./".contains($0) }
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4 else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(part) else {
        return nil
      }
      numbers.append(number)
    }
    let month = numbers.count > 1 ? numbers[1] : 0
    let day = numbers.count > 2 ? numbers[2] : 0
    guard numbers[0] > 0, numbers.count < 2 || (1...12).contains(month),
      numbers.count < 3 || (1...Self.days(of: month, in: numbers[0])).contains(day)
    else { return nil }
    number = numbers[0] * 10_000 + month * 100 + day
  }

  private static func days(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether the day itself is known, not just its month or year.
  package var isWholeDay: Bool { number % 100 != 0 }

  /// The last day that may be meant: the end of a year of which no month is said.
  package var end: CalendarDay {
    if isWholeDay { return self }
    let month = number / 100 % 100
    return CalendarDay(number: number + (month == 0 ? 1_231 : 31))
  }

  /// The day a number of years later: what ends a term of validity (有效期).
  package func adding(years: Int) -> CalendarDay { CalendarDay(number: number + years * 10_000) }

  /// The day as ISO 8601, as exact as it is known.
  package var description: String {
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
    if month == 0 { return String(year) }
    return day == 0 ? "\(year)-\(two(month))" : "\(year)-\(two(month))-\(two(day))"
  }

  package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    left.number < right.number
  }
}
