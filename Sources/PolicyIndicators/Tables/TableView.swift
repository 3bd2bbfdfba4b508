internal import PolicyStructure
internal import PolicyText

/// A table as its columns: heads, meanings, and for each place the cell that covers it.
struct TableView {
  let grid: TableGrid
  let text: [Unicode.Scalar]
  let words: TableWords
  /// For each column, the words of its lowest head.
  let heads: [Range<Int>?]
  let meanings: [ColumnMeaning]
  private let slots: [[(row: Int, index: Int)?]]

  init(_ grid: TableGrid, text: [Unicode.Scalar], words: TableWords) {
    self.grid = grid
    self.text = text
    self.words = words
    slots = grid.slots()
    var heads = [Range<Int>?](repeating: nil, count: grid.columnCount)
    var meanings = [ColumnMeaning](repeating: .other, count: grid.columnCount)
    for row in grid.rows.prefix(grid.headerRows) {
      for cell in row where !cell.isEmpty {
        let meaning = ColumnMeaning(cell.range, in: text, words: words)
        for column in cell.column..<min(cell.column + cell.columnSpan, heads.count) {
          // Of two heads the lower one decides, unless nothing is known of it.
          if meaning != .other || heads[column] == nil { meanings[column] = meaning }
          heads[column] = cell.range
        }
      }
    }
    self.heads = heads
    self.meanings = meanings
  }

  /// The rows below the heads.
  var body: Range<Int> { min(grid.headerRows, grid.rows.count)..<grid.rows.count }

  /// The cell that covers a place, and the row it begins in; `nil` where there are no words.
  func cell(_ row: Int, _ column: Int) -> (cell: TableCell, row: Int)? {
    guard slots.indices.contains(row), slots[row].indices.contains(column),
      let slot = slots[row][column]
    else { return nil }
    let cell = grid.rows[slot.row][slot.index]
    return cell.isEmpty ? nil : (cell, slot.row)
  }

  /// The cell that begins at a place; `nil` where there are no words.
  func cellBeginning(_ row: Int, _ column: Int) -> TableCell? {
    guard let (cell, start) = cell(row, column), start == row, cell.column == column else {
      return nil
    }
    return cell
  }

  /// Whether the head of a column has a bracket that names weights: 二级指标（权重）.
  func headWeighs(_ column: Int) -> Bool {
    guard let head = heads[column], let open = head.first(where: { text[$0] == "（" }) else {
      return false
    }
    let bracket = text[open..<head.upperBound]
    return bracket.contains("权") || bracket.contains("分")
  }

  /// The unit in the bracket of a head: 分 or %.
  func unit(ofColumn column: Int) -> String? {
    guard let head = heads[column] else { return nil }
    if text[head].contains("%") { return "%" }
    if head.contains(where: { text[$0] == "分" }) { return "分" }
    return nil
  }
}
