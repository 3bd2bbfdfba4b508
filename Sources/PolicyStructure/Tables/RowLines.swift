import PolicyText

/// Tells which lines of a source are rows of tables, and which rows take several lines.
///
/// A file without bars, tabs and box characters is passed by in one look at its lines.
struct RowLines {
  /// A row as pieces of the source: for each cell the stretches that its words stand in.
  typealias Row = [[Range<Int>]]

  /// For the first line of what is no plain row, the rows that begin there.
  var rows: [Int: [Row]] = [:]
  /// Lines whose words stand in a row that begins on a line before them.
  var absorbed: Set<Int> = []
  /// The first lines of rows that a line break cut.
  var cut: Set<Int> = []
  /// Lines that say that a table goes on (续表), between its rows.
  private(set) var continued: Set<Int> = []

  /// No row has more scalars where it is nearly the whole source.
  private static let longestRow = 120

  let text: [Unicode.Scalar]

  init(_ lines: inout [SourceLine], text: [Unicode.Scalar]) {
    self.text = text
    guard lines.contains(where: { $0.form == .row }) else { return }
    settle(&lines)
    var index = 0
    while index < lines.count {
      guard lines[index].form == .row else {
        index += 1
        continue
      }
      let end = blockEnd(from: index, in: lines)
      if isBoxed(index..<end, lines) {
        readBox(index..<end, lines)
      } else {
        joinCutRows(index..<end, lines)
      }
      index = end
    }
  }

  // MARK: Which lines are rows

  /// A line with one bar or tab is a row where its neighbours are rows, or where it has several; a
  /// line that begins with a number, or names a field (文号：…), is none.
  private mutating func settle(_ lines: inout [SourceLine]) {
    var strong = [Bool](repeating: false, count: lines.count)
    for index in lines.indices where lines[index].form == .row {
      if isRunTogether(lines[index]) { lines[index].form = .text }
    }
    for index in lines.indices where lines[index].form == .row {
      strong[index] = TableRowCells.looksLikeRow(lines[index], in: text)
    }
    for index in lines.indices where lines[index].form == .row {
      if holdsRule(lines[index]), boxCells(of: lines[index]).count >= 2 { continue }
      var isRow =
        strong[index] && TableRowCells.separators(of: lines[index], in: text, inside: true) >= 2
      if strong[index], !isRow {
        let before = nearest(from: index, step: -1, in: lines)
        let after = nearest(from: index, step: 1, in: lines)
        isRow = (before.map { strong[$0] } ?? false) || (after.map { strong[$0] } ?? false)
      }
      if !isRow { lines[index].form = .text }
    }
    for index in lines.indices where headsRows(index, in: lines) { lines[index].form = .row }
  }

  /// The longest head of a group of rows, in scalars.
  private static let longestGroup = 30

  /// 一、组织保障（20分）: whether a line between the rows of a table heads a group of them, as a cell merged over all
  /// columns does.
  private func headsRows(_ index: Int, in lines: [SourceLine]) -> Bool {
    guard lines[index].form == .text, lines[index].content.count <= Self.longestGroup,
      index > 0, index + 1 < lines.count, lines[index - 1].form == .row,
      lines[index + 1].form == .row,
      let last = lines[index].content.last, !isSentenceEnd(folded(text[last])),
      let mark = lines[index].content.dropFirst().prefix(3).first(where: { text[$0] == "、" })
    else { return false }
    return lines[index].content.prefix { $0 < mark }.allSatisfy {
      Numerals.chinese(text[$0]) != nil
    }
      && TableRowCells.separators(of: lines[index + 1], in: text, inside: false)
        == TableRowCells.separators(of: lines[index - 1], in: text, inside: false)
  }

  /// Whether a line holds nearly the whole source: a file of a single row is none, and what parts its words
  /// is no table any more.
  private func isRunTogether(_ line: SourceLine) -> Bool {
    line.content.count > Self.longestRow && line.content.count * 5 > text.count * 4
  }

  private func nearest(from index: Int, step: Int, in lines: [SourceLine]) -> Int? {
    var next = index + step
    var steps = 0
    while lines.indices.contains(next), steps < 3 {
      switch lines[next].form {
      case .blank, .rule: break
      case .text, .row: return next
      }
      next += step
      steps += 1
    }
    return nil
  }

  // MARK: Blocks of rows

  /// Where the lines end that may be of one table with the row at an index: rows, rules, and single lines of
  /// words between rows.
  private mutating func blockEnd(from start: Int, in lines: [SourceLine]) -> Int {
    var end = start + 1
    var next = end
    var sawBlank = false
    while next < lines.count {
      switch lines[next].form {
      case .row:
        end = next + 1
        sawBlank = false
      case .rule, .blank:
        sawBlank = sawBlank || lines[next].form == .blank
        if next - end > 3 { return end }
      case .text:
        if isContinuedCaption(lines[next]) {
          // A table that goes on says so; what says so is furniture of the page.
          if let row = (next + 1..<min(next + 4, lines.count)).first(where: {
            lines[$0].form == .row
          }) {
            continued.insert(next)
            next = row
            sawBlank = false
            continue
          }
          return end
        }
        // A line of words between rows may be of a cell; behind an empty line it is none.
        if next - end > 4 || sawBlank { return end }
      }
      next += 1
    }
    return end
  }

  /// 续表, 续表1, 表2-1（续）.
  private func isContinuedCaption(_ line: SourceLine) -> Bool {
    guard line.content.count <= 24, let first = line.content.first, let last = line.content.last
    else { return false }
    if text[first] == "续", first + 1 < line.content.upperBound, text[first + 1] == "表" {
      return true
    }
    return text[first] == "表" && line.content.count >= 4
      && folded(text[last]) == "）" && text[last - 1] == "续"
  }
}
