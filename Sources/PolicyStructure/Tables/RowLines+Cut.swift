import PolicyText

/// Cells cut by line breaks: which lines make one row between them.
extension RowLines {
  /// Joins lines that make one row between them: each has fewer separators than the rows of the table,
  /// and all together as many.
  mutating func joinCutRows(_ block: Range<Int>, _ lines: [SourceLine]) {
    var counts: [Int: Int] = [:]
    for index in block where lines[index].form == .row {
      counts[separators(lines[index]), default: 0] += 1
    }
    // As many as the first row, which is the head, if others have so many; where most rows are cut they have fewer.
    let first = block.first { lines[$0].form == .row }.map { separators(lines[$0]) }
    let commonest = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    guard let usual = [first, commonest].compactMap({ $0 }).max(), (counts[usual] ?? 0) >= 2
    else { return }
    let ends = commonEnds(block.filter { separators(lines[$0]) == usual }.map { lines[$0] })
    var index = block.lowerBound
    while index < block.upperBound {
      guard lines[index].form == .row, !absorbed.contains(index), rows[index] == nil else {
        index += 1
        continue
      }
      var total = separators(lines[index])
      var parts = [index]
      var next = index + 1
      // A line without any separator heads a group of rows.
      if total > 0, total < usual {
        while next < block.upperBound, total < usual, parts.count < 6,
          lines[next].form == .text || lines[next].form == .row, !continued.contains(next),
          !isPageNumber(lines[next]), !beginsRow(lines[next], behind: lines[next - 1], ends)
        {
          total += lines[next].form == .row ? separators(lines[next]) : 0
          parts.append(next)
          next += 1
        }
        if total != usual || lines[parts[parts.count - 1]].form != .row { parts = [index] }
      }
      // The last cell of a row may be cut as well: words of their own between two rows.
      if total == usual || parts.count == 1 && separators(lines[index]) == usual {
        next = (parts.last ?? index) + 1
        while next + 1 < block.upperBound, lines[next].form == .text, !continued.contains(next),
          isCutEnd(lines[next], behind: lines[parts[parts.count - 1]], ends),
          lines[next + 1].form == .row || lines[next + 1].form == .text
        {
          parts.append(next)
          next += 1
        }
      }
      if parts.count > 1 { join(parts, lines) }
      index = (parts.last ?? index) + 1
      // Where the last cell is whole, words on a line of their own begin the first cell of the next row.
      if index + 1 < block.upperBound, lines[index].form == .text, !continued.contains(index),
        lines[index + 1].form == .row, separators(lines[index + 1]) == usual,
        isCutStart(lines[index], behind: lines[index - 1], ends)
      {
        join([index, index + 1], lines)
        index += 2
      }
    }
  }

  /// Whether a row with fewer cells than others is one all the same, from which merged cells were dropped, and not the
  /// rest of the row before it: that one ends as the rows of the table do, or both begin with
  /// codes or with numbers that follow each other.
  private func beginsRow(
    _ line: SourceLine, behind before: SourceLine, _ ends: Set<Unicode.Scalar>
  ) -> Bool {
    guard line.form == .row, before.form == .row else { return false }
    if let last = before.content.last, ends.contains(ending(text[last])) { return true }
    guard let mark = self.mark(line), let other = self.mark(before) else { return false }
    return mark.follows(other) || isCode(mark) && isCode(other)
  }

  /// `C102 …`, `2.1.3 …`.
  private func isCode(_ mark: CellMark) -> Bool {
    switch mark.style {
    case .code(_, hasNumber: true), .decimal: true
    default: false
    }
  }

  /// What the first cell of a row begins with to number it.
  private func mark(_ line: SourceLine) -> CellMark? {
    TableRowCells.cells(of: line, in: text).first.flatMap { CellMark($0, in: text) }
  }

  private func separators(_ line: SourceLine) -> Int {
    TableRowCells.separators(of: line, in: text, inside: false)
  }

  /// Whether a line between two rows goes on with the last cell of the row before it.
  private func isCutEnd(
    _ line: SourceLine, behind before: SourceLine, _ ends: Set<Unicode.Scalar>
  ) -> Bool {
    guard let first = line.content.first, let last = before.content.last else { return false }
    switch text[first] {
    case "表", "注", "附", "续": return false
    default: break
    }
    if isPageNumber(line) { return false }
    if goesOn(line) { return true }
    // What is whole needs no further line, unless the next is an item of a list in the cell.
    if before.form == .row, endsWhole(before, ends) {
      return isSentenceEnd(folded(text[last])) && isListItem(line)
    }
    return !isSentenceEnd(folded(text[last])) || isListItem(line)
  }

  /// `、市林业局`: whether a line begins as no cell does.
  private func goesOn(_ line: SourceLine) -> Bool {
    guard let first = line.content.first else { return false }
    switch folded(text[first]) {
    case "、", "，", "。", "；", "：", "）", "》", "”": return true
    default: return false
    }
  }

  /// `2.`, `（2）`, `②` at the start of a line.
  private func isListItem(_ line: SourceLine) -> Bool {
    guard line.content.count > 2, let first = line.content.first else { return false }
    let next = text[first + 1]
    switch folded(text[first]) {
    case "0"..."9": return next == "." || next == "、" || next == "．" || folded(next) == "）"
    case "（": return next.value >= 0x30 && next.value <= 0x39
    case "①"..."⑳": return true
    default: return false
    }
  }

  /// Whether a line between two rows begins the first cell of the next: the row before it ends with a number,
  /// a date or a sentence, and the line itself with none.
  private func isCutStart(
    _ line: SourceLine, behind before: SourceLine, _ ends: Set<Unicode.Scalar>
  ) -> Bool {
    guard let last = line.content.last, !isSentenceEnd(folded(text[last])), !isPageNumber(line),
      !goesOn(line)
    else { return false }
    return endsWhole(before, ends)
  }

  /// `— 3 —`, `- 3 -`: the number of a page between its rows.
  private func isPageNumber(_ line: SourceLine) -> Bool {
    line.content.count <= 12 && PageMarks.mark(in: line.content, of: text)?.marked == true
  }

  /// What at least half of the rows end with, as the cells of a column do that are of one kind: 6月底, 7月底.
  private func commonEnds(_ rows: [SourceLine]) -> Set<Unicode.Scalar> {
    var counts: [Unicode.Scalar: Int] = [:]
    for case let last? in rows.map(\.content.last) { counts[ending(text[last]), default: 0] += 1 }
    return Set(counts.filter { $0.value >= 2 && $0.value * 2 >= rows.count }.keys)
  }

  /// What the last character of a row says of its last cell; one digit is as good as another.
  private func ending(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let scalar = folded(scalar)
    return scalar.value >= 0x30 && scalar.value <= 0x39 ? "0" : scalar
  }

  /// Whether the last cell of a row is whole for sure: a number, a date, a sentence, what other rows end with.
  private func endsWhole(_ line: SourceLine, _ ends: Set<Unicode.Scalar>) -> Bool {
    guard line.form == .row, let last = line.content.last else { return false }
    if ends.contains(ending(text[last])) { return true }
    switch text[last] {
    case "0"..."9", "%", "％", "年", "月", "日", "分", "|": return true
    default: return isSentenceEnd(folded(text[last]))
    }
  }

  private mutating func join(_ parts: [Int], _ lines: [SourceLine]) {
    var row: Row = []
    for (place, part) in parts.enumerated() {
      let cells =
        lines[part].form == .row
        ? TableRowCells.cells(of: lines[part], in: text) : [lines[part].content]
      for (column, cell) in cells.enumerated() {
        if place > 0, column == 0, !row.isEmpty {
          row[row.count - 1].append(cell)
        } else {
          row.append([cell])
        }
      }
      if place > 0 { absorbed.insert(part) }
    }
    rows[parts[0]] = [row]
    cut.insert(parts[0])
  }
}
