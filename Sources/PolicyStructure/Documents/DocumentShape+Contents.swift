import PolicyText

/// 目录: the table of contents.
extension DocumentShape {
  /// 目录: from its heading, or from a first run of chapters without articles, up to where the first
  /// number stands again.
  mutating func markContents(from body: Int, marks: ArraySlice<NumberMark>) {
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
    // 1.1 stands again behind 1, which has a line of its own.
    if let again, again.style == .decimal, !again.rest.isEmpty, again.line > frame.lines.lowerBound,
      range(again.line).lowerBound == stop,
      decimalHead(of: again.line - 1) == again.value, range(again.line - 1).lowerBound > start
    {
      stop = range(again.line - 1).lowerBound
    }
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

  /// The bare number that a short line begins with, as in 1 总则.
  private func decimalHead(of line: Int) -> Int? {
    let range = range(line)
    guard range.count <= 30 else { return nil }
    return text.withUnsafeBufferPointer { text in
      guard let (value, end) = Numerals.readArabic(text, from: range.lowerBound),
        end < range.upperBound, text[end] != "."
      else { return nil }
      return value
    }
  }

  /// Gives a part to the lines of a stretch; a line that goes on behind it keeps its own part.
  private mutating func mark(_ role: LineRole, from start: Int, to stop: Int) {
    guard stop > start else { return }
    for line in frame.lines where range(line).lowerBound >= start && range(line).lowerBound < stop {
      if range(line).upperBound <= stop { self[line] = role }
    }
    skipped.append(start..<stop)
  }
}
