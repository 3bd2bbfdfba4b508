internal import Foundation
internal import PolicyExtraction
internal import PolicyText

/// A condition on a number of the text: 罚款>=100000元, >=80%, <=15日.
///
/// The number that the text writes is compared, of a range either end: 罚款>=100000元 finds 一万元以上
/// 二十万元以下的罚款. What is measured must be named by the words before the sign.
package struct QuantityCondition: Sendable, Equatable {
  /// What is measured; empty for anything.
  package let words: String
  /// The sign: >=, >, <=, <, =.
  package let comparator: String
  /// The value in the unit of the library: money in yuan, percent in per cent, time in days.
  package let value: Double
  /// What kind of number it is; `nil` where no unit is given.
  package let kind: Kind?
  /// The unit as it was written.
  package let unit: String

  /// What the unit says of the kind.
  package enum Kind: Sendable {
    case money, percent, duration, count
  }

  private static let signs: [(String, String)] = [
    (">=", ">="), ("≥", ">="), ("<=", "<="), ("≤", "<="), (">", ">"), ("＞", ">"), ("<", "<"),
    ("＜", "<"), ("=", "="), ("＝", "="),
  ]
  private static let endings: [([Unicode.Scalar], String)] = [
    ("以内", "<="), ("之内", "<="), ("内", "<="), ("以上", ">="), ("以下", "<="),
  ].map { (Array($0.0.unicodeScalars), $0.1) }
  /// Units with what they are in the library's unit.
  ///
  /// Working days are spread over calendar days, five over seven.
  private static let units: [String: (Kind, Double)] = [
    "元": (.money, 1), "万元": (.money, 1e4), "万": (.money, 1e4), "亿元": (.money, 1e8),
    "%": (.percent, 1), "％": (.percent, 1), "日": (.duration, 1), "天": (.duration, 1),
    "个工作日": (.duration, 1.4), "工作日": (.duration, 1.4), "周": (.duration, 7),
    "个月": (.duration, 30), "月": (.duration, 30), "年": (.duration, 365),
    "小时": (.duration, 1.0 / 24),
  ]

  /// How many days a unit of time has, as texts name it.
  static let days: [String: Double] = [
    "日": 1, "天": 1, "工作日": 1.4, "个工作日": 1.4, "周": 7, "星期": 7, "月": 30, "个月": 30, "季度": 91,
    "年": 365, "小时": 1.0 / 24, "分钟": 1.0 / 1440,
  ]

  /// A condition as a user writes it.
  ///
  /// - Throws: ``LibraryError/badQuery(_:)`` with an example, if it is none.
  package init(_ text: String) throws(LibraryError) {
    let complaint = LibraryError.badQuery(
      "“\(text)”不是数量条件。请写成“罚款>=100000元”“>=80%”或“<=15日”的样子。")
    let compact = text.filter { !$0.isWhitespace }
    let sign = Self.signs.lazy.compactMap { sign in
      compact.firstRange(of: sign.0).map { (range: $0, name: sign.1) }
    }.first
    var rest = Array((sign.map { compact[$0.range.upperBound...] } ?? compact[...]).unicodeScalars)
      .map { folded($0) }.filter { $0 != "，" }
    words = sign.map { String(compact[..<$0.range.lowerBound]) } ?? ""
    // 十五日内, 80%以上: as texts say it, where there is no sign.
    let ending =
      sign == nil ? Self.endings.first { rest.suffix($0.0.count).elementsEqual($0.0) } : nil
    rest.removeLast(ending?.0.count ?? 0)
    guard let comparator = sign?.name ?? ending?.1 else { throw complaint }
    self.comparator = comparator
    guard let number = ChineseNumeral.decimal(in: rest, from: 0) else { throw complaint }
    unit = String(String.UnicodeScalarView(rest[number.end...]))
    let known = Self.units[unit]
    kind = known?.0 ?? (unit.isEmpty ? nil : .count)
    value = NSDecimalNumber(decimal: number.value).doubleValue * (known?.1 ?? 1)
  }

  /// Whether a number satisfies the sign.
  func holds(_ number: Double) -> Bool {
    switch comparator {
    case ">=": number >= value
    case ">": number > value
    case "<=": number <= value
    case "<": number < value
    default: number == value
    }
  }

  /// The kinds of quantities that are meant, as codes.
  var kinds: [Int] {
    let kinds: [Quantity.Kind] =
      switch kind {
      case .money: [.money, .rate]
      case .percent: [.percent]
      case .duration: [.duration]
      case .count: [.quantity, .number, .score, .frequency]
      case nil: [.number, .quantity, .percent, .fraction, .money, .score, .frequency, .duration]
      }
    return kinds.map { Codes.code(of: $0, in: Codes.quantityKinds) }
  }
}
