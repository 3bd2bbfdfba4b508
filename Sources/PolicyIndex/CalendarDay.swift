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

  /// A day in ISO 8601 (2019-03-04, 2019-03, 2019); `nil` for anything else.
  package init?(_ iso: String) {
    let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4 else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard let number = Int(part), number >= 0 else { return nil }
      numbers.append(number)
    }
    let month = numbers.count > 1 ? numbers[1] : 0
    let day = numbers.count > 2 ? numbers[2] : 0
    guard numbers[0] > 0, numbers.count < 2 || (1...12).contains(month),
      numbers.count < 3 || (1...31).contains(day)
    else { return nil }
    number = numbers[0] * 10_000 + month * 100 + day
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
