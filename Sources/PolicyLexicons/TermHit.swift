/// A place where a term of a lexicon stands.
public struct TermHit: Hashable, Sendable {
  /// The first scalar of the term.
  public let start: Int
  /// The scalar after its last one.
  public let end: Int
  /// The list that the term is in.
  public let list: LexiconName
  /// The row of the term in its list.
  public let row: Int

  /// A hit at a place.
  public init(start: Int, end: Int, list: LexiconName, row: Int) {
    self.start = start
    self.end = end
    self.list = list
    self.row = row
  }

  /// The stretch that the term takes up.
  public var range: Range<Int> { start..<end }
}
