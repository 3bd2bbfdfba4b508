import PolicyText

/// Goes through the tables that a file itself has, along with its lines.
struct GivenTables {
  private let tables: [TableGrid]
  private var next = 0
  /// Where the table ends that was given last.
  private var end = 0

  init(_ tables: [TableGrid]) { self.tables = tables }

  /// The next table, if it begins in a line.
  mutating func table(at line: Range<Int>) -> TableGrid? {
    while next < tables.count {
      guard let extent = tables[next].extent else {
        next += 1
        continue
      }
      guard extent.lowerBound < line.upperBound else { return nil }
      next += 1
      end = extent.upperBound
      return tables[next - 1]
    }
    return nil
  }

  /// Whether a line lies in the table that was given last.
  func covers(_ line: Range<Int>) -> Bool { line.lowerBound < end }
}
