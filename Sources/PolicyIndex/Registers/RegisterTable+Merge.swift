extension RegisterTable {
  /// What became of the rows of an edited register.
  package struct MergeReport: Sendable, Equatable {
    /// Rows whose cells were taken over.
    package var kept = 0
    /// Rows with words of people for which there is no duty any more; they stand at the end.
    package var orphaned = 0
  }

  /// Takes over what people wrote into an earlier register: the cells of their own columns, row by row.
  ///
  /// A row is known again by its number and words, else by law, unit and words, else by law and unit where
  /// only one row has them. What finds no place is kept at the end, so that no work is lost.
  package mutating func merge(_ edited: [[String]]) -> MergeReport {
    var report = MergeReport()
    guard let head = edited.first(where: { $0.contains(columns[keyColumns.text]) }),
      let headIndex = edited.firstIndex(of: head)
    else { return report }
    let place = Dictionary(
      head.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    func cell(_ row: [String], _ column: Int) -> String {
      guard let index = place[columns[column]], index < row.count else { return "" }
      return row[index]
    }
    var byKey: [String: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      for key in keys({ row[$0] }) { byKey[key, default: []].append(index) }
    }
    var taken: Set<Int> = []
    var orphans: [[String]] = []
    for old in edited[(headIndex + 1)...] {
      let own = ownColumns.filter { column in
        let words = cell(old, column)
        return !words.isEmpty && place[columns[column]] != nil
      }
      guard !own.isEmpty else { continue }
      let target = keys { cell(old, $0) }.lazy.compactMap { key -> Int? in
        let free = (byKey[key] ?? []).filter { !taken.contains($0) }
        return free.count == 1 ? free[0] : nil
      }.first
      if let target {
        taken.insert(target)
        for column in own { rows[target][column] = cell(old, column) }
        report.kept += 1
      } else if own.contains(where: { !isMade(cell(old, $0), in: $0) }) {
        orphans.append(columns.indices.map { cell(old, $0) })
        report.orphaned += 1
      }
    }
    for orphan in orphans {
      var row = orphan
      row[0] = "原\(orphan[0])"
      rows.append(row)
    }
    return report
  }

  /// 责任部门 is filled by the program too: what it wrote is no work of people.
  private func isMade(_ words: String, in column: Int) -> Bool {
    columns[column] == "责任部门"
      && ["牵头：", "责任：", "配合：", "监督："].contains { words.hasPrefix($0) }
  }

  /// What a row may be known by, the surest first.
  private func keys(_ cell: (Int) -> String) -> [String] {
    let (id, title) = (cell(keyColumns.id), cell(keyColumns.title))
    let (citation, text) = (cell(keyColumns.citation), cell(keyColumns.text))
    return [
      "1\u{0}\(id)\u{0}\(text)", "2\u{0}\(title)\u{0}\(citation)\u{0}\(text)",
      "3\u{0}\(title)\u{0}\(citation)",
    ]
  }
}
