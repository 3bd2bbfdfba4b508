import PolicyText

/// Makes a table of the rows that a text has for it: finds its columns, puts back what a converter
/// shifted, and gives merged cells their spans.
struct TableAssembler {
  /// A cell of a row as it stands, its place in the grid known or not.
  private struct Placed {
    var cell: TableCell
    var column: Int
  }

  private let text: [Unicode.Scalar]
  private let words: TableWords
  private(set) var repairs: [TableRepair] = []
  private var isPlaced = false

  init(text: [Unicode.Scalar], words: TableWords) {
    self.text = text
    self.words = words
  }

  /// The table that rows of cells make up, each row with its empty cells.
  ///
  /// `found`: For each row, what had to be done to find its cells.
  mutating func grid(
    of rows: [[Range<Int>]], repairs found: [TableRepair.Kind?] = []
  ) -> TableGrid {
    for (row, kind) in zip(rows, found) { if let kind { note(kind, row) } }
    // Where the grid was lost, the columns are found already.
    isPlaced = found.first == .some(.gridLost)
    var rows = rows
    let head = isPlaced ? 1 : headRows(rows)
    let columnCount = columnCount(of: rows)
    removeRepeatedHeads(&rows, head: head)
    var placed = place(rows, head: head, columnCount: columnCount)
    joinCutCells(&placed, head: head)
    return TableGrid(
      rows: spanned(placed, head: head, columnCount: columnCount), headerRows: head)
  }

  /// A table that came with its grid: only the head may stand in it more than once.
  mutating func grid(of given: TableGrid) -> TableGrid {
    var grid = given
    if grid.headerRows == 0 {
      grid.headerRows = headRows(grid.rows.map { $0.map(\.range) })
    }
    return grid
  }

  // MARK: Columns and heads

  /// How many columns there are: as many as the widest row has cells up to its last words, if other rows
  /// bear it out.
  private func columnCount(of rows: [[Range<Int>]]) -> Int {
    let widths = rows.map { row in (row.lastIndex { !$0.isEmpty } ?? -1) + 1 }
    let head = widths.first ?? 0
    let widest = widths.max() ?? 0
    // A row wider than the head is a slip, if it is alone; else the head has merged cells.
    let wider = widths.count { $0 > head }
    return wider * 4 >= max(rows.count - 1, 4) ? widest : max(head, 1)
  }

  /// How many rows at the top are heads: the first, and a second one that parts merged heads.
  private func headRows(_ rows: [[Range<Int>]]) -> Int {
    guard let first = rows.first, rows.count >= 2, isHeadLike(first) else { return 0 }
    guard rows.count >= 3, isHeadLike(rows[1]) else { return 1 }
    // Below a merged head (职工医保 and 城乡居民 under 限额) stand heads as well.
    let filled = first.count { !$0.isEmpty }
    let isMerged = filled < first.count || rows[1].first?.isEmpty == true
    let heads = rows[1].count { !$0.isEmpty && words.isColumnHead($0, in: text) }
    return isMerged && heads * 2 >= rows[1].count(where: { !$0.isEmpty }) && heads > 0 ? 2 : 1
  }

  /// Whether the cells of a row can be heads: short, without sentences, and no number alone.
  private func isHeadLike(_ row: [Range<Int>]) -> Bool {
    var filled = 0
    for range in row where !range.isEmpty {
      filled += 1
      if range.count > 30 || CellFeatures.isNumber(range, in: text)
        || range.contains(where: { text[$0] == "。" || text[$0] == "；" })
      {
        return false
      }
    }
    return filled > 0
  }

  private mutating func removeRepeatedHeads(_ rows: inout [[Range<Int>]], head: Int) {
    guard head > 0, let first = rows.first else { return }
    var kept: [[Range<Int>]] = []
    kept.reserveCapacity(rows.count)
    var index = 0
    while index < rows.count {
      if index >= head, isSame(rows[index], first) {
        note(.headRepeated, rows[index])
        index += 1
        // A head of two rows stands again with both.
        while index < rows.count, head > 1, isSame(rows[index], rows[1]) { index += 1 }
        continue
      }
      kept.append(rows[index])
      index += 1
    }
    rows = kept
  }

  private func isSame(_ a: [Range<Int>], _ b: [Range<Int>]) -> Bool {
    let first = a.filter { !$0.isEmpty }
    let second = b.filter { !$0.isEmpty }
    return first.count == second.count && !first.isEmpty
      && zip(first, second).allSatisfy { isSame($0, $1) }
  }

  private func isSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.count == b.count && text[a].elementsEqual(text[b])
  }

  // MARK: Placing

  private mutating func place(
    _ rows: [[Range<Int>]], head: Int, columnCount: Int
  ) -> [[Placed]] {
    var profiles = [ColumnProfile](repeating: ColumnProfile(), count: columnCount)
    let features = rows.map { row in row.map { CellFeatures($0, in: text) } }
    for row in rows.indices.dropFirst(head) where isWhole(rows[row], columnCount: columnCount) {
      for column in 0..<columnCount where !rows[row][column].isEmpty {
        profiles[column].add(features[row][column])
      }
    }
    let placement = RowPlacement(
      dropsMerged: dropsMerged(rows, head: head, columnCount: columnCount))
    return rows.indices.map { row in
      let cells = rows[row].indices.filter { !rows[row][$0].isEmpty }
      var columns = cells
      var isUncertain = false
      if row >= head, !isPlaced, let last = cells.last {
        if last >= columnCount {
          isUncertain = true
          note(.rowUnfit, rows[row])
        } else if !isWhole(rows[row], columnCount: columnCount),
          let found = placement.columns(
            of: cells.map { RowPlacement.Cell(place: $0, features: features[row][$0]) },
            profiles: profiles), found.gain > 0, found.columns != cells
        {
          columns = found.columns
          // A total stands under the first head, whatever was merged with it.
          if words.isTotal(rows[row][cells[0]], in: text) { columns[0] = 0 }
          if columns != cells { note(.rowShifted, rows[row]) }
        }
        for (cell, column) in zip(cells, columns) where column < columnCount {
          profiles[column].pass(features[row][cell])
        }
      }
      return zip(cells, columns).map {
        Placed(cell: TableCell(range: rows[row][$0], isUncertain: isUncertain), column: $1)
      }
    }
  }

  /// Whether a row has words in its last column, so that nothing in it can have been shifted.
  private func isWhole(_ row: [Range<Int>], columnCount: Int) -> Bool {
    row.count >= columnCount && !row[columnCount - 1].isEmpty
      && row.count { !$0.isEmpty } <= columnCount
  }

  /// Whether merged cells were dropped from the rows of this table: rows are short, and no row begins with
  /// an empty cell.
  private func dropsMerged(_ rows: [[Range<Int>]], head: Int, columnCount: Int) -> Bool {
    var short = 0
    for row in rows.dropFirst(head) {
      guard let first = row.first, !first.isEmpty else { return false }
      if row.count < columnCount || row[columnCount - 1].isEmpty { short += 1 }
    }
    return short > 0 && short * 8 >= rows.count
  }

  // MARK: Cells cut in two

  /// Puts words that stand alone in a row, under a cell that was cut, back into it.
  ///
  /// Such a row has no number in the column of numbers, where nearly all rows have one, and no code in
  /// the column of codes.
  private mutating func joinCutCells(_ rows: inout [[Placed]], head: Int) {
    guard rows.count > head + 2 else { return }
    let body = rows.dropFirst(head)
    var filled: [Int: (all: Int, coded: Int)] = [:]
    for row in body {
      for placed in row {
        filled[placed.column, default: (0, 0)].all += 1
        if CellFeatures(placed.cell.range, in: text).hasCode {
          filled[placed.column, default: (0, 0)].coded += 1
        }
      }
    }
    let coded = filled.filter { $0.value.coded * 5 >= $0.value.all * 4 && $0.value.coded >= 3 }
    guard let leaf = coded.max(by: { $0.value.all < $1.value.all })?.key else { return }
    var joined: [[Placed]] = []
    for (index, row) in rows.enumerated() {
      guard index > head, let before = joined.last, isContinuation(row, leaf: leaf, after: before)
      else {
        joined.append(row)
        continue
      }
      note(.cellCut, row.map(\.cell.range))
      var merged = before
      for placed in row {
        guard let place = merged.firstIndex(where: { $0.column == placed.column }) else { continue }
        append(placed.cell.range, to: &merged[place].cell)
      }
      joined[joined.count - 1] = merged
    }
    rows = joined
  }

  private func append(_ range: Range<Int>, to cell: inout TableCell) {
    if cell.continuations.isEmpty, cell.range.upperBound == range.lowerBound {
      cell.range = cell.range.lowerBound..<range.upperBound
    } else {
      cell.continuations.append(range)
    }
  }

  private func isContinuation(_ row: [Placed], leaf: Int, after before: [Placed]) -> Bool {
    guard !row.isEmpty, let cell = row.first(where: { $0.column == leaf })?.cell else {
      return false
    }
    if words.isTotal(cell.range, in: text) { return false }
    return row.allSatisfy { placed in
      let features = CellFeatures(placed.cell.range, in: text)
      guard features.mark == nil, !features.isNumber,
        let above = before.first(where: { $0.column == placed.column })?.cell
      else { return false }
      return !LineFacts.endsSentence(above.continuations.last ?? above.range, in: text)
    }
  }

  // MARK: Spans

  /// The cells of each row with the rows that they span; what a cell above spans is left out.
  private mutating func spanned(
    _ rows: [[Placed]], head: Int, columnCount: Int
  ) -> [[TableCell]] {
    let width = max(columnCount, rows.lazy.flatMap { $0 }.map { $0.column + 1 }.max() ?? 1)
    var slots = rows.map { row in
      var cells = [TableCell?](repeating: nil, count: width)
      for placed in row { cells[placed.column] = placed.cell }
      return cells
    }
    let leaf = leafColumn(slots, head: head)
    var starts = Array(repeating: Array(repeating: 0, count: width), count: slots.count)
    for column in 0..<width {
      var start = 0
      for row in slots.indices {
        let isBody = row > head
        if isBody, column < leaf, continues(row, column, slots, starts: starts, from: start) {
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
      (0..<width).compactMap { column -> TableCell? in
        guard starts[row][column] == row else { return nil }
        let text = emptyPlace(row, slots)
        var cell = slots[row][column] ?? TableCell(range: text..<text)
        var end = row + 1
        while end < slots.count, starts[end][column] == row { end += 1 }
        cell.rowSpan = end - row
        return cell
      }
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
    _ row: Int, _ column: Int, _ slots: [[TableCell?]], starts: [[Int]], from start: Int
  ) -> Bool {
    for left in 0..<column where starts[row][left] == row { return false }
    guard let above = slots[start][column] else { return slots[row][column] == nil }
    guard let cell = slots[row][column] else {
      // Below a total nothing goes on.
      return !words.isTotal(above.range, in: text)
    }
    return isSame(cell.range, above.range) && slots[row][(column + 1)...].contains { $0 != nil }
  }

  /// The first column that (nearly) all rows have words in; columns before it hold what rows have in
  /// common.
  private func leafColumn(_ slots: [[TableCell?]], head: Int) -> Int {
    let body = slots.dropFirst(head).filter { row in
      !(row.lazy.compactMap { $0 }.first.map { words.isTotal($0.range, in: text) } ?? true)
    }
    guard let width = slots.first?.count, !body.isEmpty else { return 0 }
    for column in 0..<width {
      let filled = body.count { $0[column] != nil }
      if filled * 20 >= body.count * 19, !repeats(column, body) { return column }
    }
    return 0
  }

  /// Whether words stand again in the next row so often that they must be of merged cells.
  private func repeats(_ column: Int, _ body: [[TableCell?]]) -> Bool {
    var same = 0
    for (above, below) in zip(body, body.dropFirst()) {
      if let first = above[column], let second = below[column], !first.isEmpty,
        isSame(first.range, second.range), CellFeatures(first.range, in: text).isNumber == false
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

  private mutating func note(_ kind: TableRepair.Kind, _ cells: [Range<Int>]) {
    let filled = cells.filter { !$0.isEmpty }
    guard let first = filled.first, let last = filled.last else { return }
    let range = first.lowerBound..<last.upperBound
    // One finding tells of all rows of a table that were put right in one way.
    if kind != .rowUnfit, let index = repairs.firstIndex(where: { $0.kind == kind }) {
      repairs[index].rows += 1
      return
    }
    repairs.append(TableRepair(kind: kind, rows: 1, range: range))
  }
}
