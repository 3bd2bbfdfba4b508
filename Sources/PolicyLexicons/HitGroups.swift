/// The lists that hits are sorted into while a text is scanned, so that no reader looks through hits
/// that are of no concern to it.
///
/// What each group is for is said by whoever builds the ``TermMatcher``.
public struct HitGroups: OptionSet, Sendable {
  /// One bit a group.
  public let rawValue: UInt8

  /// Groups by their bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The groups, of which a term may be in several.
  public static let first = HitGroups(rawValue: 1)
  /// The second group.
  public static let second = HitGroups(rawValue: 2)
  /// The third group.
  public static let third = HitGroups(rawValue: 4)
  /// All groups.
  public static let all: HitGroups = [.first, .second, .third]
}

/// Hits by their groups, each sorted by start, the longer first where two start together.
public struct GroupedHits: Sendable {
  /// The hits of ``HitGroups/first``.
  public internal(set) var first: [TermHit] = []
  /// The hits of ``HitGroups/second``.
  public internal(set) var second: [TermHit] = []
  /// The hits of ``HitGroups/third``.
  public internal(set) var third: [TermHit] = []

  /// No hits yet, and room for those of a text with so many scalars.
  public init(reservedFor count: Int = 0) {
    // Names and norms have about one hit for each three characters of a statute.
    first.reserveCapacity(count / 3)
    second.reserveCapacity(count / 3)
  }
}

extension [TermHit] {
  /// Puts a hit into its place; hits come in the order of their ends.
  ///
  /// Terms are found by their ends and wanted by their starts. Only terms that overlap the new one
  /// can stand wrong, so that a few swaps with the last ones put it in place.
  @inline(__always)
  mutating func insert(_ hit: TermHit) {
    append(hit)
    var place = count - 1
    while place > 0, hit.precedes(self[place - 1]) {
      swapAt(place, place - 1)
      place -= 1
    }
  }
}
