internal import PolicyAnalysis
internal import PolicyExtraction
internal import PolicyLexicons

/// What changed in whom and what the rules reach: conditions, exceptions, and articles on where a
/// text applies.
struct ScopeEffects {
  let pair: UnitPair
  let norms: NormPairs
  let facts: EffectFacts

  /// Adds what is found to a list.
  func find(in list: inout EffectList, isPart: Bool) {
    for found in norms.pairs {
      let before = pair.old.document.norms[found.old]
      let after = pair.new.document.norms[found.new]
      compare(before.conditions, after.conditions, noun: "条件", in: &list)
      compare(before.exceptions, after.exceptions, noun: "例外", in: &list)
    }
    guard !isPart else { return }
    for edit in pair.difference.edits
    where !edit.isEditorial && !edit.isThroughout && !list.explains(edit) {
      let old = sentence(around: edit.old, in: pair.old)
      let new = sentence(around: edit.new, in: pair.new)
      guard holdsScopeWord(old, pair.old) || holdsScopeWord(new, pair.new) else { continue }
      list.add(
        Effect(
          kind: .scope, old: pair.old.string(edit.old), new: pair.new.string(edit.new),
          direction: .other,
          message: "适用范围：" + .change(pair.old.string(edit.old), pair.new.string(edit.new))),
        explainingOld: edit.old, new: edit.new)
    }
  }

  private func compare(
    _ old: [Range<Int>], _ new: [Range<Int>], noun: String, in list: inout EffectList
  ) {
    let left = old.filter { pair.changesOld(pair.old.range($0)) }
    let right = new.filter { pair.changesNew(pair.new.range($0)) }
    for (place, range) in left.enumerated() where place < right.count {
      let (before, after) = (pair.old.words(range), pair.new.words(right[place]))
      guard before != after, !isExplained(pair.old.range(range), pair.new.range(right[place]), list)
      else { continue }
      list.add(
        Effect(
          kind: .scope, old: before, new: after, direction: .other,
          message: "\(noun)由“\(before.shortened)”改为“\(after.shortened)”"),
        explainingOld: pair.old.range(range), new: pair.new.range(right[place]))
    }
    if left.isEmpty && right.count == 1 && new.count > old.count {
      let words = pair.new.words(right[0])
      list.add(
        Effect(
          kind: .scope, old: "", new: words, direction: .other,
          message: "增加\(noun)“\(words.shortened)”"), new: pair.new.range(right[0]))
    }
    if right.isEmpty && left.count == 1 && old.count > new.count {
      let words = pair.old.words(left[0])
      list.add(
        Effect(
          kind: .scope, old: words, new: "", direction: .other,
          message: "删去\(noun)“\(words.shortened)”"), explainingOld: pair.old.range(left[0]))
    }
  }

  /// Whether all edits in two stretches mean something that is said already.
  private func isExplained(_ old: Range<Int>, _ new: Range<Int>, _ list: EffectList) -> Bool {
    !pair.difference.edits.contains { edit in
      !edit.isEditorial && !edit.isThroughout
        && (UnitPair.touches(edit.old, old) || UnitPair.touches(edit.new, new))
        && !list.explains(edit)
    }
  }

  private func sentence(around range: Range<Int>, in side: UnitSide) -> Range<Int> {
    let text = side.unit.text
    var start = range.lowerBound
    while start > 0, text.folded[start - 1] != "。", !text.isBreak(at: start - 1) { start -= 1 }
    var end = range.upperBound
    while end < text.count, text.folded[end] != "。", !text.isBreak(at: end) { end += 1 }
    return start..<end
  }

  private func holdsScopeWord(_ range: Range<Int>, _ side: UnitSide) -> Bool {
    range.contains {
      facts.scopeWords.longest(in: side.unit.text.folded, from: $0, to: range.upperBound) != nil
    }
  }
}
