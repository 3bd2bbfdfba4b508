import PolicyText

/// Where a document ends and the page around it goes on.
extension DocumentShape {
  /// Finds where the document ends and what follows begins to belong to the page around it.
  mutating func markEnd(from body: Int, marks: ArraySlice<NumberMark>) {
    let last = lastFirmLine(from: body, marks: marks)
    var line = last + 1
    var closed = roles.indices.contains(last - frame.lines.lowerBound) && isClosingRole(self[last])
    let hasAnnex = !attachments.isEmpty
    let lastAnnex = lastAnnex(marks)
    while line < frame.lines.upperBound {
      let role = self[line]
      if role != .body {
        if isClosingRole(role) { closed = true }
        line += 1
        continue
      }
      if hasAnnex, line > lastAnnex {
        if facts.clutterReason(range(line), in: text) != nil {
          end = line
          return
        }
      } else if isForeign(line, closed: closed && !hasAnnex) {
        end = line
        return
      }
      line += 1
    }
  }

  private func lastAnnex(_ marks: ArraySlice<NumberMark>) -> Int {
    marks.last { attachments[$0.range.lowerBound] != nil }?.line ?? 0
  }

  private func isClosingRole(_ role: LineRole) -> Bool {
    role == .signature || role == .colophon || role == .note
  }

  /// The last line that surely belongs to the document: of its last article, heading or signature.
  private func lastFirmLine(from body: Int, marks: ArraySlice<NumberMark>) -> Int {
    var last = body
    if frame.isStatute {
      for mark in marks where mark.style == .article && !mark.isReference && mark.line >= body {
        last = max(last, mark.line)
      }
    } else {
      for mark in marks where !mark.isReference && mark.place == .lineStart && mark.line >= body {
        switch mark.style {
        case .chinese, .bracketedChinese, .arabic, .decimal, .chapter, .section, .article:
          last = max(last, mark.line)
        default: break
        }
      }
    }
    for line in body..<max(body, frame.lines.upperBound) {
      switch self[line] {
      case .signature, .colophon: last = max(last, line)
      default: break
      }
    }
    for mark in marks where attachments[mark.range.lowerBound] != nil {
      last = max(last, mark.line)
    }
    return min(last, frame.lines.upperBound - 1)
  }

  /// Whether a line behind the last sure one belongs to the page and not to the document.
  private func isForeign(_ line: Int, closed: Bool) -> Bool {
    let range = range(line)
    if layout.lines[line].isRow || MarkReader.isOrdinal(text, at: range.lowerBound) { return false }
    if facts.clutterReason(range, in: text) != nil,
      range.count < 60 || !LineFacts.endsSentence(range, in: text) || closed
    {
      return true
    }
    if closed { return true }
    if joiner.joins(line, beginsUnit: false) { return false }
    if line + 1 < frame.lines.upperBound, joiner.joins(line + 1, beginsUnit: false) { return false }
    // The caption of a table.
    if line + 1 < frame.lines.upperBound, layout.lines[line + 1].isRow { return false }
    if text[range.lowerBound] == "附" || facts.isSignatory(range, in: text) { return false }
    guard frame.isStatute else { return false }
    if isAfterCommencement(line) { return true }
    if text[range.upperBound - 1] == "？" { return true }
    return !LineFacts.endsSentence(range, in: text) && range.count < 60
      && Numerals.chinese(text[range.lowerBound]) == nil && text[range.lowerBound] != "（"
      && !(layout.lines[line].width >= 50)
  }

  /// Whether a line of talk follows the last article of a law on a web page: that article says when
  /// the law enters into force, and what follows says nothing of it.
  private func isAfterCommencement(_ line: Int) -> Bool {
    guard frame.lines.lowerBound > 0, line > frame.lines.lowerBound else { return false }
    var before = line - 1
    while before > frame.lines.lowerBound, line - before < 4,
      !MarkReader.isOrdinal(text, at: layout.lines[before].range.lowerBound)
    {
      before -= 1
    }
    guard facts.names("施行", in: layout.lines[before].range, of: text) else { return false }
    let range = layout.lines[line].range
    return !facts.tells(of: .commencement, in: range, of: text)
      && !facts.tells(of: .adoption, in: range, of: text)
  }
}
