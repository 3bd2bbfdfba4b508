internal import Foundation
import PolicyExtraction
import PolicyStructure

/// 上下限颠倒: a range whose lower end lies above its upper end (一千元以上五百元以下, 三十日以上十日以下).
///
/// Only ends that stand right beside each other make a range; lengths of time are compared in days, a month taken for
/// 30 and a year for 365, so that only what no calendar mends is marked.
struct ReversedRanges: ReviewRule {
  func findings(in draft: Draft) -> [Finding] {
    zip(draft.quantities, draft.quantities.dropFirst()).compactMap { lower, upper in
      guard lower.node == upper.node, lower.kind == upper.kind,
        lower.comparator == .atLeast || lower.comparator == .moreThan,
        upper.comparator == .atMost || upper.comparator == .lessThan,
        bounds(from: lower.range.upperBound, to: upper.range.lowerBound, in: draft),
        let low = size(of: lower), let high = size(of: upper), low.unit == high.unit,
        low.value > high.value
      else { return nil }
      let range = lower.range.lowerBound..<upper.range.upperBound
      return Finding(
        .rangeReversed, "“\(draft.words(range))”的下限大于上限。请核对两个数，或者是否写颠倒。",
        node: lower.node, range: range)
    }
  }

  /// Whether nothing but 以上 stands between two numbers, with or without （含本数）.
  private func bounds(from start: Int, to end: Int, in draft: Draft) -> Bool {
    guard start + 2 <= end, draft.scalars[start] == "以", draft.scalars[start + 1] == "上" else {
      return false
    }
    if start + 2 == end { return true }
    return end - start <= Self.longestRemark && draft.scalars[start + 2] == "（"
      && draft.scalars[end - 1] == "）"
  }

  /// 以上（不含本数） has this many scalars at most.
  private static let longestRemark = 10

  private func size(of quantity: Quantity) -> (value: Decimal, unit: String?)? {
    guard let value = quantity.value else { return nil }
    guard quantity.kind == .duration else { return (value, quantity.unit) }
    switch quantity.iso?.last {
    case "Y": return (value * 365, "日")
    case "M" where quantity.iso?.contains("T") == false: return (value * 30, "日")
    case "W": return (value * 7, "日")
    case "D" where quantity.unit != "工作日": return (value, "日")
    default: return (value, quantity.unit)
    }
  }
}
