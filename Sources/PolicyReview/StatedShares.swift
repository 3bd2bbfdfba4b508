import Foundation
import PolicyExtraction
import PolicyLexicons
import PolicyStructure
import PolicyText

/// 百分比与两数: a percentage that does not follow from the two numbers that it stands with.
///
/// Read are the forms in which the words say what is divided by what:
/// - 计划培训700人，实际培训509人，完成率72.71%: the done by the planned;
/// - 教师4500人，其中女教师2970人，占66%: the part by the whole;
/// - 党员45人，占教师总数120人的37.5%: what stands before 占 by what stands after it;
/// - 由200万元增长到250万元，增长25%; 1320人，比上年的1200人增长10%: the difference by the earlier;
/// - 1050万元，同比增加150万元，增长16.67%: the difference by what there was before.
///
/// A percentage may be rounded or cut at its last digit, and numbers in 万 at theirs. Where any other two
/// numbers near it explain it, it is theirs.
struct StatedShares: ReviewRule {
  private let cues: ShareCues

  init(lexicons: Lexicons) throws(LexiconError) {
    cues = try ShareCues(lexicons: lexicons)
  }

  func findings(in draft: Draft) -> [Finding] {
    var findings: [Finding] = []
    let quantities = draft.quantities
    var place = 0
    for block in draft.context.blocks {
      while place < quantities.count, quantities[place].range.lowerBound < block.range.lowerBound {
        place += 1
      }
      let first = place
      while place < quantities.count, quantities[place].range.upperBound <= block.range.upperBound {
        place += 1
      }
      // A percentage and two numbers.
      guard place - first > 2 else { continue }
      review(quantities[first..<place], in: draft, into: &findings)
    }
    return findings
  }

  private func review(
    _ quantities: ArraySlice<Quantity>, in draft: Draft, into findings: inout [Finding]
  ) {
    var sentence = SentenceNumbers()
    for (place, quantity) in zip(quantities.indices, quantities) {
      if let last = sentence.last,
        cues.endsSentence(between: last.range.upperBound, and: quantity.range.lowerBound, draft)
      {
        sentence.removeAll()
      }
      guard quantity.kind == .percent else {
        sentence.append(quantity)
        continue
      }
      guard let stated = stated(quantity, in: draft),
        let claim = cues.claim(of: quantity, after: sentence, in: draft)
      else {
        sentence.removeAll()
        continue
      }
      if !claim.agrees(with: stated, percent: quantity, in: draft),
        !isExplained(place, stated: stated, beside: claim, by: quantities, in: draft),
        let finding = finding(quantity, claim: claim, in: draft)
      {
        findings.append(finding)
      }
      // Further parts of the whole may follow: 其中小学2000人，占40%，中学3000人，占60%.
      sentence.dropLast()
    }
  }

  /// The value of a percentage that is stated as a fact: 达到95% in a report reaches it.
  private func stated(_ percent: Quantity, in draft: Draft) -> Decimal? {
    let end = percent.range.upperBound
    // 60%以上 is a limit and no fact.
    guard percent.unit == "%", end >= draft.scalars.count || draft.scalars[end] != "以"
    else { return nil }
    switch percent.comparator {
    case nil, .equal: return percent.value
    case .atLeast:
      let start = percent.range.lowerBound
      guard start > 1,
        draft.scalars[start - 1] == "到" || draft.scalars[start - 1] == "达"
      else { return nil }
      return percent.value
    default: return nil
    }
  }

  /// How many numbers before and behind a percentage may explain it.
  private static let neighbours = (before: 8, behind: 3)

  /// Whether any two numbers near a percentage make it but those that it claims: 由200万元增长到250万元，增长20%
  /// divides by the wrong one.
  private func isExplained(
    _ place: Int, stated: Decimal, beside claim: ShareClaim, by quantities: ArraySlice<Quantity>,
    in draft: Draft
  ) -> Bool {
    let near =
      max(
        quantities.startIndex, place - Self.neighbours.before)..<min(
        quantities.endIndex, place + 1 + Self.neighbours.behind)
    for first in near where first != place && quantities[first].value != nil {
      for second in near where second != first && second != place {
        let (part, whole) = (quantities[first], quantities[second])
        guard part.kind == whole.kind, part.unit == whole.unit, part.kind != .percent,
          !claim.isOf(part, whole)
        else { continue }
        for form: ShareClaim.Form in [.share, .change(sign: 1), .change(sign: -1)] {
          let claim = ShareClaim(form: form, part: part, whole: whole)
          if claim.share != nil,
            claim.agrees(with: stated, percent: quantities[place], in: draft)
          {
            return true
          }
        }
      }
    }
    return false
  }

  private func finding(_ percent: Quantity, claim: ShareClaim, in draft: Draft) -> Finding? {
    guard let share = claim.share else { return nil }
    return Finding(
      .percentMismatch,
      """
      按“\(draft.words(claim.part.range))”和“\(draft.words(claim.whole.range))”计算应为\
      \(WrittenPrecision.plain(share))%，这里是“\(draft.words(percent.range))”。请核对。
      """,
      node: percent.node, range: percent.range)
  }
}

/// The numbers of a sentence so far.
struct SentenceNumbers {
  private var numbers: [Quantity] = []

  var last: Quantity? { numbers.last }

  mutating func append(_ quantity: Quantity) { numbers.append(quantity) }

  mutating func removeAll() { numbers.removeAll(keepingCapacity: true) }

  mutating func dropLast() {
    if !numbers.isEmpty { numbers.removeLast() }
  }

  /// The last number and the one before it that counts the same, dates and periods aside, and whether they
  /// are the only ones.
  var pair: (first: Quantity, second: Quantity, isOnly: Bool)? {
    guard let last = numbers.lastIndex(where: counts), numbers[last].value != nil else {
      return nil
    }
    let second = numbers[last]
    guard
      let place = numbers[..<last].lastIndex(where: {
        $0.kind == second.kind && $0.unit == second.unit
      }
      ), numbers[place].value != nil
    else { return nil }
    let isOnly = !numbers[..<place].contains { $0.kind == second.kind && $0.unit == second.unit }
    return (numbers[place], second, isOnly)
  }

  private func counts(_ quantity: Quantity) -> Bool {
    switch quantity.kind {
    case .date, .dateRange, .percent, .duration, .frequency: false
    default: true
    }
  }
}
