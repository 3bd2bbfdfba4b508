/// A day, month or year as far as the text says it.
struct CalendarDate {
  var year: Int?
  var month: Int?
  var dayOfMonth: Int?
  /// The months of a half or a quarter.
  var months: ClosedRange<Int>?
  var end: Int

  init(end: Int) { self.end = end }

  /// Whether it says more than a number.
  var isComplete: Bool { year != nil || month != nil || dayOfMonth != nil }
  /// Whether it is longer than a month and shorter than a year.
  var isStretch: Bool { months != nil }

  var iso: String { text(month: month) }
  var lowISO: String { months.map { text(month: $0.lowerBound) } ?? iso }
  var highISO: String { months.map { text(month: $0.upperBound) } ?? iso }

  private func text(month: Int?) -> String {
    var text = year.map(String.init) ?? "XXXX"
    if let month { text += month < 10 ? "-0\(month)" : "-\(month)" }
    if let dayOfMonth {
      if month == nil { text += "-XX" }
      text += dayOfMonth < 10 ? "-0\(dayOfMonth)" : "-\(dayOfMonth)"
    }
    return text
  }
}
