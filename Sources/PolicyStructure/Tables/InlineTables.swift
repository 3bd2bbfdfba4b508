import PolicyText

/// Tables in a line that a converter ran together with the text around them: the line is cut into the words
/// before, the rows, and the words behind.
///
/// `…如下：| 指标 | 分值 || :--- | :--- || 机构 | 4 |第五条　…`: the row of dashes says how many cells a row
/// has, so that the rows before and behind it are found by counting bars.
enum InlineTables {
  /// A row has at least so many cells.
  private static let leastColumns = 2

  /// Cuts the lines that hold a table and anything besides.
  static func split(_ lines: inout [SourceLine], text: [Unicode.Scalar]) {
    guard lines.contains(where: { holdsTable($0, in: text) }) else { return }
    lines = lines.flatMap { holdsTable($0, in: text) ? parts(of: $0, in: text) : [$0] }
  }

  /// Whether a line has a row of dashes, and words.
  private static func holdsTable(_ line: SourceLine, in text: [Unicode.Scalar]) -> Bool {
    guard line.form == .row, line.content.count > 20 else { return false }
    var dashes = 0
    for offset in line.content {
      switch text[offset] {
      case "-": dashes += 1
      case "|": if dashes >= 2 { return true }
      case ":", " ": break
      default: dashes = 0
      }
    }
    return false
  }

  private static func parts(of line: SourceLine, in text: [Unicode.Scalar]) -> [SourceLine] {
    let bars = line.content.filter { text[$0] == "|" }
    var parts: [SourceLine] = []
    var start = line.extent.lowerBound
    func cut(at end: Int, _ form: SourceLine.Form) {
      guard end > start else { return }
      parts.append(line.part(start..<end, as: form, isFirst: parts.isEmpty, in: text))
      start = end
    }
    var bar = 0
    while let rule = rule(from: bar, bars, in: text) {
      let first = headRow(before: rule, from: bar, bars, in: text)
      cut(at: bars[first], .text)
      if first < rule.first { cut(at: bars[rule.first], .row) }
      var last = rule.first + rule.columns
      cut(at: bars[last] + 1, .rule)
      while last + 1 + rule.columns < bars.count, isSpace(bars[last] + 1..<bars[last + 1], text) {
        last += 1 + rule.columns
        cut(at: bars[last] + 1, .row)
      }
      bar = last + 1
    }
    cut(at: line.extent.upperBound, .text)
    return parts
  }

  /// The next row of dashes: the bar that it begins with, and how many cells it has.
  private static func rule(
    from start: Int, _ bars: [Int], in text: [Unicode.Scalar]
  ) -> (first: Int, columns: Int)? {
    var first = start
    while first + leastColumns < bars.count {
      var columns = 0
      while first + columns + 1 < bars.count,
        isDashes(bars[first + columns] + 1..<bars[first + columns + 1], text)
      {
        columns += 1
      }
      if columns >= leastColumns { return (first, columns) }
      first += columns + 1
    }
    return nil
  }

  /// The bar that the row before a row of dashes begins with, if there is one with as many cells.
  private static func headRow(
    before rule: (first: Int, columns: Int), from start: Int, _ bars: [Int],
    in text: [Unicode.Scalar]
  ) -> Int {
    let first = rule.first - 1 - rule.columns
    guard first >= start, isSpace(bars[rule.first - 1] + 1..<bars[rule.first], text) else {
      return rule.first
    }
    return first
  }

  private static func isDashes(_ range: Range<Int>, _ text: [Unicode.Scalar]) -> Bool {
    range.contains { text[$0] == "-" }
      && range.allSatisfy { text[$0] == "-" || text[$0] == ":" || text[$0] == " " }
  }

  private static func isSpace(_ range: Range<Int>, _ text: [Unicode.Scalar]) -> Bool {
    range.allSatisfy { PolicyText.isSpace(folded(text[$0])) }
  }
}

extension SourceLine {
  /// A part of the line as a line of its own.
  fileprivate func part(
    _ part: Range<Int>, as form: Form, isFirst: Bool, in text: [Unicode.Scalar]
  ) -> SourceLine {
    var start = max(part.lowerBound, content.lowerBound)
    var end = max(start, min(part.upperBound, content.upperBound))
    while start < end, isSpace(folded(text[start])) { start += 1 }
    while start < end, isSpace(folded(text[end - 1])) { end -= 1 }
    return SourceLine(
      extent: part, content: start..<end, form: start == end ? .blank : form,
      indent: isFirst ? indent : 0, width: 2 * (end - start), hasEmphasis: hasEmphasis,
      isFragment: !isFirst)
  }
}
