/// 条文对应: which unit of the old text became which unit of the new, and how.
///
/// Every unit of both texts stands in exactly one alignment; only a unit that was split, or several
/// that were merged, stand in one for each pair.
public struct Alignment: Sendable {
  /// What happened to a unit.
  public enum Change: String, Sendable, CaseIterable {
    /// 未改.
    case unchanged
    /// 调整序号: only its number follows others.
    case renumbered
    /// 修改.
    case modified
    /// 移动: it stands before or after others than it did, or in another chapter.
    case moved
    /// 新增.
    case added
    /// 删除.
    case removed
    /// 拆分: one became several.
    case split
    /// 合并: several became one.
    case merged
  }

  /// The index of the unit in the old text; `nil` if it was added.
  public let old: Int?
  /// The index of the unit in the new text; `nil` if it was removed.
  public let new: Int?
  /// What happened.
  public let change: Change
  /// 相似度: the share of the words that both have in common, from 0 to 1; 1 for the same words.
  public let similarity: Double
  /// What was changed in the words, in the order of the text.
  public let edits: [Edit]
  /// What the change means.
  public let effects: [Effect]

  /// What became of a unit.
  init(
    old: Int?, new: Int?, change: Change, similarity: Double, edits: [Edit] = [],
    effects: [Effect] = []
  ) {
    self.old = old
    self.new = new
    self.change = change
    self.similarity = similarity
    self.edits = edits
    self.effects = effects
  }
}
