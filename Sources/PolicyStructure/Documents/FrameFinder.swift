import PolicyText

/// The frame of a document in a source: the lines that it takes up.
struct Frame {
  /// All its lines, from the title block on.
  var lines: Range<Int>
  /// The first line behind the title block.
  var bodyLine: Int
  /// Whether its numbered units are articles.
  var isStatute: Bool
  /// The line that its title ends on, if it has one.
  var titleLine: Int?
}

/// Finds where documents begin in a source: a title with a 文种 and what a body begins with (articles,
/// 主送机关, numbered headings, running text), or a first article.
struct FrameFinder {
  private let layout: Layout
  private let facts: LineFacts
  private let text: [Unicode.Scalar]
  private let marks: [NumberMark]
  /// The first mark of each line, by line; −1 where there is none.
  private var firstMark: [Int]

  init(_ layout: Layout, facts: LineFacts, marks: [NumberMark]) {
    self.layout = layout
    self.facts = facts
    self.marks = marks
    text = layout.reading.scalars
    firstMark = Array(repeating: -1, count: layout.lines.count)
    for (index, mark) in marks.enumerated() where firstMark[mark.line] < 0 {
      firstMark[mark.line] = index
    }
  }

  /// The frames in the order of the source; none if nothing has the frame of a document.
  func frames() -> [Frame] {
    let statutes = statuteStarts()
    var frames: [Frame] = []
    var floor = 0
    var statuteFloor = 0
    var next = 0
    var line = 0
    while line < layout.lines.count {
      if next < statutes.count, line == statutes[next].first {
        let start = statutes[next]
        next += 1
        let title = titleLine(above: start.first, floor: statuteFloor)
        let top =
          title.map { prefaceStart(above: $0, floor: statuteFloor) }
          ?? untitledTop(start.first, floor)
        // A title line that was taken for a frame of its own belongs to these articles.
        while let last = frames.last, last.titleLine == title || last.lines.lowerBound >= top {
          frames.removeLast()
        }
        frames.append(
          Frame(
            lines: top..<top, bodyLine: (title ?? top - 1) + 1, isStatute: true, titleLine: title))
        floor = start.last + 1
        statuteFloor = floor
        line = max(line, start.last) + 1
        continue
      }
      let nextStatute = next < statutes.count ? statutes[next].first : layout.lines.count
      if isOfficialTitle(line, before: nextStatute), admits(line, after: frames.last) {
        let top = prefaceStart(above: line, floor: floor)
        frames.append(
          Frame(lines: top..<top, bodyLine: line + 1, isStatute: false, titleLine: line))
        floor = line + 1
      }
      line += 1
    }
    for index in frames.indices {
      let end = index + 1 < frames.count ? frames[index + 1].lines.lowerBound : layout.lines.count
      frames[index].lines =
        frames[index].lines.lowerBound..<max(end, frames[index].lines.lowerBound)
    }
    return frames
  }

  // MARK: Statutes

  /// The lines of each run of articles: from the first division or article to the last article.
  private func statuteStarts() -> [(first: Int, last: Int)] {
    var runs: [(first: Int, last: Int)] = []
    var lastValue = 0
    for mark in marks where mark.style == .article && !mark.isReference {
      if mark.value == 1, mark.rest.isEmpty, mark.place != .inside || endsTitle(before: mark) {
        if lastValue >= 1, runs.last.map({ isContinuing($0, at: mark) }) ?? false { continue }
        runs.append((firstDivision(before: mark, floor: (runs.last?.last ?? -1) + 1), mark.line))
        lastValue = 1
      } else if !runs.isEmpty, mark.value > lastValue, mark.value <= lastValue + 3,
        mark.place != .afterColon
      {
        lastValue = mark.value
        runs[runs.count - 1].last = mark.line
      }
    }
    return runs
  }

  /// A second 第一条 on the same line, without a title between, is no new document.
  private func isContinuing(_ run: (first: Int, last: Int), at mark: NumberMark) -> Bool {
    run.last == mark.line && mark.place != .lineStart
  }

  private func endsTitle(before mark: NumberMark) -> Bool {
    let line = layout.lines[mark.line]
    let before = line.range.lowerBound..<mark.range.lowerBound
    guard before.count <= 80 else { return true }
    return !before.contains { text[$0] == "。" || text[$0] == "，" }
  }

  /// The line of 第一编, 第一章 or 目录 that belongs to a first article.
  private func firstDivision(before article: NumberMark, floor: Int) -> Int {
    var first = article.line
    var line = article.line
    while line > floor, article.line - line < 600 {
      line -= 1
      let range = layout.lines[line].range
      if isTableOfContents(range) { return line }
      if let mark = mark(beginning: line), mark.rank <= UnitSelection.Rank.section {
        first = line
      } else if range.count > 40 || LineFacts.endsSentence(range, in: text) {
        break
      } else if facts.title(range, in: text) == .strong, mark(beginning: line) == nil {
        break
      }
    }
    return first
  }

  private func mark(beginning line: Int) -> (mark: NumberMark, rank: Int)? {
    let index = firstMark[line]
    guard index >= 0, marks[index].range.lowerBound == layout.lines[line].range.lowerBound,
      !marks[index].isReference
    else { return nil }
    let rank: Int
    switch marks[index].style {
    case .part, .subpart, .chapter, .section: rank = UnitSelection.Rank.chapter
    case .article: rank = UnitSelection.Rank.article
    default: rank = UnitSelection.Rank.list
    }
    return (marks[index], rank)
  }

  func isTableOfContents(_ range: Range<Int>) -> Bool {
    range.count <= 8 && range.count >= 2 && text[range.lowerBound] == "目"
      && (text[range.lowerBound + 1] == "录" || text[range.lowerBound + 1] == "次")
  }

  // MARK: Titles

  /// The line of the title above a body: the nearest one, over notes on adoption and a preamble.
  private func titleLine(above body: Int, floor: Int) -> Int? {
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
    text[range.lowerBound] == "（" && text[range.upperBound - 1] == "）"
  }

  private func untitledTop(_ first: Int, _ floor: Int) -> Int { max(first, floor) }

  /// How surely a title ends on a line, and the line that it begins on: titles are broken into up to
  /// four lines.
  private func title(endingOn line: Int, floor: Int) -> (
    strength: LineFacts.TitleStrength, top: Int
  ) {
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
  private func isOfficialTitle(_ line: Int, before statute: Int) -> Bool {
    let strength = title(endingOn: line, floor: 0).strength
    guard strength == .strong || (strength == .weak && line < 12), mark(beginning: line) == nil,
      !layout.lines[line].isRow
    else { return false }
    var next = line + 1
    var skipped = 0
    while next < layout.lines.count, next < statute, skipped < 8 {
      let range = layout.lines[next].range
      if layout.lines[next].isRow { return strength == .strong }
      if facts.isRecipients(range, in: text) { return true }
      if isTableOfContents(range) { return true }
      if let (mark, _) = mark(beginning: next) {
        return mark.style != .arabic || strength == .strong
      }
      if facts.title(range, in: text) == .strong {
        return facts.names("文件", in: layout.lines[line].range, of: text)
      }
      if range.count >= 30, range.contains(where: { text[$0] == "，" || text[$0] == "。" }) {
        return true
      }
      if LineFacts.endsSentence(range, in: text) { return range.count >= 12 && strength == .strong }
      next += 1
      skipped += 1
    }
    // The last lines of a source: a title with nothing behind it is none.
    return false
  }

  /// Whether a title can begin a document where another is open: behind a signature or note, or
  /// with the beginning of a body of its own.
  private func admits(_ line: Int, after frame: Frame?) -> Bool {
    guard let frame else { return true }
    if let title = frame.titleLine, line - title <= 1 { return true }
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
      return facts.isRecipients(range, in: text) || facts.isDocumentNumber(range, in: text)
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
  private func prefaceStart(above title: Int, floor: Int) -> Int {
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
