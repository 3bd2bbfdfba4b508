internal import PolicyAnalysis
internal import PolicyExtraction

/// What changed in the numbers of a unit: thresholds, deadlines, penalties.
struct QuantityEffects {
  let pair: UnitPair
  let norms: NormPairs
  let facts: EffectFacts

  private var directions: QuantityDirection {
    QuantityDirection(pair: pair, periods: facts.periods)
  }

  /// Adds what is found to a list.
  func find(in list: inout EffectList, isPart: Bool) {
    let old = pair.old.contents.quantities.map { pair.old.document.quantities[$0] }
    let new = pair.new.contents.quantities.map { pair.new.document.quantities[$0] }
    let partners = self.partners(old, new)
    for (before, partner) in zip(old, partners) {
      if let partner {
        compare(before, new[partner], in: &list)
      } else {
        findLost(before, in: &list, isPart: isPart)
      }
    }
    let taken = Set(partners.compactMap(\.self))
    for (index, after) in new.enumerated() where !taken.contains(index) {
      findNew(after, in: &list, isPart: isPart)
    }
  }

  // MARK: Pairs

  /// For each old quantity the new one that stands in its place.
  private func partners(_ old: [Quantity], _ new: [Quantity]) -> [Int?] {
    let edges = old.map { before in
      new.enumerated().compactMap { index, after -> Assignment.Edge? in
        let gain = likeness(before, after)
        return gain > 0 ? Assignment.Edge(right: index, gain: gain) : nil
      }
    }
    return Assignment(edges: edges, rights: new.count).rightOfLeft
  }

  /// How likely it is that one quantity took the place of another; 0 for not at all.
  private func likeness(_ before: Quantity, _ after: Quantity) -> Float {
    let (left, right) = (pair.old.range(before.range), pair.new.range(after.range))
    if pair.overlap(left, right) > 0 { return 10 }
    guard before.isDate == after.isDate, before.isMeasured(like: after) else { return 0 }
    var likeness: Float = 0
    // In one edit, or with the same words on one side at least.
    if pair.difference.edits.contains(where: { $0.old.overlaps(left) && $0.new.overlaps(right) }) {
      likeness += 3
    }
    likeness += Float(sharedContext(left, right)) / 6
    guard likeness >= 1 else { return 0 }
    if before.role == after.role { likeness += 1 }
    if before.unit == after.unit { likeness += 1 }
    if before.sameValue(as: after) { likeness += 1 }
    return likeness
  }

  /// How many of the twelve scalars before and after two stretches are the same.
  private func sharedContext(_ left: Range<Int>, _ right: Range<Int>) -> Int {
    func around(_ range: Range<Int>, _ count: Int) -> (Range<Int>, Range<Int>) {
      (
        max(range.lowerBound - 12, 0)..<range.lowerBound,
        range.upperBound..<min(range.upperBound + 12, count)
      )
    }
    let before = around(left, pair.old.unit.text.count)
    let after = around(right, pair.new.unit.text.count)
    return pair.overlap(before.0, after.0) + pair.overlap(before.1, after.1)
  }

  // MARK: Differences

  private func compare(_ before: Quantity, _ after: Quantity, in list: inout EffectList) {
    let (left, right) = (pair.old.range(before.range), pair.new.range(after.range))
    let isSame = before.sameValue(as: after) && before.unit == after.unit
    guard !isSame || before.comparator != after.comparator else {
      return
    }
    // The comparison word may stand beside the number.
    let (widerLeft, widerRight) = (
      wider(left, pair.old.unit.text.count), wider(right, pair.new.unit.text.count)
    )
    let (from, to) = isSame ? (widerLeft, widerRight) : (left, right)
    guard pair.changesOld(from) || pair.changesNew(to) else { return }
    let words = QuantityWords(pair: pair, old: before, new: after, facts: facts)
    for effect in words.effects(direction: directions.directions(before, after)) {
      list.add(effect, explainingOld: from, new: to)
    }
  }

  private func wider(_ range: Range<Int>, _ count: Int) -> Range<Int> {
    max(range.lowerBound - 4, 0)..<min(range.upperBound + 3, count)
  }

  private func findLost(_ quantity: Quantity, in list: inout EffectList, isPart: Bool) {
    let range = pair.old.range(quantity.range)
    guard pair.shareOfOld(range) == 1, let kind = kind(of: quantity), !pair.isInLostRow(range),
      !norms.removed.contains(where: { contains($0, quantity, pair.old) })
    else { return }
    let words = facts.comparisons.spoken(quantity, on: pair.old)
    if kind == .deadline, let edit = edit(of: \.old, around: range),
      let prompt = facts.promptness.first(in: edit.new, of: pair.new.unit.text.folded)
    {
      let word = pair.new.string(prompt.range)
      list.add(
        Effect(
          kind: kind, old: words, new: word,
          direction: prompt.speed == .atOnce ? .stricter : .looser,
          message: "期限由“\(words)”改为“\(word)”"), explainingOld: range, new: edit.new)
      return
    }
    // What is missing in a part may stand in another.
    guard !isPart else { return }
    list.add(
      Effect(
        kind: kind, old: words, new: "",
        direction: kind == .threshold ? .other : .looser,
        message: "删去\(kind.noun(of: quantity))“\(words)”"), explainingOld: range)
  }

  private func findNew(_ quantity: Quantity, in list: inout EffectList, isPart: Bool) {
    let range = pair.new.range(quantity.range)
    guard pair.shareOfNew(range) == 1, let kind = kind(of: quantity), !pair.isInNewRow(range),
      !norms.added.contains(where: { contains($0, quantity, pair.new) })
    else { return }
    let words = facts.comparisons.spoken(quantity, on: pair.new)
    if kind == .deadline, let edit = edit(of: \.new, around: range),
      let prompt = facts.promptness.first(in: edit.old, of: pair.old.unit.text.folded)
    {
      let word = pair.old.string(prompt.range)
      list.add(
        Effect(
          kind: kind, old: word, new: words,
          direction: prompt.speed == .atOnce ? .looser : .stricter,
          message: "期限由“\(word)”改为“\(words)”"), explainingOld: edit.old, new: range)
      return
    }
    guard !isPart else { return }
    list.add(
      Effect(
        kind: kind, old: "", new: words,
        direction: kind == .threshold ? .other : .stricter,
        message: "增加\(kind.noun(of: quantity))“\(words)”"), new: range)
  }

  private func kind(of quantity: Quantity) -> Effect.Kind? {
    quantity.effectKind(inTable: pair.new.unit.family == .table)
  }

  /// The edit of words that a stretch lies in.
  private func edit(of side: KeyPath<Edit, Range<Int>>, around range: Range<Int>) -> Edit? {
    pair.difference.edits.first {
      $0.operation == .replace && !$0.isEditorial && $0[keyPath: side].overlaps(range)
    }
  }

  private func contains(_ norm: Int, _ quantity: Quantity, _ side: UnitSide) -> Bool {
    side.document.norms[norm].range.contains(quantity.range.lowerBound)
  }
}

extension Quantity {
  /// Whether it names a day, month or year.
  var isDate: Bool { kind == .date || kind == .dateRange }

  /// Whether two quantities may stand for each other: money for money, times for times.
  func isMeasured(like other: Quantity) -> Bool {
    kind == other.kind || unit == other.unit
      || [kind, other.kind].allSatisfy { $0 == .percent || $0 == .fraction }
      || role == .penalty && other.role == .penalty
  }

  /// Whether both say the same number.
  func sameValue(as other: Quantity) -> Bool {
    if isDate && other.isDate { return iso == other.iso }
    return value == other.value && low == other.low && high == other.high
  }

  /// What kind of effect its change is; `nil` for a number that binds nobody.
  ///
  /// A number that is compared with binds, and so do those of a table: points, weights, standards.
  func effectKind(inTable: Bool) -> Effect.Kind? {
    switch role {
    case .deadline: .deadline
    case .penalty: .penalty
    case .statistic: comparator == nil && !inTable ? nil : .threshold
    default: .threshold
    }
  }
}

extension Effect.Kind {
  /// What a number of this kind is called.
  fileprivate func noun(of quantity: Quantity) -> String {
    switch self {
    case .deadline: "期限"
    case .penalty: "处罚数额"
    default: quantity.isDate ? "日期" : "数量要求"
    }
  }
}
