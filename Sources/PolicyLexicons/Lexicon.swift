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
  public private(set) var rows: [[String]]
  /// For each row, where it stands.
  public private(set) var places: [Place]

  /// A list that is already read.
  public init(name: LexiconName, columns: [String], rows: [[String]]) {
    let file = "lexicons/\(name.rawValue).tsv"
    self.init(
      name: name, columns: columns, rows: rows,
      places: rows.indices.map { Place(file: file, line: $0 + 1) })
  }

  /// A list that is already read, and where its rows stand.
  init(name: LexiconName, columns: [String], rows: [[String]], places: [Place]) {
    precondition(rows.count == places.count, "each row stands at a place")
    self.name = name
    self.columns = columns
    self.rows = rows
    self.places = places
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
    for (row, place) in zip(rows, places) {
      guard let value = Value(rawValue: row[index]) else {
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
    var rowOfTerm: [String: Int] = [:]
    for (index, row) in rows.enumerated() { rowOfTerm[row[0]] = index }
    for (row, place) in zip(other.rows, other.places) {
      if let index = rowOfTerm[row[0]] {
        rows[index] = row
        places[index] = place
      } else {
        rows.append(row)
        places.append(place)
      }
    }
  }
}
