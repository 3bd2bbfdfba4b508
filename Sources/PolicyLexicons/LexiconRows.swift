/// The rows of a list in the order of its file.
public struct LexiconRows: RandomAccessCollection, Sendable {
  let table: LexiconTable

  /// The first row.
  public var startIndex: Int { 0 }
  /// After the last row.
  public var endIndex: Int { table.count }

  /// A row.
  public subscript(position: Int) -> LexiconRow {
    LexiconRow(table: table, first: position * table.width)
  }
}

/// A row of a list: as many cells as the list has columns.
public struct LexiconRow: RandomAccessCollection, Sendable {
  let table: LexiconTable
  /// Its first cell.
  let first: Int

  /// The first cell.
  public var startIndex: Int { 0 }
  /// After the last cell.
  public var endIndex: Int { table.width }

  /// The words of a cell, made a string each time that it is asked for.
  public subscript(position: Int) -> String { table.string(first + position) }

  /// Whether a cell is the same as that of another row of the same list.
  public func equals(_ other: LexiconRow, at column: Int) -> Bool {
    table.areEqual(first + column, other.first + column)
  }
}
