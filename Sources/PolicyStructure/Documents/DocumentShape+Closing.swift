import PolicyText

/// 落款, 附注 and 版记.
extension DocumentShape {
  /// 落款, 附注 and 版记.
  mutating func markClosing(from body: Int) {
    guard body < frame.lines.upperBound else { return }
    // A date can close a document only behind its text; the lines before `checked` have none yet.
    var hasText = false
    var checked = body
    var line = body
    while line < frame.lines.upperBound {
      let range = range(line)
      guard self[line] == .body, !layout.lines[line].isRow else {
        line += 1
        continue
      }
      if isColophon(range) {
        self[line] = .colophon
        if line > body, self[line - 1] == .body, printsDate(range), range.count <= 14,
          facts.isSignatory(self.range(line - 1), in: text)
        {
          self[line - 1] = .colophon
        }
        var next = line + 1
        while next < frame.lines.upperBound, next - line < 6, !endsColophon(line: next - 1),
          self[next] == .body, facts.title(self.range(next), in: text) == .none,
          self.range(next).count <= 120
        {
          self[next] = .colophon
          next += 1
        }
        line = next
        continue
      }
      if isNote(range), line > body {
        self[line] = .note
      } else if let date = facts.dateStart(in: range, of: text),
        line > body || date == range.lowerBound,
        line > body,
        date == range.lowerBound
          || (facts.isSignatory(range.lowerBound..<date, in: text)
            && layout.reading.hasGap(before: date))
          || (range.count < 30 && facts.isSignatory(range.lowerBound..<date, in: text))
          || facts.isSigningPerson(range.lowerBound..<date, in: text)
      {
        while !hasText, checked < line {
          hasText = isText(checked)
          checked += 1
        }
        if hasText {
          self[line] = .signature
          markSignatories(above: line, body: body, includesOne: date > range.lowerBound)
        }
      }
      line += 1
    }
  }

  /// Whether a line shows that the body has begun: a sentence, a long line, a list of annexes.
  private func isText(_ line: Int) -> Bool {
    LineFacts.endsSentence(range(line), in: text) || range(line).count > 30
      || self[line] == .annexList
  }

  private mutating func markSignatories(above date: Int, body: Int, includesOne: Bool) {
    var line = date - 1
    var steps = 0
    while line >= body, steps < 14, self[line] == .body, !layout.lines[line].isRow {
      let range = range(line)
      let isName = facts.isSignatory(range, in: text)
      let isPerson =
        steps < 3 && range.count <= 12 && !LineFacts.endsSentence(range, in: text)
        && layout.lines[line].width <= 30
      guard isName || isPerson, range.count <= 60, !MarkReader.isOrdinal(text, at: range.lowerBound)
      else { break }
      // The end of a wrapped sentence is no signature.
      if joiner.joins(line, beginsUnit: false) { break }
      self[line] = .signature
      line -= 1
      steps += 1
    }
  }

  private func isNote(_ range: Range<Int>) -> Bool {
    guard range.count >= 5, range.count <= 50 else { return false }
    if text[range.lowerBound] == "（", text[range.upperBound - 1] == "）" {
      return !range.dropFirst().dropLast().contains { text[$0] == "（" || text[$0] == "）" }
        && facts.tells(of: .note, in: range, of: text)
    }
    return facts.tells(of: .noteLabel, in: range, of: text)
  }

  private func isColophon(_ range: Range<Int>) -> Bool {
    guard range.count >= 4 else { return false }
    switch text[range.lowerBound] {
    case "抄", "分", "内", "主", "报":
      // Words follow the colon.
      return facts.tells(of: .colophon, in: range.dropLast(), of: text, atStart: true)
        || printsDate(range)
    default: return printsDate(range)
    }
  }

  /// “XX办公厅 2019年3月4日印发”.
  private func printsDate(_ range: Range<Int>) -> Bool {
    guard range.count >= 9, range.count <= 60, text[range.upperBound - 1] == "发",
      text[range.upperBound - 2] == "印"
    else { return false }
    return facts.dateStart(in: range.lowerBound..<range.upperBound - 2, of: text) != nil
  }

  private func endsColophon(line: Int) -> Bool { printsDate(range(line)) }
}
