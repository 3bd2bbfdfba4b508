internal import PolicyText

/// Makes a text of pages: a paragraph a line where pages show their paragraphs, else a row a line;
/// indents as they are seen, tables as tables, and what stands at the edges of pages marked.
struct PageAssembler {
  private(set) var assembler = TextAssembler()

  private let margin: Double
  private let paragraphs: PageParagraphs?
  /// The row that was read last, if the next one may go on with its paragraph.
  private var before: PageRow?
  /// Whether that row is the first of its paragraph.
  private var isFirst = true
  /// What stands at the edges of pages inside the paragraph that is being read, to follow it.
  private var waiting: [(words: [Unicode.Scalar], page: Int)] = []
  /// The table that was read last, if it may go on on the next page.
  private var openTable: RuledTable?

  /// The text of pages.
  init(_ pages: [Page]) {
    var drawn: [[RuledTable]] = []
    let laid = pages.enumerated().map { index, page in
      let (tables, rest) = RuledTable.tables(on: page, number: index + 1)
      drawn.append(tables)
      return (page: rest, rows: Self.ordered(rest))
    }
    let furniture = PageFurniture(laid)
    margin = Self.leftMargin(laid.map(\.rows))
    let bodies = zip(laid, furniture.rows).map { page, furniture in
      page.rows.indices.filter { !furniture.contains($0) }.map { page.rows[$0] }
    }
    paragraphs = PageParagraphs(
      bodies, left: margin,
      pageWidth: laid.map(\.page.width).sorted().dropFirst(laid.count / 2).first ?? 0)
    assembler.joinsPlaces = paragraphs?.areShown != true
    for (index, page) in laid.enumerated() {
      let edges = furniture.rows[index]
      let (top, bottom) = (page.rows.count / 2, page.rows.indices)
      for row in bottom where edges.contains(row) && row < top {
        waiting.append((page.rows[row].words, index + 1))
      }
      append(bodies[index], drawn[index], of: index + 1, rules: page.page.rules)
      for row in bottom where edges.contains(row) && row >= top {
        waiting.append((page.rows[row].words, index + 1))
      }
    }
    endTable()
    endParagraph()
  }

  /// The rows of a page in the order in which they are read: one column after the other, where the
  /// page has two columns of text.
  private static func ordered(_ page: Page) -> [PageRow] {
    let rows = PageRow.rows(of: page.fragments)
    guard let gutter = gutter(of: rows, width: page.width) else { return rows }
    let left = page.fragments.filter { $0.left < gutter }
    let right = page.fragments.filter { $0.left >= gutter }
    return PageRow.rows(of: left) + PageRow.rows(of: right)
  }

  /// Where two columns of text meet: nearly all rows have words on both sides, up to the middle.
  private static func gutter(of rows: [PageRow], width: Double) -> Double? {
    guard rows.count >= 20 else { return nil }
    let middle = width / 2
    let parted = rows.count { row in
      row.segments.count == 2 && row.segments[0].right < middle + row.size
        && row.segments[1].left > middle - row.size
        && row.segments[0].right - row.segments[0].left > width * 0.25
    }
    return parted * 10 >= rows.count * 8 ? middle - (rows.first?.size ?? 0) : nil
  }

  /// Where rows begin at the left: further left than this hardly any does.
  private static func leftMargin(_ pages: [[PageRow]]) -> Double {
    var counts: [Int: Int] = [:]
    for row in pages.joined() where row.segments.count == 1 {
      counts[Int(row.left.rounded()), default: 0] += 1
    }
    let least = max(2, (counts.values.max() ?? 0) / 20)
    let margin = counts.filter { $0.value >= least }.keys.min() ?? counts.keys.min()
    guard let margin else { return 0 }
    let rows = pages.joined().filter { $0.segments.count == 1 }
    let left = rows.filter { Int($0.left.rounded()) == margin }.map(\.left).min() ?? 0
    // Where nearly all paragraphs have one row, their indent of two characters is no margin.
    let outdented = rows.filter { abs((left - $0.left) / max($0.character, 1) - 2) < 0.2 }
    return outdented.map(\.left).min() ?? left
  }

  /// Appends what stands on a page between its edges: rows, and tables that are drawn with lines.
  private mutating func append(
    _ body: [PageRow], _ drawn: [RuledTable], of page: Int, rules: [PageRule]?
  ) {
    let tables = PageTable.tables(in: body, rules: rules)
    let leading = Self.leading(of: body)
    var next = 0
    var nextDrawn = 0
    var index = 0
    while index < body.count {
      if nextDrawn < drawn.count, drawn[nextDrawn].top < body[index].top {
        append(drawn[nextDrawn], isFirst: index == 0 && nextDrawn == 0)
        nextDrawn += 1
        continue
      }
      endTable()
      if next < tables.count, tables[next].rows.lowerBound == index {
        endParagraph()
        assembler.page = page
        append(tables[next])
        index = tables[next].rows.upperBound
        next += 1
        continue
      }
      append(
        body[index], above: index > 0 ? body[index - 1] : nil,
        below: index + 1 < body.count ? body[index + 1] : nil, of: page, leading: leading)
      index += 1
    }
    for (index, table) in drawn.enumerated().dropFirst(nextDrawn) {
      append(table, isFirst: body.isEmpty && index == 0)
    }
  }

  private mutating func append(
    _ row: PageRow, above: PageRow?, below: PageRow?, of page: Int, leading: Double
  ) {
    if let paragraphs, let before,
      paragraphs.carriesOn(
        row, after: before, next: below, acrossPages: above == nil, isFirst: isFirst)
    {
      assembler.turnPage(to: page)
      if assembler.last?.isLatinLetter == true, row.words.first?.isLatinLetter == true {
        assembler.append(" ")
      }
      isFirst = false
    } else {
      endParagraph()
      assembler.page = page
      if let above, row.top - above.bottom > leading + row.size * 1.2 { assembler.endParagraph() }
      let indent = Int(((row.left - margin) / max(row.size, 1)).rounded())
      assembler.append(Array(repeating: "　", count: min(max(indent, 0), 40)))
      isFirst = true
    }
    assembler.append(row.words)
    before = row
  }

  /// Ends the paragraph, and appends what stood at the edges of pages inside it.
  private mutating func endParagraph() {
    assembler.breakParagraph()
    before = nil
    for (words, page) in waiting {
      assembler.page = page
      let start = assembler.count
      assembler.append(words)
      assembler.endParagraph()
      assembler.markAside(from: start, as: .pageFurniture)
    }
    waiting = []
  }

  // MARK: Tables

  /// Appends a table that is drawn with lines; at the top of a page it may go on with the one that
  /// was left open on the page before.
  private mutating func append(_ table: RuledTable, isFirst: Bool) {
    if isFirst, let open = openTable, open.goesOn(in: table) {
      openTable?.append(table)
      return
    }
    endTable()
    openTable = table
  }

  /// Ends the table that may have gone on on another page.
  private mutating func endTable() {
    guard let table = openTable else { return }
    openTable = nil
    let edges = waiting
    waiting = []
    assembler.breakParagraph()
    before = nil
    assembler.beginTable()
    for (index, row) in table.rows.enumerated() {
      assembler.page = table.pages[index]
      assembler.beginRow(isHead: index < table.headRows)
      for cell in row {
        assembler.beginCell(columnSpan: cell.columnSpan, merge: .rows(cell.rowSpan))
        for paragraph in cell.paragraphs {
          assembler.append(paragraph)
          assembler.endParagraph()
        }
        assembler.endCell()
      }
      assembler.endRow()
    }
    assembler.endTable()
    waiting = edges + table.repeated
    endParagraph()
  }

  private mutating func append(_ table: PageTable) {
    assembler.beginTable()
    for row in table.cells {
      assembler.beginRow()
      for cell in row {
        assembler.beginCell()
        for line in cell {
          assembler.append(line)
          assembler.endParagraph()
        }
        assembler.endCell()
      }
      assembler.endRow()
    }
    assembler.endTable()
  }

  /// The white space between the lines of a paragraph: what most rows have.
  private static func leading(of rows: [PageRow]) -> Double {
    let gaps = zip(rows, rows.dropFirst()).map { max(0, $1.top - $0.bottom) }.sorted()
    return gaps.isEmpty ? 0 : gaps[gaps.count / 2]
  }
}
