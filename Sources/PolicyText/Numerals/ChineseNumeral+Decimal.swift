public import Foundation

extension ChineseNumeral {
  /// The number that begins at an offset, as it measures, and the offset after it.
  ///
  /// `三点一四` is 3.14, `2.5` 2.5, `1，234，567` 1234567 (commas count only in groups of three), `733万`
  /// 7330000, `1.5万亿` 1500000000000, `1亿2000万` 120000000, `一万五` 15000. 千 and 百 after Arabic digits
  /// are left where they begin a unit of their own (5千瓦, 1百分点). Signs, 百分之, 成 and 半 are for the
  /// caller. The value is exact.
  ///
  /// - Complexity: linear in the length of the number.
  public static func decimal(
    in scalars: [Unicode.Scalar], from start: Int, to limit: Int? = nil
  ) -> (value: Decimal, end: Int)? {
    let limit = limit ?? scalars.count
    guard start < limit else { return nil }
    switch NumeralCharacter(scalars[start]) {
    case .digit(_, arabic: true): return arabicDecimal(in: scalars, from: start, to: limit)
    case .digit(_, arabic: false), .unit(10), .tens:
      return chineseDecimal(in: scalars, from: start, to: limit)
    case .unit, .group, .none: return nil
    }
  }

  private static func chineseDecimal(
    in scalars: [Unicode.Scalar], from start: Int, to limit: Int
  ) -> (value: Decimal, end: Int)? {
    guard let ordinal = integer(in: scalars, from: start, to: limit) else { return nil }
    let spoken = grouped(in: scalars, from: start, to: ordinal.end, spoken: true)
    let whole = spoken?.end == ordinal.end ? spoken?.value ?? ordinal.value : ordinal.value
    guard let fraction = chineseFraction(in: scalars, from: ordinal.end, to: limit) else {
      return (Decimal(whole), ordinal.end)
    }
    let value = Decimal(ordinal.value) + fraction.value
    return multiplied(value, in: scalars, from: fraction.end, to: limit)
  }

  /// 点 and the digits after it, unless it tells the time (八点三十分) or counts points (三点一是).
  private static func chineseFraction(
    in scalars: [Unicode.Scalar], from start: Int, to limit: Int
  ) -> (value: Decimal, end: Int)? {
    guard start < limit, scalars[start] == "点" || scalars[start] == "點" else { return nil }
    var digits = DecimalDigits()
    var offset = start + 1
    while offset < limit,
      case .digit(let digit, arabic: false) = NumeralCharacter(scalars[offset]),
      scalars[offset] != "两", digits.append(digit)
    {
      offset += 1
    }
    let count = offset - start - 1
    guard count > 0 else { return nil }
    if offset < limit {
      if case .unit = NumeralCharacter(scalars[offset]) { return nil }
      if count == 1, scalars[offset] == "是" { return nil }
    }
    return (digits.value(fractionDigits: count), offset)
  }

  private static func arabicDecimal(
    in scalars: [Unicode.Scalar], from start: Int, to limit: Int
  ) -> (value: Decimal, end: Int)? {
    guard let first = plainDecimal(in: scalars, from: start, to: limit) else { return nil }
    guard let multiplier = multiplier(in: scalars, at: first.end, to: limit) else { return first }
    var value = first.value * multiplier.value
    var end = multiplier.end
    var last = multiplier.value
    // 1亿2000万, 3万5千, 1万2000: parts follow as long as each is smaller than the last multiplier.
    while end < limit, let part = arabicDigits(in: scalars, from: end, to: limit) {
      let next = Self.multiplier(in: scalars, at: part.end, to: limit)
      guard next != nil || part.end - end >= 3 else { break }
      let amount = Decimal(part.value) * (next?.value ?? 1)
      guard amount < last else { break }
      value += amount
      end = next?.end ?? part.end
      last = next?.value ?? 1
    }
    return (value, end)
  }

  /// Arabic digits with a decimal point and commas between groups of three.
  private static func plainDecimal(
    in scalars: [Unicode.Scalar], from start: Int, to limit: Int
  ) -> (value: Decimal, end: Int)? {
    func digit(at offset: Int) -> Int? {
      guard offset < limit, case .digit(let digit, arabic: true) = NumeralCharacter(scalars[offset])
      else { return nil }
      return digit
    }
    var digits = DecimalDigits()
    var offset = start
    while let next = digit(at: offset) {
      guard digits.append(next) else { return nil }
      offset += 1
    }
    if offset - start <= 3 && scalars[start] != "0" {
      while offset < limit, scalars[offset] == "，" || scalars[offset] == ",",
        let first = digit(at: offset + 1), let second = digit(at: offset + 2),
        let third = digit(at: offset + 3), digit(at: offset + 4) == nil
      {
        guard digits.append(first), digits.append(second), digits.append(third) else { return nil }
        offset += 4
      }
    }
    var fractionDigits = 0
    if offset < limit, scalars[offset] == ".", digit(at: offset + 1) != nil {
      offset += 1
      while let next = digit(at: offset) {
        guard digits.append(next) else { return nil }
        fractionDigits += 1
        offset += 1
      }
    }
    return (digits.value(fractionDigits: fractionDigits), offset)
  }

  private static func multiplied(
    _ value: Decimal, in scalars: [Unicode.Scalar], from start: Int, to limit: Int
  ) -> (value: Decimal, end: Int) {
    guard let multiplier = multiplier(in: scalars, at: start, to: limit) else {
      return (value, start)
    }
    return (value * multiplier.value, multiplier.end)
  }

  /// 万, 亿, 千, 百 and what they build together (万亿, 千万, 百万, 千亿) right after Arabic digits.
  private static func multiplier(
    in scalars: [Unicode.Scalar], at start: Int, to limit: Int
  ) -> (value: Decimal, end: Int)? {
    var value = 1
    var offset = start
    var lastWasUnit = false
    loop: while offset < limit {
      switch NumeralCharacter(scalars[offset]) {
      case .unit(let unit) where unit >= 100 && offset == start:
        guard !beginsUnit(in: scalars, at: offset, to: limit) else { break loop }
        value = unit
        lastWasUnit = true
      case .group(let group) where offset == start || lastWasUnit:
        value *= group
        lastWasUnit = false
      case .group(100_000_000) where value == 10_000 || value == 10_000_000:
        value *= 100_000_000
        offset += 1
        break loop
      default: break loop
      }
      offset += 1
    }
    return offset > start ? (Decimal(value), offset) : nil
  }

  /// Whether 千 or 百 belongs to the unit after it: 千瓦, 千米, 百分点.
  private static func beginsUnit(
    in scalars: [Unicode.Scalar], at offset: Int, to limit: Int
  ) -> Bool {
    guard offset + 1 < limit else { return false }
    switch (scalars[offset], scalars[offset + 1]) {
    case ("百", "分"), ("百", "帕"): return true
    case ("千", "瓦"), ("千", "米"), ("千", "克"), ("千", "卡"), ("千", "帕"), ("千", "伏"), ("千", "赫"),
      ("千", "焦"), ("千", "牛"), ("千", "字"), ("千", "安"):
      return true
    default: return false
    }
  }
}

/// Up to 36 decimal digits, kept exactly.
private struct DecimalDigits {
  private var high = 0
  private var low = 0
  private var lowCount = 0
  private var isLong = false

  /// Appends a digit, or says that there is no room for it.
  mutating func append(_ digit: Int) -> Bool {
    if lowCount == 18 {
      guard !isLong else { return false }
      isLong = true
      high = low
      low = 0
      lowCount = 0
    }
    low = low * 10 + digit
    lowCount += 1
    return true
  }

  /// The digits as a number, the last ones after the decimal point; 0.80 is 0.8.
  func value(fractionDigits: Int) -> Decimal {
    var significand = low
    var exponent = -fractionDigits
    guard isLong else {
      while exponent < 0, significand % 10 == 0 {
        significand /= 10
        exponent += 1
      }
      return Decimal(sign: .plus, exponent: exponent, significand: Decimal(significand))
    }
    let whole =
      Decimal(sign: .plus, exponent: lowCount, significand: Decimal(high)) + Decimal(low)
    return Decimal(sign: .plus, exponent: exponent, significand: whole)
  }
}
