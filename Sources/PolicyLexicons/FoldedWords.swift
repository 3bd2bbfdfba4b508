import PolicyText

/// Words as they are sought: folded as texts are (see `folded(_:)`), one after the other, each with
/// its number.
public struct FoldedWords: Sendable {
  struct Word {
    let range: Range<Int>
    let number: Int
  }

  private(set) var scalars: [Unicode.Scalar] = []
  private(set) var words: [Word] = []

  /// No words.
  public init() {}

  /// Words whose numbers are their places.
  public init(_ words: some Sequence<String>) {
    for (number, word) in words.enumerated() { append(word, number: number) }
  }

  /// The terms of a list, the first cells of its rows; their numbers are those of the rows.
  public init(_ lexicon: Lexicon) {
    for (number, row) in lexicon.rows.enumerated() { append(row, number: number) }
  }

  /// Adds a word.
  public mutating func append(_ word: String, number: Int) {
    let start = scalars.count
    for scalar in word.unicodeScalars { scalars.append(folded(scalar)) }
    words.append(Word(range: start..<scalars.count, number: number))
  }

  /// Adds the term of a row.
  public mutating func append(_ row: LexiconRow, number: Int) {
    let start = scalars.count
    row.table.forEachScalar(of: row.first) { scalars.append(folded($0)) }
    words.append(Word(range: start..<scalars.count, number: number))
  }
}
