import PolicyText

/// Merged cells: which rows the cells of a table span.
extension TableAssembler {
  /// The cells of each row with the rows that they span; what a cell above spans is left out.
  mutating func spanned(
    _ rows: [[Placed]], head: Int, columnCount: Int
  ) -> [[TableCell]] {
    let width = max(columnCount, rows.lazy.flatMap { $0 }.map { $0.column + 1 }.max() ?? 1)
    let order = mergingOrder(rows, head: head, width: width)
    var places = order
    for (place, column) in order.enumerated() { places[column] = place }
    var slots = rows.map { row in
      var cells = [TableCell?](repeating: nil, count: width)
      for placed in row { cells[places[placed.column]] = placed.cell }
      return cells
    }
    let counting = countingColumns(slots, head: head)
    let leaf = leafColumn(slots, head: head, counting: counting)
    var starts = Array(repeating: Array(repeating: 0, count: width), count: slots.count)
    for column in 0..<width {
      var start = 0
      for row in slots.indices {
        let isBody = row > head
        if isBody, column < leaf,
          continues(
            row, column, slots, starts: starts, from: start, counting: counting)
        {
          if let cell = slots[row][column] {
            note(.cellRepeated, [cell.range])
            slots[row][column] = nil
          }
        } else {
          start = row
        }
        starts[row][column] = start
      }
    }
    for column in leaf..<width {
      span(column, leaf: leaf, slots: slots, starts: &starts, head: head)
    }
    return slots.indices.map { row in
      places.compactMap { place -> TableCell? in
        guard starts[row][place] == row else { return nil }
        let text = emptyPlace(row, slots)
        var cell = slots[row][place] ?? TableCell(range: text..<text)
        var end = row + 1
        while end < slots.count, starts[end][place] == row { end += 1 }
        cell.rowSpan = end - row
        return cell
      }
    }
  }

  /// The columns from what the rows have most in common to what is their own: as they stand, but 一级指标 before
  /// 二级指标, wherever they stand, and 评价项目 with blanks before 评价内容 without.
  private func mergingOrder(_ rows: [[Placed]], head: Int, width: Int) -> [Int] {
    var levels: [Int: Int] = [:]
    let body = rows.dropFirst(head)
    let heads = rows.prefix(head).joined().sorted { $0.column < $1.column }
    // 考核项目 before 二级指标 is of the level above it, 评价要素 behind 一级指标 of the one below.
    var named = 0
    for placed in heads {
      switch words.headMeaning(placed.cell.range, in: text) {
      case "level1": named = 1
      case "level2": named = 2
      case "level3": named = 3
      case "level4", "point": named = 4
      case "content" where isFilled(placed.column, body):
        levels[placed.column] = Self.contentLevel
        continue
      case "leaf", "content", "task":
        if !isFilled(placed.column, body) { levels[placed.column] = named * 2 + 1 }
        continue
      default: continue
      }
      levels[placed.column] = named * 2
    }
    // 评价内容 stands behind what is merged over it only where something is.
    if !levels.keys.contains(where: { !isFilled($0, body) }) {
      levels = levels.filter { $0.value != Self.contentLevel }
    }
    let columns = levels.keys.sorted()
    let sorted = columns.sorted { (levels[$0] ?? 0, $0) < (levels[$1] ?? 0, $1) }
    var order = Array(0..<width)
    for (column, place) in zip(sorted, columns) where place < width { order[place] = column }
    // Behind columns that all rows fill (分值, 评分标准) indicators are merged as if they stood first.
    if let first = columns.first, first > 0, columns.contains(where: { !isFilled($0, body) }),
      (0..<first).allSatisfy({ isFilled($0, body) })
    {
      order = sorted.filter { $0 < width } + order.filter { levels[$0] == nil }
    }
    return order
  }

  /// 评价内容 that every row has comes behind all levels.
  private static let contentLevel = 10

  /// Whether all rows but totals have words in a column.
  private func isFilled(_ column: Int, _ body: ArraySlice<[Placed]>) -> Bool {
    body.allSatisfy { row in
      row.contains { $0.column == column }
        || row.first.map { words.isTotal($0.cell.range, in: text) } ?? true
    }
  }

  /// Where the words of a row begin: where its empty cells are said to stand.
  private func emptyPlace(_ row: Int, _ slots: [[TableCell?]]) -> Int {
    for cell in slots[row] { if let cell { return cell.range.lowerBound } }
    return 0
  }

  /// Whether a place belongs to the cell above it: it is empty or says the same again, and so do all
  /// places to its left.
  private func continues(
    _ row: Int, _ column: Int, _ slots: [[TableCell?]], starts: [[Int]], from start: Int,
    counting: Set<Int>
  ) -> Bool {
    for left in 0..<column where starts[row][left] == row && !counting.contains(left) {
      return false
    }
    guard let above = slots[start][column] else { return slots[row][column] == nil }
    guard let cell = slots[row][column] else {
      // Below a total nothing goes on.
      return !words.isTotal(above.range, in: text)
    }
    return isSame(cell.range, above.range) && slots[row][(column + 1)...].contains { $0 != nil }
  }

  /// The first column that (nearly) all rows have words in; columns before it hold what rows have in
  /// common.
  private func leafColumn(_ slots: [[TableCell?]], head: Int, counting: Set<Int>) -> Int {
    let body = rowsBesideTotals(slots, head: head)
    guard let width = slots.first?.count, !body.isEmpty else { return 0 }
    for column in 0..<width where !counting.contains(column) {
      let filled = body.count { $0[column] != nil }
      if filled * 20 >= body.count * 19, !repeats(column, body) { return column }
    }
    return 0
  }

  /// The rows below the heads that have words and are no totals.
  private func rowsBesideTotals(_ slots: [[TableCell?]], head: Int) -> [[TableCell?]] {
    slots.dropFirst(head).filter { row in
      !(row.lazy.compactMap { $0 }.first.map { words.isTotal($0.range, in: text) } ?? true)
    }
  }

  /// The columns at the left that count the rows one by one (序号): what stands beside them is merged all the
  /// same.
  private func countingColumns(_ slots: [[TableCell?]], head: Int) -> Set<Int> {
    let body = rowsBesideTotals(slots, head: head)
    guard let width = slots.first?.count, body.count >= 2 else { return [] }
    var counting: Set<Int> = []
    for column in 0..<width {
      let counts = body.count { row in
        row[column].map { CellFeatures.isNumber($0.range, in: text) } ?? false
      }
      guard counts * 20 >= body.count * 17 else { break }
      counting.insert(column)
    }
    return counting.count < width ? counting : []
  }

  /// Whether words stand again in the next row so often that they must be of merged cells.
  private func repeats(_ column: Int, _ body: [[TableCell?]]) -> Bool {
    var same = 0
    for (above, below) in zip(body, body.dropFirst()) {
      if let first = above[column], let second = below[column], !first.isEmpty,
        isSame(first.range, second.range), !CellFeatures.isNumber(first.range, in: text)
      {
        same += 1
      }
    }
    return same * 5 >= body.count && same > 0
  }

  /// Gives the cells behind the leaves the rows of a column before them, if their words stand only where
  /// that column's cells begin: a score that was merged over the rows of 二级指标.
  private func span(
    _ column: Int, leaf: Int, slots: [[TableCell?]], starts: inout [[Int]], head: Int
  ) {
    let body = slots.indices.dropFirst(head)
    guard body.contains(where: { slots[$0][column] == nil }) else { return }
    for parent in (0..<leaf).reversed() {
      let filled = body.filter { slots[$0][column] != nil }
      let begins = filled.count { starts[$0][parent] == $0 }
      let parents = body.count { starts[$0][parent] == $0 }
      guard filled.count >= 2, begins == filled.count, begins * 5 >= parents * 4 else { continue }
      for row in body { starts[row][column] = starts[row][parent] }
      return
    }
  }
}
