extension Indicator {
  /// Units are no longer than this: 元/平方米.
  private static let longestUnit = 8

  /// Gives bare numbers of target and actual value the unit that a column of its own states: 3.2 and %.
  mutating func measure(in unit: String) {
    guard let first = unit.unicodeScalars.first,
      first.value >= 0x3400 || first == "%" || first == "％" || first == "‰",
      unit.unicodeScalars.count <= Self.longestUnit
    else { return }
    target = target.map { Indicator.isBareNumber($0) ? $0 + unit : $0 }
    actual = actual.map { Indicator.isBareNumber($0) ? $0 + unit : $0 }
  }

  /// Digits, with a point and a comparison at most: 3.2, ≥90.
  private static func isBareNumber(_ words: String) -> Bool {
    var hasDigit = false
    for scalar in words.unicodeScalars {
      switch scalar {
      case "0"..."9": hasDigit = true
      case ".", "+", "-", "=", "＝", "≥", "≤", ">", "<", "＞", "＜", ",": continue
      default: return false
      }
    }
    return hasDigit
  }
}
