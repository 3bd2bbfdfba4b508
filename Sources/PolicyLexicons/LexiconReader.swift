/// Reads a file of `lexicons/`: header lines that begin with `#`, then a row a line.
///
/// `# Columns: term, modality` names the columns; cells are parted by tabs, and none is empty
/// (`-` stands for nothing). Rows are sorted by the code points of their terms, and no term stands
/// twice, so that a list can be searched by eye and a change shows as one line.
struct LexiconReader {
  let name: LexiconName
  /// The file's name for messages.
  let file: String
  /// Whether rows out of order are an error: they are in the program's own lists.
  let isSorted: Bool

  /// The list that the bytes hold.
  ///
  /// - Throws: ``LexiconError`` with the first line at fault.
  func lexicon(_ bytes: some Collection<UInt8>) throws(LexiconError) -> Lexicon {
    let bytes = Array(bytes)
    // Looked at as a whole; line by line only where one is to be named.
    let isValid = String(validating: bytes, as: UTF8.self) != nil
    var columns: [String] = []
    var rows: [[String]] = []
    var places: [Lexicon.Place] = []
    var line = 0
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      var text = bytes[start..<end]
      start = end + 1
      line += 1
      if !isValid, String(validating: text, as: UTF8.self) == nil {
        throw .notUTF8(file: file, line: line)
      }
      if text.last == 0x0D { text.removeLast() }
      if text.isEmpty { continue }
      if text.first == UInt8(ascii: "#") {
        if let named = Self.columns(of: String(decoding: text, as: UTF8.self)) { columns = named }
        continue
      }
      rows.append(try cells(of: text, columns: columns, line: line))
      places.append(Lexicon.Place(file: file, line: line))
    }
    guard !columns.isEmpty else { throw .missingHeader(file: file, line: "# Columns: ") }
    try checkOrder(of: rows, at: places)
    return Lexicon(name: name, columns: columns, rows: rows, places: places)
  }

  /// The columns that a header line names; `nil` if it does not name them.
  private static func columns(of line: String) -> [String]? {
    let mark = "# Columns:"
    guard line.hasPrefix(mark) else { return nil }
    // A short header has its source on the same line, after the full stop.
    let names = line.dropFirst(mark.count).prefix { $0 != "." }
    return names.split(separator: ",").map { name in
      String(name.drop { $0 == " " }.prefix { $0 != " " })
    }
  }

  private func cells(
    of text: ArraySlice<UInt8>, columns: [String], line: Int
  ) throws(LexiconError) -> [String] {
    guard !columns.isEmpty else { throw .missingHeader(file: file, line: "# Columns: ") }
    var cells: [String] = []
    cells.reserveCapacity(columns.count)
    var rest = text
    while let tab = rest.firstIndex(of: 0x09) {
      cells.append(String(decoding: rest[..<tab], as: UTF8.self))
      rest = rest[(tab + 1)...]
    }
    cells.append(String(decoding: rest, as: UTF8.self))
    guard cells.count == columns.count else {
      throw .cellCount(file: file, line: line, expected: columns.count, found: cells.count)
    }
    if let empty = cells.firstIndex(of: "") {
      throw .emptyCell(file: file, line: line, column: columns[empty])
    }
    return cells
  }

  private func checkOrder(
    of rows: [[String]], at places: [Lexicon.Place]
  ) throws(LexiconError) {
    if !isSorted { return try checkDuplicates(in: rows, at: places) }
    for index in rows.indices.dropFirst() {
      let previous = rows[index - 1][0]
      let term = rows[index][0]
      // The order of UTF-8 bytes is the order of code points.
      if previous.utf8.lexicographicallyPrecedes(term.utf8) { continue }
      // A term that stands twice is out of order as well; that it stands twice is the better cause.
      try checkDuplicates(in: rows, at: places)
      throw .unsorted(file: file, line: places[index].line, term: term, previous: previous)
    }
  }

  private func checkDuplicates(
    in rows: [[String]], at places: [Lexicon.Place]
  ) throws(LexiconError) {
    var lineOfTerm: [String: Int] = [:]
    for (row, place) in zip(rows, places) {
      if let earlier = lineOfTerm.updateValue(place.line, forKey: row[0]) {
        throw .duplicate(file: file, line: place.line, term: row[0], earlierLine: earlier)
      }
    }
  }
}
