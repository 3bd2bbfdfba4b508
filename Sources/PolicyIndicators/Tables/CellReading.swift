internal import Foundation
internal import PolicyStructure
internal import PolicyText

/// What the words of an indicator's cell say: `A1政策决策（10）` is code A1, name 政策决策, weight 10.
struct CellReading {
  /// Its mark, if it begins with one: a code, or the number of a list.
  let mark: CellMark?
  /// The words behind the mark, without a weight in brackets.
  let name: Range<Int>
  /// The weight in brackets at the end.
  let weight: (value: Decimal, unit: String?)?

  /// `bracketsWeigh`: Whether a bare number in brackets is a weight.
  init(
    _ range: Range<Int>, in text: [Unicode.Scalar], words tableWords: TableWords,
    bracketsWeigh: Bool
  ) {
    let mark = tableWords.mark(range, in: text)
    self.mark = mark
    var words = (mark?.end ?? range.lowerBound)..<range.upperBound
    var weight: (value: Decimal, unit: String?)?
    if let last = words.last, text[last] == "）",
      let open = words.last(where: { text[$0] == "（" }), open > words.lowerBound,
      let found = CellReading.weight(open + 1..<last, in: text),
      bracketsWeigh || found.unit != nil
    {
      weight = found
      words = words.lowerBound..<open
    }
    self.weight = weight
    name = words
  }

  /// The code, where the mark is one and not the number of a list.
  func code(in text: [Unicode.Scalar]) -> String? {
    switch mark?.style {
    case .code, .decimal: mark.map { String(String.UnicodeScalarView(text[$0.range])) }
    default: nil
    }
  }

  /// A number with 分 or % or alone: `20`, `20分`, `权重20%`.
  static func weight(
    _ range: Range<Int>, in text: [Unicode.Scalar]
  ) -> (value: Decimal, unit: String?)? {
    var start = range.lowerBound
    // 权重20%, 共20分, 满分10分.
    while start < range.upperBound, range.upperBound - start > 1, start - range.lowerBound < 4,
      text[start].value >= 0x3400 || text[start] == "：" || text[start] == " "
    {
      start += 1
    }
    var digits = ""
    var end = start
    while end < range.upperBound,
      text[end] == "." || (text[end].value >= 0x30 && text[end].value <= 0x39)
    {
      digits.unicodeScalars.append(text[end])
      end += 1
    }
    guard !digits.isEmpty, let value = Decimal(string: digits) else { return nil }
    if end == range.upperBound { return (value, nil) }
    guard end == range.upperBound - 1 else { return nil }
    switch text[end] {
    case "分": return (value, "分")
    case "%": return (value, "%")
    default: return nil
    }
  }
}
