import Foundation
import PolicyText

/// Reads a number and the unit after it: 733万元, 三年半, 百分之五, 三分之二.
struct AmountReader {
  let scalars: [Unicode.Scalar]
  let words: QuantityWords
  /// The block that is read; nothing outside is seen.
  let limits: Range<Int>

  func scalar(_ offset: Int) -> Unicode.Scalar {
    limits.contains(offset) ? scalars[offset] : "\n"
  }

  /// The amount that begins at a numeral, with its sign and its currency.
  func amount(at start: Int) -> Amount? {
    guard var amount = unsigned(at: start) else { return nil }
    applySign(to: &amount)
    includeCurrency(in: &amount)
    return amount
  }

  private func unsigned(at start: Int) -> Amount? {
    if scalar(start) == "半" { return half(at: start) }
    if scalar(start) == "一", scalar(start + 1) == "半" {
      return Amount(
        range: start..<start + 2, kind: .fraction, value: Decimal(5) / 10, numberEnd: start + 2)
    }
    if let share = share(at: start) { return share }
    guard let number = number(at: start) else { return nil }
    if let fraction = fraction(numberAt: start, number) { return fraction }
    var amount = Amount(
      range: start..<number.end, kind: .number, value: number.value, numberEnd: number.end)
    amount.isArabic = scalars[start].value < 0x80
    amount.scale = closingScale(before: number.end)
    readUnit(of: &amount)
    return amount
  }

  // MARK: Numbers

  /// A number as it measures; .5 is read as 0.5, a letter before or behind it makes it a code.
  func number(at start: Int) -> (value: Decimal, end: Int)? {
    if scalar(start) == ".", let digits = arabicDigits(at: start + 1) {
      let value = Decimal(
        sign: .plus, exponent: -(digits.end - start - 1), significand: digits.value)
      return (value, digits.end)
    }
    return ChineseNumeral.decimal(in: scalars, from: start, to: limits.upperBound)
  }

  private func arabicDigits(at start: Int) -> (value: Decimal, end: Int)? {
    var value = 0
    var offset = start
    while offset - start < 17, let digit = arabicDigit(offset) {
      value = value * 10 + digit
      offset += 1
    }
    return offset > start ? (Decimal(value), offset) : nil
  }

  func arabicDigit(_ offset: Int) -> Int? {
    let value = scalar(offset).value
    return value >= 0x30 && value <= 0x39 ? Int(value) - 0x30 : nil
  }

  private func closingScale(before end: Int) -> Decimal {
    var scale: Decimal = 1
    var offset = end - 1
    while case .group(let group) = NumeralCharacter(scalar(offset)) {
      scale *= Decimal(group)
      offset -= 1
    }
    return scale
  }

  // MARK: Shares

  /// 百分之五, 千分之五 and 万分之五: per cent, which 千 and 万 cut down.
  private func share(at start: Int) -> Amount? {
    let parts: Decimal
    switch scalar(start) {
    case "百": parts = 1
    case "千": parts = 10
    case "万": parts = 100
    default: return nil
    }
    guard scalar(start + 1) == "分", scalar(start + 2) == "之" else { return nil }
    let isNegative = scalar(start + 3) == "负"
    let from = start + (isNegative ? 4 : 3)
    let end: Int
    var value: Decimal
    if scalar(from) == "百", scalar(from + 1) != "分" {
      (value, end) = (100, from + 1)
    } else if let number = number(at: from) {
      (value, end) = number
    } else {
      return nil
    }
    value /= parts
    var amount = Amount(
      range: start..<end, kind: .percent, value: isNegative ? -value : value, numberEnd: end)
    amount.unit = "%"
    amount.unitKind = .percent
    return amount
  }

  /// 三分之二, 一又二分之一, 1/2, with a unit behind it or without.
  private func fraction(numberAt start: Int, _ first: (value: Decimal, end: Int)) -> Amount? {
    var whole: Decimal = 0
    var denominator = first
    if scalar(first.end) == "又", let next = number(at: first.end + 1) {
      whole = first.value
      denominator = next
    }
    let numerator: (value: Decimal, end: Int)
    if scalar(denominator.end) == "分", scalar(denominator.end + 1) == "之" {
      guard let read = number(at: denominator.end + 2), denominator.value != 0 else { return nil }
      numerator = (read.value / denominator.value, read.end)
    } else if scalar(first.end) == "/", let below = number(at: first.end + 1),
      isWhole(first.value), isWhole(below.value), below.value > first.value, below.value <= 100,
      scalar(below.end) != "/", unit(at: first.end + 1) == nil, arabicDigit(start) != nil
    {
      numerator = (first.value / below.value, below.end)
    } else {
      return nil
    }
    var amount = Amount(
      range: start..<numerator.end, kind: .fraction, value: (whole + numerator.value).rounded(10),
      numberEnd: numerator.end)
    readUnit(of: &amount)
    return amount
  }

  private func isWhole(_ value: Decimal) -> Bool { value == value.rounded(0) && value > 0 }

  /// 半数, 一半's other half, 半年.
  private func half(at start: Int) -> Amount? {
    if scalar(start + 1) == "数" {
      var amount = Amount(
        range: start..<start + 2, kind: .fraction, value: Decimal(5) / 10, numberEnd: start + 2)
      if scalar(start - 1) == "过", scalar(start - 2) != "超", scalar(start - 2) != "通" {
        amount.comparator = .moreThan
        amount.outer = start - 1..<start + 2
      } else if scalar(start - 1) == "过" {
        amount.comparator = .moreThan
        amount.outer = start - 2..<start + 2
      }
      return amount
    }
    if scalar(start - 1) == "过", scalar(start - 2) != "通", scalar(start - 2) != "经",
      unit(at: start + 1) == nil
    {
      var amount = Amount(
        range: start - 1..<start + 1, kind: .fraction, value: Decimal(5) / 10,
        numberEnd: start + 1)
      amount.comparator = .moreThan
      return amount
    }
    var amount = Amount(
      range: start..<start + 1, kind: .number, value: Decimal(5) / 10, numberEnd: start + 1)
    guard let unit = unit(at: start + 1), unit.unit.kind == .time || unit.unit.kind == .measure,
      !isLookalike(at: start + 1, unitEnd: unit.end)
    else { return nil }
    readUnit(of: &amount)
    return amount
  }

  // MARK: Units

  func unit(at offset: Int) -> (unit: QuantityWords.Unit, end: Int)? {
    guard let found = words.unitTrie.longest(in: scalars, from: offset, to: limits.upperBound)
    else { return nil }
    let unit = words.units[found.word]
    // Latin symbols end where the word ends: m in 3 main is no metre.
    if scalars[found.end - 1].value < 0x80, isLatinLetter(scalars[found.end - 1]),
      isLatinLetter(scalar(found.end))
    {
      return nil
    }
    return (unit, found.end)
  }

  func isLatinLetter(_ scalar: Unicode.Scalar) -> Bool {
    let lower = scalar.value | 0x20
    return lower >= 0x61 && lower <= 0x7A
  }

  func isLookalike(at offset: Int, unitEnd: Int) -> Bool {
    guard let found = words.lookalikes.longest(in: scalars, from: offset, to: limits.upperBound)
    else { return false }
    return found.end > unitEnd
  }

  private func readUnit(of amount: inout Amount) {
    var offset = amount.numberEnd
    if scalar(offset) == " " { offset += 1 }
    // 20余家, 三十多人: more than the number.
    if scalar(offset) == "余" || scalar(offset) == "多", unit(at: offset + 1) != nil {
      amount.comparator = .moreThan
      offset += 1
    }
    guard let found = unit(at: offset), !isLookalike(at: offset, unitEnd: found.end) else { return }
    if found.unit.kind == .tenth, !isShareInTenths(at: found.end) { return }
    if found.unit.kind == .score, scalar(found.end) == "之" { return }
    amount.range = amount.range.lowerBound..<found.end
    amount.outer = amount.range
    amount.unit = found.unit.name
    amount.unitKind = found.unit.kind
    amount.designator = found.unit.designator
    let value = amount.value ?? 0
    switch found.unit.kind {
    case .percent, .point: amount.kind = .percent
    case .permille:
      amount.kind = .percent
      amount.value = value / 10
    case .tenth:
      amount.kind = .percent
      amount.value = value * 10
    case .money:
      amount.kind = .money
      amount.value = value * found.unit.factor
      readCoins(of: &amount, after: found.unit)
    case .time:
      amount.kind = .duration
      readDuration(of: &amount, first: found.unit)
    case .score: amount.kind = .score
    case .measure, .count, .event, .multiple:
      amount.kind = .quantity
      if found.unit.kind == .measure { readHalf(of: &amount) }
    }
  }

  /// Whether 成 means tenths: the word ends there, or a bound follows (三成以上).
  private func isShareInTenths(at offset: Int) -> Bool {
    switch scalar(offset) {
    case "以", "，", "。", "、", "；", "左", "的", "多", "至", "到", "\n", "）", "-", "~", "—", "～": true
    default: false
    }
  }

  /// 十五斤半: half a unit more.
  private func readHalf(of amount: inout Amount) {
    guard scalar(amount.range.upperBound) == "半", let value = amount.value else { return }
    amount.value = value + Decimal(5) / 10
    amount.range = amount.range.lowerBound..<amount.range.upperBound + 1
    amount.outer = amount.range
  }
}

extension Decimal {
  /// The value with so many digits after the point, halves rounded away from zero.
  func rounded(_ digits: Int) -> Decimal {
    var value = self
    var result = Decimal()
    NSDecimalRound(&result, &value, digits, .plain)
    return result
  }
}
