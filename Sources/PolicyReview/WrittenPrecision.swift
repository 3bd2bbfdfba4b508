import Foundation
import PolicyText

/// 精度: how exactly a number is written, and so by how much a sum or a share of it may be off.
enum WrittenPrecision {
  /// Half of the last written digit of a number that may be rounded; 0 for a whole count.
  static func step(of range: Range<Int>, in scalars: [Unicode.Scalar]) -> Decimal {
    let words = scalars[range]
    guard words.contains(where: { $0 == "." || $0 == "万" || $0 == "亿" }) else { return 0 }
    let scale: Decimal =
      words.contains("亿") ? 100_000_000 : words.contains("万") ? 10_000 : 1
    return lastDigit(of: range, in: scalars) * scale / 2
  }

  /// The weight of the last digit after the point: 0.01 for 72.71, 1 for 73.
  static func lastDigit(of range: Range<Int>, in scalars: [Unicode.Scalar]) -> Decimal {
    var digit = Decimal(1)
    var isFraction = false
    for scalar in scalars[range] {
      if scalar == "." {
        isFraction = true
      } else if isFraction {
        guard ("0"..."9").contains(scalar) else { break }
        digit /= 10
      }
    }
    return digit
  }

  /// A number as people write it: rounded to so many places, without zeros at its end.
  static func plain(_ value: Decimal, places: Int = 2) -> String {
    var exact = value
    var rounded = Decimal()
    NSDecimalRound(&rounded, &exact, places, .plain)
    return "\(rounded)"
  }

  /// An amount as people write it, in the unit of the words that it is compared with: 560万元.
  static func amount(_ value: Decimal, like range: Range<Int>, in scalars: [Unicode.Scalar])
    -> String
  {
    let words = scalars[range]
    let digits = words.lastIndex { ("0"..."9").contains($0) } ?? range.upperBound - 1
    let unit = String(String.UnicodeScalarView(scalars[digits + 1..<range.upperBound]))
    let scale: Decimal =
      unit.hasPrefix("亿") ? 100_000_000 : unit.hasPrefix("万") ? 10_000 : 1
    return plain(value / scale, places: 6) + unit
  }
}
