import PolicyText

/// Parts the title of a numbered unit from the words that run in behind it.
///
/// 完善政策法规。研究制定… : the first sentence names the topic, if it is short and has no comma. 工作目标：到2025年… :
/// so do short words before a colon. A heading that stands alone on its line is all title.
struct HeadingTitle {
  private let reading: ReadingText
  private let text: [Unicode.Scalar]
  private let rules: RuleWords

  init(_ reading: ReadingText, rules: RuleWords) {
    self.reading = reading
    self.rules = rules
    text = reading.scalars
  }

  /// The title and the text of what stands behind the number of a heading.
  ///
  /// `leads`: whether units or paragraphs of its own follow under it. `topics`: whether first
  /// sentences name topics in the list that the unit stands in.
  func split(
    _ range: Range<Int>, leads: Bool, topics: Bool = true
  ) -> (title: Range<Int>?, text: Range<Int>) {
    let empty = range.upperBound..<range.upperBound
    guard !range.isEmpty else { return (nil, empty) }
    guard let mark = firstMark(in: range) else {
      // No sentence mark at all: a title, unless it is longer than any title is.
      if amends(range) { return (nil, range) }
      return range.count <= 80 ? (range, empty) : splitAtGap(range) ?? (nil, range)
    }
    let atEnd = mark.offset == range.upperBound - 1
    let head = range.lowerBound..<mark.offset
    switch mark.scalar {
    case "。":
      if atEnd {
        let short =
          head.count <= 40 && !head.contains { text[$0] == "，" } && text[mark.offset - 1] != "的"
        return leads && short && !amends(head) ? (head, empty) : (nil, range)
      }
      if topics, namesTopic(head) {
        return (head, mark.offset + 1..<range.upperBound)
      }
      if topics, head.count <= 40, commas(in: head) == 1, isParallel(head) {
        return (head, mark.offset + 1..<range.upperBound)
      }
      return splitAtGap(range) ?? (nil, range)
    case "：":
      if !atEnd, text[mark.offset + 1] == "“" || text[mark.offset + 1] == "\"" {
        return (nil, range)
      }
      if atEnd {
        return leads && head.count <= 16 && !introduces(head) ? (head, empty) : (nil, range)
      }
      return head.count <= 20 && !head.contains(where: { text[$0] == "，" }) && !introduces(head)
        ? (head, mark.offset + 1..<range.upperBound) : splitAtGap(range) ?? (nil, range)
    default:
      return splitAtGap(range) ?? (nil, range)
    }
  }

  /// Whether the first sentence behind a number can name a topic; `nil` if there is only one sentence.
  func topicVote(_ range: Range<Int>) -> Bool? {
    guard let mark = firstMark(in: range), mark.scalar == "。", mark.offset < range.upperBound - 1
    else { return nil }
    let head = range.lowerBound..<mark.offset
    return namesTopic(head) || (commas(in: head) == 1 && isParallel(head))
  }

  /// Whether the words of an item begin with a topic of a few characters and go on: 学院初审。….
  func hasShortTopic(_ range: Range<Int>) -> Bool {
    guard let mark = firstMark(in: range), mark.offset - range.lowerBound <= 12 else {
      return false
    }
    return topicVote(range) == true
  }

  private func namesTopic(_ head: Range<Int>) -> Bool {
    head.count <= 34 && !head.contains(where: { text[$0] == "，" }) && isPhrase(head)
  }

  /// 第五条【适用范围】, 第五条（适用范围）: a title in brackets right behind the number of an article.
  func bracketed(_ range: Range<Int>) -> (title: Range<Int>, text: Range<Int>)? {
    guard let first = range.first else { return nil }
    let close: Unicode.Scalar
    switch text[first] {
    case "【": close = "】"
    case "（": close = "）"
    case "[", "〔": close = text[first] == "[" ? "]" : "〕"
    default: return nil
    }
    var offset = first + 1
    while offset < range.upperBound, offset - first <= 32, text[offset] != close {
      switch text[offset] {
      case "。", "；", "：": return nil
      default: offset += 1
      }
    }
    guard offset < range.upperBound, text[offset] == close, offset - first >= 3 else { return nil }
    // （以下简称…） and （2019年…通过） are no titles, nor is a bracket that the sentence goes on from.
    if close == "）", offset + 1 < range.upperBound,
      !(reading.hasGap(before: offset + 1) || isPhrase(first + 1..<offset))
    {
      return nil
    }
    return (first + 1..<offset, offset + 1..<range.upperBound)
  }

  /// A short phrase set off by white space from running words behind it.
  func splitAtGap(_ range: Range<Int>) -> (title: Range<Int>?, text: Range<Int>)? {
    guard range.count > 8 else { return nil }
    let limit = min(range.upperBound, range.lowerBound + 24)
    for offset in range.lowerBound + 2..<max(limit, range.lowerBound + 2) {
      switch text[offset - 1] {
      case "，", "。", "；", "：", "、": return nil
      default: break
      }
      if hasSpace(before: offset), !isWordCharacter(text[offset]),
        !isWordCharacter(text[offset - 1])
      {
        return range.upperBound - offset >= 6
          ? (range.lowerBound..<offset, offset..<range.upperBound) : nil
      }
    }
    return nil
  }

  /// Whether white space within a line stands before a scalar.
  private func hasSpace(before offset: Int) -> Bool {
    reading.hasGap(before: offset)
      && !isLineBreak(reading.source.scalars[Int(reading.origins[offset]) - 1])
  }

  private func firstMark(in range: Range<Int>) -> (offset: Int, scalar: Unicode.Scalar)? {
    var depth = 0
    for offset in range {
      switch text[offset] {
      case "“", "《", "（": depth += 1
      case "”", "》", "）": depth = max(0, depth - 1)
      case "：" where isWithinTime(offset, in: range): break
      case "。", "；", "：", "！", "？":
        if depth == 0 { return (offset, text[offset]) }
      default: break
      }
    }
    return nil
  }

  /// 17:00: the colon of a time.
  private func isWithinTime(_ colon: Int, in range: Range<Int>) -> Bool {
    let digits: ClosedRange<Unicode.Scalar> = "0"..."9"
    return colon > range.lowerBound && colon + 1 < range.upperBound
      && digits.contains(text[colon - 1]) && digits.contains(text[colon + 1])
  }

  /// Words that name a topic: they command nothing, and are no request and no statement.
  private func isPhrase(_ range: Range<Int>) -> Bool {
    if let first = range.first, text[first] == "由" || text[first] == "请" { return false }
    for offset in range where text[offset] == "是" {
      if offset + 1 >= range.upperBound || text[offset + 1] != "否" { return false }
    }
    return !rules.stand(in: range, of: text)
  }

  /// Whether words are an instruction of an amending decision: …修改为“…”, 删去第十九条.
  private func amends(_ range: Range<Int>) -> Bool {
    if rules.strikesOut(range, of: text) { return true }
    guard range.count > 6, text[range.upperBound - 1] == "”" else { return false }
    return range.dropLast().contains { text[$0] == "改" && text[$0 + 1] == "为" }
  }

  private func commas(in range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (text[$1] == "，" ? 1 : 0) }
  }

  /// 鼓励创新，支持互联网金融稳步发展: two halves of like length.
  private func isParallel(_ range: Range<Int>) -> Bool {
    guard let comma = range.first(where: { text[$0] == "，" }) else { return false }
    let first = comma - range.lowerBound
    let second = range.upperBound - comma - 1
    return first >= 4 && second >= 4 && abs(first - second) <= 4 && first <= 16 && isPhrase(range)
      && !range.contains { isRuling(text[$0]) }
  }

  /// Characters of a rule rather than of a slogan: numbers, 由, 不, 的.
  private func isRuling(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "由", "不", "的", "应", "须", "可", "百", "为", "是", "在", "0"..."9": true
    default: false
    }
  }

  /// Whether words before a colon introduce a list and name no topic: 应当具备下列条件.
  private func introduces(_ range: Range<Int>) -> Bool {
    for offset in range.dropLast() {
      switch text[offset] {
      case "下": if text[offset + 1] == "列" { return true }
      case "如": if text[offset + 1] == "下" { return true }
      case "以": if text[offset + 1] == "下" { return true }
      default: continue
      }
    }
    return !isPhrase(range)
  }
}
