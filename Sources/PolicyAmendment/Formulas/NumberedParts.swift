import PolicyText

/// Cuts a decision at its numbers, 一、（一）1., wherever they begin a paragraph or a sentence.
struct NumberedParts {
  /// A part of a decision.
  struct Part {
    /// Its words, without its number.
    var range: Range<Int>
    /// How deep its number stands: 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）; 0 without one.
    var style: Int
  }

  /// The parts, and what stands before the first of them.
  private(set) var parts: [Part] = []

  init(_ scalars: [Unicode.Scalar]) {
    var start = 0
    var style = 0
    var offset = 0
    while offset < scalars.count {
      if Self.mayBegin(scalars, offset), let number = Self.number(scalars, from: offset) {
        if start < offset { parts.append(Part(range: start..<offset, style: style)) }
        style = number.style
        start = number.end
        offset = number.end
        // 一、（一）: a number right behind a number.
        continue
      }
      offset += 1
    }
    if start < scalars.count { parts.append(Part(range: start..<scalars.count, style: style)) }
  }

  private static func mayBegin(_ scalars: [Unicode.Scalar], _ offset: Int) -> Bool {
    guard offset > 0 else { return true }
    switch scalars[offset - 1] {
    case CollapsedText.paragraphEnd, CollapsedText.quotation, "。", "；", "：", "、", "）", ".":
      return true
    default: return false
    }
  }

  /// A number with its mark, 一、（一）1.（1）: the offset after it, and how deep it stands.
  private static func number(
    _ scalars: [Unicode.Scalar], from start: Int
  ) -> (end: Int, style: Int)? {
    guard let end = end(of: scalars, from: start) else { return nil }
    let isBracketed = scalars[start] == "（"
    let isArabic = scalars[isBracketed ? start + 1 : start].value < 0x80
    return (end, (isBracketed ? 2 : 1) + (isArabic ? 2 : 0))
  }

  private static func end(of scalars: [Unicode.Scalar], from start: Int) -> Int? {
    let limit = scalars.count
    if scalars[start] == "（" {
      guard let number = ChineseNumeral.integer(in: scalars, from: start + 1, to: limit),
        number.end < limit, scalars[number.end] == "）"
      else { return nil }
      return number.end + 1
    }
    guard let number = ChineseNumeral.integer(in: scalars, from: start, to: limit),
      number.end + 1 < limit
    else { return nil }
    switch scalars[number.end] {
    case "、":
      // 一、二项: numbers of a list are none of the decision.
      return ChineseNumeral.integer(in: scalars, from: number.end + 1, to: limit) == nil
        ? number.end + 1 : nil
    case ".":
      let next = scalars[number.end + 1]
      return next.value >= 0x30 && next.value <= 0x39 ? nil : number.end + 1
    default: return nil
    }
  }
}
