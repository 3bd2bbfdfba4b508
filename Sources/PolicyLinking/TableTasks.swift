import PolicyExtraction
import PolicyText

/// Whom the rows of a table of tasks name, in its columns 牵头单位 and 责任单位.
struct TableTasks {
  private let cells: [(words: Range<Int>, rows: Range<Int>)]
  private var partiesOfRow: [Int: [Party]] = [:]

  /// `assignments`: those that the cells of the table state.
  init(_ table: TableGrid, _ assignments: [Assignment]) {
    cells = table.rows.enumerated().flatMap { row, cells in
      cells.map { ($0.range, row..<row + $0.rowSpan) }
    }.sorted { $0.0.lowerBound < $1.0.lowerBound }
    for party in assignments.lazy.flatMap(\.parties) {
      for row in rows(of: party.range) { partiesOfRow[row, default: []].append(party) }
    }
  }

  /// Those who are named in the rows of a task; a merged cell stands in several.
  func parties(of task: Range<Int>) -> [Party] {
    var seen: Set<Party> = []
    return rows(of: task).flatMap { partiesOfRow[$0] ?? [] }.filter { seen.insert($0).inserted }
  }

  /// The rows of the cell that some words begin in; none if no cell holds them.
  private func rows(of words: Range<Int>) -> Range<Int> {
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
    guard low < cells.count, cells[low].words.contains(words.lowerBound) else { return 0..<0 }
    return cells[low].rows
  }
}
