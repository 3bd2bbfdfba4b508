import Foundation
import PolicyExtraction
import PolicyLexicons
import PolicyStructure
import PolicyText

/// 表内比率: a rate in a table that does not follow from the two numbers of its row (预算数, 执行数, 执行率).
///
/// Which columns a rate is computed from is told by the numbers: two columns count where most rates of the table follow
/// from them, and those that do not are marked.
struct TableShares: ReviewRule {
  private let words: TableWords

  init(lexicons: Lexicons) { words = TableWords(lexicons) }

  func findings(in draft: Draft) -> [Finding] {
    var findings: [Finding] = []
    for (index, node) in draft.context.document.nodes.enumerated() {
      guard let grid = node.table, let table = NumberTable(grid, in: draft.scalars, words: words),
        table.columns.contains(where: \.isPercent)
      else { continue }
      for rates in table.columns where rates.isPercent {
        findings += self.findings(rates, in: table, node: index, draft)
      }
    }
    return findings
  }

  /// A rate against two numbers.
  private struct Check {
    let stated: NumberTable.Value
    let share: Decimal
    let holds: Bool
    let part: NumberTable.Value
    let whole: NumberTable.Value
  }

  /// So many rates must follow from two columns.
  private static let least = 2

  private func findings(
    _ rates: NumberTable.Column, in table: NumberTable, node: Int, _ draft: Draft
  ) -> [Finding] {
    let columns = table.columns.filter { !$0.isPercent }
    var best: [Check] = []
    var bestCount = 0
    for whole in columns.indices {
      for part in columns.indices where part != whole {
        for isChange in [false, true] {
          let checks = table.rows.indices.compactMap { row in
            check(
              rates.values[row], columns[part].values[row], of: columns[whole].values[row],
              isChange: isChange, draft)
          }
          let count = checks.count(where: \.holds)
          if count > bestCount { (best, bestCount) = (checks, count) }
        }
      }
    }
    let wrong = best.filter { !$0.holds }
    // 100% of equal numbers holds of any columns.
    let told = best.count { $0.holds && $0.part.value != $0.whole.value }
    guard told >= 1, bestCount >= Self.least, wrong.count * 2 <= bestCount else { return [] }
    return wrong.map {
      Finding(
        .percentMismatch,
        """
        按“\(draft.words($0.part.range))”和“\(draft.words($0.whole.range))”计算应为\
        \(WrittenPrecision.plain($0.share))%，表中是“\(draft.words($0.stated.range))”。请核对。
        """,
        node: node, range: $0.stated.range)
    }
  }

  private func check(
    _ rate: NumberTable.Value?, _ part: NumberTable.Value?, of whole: NumberTable.Value?,
    isChange: Bool, _ draft: Draft
  ) -> Check? {
    guard let rate, let part, let whole, whole.value > 0 else { return nil }
    let share = (part.value - (isChange ? whole.value : 0)) / whole.value * 100
    let slack =
      WrittenPrecision.lastDigit(of: rate.range, in: draft.scalars)
      + (part.step + share * whole.step / 100) / whole.value * 100
    // What was more than done may be written as done.
    let isCapped = rate.value == 100 && share > 100
    return Check(
      stated: rate, share: share, holds: abs(share - rate.value) <= slack || isCapped, part: part,
      whole: whole)
  }
}
