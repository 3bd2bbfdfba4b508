/// 词表: one list of words from `lexicons/`, as its file gives it.
public struct Lexicon: Sendable {
  /// Which list it is.
  public let name: LexiconName
  /// The names of the columns, from the header's `Columns:` line; the first is the term.
  public let columns: [String]
  /// The rows in the order of the file, each with as many cells as there are columns.
  public let rows: [[String]]

  /// A list that is already read.
  public init(name: LexiconName, columns: [String], rows: [[String]]) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }
}

/// The lists that the program has, by the names of their files in `lexicons/` (without `.tsv`).
public enum LexiconName: String, Sendable, CaseIterable, Hashable {
  /// 情态词: what makes a clause a norm.
  case modality
}
