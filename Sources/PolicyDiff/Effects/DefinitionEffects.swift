internal import PolicyAnalysis
internal import PolicyExtraction

/// What changed in what terms mean.
struct DefinitionEffects {
  let pair: UnitPair

  /// Adds what is found to a list.
  func find(in list: inout EffectList, isPart: Bool) {
    let old = pair.old.contents.definitions.map { pair.old.document.definitions[$0] }
    let new = pair.new.contents.definitions.map { pair.new.document.definitions[$0] }
    var rest = new
    for before in old {
      let term = pair.old.words(before.term)
      let place = rest.firstIndex {
        pair.new.words($0.term) == term
          || pair.overlap(pair.old.range(before.meaning), pair.new.range($0.meaning)) * 2
            > before.meaning.count
      }
      guard let place else {
        if !isPart, pair.shareOfOld(pair.old.range(before.term)) > 0 {
          list.add(.removed(before, on: pair.old), explainingOld: pair.old.range(before.range))
        }
        continue
      }
      let after = rest.remove(at: place)
      compare(before, after, in: &list)
    }
    for after in rest where !isPart && pair.shareOfNew(pair.new.range(after.term)) > 0 {
      list.add(.added(after, on: pair.new), new: pair.new.range(after.range))
    }
  }

  private func compare(_ before: Definition, _ after: Definition, in list: inout EffectList) {
    let (old, new) = (pair.old.range(before.range), pair.new.range(after.range))
    guard pair.changesOld(old) || pair.changesNew(new) else { return }
    let (oldTerm, newTerm) = (pair.old.words(before.term), pair.new.words(after.term))
    let message =
      oldTerm == newTerm ? "“\(newTerm)”的含义修改" : "“\(oldTerm)”改称“\(newTerm)”"
    list.add(
      Effect(
        kind: .definition, old: pair.old.words(before.meaning),
        new: pair.new.words(after.meaning), direction: .other, message: message),
      explainingOld: old, new: new)
  }
}
