internal import Foundation
internal import PolicyAnalysis
internal import PolicyExtraction

/// What changed in the numbers of a unit: thresholds, deadlines, penalties.
struct QuantityEffects {
  let pair: UnitPair
  let norms: NormPairs

  /// Adds what is found to a list.
  func find(in list: inout EffectList, isPart: Bool) {
    let old = pair.old.contents.quantities.map { pair.old.document.quantities[$0] }
    let new = pair.new.contents.quantities.map { pair.new.document.quantities[$0] }
    let partners = self.partners(old, new)
    for (before, partner) in zip(old, partners) {
      if let partner {
        compare(before, new[partner], in: &list)
      } else if !isPart {
        findLost(before, in: &list)
      }
    }
    let taken = Set(partners.compactMap(\.self))
    for (index, after) in new.enumerated() where !taken.contains(index) && !isPart {
      findNew(after, in: &list)
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
    let words = QuantityWords(pair: pair, old: before, new: after)
    for effect in words.effects(direction: direction(before, after)) {
      list.add(effect, explainingOld: from, new: to)
    }
  }

  private func wider(_ range: Range<Int>, _ count: Int) -> Range<Int> {
    max(range.lowerBound - 4, 0)..<min(range.upperBound + 3, count)
  }

  private func findLost(_ quantity: Quantity, in list: inout EffectList) {
    let range = pair.old.range(quantity.range)
    guard pair.shareOfOld(range) == 1, let kind = quantity.effectKind,
      !norms.removed.contains(where: { contains($0, quantity, pair.old) })
    else { return }
    let words = quantity.spoken(pair.old.words(quantity.range))
    list.add(
      Effect(
        kind: kind, old: words, new: "",
        direction: kind == .threshold ? .other : .looser,
        message: "删去\(kind.noun)“\(words)”"), explainingOld: range)
  }

  private func findNew(_ quantity: Quantity, in list: inout EffectList) {
    let range = pair.new.range(quantity.range)
    guard pair.shareOfNew(range) == 1, let kind = quantity.effectKind,
      !norms.added.contains(where: { contains($0, quantity, pair.new) })
    else { return }
    let words = quantity.spoken(pair.new.words(quantity.range))
    list.add(
      Effect(
        kind: kind, old: "", new: words,
        direction: kind == .threshold ? .other : .stricter,
        message: "增加\(kind.noun)“\(words)”"), new: range)
  }

  private func contains(_ norm: Int, _ quantity: Quantity, _ side: UnitSide) -> Bool {
    side.document.norms[norm].range.contains(quantity.range.lowerBound)
  }

  // MARK: Directions

  /// Whether a change of value binds more.
  ///
  /// A higher penalty and a shorter time do; so does a higher least amount, unless it only says on
  /// whom a norm falls (从业人员一百人以上的单位应当…): then a higher one lets more of them go free.
  private func direction(_ before: Quantity, _ after: Quantity) -> [Effect.Direction] {
    [before.low, before.value, before.high].enumerated().map { place, old in
      guard let old, let new = [after.low, after.value, after.high][place],
        let step = before.step(from: old, to: new, after)
      else { return .other }
      switch after.role {
      case .penalty: return step > 0 ? .stricter : .looser
      case .deadline: return step < 0 ? .stricter : .looser
      default: break
      }
      if after.kind == .frequency { return step > 0 ? .stricter : .looser }
      var rises = step > 0
      // What is permitted up to a number is permitted more if the number is higher.
      if after.comparator == nil || after.comparator == .equal, let modality = modality(of: after) {
        return rises == (modality == .permission) ? .looser : .stricter
      }
      switch after.comparator {
      case .atMost, .lessThan: rises.toggle()
      case .atLeast, .moreThan: break
      default: return .other
      }
      return (rises != isCondition(after)) ? .stricter : .looser
    }
  }

  /// The modality of the norm that a plain number is in the action of, if it is a duty or a permission.
  private func modality(of quantity: Quantity) -> Modality? {
    let norms = pair.new.contents.norms.map { pair.new.document.norms[$0] }
    let found = norms.first { $0.action?.contains(quantity.range.lowerBound) == true }
    return found.flatMap {
      $0.modality == .permission || $0.modality == .obligation ? $0.modality : nil
    }
  }

  /// Whether a number says when a duty arises; that of a permission is what must be met to have it.
  private func isCondition(_ quantity: Quantity) -> Bool {
    pair.new.contents.norms.contains { index in
      let norm = pair.new.document.norms[index]
      guard norm.range.contains(quantity.range.lowerBound),
        norm.modality != .permission, norm.modality != .exemption
      else { return false }
      // 的 after the number and before the marker makes it an attribute of the subject.
      let marker = norm.marker?.lowerBound ?? norm.action?.lowerBound ?? norm.range.lowerBound
      return norm.conditions.contains { $0.contains(quantity.range.lowerBound) }
        || quantity.range.upperBound <= marker
          && norm.bearers.contains { $0.origin == .explicit && $0.range.lowerBound < marker }
    }
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
  var effectKind: Effect.Kind? {
    switch role {
    case .deadline: .deadline
    case .penalty: .penalty
    case .statistic: nil
    default: .threshold
    }
  }

  /// Up or down from one value to another, units of time reckoned in days; `nil` if they cannot be
  /// compared.
  fileprivate func step(from old: Decimal, to new: Decimal, _ other: Quantity) -> Int? {
    guard unit != other.unit else { return old == new ? nil : new > old ? 1 : -1 }
    if kind == .frequency, other.kind == .frequency {
      guard let before = Self.period(of: unit), let after = Self.period(of: other.unit) else {
        return nil
      }
      let (rate, newRate) = (old / before, new / after)
      return rate == newRate ? nil : newRate > rate ? 1 : -1
    }
    guard let before = Self.days[unit ?? ""], let after = Self.days[other.unit ?? ""] else {
      return nil
    }
    let ratio = NSDecimalNumber(decimal: new * after / (old * before)).doubleValue
    // A month and thirty days, ten days and seven working days are not told apart.
    if ratio > 0.75 && ratio < 1.34 { return nil }
    return ratio > 1 ? 1 : -1
  }

  /// The days of the period of a frequency: 7 of 次/周.
  private static func period(of unit: String?) -> Decimal? {
    guard let unit, let slash = unit.firstIndex(of: "/") else { return nil }
    return days[String(unit[unit.index(after: slash)...])]
  }

  private static let days: [String: Decimal] = [
    "小时": 1 / 24, "日": 1, "天": 1, "工作日": 1.4, "周": 7, "个月": 30, "月": 30, "季度": 91, "年": 365,
  ]
}

extension Effect.Kind {
  /// What a number of this kind is called.
  fileprivate var noun: String {
    switch self {
    case .deadline: "期限"
    case .penalty: "处罚数额"
    default: "数量要求"
    }
  }
}
