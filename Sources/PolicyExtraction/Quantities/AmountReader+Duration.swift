import Foundation
import PolicyText

extension AmountReader {
  /// 三年半, 一年六个月, 2小时30分, 五个星期3小时: a duration with all its parts.
  func readDuration(of amount: inout Amount, first unit: QuantityWords.Unit) {
    guard let value = amount.value else { return }
    var parts = DurationParts()
    if scalar(amount.range.lowerBound) == "半" {
      parts.addHalf(unit.designator)
    } else {
      parts.add(value, unit.designator)
    }
    var end = amount.range.upperBound
    var last = unit
    var isSingle = true
    if scalar(end) == "半", !isWord(startingWithHalfAt: end) {
      parts.addHalf(unit.designator)
      amount.value = value + Decimal(5) / 10
      end += 1
    } else {
      while let next = part(at: end), next.unit.rank < last.rank, !next.unit.designator.isEmpty {
        parts.add(next.value, next.unit.designator)
        isSingle = false
        last = next.unit
        end = next.end
      }
    }
    amount.range = amount.range.lowerBound..<end
    amount.outer = amount.range
    amount.iso = unit.designator.isEmpty ? nil : parts.iso
    if !isSingle {
      (amount.value, amount.unit) = parts.total
    }
  }

  private func part(at offset: Int) -> (value: Decimal, unit: QuantityWords.Unit, end: Int)? {
    var start = offset
    if scalar(start) == "又" || scalar(start) == "零" { start += 1 }
    guard let number = number(at: start) else { return nil }
    // 2小时30分: minutes, since an hour stands before them.
    if scalar(number.end) == "分", scalar(number.end + 1) != "之", scalar(offset - 1) == "时" {
      let isLong = scalar(number.end + 1) == "钟"
      return (
        number.value,
        QuantityWords.Unit(kind: .time, name: "分钟", factor: 1, designator: "TM"),
        number.end + (isLong ? 2 : 1)
      )
    }
    guard let found = unit(at: number.end), found.unit.kind == .time,
      !isLookalike(at: number.end, unitEnd: found.end)
    else { return nil }
    return (number.value, found.unit, found.end)
  }

  /// 半 that begins a word of its own: 三年半脱产, 半工半读.
  private func isWord(startingWithHalfAt offset: Int) -> Bool {
    words.numeralWords.longest(in: scalars, from: offset, to: limits.upperBound) != nil
  }
}

extension QuantityWords.Unit {
  /// The larger a unit of time, the higher.
  fileprivate var rank: Int { DurationParts.order.firstIndex(of: designator) ?? -1 }
}

/// The parts of a duration, from years to seconds.
struct DurationParts {
  static let order = ["TS", "TM", "TH", "D", "W", "M", "Q", "Y"]
  private var values: [String: Decimal] = [:]

  mutating func add(_ value: Decimal, _ designator: String) {
    values[designator, default: 0] += value
  }

  /// Half a unit, in the next smaller one: half a year is six months.
  mutating func addHalf(_ designator: String) {
    let half = Decimal(5) / 10
    switch designator {
    case "Y": add(6, "M")
    case "D": add(12, "TH")
    case "TH": add(30, "TM")
    case "TM": add(30, "TS")
    default: add(half, designator)
    }
  }

  /// In ISO 8601: P3Y6M, PT24H.
  ///
  /// A quarter is three months.
  var iso: String {
    var parts = values
    if let quarters = parts.removeValue(forKey: "Q") { parts["M", default: 0] += quarters * 3 }
    var text = "P"
    for designator in ["Y", "M", "W", "D"] {
      if let value = parts[designator] { text += "\(value)\(designator)" }
    }
    var time = ""
    for designator in ["TH", "TM", "TS"] {
      if let value = parts[designator] { time += "\(value)\(designator.dropFirst())" }
    }
    return time.isEmpty ? text : text + "T" + time
  }

  /// All parts together in the smallest unit.
  var total: (Decimal, String) {
    let months = (values["Y"] ?? 0) * 12 + (values["Q"] ?? 0) * 3 + (values["M"] ?? 0)
    let days = (values["W"] ?? 0) * 7 + (values["D"] ?? 0)
    let seconds =
      (values["TH"] ?? 0) * 3600 + (values["TM"] ?? 0) * 60 + (values["TS"] ?? 0)
    if seconds != 0 {
      let whole = days * 86400 + seconds
      if values["TS"] != nil { return (whole, "秒") }
      return values["TM"] != nil ? (whole / 60, "分钟") : (whole / 3600, "小时")
    }
    return days != 0 && months == 0
      ? (days, "日") : days == 0 ? (months, "个月") : (months * 30 + days, "日")
  }
}
