internal import Foundation
internal import PolicyExtraction

/// Says what changed in a number: 罚款下限由一万元提高到二万元, 期限由三十日缩短为十五日.
struct QuantityWords {
  let pair: UnitPair
  let old: Quantity
  let new: Quantity
  let facts: EffectFacts

  /// The effects, one for each end that changed; `direction` has that of the low end, of the value,
  /// and of the high end.
  func effects(direction: [Effect.Direction]) -> [Effect] {
    let (before, after) = words
    let inTable = pair.new.unit.family == .table
    guard let kind = new.effectKind(inTable: inTable) ?? old.effectKind(inTable: inTable) else {
      return [
        Effect(
          kind: .wording, old: before, new: after, direction: .other,
          message: "“\(before)”改为“\(after)”")
      ]
    }
    if let ends = ends(before, after, kind: kind, direction: direction), !ends.isEmpty {
      return ends
    }
    if old.isDate || new.isDate {
      let isEarlier = (new.iso ?? "") < (old.iso ?? "")
      // From a day to a stretch of days no end has moved.
      let isEnd = kind == .deadline && old.kind == new.kind
      return [
        Effect(
          kind: kind, old: before, new: after,
          direction: !isEnd ? .other : isEarlier ? .stricter : .looser,
          message: "\(isEnd ? "截止时间" : "时间")由\(before)改为\(after)")
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

  /// The words of both numbers, with what they count where that is no unit: 两餐.
  private var words: (old: String, new: String) {
    let (before, after) = (pair.old.words(old.range), pair.new.words(new.range))
    let (left, right) = (pair.old.range(old.range), pair.new.range(new.range))
    guard old.kind == .number, new.kind == .number,
      let edit = pair.difference.edits.first(where: {
        $0.old.lowerBound == left.lowerBound && $0.new.lowerBound == right.lowerBound
      }), edit.old.upperBound > left.upperBound, edit.new.upperBound > right.upperBound,
      edit.old.upperBound <= left.upperBound + Self.counterLength,
      pair.old.string(left.upperBound..<edit.old.upperBound)
        == pair.new.string(right.upperBound..<edit.new.upperBound)
    else { return (before, after) }
    return (pair.old.string(edit.old), pair.new.string(edit.new))
  }

  /// What is counted is told in no more scalars: 餐, 小时.
  private static let counterLength = 2

  /// The effects on the ends, where one side has a range.
  ///
  /// An end that one side does not have was put in or taken out.
  private func ends(
    _ before: String, _ after: String, kind: Effect.Kind, direction: [Effect.Direction]
  ) -> [Effect]? {
    guard old.comparator == .range || new.comparator == .range || old.low != nil && new.low != nil,
      old.unit == new.unit, !old.isDate, let left = bounds(of: old, before),
      let right = bounds(of: new, after)
    else { return nil }
    return end(left.low, right.low, "下限", kind, direction[0])
      + end(left.high, right.high, "上限", kind, direction[2])
  }

  /// An end of a range, its number and its words.
  private typealias End = (value: Decimal, words: String)

  /// The ends of a range; a bound has one of them, a plain number none.
  private func bounds(of quantity: Quantity, _ words: String) -> (low: End?, high: End?)? {
    if let low = quantity.low, let high = quantity.high {
      let words = parts(words)
      return ((low, words.low), (high, words.high))
    }
    guard let value = quantity.value, let isLower = quantity.comparator?.isLower else { return nil }
    return isLower ? ((value, words), nil) : (nil, (value, words))
  }

  private func end(
    _ before: End?, _ after: End?, _ bound: String, _ kind: Effect.Kind,
    _ direction: Effect.Direction
  ) -> [Effect] {
    let name = noun(kind) + bound
    // A least fine takes leniency away, a greatest one limits severity.
    let adding: Effect.Direction =
      kind == .penalty ? bound == "下限" ? .stricter : .looser : .other
    switch (before, after) {
    case (let before?, let after?):
      guard before.value != after.value else { return [] }
      return [
        Effect(
          kind: kind, old: before.words, new: after.words, direction: direction,
          message: sentence(
            name, before.words, after.words, kind, rise(before.value, after.value)))
      ]
    case (nil, let after?):
      return [
        Effect(
          kind: kind, old: "", new: after.words, direction: adding,
          message: "增设\(name)\(after.words)")
      ]
    case (let before?, nil):
      return [
        Effect(
          kind: kind, old: before.words, new: "", direction: adding.reversed,
          message: "取消\(name)\(before.words)")
      ]
    case (nil, nil): return []
    }
  }

  /// The effect of another comparison: 以上 in place of 超过, or a range in place of a bound.
  private func compared(
    _ before: String, _ after: String, kind: Effect.Kind, direction: [Effect.Direction]
  ) -> Effect {
    let (from, to) = (
      facts.comparisons.spoken(old, on: pair.old), facts.comparisons.spoken(new, on: pair.new)
    )
    // 超过 in place of 以上 is a matter of one; another number tells where it goes, unless a least one
    // became a greatest one.
    let isSame = old.sameValue(as: new) && old.unit == new.unit
    let (low, newLow) = (old.comparator?.isLower, new.comparator?.isLower)
    let isTurned = low != nil && newLow != nil && low != newLow
    return Effect(
      kind: kind, old: from, new: to,
      direction: old.comparator == new.comparator || !isSame && !isTurned ? direction[1] : .other,
      message: "\(noun(kind))由“\(from)”改为“\(to)”")
  }

  private func sentence(
    _ noun: String, _ before: String, _ after: String, _ kind: Effect.Kind, _ rise: Bool?
  ) -> String {
    let isTime = kind == .deadline || new.kind == .duration
    return switch (isTime, rise) {
    case (_, nil): "\(noun)由\(before)改为\(after)"
    case (true, true?): "\(noun)由\(before)延长到\(after)"
    case (true, false?): "\(noun)由\(before)缩短为\(after)"
    case (false, true?): "\(noun)由\(before)提高到\(after)"
    case (false, false?): "\(noun)由\(before)降低到\(after)"
    }
  }

  private func rise<Value: Comparable>(_ before: Value?, _ after: Value?) -> Bool? {
    guard let before, let after, old.unit == new.unit, before != after else { return nil }
    return after > before
  }

  /// What the number is of.
  private func noun(_ kind: Effect.Kind) -> String {
    switch kind {
    case .deadline: return pair.new.isLeadTime(new) ? "提前的时间" : "期限"
    case .penalty:
      let name = facts.penalties.name(beside: pair.new.range(new.range), in: pair.new.unit.text)
      switch new.kind {
      case .duration: return name ?? "处罚期限"
      case .percent, .fraction: return (name ?? "") + "比例"
      default: return (name ?? "处罚数额") + (new.unit == "倍" ? "倍数" : "")
      }
    default:
      if new.kind == .frequency { return "频次" }
      if let measures = new.measures, measures.count <= 12 {
        let words = pair.new.words(measures)
        // What a time measures is a time as well: 保存期限, and not the things that are kept.
        if new.kind != .duration || words.last.map({ "期限间龄".contains($0) }) == true { return words }
      }
      if let head = pair.new.columnHead(at: pair.new.range(new.range).lowerBound) { return head }
      return new.kind == .duration ? "时间" : "标准"
    }
  }

  private func bound(_ comparator: PolicyExtraction.Comparator?, _ kind: Effect.Kind) -> String {
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

extension PolicyExtraction.Comparator {
  /// Whether it sets a least number; `nil` where it sets no bound.
  fileprivate var isLower: Bool? {
    switch self {
    case .atLeast, .moreThan: true
    case .atMost, .lessThan: false
    default: nil
    }
  }
}
