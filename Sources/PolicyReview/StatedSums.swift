import Foundation
import PolicyExtraction
import PolicyLexicons
import PolicyStructure
import PolicyText

/// 合计与分项: an amount of money of which larger parts are named than it holds (总投资500万元，其中市级300万元，区级260万元).
///
/// Parts that make less than the whole may be a choice of them; only more than the whole cannot be.
/// Parts of other counts may overlap (其中女性…，党员…), so that money alone is summed up.
struct StatedSums: ReviewRule {
  private let partitions: WordList

  init(lexicons: Lexicons) {
    partitions = WordList(lexicons[.partWords])
  }

  func findings(in draft: Draft) -> [Finding] {
    let amounts = draft.quantities.filter { $0.kind == .money && $0.value != nil }
    var findings: [Finding] = []
    var index = 0
    while index + 2 < amounts.count {
      let whole = amounts[index]
      let parts = parts(of: whole, among: amounts[(index + 1)...], in: draft)
      index += 1
      guard parts.count > 1, let total = whole.value else { continue }
      let sum = parts.reduce(Decimal(0)) { $0 + ($1.value ?? 0) }
      guard sum > total, let last = parts.last else { continue }
      findings.append(
        Finding(
          .sumMismatch,
          "其中各项相加是\(sum)元，多于“\(draft.words(whole.range))”。请核对金额。",
          node: whole.node, range: whole.range.lowerBound..<last.range.upperBound))
      index += parts.count
    }
    return findings
  }

  /// The amounts that 其中 names of a whole, in its sentence.
  private func parts(
    of whole: Quantity, among rest: ArraySlice<Quantity>, in draft: Draft
  ) -> [Quantity] {
    guard let first = rest.first, first.node == whole.node,
      whole.comparator == nil || whole.comparator == .equal
    else { return [] }
    var offset = whole.range.upperBound
    guard offset < draft.scalars.count, "，；（：".unicodeScalars.contains(draft.scalars[offset]),
      let word = partitions.longest(
        in: draft.scalars, from: offset + 1, to: first.range.lowerBound)
    else { return [] }
    offset = word.range.upperBound
    var parts: [Quantity] = []
    for part in rest {
      guard part.node == whole.node, part.unit == whole.unit, part.comparator == nil,
        part.range.lowerBound >= offset,
        !draft.scalars[offset..<part.range.lowerBound].contains(where: { $0 == "。" || $0 == "）" }),
        part.range.lowerBound - offset < 40
      else { break }
      // A second level of parts counts within the first; the sum would count it twice.
      if !parts.isEmpty,
        hasPartition(in: offset..<part.range.lowerBound, of: draft)
      {
        return []
      }
      // What is as large as the whole is no part of it.
      if let total = whole.value, let amount = part.value, amount >= total { return [] }
      parts.append(part)
      offset = part.range.upperBound
    }
    return parts
  }

  private func hasPartition(in range: Range<Int>, of draft: Draft) -> Bool {
    range.contains {
      partitions.longest(in: draft.scalars, from: $0, to: range.upperBound) != nil
    }
  }
}
