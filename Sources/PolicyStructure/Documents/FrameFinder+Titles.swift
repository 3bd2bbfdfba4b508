import PolicyText

/// Which lines are titles, and which lines above a title belong to its block.
extension FrameFinder {
  /// The line of the title above a body: the nearest one, over notes on adoption and a preamble.
  func titleLine(above body: Int, floor: Int) -> Int? {
    if facts.title(layout.lines[body].range, in: text) != .none, mark(beginning: body) == nil {
      return body
    }
    var line = body
    var prose = 0
    var weak: Int?
    while line > floor {
      line -= 1
      let range = layout.lines[line].range
      if layout.lines[line].isRow { break }
      if mark(beginning: line) != nil { continue }
      switch title(endingOn: line, floor: floor).strength {
      case .strong where !isBracketed(range): return line
      case .weak where weak == nil && !isBracketed(range): weak = line
      default: break
      }
      if facts.isDate(range, in: text), prose == 0, body - line > 12 { break }
      if LineFacts.endsSentence(range, in: text), range.count > 20, !isBracketed(range) {
        prose += 1
        if prose > 12 { break }
      }
      if body - line > 500 { break }
    }
    return weak ?? plainTitle(above: body, floor: floor)
  }

  /// The same title above the notes on adoption, where it is printed twice: as the head of the page, and
  /// again above the text.
  ///
  /// Source: observed in collections of laws.
  func headTitle(of line: Int, floor: Int) -> Int? {
    let top = title(endingOn: line, floor: floor).top
    if let head = head(of: top...line, floor: floor) { return head }
    // Above the text the title may be broken over lines that empty ones part.
    var start = top
    while start - 1 > floor, top - start < 2, !isBracketed(layout.lines[start - 1].range),
      !facts.beginsWithDate(layout.lines[start - 1].range, in: text)
    {
      start -= 1
      if let head = head(of: start...line, floor: floor) { return head }
    }
    return nil
  }

  /// The line above notes on adoption that has the same words as some lines below them.
  private func head(of lines: ClosedRange<Int>, floor: Int) -> Int? {
    let top = lines.lowerBound
    let words =
      layout.lines[top].range.lowerBound..<layout.lines[lines.upperBound].range.upperBound
    var head = top
    while head > floor, top - head < 12 {
      head -= 1
      let range = layout.lines[head].range
      if facts.isSame(range, words, in: text) { return head }
      guard !layout.lines[head].isRow, mark(beginning: head) == nil,
        isBracketed(range) || facts.beginsWithDate(range, in: text)
      else { return nil }
    }
    return nil
  }

  /// A short line without a 文种 right above the body, over bracketed notes: it stands as a title.
  private func plainTitle(above body: Int, floor: Int) -> Int? {
    var line = body
    while line > floor, body - line < 6 {
      line -= 1
      let range = layout.lines[line].range
      if isBracketed(range) || isTableOfContents(range) { continue }
      if mark(beginning: line) != nil { return nil }
      if range.count >= 3, range.count <= 50, !LineFacts.endsSentence(range, in: text),
        facts.clutterReason(range, in: text) == nil, !facts.isDate(range, in: text)
      {
        return line
      }
      return nil
    }
    return nil
  }

  private func isBracketed(_ range: Range<Int>) -> Bool {
    LineFacts.isBracketed(range, in: text)
  }

  func untitledTop(_ first: Int, _ floor: Int) -> Int { max(first, floor) }

  /// How surely a title ends on a line, and the line that it begins on: titles are broken into up to
  /// four lines.
  func title(endingOn line: Int, floor: Int) -> (
    strength: LineFacts.TitleStrength, top: Int
  ) {
    if let opening = quotingLine(above: line, floor: floor) {
      // Within 《…》 no title ends; where the title closes them, it began at the line that opens them or before.
      let range = layout.lines[opening].range.lowerBound..<layout.lines[line].range.upperBound
      return (facts.title(range, in: text), opening)
    }
    let own = facts.title(layout.lines[line].range, in: text)
    let range = layout.lines[line].range
    let startsAtMatter =
      range.count > 2 && text[range.lowerBound] == "关" && text[range.lowerBound + 1] == "于"
    if own == .strong, !startsAtMatter, facts.names("关于", in: range, of: text) {
      return (own, line)
    }
    var top = line
    var found: Int?
    while top > floor, line - top < 3, isTitlePart(top - 1), !layout.lines[top].afterBlank {
      top -= 1
      let range = layout.lines[top].range.lowerBound..<layout.lines[line].range.upperBound
      guard facts.title(range, in: text) == .strong else { continue }
      if facts.names("关于", in: range, of: text) { return (.strong, top) }
      if own == .none || layout.lines[line].range.count <= 16 { found = top }
    }
    return found.map { (.strong, $0) } ?? (own, line)
  }

  /// The line of a broken title that opens 《 which a line stands in or closes: 关于印发《…行动方案 / （2025—2027年）》的通知.
  private func quotingLine(above line: Int, floor: Int) -> Int? {
    var above = line
    while above > floor, line - above < 3, !layout.lines[above].afterBlank {
      above -= 1
      let range = layout.lines[above].range
      guard range.count <= 60, !layout.lines[above].isRow, !LineFacts.endsSentence(range, in: text)
      else { return nil }
      if let mark = range.last(where: { text[$0] == "《" || text[$0] == "》" }) {
        return text[mark] == "《" && facts.names("关于", in: range, of: text) ? above : nil
      }
    }
    return nil
  }

  /// Whether a line can be the beginning of a broken title: some words, no sentence, no wrapper.
  private func isTitlePart(_ line: Int) -> Bool {
    let range = layout.lines[line].range
    guard range.count >= 4, range.count <= 60, !layout.lines[line].isRow,
      text[range.lowerBound].value >= 0x4E00, text[range.lowerBound].value < 0xA000,
      mark(beginning: line) == nil, !LineFacts.endsSentence(range, in: text),
      !LineFacts.hasSentence(range, in: text), facts.dateStart(in: range, of: text) == nil,
      !facts.isDocumentNumber(range, in: text), facts.clutterReason(range, in: text) == nil,
      !isIssuerMark(range), facts.title(range, in: text) == .none
    else { return false }
    return !range.contains { text[$0] == "，" }
  }

  /// Whether a line is the title of a document without articles: what follows it is a body.
  func isOfficialTitle(_ line: Int, before statute: Int) -> Bool {
    let isKnown = isNamed(line) || isOrder(line)
    let strength = isKnown ? .strong : title(endingOn: line, floor: 0).strength
    guard
      strength == .strong || (strength == .weak && line < 12 && !goesOn(at: line)),
      mark(beginning: line) == nil, !layout.lines[line].isRow
    else { return false }
    var next = line + 1
    var skipped = 0
    while next < layout.lines.count, next < statute, skipped < 8 {
      let range = layout.lines[next].range
      if layout.lines[next].isRow { return strength == .strong }
      if addresses(next) { return true }
      if isTableOfContents(range) { return true }
      if let (mark, _) = mark(beginning: next) {
        return mark.style != .arabic || strength == .strong
      }
      if facts.title(range, in: text) == .strong {
        return facts.names("文件", in: layout.lines[line].range, of: text)
      }
      // The first paragraph may be wrapped.
      let body = layout.lines[line + 1].range.lowerBound..<range.upperBound
      if body.count >= 30, range.contains(where: { text[$0] == "，" || text[$0] == "。" }) {
        return true
      }
      if LineFacts.endsSentence(range, in: text) { return body.count >= 12 && strength == .strong }
      next += 1
      skipped += 1
    }
    // The last lines of a source: a title with nothing behind it is none.
    return false
  }

  /// Whether a line goes on with the sentence of the line before it: a line that a wrap made end in 法 is no title.
  private func goesOn(at line: Int) -> Bool {
    guard line > 0, !layout.lines[line].afterBlank, !layout.lines[line - 1].isRow else {
      return false
    }
    let before = layout.lines[line - 1].range
    return before.count > UnitSelection.longestTitle && !LineFacts.endsSentence(before, in: text)
      && before.contains { text[$0] == "，" }
  }

  /// Whether a line is the title of what the notice at the top of the source issues.
  func isNamed(_ line: Int) -> Bool {
    !layout.lines[line].isRow && named.holds(layout.lines[line].range, of: text)
  }

  /// Whether a line is the number of an order (云溪市人民政府令第5号), which is its title as well, and the line behind it
  /// tells what is issued.
  ///
  /// Source: GB/T 9704—2012, 10.2 (命令格式).
  private func isOrder(_ line: Int) -> Bool {
    let words = facts.withoutTrailingBrackets(layout.lines[line].range, in: text)
    guard line + 1 < layout.lines.count, !layout.lines[line].isRow, (5...60).contains(words.count),
      let order = text.offset(of: "令", in: words), order + 1 < words.upperBound,
      "第〔［[（".unicodeScalars.contains(text[order + 1]),
      facts.isDocumentNumber(words, in: text)
    else { return false }
    let next = layout.lines[line + 1].range
    return (LineFacts.endsSentence(next, in: text) || LineFacts.hasSentence(next, in: text))
      && facts.tells(of: .adoption, in: next, of: text)
  }

  /// Whether 主送机关 begin on a line; a long list is wrapped over some lines.
  private func addresses(_ line: Int) -> Bool {
    let start = layout.lines[line].range.lowerBound
    for last in line..<min(layout.lines.count, line + 5) {
      let range = layout.lines[last].range
      if facts.isRecipients(start..<range.upperBound, in: text) { return true }
      // Only a list of organs goes on over a line's end.
      if layout.lines[last].isRow || LineFacts.endsSentence(range, in: text)
        || last > line && mark(beginning: last) != nil
        || facts.title(range, in: text) != .none || facts.isDocumentNumber(range, in: text)
      {
        return false
      }
    }
    return false
  }

  /// Whether a title can begin a document where another is open: behind a signature or note, or
  /// with the beginning of a body of its own.
  func admits(_ line: Int, after frame: Frame?) -> Bool {
    guard let frame else { return true }
    if let title = frame.titleLine, line - title <= 1 { return true }
    if isNamed(line) { return true }
    let floor = (frame.titleLine ?? frame.lines.lowerBound) + 1
    let top = title(endingOn: line, floor: floor).top
    if beginsAnew(line, after: frame) { return true }
    var before = top - 1
    var steps = 0
    while before > (frame.titleLine ?? frame.lines.lowerBound), steps < 8 {
      let range = layout.lines[before].range
      if range.count >= 2, text[range.lowerBound] == "附", text[range.lowerBound + 1] == "件" {
        return false
      }
      if facts.isDate(range, in: text) || facts.dateStart(in: range, of: text) != nil {
        return true
      }
      if isBracketed(range) && range.count < 40 || facts.isDocumentNumber(range, in: text)
        || facts.isSignatory(range, in: text)
      {
        before -= 1
        steps += 1
        continue
      }
      break
    }
    if facts.isDocumentNumber(layout.lines[line - 1].range, in: text) { return true }
    let next = line + 1
    if next < layout.lines.count {
      let range = layout.lines[next].range
      return addresses(next) || facts.isDocumentNumber(range, in: text)
    }
    return false
  }

  /// Whether numbering begins anew behind a title, where it has run before.
  private func beginsAnew(_ line: Int, after frame: Frame) -> Bool {
    guard !frame.isStatute else { return false }
    var before = line - 1
    var ran = false
    while before > frame.lines.lowerBound, line - before < 400, !ran {
      if let (mark, _) = mark(beginning: before), mark.style == .chinese, mark.value >= 2 {
        ran = true
      }
      if let (mark, _) = mark(beginning: before), mark.style == .attachment { return false }
      before -= 1
    }
    guard ran else { return false }
    for next in line + 1..<min(line + 12, layout.lines.count) {
      guard let (mark, _) = mark(beginning: next) else { continue }
      return mark.style == .chinese && mark.value == 1
    }
    return false
  }

  /// The first line of the title block: the mark of the issuer, numbers and names above the title.
  func prefaceStart(above title: Int, floor: Int) -> Int {
    var start = self.title(endingOn: title, floor: floor).top
    var line = start
    while line > floor, title - line < 10 {
      line -= 1
      let range = layout.lines[line].range
      if layout.lines[line].isRow || mark(beginning: line) != nil { break }
      if facts.isDocumentNumber(range, in: text) || isIssuerMark(range) || isGrade(range) {
        start = line
        continue
      }
      // The first lines of a broken title name the issuer and the matter.
      if line == start - 1, range.count <= 60, !LineFacts.endsSentence(range, in: text),
        !facts.isDate(range, in: text), facts.clutterReason(range, in: text) == nil,
        facts.title(range, in: text) == .none,
        facts.isSignatory(range, in: text) || facts.names("关于", in: range, of: text)
          || isTitlePart(line) && !layout.lines[start].afterBlank && startsMidTitle(start)
      {
        start = line
        continue
      }
      break
    }
    return start
  }

  /// Whether a title line is only the end of one: it names no matter of its own.
  private func startsMidTitle(_ line: Int) -> Bool {
    let range = layout.lines[line].range
    return range.count <= 14
      || !facts.names("关于", in: range, of: text)
        && facts.title(range, in: text) == .strong && range.count <= 24
  }

  /// “XX人民政府文件”: the red head of a document.
  private func isIssuerMark(_ range: Range<Int>) -> Bool {
    range.count >= 4 && range.count <= 60 && text[range.upperBound - 1] == "件"
      && text[range.upperBound - 2] == "文"
  }

  /// 份号, 密级, 紧急程度: 特急, 急件, 秘密★5年.
  private func isGrade(_ range: Range<Int>) -> Bool {
    guard range.count <= 10 else { return false }
    return range.contains { text[$0] == "急" || text[$0] == "密" }
      && !LineFacts.endsSentence(range, in: text)
  }
}
