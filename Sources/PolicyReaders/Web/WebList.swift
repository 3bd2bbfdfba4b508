/// 有序列表: the numbers of an `<ol>`.
///
/// Source: HTML Living Standard, 4.4.5; CSS Counter Styles Level 3 for the Chinese ones.
struct WebList {
  private var next: Int?
  private let step: Int
  private let format: NumberFormat
  private let suffix: String

  /// A list with its attributes and the style written on it.
  init(_ attributes: MarkupAttributes<WebName>, style: [UInt8]) {
    // Where a list that counts down begins is known only at its end.
    let countsDown = attributes[.reversed] != nil
    next = attributes.integer(.start) ?? (countsDown ? nil : 1)
    step = countsDown ? -1 : 1
    (format, suffix) = Self.format(type: attributes[.type], style: style)
  }

  /// The number of the next item, which may have a value of its own.
  mutating func number(value: Int?) -> [Unicode.Scalar] {
    guard let number = value ?? next else { return [] }
    next = number + step
    guard format != .none, number > 0 else { return [] }
    return Array((format.text(of: number) + suffix).unicodeScalars)
  }

  private static func format(type: String?, style: [UInt8]) -> (NumberFormat, String) {
    let styles: [(StaticString, NumberFormat, String)] = [
      ("simp-chinese-formal", .chineseLegalSimplified, "、"),
      ("trad-chinese-formal", .ideographLegalTraditional, "、"),
      ("chinese-informal", .chineseCountingThousand, "、"),
      ("cjk-ideographic", .chineseCountingThousand, "、"),

      ("cjk-decimal", .ideographDigital, "、"), ("cjk-earthly-branch", .ideographZodiac, "、"),
      ("cjk-heavenly-stem", .ideographTraditional, "、"), ("lower-alpha", .lowerLetter, ". "),
      ("lower-latin", .lowerLetter, ". "), ("upper-alpha", .upperLetter, ". "),
      ("upper-latin", .upperLetter, ". "), ("lower-roman", .lowerRoman, ". "),
      ("upper-roman", .upperRoman, ". "), ("list-style-type:none", .none, ""),
      ("list-style:none", .none, ""),
    ]
    if !style.isEmpty, let found = styles.first(where: { style.holds($0.0) }) {
      return (found.1, found.2)
    }
    switch type {
    case "a": return (.lowerLetter, ". ")
    case "A": return (.upperLetter, ". ")
    case "i": return (.lowerRoman, ". ")
    case "I": return (.upperRoman, ". ")
    default: return (.decimal, ". ")
    }
  }

  /// Whether words have a number already, so that the list shows none: 一、, （一）, 1., 第一条, ①.
  static func hasNumber(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    let words = words.drop { $0 == " " || $0 == "\u{3000}" || $0 == "\u{A0}" }
    guard let first = words.first else { return false }
    let second = words.dropFirst().first
    switch first {
    case "（", "(", "第": return second.map(isNumeral) ?? false
    case "①"..."⑳", "0"..."9", "０"..."９": return true
    default:
      guard isNumeral(first) else { return false }
      let mark = words.dropFirst().first { !isNumeral($0) }
      return mark == "、" || mark == "." || mark == "．"
    }
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "０"..."９", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "〇",
      "零":
      true
    default: false
    }
  }
}
