import PolicyText

/// 编, 分编, 章, 节 and 条.
extension UnitSelection {
  mutating func consider(division mark: NumberMark) {
    guard !mark.isReference, hasTitle(after: mark) else { return }
    let style = Int(mark.style.rawValue)
    let expected = mark.value == last[style] + 1 || mark.value == 1
    switch mark.place {
    case .lineStart: if !expected && cutsSentence(mark) { return }
    case .afterSentence, .afterGap:
      guard expected || (mark.value > last[style] && leadsToArticle(after: mark)) else { return }
    case .afterColon: return
    case .inside: guard expected, followsTitle(mark) || leadsToArticle(after: mark) else { return }
    }
    let (level, rank): (NodeLevel, Int)
    switch mark.style {
    case .part: (level, rank) = (.part, Rank.part)
    case .subpart: (level, rank) = (.subpart, Rank.subpart)
    case .chapter: (level, rank) = (.chapter, Rank.chapter)
    default: (level, rank) = (.section, Rank.section)
    }
    last[style] = mark.value
    // 节 begins anew in each 章; 章 may begin anew in each 编.
    if mark.style != .section { last[Int(NumberStyle.section.rawValue)] = 0 }
    push(Unit(mark: mark, level: level, depth: 0, rank: rank))
  }

  /// A division has a title behind its number: some words without a sentence mark.
  private func hasTitle(after mark: NumberMark) -> Bool {
    let line = layout.lines[mark.line]
    let end = mark.range.upperBound
    if end == line.range.upperBound {
      return mark.place == .lineStart && mark.line + 1 < layout.lines.count
    }
    var length = 0
    for offset in end..<line.range.upperBound {
      switch text[offset] {
      case "。", "；", "！", "？", "：": return false
      case "，": if length < 4 { return false }
      case "第": if length >= 1, MarkReader.isOrdinal(text, at: offset) { return true }
      default: if length >= 1, beginsHeading(at: offset) { return true }
      }
      length += 1
      if length > 60 { return false }
    }
    return true
  }

  /// Whether 一、 stands at an offset: a heading that a converter ran together with the title of a chapter.
  private func beginsHeading(at offset: Int) -> Bool {
    guard Numerals.chinese(text[offset]) != nil else { return false }
    return text.withUnsafeBufferPointer { text in
      Numerals.readChinese(text, from: offset).map { $0.1 < text.count && text[$0.1] == "、" }
        ?? false
    }
  }

  /// Whether the words before a mark, back to the number of a division, are its title.
  private func followsTitle(_ mark: NumberMark) -> Bool {
    guard let unit = units.last, unit.rank <= Rank.section, unit.rank >= Rank.part,
      unit.mark.line == mark.line || unit.mark.line + 1 == mark.line
    else { return false }
    let title = unit.mark.range.upperBound..<mark.range.lowerBound
    guard title.count <= 40 else { return false }
    return !title.contains { text[$0] == "。" || text[$0] == "；" || text[$0] == "：" }
  }

  mutating func consider(article mark: NumberMark) {
    let style = Int(NumberStyle.article.rawValue)
    guard !mark.isReference, hasArticles else { return }
    let isNext =
      mark.rest.isEmpty
      ? mark.value == last[style] + 1
      : mark.value == last[style] && (mark.rest.first ?? 0) == lastBranch + 1
    switch mark.place {
    case .lineStart:
      if !isNext, cutsSentence(mark) { return }
    case .afterSentence, .afterGap:
      guard isNext || isFirst(mark) || isNearby(mark) else { return }
    case .afterColon:
      guard isNext, last[style] == 0 else { return }
    case .inside:
      // White space behind the number is what no reference has.
      guard isNext || isFirst(mark),
        followsTitle(mark) || followsListEnd(mark)
          || layout.reading.hasGap(before: mark.range.upperBound)
      else { return }
    }
    last[style] = mark.value
    lastBranch = mark.rest.first ?? 0
    push(Unit(mark: mark, level: .article, depth: 0, rank: Rank.article))
  }

  private func isFirst(_ mark: NumberMark) -> Bool {
    mark.value == 1 && mark.rest.isEmpty && last[Int(NumberStyle.article.rawValue)] == 0
  }

  /// A number a little ahead: one or two articles are missing from the source.
  private func isNearby(_ mark: NumberMark) -> Bool {
    let ahead = mark.value - last[Int(NumberStyle.article.rawValue)]
    return mark.rest.isEmpty && (2...3).contains(ahead)
      && layout.reading.hasGap(before: mark.range.upperBound)
  }

  /// Whether a mark follows a short title, as in （试行）第一条, or the end of a list item.
  private func followsListEnd(_ mark: NumberMark) -> Bool {
    let start = mark.range.lowerBound
    guard start > 0 else { return true }
    return isClosing(text[start - 1]) && (units.last?.rank ?? 0) != Rank.article
  }

  /// Whether a short title follows a mark, and behind it 第N条 on the same line or the next.
  func leadsToArticle(after mark: NumberMark) -> Bool {
    let end = mark.range.upperBound
    let limit = min(layout.lines[mark.line].range.upperBound, end + 40)
    for offset in end..<max(end, limit) {
      switch text[offset] {
      case "。", "；", "：": return false
      case "第" where offset > end + 1:
        if MarkReader.isOrdinal(text, at: offset) { return true }
      default: continue
      }
    }
    return limit == layout.lines[mark.line].range.upperBound && leadsToArticle(line: mark.line + 1)
  }

  func leadsToArticle(line: Int) -> Bool {
    guard line < layout.lines.count, !layout.lines[line].range.isEmpty else { return false }
    let start = layout.lines[line].range.lowerBound
    return text[start] == "第"
      && text.withUnsafeBufferPointer { MarkReader.ordinal($0, at: start)?.style == .article }
  }
}
