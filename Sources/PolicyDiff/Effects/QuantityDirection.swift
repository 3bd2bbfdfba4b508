internal import Foundation
internal import PolicyAnalysis
internal import PolicyExtraction

/// Whether a change of a number makes those on whom a norm falls do more or less.
struct QuantityDirection {
  let pair: UnitPair
  let periods: Periods

  /// Whether a change binds more: of the low end, of the value, and of the high end.
  ///
  /// A higher penalty and a shorter time do; so does a higher least amount, unless it only says on
  /// whom a norm falls (从业人员一百人以上的单位应当…): then a higher one lets more of them go free.
  func directions(_ before: Quantity, _ after: Quantity) -> [Effect.Direction] {
    let (olds, news) = (before.ends, after.ends)
    return olds.indices.map { place in
      guard let old = olds[place], let new = news[place],
        let step = before.step(from: old, to: new, after, periods)
      else { return .other }
      switch after.role {
      case .penalty: return step > 0 ? .stricter : .looser
      // 提前三十日, 三十日前: the longer before, the more is asked.
      case .deadline: return (step < 0) != pair.new.isLeadTime(after) ? .stricter : .looser
      default: break
      }
      if after.kind == .frequency { return step > 0 ? .stricter : .looser }
      var rises = step > 0
      // What is permitted up to a number is permitted more if the number is higher.
      if after.comparator == nil || after.comparator == .equal, let modality = modality(of: after) {
        return rises == (modality == .permission) ? .looser : .stricter
      }
      switch (after.comparator, place) {
      case (.atMost, _), (.lessThan, _), (.range, 2): rises.toggle()
      case (.atLeast, _), (.moreThan, _), (.range, 0): break
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
  /// The low end, the value, and the high end; a bound is an end as well.
  fileprivate var ends: [Decimal?] {
    switch comparator {
    case .atLeast, .moreThan: [value, value, nil]
    case .atMost, .lessThan: [nil, value, value]
    default: [low, value, high]
    }
  }

  /// Up or down from one value to another, units of time reckoned in days; `nil` if they cannot be
  /// compared.
  fileprivate func step(
    from old: Decimal, to new: Decimal, _ other: Quantity, _ periods: Periods
  ) -> Int? {
    guard unit != other.unit else { return old == new ? nil : new > old ? 1 : -1 }
    if kind == .frequency, other.kind == .frequency {
      guard let before = unit?.periodOfFrequency.flatMap({ periods.days(of: $0) }),
        let after = other.unit?.periodOfFrequency.flatMap({ periods.days(of: $0) })
      else { return nil }
      let (rate, newRate) = (old / before, new / after)
      return rate == newRate ? nil : newRate > rate ? 1 : -1
    }
    guard let before = unit.flatMap({ periods.days(of: $0) }),
      let after = other.unit.flatMap({ periods.days(of: $0) })
    else { return nil }
    let ratio = NSDecimalNumber(decimal: new * after / (old * before)).doubleValue
    // A month and thirty days, ten days and seven working days are not told apart.
    if ratio > 0.75 && ratio < 1.34 { return nil }
    return ratio > 1 ? 1 : -1
  }
}

extension String {
  /// 周 of 次/周.
  fileprivate var periodOfFrequency: String? {
    firstIndex(of: "/").map { String(self[index(after: $0)...]) }
  }
}

extension UnitSide {
  /// Whether a time is one before something: 提前三十日, 会议召开三十日前.
  func isLeadTime(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .duration else { return false }
    let (text, range) = (unit.text.folded, range(quantity.range))
    var after = range.upperBound
    if after < text.count, text[after] == "以" || text[after] == "之" { after += 1 }
    if after < text.count, text[after] == "前" { return true }
    let before = text[max(range.lowerBound - 6, 0)..<range.lowerBound]
    guard let place = before.lastIndex(of: "提"), place + 1 < range.lowerBound,
      text[place + 1] == "前"
    else { return false }
    return !text[place..<range.lowerBound].contains { $0 == "，" || $0 == "。" }
  }
}
