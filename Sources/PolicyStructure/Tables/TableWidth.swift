import PolicyText

/// How far the rows of a table reach: which columns each row fills, and which may stay blank at its end.
struct TableWidth {
  /// How many columns the table has.
  let columnCount: Int
  /// How many columns there are that a row may have words in: a column at the end that all leave blank
  /// (得分, to be filled in) is no place that cells were shifted from, but 备注 always is.
  let reach: Int
  /// How many columns a whole row fills: all but remarks (备注, 扣分原因) at the end.
  let core: Int
  /// Whether the last of the columns that a whole row fills holds numbers.
  private let endsInNumbers: Bool

  init(
    _ rows: [[Range<Int>]], head: Int, columnCount: Int, text: [Unicode.Scalar], words: TableWords
  ) {
    self.columnCount = columnCount
    let filled = rows.dropFirst(head).lazy.map { row in (row.lastIndex { !$0.isEmpty } ?? -1) + 1 }
    let meanings = (rows.prefix(head).last ?? []).map { words.headMeaning($0, in: text) }
    var reach = min(columnCount, max(1, filled.max() ?? 1))
    while reach < min(columnCount, meanings.count), meanings[reach] == "note" { reach += 1 }
    var core = reach
    // Remarks that most rows have belong to the row.
    while core > 2, core <= meanings.count, meanings[core - 1] == "note",
      filled.count(where: { $0 >= core }) * 4 < filled.count
    {
      core -= 1
    }
    self.reach = reach
    self.core = core
    endsInNumbers =
      core <= meanings.count && (meanings[core - 1] == "weight" || meanings[core - 1] == "result")
  }

  /// Whether a row has words in the last column that whole rows fill, so that nothing in it can have been shifted.
  func isWhole(_ row: [Range<Int>], _ features: [CellFeatures]) -> Bool {
    guard row.count >= core, row.count(where: { !$0.isEmpty }) <= reach else { return false }
    if row.count >= reach, !row[reach - 1].isEmpty { return true }
    return core < reach && !row[core - 1].isEmpty
      && (!endsInNumbers || features[core - 1].isNumber)
  }
}
