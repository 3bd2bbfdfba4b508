/// 单元格: a cell of a table.
///
/// Its ranges count in the text that its table counts in (see ``TableGrid``).
public struct TableCell: Hashable, Sendable {
  /// Its words; empty for an empty cell.
  public var range: Range<Int>
  /// Further pieces of its words, where a cell was cut and other cells stand between.
  public var continuations: [Range<Int>]
  /// How many rows it spans, from 1.
  public var rowSpan: Int
  /// How many columns it spans, from 1.
  public var columnSpan: Int
  /// The column of the grid that it begins in, from 0; given by ``TableGrid``.
  public internal(set) var column: Int
  /// Whether its column is only a guess, since its row could not be put right.
  public var isUncertain: Bool

  /// A cell; its grid finds its column.
  public init(
    range: Range<Int>, continuations: [Range<Int>] = [], rowSpan: Int = 1, columnSpan: Int = 1,
    isUncertain: Bool = false
  ) {
    self.range = range
    self.continuations = continuations
    self.rowSpan = max(1, rowSpan)
    self.columnSpan = max(1, columnSpan)
    self.isUncertain = isUncertain
    column = 0
  }

  /// Whether it has no words.
  public var isEmpty: Bool { range.isEmpty }

  /// All pieces of its words, in the order of the text.
  public var pieces: [Range<Int>] { continuations.isEmpty ? [range] : [range] + continuations }
}
