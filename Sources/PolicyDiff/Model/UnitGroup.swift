/// 条文组: the units that one row of a printed comparison shows: a pair, one alone, or all that one was
/// split into or that were merged into one.
public struct UnitGroup: Sendable {
  /// The alignments of the group, by their place in the comparison.
  public let alignments: [Int]
  /// The indices of the old units.
  public let old: [Int]
  /// The indices of the new units.
  public let new: [Int]
  /// The words of the old units, one after another.
  public let oldText: UnitText
  /// The words of the new units, one after another.
  public let newText: UnitText
  /// What was changed in the words, over the whole group.
  public let edits: [Edit]
}
