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
    var cells: [Range<Int32>] = []
    var lines: [Int] = []
    var line = 0
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      var text = start..<end
      start = end + 1
      line += 1
      if !isValid, String(validating: bytes[text], as: UTF8.self) == nil {
        throw .notUTF8(file: file, line: line)
      }
      if !text.isEmpty, bytes[text.upperBound - 1] == 0x0D {
        text = text.lowerBound..<text.upperBound - 1
      }
      if text.isEmpty { continue }
      if bytes[text.lowerBound] == UInt8(ascii: "#") {
        let header = String(decoding: bytes[text], as: UTF8.self)
        if let named = Self.columns(of: header) { columns = named }
        continue
      }
      try appendCells(of: text, in: bytes, columns: columns, line: line, to: &cells)
      lines.append(line)
    }
    guard !columns.isEmpty else { throw .missingHeader(file: file, line: "# Columns: ") }
    let table = LexiconTable(bytes: bytes, cells: cells, width: columns.count)
    try checkOrder(of: table, lines: lines)
    return Lexicon(name: name, columns: columns, table: table, file: file, lines: lines)
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

  /// Appends where the cells of a row stand.
  private func appendCells(
    of row: Range<Int>, in bytes: [UInt8], columns: [String], line: Int,
    to cells: inout [Range<Int32>]
  ) throws(LexiconError) {
    guard !columns.isEmpty else { throw .missingHeader(file: file, line: "# Columns: ") }
    let first = cells.count
    var start = row.lowerBound
    for offset in row where bytes[offset] == 0x09 {
      cells.append(Int32(start)..<Int32(offset))
      start = offset + 1
    }
    cells.append(Int32(start)..<Int32(row.upperBound))
    guard cells.count - first == columns.count else {
      throw .cellCount(
        file: file, line: line, expected: columns.count, found: cells.count - first)
    }
    if let empty = cells[first...].firstIndex(where: { $0.isEmpty }) {
      throw .emptyCell(file: file, line: line, column: columns[empty - first])
    }
  }

  private func checkOrder(of table: LexiconTable, lines: [Int]) throws(LexiconError) {
    if !isSorted { return try checkDuplicates(in: table, lines: lines) }
    for row in lines.indices.dropFirst() where !table.precedes(row - 1, row) {
      // A term that stands twice is out of order as well; that it stands twice is the better cause.
      try checkDuplicates(in: table, lines: lines)
      throw .unsorted(
        file: file, line: lines[row], term: table.string(row * table.width),
        previous: table.string((row - 1) * table.width))
    }
  }

  private func checkDuplicates(in table: LexiconTable, lines: [Int]) throws(LexiconError) {
    var lineOfTerm: [String: Int] = [:]
    for (row, line) in lines.enumerated() {
      let term = table.string(row * table.width)
      if let earlier = lineOfTerm.updateValue(line, forKey: term) {
        throw .duplicate(file: file, line: line, term: term, earlierLine: earlier)
      }
    }
  }
}
