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
  private var waiting: [(row: PageRow, page: Int)] = []

  /// The text of pages.
  init(_ pages: [Page]) {
    let laid = pages.map { page in (page: page, rows: Self.ordered(page)) }
    let furniture = PageFurniture(laid)
    margin = Self.leftMargin(laid.map(\.rows))
    let bodies = zip(laid, furniture.rows).map { page, furniture in
      page.rows.indices.filter { !furniture.contains($0) }.map { page.rows[$0] }
    }
    paragraphs = PageParagraphs(bodies, left: margin)
    assembler.joinsPlaces = paragraphs?.areShown != true
    for (index, page) in laid.enumerated() {
      let edges = furniture.rows[index]
      let (top, bottom) = (page.rows.count / 2, page.rows.indices)
      for row in bottom where edges.contains(row) && row < top {
        waiting.append((page.rows[row], index + 1))
      }
      append(bodies[index], of: index + 1, width: page.page.width)
      for row in bottom where edges.contains(row) && row >= top {
        waiting.append((page.rows[row], index + 1))
      }
    }
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
    return margin.map(Double.init) ?? 0
  }

  /// Appends what stands on a page between its edges.
  private mutating func append(_ body: [PageRow], of page: Int, width: Double) {
    let tables = PageTable.tables(in: body, width: width)
    let leading = Self.leading(of: body)
    var next = 0
    var index = 0
    while index < body.count {
      if next < tables.count, tables[next].rows.lowerBound == index {
        endParagraph()
        assembler.page = page
        append(tables[next])
        index = tables[next].rows.upperBound
        next += 1
        continue
      }
      let row = body[index]
      if let paragraphs, let before,
        paragraphs.carriesOn(
          row, after: before, next: index + 1 < body.count ? body[index + 1] : nil,
          acrossPages: index == 0, isFirst: isFirst)
      {
        assembler.turnPage(to: page)
        if Self.isNarrow(assembler.last), Self.isNarrow(row.words.first) { assembler.append(" ") }
        isFirst = false
      } else {
        endParagraph()
        assembler.page = page
        if index > 0, row.top - body[index - 1].bottom > leading + row.size * 1.2 {
          assembler.endParagraph()
        }
        let indent = Int(((row.left - margin) / max(row.size, 1)).rounded())
        assembler.append(Array(repeating: "　", count: min(max(indent, 0), 40)))
        isFirst = true
      }
      assembler.append(row.words)
      before = row
      index += 1
    }
  }

  /// Ends the paragraph, and appends what stood at the edges of pages inside it.
  private mutating func endParagraph() {
    assembler.breakParagraph()
    before = nil
    for (row, page) in waiting {
      assembler.page = page
      let start = assembler.count
      assembler.append(row.words)
      assembler.endParagraph()
      assembler.markAside(from: start, as: .pageFurniture)
    }
    waiting = []
  }

  /// Whether a character is one of a Latin word or number, which a line break parts from the next.
  private static func isNarrow(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0.isASCII && $0.properties.isAlphabetic } ?? false
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
