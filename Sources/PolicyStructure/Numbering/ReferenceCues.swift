import PolicyText

/// What tells a reference (依照本法第五条的规定) from the number of a unit.
///
/// A unit's number is followed by its own words; a reference is followed by 的, 规定, 所列, a number
/// of the next level (第二款) or a mark that goes on with the sentence, or is preceded by the name of
/// a law or by 依照, 违反 and the like.
enum ReferenceCues {
  typealias Text = UnsafeBufferPointer<Unicode.Scalar>

  /// Whether the words around a mark say that it is a reference.
  static func marks(
    _ mark: NumberMark, in text: Text, line: ReadingLine, layout: Layout
  ) -> Bool {
    // A number that a line break cuts stands in the middle of a sentence, unless articles were run
    // together before the lines were broken: …五日。第八 / 条　学校….
    if mark.range.upperBound > line.range.upperBound {
      switch mark.style {
      case .part, .subpart, .chapter, .section, .attachment: return true
      default: if mark.place != .afterSentence, mark.place != .afterColon { return true }
      }
    }
    if mark.style == .attachment { return attachmentIsReference(mark, in: text, line: line) }
    guard mark.range.upperBound < text.count else { return mark.place == .inside }
    let atLineEnd = mark.range.upperBound == line.range.upperBound
    let gap = !atLineEnd && layout.reading.hasGap(before: mark.range.upperBound)
    if mark.place == .inside && !gap && namesLaw(before: mark.range.lowerBound, in: text)
      && !endsDivisionTitle(mark, in: text, line: line)
    {
      return true
    }
    switch mark.style {
    case .part, .subpart, .chapter, .section, .article:
      return goesOn(after: mark, in: text, gap: gap, atLineEnd: atLineEnd)
    case .bracketedChinese, .bracketedArabic:
      let next = text[mark.range.upperBound]
      let second: Unicode.Scalar =
        mark.range.upperBound + 1 < text.count ? text[mark.range.upperBound + 1] : " "
      // （一）项目申报 begins with a word; （一）项的 and （一）至（三）项 are references.
      if next == "项" { return second != "目" && second != "下" }
      if next == "至" { return second == "（" || second == "第" }
      if next == "款" { return second != "项" && second != "物" }
      if next == "目" { return second != "标" && second != "的" && second != "录" && second != "前" }
      return next == "、"
        || (next == "的" && !gap) || next == "，" || next == "和"
        || (next == "或" && mark.range.upperBound + 2 < text.count
          && text[mark.range.upperBound + 1] == "者" && text[mark.range.upperBound + 2] == "（")
    case .decimal where mark.rest.isEmpty:
      // A bare number is a heading only where white space and a title follow.
      return !gap || atLineEnd || mark.place != .lineStart
    case .decimal, .arabic:
      return measures(after: mark.range.upperBound, in: text)
    case .halfBracketed:
      // 第（ and 一）项 on the next line.
      return mark.range.lowerBound > 0 && text[mark.range.lowerBound - 1] == "（"
    case .chinese, .circled, .letter, .attachment:
      return false
    }
  }

  /// Whether the words behind 第N条 carry a sentence on.
  private static func goesOn(
    after mark: NumberMark, in text: Text, gap: Bool, atLineEnd: Bool
  ) -> Bool {
    let end = mark.range.upperBound
    switch text[end] {
    case "，", "。", "；", "、", "）", "》", "”", "’", "至", "—", "～", "~":
      return !(atLineEnd && mark.place == .lineStart)
    case "的", "所":
      return !gap
    case "和", "及", "或", "与", "以":
      // 第五条和第六条, 第五条或者第六条 go on to another number; 第五条和谐社区建设 does not.
      guard !gap else { return false }
      for offset in end..<min(end + 4, text.count)
      where text[offset] == "第" || text[offset] == "本" || text[offset] == "《" {
        return true
      }
      return false
    case "规":
      return !gap && end + 1 < text.count && text[end + 1] == "定"
    case "第":
      // 第五条第二款: the next level of a citation. 第一章第一节 and 第一章第一条 begin units.
      guard let (_, next) = Numerals.read(text, from: end + 1), next < text.count else {
        return false
      }
      switch text[next] {
      case "款", "项", "目", "句": return true
      case "条", "节":
        return !gap && mark.style != .chapter && mark.style != .part && mark.style != .section
      default: return false
      }
    case "（":
      // 第五条（一）项.
      guard let (_, next) = Numerals.readChinese(text, from: end + 1), next + 1 < text.count,
        text[next] == "）"
      else { return false }
      return text[next + 1] == "项" || text[next + 1] == "、" || text[next + 1] == "至"
    case "之":
      return end + 1 < text.count && text[end + 1] == "规"
    case "修", "中":
      return !gap && !atLineEnd && mark.style == .article && mark.place == .inside
    default:
      return false
    }
  }

  /// Whether the words before a number name what it is a number of: 本法, 《…》, 依照.
  private static func namesLaw(before offset: Int, in text: Text) -> Bool {
    guard offset > 0 else { return false }
    switch text[offset - 1] {
    case "》", "〉", "法", "例", "定", "则", "照", "据", "反", "按", "和", "、", "至", "与", "或", "者", "及",
      "第", "在", "将", "对", "去", "为", "由", "依", "款", "项", "，", "（", "同", "本", "章", "该",
      "中", "除", "有", "程", "约", "旧", "新", "释", "用", "“":
      return true
    default:
      return false
    }
  }

  /// Whether the words before 第一条 on its line are a short title behind 第N章, as in 第一章 总则第一条.
  private static func endsDivisionTitle(
    _ mark: NumberMark, in text: Text, line: ReadingLine
  ) -> Bool {
    var offset = mark.range.lowerBound
    while offset > line.range.lowerBound, mark.range.lowerBound - offset < 32 {
      offset -= 1
      switch text[offset] {
      case "。", "；", "：", "，": return false
      case "第":
        guard let division = MarkReader.ordinal(text, at: offset) else { continue }
        switch division.style {
        case .chapter, .section, .part, .subpart:
          return mark.range.lowerBound - division.range.upperBound >= 2
        default: return false
        }
      default: continue
      }
    }
    return false
  }

  /// Whether what looks like a number of a list goes on as a measure: 3、5年 or 2.5万元.
  private static func measures(after end: Int, in text: Text) -> Bool {
    end < text.count && text[end].value >= 0x30 && text[end].value <= 0x39
      && text[end - 1] == "."
  }

  /// 附件 inside a sentence (见附件1, 附件1所列), not the head of an annex.
  private static func attachmentIsReference(
    _ mark: NumberMark, in text: Text, line: ReadingLine
  ) -> Bool {
    guard mark.place == .lineStart || mark.place == .afterGap || mark.place == .afterSentence else {
      return true
    }
    let end = mark.range.upperBound
    guard end < line.range.upperBound else { return false }
    switch text[end] {
    case "：": return false
    case "的", "所", "中", "、", "，", "。", "和", "规", "明", "为", "是", "及", "与": return true
    default: return false
    }
  }
}
