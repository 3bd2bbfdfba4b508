import PolicyText

/// What part of a document's wrapper or body a line belongs to.
enum LineRole: Equatable {
  case preface, toc, body, annexList, signature, note, colophon
  /// It belongs to no document.
  case dropped(Residue.Reason)
}

/// Tells, line by line, the parts of one document: title block, contents, body, signature, annexes,
/// and where it ends.
struct DocumentShape {
  /// The part of each line of the frame, from its first line on.
  private(set) var roles: [LineRole]
  /// The line after the last one of the document.
  private(set) var end: Int
  /// Stretches whose numbers are no units.
  private(set) var skipped: [Range<Int>] = []
  /// The heads of annexes: by the offset of the mark, its number.
  private(set) var attachments: [Int: Int] = [:]
  /// Heads of annexes that have only the title that the list of annexes gives them, as marks of their
  /// own without words.
  private(set) var titledAnnexes: [NumberMark] = []

  private let frame: Frame
  private let layout: Layout
  private let facts: LineFacts
  private let joiner: LineJoiner
  private let text: [Unicode.Scalar]

  init(
    _ frame: Frame, layout: Layout, facts: LineFacts, joiner: LineJoiner,
    marks: ArraySlice<NumberMark>
  ) {
    self.frame = frame
    self.layout = layout
    self.facts = facts
    self.joiner = joiner
    text = layout.reading.scalars
    roles = Array(repeating: .body, count: frame.lines.count)
    end = frame.lines.upperBound
    let body = markPreface()
    markContents(from: body, marks: marks)
    markAnnexes(from: body, marks: marks)
    markTitledAnnexes()
    markClosing(from: body)
    markEnd(from: body, marks: marks)
    for line in frame.lines where line < end && self[line] != .body { skip(line) }
    skipped.sort { $0.lowerBound < $1.lowerBound }
  }

  /// The part that a line belongs to.
  subscript(line: Int) -> LineRole {
    get { roles[line - frame.lines.lowerBound] }
    set { roles[line - frame.lines.lowerBound] = newValue }
  }

  private func range(_ line: Int) -> Range<Int> { layout.lines[line].range }

  private mutating func skip(_ line: Int) { skipped.append(range(line)) }

  // MARK: Title block

  /// Marks the title block and returns the first line behind it.
  private mutating func markPreface() -> Int {
    for line in frame.lines.lowerBound..<frame.bodyLine { self[line] = .preface }
    var line = frame.bodyLine
    var openBracket = false
    while frame.titleLine != nil, line < frame.lines.upperBound, line - frame.bodyLine < 40 {
      let range = range(line)
      if layout.lines[line].isRow { break }
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
    guard range.count <= 80, !LineFacts.endsSentence(range, in: text),
      !MarkReader.isOrdinal(text, at: range.lowerBound)
    else { return false }
    // A note begins with the day: 2016年12月25日 第十二届….
    if startsWithDate(range) { return true }
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

  private func startsWithDate(_ range: Range<Int>) -> Bool {
    for end in range.lowerBound..<min(range.upperBound, range.lowerBound + 16)
    where text[end - 1] == "日" {
      return facts.isDate(range.lowerBound..<end, in: text)
    }
    return false
  }

  // MARK: Contents

  /// 目录: from its heading, or from a first run of chapters without articles, up to where the first
  /// number stands again.
  private mutating func markContents(from body: Int, marks: ArraySlice<NumberMark>) {
    var line = body
    while line < frame.lines.upperBound, line - body < 40 {
      let range = range(line)
      if range.count >= 2, text[range.lowerBound] == "目",
        text[range.lowerBound + 1] == "录" || text[range.lowerBound + 1] == "次",
        range.count == 2 || isMark(at: range.lowerBound + 2, marks)
      {
        let stop = contentsEnd(after: range.lowerBound + 2, marks: marks)
        mark(.toc, from: range.lowerBound, to: stop)
        return
      }
      line += 1
    }
    let divisions = marks.filter { isDivision($0) }
    guard divisions.count >= 4, let first = divisions.first,
      let again = divisions.dropFirst().first(where: {
        $0.style == first.style && $0.value == first.value
      }),
      !marks.contains(where: {
        $0.style == .article && $0.range.lowerBound < again.range.lowerBound
          && $0.place == .lineStart && !$0.isReference
      }),
      divisions.filter({ $0.range.lowerBound < again.range.lowerBound }).count >= 2,
      first.style != .section
    else { return }
    mark(.toc, from: first.range.lowerBound, to: again.range.lowerBound)
  }

  private func isDivision(_ mark: NumberMark) -> Bool {
    switch mark.style {
    case .part, .subpart, .chapter, .section: !mark.isReference
    default: false
    }
  }

  private func isMark(at offset: Int, _ marks: ArraySlice<NumberMark>) -> Bool {
    marks.contains { $0.range.lowerBound == offset }
  }

  private func contentsEnd(after start: Int, marks: ArraySlice<NumberMark>) -> Int {
    let behind = marks.filter { $0.range.lowerBound >= start && !$0.isReference }
    guard let first = behind.first else { return start }
    let again = behind.dropFirst().first {
      $0.style == first.style && $0.value == first.value && $0.rest == first.rest
    }
    let article = behind.first { $0.style == .article && $0.place == .lineStart }
    var stop = again?.range.lowerBound ?? article?.range.lowerBound ?? start
    // Running words end a table of contents too.
    for line in frame.lines where range(line).lowerBound >= start && range(line).upperBound <= stop
    {
      if LineFacts.endsSentence(range(line), in: text), range(line).count > 30 {
        stop = range(line).lowerBound
        break
      }
    }
    return stop
  }

  /// Gives a part to the lines of a stretch; a line that goes on behind it keeps its own part.
  private mutating func mark(_ role: LineRole, from start: Int, to stop: Int) {
    guard stop > start else { return }
    for line in frame.lines where range(line).lowerBound >= start && range(line).lowerBound < stop {
      if range(line).upperBound <= stop { self[line] = role }
    }
    skipped.append(start..<stop)
  }

  // MARK: Annexes

  /// 附件说明 lists annexes behind the text; 附件 on a line of its own, or with a title, heads one.
  private mutating func markAnnexes(from body: Int, marks: ArraySlice<NumberMark>) {
    let heads = marks.filter {
      $0.style == .attachment && !$0.isReference && $0.place == .lineStart
        && $0.range.lowerBound >= range(body, or: 0)
    }
    var listed = false
    var number = 0
    for (index, mark) in heads.enumerated() {
      let line = layout.lines[mark.line]
      if self[mark.line] != .body { continue }
      let rest = mark.range.upperBound..<line.range.upperBound
      let hasColon = !rest.isEmpty && text[rest.lowerBound] == "："
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
      guard rest.count <= 60,
        !LineFacts.endsSentence(rest.isEmpty ? mark.range : rest, in: text) || rest.count == 1
      else { continue }
      number = mark.value > 0 ? mark.value : number + 1
      attachments[mark.range.lowerBound] = number
    }
  }

  private func range(_ line: Int, or fallback: Int) -> Int {
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
  private mutating func markTitledAnnexes() {
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

  // MARK: Closing parts

  /// 落款, 附注 and 版记.
  private mutating func markClosing(from body: Int) {
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

  // MARK: End

  /// Finds where the document ends and what follows begins to belong to the page around it.
  private mutating func markEnd(from body: Int, marks: ArraySlice<NumberMark>) {
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
    if text[range.lowerBound] == "附" || facts.isSignatory(range, in: text) { return false }
    guard frame.isStatute else { return false }
    if isAfterCommencement(line) { return true }
    if text[range.upperBound - 1] == "？" { return true }
    return !LineFacts.endsSentence(range, in: text) && range.count < 60
      && Numerals.chinese(text[range.lowerBound]) == nil && text[range.lowerBound] != "（"
      && !(layout.lines[line].width >= 50)
  }
}

extension DocumentShape {
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
