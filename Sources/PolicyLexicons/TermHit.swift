/// A place where a term of a lexicon stands.
public struct TermHit: Hashable, Sendable {
  // Three of these stand for every five characters of a text, so they are kept small.
  private let start32: Int32
  private let end32: Int32
  private let row32: Int32
  /// The list that the term is in.
  public let list: LexiconName

  /// A hit at a place.
  @inline(__always)
  public init(start: Int, end: Int, list: LexiconName, row: Int) {
    start32 = Int32(truncatingIfNeeded: start)
    end32 = Int32(truncatingIfNeeded: end)
    row32 = Int32(truncatingIfNeeded: row)
    self.list = list
  }

  /// The first scalar of the term.
  public var start: Int { Int(start32) }
  /// The scalar after its last one.
  public var end: Int { Int(end32) }
  /// The row of the term in its list.
  public var row: Int { Int(row32) }

  /// The stretch that the term takes up.
  public var range: Range<Int> { start..<end }
}
