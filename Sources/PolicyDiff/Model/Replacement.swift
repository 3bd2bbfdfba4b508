/// 统一替换: words that were replaced by the same others all over a text.
public struct Replacement: Hashable, Sendable {
  /// The words before.
  public let old: String
  /// The words after.
  public let new: String
  /// How often.
  public let count: Int
  /// The units of the new text that it was done in, by their index, in order.
  public let units: [Int]
}
