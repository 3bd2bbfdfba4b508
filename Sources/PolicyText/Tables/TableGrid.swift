/// 表格: rows of cells, some of which span several rows or columns.
///
/// One type for all tables. A reader of files with real tables (DOCX, HTML) fills it with ranges of
/// the decoded source and hands it over in ``SourceText/tables``; the parser of structure fills it from
/// rows of plain text and puts it, with ranges of the reading text, into the tree. As in HTML, a row
/// lists only the cells that begin in it: what a cell above spans is left out.
public struct TableGrid: Hashable, Sendable {
  /// No table has more columns; wider spans are cut.
  public static let columnLimit = 512

  /// The cells that begin in each row, from left to right.
  public private(set) var rows: [[TableCell]]
  /// How many columns there are.
  public private(set) var columnCount: Int
  /// How many rows at the top are heads of columns.
  public var headerRows: Int

  /// A grid of cells with their spans: each cell takes the first free place of its row.
  ///
  /// Spans that reach beyond the last row, or over a place that is taken, are cut.
  ///
  /// Source: HTML Living Standard, 4.9.12.1, "Forming a table".
  public init(rows: [[TableCell]], headerRows: Int = 0) {
    self.headerRows = min(headerRows, rows.count)
    self.rows = rows
    columnCount = 0
    /// For each column, how many rows a cell above still covers.
    var covered: [Int] = []
    for row in self.rows.indices {
      var column = 0
      for index in self.rows[row].indices {
        while column < covered.count, covered[column] > 0 { column += 1 }
        var cell = self.rows[row][index]
        cell.column = min(column, Self.columnLimit - 1)
        var end = column + 1
        let limit = min(column + cell.columnSpan, Self.columnLimit)
        while end < limit, end >= covered.count || covered[end] == 0 { end += 1 }
        cell.columnSpan = max(1, end - column)
        cell.rowSpan = min(cell.rowSpan, self.rows.count - row)
        while covered.count < cell.column + cell.columnSpan { covered.append(0) }
        for place in cell.column..<cell.column + cell.columnSpan { covered[place] = cell.rowSpan }
        self.rows[row][index] = cell
        column = end
      }
      columnCount = max(columnCount, covered.count)
      for place in covered.indices where covered[place] > 0 { covered[place] -= 1 }
    }
  }

  /// The whole table, from the first word of its cells to the last; `nil` if it has none.
  public var extent: Range<Int>? {
    var extent: Range<Int>?
    for row in rows {
      for cell in row where !cell.isEmpty {
        for piece in cell.pieces {
          extent =
            extent.map {
              min($0.lowerBound, piece.lowerBound)..<max($0.upperBound, piece.upperBound)
            } ?? piece
        }
      }
    }
    return extent
  }

  /// For each place of the grid, row by row, which cell covers it: its row and its place in the row.
  public func slots() -> [[(row: Int, index: Int)?]] {
    var slots = rows.map { _ in [(row: Int, index: Int)?](repeating: nil, count: columnCount) }
    for (row, cells) in rows.enumerated() {
      for (index, cell) in cells.enumerated() {
        for below in row..<min(row + cell.rowSpan, rows.count) {
          for column in cell.column..<min(cell.column + cell.columnSpan, columnCount) {
            slots[below][column] = (row, index)
          }
        }
      }
    }
    return slots
  }
}
