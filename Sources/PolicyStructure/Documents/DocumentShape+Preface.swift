import PolicyText

/// 文首: the title block and the note on adoption under it.
extension DocumentShape {
  /// Marks the title block and returns the first line behind it.
  mutating func markPreface() -> Int {
    for line in frame.lines.lowerBound..<frame.bodyLine { self[line] = .preface }
    var line = frame.bodyLine
    var openBracket = false
    while frame.titleLine != nil, line < frame.lines.upperBound, line - frame.bodyLine < 40 {
      let range = range(line)
      if layout.lines[line].isRow { break }
      if let end = endOfRepeatedTitle(line) {
        for part in line..<end { self[part] = .preface }
        line = end
        continue
      }
      if openBracket || isAdoptionNote(range) || facts.isDocumentNumber(range, in: text)
        || carriesOnNote(line) || (frame.isStatute && isLabelled(range))
        || (range.count <= 80 && facts.isSignatory(range, in: text)
          && !joiner.joins(line + 1 < layout.lines.count ? line + 1 : line, beginsUnit: false))
      {
        self[line] = .preface
        openBracket =
          (openBracket || text[range.lowerBound] == "（") && lastBracketOpens(range)
          && !LineFacts.endsSentence(range, in: text)
      } else if let reason = facts.clutterReason(range, in: text), range.count < 60,
        !MarkReader.isOrdinal(text, at: range.lowerBound)
      {
        self[line] = .dropped(reason)
      } else {
        break
      }
      line += 1
    }
    return line
  }

  /// The line behind the title, where it stands once more on a line or broken over up to three.
  private func endOfRepeatedTitle(_ line: Int) -> Int? {
    guard let title = frame.titleLine else { return nil }
    for last in line..<min(line + 3, frame.lines.upperBound) {
      let words = range(line).lowerBound..<range(last).upperBound
      if facts.isSame(words, range(title), in: text) { return last + 1 }
    }
    return nil
  }

  /// Whether a line is the rest of a wrapped note on adoption.
  private func carriesOnNote(_ line: Int) -> Bool {
    line > frame.bodyLine && joiner.isWrapped && joiner.joins(line, beginsUnit: false)
      && self[line - 1] == .preface && !MarkReader.isOrdinal(text, at: range(line).lowerBound)
  }

  /// 文件编号：…, 版本：…: a field of a rule's head.
  private func isLabelled(_ range: Range<Int>) -> Bool {
    guard range.count <= 60, !LineFacts.endsSentence(range, in: text),
      !LineFacts.hasSentence(range, in: text)
    else { return false }
    return range.prefix(9).contains { text[$0] == "：" }
  }

  private func lastBracketOpens(_ range: Range<Int>) -> Bool {
    for offset in range.reversed() {
      if text[offset] == "（" { return true }
      if text[offset] == "）" { return false }
    }
    return true
  }

  /// 题注: in brackets, or a line with a date that tells of adoption.
  private func isAdoptionNote(_ range: Range<Int>) -> Bool {
    if text[range.lowerBound] == "（" {
      // （一） begins a list, no note.
      return range.count > 3
        && !(text.count > range.lowerBound + 2
          && Numerals.chinese(text[range.lowerBound + 1]) != nil
          && text[range.lowerBound + 2] == "）")
    }
    guard range.count <= 240, !LineFacts.endsSentence(range, in: text),
      !MarkReader.isOrdinal(text, at: range.lowerBound)
    else { return false }
    // A note begins with the day: 2016年12月25日 第十二届…. It is long where it names amended laws.
    if facts.beginsWithDate(range, in: text) {
      return range.count <= 80 || facts.tells(of: .adoption, in: range, of: text)
    }
    guard range.count <= 80 else { return false }
    var hasYear = false
    for offset in range.dropFirst(4) where text[offset] == "年" || text[offset] == "月" {
      let before = text[offset - 1]
      hasYear =
        hasYear || Numerals.chinese(before) != nil
        || (before.value >= 0x30 && before.value <= 0x39)
    }
    guard hasYear else { return false }
    return facts.tells(of: .adoption, in: range, of: text)
  }
}
