/// 编号格式: how Word, or a list of HTML, writes the number of a paragraph.
///
/// The raw value is the name that Office Open XML has for it.
///
/// Source: ISO/IEC 29500-1, 17.18.59 (`ST_NumberFormat`); [MS-DOCX] 2.4, which shows the number 100
/// of each: 一百 of `chineseCountingThousand`, 一○○ of `chineseCounting`.
enum NumberFormat: String, Sendable, CaseIterable {
  case bullet
  case none
  case decimal
  case decimalZero
  case decimalFullWidth
  case decimalFullWidth2
  case decimalHalfWidth
  case decimalEnclosedCircle
  case decimalEnclosedCircleChinese
  case decimalEnclosedFullstop
  case decimalEnclosedParen
  case upperRoman
  case lowerRoman
  case upperLetter
  case lowerLetter
  case ordinal
  case chineseCounting
  case chineseCountingThousand
  case chineseLegalSimplified
  case ideographDigital
  case ideographTraditional
  case ideographZodiac
  case ideographEnclosedCircle
  case ideographLegalTraditional
  case japaneseCounting
  case japaneseDigitalTenThousand
  case japaneseLegal
  case koreanCounting
  case koreanDigital
  case koreanDigital2
  case taiwaneseCounting
  case taiwaneseCountingThousand
  case taiwaneseDigital
  case numberInDash

  /// Whether it is Arabic already, whatever its form.
  var isArabic: Bool {
    switch self {
    case .decimal, .decimalZero, .decimalFullWidth, .decimalFullWidth2, .decimalHalfWidth,
      .decimalEnclosedCircle, .decimalEnclosedCircleChinese, .decimalEnclosedFullstop,
      .decimalEnclosedParen, .ordinal, .numberInDash:
      true
    default: false
    }
  }

  /// A number in this format: 12 is 十二, 一二, ⑫ or xii.
  func text(of number: Int) -> String {
    switch self {
    case .bullet, .none: ""
    case .decimal, .decimalHalfWidth, .ordinal: String(number)
    case .decimalZero: number < 10 ? "0\(max(number, 0))" : String(number)
    case .decimalFullWidth, .decimalFullWidth2: Self.shifted(String(number), by: 0xFEE0)
    case .decimalEnclosedCircle, .decimalEnclosedCircleChinese: Self.circled(number)
    case .decimalEnclosedFullstop:
      Self.enclosed(number, from: 0x2488, count: 20) ?? "\(number)."
    case .decimalEnclosedParen:
      Self.enclosed(number, from: 0x2474, count: 20) ?? "(\(number))"
    case .upperRoman: Self.roman(number).uppercased()
    case .lowerRoman: Self.roman(number)
    case .upperLetter: Self.letters(number).uppercased()
    case .lowerLetter: Self.letters(number)
    case .chineseCountingThousand, .taiwaneseCountingThousand, .japaneseCounting, .koreanCounting:
      ChineseNumber.counting(number)
    case .chineseCounting, .taiwaneseCounting:
      number < 100 ? ChineseNumber.counting(number) : ChineseNumber.digits(number)
    case .chineseLegalSimplified: ChineseNumber.legal(number, simplified: true)
    case .ideographLegalTraditional, .japaneseLegal:
      ChineseNumber.legal(number, simplified: false)
    case .ideographDigital, .japaneseDigitalTenThousand, .taiwaneseDigital, .koreanDigital,
      .koreanDigital2:
      ChineseNumber.digits(number)
    case .ideographTraditional: Self.cycle("甲乙丙丁戊己庚辛壬癸", number)
    case .ideographZodiac: Self.cycle("子丑寅卯辰巳午未申酉戌亥", number)
    case .ideographEnclosedCircle: Self.enclosed(number, from: 0x3280, count: 10) ?? String(number)
    case .numberInDash: "- \(number) -"
    }
  }

  /// ① to ⑳, ㉑ to ㊿, and the bare number beyond.
  static func circled(_ number: Int) -> String {
    guard (1...50).contains(number) else { return String(number) }
    return enclosed(number, from: 0x2460, count: 20)
      ?? enclosed(number - 20, from: 0x3251, count: 15)
      ?? enclosed(number - 35, from: 0x32B1, count: 15) ?? String(number)
  }

  private static func enclosed(_ number: Int, from first: UInt32, count: Int) -> String? {
    guard (1...count).contains(number) else { return nil }
    return Unicode.Scalar(first + UInt32(number) - 1).map { String(Character($0)) }
  }

  private static func shifted(_ text: String, by distance: UInt32) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { Unicode.Scalar($0.value + distance) ?? $0 }))
  }

  /// a to z, then aa, bb, as Word goes on.
  private static func letters(_ number: Int) -> String {
    guard number > 0, number <= 26 * 30 else { return String(number) }
    let letter = Character(Unicode.Scalar(UInt8(97 + (number - 1) % 26)))
    return String(repeating: letter, count: (number - 1) / 26 + 1)
  }

  private static func roman(_ number: Int) -> String {
    guard (1...3999).contains(number) else { return String(number) }
    let values = [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
      (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var rest = number
    var text = ""
    for (value, letters) in values {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text
  }

  private static func cycle(_ characters: String, _ number: Int) -> String {
    let characters = Array(characters)
    guard number > 0 else { return String(number) }
    return String(characters[(number - 1) % characters.count])
  }
}
