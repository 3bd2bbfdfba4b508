/// 修改处: words of the old text of a unit that stand otherwise in the new.
///
/// Ranges count in the ``UnitText`` of either side. Between two edits both texts are the same, scalar
/// for scalar, so that applying all edits of a unit to its old text gives the new.
public struct Edit: Hashable, Sendable {
  /// What is done to the old text.
  public enum Operation: String, Sendable, CaseIterable {
    /// 增加.
    case insert
    /// 删去.
    case delete
    /// 改为.
    case replace
  }

  /// What stands there in the old text; empty for an insertion, at its place.
  public let old: Range<Int>
  /// What stands there in the new text; empty for a deletion, at its place.
  public let new: Range<Int>
  /// Whether it changes only the form: punctuation, width, the way a number is written, or the
  /// number of the unit.
  public internal(set) var isEditorial: Bool
  /// Whether the same is done all over the text (see ``Comparison/replacements``).
  public internal(set) var isThroughout = false

  /// An edit of two stretches.
  init(old: Range<Int>, new: Range<Int>, isEditorial: Bool = false) {
    self.old = old
    self.new = new
    self.isEditorial = isEditorial
  }

  /// What is done to the old text.
  public var operation: Operation {
    if old.isEmpty { return .insert }
    return new.isEmpty ? .delete : .replace
  }
}

extension Array where Element == Edit {
  /// The new text that the edits make of the old one, with their words taken from `new`.
  public func applied(to old: UnitText, with new: UnitText) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var end = 0
    for edit in self {
      result += old.scalars[end..<edit.old.lowerBound]
      result += new.scalars[edit.new]
      end = edit.old.upperBound
    }
    return result + old.scalars[end...]
  }
}
