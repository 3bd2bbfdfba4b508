import PolicyText

/// Makes a table of the rows that a text has for it: finds its columns, puts back what a converter
/// shifted, and gives merged cells their spans.
struct TableAssembler {
  /// A cell of a row as it stands, its place in the grid known or not.
  struct Placed {
    var cell: TableCell
    var column: Int
  }

  let text: [Unicode.Scalar]
  let words: TableWords
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
    let width = TableWidth(
      rows, head: head, columnCount: columnCount, text: text, words: words)
    var placed = place(rows, head: head, in: width)
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

  func isSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.count == b.count && text[a].elementsEqual(text[b])
  }

  // MARK: Placing

  private mutating func place(
    _ rows: [[Range<Int>]], head: Int, in width: TableWidth
  ) -> [[Placed]] {
    let reach = width.reach
    var profiles = [ColumnProfile](repeating: ColumnProfile(), count: reach)
    let features = rows.map { row in row.map { CellFeatures($0, in: text, words: words) } }
    for row in rows.indices.dropFirst(head) where width.isWhole(rows[row], features[row]) {
      for column in 0..<reach where !rows[row][column].isEmpty {
        profiles[column].add(features[row][column])
      }
    }
    let drops = dropsMerged(rows, head: head, core: width.core)
    let body = rows.dropFirst(head)
    let counted = body.count { row in
      row.first.map { CellFeatures.isNumber($0, in: text) } ?? false
    }
    let placement = RowPlacement(
      dropsMerged: drops, core: width.core, countsRows: counted * 20 >= body.count * 17)
    let totals = RowPlacement(dropsMerged: false, core: width.core)
    // Where indicators stand in the last column, a blank there is one that goes on.
    let endsMerged =
      reach > 0
      && rows.prefix(head).contains {
        $0.count >= reach && words.namesIndicators($0[reach - 1], in: text)
      }
    return rows.indices.map { row in
      let cells = rows[row].indices.filter { !rows[row][$0].isEmpty }
      var columns = cells
      var isUncertain = false
      if row >= head, !isPlaced, let last = cells.last, !endsMerged || last >= width.columnCount,
        !headsGroup(cells.map { rows[row][$0] }), !keepsBlanks(rows[row], cells)
      {
        if last >= width.columnCount {
          isUncertain = true
          note(.rowUnfit, rows[row])
        } else if !width.isWhole(rows[row], features[row]),
          let found = (words.isTotal(rows[row][cells[0]], in: text) ? totals : placement).columns(
            of: cells.map { RowPlacement.Cell(place: $0, features: features[row][$0]) },
            profiles: profiles), found.gain > 0, found.columns != cells
        {
          columns = found.columns
          // A total stands under the first head, whatever was merged with it.
          if words.isTotal(rows[row][cells[0]], in: text) { columns[0] = 0 }
          if columns != cells { note(.rowShifted, rows[row]) }
        }
        for (cell, column) in zip(cells, columns) where column < reach {
          profiles[column].pass(features[row][cell])
        }
      }
      return zip(cells, columns).map {
        Placed(cell: TableCell(range: rows[row][$0], isUncertain: isUncertain), column: $1)
      }
    }
  }

  /// Whether a row of totals has its blanks between 合计 and its numbers, and so stands as it is.
  private func keepsBlanks(_ row: [Range<Int>], _ cells: [Int]) -> Bool {
    guard let first = cells.first, let last = cells.last, last >= cells.count, first == 0 else {
      return false
    }
    return words.isTotal(row[first], in: text)
  }

  /// 一、组织保障（20分）: a row with a single cell that heads the rows below it.
  private func headsGroup(_ cells: [Range<Int>]) -> Bool {
    cells.count == 1 && words.mark(cells[0], in: text)?.style == .chinese
  }

  /// Whether merged cells were dropped from the rows of this table: rows are short, no row begins with
  /// an empty cell, and none begins as the row before it does.
  private func dropsMerged(_ rows: [[Range<Int>]], head: Int, core: Int) -> Bool {
    var short = 0
    var before: Range<Int>?
    for row in rows.dropFirst(head) {
      guard let first = row.first, !first.isEmpty else { return false }
      // Where merged cells stand again in each row, none was dropped.
      if let before, isSame(first, before), !CellFeatures.isNumber(first, in: text) { return false }
      before = first
      if row.count < core || row[core - 1].isEmpty { short += 1 }
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
        if CellFeatures(placed.cell.range, in: text, words: words).hasCode {
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
      let features = CellFeatures(placed.cell.range, in: text, words: words)
      guard features.mark == nil, !features.isNumber,
        let above = before.first(where: { $0.column == placed.column })?.cell
      else { return false }
      return !LineFacts.endsSentence(above.continuations.last ?? above.range, in: text)
    }
  }

  mutating func note(_ kind: TableRepair.Kind, _ cells: [Range<Int>]) {
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
