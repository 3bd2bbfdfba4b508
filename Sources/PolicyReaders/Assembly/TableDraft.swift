import PolicyText

/// A table while it is being read.
struct TableDraft {
  /// A cell while its table is being read.
  struct Cell {
    var start: Int
    var end: Int
    var column: Int
    var columnSpan: Int
    var rowSpan: Int
    var continues: Bool
  }

  /// Where it begins in the text.
  var start: Int
  /// How many paragraphs and places there were before it.
  let paragraphs: Int
  let places: Int
  var rows: [[Cell]] = []
  /// The page that each row stands on, where pages are known.
  var pages: [Int?] = []
  var headerRows = 0
  /// The column of the next cell, as far as it is known without the spans of cells above.
  var column = 0
  /// How many characters stand in tables in its cells; `nil` if there is none.
  var innerCharacters: Int?
  /// The characters that part its cells.
  var separators: [Int] = []
  private(set) var isInCell = false

  init(start: Int, paragraphs: Int, places: Int) {
    self.start = start
    self.paragraphs = paragraphs
    self.places = places
  }

  /// Where the cell that is being read begins.
  var cellStart: Int { rows.last?.last?.start ?? start }

  mutating func begin(at offset: Int, columnSpan: Int, merge: TextAssembler.Merge) {
    let span = min(max(columnSpan, 1), TableGrid.columnLimit)
    if case .widens = merge, let row = rows.indices.last, let last = rows[row].indices.last {
      rows[row][last].columnSpan = min(rows[row][last].columnSpan + span, TableGrid.columnLimit)
      _ = separators.popLast()
      column += span
      isInCell = true
      return
    }
    var cell = Cell(
      start: offset, end: offset, column: column, columnSpan: span, rowSpan: 1, continues: false)
    switch merge {
    case .rows(let count): cell.rowSpan = max(count, 1)
    case .continues: cell.continues = true
    case .widens: break
    }
    rows[rows.count - 1].append(cell)
    column += span
    isInCell = true
  }

  mutating func end(at offset: Int) {
    guard let row = rows.indices.last, let cell = rows[row].indices.last else { return }
    rows[row][cell].end = offset
    isInCell = false
  }

  /// Whether the table only serves the layout of a page: it has one column, hardly holds anything but
  /// other tables, or nearly all its words stand in one cell.
  func isLayout(keepsInnerTables: Bool) -> Bool {
    if innerCharacters != nil, !keepsInnerTables { return true }
    var columns = 0
    var longest = 0
    var words = 0
    for row in rows {
      columns = max(columns, row.count)
      for cell in row {
        longest = max(longest, cell.end - cell.start)
        words += cell.end - cell.start
      }
    }
    // Where other tables are the most of it, it serves to place them.
    if let innerCharacters, rows.count < 2 || innerCharacters * 2 >= words { return true }
    return columns < 2 || words == 0 || (longest > 800 && longest * 10 > words * 6)
  }

  /// The cells with those above them that they go on with taken together.
  func merged() -> [[TableCell]] {
    var cells = rows.map { $0.map { (cell: $0, rowSpan: $0.rowSpan, isGone: false) } }
    /// For each column, the cell that was last begun in it.
    var above: [Int: (row: Int, index: Int)] = [:]
    for row in cells.indices {
      for index in cells[row].indices {
        let cell = cells[row][index].cell
        if cell.continues, let place = above[cell.column],
          cells[place.row][place.index].rowSpan == row - place.row,
          cell.start == cell.end
        {
          cells[place.row][place.index].rowSpan += 1
          cells[row][index].isGone = true
        } else {
          above[cell.column] = (row, index)
        }
      }
    }
    return cells.map { row in
      row.filter { !$0.isGone }.map { draft in
        TableCell(
          range: draft.cell.start..<draft.cell.end, rowSpan: draft.rowSpan,
          columnSpan: draft.cell.columnSpan)
      }
    }
  }
}
