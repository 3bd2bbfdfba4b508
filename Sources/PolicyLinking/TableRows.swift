import PolicyText

/// Which rows of a table words stand in; a merged cell stands in several.
struct TableRows {
  private let cells: [(words: Range<Int>, rows: Range<Int>)]

  init(_ table: TableGrid) {
    cells = table.rows.enumerated().flatMap { row, cells in
      cells.map { ($0.range, row..<row + max(1, $0.rowSpan)) }
    }.sorted { $0.0.lowerBound < $1.0.lowerBound }
  }

  /// The rows of the cell that some words begin in; `nil` if none holds them.
  func rows(of words: Range<Int>) -> Range<Int>? {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].words.upperBound > words.lowerBound {
        high = middle
      } else {
        low = middle + 1
      }
    }
    guard low < cells.count, cells[low].words.contains(words.lowerBound) else { return nil }
    return cells[low].rows
  }
}
