extension RegisterTable {
  /// What became of the rows of an edited register.
  package struct MergeReport: Sendable, Equatable {
    /// Rows whose cells were taken over.
    package var kept = 0
    /// Those of them whose words in the law are no longer the same.
    package var changed = 0
    /// Rows with words of people for which there is no duty any more; they stand at the end.
    package var orphaned = 0
  }

  /// How wide a column is that people have added.
  private static let addedWidth = 14.0

  /// Takes over what people wrote into an earlier register: the cells of their own columns, row by row, and
  /// the columns that they have added.
  ///
  /// A row is known again by its number and words, else by law, unit and words, else by law and unit where
  /// only one row has them. What finds no place is kept at the end, so that no work is lost.
  ///
  /// `nil` if the rows have no head of such a register; then nothing is changed.
  package mutating func merge(_ edited: [[String]]) -> MergeReport? {
    var report = MergeReport()
    guard let headIndex = edited.firstIndex(where: { $0.contains(columns[keyColumns.text]) })
    else { return nil }
    let head = edited[headIndex]
    addColumns(of: head)
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
      let own = ownColumns.sorted().filter { !cell(old, $0).isEmpty }
      guard !own.isEmpty else { continue }
      let target = keys { cell(old, $0) }.lazy.compactMap { key -> Int? in
        let free = (byKey[key] ?? []).filter { !taken.contains($0) }
        return free.count == 1 ? free[0] : nil
      }.first
      if let target {
        taken.insert(target)
        let isChanged = rows[target][keyColumns.text] != cell(old, keyColumns.text)
        for column in own { put(cell(old, column), into: target, column, isChanged: isChanged) }
        if own.contains(where: { !isMade(cell(old, $0), in: $0) }) {
          report.kept += 1
          if isChanged { report.changed += 1 }
        }
      } else if own.contains(where: { !isMade(cell(old, $0), in: $0) }) {
        orphans.append(columns.indices.map { cell(old, $0) })
        report.orphaned += 1
      }
    }
    for orphan in orphans {
      var row = orphan
      if !row[0].hasPrefix(Self.orphanMark) { row[0] = Self.orphanMark + row[0] }
      rows.append(row)
    }
    return report
  }

  /// What stands before the number of a row that has no duty any more.
  private static let orphanMark = "原"

  private mutating func addColumns(of head: [String]) {
    for title in head where !title.isEmpty && !columns.contains(title) {
      ownColumns.insert(columns.count)
      columns.append(title)
      widths.append(Self.addedWidth)
      for index in rows.indices { rows[index].append("") }
    }
  }

  /// Puts what people wrote into a row.
  ///
  /// Where the law has changed, the departments that the program found in its old words give way to those of
  /// its new ones, and are kept as a remark.
  private mutating func put(_ words: String, into row: Int, _ column: Int, isChanged: Bool) {
    let present = rows[row][column]
    guard isChanged, isMade(words, in: column), words != present, let remarks else {
      // The remark on departments may stand there already.
      let isJoined = column == remarks && !present.isEmpty && !words.contains(present)
      rows[row][column] = isJoined ? words + "；" + present : words
      return
    }
    let remark = "原表\(columns[column])：\(words)"
    let known = rows[row][remarks]
    rows[row][remarks] = known.isEmpty ? remark : known + "；" + remark
  }

  private var remarks: Int? { columns.firstIndex(of: "备注") }

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
