import PolicyText

/// Cuts a row of a table into its cells: by `|` if there are bars, else by tabs.
enum TableRowCells {
  /// The cells of a row in source offsets, empty ones too.
  static func cells(of line: SourceLine, in text: [Unicode.Scalar]) -> [Range<Int>] {
    let bars = line.content.contains { isBar(text[$0]) }
    // A tab at the edge of a line parts an empty cell from the next; a bar there only closes it.
    var range = bars ? line.content : tabExtent(of: line, in: text)
    if bars {
      // A bar at the end closes a row that a bar opens; else a blank cell stands behind it.
      if isBar(text[range.lowerBound]) {
        range = range.lowerBound + 1..<range.upperBound
        if !range.isEmpty, isBar(text[range.upperBound - 1]) {
          range = range.lowerBound..<range.upperBound - 1
        }
      }
    }
    var cells: [Range<Int>] = []
    var start = range.lowerBound
    for offset in range where bars ? isBar(text[offset]) : text[offset] == "\t" {
      cells.append(start..<offset)
      start = offset + 1
    }
    cells.append(start..<range.upperBound)
    return cells
  }

  /// How many bars or tabs part the cells; tabs at the edges of the line count unless `inside`.
  static func separators(
    of line: SourceLine, in text: [Unicode.Scalar], inside: Bool
  ) -> Int {
    let bars = line.content.reduce(0) { $0 + (isBar(text[$1]) ? 1 : 0) }
    if bars > 0 { return bars }
    let range = inside ? line.content : tabExtent(of: line, in: text)
    return range.reduce(0) { $0 + (text[$1] == "\t" ? 1 : 0) }
  }

  /// The longest first cell of a row, in scalars; longer words before a bar are a text run together.
  private static let longestFirstCell = 200

  /// Whether a line with a bar or tab in it can be a row: it does not begin as an article does, and
  /// its first cell is no field name with a colon and no running text.
  static func looksLikeRow(_ line: SourceLine, in text: [Unicode.Scalar]) -> Bool {
    let first = text[line.content.lowerBound]
    let cells = cells(of: line, in: text)
    guard cells.count >= 2, cells[0].count <= longestFirstCell else { return false }
    if first == "第", !line.content.contains(where: { isBar(text[$0]) }) { return false }
    if let head = cells.first, let last = head.last(where: { !isSpace(folded(text[$0])) }),
      folded(text[last]) == "："
    {
      return false
    }
    return true
  }

  private static func isBar(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "|" || scalar == "│" || scalar == "┃" || scalar == "｜"
  }

  /// The line with the tabs at its edges, which the content leaves out.
  private static func tabExtent(of line: SourceLine, in text: [Unicode.Scalar]) -> Range<Int> {
    var start = line.content.lowerBound
    while start > line.extent.lowerBound, text[start - 1] == "\t" { start -= 1 }
    var end = line.content.upperBound
    // Empty cells may hold spaces: 榆林渡区 → 　→ 　.
    if let last = text[end..<line.extent.upperBound].lastIndex(of: "\t") { end = last + 1 }
    return start..<end
  }
}
