import PolicyText

/// Builds the text of a file from paragraphs and tables, with the places of both in the file.
///
/// A paragraph is a line. A cell of a table is one line or more; cells are parted by tabs and rows by
/// line breaks, so that the text can be read by itself, and the tables are given besides.
struct TextAssembler {
  /// The text so far.
  private(set) var scalars: [Unicode.Scalar] = []
  private(set) var tables: [TableGrid] = []
  private(set) var asides: [SourceAside] = []
  private(set) var places: [SourcePlace] = []
  private(set) var remarks: [SourceRemark] = []

  /// The page that is being read, where pages are known.
  var page: Int?
  /// Whether the lines of a page are one place, as where lines are not paragraphs.
  var joinsPlaces = false
  /// Whether a table with another one in a cell may be a table, and not only place the other one.
  var keepsInnerTables = false
  /// What part of the file is being read, where it is not the body.
  var part: SourcePlace.Part?

  /// Where each table begins.
  private var tableStarts: [Int] = []
  /// The tables that are open, from the outside in.
  private var open: [TableDraft] = []
  private var paragraphs = 0
  /// Where the paragraph that is being read begins.
  private var start = 0
  /// Where the words begin that stand on the page that is being read.
  private var placeStart = 0

  /// How many scalars there are.
  var count: Int { scalars.count }

  /// Whether a paragraph is begun and has words.
  var hasWords: Bool { scalars.count > start }

  // MARK: Words

  /// Appends words to the paragraph.
  mutating func append(_ words: some Sequence<Unicode.Scalar>) {
    scalars.append(contentsOf: words)
  }

  /// Appends a character to the paragraph.
  mutating func append(_ scalar: Unicode.Scalar) { scalars.append(scalar) }

  /// The last character of the paragraph, if it has one.
  var last: Unicode.Scalar? { hasWords ? scalars.last : nil }

  /// The words of the paragraph.
  var paragraph: ArraySlice<Unicode.Scalar> { scalars[start...] }

  /// Puts words in front of the paragraph.
  mutating func prefixParagraph(with words: [Unicode.Scalar]) {
    scalars.insert(contentsOf: words, at: start)
  }

  /// Ends the paragraph; one without words leaves an empty line, two leave no more than one.
  mutating func endParagraph() {
    while let last = self.last, last == " " || last == "\t" { scalars.removeLast() }
    if hasWords {
      if open.isEmpty || open.last?.isInCell != true {
        addPlace(max(start, placeStart)..<scalars.count)
      }
      scalars.append("\n")
    } else if !scalars.isEmpty, !endsWithEmptyLine, open.isEmpty {
      scalars.append("\n")
    }
    start = scalars.count
  }

  /// Goes on with the paragraph on another page.
  mutating func turnPage(to page: Int) {
    guard page != self.page else { return }
    if hasWords, open.isEmpty { addPlace(max(start, placeStart)..<scalars.count) }
    placeStart = scalars.count
    self.page = page
  }

  /// Ends the paragraph if it has words.
  mutating func breakParagraph() {
    if hasWords { endParagraph() }
  }

  private var endsWithEmptyLine: Bool {
    scalars.count >= 2 && scalars[scalars.count - 1] == "\n" && scalars[scalars.count - 2] == "\n"
  }

  private mutating func addPlace(_ range: Range<Int>) {
    if joinsPlaces, let last = places.last, last.page == page, last.table == nil {
      places[places.count - 1].span = TextSpan(last.span.start, range.upperBound)
      return
    }
    // The words of a paragraph that goes on over pages have a place on each.
    if range.lowerBound == start { paragraphs += 1 }
    var place = SourcePlace(span: TextSpan(range.lowerBound, range.upperBound))
    place.page = page
    place.part = part
    if part == nil, !joinsPlaces { place.paragraph = paragraphs }
    places.append(place)
  }

  // MARK: Marks

  /// Marks what was appended from an offset on as no part of a document.
  mutating func markAside(from offset: Int, as kind: SourceAside.Kind) {
    breakParagraph()
    var end = scalars.count
    while end > offset, scalars[end - 1] == "\n" { end -= 1 }
    guard end > offset else { return }
    // What lies inside is marked with the whole.
    while let last = asides.last, last.span.start >= offset { asides.removeLast() }
    while let last = tableStarts.last, last >= offset {
      tableStarts.removeLast()
      tables.removeLast()
    }
    for index in places.indices.reversed() {
      guard places[index].span.start >= offset else { break }
      places[index].table = nil
      places[index].row = nil
      places[index].column = nil
    }
    asides.append(SourceAside(span: TextSpan(offset, end), kind: kind))
  }

  /// Takes the pages from all places, where they turn out not to be known.
  mutating func forgetPages() {
    for index in places.indices { places[index].page = nil }
  }

  /// Adds something that is to be known of the file.
  mutating func remark(_ kind: SourceRemark.Kind, _ message: String) {
    let end = scalars.firstIndex(of: "\n") ?? scalars.count
    remarks.append(SourceRemark(kind, message, span: TextSpan(0, end)))
  }

  // MARK: Tables

  /// How a cell stands to the one above it.
  enum Merge {
    /// It is a cell of its own that spans so many rows.
    case rows(Int)
    /// It goes on with the cell above it.
    case continues
    /// It goes on with the cell in front of it.
    case widens
  }

  /// Begins a table.
  mutating func beginTable() {
    breakParagraph()
    for index in open.indices { open[index].innerCharacters = open[index].innerCharacters ?? 0 }
    open.append(TableDraft(start: scalars.count, paragraphs: paragraphs, places: places.count))
  }

  /// Begins a row; a head's cells name the columns.
  mutating func beginRow(isHead: Bool = false) {
    guard let last = open.indices.last else { return }
    if open[last].rows.isEmpty {
      // What stood before the first row, such as a caption, is no part of the table.
      breakParagraph()
      open[last].start = scalars.count
    }
    open[last].rows.append([])
    open[last].pages.append(nil)
    open[last].column = 0
    if isHead, open[last].headerRows == open[last].rows.count - 1 { open[last].headerRows += 1 }
  }

  /// Begins a cell.
  mutating func beginCell(columnSpan: Int = 1, merge: Merge = .rows(1)) {
    guard let last = open.indices.last else { return }
    breakParagraph()
    if open[last].rows.isEmpty { beginRow() }
    start = scalars.count
    open[last].begin(at: scalars.count, columnSpan: columnSpan, merge: merge)
  }

  /// Leaves out columns before the next cell.
  mutating func skipColumns(_ count: Int) {
    guard count > 0 else { return }
    beginCell(columnSpan: count)
    endCell()
  }

  /// Ends a cell.
  mutating func endCell() {
    guard let last = open.indices.last, open[last].isInCell else { return }
    breakParagraph()
    while scalars.count > open[last].cellStart, scalars.last == "\n" { scalars.removeLast() }
    open[last].end(at: scalars.count)
    let row = open[last].pages.count - 1
    open[last].pages[row] = open[last].pages[row] ?? page
    open[last].separators.append(scalars.count)
    scalars.append("\n")
    start = scalars.count
  }

  /// Ends a row.
  mutating func endRow() {
    guard let last = open.indices.last else { return }
    if open[last].isInCell { endCell() }
    // The last separator of a row stays a line break.
    if let row = open[last].rows.last, !row.isEmpty { _ = open[last].separators.popLast() }
  }

  /// Ends a table: it is one if it has columns; if it serves the layout of a page only, its cells are
  /// paragraphs.
  mutating func endTable() {
    guard var table = open.popLast() else { return }
    if table.isInCell {
      open.append(table)
      endCell()
      endRow()
      table = open.removeLast()
    }
    breakParagraph()
    start = scalars.count
    guard !table.isLayout(keepsInnerTables: keepsInnerTables) else {
      if open.isEmpty { placeLayout(of: table) }
      return
    }
    dropTables(from: table.start)
    if let outer = open.indices.last {
      open[outer].innerCharacters = (open[outer].innerCharacters ?? 0) + scalars.count - table.start
    }
    for offset in table.separators where offset < scalars.count { scalars[offset] = "\t" }
    let grid = TableGrid(rows: table.merged(), headerRows: table.headerRows)
    // The cells of a table are no menus.
    while let last = asides.last, last.span.start >= table.start { asides.removeLast() }
    tables.append(grid)
    tableStarts.append(table.start)
    placeCells(of: grid, pages: table.pages)
  }

  /// Takes back the tables in a table: their words are those of its cells.
  private mutating func dropTables(from offset: Int) {
    guard let last = tableStarts.last, last >= offset else { return }
    while let last = tableStarts.last, last >= offset {
      tableStarts.removeLast()
      tables.removeLast()
    }
    while let last = places.last, last.span.start >= offset { places.removeLast() }
  }

  private mutating func placeCells(of grid: TableGrid, pages: [Int?]) {
    for (row, cells) in grid.rows.enumerated() {
      for cell in cells where !cell.isEmpty {
        var place = SourcePlace(span: TextSpan(cell.range.lowerBound, cell.range.upperBound))
        place.page = pages[row]
        place.part = part
        place.table = tables.count
        place.row = row + 1
        place.column = cell.column + 1
        places.append(place)
      }
    }
  }

  /// The cells of a table that is none are paragraphs, each with its place.
  private mutating func placeLayout(of table: TableDraft) {
    // Cells and the places in them are both in the order of the text.
    var next = table.places
    let end = places.count
    var found: [SourcePlace] = []
    for cell in table.rows.joined() where cell.start < cell.end {
      while next < end, places[next].span.end <= cell.start { next += 1 }
      if next < end, places[next].span.start < cell.end { continue }
      paragraphs += 1
      var place = SourcePlace(span: TextSpan(cell.start, cell.end))
      place.page = page
      place.part = part
      if part == nil { place.paragraph = paragraphs }
      found.append(place)
    }
    places.append(contentsOf: found)
  }

  /// The text with all that is known of it.
  ///
  /// - Throws: ``SourceError`` if there is none.
  func source(
    name: String, encoding: TextEncoding = .utf8, mediaType: String, sha256: String
  ) throws(SourceError) -> DecodedSource {
    var scalars = scalars
    while scalars.last == "\n" { scalars.removeLast() }
    guard scalars.contains(where: \.isPrinted) else { throw .empty(name: name) }
    return DecodedSource(
      text: SourceText(
        scalars: scalars, name: name, tables: tables,
        asides: asides.sorted { $0.span.start < $1.span.start }),
      encoding: encoding, mediaType: mediaType, sha256: sha256, replaced: [],
      places: places.sorted { $0.span.start < $1.span.start }, remarks: remarks)
  }
}
