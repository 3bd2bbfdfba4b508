/// A table that is seen from how words stand under each other, since a page has words and no cells.
struct PageTable {
  /// The rows of the page that it takes up.
  let rows: Range<Int>
  /// Its cells: for each row of the table and each column, the lines in it.
  let cells: [[[[Unicode.Scalar]]]]

  /// The tables among the rows of a page that are not furniture.
  static func tables(in rows: [PageRow], width: Double) -> [PageTable] {
    var tables: [PageTable] = []
    var index = 0
    while index < rows.count {
      guard rows[index].segments.count >= 2, let table = table(from: index, in: rows) else {
        index += 1
        continue
      }
      tables.append(table)
      index = table.rows.upperBound
    }
    return tables
  }

  /// The table that begins with a row.
  private static func table(from start: Int, in rows: [PageRow]) -> PageTable? {
    var end = start + 1
    var lastWithColumns = start
    while end < rows.count, isNear(rows[end - 1], rows[end]) {
      if rows[end].segments.count >= 2 {
        lastWithColumns = end
      } else if end - lastWithColumns > 6 {
        break
      }
      end += 1
    }
    while end > start + 1 {
      // Lines under the last row with columns belong to it only if they keep to a column.
      if let table = table(start..<end, of: rows) { return table }
      end = min(end - 1, lastWithColumns + 1)
      if end == lastWithColumns + 1, let table = table(start..<end, of: rows) { return table }
      if end <= lastWithColumns + 1 { break }
    }
    return nil
  }

  /// Whether a row follows another without the space that parts a table from text.
  private static func isNear(_ row: PageRow, _ next: PageRow) -> Bool {
    next.top - row.bottom < max(row.size, next.size) * 2
  }

  private static func table(_ range: Range<Int>, of rows: [PageRow]) -> PageTable? {
    let columns = columns(of: rows[range])
    let withColumns = rows[range].count { $0.segments.count >= 2 }
    guard columns.count >= 2, withColumns >= (columns.count >= 3 ? 2 : 3),
      withColumns * 3 >= range.count
    else { return nil }
    // Every segment keeps to one column, or spans whole ones as the head of several does.
    var placed: [[(column: Int, words: [Unicode.Scalar])]] = []
    for row in rows[range] {
      var line: [(column: Int, words: [Unicode.Scalar])] = []
      for segment in row.segments {
        guard let column = columns.firstIndex(where: { segment.left < $0.upperBound }),
          line.last.map({ $0.column < column }) ?? true
        else { return nil }
        line.append((column, segment.words))
      }
      placed.append(line)
    }
    // Text in two columns fills both; a table has gaps between its rows or short cells.
    if columns.count == 2, withColumns * 10 >= range.count * 9, range.count >= 20,
      rows[range].allSatisfy({ $0.right - $0.left > $0.size * 24 })
    {
      return nil
    }
    return PageTable(rows: range, cells: cells(placed, rows: rows[range], columns: columns.count))
  }

  /// The columns that rows have in common: where hardly a row has words, there is none.
  private static func columns(of rows: ArraySlice<PageRow>) -> [Range<Double>] {
    let size = rows.map(\.size).min() ?? 1
    let left = rows.map(\.left).min() ?? 0
    let right = rows.map(\.right).max() ?? 0
    let step = max(size / 4, 0.5)
    let count = min(Int((right - left) / step) + 1, 4000)
    var covered = [Int](repeating: 0, count: count)
    for row in rows {
      for segment in row.segments {
        let first = max(0, Int((segment.left - left) / step))
        let last = min(count - 1, Int((segment.right - left) / step))
        for bin in first...max(first, last) where bin < count { covered[bin] += 1 }
      }
    }
    let few = rows.count / 8
    var columns: [Range<Double>] = []
    var start: Int?
    var gap = 0
    for bin in 0...count {
      if bin < count, covered[bin] > few {
        start = start ?? bin
        gap = 0
      } else if let first = start {
        gap += 1
        if Double(gap) * step >= size * 0.8 || bin == count {
          columns.append(left + Double(first) * step..<left + Double(bin - gap + 1) * step + size)
          start = nil
        }
      }
    }
    return columns
  }

  /// Puts the lines of each row of the table together.
  private static func cells(
    _ placed: [[(column: Int, words: [Unicode.Scalar])]], rows: ArraySlice<PageRow>, columns: Int
  ) -> [[[[Unicode.Scalar]]]] {
    let rows = Array(rows)
    let gaps = zip(rows, rows.dropFirst()).map { $1.top - $0.bottom }
    let least = gaps.min() ?? 0
    let size = rows.map(\.size).min() ?? 1
    let hasPadding = gaps.contains { $0 > least + size * 0.35 }
    var cells: [[[[Unicode.Scalar]]]] = []
    for (index, line) in placed.enumerated() {
      let beginsRow =
        index == 0
        || (hasPadding ? gaps[index - 1] > least + size * 0.35 : line.first?.column == 0)
      if beginsRow { cells.append(Array(repeating: [], count: columns)) }
      for part in line { cells[cells.count - 1][part.column].append(part.words) }
    }
    return cells
  }
}
