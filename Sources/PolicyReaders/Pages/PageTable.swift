/// A table that is seen from how words stand under each other, since a page has words and no cells.
struct PageTable {
  /// The rows of the page that it takes up.
  let rows: Range<Int>
  /// Its cells: for each row of the table and each column, the lines in it.
  let cells: [[[[Unicode.Scalar]]]]

  /// The tables among the rows of a page that are not furniture.
  ///
  /// Where the lines of the page are known, a table without any is one only if all its rows have words
  /// in all of three columns or more: names beside posts are text that is set with spaces.
  static func tables(in rows: [PageRow], rules: [PageRule]?) -> [PageTable] {
    var tables: [PageTable] = []
    var index = 0
    while index < rows.count {
      guard rows[index].segments.count >= 2, let table = table(from: index, in: rows),
        rules.map({ table.isRuled(by: $0, in: rows) || table.isFilled }) ?? true
      else {
        index += 1
        continue
      }
      tables.append(table)
      index = table.rows.upperBound
    }
    return tables
  }

  /// Whether lines stand above and below it, or between its rows.
  private func isRuled(by rules: [PageRule], in all: [PageRow]) -> Bool {
    let held = all[rows]
    let left = held.map(\.left).min() ?? 0
    let right = held.map(\.right).max() ?? 0
    let size = held.map(\.size).max() ?? 0
    guard let top = held.first?.top, let bottom = held.last?.bottom else { return false }
    return rules.count {
      $0.isHorizontal && $0.position > top - size * 2 && $0.position < bottom + size * 2
        && min($0.end, right) - max($0.start, left) > (right - left) * 0.6
    } >= 2
  }

  /// Whether it has three columns or more and words in all its cells.
  private var isFilled: Bool {
    cells.count >= 3 && cells.allSatisfy { $0.count >= 3 && $0.allSatisfy { !$0.isEmpty } }
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
    var placed: [[Placed]] = []
    for row in rows[range] {
      var line: [Placed] = []
      for segment in row.segments {
        guard let column = columns.firstIndex(where: { segment.left < $0.upperBound }),
          line.last.map({ $0.column < column }) ?? true
        else { return nil }
        line.append(Placed(column: column, segment: segment))
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

  /// Words that stand in a column.
  private struct Placed {
    let column: Int
    let segment: PageRow.Segment
  }

  /// Puts the lines of each cell, and the cells of each row, together.
  ///
  /// Lines close under each other in a column are a cell; cells that stand beside each other, as far
  /// as a part of their height, are a row, however they are set within it. Where rows follow without
  /// space between them, a row begins where the first column has words.
  private static func cells(
    _ placed: [[Placed]], rows: ArraySlice<PageRow>, columns: Int
  ) -> [[[[Unicode.Scalar]]]] {
    let size = rows.map(\.size).min() ?? 1
    var blocks: [(top: Double, bottom: Double, column: Int, lines: [[Unicode.Scalar]])] = []
    var last: [Int: Int] = [:]
    for part in placed.joined() {
      if let index = last[part.column], part.segment.top - blocks[index].bottom < size * 0.4 {
        blocks[index].bottom = max(blocks[index].bottom, part.segment.bottom)
        blocks[index].lines.append(part.segment.words)
      } else {
        last[part.column] = blocks.count
        blocks.append(
          (part.segment.top, part.segment.bottom, part.column, [part.segment.words]))
      }
    }
    blocks.sort { ($0.top, $0.column) < ($1.top, $1.column) }
    var cells: [[[[Unicode.Scalar]]]] = []
    var bottom = -Double.infinity
    for block in blocks {
      if block.top > bottom - size * 0.2 {
        cells.append(Array(repeating: [], count: columns))
      }
      cells[cells.count - 1][block.column] += block.lines
      bottom = max(bottom, block.bottom)
    }
    return cells.count > 1 ? cells : closeCells(placed, columns: columns)
  }

  private static func closeCells(
    _ placed: [[Placed]], columns: Int
  ) -> [[[[Unicode.Scalar]]]] {
    var cells: [[[[Unicode.Scalar]]]] = []
    for line in placed {
      if cells.isEmpty || line.first?.column == 0 {
        cells.append(Array(repeating: [], count: columns))
      }
      for part in line { cells[cells.count - 1][part.column].append(part.segment.words) }
    }
    return cells
  }
}
