internal import PolicyAnalysis
internal import PolicyExtraction

/// What changed in what a unit points at; numbers that only follow others are left to the form.
struct ReferenceEffects {
  let pair: UnitPair

  /// Adds what is found to a list.
  func find(in list: inout EffectList, isPart: Bool) {
    let old = pair.old.contents.references.map { pair.old.document.references[$0].range }
      .filter { isChanged(pair.old.range($0), pair.difference.edits.map(\.old)) }
    let new = pair.new.contents.references.map { pair.new.document.references[$0].range }
      .filter { isChanged(pair.new.range($0), pair.difference.edits.map(\.new)) }
    for edit in pair.difference.edits where !edit.isEditorial {
      let before = old.filter { pair.old.range($0).overlaps(edit.old) }
      let after = new.filter { pair.new.range($0).overlaps(edit.new) }
      let (left, right) = (before.map(pair.old.words), after.map(pair.new.words))
      guard Set(left) != Set(right), !(isPart && (left.isEmpty || right.isEmpty)) else { continue }
      let gone = left.filter { !right.contains($0) }
      let come = right.filter { !left.contains($0) }
      list.add(.references(gone, come))
      for range in before { list.add(explained: pair.old.range(range), isOld: true) }
      for range in after { list.add(explained: pair.new.range(range), isOld: false) }
    }
  }

  private func isChanged(_ range: Range<Int>, _ edits: [Range<Int>]) -> Bool {
    edits.contains { $0.overlaps(range) }
  }
}
