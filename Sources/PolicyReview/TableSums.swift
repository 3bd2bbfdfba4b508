import Foundation
import PolicyExtraction
import PolicyLexicons
import PolicyStructure
import PolicyText

/// 表内合计: a row 合计 or a column 合计 of a table that is not the sum of what it totals (市本级、各县区 and 合计).
///
/// What a total covers is told by the numbers: a reading counts where most totals of the table follow from it, and those
/// that do not are marked. Where none does, the table is of another kind, and nothing is said.
struct TableSums: ReviewRule {
  private let words: TableWords

  init(lexicons: Lexicons) { words = TableWords(lexicons) }

  func findings(in draft: Draft) -> [Finding] {
    var findings: [Finding] = []
    for (index, node) in draft.context.document.nodes.enumerated() {
      guard let grid = node.table, let table = NumberTable(grid, in: draft.scalars, words: words)
      else { continue }
      findings += totalRows(of: table, node: index)
      findings += totalColumns(of: table, node: index)
    }
    return findings
  }

  /// A total, and the sum of what it covers.
  private struct Check {
    let stated: NumberTable.Value
    let sum: Decimal
    let slack: Decimal
    let parts: Int

    var holds: Bool { abs(sum - stated.value) <= slack }
    /// Whether the sum is near enough to be meant.
    var isNear: Bool { abs(sum - stated.value) * 3 <= stated.value }
  }

  private func check(_ stated: NumberTable.Value, _ parts: [NumberTable.Value]) -> Check? {
    guard parts.count > 1 else { return nil }
    return Check(
      stated: stated, sum: parts.reduce(Decimal(0)) { $0 + $1.value },
      slack: parts.reduce(stated.step) { $0 + $1.step }, parts: parts.count)
  }

  // MARK: Rows

  private func totalRows(of table: NumberTable, node: Int) -> [Finding] {
    guard table.rows.count(where: { $0 == .total }) == 1,
      let total = table.rows.firstIndex(of: .total),
      // The total ends the table, or heads it.
      total == table.rows.count - 1 || total == 0
    else { return [] }
    let checks = table.columns.compactMap { column -> Check? in
      guard let stated = column.values[total], !column.isWeight,
        !column.isPercent || stated.value == 100
      else { return nil }
      let leaves = check(stated, values(of: column, where: { $0 == .leaf }, in: table))
      let subtotals = check(stated, values(of: column, where: { $0 == .subtotal }, in: table))
      return [leaves, subtotals].compactMap { $0 }.first { $0.holds } ?? leaves
    }
    return findings(checks, node: node)
  }

  private func values(
    of column: NumberTable.Column, where isPart: (NumberTable.RowKind) -> Bool,
    in table: NumberTable
  ) -> [NumberTable.Value] {
    zip(table.rows, column.values).compactMap { isPart($0) ? $1 : nil }
  }

  // MARK: Columns

  private func totalColumns(of table: NumberTable, node: Int) -> [Finding] {
    let columns = table.columns.filter { !$0.isPercent }
    guard let place = columns.firstIndex(where: \.isTotal),
      columns.count(where: \.isTotal) == 1
    else { return [] }
    let readings = [columns[(place + 1)...], columns[..<place]].map { parts in
      table.rows.indices.compactMap { row in
        columns[place].values[row].flatMap { check($0, parts.compactMap { $0.values[row] }) }
      }
    }
    guard let best = readings.max(by: { a, b in a.count(where: \.holds) < b.count(where: \.holds) })
    else { return [] }
    return findings(best, node: node)
  }

  /// What is marked of totals of one reading.
  private func findings(_ checks: [Check], node: Int) -> [Finding] {
    let wrong = checks.filter { !$0.holds }
    guard wrong.count * 2 <= checks.count || checks.count == 1 && wrong[0].isNear else { return [] }
    return wrong.map {
      Finding(
        .sumMismatch,
        """
        表中合计为\(WrittenPrecision.plain($0.stated.value, places: 6))，而\($0.parts)项相加是\
        \(WrittenPrecision.plain($0.sum, places: 6))。请核对数字。
        """,
        node: node, range: $0.stated.range)
    }
  }
}
