import PolicyText

/// A line of the source whose words are read.
struct ReadingLine {
  /// Its words in the reading text.
  var range: Range<Int>
  /// Whether an empty line stands before it (page numbers aside).
  var afterBlank: Bool
  /// Whether a page ended before it.
  var afterPage: Bool
  /// Columns of white space before the words.
  var indent: Int
  /// Columns of the words.
  var width: Int
  /// How many scalars the line has in the source, spaces included.
  var length: Int
  /// Its cells, if it is a row of a table.
  var cells: [Range<Int>]
  /// Whether this line begins where another line of words was cut in two: a title run together with
  /// what follows it.
  var isVirtual = false
  /// The table that the file itself has here, all of it, by its place in ``Layout/tables``.
  var table: Int?
  /// What had to be done to find its cells, if anything.
  var repair: TableRepair.Kind?

  var isRow: Bool { !cells.isEmpty }
}

/// 版面: takes a source apart into lines that are read and what is page furniture.
struct Layout {
  /// The words in reading order.
  private(set) var reading: ReadingText
  /// The lines that the words stand in.
  private(set) var lines: [ReadingLine] = []
  /// Page numbers, running heads, rules and comments.
  private(set) var furniture: [Residue] = []
  /// The tables that the file itself has, with ranges of the reading text.
  private(set) var tables: [TableGrid] = []

  init(_ source: SourceText) {
    reading = ReadingText(source: source)
    reading.reserveCapacity(source.scalars.count)
    var sourceLines = LineScanner(source).lines()
    InlineTables.split(&sourceLines, text: source.scalars)
    let pages = PageMarks(lines: sourceLines, source: source)
    let rowLines = RowLines(&sourceLines, text: source.scalars)
    lines.reserveCapacity(sourceLines.count)
    var blank = false
    var page = false
    var asides = AsideCursor(source.asides)
    var given = GivenTables(source.tables)
    for (index, line) in sourceLines.enumerated() {
      if let table = given.table(at: line.extent) {
        append(table, afterBlank: blank && !page)
        blank = false
        page = false
      }
      if given.covers(line.extent) || rowLines.absorbed.contains(index) { continue }
      if let kind = asides.kind(at: line.extent.lowerBound) {
        if line.form != .blank {
          furniture.append(Residue(span: span(line.content, line.extent), reason: kind.reason))
        }
        page = page || kind == .pageFurniture
        continue
      }
      if rowLines.continued.contains(index) {
        furniture.append(Residue(span: span(line.content, line.extent), reason: .pageFurniture))
        continue
      }
      if let rows = rowLines.rows[index] {
        for row in rows {
          append(row, of: line, afterBlank: blank && !page, afterPage: page)
          if rowLines.cut.contains(index) { lines[lines.count - 1].repair = .cellCut }
        }
        blank = false
        page = false
        continue
      }
      if pages.lines.contains(index) {
        furniture.append(Residue(span: span(line.content, line.extent), reason: .pageFurniture))
        page = true
        continue
      }
      switch line.form {
      case .blank:
        blank = true
      case .rule:
        // The rule under the head of a Markdown table belongs to the table.
        if !line.extent.isEmpty, !line.extent.contains(where: { isTableRule(source.scalars[$0]) }) {
          furniture.append(Residue(span: span(line.extent, line.extent), reason: .other))
        }
        blank = true
      case .text, .row:
        var content = line.content
        if let mark = pages.trailing[index] {
          furniture.append(
            Residue(span: TextSpan(mark.lowerBound, mark.upperBound), reason: .pageFurniture))
          content = content.lowerBound..<mark.lowerBound
        }
        append(line, content: content, afterBlank: blank && !page, afterPage: page)
        blank = false
        page = pages.trailing[index] != nil
      }
    }
  }

  /// Cuts lines in pieces, each at some offsets of the reading text, in order.
  mutating func splitLines(where cuts: (Int, ReadingLine) -> [Int]) {
    var pieces: [ReadingLine] = []
    pieces.reserveCapacity(lines.count)
    for (index, line) in lines.enumerated() {
      var rest = line
      for offset in cuts(index, line) where rest.range.contains(offset) {
        guard offset > rest.range.lowerBound else { continue }
        var first = rest
        first.range = rest.range.lowerBound..<offset
        first.width = first.range.count * 2
        first.length = first.range.count
        pieces.append(first)
        rest.range = offset..<rest.range.upperBound
        rest.afterBlank = false
        rest.afterPage = false
        rest.indent = 0
        rest.isVirtual = true
      }
      pieces.append(rest)
    }
    lines = pieces
  }

  /// Puts rows in the place of lines that are the cells of tables without a grid.
  mutating func assembleGridless(_ facts: LineFacts) {
    let found = GridlessTables(self, facts: facts).tables()
    for table in found.reversed() {
      let first = lines[table.lines.lowerBound]
      let rows = table.rows.compactMap { cells -> ReadingLine? in
        let filled = cells.filter { !$0.isEmpty }
        guard let start = filled.map(\.lowerBound).min(), let end = filled.map(\.upperBound).max()
        else { return nil }
        return ReadingLine(
          range: start..<end, afterBlank: false, afterPage: false, indent: first.indent,
          width: 2 * (end - start), length: end - start, cells: cells, repair: .gridLost)
      }
      lines.replaceSubrange(table.lines, with: rows)
    }
  }

  private func span(_ content: Range<Int>, _ extent: Range<Int>) -> TextSpan {
    let range = content.isEmpty ? extent : content
    return TextSpan(range.lowerBound, range.upperBound)
  }

  /// Whether a scalar of a rule shows that it is one of a table.
  private func isTableRule(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "|" || (scalar.value > 0x2502 && scalar.value <= 0x254B)
  }

  /// Appends a row whose words may stand on several lines, cell by cell.
  private mutating func append(
    _ row: RowLines.Row, of line: SourceLine, afterBlank: Bool, afterPage: Bool
  ) {
    let start = reading.count
    var cells: [Range<Int>] = []
    for cell in row {
      let cellStart = reading.count
      for piece in cell { appendWords(trimmed(piece), emphasis: line.hasEmphasis) }
      cells.append(cellStart..<reading.count)
    }
    guard reading.count > start else { return }
    lines.append(
      ReadingLine(
        range: start..<reading.count, afterBlank: afterBlank, afterPage: afterPage,
        indent: line.indent, width: line.width, length: line.content.count, cells: cells))
  }

  private mutating func append(
    _ line: SourceLine, content: Range<Int>, afterBlank: Bool, afterPage: Bool
  ) {
    let start = reading.count
    var cells: [Range<Int>] = []
    if line.form == .row {
      for cell in TableRowCells.cells(of: line, in: reading.source.scalars) {
        let cellStart = reading.count
        appendWords(trimmed(cell), emphasis: line.hasEmphasis)
        cells.append(cellStart..<reading.count)
      }
    } else {
      appendWords(content, emphasis: line.hasEmphasis)
    }
    guard reading.count > start else { return }
    lines.append(
      ReadingLine(
        range: start..<reading.count, afterBlank: afterBlank, afterPage: afterPage,
        indent: line.indent, width: line.width, length: line.content.count, cells: cells,
        isVirtual: line.isFragment))
  }

  /// Appends a table that the file itself has, as one line with all its words.
  private mutating func append(_ table: TableGrid, afterBlank: Bool) {
    let start = reading.count
    let rows = table.rows.map { row in
      row.map { cell in
        let cellStart = reading.count
        for piece in cell.pieces { reading.append(trimmed(piece)) }
        return TableCell(
          range: cellStart..<reading.count, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan)
      }
    }
    guard reading.count > start else { return }
    tables.append(TableGrid(rows: rows, headerRows: table.headerRows))
    lines.append(
      ReadingLine(
        range: start..<reading.count, afterBlank: afterBlank, afterPage: false, indent: 0,
        width: 2 * (reading.count - start), length: reading.count - start,
        cells: rows.first?.map(\.range) ?? [], table: tables.count - 1))
  }

  /// A cell without the white space at its edges, so that nothing parts its words from those of the cell before.
  private func trimmed(_ cell: Range<Int>) -> Range<Int> {
    let text = reading.source.scalars
    var range = cell
    while let first = range.first, isSpace(folded(text[first])) { range = range.dropFirst() }
    while let last = range.last, isSpace(folded(text[last])) { range = range.dropLast() }
    return range
  }

  /// Appends words without `**` between them.
  private mutating func appendWords(_ content: Range<Int>, emphasis: Bool) {
    guard emphasis else {
      reading.append(content)
      return
    }
    let text = reading.source.scalars
    var start = content.lowerBound
    var offset = start
    while offset + 1 < content.upperBound {
      if text[offset] == "*", text[offset + 1] == "*" {
        reading.append(start..<offset)
        offset += 2
        start = offset
      } else {
        offset += 1
      }
    }
    reading.append(start..<content.upperBound)
  }
}
