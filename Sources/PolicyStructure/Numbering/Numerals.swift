/// Small numbers in Chinese or Arabic digits, as they number units.
enum Numerals {
  /// The value of a Chinese digit or ten, hundred, thousand; `nil` for other scalars.
  @inline(__always)
  static func chinese(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "一": 1
    case "二": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    case "〇", "○", "零": 0
    case "两": 2
    case "十": 10
    case "百": 100
    case "千": 1000
    default: nil
    }
  }

  /// Reads a number in Chinese characters, with tens and hundreds (一百零三) or digit by digit (一〇三).
  static func readChinese(
    _ scalars: UnsafeBufferPointer<Unicode.Scalar>, from start: Int
  ) -> (value: Int, end: Int)? {
    var total = 0
    var digit: Int?
    var digits = 0
    var offset = start
    while offset < scalars.count, offset - start < 12, let value = chinese(scalars[offset]) {
      if value >= 10 {
        total += (digit ?? 1) * value
        digit = nil
        digits = 0
      } else {
        digit = (digits > 0 ? (digit ?? 0) * 10 : 0) + value
        // 零 between a hundred and a one is no digit of its own.
        digits += total > 0 && value == 0 ? 0 : 1
      }
      offset += 1
    }
    guard offset > start else { return nil }
    return (total + (digit ?? 0), offset)
  }

  /// Reads a number in Arabic digits, at most four.
  static func readArabic(
    _ scalars: UnsafeBufferPointer<Unicode.Scalar>, from start: Int
  ) -> (value: Int, end: Int)? {
    var value = 0
    var offset = start
    while offset < scalars.count, scalars[offset].value >= 0x30, scalars[offset].value <= 0x39 {
      value = value * 10 + Int(scalars[offset].value - 0x30)
      offset += 1
      if offset - start > 4 { return nil }
    }
    return offset > start ? (value, offset) : nil
  }

  /// Reads a number in either kind of digits.
  static func read(
    _ scalars: UnsafeBufferPointer<Unicode.Scalar>, from start: Int
  ) -> (value: Int, end: Int)? {
    readChinese(scalars, from: start) ?? readArabic(scalars, from: start)
  }

  /// The value of a circled number: ① is 1.
  @inline(__always)
  static func circled(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x2460...0x2473: Int(scalar.value) - 0x245F
    case 0x2776...0x277F: Int(scalar.value) - 0x2775
    case 0x3251...0x325F: Int(scalar.value) - 0x3251 + 21
    default: nil
    }
  }
}

extension Numerals {
  /// Whether a stretch begins with an Arabic number and a stop, a 、 or words.
  static func readArabicPrefix(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    guard range.count >= 3, text[range.lowerBound].value >= 0x30,
      text[range.lowerBound].value <= 0x39
    else { return false }
    let next = text[range.lowerBound + 1]
    return next == "." || next == "、" || next == "．" || next == "）"
      || (next.value >= 0x30 && next.value <= 0x39
        && (text[range.lowerBound + 2] == "." || text[range.lowerBound + 2] == "、"))
      || next.value > 0x3000
  }
}
