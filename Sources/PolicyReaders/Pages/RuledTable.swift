/// A table that is drawn with lines: its cells are known, whatever stands in them.
struct RuledTable {
  /// A cell with its words, a paragraph each.
  struct Cell {
    let column: Int
    var rowSpan: Int
    let columnSpan: Int
    var paragraphs: [[Unicode.Scalar]]
    /// Whether its last row has no room left, so that it may go on on another page.
    var isFull = false
  }

  /// The page that each row stands on.
  private(set) var pages: [Int]
  /// The cells by the row that they begin in.
  private(set) var rows: [[Cell]]
  /// How many rows at the top stand again on each page.
  private(set) var headRows = 0
  /// Words that stand again on another page, each with the page.
  private(set) var repeated: [(words: [Unicode.Scalar], page: Int)] = []
  /// Where it begins and ends on its page.
  let top: Double
  let bottom: Double
  private let columns: [Double]

  /// The tables drawn on a page, and the page with what stands outside them.
  static func tables(on page: Page, number: Int) -> (tables: [RuledTable], rest: Page) {
    let grids = RuledGrid.grids(of: page.rules ?? [])
    guard !grids.isEmpty else { return ([], page) }
    var rest = page
    var held = grids.map { [[PageFragment]](repeating: [], count: $0.cells.count) }
    rest.fragments = page.fragments.filter { fragment in
      let middle = (fragment.top + fragment.bottom) / 2
      for (index, grid) in grids.enumerated() {
        let parts = fragment.parts(in: grid, at: middle)
        guard !parts.isEmpty else { continue }
        for part in parts { held[index][part.cell].append(part.fragment) }
        return false
      }
      return true
    }
    let tables = zip(grids, held).compactMap { RuledTable($0, held: $1, page: number) }
    // A frame without words was drawn for something else.
    return (tables, rest)
  }

  private init?(_ grid: RuledGrid, held: [[PageFragment]], page: Int) {
    guard held.contains(where: { !$0.isEmpty }) else { return nil }
    columns = grid.columns
    top = grid.rows.first ?? 0
    bottom = grid.rows.last ?? 0
    rows = Array(repeating: [], count: grid.rows.count - 1)
    pages = Array(repeating: page, count: rows.count)
    let lines = held.map { PageRow.rows(of: $0) }
    // The white between words and line is that of the row which comes nearest to it, but no more than
    // programs leave of their own accord.
    var margin = 5.4
    for (cell, lines) in zip(grid.cells, lines) {
      for line in lines { margin = min(margin, line.left - grid.columns[cell.column]) }
    }
    margin = max(margin, 0)
    for (cell, lines) in zip(grid.cells, lines) {
      let width =
        grid.columns[cell.column + cell.columnSpan] - grid.columns[cell.column] - margin * 2
      var found = Cell(
        column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, paragraphs: [])
      for (index, line) in lines.enumerated() {
        if index > 0, Self.carriesOn(line, after: lines[index - 1], width: width) {
          found.paragraphs[found.paragraphs.count - 1].join(line.words)
        } else {
          found.paragraphs.append(line.words)
        }
      }
      if let last = lines.last {
        found.isFull = last.right - last.left + last.character > width && !last.endsSentence
      }
      rows[cell.row].append(found)
    }
  }

  /// Whether a row goes on with the one above it, which has no room for its first word.
  private static func carriesOn(_ row: PageRow, after before: PageRow, width: Double) -> Bool {
    if row.beginsWithNumber, before.endsSentence || before.beginsWithNumber { return false }
    return before.right - before.left + row.lead > width - before.character * 0.1
  }

  // MARK: Pages

  /// Whether a table at the top of the next page has the columns of this one.
  func goesOn(in next: RuledTable) -> Bool {
    columns.count == next.columns.count
      && zip(columns, next.columns).allSatisfy { abs($0 - $1) <= PageRule.tolerance }
  }

  /// Appends the rows of the next page: without the head that stands again there, and with the cells
  /// put together that go over both.
  mutating func append(_ next: RuledTable) {
    var head = 0
    while head < min(next.rows.count - 1, rows.count, 4),
      next.rows[head].contains(where: { !$0.paragraphs.isEmpty }),
      Self.isSame(next.rows[head], rows[head])
    {
      head += 1
    }
    // A cell of the head that reaches further down takes its rows with it.
    let reach = (0..<head).flatMap { row in next.rows[row].map { row + $0.rowSpan } }.max() ?? 0
    if reach > head { head = 0 }
    headRows = max(headRows, head)
    for row in 0..<head {
      for paragraph in next.rows[row].flatMap(\.paragraphs) {
        repeated.append((paragraph, next.pages[row]))
      }
    }
    var rest = Array(next.rows[head...])
    var pages = next.pages[head...]
    if let first = rest.first, goesOnRow(in: first) {
      mergeLastRow(with: first)
      rest.removeFirst()
      pages.removeFirst()
    } else {
      let labels = joinLabels(with: &rest)
      if let first = rest.first, !labels.isEmpty, goesOnRow(in: first) {
        mergeLastRow(with: first)
        rest.removeFirst()
        pages.removeFirst()
        for label in labels { rows[label.row][label.index].rowSpan -= 1 }
      }
    }
    rows += rest
    self.pages += pages
  }

  private static func isSame(_ row: [Cell], _ other: [Cell]) -> Bool {
    row.count == other.count
      && zip(row, other).allSatisfy {
        $0.column == $1.column && $0.columnSpan == $1.columnSpan && $0.rowSpan == $1.rowSpan
          && $0.paragraphs == $1.paragraphs
      }
  }

  /// Whether the first row of the next page is the rest of the last one: where it has words, so has
  /// that, and either its cells stopped in mid-sentence, or two of them at least have nothing left.
  ///
  /// One cell that is empty may be a label that spans rows on both pages.
  private func goesOnRow(in next: [Cell]) -> Bool {
    guard let last = rows.last, last.count == next.count,
      zip(last, next).allSatisfy({ $0.column == $1.column && $0.columnSpan == $1.columnSpan }),
      zip(last, next).allSatisfy({ !$0.paragraphs.isEmpty || $1.paragraphs.isEmpty }),
      next.contains(where: \.paragraphs.isEmpty)
    else { return false }
    let ended = zip(last, next).count { !$0.paragraphs.isEmpty && $1.paragraphs.isEmpty }
    return ended >= 2 || zip(last, next).allSatisfy { $1.paragraphs.isEmpty || $0.isFull }
  }

  private mutating func mergeLastRow(with next: [Cell]) {
    let last = rows.count - 1
    for (index, cell) in next.enumerated() {
      guard let first = cell.paragraphs.first else { continue }
      let end = rows[last][index].paragraphs.count - 1
      if rows[last][index].isFull {
        rows[last][index].paragraphs[end].join(first)
        rows[last][index].paragraphs += cell.paragraphs.dropFirst()
      } else {
        rows[last][index].paragraphs += cell.paragraphs
      }
      rows[last][index].isFull = cell.isFull
    }
  }

  /// Joins the cells of labels that span rows on both pages, and gives their places.
  ///
  /// Such a label stands on the first page; on the second its cell is empty.
  private mutating func joinLabels(with rest: inout [[Cell]]) -> [(row: Int, index: Int)] {
    var labels: [(row: Int, index: Int)] = []
    while let cell = rest.first?.first, cell.paragraphs.isEmpty, rest[0].count > 1,
      let row = rows.lastIndex(where: { row in row.contains { $0.column == cell.column } }),
      let index = rows[row].firstIndex(where: { $0.column == cell.column }),
      rows[row][index].columnSpan == cell.columnSpan,
      row + rows[row][index].rowSpan == rows.count
    {
      rows[row][index].rowSpan += cell.rowSpan
      rest[0].removeFirst()
      labels.append((row, index))
    }
    return labels
  }
}

extension [Unicode.Scalar] {
  /// Appends the words of the next row: a Latin word and the one on the next row are two.
  mutating func join(_ words: [Unicode.Scalar]) {
    if last?.isLatinLetter == true, words.first?.isLatinLetter == true { append(" ") }
    append(contentsOf: words)
  }
}

extension PageFragment {
  /// The parts of a fragment by the cells of a grid that they stand in; none if it stands outside.
  fileprivate func parts(
    in grid: RuledGrid, at middle: Double
  ) -> [(cell: Int, fragment: PageFragment)] {
    guard let cell = grid.cell(x: (left + right) / 2, y: middle) else { return [] }
    // A hair over the line is still in the cell.
    let hair = min(size * 0.4, (right - left) / 2)
    if grid.cell(x: left + hair, y: middle) == cell, grid.cell(x: right - hair, y: middle) == cell {
      return [(cell, self)]
    }
    var parts: [(cell: Int, fragment: PageFragment)] = []
    var x = left
    for scalar in words {
      let width = character * scalar.pageWidth
      let place = grid.cell(x: x + width / 2, y: middle) ?? parts.last?.cell ?? cell
      if let last = parts.indices.last, parts[last].cell == place {
        parts[last].fragment.words.append(scalar)
        parts[last].fragment.right = x + width
      } else {
        var part = self
        part.words = [scalar]
        part.left = x
        part.right = x + width
        parts.append((place, part))
      }
      x += width
    }
    return parts
  }
}
