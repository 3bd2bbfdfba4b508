internal import PolicyDiff
internal import PolicyStructure

/// 条文序号对照: which number became which, runs of articles that shifted alike told at once.
struct NumberChanges {
  /// The changes in the order of the new text.
  let changes: [ComparisonTable.NumberChange]

  /// The numbers of a comparison.
  init(_ comparison: Comparison) {
    var changes: [ComparisonTable.NumberChange] = []
    var run: (first: Alignment, last: Alignment)?
    func value(_ unit: Int?, _ text: ComparedText) -> Int? {
      guard let unit, text.units[unit].number.count == 1 else { return nil }
      return text.units[unit].number[0]
    }
    func continues(_ last: Alignment, _ next: Alignment) -> Bool {
      guard let old = value(last.old, comparison.old), let new = value(last.new, comparison.new),
        let nextOld = value(next.old, comparison.old), let nextNew = value(next.new, comparison.new)
      else { return false }
      return nextOld == old + 1 && nextNew == new + 1
    }
    func citation(_ first: Int?, _ last: Int?, _ text: ComparedText) -> String {
      guard let first, let last else { return "" }
      let from = text.citation(of: first)
      return first == last ? from : "\(from)至\(text.citation(of: last))"
    }
    func close() {
      guard let done = run else { return }
      changes.append(
        ComparisonTable.NumberChange(
          old: citation(done.first.old, done.last.old, comparison.old),
          new: citation(done.first.new, done.last.new, comparison.new)))
      run = nil
    }
    for alignment in comparison.alignments {
      let old = alignment.old.map { comparison.old.units[$0] }
      let new = alignment.new.map { comparison.new.units[$0] }
      guard let unit = new ?? old, unit.family == .provision, !unit.number.isEmpty else { continue }
      if let old, let new, old.id == new.id, alignment.change != .split, alignment.change != .merged
      {
        close()
        continue
      }
      if let open = run, continues(open.last, alignment) {
        run = (open.first, alignment)
      } else {
        close()
        run = (alignment, alignment)
      }
    }
    close()
    self.changes = changes
  }
}
