internal import PolicyAnalysis
internal import PolicyExtraction

/// What changed in the norms of a unit: modality, bearers, norms added and removed.
struct NormEffects {
  let pair: UnitPair
  let norms: NormPairs
  let facts: EffectFacts

  /// Adds what is found to a list.
  func find(in list: inout EffectList, isPart: Bool) {
    for found in norms.pairs {
      let (before, after) = (
        pair.old.document.norms[found.old], pair.new.document.norms[found.new]
      )
      findModality(before, after, in: &list)
      findBearers(before, after, in: &list)
    }
    for index in norms.removed {
      let norm = pair.old.document.norms[index]
      let range = pair.old.range(norm.range)
      guard pair.shareOfOld(range) >= 0.5, !isPart else { continue }
      list.add(.removed(norm, on: pair.old), explainingOld: range)
    }
    for index in norms.added {
      let norm = pair.new.document.norms[index]
      let range = pair.new.range(norm.range)
      guard pair.shareOfNew(range) >= 0.5, !isPart else { continue }
      list.add(.added(norm, on: pair.new), new: range)
    }
    findModalWords(in: &list)
  }

  // MARK: Modality

  private func findModality(_ before: Norm, _ after: Norm, in list: inout EffectList) {
    guard before.modality != after.modality else { return }
    let (old, new) = (before.marker ?? before.range, after.marker ?? after.range)
    // A norm that is read otherwise for other reasons than its words is none of ours.
    guard pair.changesOld(pair.old.range(old)) || pair.changesNew(pair.new.range(new)) else {
      return
    }
    // 负责, 没收: a duty or a sanction that is stated without a modal word.
    func modal(_ words: String) -> String { facts.modalWords.isModal(words) ? words : "" }
    let words = (
      modal(before.marker.map(pair.old.words) ?? ""), modal(after.marker.map(pair.new.words) ?? "")
    )
    guard words != ("", "") else { return }
    list.add(
      .modality(
        words.0, words.1,
        direction: EffectDirection.ofModality(before.modality, after.modality)),
      explainingOld: before.marker.map(pair.old.range),
      new: after.marker.map(pair.new.range))
  }

  /// Finds edits that put in, take out or replace nothing but a modal word, as 可以 before 处: a
  /// sanction is one whether it may or must be imposed.
  private func findModalWords(in list: inout EffectList) {
    for edit in pair.difference.edits where !edit.isEditorial && !list.explains(edit) {
      let before = facts.modalWords.reading(pair.old.unit.text.folded[edit.old])
      let after = facts.modalWords.reading(pair.new.unit.text.folded[edit.new])
      guard before.modality != nil || after.modality != nil, before.rest == after.rest,
        before.modality != after.modality
      else { continue }
      if let other = counterpart(of: edit, before, after) {
        addMove(from: edit, to: other, before.word, in: &list)
        continue
      }
      list.add(
        .modality(
          before.word, after.word,
          direction: EffectDirection.ofModalWord(before.modality, after.modality)),
        explainingOld: edit.old, new: edit.new)
    }
  }

  /// The edit by which a modal word that goes here comes back elsewhere, or the other way round.
  private func counterpart(
    of edit: Edit, _ before: ModalWords.Reading, _ after: ModalWords.Reading
  ) -> Edit? {
    pair.difference.edits.first { other in
      guard other != edit else { return false }
      let come = facts.modalWords.reading(pair.new.unit.text.folded[other.new])
      let gone = facts.modalWords.reading(pair.old.unit.text.folded[other.old])
      return after.modality == nil && come.modality == before.modality && gone.modality == nil
        || before.modality == nil && gone.modality == after.modality && come.modality == nil
    }
  }

  /// Tells a modal word that stands in another clause now.
  ///
  /// 应当 before the second of two duties leaves the first without one. Within its clause it only
  /// changed its place.
  private func addMove(
    from edit: Edit, to other: Edit, _ word: String, in list: inout EffectList
  ) {
    guard edit.new.isEmpty, other.old.isEmpty, !word.isEmpty else { return }
    let text = pair.old.unit.text
    let between =
      min(
        edit.old.upperBound, other.old.lowerBound)..<max(edit.old.lowerBound, other.old.lowerBound)
    let to = clause(from: other.new.upperBound, in: pair.new.unit.text)
    guard text.folded[between].contains(where: { "，；。\n".unicodeScalars.contains($0) }) else {
      list.add(
        Effect(
          kind: .wording, old: word, new: word, direction: .other,
          message: "“\(word)”移至“\(to)”前"), explainingOld: edit.old)
      // What comes with the word is told by itself.
      let come = facts.modalWords.reading(pair.new.unit.text.folded[other.new])
      if come.rest.isEmpty { list.add(explained: other.new, isOld: false) }
      return
    }
    // A new clause with a duty of its own is no place that the word was moved to.
    guard facts.modalWords.reading(pair.new.unit.text.folded[other.new]).rest.isEmpty else {
      return
    }
    let from = clause(from: edit.old.upperBound, in: text)
    list.add(
      Effect(
        kind: .modality, old: word, new: word, direction: .other,
        message: "“\(word)”由“\(from)”前移至“\(to)”前"), explainingOld: edit.old)
    list.add(explained: other.new, isOld: false)
  }

  /// The words from an offset to the end of their clause.
  private func clause(from start: Int, in text: UnitText) -> String {
    let rest = text.folded[start...]
    let end = rest.firstIndex { "，；。\n".unicodeScalars.contains($0) } ?? rest.endIndex
    return text.string(start..<end).shortened
  }

  // MARK: Bearers

  private func findBearers(_ before: Norm, _ after: Norm, in list: inout EffectList) {
    let old = Named.list(before, on: pair.old)
    let new = Named.list(after, on: pair.new)
    guard Set(old.map(\.name)) != Set(new.map(\.name)) else { return }
    let gone = old.filter { left in !new.contains { $0.name == left.name } }
    let come = new.filter { right in !old.contains { $0.name == right.name } }
    let isChanged =
      gone.contains { pair.changesOld(pair.old.range($0.range)) }
      || come.contains { pair.changesNew(pair.new.range($0.range)) }
    // Who leads and who takes part is told of the assignment.
    let isTold =
      !gone.contains { !list.explainsOld(pair.old.range($0.range)) }
      && !come.contains { !list.explainsNew(pair.new.range($0.range)) }
    guard isChanged, !isTold else { return }
    let successions = facts.renames.successions(gone.map(\.words).unique, come.map(\.words).unique)
    for succession in successions { list.add(.bearers(succession, as: nil)) }
    for party in gone {
      list.add(explained: pair.old.range(party.range), isOld: true)
    }
    for party in come {
      list.add(explained: pair.new.range(party.range), isOld: false)
    }
  }

  /// One on whom a norm falls.
  private struct Named {
    let name: String
    let words: String
    let range: Range<Int>

    static func list(_ norm: Norm, on side: UnitSide) -> [Named] {
      norm.bearers.filter { $0.origin != .assignment }.map { bearer in
        let words = side.words(bearer.range)
        let name = bearer.entity.map { side.document.entities[$0].canonical } ?? words
        return Named(name: name, words: words, range: bearer.range)
      }
    }
  }
}

extension EffectList {
  /// Takes down that a stretch is explained by what was added last.
  mutating func add(explained range: Range<Int>, isOld: Bool) {
    guard let last = effects.last else { return }
    add(last, explainingOld: isOld ? range : nil, new: isOld ? nil : range)
  }
}
