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
  let layout: Layout
  let facts: LineFacts
  let text: [Unicode.Scalar]
  private let marks: [NumberMark]
  /// What a notice or an order at the top of the source issues.
  let named: NamedTitles
  /// The first mark of each line, by line; −1 where there is none.
  private var firstMark: [Int]

  init(_ layout: Layout, facts: LineFacts, marks: [NumberMark]) {
    self.layout = layout
    self.facts = facts
    self.marks = marks
    text = layout.reading.scalars
    named = NamedTitles(in: 0..<layout.reading.count, of: text, facts: facts)
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
          .map { headTitle(of: $0, floor: statuteFloor) ?? $0 }
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
    joinOrders(to: &frames)
    for index in frames.indices {
      let end = index + 1 < frames.count ? frames[index + 1].lines.lowerBound : layout.lines.count
      frames[index].lines =
        frames[index].lines.lowerBound..<max(end, frames[index].lines.lowerBound)
    }
    return frames
  }

  /// Puts 公布令 and what they promulgate together: an order that says no more than that a text is adopted
  /// and published stands at its head, as a 题注 does, and gives it its number.
  ///
  /// Source: Legislation Law (立法法) arts. 62, 77, 86: a law, regulation or rule is published by an order;
  /// it is cited by the order's number.
  private func joinOrders(to frames: inout [Frame]) {
    for index in frames.indices.dropLast().reversed() {
      let next = frames[index + 1]
      guard !frames[index].isStatute, let title = frames[index].titleLine,
        let promulgated = next.titleLine, promulgated - title <= 12, isNamed(promulgated),
        promulgates(layout.lines[title].range),
        (title + 1..<promulgated).count(where: { isSentence($0) }) <= 1
      else { continue }
      frames[index + 1].lines = frames[index].lines.lowerBound..<next.lines.upperBound
      frames.remove(at: index)
    }
  }

  private func isSentence(_ line: Int) -> Bool {
    LineFacts.endsSentence(layout.lines[line].range, in: text)
  }

  /// Whether a line names an order or announcement: 国务院令, 云溪市人民政府令第5号, …常务委员会公告.
  private func promulgates(_ line: Range<Int>) -> Bool {
    let words = facts.withoutTrailingBrackets(line, in: text)
    if text.offset(of: "令", in: words) != nil,
      facts.isDocumentNumber(words, in: text) || text[words.upperBound - 1] == "令"
    {
      return true
    }
    return words.count > 4 && text[words.upperBound - 1] == "告" && text[words.upperBound - 2] == "公"
      && !facts.names("关于", in: words, of: text)
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

  func mark(beginning line: Int) -> (mark: NumberMark, rank: Int)? {
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
}
