extension ChineseNumeral {
  /// Chinese digits with 十, 百, 千, 万, 亿: 一万二千三百四十五亿, 一千零一, 廿三.
  ///
  /// Multipliers fall from left to right within a group of four, and groups fall as well; what would
  /// break that order (一十二百) ends the number before it. Spoken, a last digit counts in the next lower
  /// unit (一百五 is 150, 一万五 is 15000), unless 零 stands before it.
  static func grouped(
    in scalars: [Unicode.Scalar], from start: Int, to limit: Int, spoken: Bool
  ) -> (value: Int, end: Int)? {
    var number = GroupedNumber()
    var offset = start
    while offset < limit, number.take(NumeralCharacter(scalars[offset])) { offset += 1 }
    // 一百零 before something that is no digit: 零 belongs to what follows (一百零售点).
    if number.endsInZero, offset > start + 1 { offset -= 1 }
    guard offset > start, let value = number.value(spoken: spoken) else { return nil }
    return (value, offset)
  }
}

/// A number in groups of four digits, as far as it has been read.
private struct GroupedNumber {
  /// What 亿 has closed.
  private var hundredMillions = 0
  /// What 万 has closed since.
  private var tenThousands = 0
  /// What 十, 百 and 千 have closed since.
  private var group = 0
  /// The digit that waits for its multiplier.
  private var digit: Int?
  /// The last multiplier in this group: the next one must be lower.
  private var lastUnit = 10_000
  /// The last multiplier at all, which a spoken last digit is a tenth of.
  private var lastMultiplier = 1
  /// Whether 亿, or 万 in this part, has stood.
  private var hasHundredMillions = false
  private var hasTenThousands = false
  private var isEmpty = true
  /// Whether the last character was 零.
  private(set) var endsInZero = false
  /// Whether 零 stands before the last digit.
  private var zeroBeforeDigit = false

  /// Takes one more character, or says that the number ended before it.
  mutating func take(_ character: NumeralCharacter) -> Bool {
    let taken =
      switch character {
      case .digit(0, arabic: false): takeZero()
      case .digit(let value, arabic: false): takeDigit(value)
      case .unit(let unit): takeUnit(unit)
      case .tens(let value): takeTens(value)
      case .group(let multiplier): takeGroup(multiplier)
      case .digit(_, arabic: true), .none: false
      }
    if taken { isEmpty = false }
    return taken
  }

  private mutating func takeZero() -> Bool {
    guard digit == nil, !endsInZero, !zeroBeforeDigit else { return false }
    endsInZero = true
    return true
  }

  private mutating func takeDigit(_ value: Int) -> Bool {
    guard digit == nil, lastUnit > 1 else { return false }
    digit = value
    zeroBeforeDigit = endsInZero
    endsInZero = false
    return true
  }

  private mutating func takeUnit(_ unit: Int) -> Bool {
    guard unit < lastUnit else { return false }
    // 十 may stand without a digit (十二, 一百十二), 百 and 千 may not.
    guard digit != nil || unit == 10 else { return false }
    group += (digit ?? 1) * unit
    closeDigit(unit)
    return true
  }

  private mutating func takeTens(_ value: Int) -> Bool {
    guard digit == nil, lastUnit > 10 else { return false }
    group += value
    closeDigit(10)
    return true
  }

  private mutating func closeDigit(_ unit: Int) {
    digit = nil
    lastUnit = unit
    lastMultiplier = unit
    endsInZero = false
    zeroBeforeDigit = false
  }

  private mutating func takeGroup(_ multiplier: Int) -> Bool {
    guard !isEmpty, !endsInZero else { return false }
    let closed = group + (digit ?? 0)
    if multiplier == 10_000 {
      guard !hasTenThousands, closed > 0 else { return false }
      tenThousands = closed * 10_000
      hasTenThousands = true
    } else {
      guard !hasHundredMillions, closed + tenThousands > 0 else { return false }
      hundredMillions = (closed + tenThousands) * 100_000_000
      tenThousands = 0
      hasHundredMillions = true
      hasTenThousands = false
    }
    group = 0
    closeDigit(multiplier)
    lastUnit = 10_000
    return true
  }

  /// What has been read, counted together.
  func value(spoken: Bool) -> Int? {
    guard !isEmpty else { return nil }
    var last = digit ?? 0
    if spoken, !zeroBeforeDigit, lastMultiplier >= 100 { last *= lastMultiplier / 10 }
    return hundredMillions + tenThousands + group + last
  }
}
