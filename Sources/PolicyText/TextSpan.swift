/// A half-open stretch of a source text: `start` lies in it, `end` does not.
///
/// Both count Unicode scalar values of the decoded text from 0, the unit of every offset in this
/// package. `第三条` has length 3, whatever its bytes.
public struct TextSpan: Hashable, Sendable {
  /// The first scalar of the stretch.
  public let start: Int
  /// The scalar after the last one of the stretch.
  public let end: Int

  /// A stretch from `start` up to `end`.
  ///
  /// - Precondition: `0 <= start <= end`.
  public init(_ start: Int, _ end: Int) {
    precondition(0 <= start && start <= end, "a span runs forward from 0 or later")
    self.start = start
    self.end = end
  }

  /// How many scalars the stretch holds.
  public var length: Int { end - start }

  /// Whether the other stretch lies wholly in this one.
  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }
}
