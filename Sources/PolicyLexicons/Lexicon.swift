/// 词表: one list of words from `lexicons/`, as its file gives it.
public struct Lexicon: Sendable {
  /// Where a row stands, for whoever has to put it right.
  public struct Place: Hashable, Sendable {
    /// The file, as `lexicons/modality.tsv`.
    public let file: String
    /// The line, from 1.
    public let line: Int
  }

  /// Which list it is.
  public let name: LexiconName
  /// The names of the columns, from the header's `Columns:` line; the first is the term.
  public let columns: [String]
  /// The rows in the order of the file, each with as many cells as there are columns.
  public var rows: LexiconRows { LexiconRows(table: table) }
  private var table: LexiconTable
  /// Whence rows came, and for each row from which file and line.
  private var files: [String]
  private var lines: [(file: Int32, line: Int32)]

  /// A list that is already read.
  public init(name: LexiconName, columns: [String], rows: [[String]]) {
    self.init(
      name: name, columns: columns, table: LexiconTable(rows, width: columns.count),
      file: "lexicons/\(name.rawValue).tsv", lines: rows.indices.map { $0 + 1 })
  }

  /// A list that is read from a file, and the line of each row.
  init(name: LexiconName, columns: [String], table: LexiconTable, file: String, lines: [Int]) {
    precondition(table.count == lines.count, "each row stands at a place")
    self.name = name
    self.columns = columns
    self.table = table
    files = [file]
    self.lines = lines.map { (0, Int32($0)) }
  }

  /// For each row, where it stands.
  public var places: LazyMapSequence<Range<Int>, Place> {
    lines.indices.lazy.map { [files, lines] row in
      Place(file: files[Int(lines[row].file)], line: Int(lines[row].line))
    }
  }

  /// Whether the first column holds words to be sought in texts; another name than `term` makes a
  /// list that is only looked up.
  public var isSought: Bool { columns.first == "term" }

  /// The index of a column.
  ///
  /// - Throws: ``LexiconError`` if the list has no such column.
  public func column(_ title: String) throws(LexiconError) -> Int {
    guard let index = columns.firstIndex(of: title) else {
      throw .missingColumn(file: "lexicons/\(name.rawValue).tsv", column: title)
    }
    return index
  }

  /// The cells of a column, read as the cases of an enumeration.
  ///
  /// - Throws: ``LexiconError`` with the first cell that is none of the cases.
  public func values<Value>(
    of title: String, as type: Value.Type = Value.self
  ) throws(LexiconError) -> [Value]
  where Value: RawRepresentable<String> & CaseIterable {
    let index = try column(title)
    var values: [Value] = []
    values.reserveCapacity(rows.count)
    var previous: LexiconRow?
    for row in rows {
      // Rows that follow one another mostly say the same.
      if let previous, row.equals(previous, at: index), let last = values.last {
        values.append(last)
        continue
      }
      previous = row
      guard let value = Value(rawValue: row[index]) else {
        let place = places[values.count]
        throw .unknownValue(
          file: place.file, line: place.line, column: title, value: row[index],
          allowed: Value.allCases.map(\.rawValue))
      }
      values.append(value)
    }
    return values
  }

  /// Puts the rows of another list of the same columns over these: a row with a term that is here
  /// already takes its place, others follow.
  mutating func overlay(_ other: Lexicon) {
    var cells = rows.map { Array($0) }
    var rowOfTerm: [String: Int] = [:]
    for (index, row) in cells.enumerated() { rowOfTerm[row[0]] = index }
    let firstFile = Int32(files.count)
    files += other.files
    for (row, place) in zip(other.rows, other.lines) {
      let line = (file: firstFile + place.file, line: place.line)
      if let index = rowOfTerm[row[0]] {
        cells[index] = Array(row)
        lines[index] = line
      } else {
        cells.append(Array(row))
        lines.append(line)
      }
    }
    table = LexiconTable(cells, width: columns.count)
  }
}
