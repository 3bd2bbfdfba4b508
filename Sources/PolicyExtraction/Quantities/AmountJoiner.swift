import Foundation
import PolicyText

/// Makes one range of two amounts: 一万元以上五万元以下, 10—15人, 超过一个月不满一年.
struct AmountJoiner {
  let scalars: [Unicode.Scalar]
  let comparisons: ComparisonReader
  let limits: Range<Int>

  private func scalar(_ offset: Int) -> Unicode.Scalar {
    limits.contains(offset) ? scalars[offset] : "\n"
  }

  /// The amounts in order, with those that are two ends of one range joined.
  func joined(_ amounts: [Amount]) -> [Amount] {
    var result: [Amount] = []
    result.reserveCapacity(amounts.count)
    var index = 0
    while index < amounts.count {
      if index + 1 < amounts.count {
        let limit = index > 0 ? amounts[index - 1].range.upperBound : limits.lowerBound
        if let range = range(from: amounts[index], to: amounts[index + 1], limit: limit) {
          result.append(range)
          index += 2
          continue
        }
      }
      result.append(amounts[index])
      index += 1
    }
    return result
  }

  private func range(from first: Amount, to second: Amount, limit: Int) -> Amount? {
    let gapStart = first.range.upperBound
    let gapEnd = second.range.lowerBound
    guard gapEnd - gapStart <= 14, !(first.isIdentifier && second.isIdentifier), !first.isRange,
      !second.isRange, first.kind != .date,
      second.kind != .date, let ends = matched(first, second)
    else { return nil }
    let before = comparisons.before(first.range.lowerBound, from: limit)
    let after = comparisons.after(gapStart, kind: second.kind).flatMap {
      $0.edge <= gapEnd ? $0 : nil
    }
    let bracket = comparisons.inclusion(at: gapStart)
    let offset = after?.edge ?? bracket?.end ?? gapStart
    let closing = comparisons.after(second.range.upperBound, kind: second.kind)
    let closingBracket = comparisons.inclusion(at: second.range.upperBound)
    let opening = comparisons.before(gapEnd, from: offset).flatMap { $0.edge >= offset ? $0 : nil }

    var lowInclusive = true
    if let after, after.comparator.isLower {
      lowInclusive = after.comparator.isInclusive
    } else if let before, before.comparator.isLower {
      lowInclusive = before.comparator.isInclusive
    }
    if let bracket, after == nil { lowInclusive = bracket.isIncluded }
    var highInclusive = true
    if let closing, closing.comparator.isUpper {
      highInclusive = closing.comparator.isInclusive
    } else if let opening, opening.comparator.isUpper {
      highInclusive = opening.comparator.isInclusive
    }
    if let closingBracket, closing == nil { highInclusive = closingBracket.isIncluded }

    let hasLower = after?.comparator.isLower ?? before?.comparator.isLower ?? false
    let hasUpper = closing?.comparator.isUpper ?? false
    let isRange: Bool
    if let end = connector(at: offset), end <= gapEnd {
      isRange = end == gapEnd || opening.map { $0.edge == end && $0.comparator.isUpper } ?? false
    } else if after.map(\.comparator.isLower) ?? false {
      let start = conjunction(at: offset)
      isRange =
        opening.map { $0.edge == start && $0.comparator.isUpper } ?? (start == gapEnd && hasUpper)
    } else if hasLower, after == nil, scalar(offset) != "、", scalar(offset) != "，" {
      // 不少于1年、不超过3年 are two bounds.
      let start = conjunction(at: offset)
      isRange = opening.map { $0.edge == start && $0.comparator.isUpper } ?? false
    } else if gapEnd == gapStart + 1, ["和", "与", "及"].contains(scalar(gapStart)) {
      let end = second.range.upperBound
      isRange = scalar(end) == "之" && scalar(end + 1) == "间" || scalar(end) == "间"
    } else {
      isRange = false
    }
    guard isRange, ends.low <= ends.high else { return nil }

    var range = ends.model
    range.range = first.range.lowerBound..<second.range.upperBound
    // Of numbers alone the words of the lower bound are part of the range: 大于100并且小于300.
    if after == nil, hasLower, first.isBare, second.isBare, let before {
      range.range = before.edge..<second.range.upperBound
    }
    let outerStart = hasLower ? before?.edge ?? first.range.lowerBound : first.range.lowerBound
    let outerEnd = hasUpper ? closing?.edge ?? 0 : 0
    range.outer =
      min(
        first.outer.lowerBound, outerStart)..<max(
        outerEnd, closingBracket?.end ?? 0, second.range.upperBound)
    range.value = nil
    range.low = ends.low
    range.high = ends.high
    range.lowInclusive = lowInclusive
    range.highInclusive = highInclusive
    range.comparator = .range
    range.iso = nil
    range.isRange = true
    return range
  }

  /// The offset after 至, 到 or strokes.
  private func connector(at start: Int) -> Int? {
    var offset = start
    if scalar(offset) == " " { offset += 1 }
    let first = offset
    while RangeMark.isStroke(scalar(offset)) { offset += 1 }
    if offset == first {
      guard scalar(offset) == "至" || scalar(offset) == "到" else { return nil }
      offset += 1
    }
    if scalar(offset) == " " { offset += 1 }
    return offset
  }

  /// The offset after a mark and 且, 并, 而, which may join two bounds.
  private func conjunction(at start: Int) -> Int {
    var offset = start
    if scalar(offset) == "，" || scalar(offset) == "、" { offset += 1 }
    while ["并", "且", "而", "但", "和"].contains(scalar(offset)) { offset += 1 }
    return offset
  }

  /// Both values in one unit, if they can be.
  private func matched(_ first: Amount, _ second: Amount) -> (
    low: Decimal, high: Decimal, model: Amount
  )? {
    guard var low = first.value, var high = second.value else { return nil }
    var model = second
    if first.isBare {
      switch second.unitKind {
      case .tenth: low *= 10
      case .permille: low /= 10
      default: break
      }
      // 一千到两千万元: 万 is said once for both.
      if first.scale == 1, second.scale > 1, low < high / second.scale { low *= second.scale }
      if second.kind == .fraction { return nil }
    } else if second.isBare {
      guard first.kind == .money else { return nil }
      model = first
    } else if first.kind == .fraction, second.unitKind == .multiple {
      // 三分之一至一倍.
      model = second
    } else if first.kind != second.kind {
      return nil
    } else if let short = first.unit, let long = second.unit, short != long, long.hasPrefix(short) {
      // 一千吨以上不满五千吨标准煤: the unit is said in full once.
      model = second
    } else if first.unit != second.unit {
      guard first.kind == .duration, let unit = common(first, second) else { return nil }
      low *= unit.first
      high *= unit.second
      if unit.second != 1 {
        model.unit = first.unit
        model.designator = first.designator
      }
    }
    return (low, high, model)
  }

  /// What brings two durations to the smaller of their units.
  private func common(_ first: Amount, _ second: Amount) -> (first: Decimal, second: Decimal)? {
    func scale(_ designator: String) -> (group: Int, factor: Decimal)? {
      switch designator {
      case "Y": (0, 12)
      case "Q": (0, 3)
      case "M": (0, 1)
      case "W": (1, 604_800)
      case "D": (1, 86_400)
      case "TH": (1, 3600)
      case "TM": (1, 60)
      case "TS": (1, 1)
      default: nil
      }
    }
    guard let one = scale(first.designator), let other = scale(second.designator) else {
      return nil
    }
    guard one.group == other.group else {
      // Days and months have no common measure; thirty days are taken for a month.
      return one.group == 1 && first.designator == "D" ? (1, other.factor * 30) : nil
    }
    return one.factor >= other.factor
      ? (one.factor / other.factor, 1) : (1, other.factor / one.factor)
  }
}
