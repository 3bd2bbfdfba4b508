import PolicyExtraction
import PolicyText

/// What a line of a quoted provision begins with.
enum ProvisionLine {
  /// A number at the start of a line.
  struct Number: Equatable {
    var unit: ReferenceUnit
    var values: [Int]
    /// The offset after it, in scalars of the line.
    var end: Int
  }

  /// The number that a line begins with, as in 第十三条　…, 第三章　…, （四）…, 1.….
  static func number(in line: String) -> Number? {
    let scalars = line.unicodeScalars.map { folded($0) }
    return divisionNumber(in: scalars) ?? listNumber(in: scalars)
  }

  /// 第十三条, 第三章; not where words follow that make it a reference: 第十三条规定的….
  static func divisionNumber(in scalars: [Unicode.Scalar]) -> Number? {
    guard scalars.first == "第" else { return nil }
    var digits = 1
    while digits < scalars.count, isSpace(scalars[digits]) { digits += 1 }
    guard let number = ChineseNumeral.integer(in: scalars, from: digits) else { return nil }
    var end = number.end
    while end < scalars.count, isSpace(scalars[end]) { end += 1 }
    guard end < scalars.count else { return nil }
    let unit: ReferenceUnit
    switch scalars[end] {
    case "条": unit = .article
    case "章": unit = .chapter
    case "节": unit = .section
    case "编": unit = .part
    case "分" where end + 1 < scalars.count && scalars[end + 1] == "编":
      (unit, end) = (.subpart, end + 1)
    default: return nil
    }
    end += 1
    var values = [number.value]
    if unit == .article, end + 1 < scalars.count, scalars[end] == "之",
      let inserted = ChineseNumeral.integer(in: scalars, from: end + 1)
    {
      values.append(inserted.value)
      end = inserted.end
    }
    guard end < scalars.count else { return Number(unit: unit, values: values, end: end) }
    switch scalars[end] {
    case "第", "规", "、", "，", "和", "的", "所", "至", "或", "及", "中", "以", "与", "到", "之": return nil
    default: return Number(unit: unit, values: values, end: end)
    }
  }

  /// A number of a list, as in （四） and 四、.
  static func listNumber(in scalars: [Unicode.Scalar]) -> Number? {
    guard let first = scalars.first else { return nil }
    if first == "（" {
      guard let number = ChineseNumeral.integer(in: scalars, from: 1), number.end < scalars.count,
        scalars[number.end] == "）"
      else { return nil }
      return Number(unit: .item, values: [number.value], end: number.end + 1)
    }
    if (0x2460...0x2473).contains(first.value) {
      return Number(unit: .subitem, values: [Int(first.value) - 0x245F], end: 1)
    }
    guard let number = ChineseNumeral.integer(in: scalars, from: 0), number.end < scalars.count
    else { return nil }
    let isArabic = first.value < 0x80
    switch scalars[number.end] {
    case ".", "．":
      let next = number.end + 1 < scalars.count ? scalars[number.end + 1] : "。"
      guard isArabic, !(next.value >= 0x30 && next.value <= 0x39) else { return nil }
      return Number(unit: .subitem, values: [number.value], end: number.end + 1)
    case "、":
      return Number(
        unit: isArabic ? .subitem : .division, values: [number.value], end: number.end + 1)
    default: return nil
    }
  }

  /// A line without the number that it begins with.
  static func words(of line: String, after number: Number) -> String {
    let rest = line.unicodeScalars.dropFirst(number.end).drop { isSpace(folded($0)) }
    return String(String.UnicodeScalarView(rest))
  }
}
