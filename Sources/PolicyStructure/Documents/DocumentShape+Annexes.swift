import PolicyText

/// 附件说明 and the heads of 附件.
extension DocumentShape {
  /// 附件说明 lists annexes behind the text; 附件 on a line of its own, or with a title, heads one.
  mutating func markAnnexes(from body: Int, marks: ArraySlice<NumberMark>) {
    let heads = marks.filter {
      $0.style == .attachment && !$0.isReference && $0.place == .lineStart
        && $0.range.lowerBound >= range(body, or: 0)
    }
    var listed = false
    var number = 0
    for (index, mark) in heads.enumerated() {
      let line = layout.lines[mark.line]
      // 附件下载：… is a link of the page.
      if self[mark.line] != .body || isInSentence(mark.line)
        || facts.leadingReason(line.range, in: text) != nil
      {
        continue
      }
      let rest = mark.range.upperBound..<line.range.upperBound
      // 附件：1.…, and 附件1.… with 2.… on the next line.
      let hasColon =
        !rest.isEmpty
        && (text[rest.lowerBound] == "："
          || text[rest.lowerBound] == "." && mark.value == 1 && nextLineIsListed(mark.line))
      let nextIsHead = index + 1 < heads.count && heads[index + 1].line <= mark.line + 2
      if !listed, hasColon, rest.count > 1 || nextLineIsListed(mark.line), rest.count <= 120,
        index == 0 || nextIsHead || mark.value == 0,
        isAnnexList(mark, rest: rest, nextIsHead: nextIsHead)
      {
        listed = !nextIsHead
        markAnnexList(from: mark.line)
        continue
      }
      if !listed, nextIsHead, rest.count > 1 {
        self[mark.line] = .annexList
        continue
      }
      if index > 0, heads[index - 1].line >= mark.line - 2,
        self[heads[index - 1].line] == .annexList,
        rest.count > 1, !listed
      {
        self[mark.line] = .annexList
        listed = true
        continue
      }
      // A title has no clauses.
      guard rest.count <= 60, !rest.contains(where: { text[$0] == "，" }),
        !LineFacts.endsSentence(rest.isEmpty ? mark.range : rest, in: text) || rest.count == 1
      else { continue }
      number = mark.value > 0 ? mark.value : number + 1
      attachments[mark.range.lowerBound] = number
    }
  }

  /// Whether a line goes on with the sentence of the wrapped line before it: 本条例 / 附件《…清单》所列….
  private func isInSentence(_ line: Int) -> Bool {
    joiner.isWrapped && line > frame.lines.lowerBound && joiner.joins(line, beginsUnit: false)
      && text[layout.lines[line].range.upperBound - 1] != "："
  }

  func range(_ line: Int, or fallback: Int) -> Int {
    line < layout.lines.count ? layout.lines[line].range.lowerBound : fallback
  }

  /// Whether what follows 附件：… is the end of the text and not the annex itself.
  private func isAnnexList(_ mark: NumberMark, rest: Range<Int>, nextIsHead: Bool) -> Bool {
    if nextIsHead { return true }
    let titles = rest.lowerBound + 1..<rest.upperBound
    if !titles.isEmpty, Numerals.readArabicPrefix(text, titles) { return true }
    // Behind the list stand the signature, further annexes or the end.
    var line = mark.line + 1
    var steps = 0
    while line < frame.lines.upperBound, steps < 8 {
      let range = range(line)
      if facts.isDate(range, in: text) || facts.dateStart(in: range, of: text) != nil {
        return true
      }
      if range.count >= 2, text[range.lowerBound] == "附", text[range.lowerBound + 1] == "件" {
        return true
      }
      if layout.lines[line].isRow || range.count > 60 { return false }
      line += 1
      steps += 1
    }
    return line >= frame.lines.upperBound
  }

  private func nextLineIsListed(_ line: Int) -> Bool {
    line + 1 < frame.lines.upperBound && Numerals.readArabicPrefix(text, range(line + 1))
  }

  private mutating func markAnnexList(from first: Int) {
    self[first] = .annexList
    var line = first + 1
    while line < frame.lines.upperBound, line - first < 40 {
      let range = range(line)
      let continues = joiner.joins(line, beginsUnit: false) && range.count < 40
      guard Numerals.readArabicPrefix(text, range) || continues, range.count <= 80,
        !layout.lines[line].isRow
      else { break }
      self[line] = .annexList
      line += 1
    }
  }

  /// An annex that is listed by name may begin with that name alone.
  mutating func markTitledAnnexes() {
    let names = ListedAnnexes.names(
      in: frame.lines.filter { self[$0] == .annexList }.map { range($0) }, of: text)
    guard !names.isEmpty,
      let list = frame.lines.last(where: { self[$0] == .annexList })
    else { return }
    let headed = Set(attachments.values)
    for line in list + 1..<frame.lines.upperBound
    where self[line] == .body && !layout.lines[line].isRow && range(line).count <= 60 {
      let title = range(line)
      guard !LineFacts.endsSentence(title, in: text),
        let name = names.first(where: {
          !headed.contains($0.number) && !attachments.values.contains($0.number)
            && ListedAnnexes.areAlike($0.title, title, in: text)
        }),
        line == 0 || self[line - 1] != .body || !isAnnexHead(line - 1)
      else { continue }
      let start = title.lowerBound
      titledAnnexes.append(
        NumberMark(
          range: start..<start, style: .attachment, value: name.number, place: .lineStart,
          isReference: false, line: line))
      attachments[start] = name.number
    }
  }

  private func isAnnexHead(_ line: Int) -> Bool { attachments[range(line).lowerBound] != nil }
}
