import Foundation
import PolicyExtraction
import PolicyLexicons
import PolicyStructure
import PolicyText

/// 百分比与两数: a percentage that does not follow from the two numbers that it stands with.
///
/// Read are three forms, in which the words say what is divided by what:
/// - 计划培训700人，实际培训509人，完成率72.71%: the done by the planned;
/// - 党员45人，占教师总数120人的37.5%: what stands before 占 by what stands after it;
/// - 由200万元增长到250万元，增长25%: the difference by the earlier.
///
/// A percentage may be rounded or cut at its last digit, and numbers in 万 at theirs.
struct StatedShares: ReviewRule {
  private let cues: ShareCues

  init(lexicons: Lexicons) throws(LexiconError) {
    cues = try ShareCues(lexicons: lexicons)
  }

  func findings(in draft: Draft) -> [Finding] {
    var findings: [Finding] = []
    var sentence = SentenceNumbers()
    for quantity in draft.quantities {
      if let last = sentence.last,
        last.node != quantity.node
          || cues.endsSentence(
            between: last.range.upperBound, and: quantity.range.lowerBound, draft)
      {
        sentence.removeAll()
      }
      if quantity.kind == .percent, quantity.unit == "%", quantity.comparator == nil,
        let stated = quantity.value,
        let claim = cues.claim(of: quantity, after: sentence, in: draft)
      {
        if let finding = finding(quantity, stated: stated, claim: claim, in: draft) {
          findings.append(finding)
        }
        sentence.removeAll()
      } else {
        sentence.append(quantity)
      }
    }
    return findings
  }

  private func finding(
    _ percent: Quantity, stated: Decimal, claim: ShareClaim, in draft: Draft
  ) -> Finding? {
    guard let share = claim.share, !claim.agrees(with: stated, percent: percent, in: draft) else {
      return nil
    }
    var rounded = Decimal()
    var exact = share
    NSDecimalRound(&rounded, &exact, 2, .plain)
    return Finding(
      .percentMismatch,
      """
      按“\(draft.words(claim.part.range))”和“\(draft.words(claim.whole.range))”计算应为\(rounded)%，\
      这里是“\(draft.words(percent.range))”。请核对。
      """,
      node: percent.node, range: percent.range)
  }
}

/// The numbers of a sentence so far.
struct SentenceNumbers {
  private(set) var numbers: [Quantity] = []

  var last: Quantity? { numbers.last }

  mutating func append(_ quantity: Quantity) { numbers.append(quantity) }

  mutating func removeAll() { numbers.removeAll(keepingCapacity: true) }

  /// The last two numbers, if they count the same and nothing of the kind stands before them.
  var pair: (first: Quantity, second: Quantity)? {
    guard let second = numbers.last, second.value != nil,
      let first = numbers.dropLast().last, first.value != nil, first.kind == second.kind,
      first.unit == second.unit, first.kind != .date, first.kind != .percent,
      first.kind != .duration,
      !numbers.dropLast(2).contains(where: { $0.kind == first.kind && $0.unit == first.unit })
    else { return nil }
    return (first, second)
  }
}
