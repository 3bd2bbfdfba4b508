import Foundation
import PolicyExtraction
import PolicyLexicons
import PolicyStructure
import PolicyText

/// 日期本身: days that no calendar has (6月31日), and days of the week that do not fit
/// (2021年6月30日（星期五）).
struct CalendarDates: ReviewRule {
  private static let weekdays = Array("日一二三四五六".unicodeScalars)

  func findings(in draft: Draft) -> [Finding] {
    let running = draft.quantities.compactMap { quantity in
      quantity.kind == .date
        ? quantity.iso.flatMap { finding($0, quantity.range, node: quantity.node, in: draft) } : nil
    }
    // The dates of issue and effect are no quantities.
    let stated = draft.context.document.metadata.dates.compactMap { date in
      date.range.flatMap { finding(date.date, $0, node: nil, in: draft) }
    }
    return running + stated
  }

  /// What is wrong with a day, if anything.
  private func finding(
    _ iso: String, _ range: Range<Int>, node: Int?, in draft: Draft
  ) -> Finding? {
    let parts = iso.split(separator: "-").map { Int($0) }
    guard parts.count == 3, let month = parts[1], let day = parts[2] else { return nil }
    guard isDay(day, of: month, in: parts[0]) else {
      return Finding(
        .dateImpossible, "没有“\(draft.words(range))”这一天。请核对日期。", node: node, range: range)
    }
    guard let year = parts[0], let stated = weekday(after: range.upperBound, in: draft)
    else { return nil }
    let actual = weekday(year: year, month: month, day: day)
    guard stated.day != actual else { return nil }
    return Finding(
      .dateWeekday,
      "“\(draft.words(range))”是星期\(Self.weekdays[actual])，不是星期\(Self.weekdays[stated.day])。请核对日期。",
      node: node, range: range.lowerBound..<stated.end)
  }

  /// Whether a month has a day; without a year February has 29.
  private func isDay(_ day: Int, of month: Int, in year: Int?) -> Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    let isLeap = year.map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) } ?? true
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= days[month - 1]
  }

  /// The day of the week in brackets after a date, from 0 for Sunday, and where the brackets end.
  private func weekday(after offset: Int, in draft: Draft) -> (day: Int, end: Int)? {
    let scalars = draft.scalars
    guard offset + 3 < scalars.count, scalars[offset] == "（" else { return nil }
    var next = offset + 1
    if scalars[next] == "周" {
      next += 1
    } else if scalars[next] == "星", scalars[next + 1] == "期" {
      next += 2
    } else {
      return nil
    }
    guard next + 1 < scalars.count, scalars[next + 1] == "）" else { return nil }
    let name: Unicode.Scalar = scalars[next] == "天" ? "日" : scalars[next]
    return Self.weekdays.firstIndex(of: name).map { ($0, next + 2) }
  }

  /// The day of the week of a Gregorian date, from 0 for Sunday (Sakamoto's congruence).
  private func weekday(year: Int, month: Int, day: Int) -> Int {
    let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let year = month < 3 ? year - 1 : year
    return (year + year / 4 - year / 100 + year / 400 + shifts[month - 1] + day) % 7
  }
}
