internal import PolicyExtraction

/// Says what changed in a number: 罚款下限由一万元提高到二万元, 期限由三十日缩短为十五日.
struct QuantityWords {
  let pair: UnitPair
  let old: Quantity
  let new: Quantity

  /// The effects, one for each end that changed; `direction` has that of the low end, of the value,
  /// and of the high end.
  func effects(direction: [Effect.Direction]) -> [Effect] {
    let (before, after) = (pair.old.words(old.range), pair.new.words(new.range))
    guard let kind = new.effectKind ?? old.effectKind else {
      return [
        Effect(
          kind: .wording, old: before, new: after, direction: .other,
          message: "“\(before)”改为“\(after)”")
      ]
    }
    if let ends = ends(before, after, kind: kind, direction: direction) { return ends }
    if old.isDate || new.isDate {
      let isEarlier = (new.iso ?? "") < (old.iso ?? "")
      return [
        Effect(
          kind: kind, old: before, new: after,
          direction: kind != .deadline ? .other : isEarlier ? .stricter : .looser,
          message: "\(kind == .deadline ? "截止时间" : "时间")由\(before)改为\(after)")
      ]
    }
    let isSame = old.sameValue(as: new) && old.unit == new.unit
    if isSame || old.comparator != new.comparator {
      return [compared(before, after, kind: kind, direction: direction)]
    }
    return [
      Effect(
        kind: kind, old: before, new: after, direction: direction[1],
        message: sentence(
          noun(kind) + bound(new.comparator, kind), before, after, kind, rise(old.value, new.value))
      )
    ]
  }

  /// The effects of a range: of its low end, its high end, or both.
  private func ends(
    _ before: String, _ after: String, kind: Effect.Kind, direction: [Effect.Direction]
  ) -> [Effect]? {
    guard let oldLow = old.low, let oldHigh = old.high, let newLow = new.low,
      let newHigh = new.high, old.unit == new.unit, !old.isDate
    else { return nil }
    let (from, to) = (parts(before), parts(after))
    var effects: [Effect] = []
    if oldLow != newLow {
      effects.append(
        Effect(
          kind: kind, old: from.low, new: to.low, direction: direction[0],
          message: sentence(noun(kind) + "下限", from.low, to.low, kind, rise(oldLow, newLow))))
    }
    if oldHigh != newHigh {
      effects.append(
        Effect(
          kind: kind, old: from.high, new: to.high, direction: direction[2],
          message: sentence(
            noun(kind) + "上限", from.high, to.high, kind, rise(oldHigh, newHigh))))
    }
    return effects.isEmpty ? nil : effects
  }

  /// The effect of another comparison: 以上 in place of 超过, or a range in place of a bound.
  private func compared(
    _ before: String, _ after: String, kind: Effect.Kind, direction: [Effect.Direction]
  ) -> Effect {
    let (from, to) = (old.spoken(before), new.spoken(after))
    return Effect(
      kind: kind, old: from, new: to,
      direction: old.comparator == new.comparator ? direction[1] : .other,
      message: "\(noun(kind))由“\(from)”改为“\(to)”")
  }

  private func sentence(
    _ noun: String, _ before: String, _ after: String, _ kind: Effect.Kind, _ rise: Bool?
  ) -> String {
    switch (kind, rise) {
    case (_, nil): "\(noun)由\(before)改为\(after)"
    case (.deadline, true?): "\(noun)由\(before)延长到\(after)"
    case (.deadline, false?): "\(noun)由\(before)缩短为\(after)"
    case (_, true?): "\(noun)由\(before)提高到\(after)"
    case (_, false?): "\(noun)由\(before)降低到\(after)"
    }
  }

  private func rise<Value: Comparable>(_ before: Value?, _ after: Value?) -> Bool? {
    guard let before, let after, old.unit == new.unit, before != after else { return nil }
    return after > before
  }

  /// What the number is of.
  private func noun(_ kind: Effect.Kind) -> String {
    switch kind {
    case .deadline: return "期限"
    case .penalty:
      if new.unit == "倍" { return "罚款倍数" }
      return new.kind == .duration ? "处罚期限" : "罚款"
    default:
      if let measures = new.measures, measures.count <= 12 { return pair.new.words(measures) }
      return new.kind == .duration ? "时间" : new.kind == .frequency ? "次数" : "标准"
    }
  }

  private func bound(_ comparator: Comparator?, _ kind: Effect.Kind) -> String {
    guard kind != .deadline else { return "" }
    return switch comparator {
    case .atLeast, .moreThan: "下限"
    case .atMost, .lessThan: "上限"
    default: ""
    }
  }

  /// The two numbers of a range: 一万元 and 五万元 of 一万元以上五万元.
  private func parts(_ words: String) -> (low: String, high: String) {
    for mark in ["以上", "至", "到", "～", "~", "—", "-"] {
      if let range = words.firstRange(of: mark), range.upperBound < words.endIndex {
        let high = String(words[range.upperBound...])
        var low = String(words[..<range.lowerBound])
        // 五至十日 names the unit once.
        if let last = low.last, "一二三四五六七八九十百千0123456789".contains(last) {
          low += high.drop { "一二三四五六七八九十百千万亿零0123456789.".contains($0) }
        }
        return (low, high)
      }
    }
    return (words, words)
  }
}

extension Quantity {
  /// The quantity with its comparison: 五万元以下, 十五日内.
  func spoken(_ words: String) -> String {
    switch comparator {
    case .atLeast: words + "以上"
    case .atMost: words + (kind == .duration ? "内" : "以下")
    case .moreThan: "超过" + words
    case .lessThan: "不足" + words
    case .range: words.contains("以上") ? words + "以下" : words
    default: words
    }
  }
}
