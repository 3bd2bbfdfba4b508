internal import Foundation
internal import PolicyExtraction
internal import PolicyText

/// Numbers that say which indicator is meant: the target of one stands again in the text.
extension LinkPass {
  /// A number with its unit.
  struct TargetKey: Hashable {
    let value: Decimal?
    let unit: String?

    init(_ quantity: Quantity) {
      value = quantity.value
      unit = quantity.unit
    }
  }

  func addQuantities(of subject: Subject, to candidates: inout [Int: Candidate]) {
    guard !subject.quantities.isEmpty else { return }
    addTargets(of: subject, to: &candidates)
    for (indicator, candidate) in candidates where candidate.score >= 0.3 {
      for mine in subject.quantities {
        guard
          let same = indicators[indicator].quantities.first(where: {
            isSame(quantities[$0], quantities[mine])
          })
        else { continue }
        candidates[indicator]?.score += isTelling(quantities[mine]) ? 0.4 : 0.25
        candidates[indicator]?.evidence.append(
          "同一数量：\(reading.compactWords(of: quantities[same].range))")
        break
      }
    }
  }

  /// 新建终端46座 is of 终端建成数, whose target is 46座: a word of the name and the very number say so together.
  private func addTargets(of subject: Subject, to candidates: inout [Int: Candidate]) {
    var keys: Set<UInt64>?
    for mine in subject.quantities where isTelling(quantities[mine]) {
      for indicator in targets[TargetKey(quantities[mine])] ?? []
      where (candidates[indicator]?.score ?? 0) < 0.3 {
        guard let name = indicators[indicator].range else { continue }
        let near = keys ?? Set(subject.words.flatMap { TermIndex.keys($0, in: text) })
        keys = near
        guard TermIndex.keys(name, in: text).contains(where: { near.contains($0) }) else {
          continue
        }
        candidates[indicator] = Candidate(score: 0.3, unit: nil)
      }
    }
  }

  /// Whether few things are so many: 46座, 118公里; not 100% or 10分, and no count below ten.
  func isTelling(_ quantity: Quantity) -> Bool {
    switch quantity.kind {
    case .quantity, .money: quantity.unit != nil && (quantity.value ?? 0) >= 10
    default: false
    }
  }

  private func isSame(_ one: Quantity, _ other: Quantity) -> Bool {
    guard one.kind == other.kind, one.unit == other.unit else { return false }
    if one.value != nil { return one.value == other.value }
    if one.low != nil || one.high != nil { return one.low == other.low && one.high == other.high }
    return one.iso != nil && one.iso == other.iso
  }
}
