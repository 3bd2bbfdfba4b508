internal import PolicyDiff

/// 修订类型: what is said of a row in its fourth column.
public enum RowKind: String, Sendable, CaseIterable {
  case modified, added, removed, moved, split, merged, form, renumbered, unchanged

  /// The word in the table.
  public var title: String {
    switch self {
    case .modified: "修改"
    case .added: "新增"
    case .removed: "删除"
    case .moved: "移动"
    case .split: "拆分"
    case .merged: "合并"
    case .form: "文字形式"
    case .renumbered: "调整序号"
    case .unchanged: "未改"
    }
  }

  /// What became of an alignment's unit; changes of mere form are told apart.
  init(_ alignment: Alignment) {
    switch alignment.change {
    case .unchanged: self = .unchanged
    case .renumbered: self = .renumbered
    case .modified: self = alignment.edits.contains { !$0.isEditorial } ? .modified : .form
    case .moved: self = .moved
    case .added: self = .added
    case .removed: self = .removed
    case .split: self = .split
    case .merged: self = .merged
    }
  }
}
