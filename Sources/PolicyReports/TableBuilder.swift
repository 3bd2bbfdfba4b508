internal import PolicyAnalysis
internal import PolicyDiff
internal import PolicyStructure

/// Makes the table of a comparison.
struct TableBuilder {
  private let comparison: Comparison
  private let all: Bool

  init(_ comparison: Comparison, all: Bool) {
    self.comparison = comparison
    self.all = all
  }

  /// The whole table.
  var table: ComparisonTable {
    var rows: [ComparisonTable.Row] = []
    var leftOut: [RowKind: Int] = [:]
    for group in comparison.groups {
      let kind = RowKind(comparison.alignments[group.alignments[0]])
      guard isShown(group, kind) else {
        leftOut[kind, default: 0] += 1
        continue
      }
      rows.append(row(group, kind, number: rows.count + 1))
    }
    let names = TableNames(comparison)
    return ComparisonTable(
      title: names.title, heads: (names.oldHead, names.newHead), rows: rows,
      replacements: replacements, numbers: NumberChanges(comparison).changes,
      counts: counts, notes: TableNotes(comparison, leftOut: leftOut).notes)
  }

  private var replacements: [ComparisonTable.Replacement] {
    comparison.replacements.map { replacement in
      ComparisonTable.Replacement(
        old: replacement.old, new: replacement.new, count: replacement.count,
        places: replacement.units.map { comparison.new.citation(of: $0) })
    }
  }

  private var counts: [(kind: RowKind, count: Int)] {
    var counts: [RowKind: Int] = [:]
    for group in comparison.groups {
      counts[RowKind(comparison.alignments[group.alignments[0]]), default: 0] += 1
    }
    return RowKind.allCases.compactMap { kind in counts[kind].map { (kind, $0) } }
  }

  private func isShown(_ group: UnitGroup, _ kind: RowKind) -> Bool {
    if all { return true }
    switch kind {
    case .unchanged, .renumbered, .form: return false
    case .modified: return group.edits.contains { !$0.isEditorial && !$0.isThroughout }
    default: return true
    }
  }

  // MARK: Rows

  private func row(_ group: UnitGroup, _ kind: RowKind, number: Int) -> ComparisonTable.Row {
    let isTable = (group.new.first.map { comparison.new.units[$0].family }) == .table
    let cells = CellBuilder(all: all || group.edits.isEmpty, keepsFirstLine: isTable)
    let note = { (text: String) -> ComparisonTable.Cell in
      [[ComparisonTable.Run(text: text, mark: .note, edit: nil)]]
    }
    let (before, after) = (group.oldText, group.newText)
    var (old, new) = cells.cells(
      CellBuilder.Side(text: before, edits: group.edits.map(\.old), mark: .deleted),
      CellBuilder.Side(text: after, edits: group.edits.map(\.new), mark: .inserted))
    if group.old.isEmpty {
      old = note("（新增）")
      new = cells.cell(CellBuilder.Side(text: after, edits: [0..<after.count], mark: .inserted))
    } else if group.new.isEmpty {
      old = cells.cell(CellBuilder.Side(text: before, edits: [0..<before.count], mark: .deleted))
      new = note("（删除）")
    }
    return ComparisonTable.Row(
      number: number, label: label(of: group), old: old, new: new, kind: kind,
      remarks: remarks(on: group, kind))
  }

  private func label(of group: UnitGroup) -> String {
    let old = group.old.map { comparison.old.citation(of: $0) }.joined(separator: "、")
    let new = group.new.map { comparison.new.citation(of: $0) }.joined(separator: "、")
    if old.isEmpty || old == new { return new }
    return new.isEmpty ? old : "\(old) → \(new)"
  }

  // MARK: Remarks

  private func remarks(on group: UnitGroup, _ kind: RowKind) -> [ComparisonTable.Remark] {
    // What is done all over the text is stated once, above.
    let effects = group.alignments.flatMap { comparison.alignments[$0].effects }.filter { effect in
      all || effect.kind != .wording
        || !comparison.replacements.contains { $0.old == effect.old && $0.new == effect.new }
    }
    var remarks = TableRemarks(comparison).opening(group, kind).map {
      ComparisonTable.Remark(text: $0, kind: nil, direction: .other)
    }
    if kind == .added || kind == .removed {
      remarks += summary(of: effects, verb: kind.title)
    } else {
      // Numbers and references that only follow others are told one by one where they are few.
      let followers = effects.count(where: \.isFollower)
      for effect in effects where followers <= Self.mostFollowers || !effect.isFollower {
        remarks.append(
          ComparisonTable.Remark(
            text: effect.message, kind: effect.kind, direction: effect.direction))
      }
      if followers > Self.mostFollowers {
        remarks.append(
          ComparisonTable.Remark(
            text: "项号、引用的条款号随序号调整\(followers)处", kind: .editorial, direction: .other))
      }
    }
    return remarks
  }

  /// More numbers and references that follow are counted.
  private static let mostFollowers = 2

  /// The norms of a whole article, counted: their words stand beside it.
  private func summary(of effects: [Effect], verb: String) -> [ComparisonTable.Remark] {
    var counts: [String: Int] = [:]
    for effect in effects { counts[effect.noun, default: 0] += 1 }
    var seen: Set<String> = []
    return effects.compactMap { effect in
      guard seen.insert(effect.noun).inserted, let count = counts[effect.noun] else { return nil }
      return ComparisonTable.Remark(
        text: "\(verb)\(effect.noun)\(count)项", kind: effect.kind, direction: effect.direction)
    }
  }
}

extension Effect {
  /// Whether it is a number or a reference that only follows the renumbering.
  fileprivate var isFollower: Bool { kind == .editorial && !old.isEmpty && !new.isEmpty }
}
