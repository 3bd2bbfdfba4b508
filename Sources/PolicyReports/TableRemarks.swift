internal import PolicyDiff

/// What a table says of a row by itself: where the unit came from and went to.
struct TableRemarks {
  private let comparison: Comparison

  init(_ comparison: Comparison) {
    self.comparison = comparison
  }

  /// The sentences that come before the effects.
  func opening(_ group: UnitGroup, _ kind: RowKind) -> [String] {
    let old = group.old.map { comparison.old.citation(of: $0) }.joined(separator: "、")
    let new = group.new.map { comparison.new.citation(of: $0) }.joined(separator: "、")
    // A title block and a table do not say themselves what they are.
    if let family = (group.new.first.map { comparison.new.units[$0].family })
      ?? group.old.first.map({ comparison.old.units[$0].family }),
      family == .frame || family == .table
    {
      return [new.isEmpty ? old : new]
    }
    switch kind {
    case .moved: return [moved(group, old, new)]
    case .split: return ["\(old)拆分为\(new)"]
    case .merged: return ["\(old)合并为\(new)"]
    case .unchanged, .added, .removed: return []
    case .modified, .form, .renumbered: return old == new ? [] : ["\(old)改为\(new)"]
    }
  }

  private func moved(_ group: UnitGroup, _ old: String, _ new: String) -> String {
    guard let i = group.old.first, let j = group.new.first else { return "" }
    let from = comparison.old.units[i].parent.map { comparison.old.citation(of: $0) }
    let to = comparison.new.units[j].parent.map { comparison.new.citation(of: $0) }
    if let from, let to, from != to {
      return old == new ? "由\(from)移至\(to)" : "由\(from)\(old)移至\(to)，作为\(new)"
    }
    return old == new ? "位置移动" : "由\(old)移作\(new)"
  }
}
