import PolicyText

/// 制表符号画的表: tables drawn with box characters.
extension RowLines {
  /// Whether a table is drawn with box characters.
  func isBoxed(_ block: Range<Int>, _ lines: [SourceLine]) -> Bool {
    block.contains { index in
      guard lines[index].form == .row, let first = lines[index].content.first else { return false }
      return text[first] == "│" || text[first] == "┃" || text[first] == "├" || text[first] == "┣"
    }
  }

  /// Reads the rows of a box: what stands between two rules is one row, if rules stand between all rows;
  /// a rule that does not reach all columns lets the cells of the others go on.
  mutating func readBox(_ block: Range<Int>, _ lines: [SourceLine]) {
    let rules = block.count { lines[$0].form == .rule || holdsRule(lines[$0]) }
    let drawn = block.filter { index in
      lines[index].form == .row && !holdsRule(lines[index])
        && !boxCells(of: lines[index]).isEmpty
    }
    guard rules >= 2 || rules == 1 && drawn.count == 2 else { return }
    // Rules around the head and the total alone say nothing of the rows between them.
    let full = drawn.count { index in boxCells(of: lines[index]).allSatisfy(hasWords) }
    if rules * 2 < drawn.count, full * 10 > drawn.count * 7 { return }
    /// For each column, the line at which its cell began.
    var starts: [Int] = []
    /// The columns that the last rule closed.
    var closed: [Bool] = []
    var isFresh = true
    for index in block {
      let line = lines[index]
      if line.form == .rule {
        closed = closed.map { _ in true }
        isFresh = true
        continue
      }
      let cells = boxCells(of: line)
      guard line.form == .row, !cells.isEmpty else { continue }
      if holdsRule(line), cells.count == starts.count {
        closed = cells.map { cell in
          !cell.isEmpty && cell.allSatisfy { isBoxRule(text[$0]) }
        }
        isFresh = true
        for (column, cell) in cells.enumerated() where !closed[column] && hasWords(cell) {
          rows[starts[column]]?[0][column].append(cell)
        }
        absorbed.insert(index)
        continue
      }
      if starts.count != cells.count {
        starts = cells.map { _ in index }
        closed = cells.map { _ in true }
        isFresh = true
      }
      if !isFresh, countsAnew(cells, starts: starts) {
        closed = cells.map { _ in true }
        isFresh = true
      }
      if isFresh {
        for column in cells.indices where closed[column] { starts[column] = index }
        rows[index] = [cells.map { _ in [] }]
        closed = closed.map { _ in false }
        isFresh = false
      } else {
        absorbed.insert(index)
      }
      for (column, cell) in cells.enumerated() where hasWords(cell) {
        rows[starts[column]]?[0][column].append(cell)
      }
    }
  }

  /// Whether a line has a number where the row that it would go on with has one already: scores are not cut, so that
  /// it is a row of its own, though no rule parts the two.
  private func countsAnew(_ cells: [Range<Int>], starts: [Int]) -> Bool {
    cells.indices.contains { column in
      guard isNumber(cells[column]), let pieces = rows[starts[column]]?[0][column] else {
        return false
      }
      return !pieces.isEmpty && pieces.allSatisfy(isNumber)
    }
  }

  private func isNumber(_ cell: Range<Int>) -> Bool {
    var digits = 0
    for offset in cell where !isSpace(folded(text[offset])) {
      switch folded(text[offset]) {
      case "0"..."9": digits += 1
      case ".", "分", "%": continue
      default: return false
      }
    }
    return digits > 0
  }

  /// The cells of a line of a box, whether words or rules stand in them.
  func boxCells(of line: SourceLine) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start: Int?
    for offset in line.content {
      switch text[offset] {
      case "│", "┃", "├", "┤", "┼", "┣", "┫", "╋":
        if let start { cells.append(start..<offset) }
        start = offset + 1
      default: continue
      }
    }
    return cells
  }

  private func hasWords(_ cell: Range<Int>) -> Bool {
    cell.contains { !isSpace(folded(text[$0])) }
  }

  /// Whether a row has a rule in some of its cells: `│    ├────┼──┤`.
  func holdsRule(_ line: SourceLine) -> Bool {
    guard line.form == .row else { return false }
    var run = 0
    for offset in line.content {
      run = isBoxRule(text[offset]) ? run + 1 : 0
      if run >= 3 { return true }
    }
    return false
  }

  private func isBoxRule(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "─", "━", "┬", "┴", "┼", "-": true
    default: false
    }
  }
}
