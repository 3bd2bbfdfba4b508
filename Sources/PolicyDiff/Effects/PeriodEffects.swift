internal import PolicyExtraction

/// What changed in how often a thing is done, where no number of times is said: 每季度通报 is 每月通报 now.
struct PeriodEffects {
  let pair: UnitPair
  let periods: Periods

  /// Adds what is found to a list.
  func find(in list: inout EffectList) {
    for edit in pair.difference.edits
    where edit.operation == .replace && !edit.isEditorial && !list.explains(edit) {
      guard let old = periods.period(around: edit.old, in: pair.old.unit.text.folded),
        let new = periods.period(around: edit.new, in: pair.new.unit.text.folded),
        old.days != new.days
      else { continue }
      let (before, after) = (pair.old.string(old.range), pair.new.string(new.range))
      list.add(
        Effect(
          kind: .threshold, old: before, new: after,
          direction: new.days < old.days ? .stricter : .looser,
          message: "频次由\(before)改为\(after)"), explainingOld: edit.old, new: edit.new)
    }
  }
}
