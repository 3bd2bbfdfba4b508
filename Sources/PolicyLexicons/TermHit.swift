/// A place where a term of a lexicon stands.
public struct TermHit: Hashable, Sendable {
  // Three of these stand for every five characters of a text, so they are kept small.
  @usableFromInline let start32: Int32
  @usableFromInline let end32: Int32
  @usableFromInline let row32: Int32
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
  @inlinable public var start: Int { Int(start32) }
  /// The scalar after its last one.
  @inlinable public var end: Int { Int(end32) }
  /// The row of the term in its list.
  @inlinable public var row: Int { Int(row32) }

  /// Whether the hit stands before another in a list.
  @inline(__always)
  func precedes(_ other: TermHit) -> Bool {
    start32 < other.start32 || start32 == other.start32 && end32 > other.end32
  }

  /// The stretch that the term takes up.
  @inlinable public var range: Range<Int> { start..<end }
}
