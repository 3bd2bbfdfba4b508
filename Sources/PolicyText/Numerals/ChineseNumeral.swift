/// 数: numbers in Chinese and Arabic digits, read from folded text without making a `String`.
///
/// ``integer(in:from:to:)`` reads the numbers that count units (第一百零三条, （二十）, 12.), ``decimal(in:from:to:)``
/// the numbers that measure (三点一四, 1.5万, 1，234，567). Both take the longest number that begins at the
/// offset and leave it to the caller whether a number is meant there at all: 一般 begins with a 1.
public enum ChineseNumeral {
  /// The number that begins at an offset, as it counts units, and the offset after it.
  ///
  /// `一百零三` is 103, `二十` 20, `廿三` 23, `十` 10, `二〇一九` and `2019` are 2019 (digit by digit),
  /// `一万二千` is 12000. A digit right after 百 counts ones, as in 第一百五条: ordinals know no 一百五
  /// for 150. 百, 千, 万 and 亿 begin no number, and one that no `Int` holds is none.
  ///
  /// - Complexity: linear in the length of the number.
  public static func integer(
    in scalars: [Unicode.Scalar], from start: Int, to limit: Int? = nil
  ) -> (value: Int, end: Int)? {
    let limit = limit ?? scalars.count
    guard start < limit else { return nil }
    switch NumeralCharacter(scalars[start]) {
    case .digit(_, arabic: true): return arabicDigits(in: scalars, from: start, to: limit)
    case .digit(_, arabic: false):
      let run = digitByDigit(in: scalars, from: start, to: limit)
      if let run, run.end - start > 1 {
        guard run.end < limit, isMultiplier(scalars[run.end]) else { return run }
        // 三五十人 is an estimate and no number: the first digit stands alone.
        return integer(in: scalars, from: start, to: start + 1)
      }
      // A circle by itself marks a line of a list.
      if NumeralCharacter.isCircle(scalars[start]), scalars[start] != "〇" { return nil }
      return grouped(in: scalars, from: start, to: limit, spoken: false)
    case .unit(10), .tens: return grouped(in: scalars, from: start, to: limit, spoken: false)
    case .unit, .group, .none: return nil
    }
  }

  /// Arabic digits only: 2019.
  static func arabicDigits(
    in scalars: [Unicode.Scalar], from start: Int, to limit: Int
  ) -> (value: Int, end: Int)? {
    var value = 0
    var offset = start
    while offset < limit, case .digit(let digit, arabic: true) = NumeralCharacter(scalars[offset]) {
      let (tenfold, tooLarge) = value.multipliedReportingOverflow(by: 10)
      guard !tooLarge else { return nil }
      let (sum, tooLargeStill) = tenfold.addingReportingOverflow(digit)
      guard !tooLargeStill else { return nil }
      value = sum
      offset += 1
    }
    return offset > start ? (value, offset) : nil
  }

  /// Chinese digits side by side: 二〇一九, also with the letter O or a 0 for 〇.
  static func digitByDigit(
    in scalars: [Unicode.Scalar], from start: Int, to limit: Int
  ) -> (value: Int, end: Int)? {
    var value = 0
    var offset = start
    while offset < limit {
      let digit: Int
      if case .digit(let chinese, arabic: false) = NumeralCharacter(scalars[offset]) {
        // 两 is said of a number of things only, and after a number it is a weight.
        if scalars[offset] == "两" || scalars[offset] == "兩" {
          return offset > start ? (value, offset) : (chinese, offset + 1)
        }
        digit = chinese
      } else if offset > start, isZeroAmongDigits(in: scalars, at: offset, to: limit) {
        digit = 0
      } else {
        break
      }
      guard value < 100_000_000_000_000_000 else { return nil }
      value = value * 10 + digit
      offset += 1
    }
    return offset > start ? (value, offset) : nil
  }

  /// Whether a letter O or a 0 stands for 〇: 二OO三, 二00三, 二O年.
  ///
  /// Latin words (一OK) are left alone.
  private static func isZeroAmongDigits(
    in scalars: [Unicode.Scalar], at start: Int, to limit: Int
  ) -> Bool {
    func standsForZero(_ scalar: Unicode.Scalar) -> Bool {
      scalar == "0" || NumeralCharacter.isCircle(scalar)
    }
    var offset = start
    while offset < limit, standsForZero(scalars[offset]) { offset += 1 }
    guard offset > start else { return false }
    guard offset < limit else { return true }
    switch NumeralCharacter(scalars[offset]) {
    case .digit(_, arabic: false): return true
    case .digit(_, arabic: true): return false
    default: return !isLatin(scalars[offset])
    }
  }

  /// Whether a character multiplies the digits before it: 十, 百, 千, 万, 亿.
  static func isMultiplier(_ scalar: Unicode.Scalar) -> Bool {
    switch NumeralCharacter(scalar) {
    case .unit, .group: true
    default: false
    }
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    let lower = scalar.value | 0x20
    return lower >= 0x61 && lower <= 0x7A
  }
}
