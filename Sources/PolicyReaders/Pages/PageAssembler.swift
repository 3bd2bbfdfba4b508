internal import PolicyText

/// Makes a text of pages: a row a line, indents as they are seen, tables as tables, and what stands
/// at the edges of pages marked.
///
/// Lines are left as they are: that a sentence goes on over lines and pages is for the structure to
/// find out.
struct PageAssembler {
  private(set) var assembler = TextAssembler()

  /// The text of pages.
  init(_ pages: [Page]) {
    assembler.joinsPlaces = true
    let laid = pages.map { page in (page: page, rows: Self.ordered(page)) }
    let furniture = PageFurniture(laid)
    let margin = Self.leftMargin(laid.map(\.rows))
    for (index, page) in laid.enumerated() {
      assembler.page = index + 1
      append(page.rows, furniture: furniture.rows[index], width: page.page.width, margin: margin)
    }
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

  /// Where most rows begin at the left.
  private static func leftMargin(_ pages: [[PageRow]]) -> Double {
    var counts: [Int: Int] = [:]
    for row in pages.joined() {
      counts[Int(row.left.rounded()), default: 0] += 1
    }
    let most = counts.values.max() ?? 0
    // Rows that begin further left than this one are rare.
    return counts.filter { $0.value * 4 >= most }.keys.min().map(Double.init) ?? 0
  }

  private mutating func append(
    _ rows: [PageRow], furniture: Set<Int>, width: Double, margin: Double
  ) {
    for index in rows.indices where furniture.contains(index) && index < rows.count / 2 {
      appendAside(rows[index])
    }
    let body = rows.indices.filter { !furniture.contains($0) }.map { rows[$0] }
    let tables = PageTable.tables(in: body, width: width)
    let leading = Self.leading(of: body)
    var next = 0
    var index = 0
    while index < body.count {
      if next < tables.count, tables[next].rows.lowerBound == index {
        append(tables[next])
        index = tables[next].rows.upperBound
        next += 1
        continue
      }
      let row = body[index]
      if index > 0, row.top - body[index - 1].bottom > leading + row.size * 1.2 {
        assembler.endParagraph()
      }
      let indent = Int(((row.left - margin) / max(row.size, 1)).rounded())
      assembler.append(Array(repeating: "　", count: min(max(indent, 0), 40)))
      assembler.append(row.words)
      assembler.endParagraph()
      index += 1
    }
    for index in rows.indices where furniture.contains(index) && index >= rows.count / 2 {
      appendAside(rows[index])
    }
  }

  private mutating func appendAside(_ row: PageRow) {
    let start = assembler.count
    assembler.append(row.words)
    assembler.endParagraph()
    assembler.markAside(from: start, as: .pageFurniture)
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
