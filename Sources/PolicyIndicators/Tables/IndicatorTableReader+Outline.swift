internal import PolicyStructure
internal import PolicyText

/// How rows lie under each other where no column of a level says so: by their numbers, or by a row that heads a group.
extension IndicatorTableReader {
  /// 一、组织保障（20分）: the only cell of a row, which heads the rows below it; not a cell of the first of several
  /// columns of indicators, which has its parts beside it.
  func group(_ view: TableView, _ row: Int, _ state: State) -> TableCell? {
    let cells = (0..<view.grid.columnCount).compactMap { view.cellBeginning(row, $0) }
    guard cells.count == 1, cells[0].column == 0,
      state.levels.columns.count == 1 || state.levels.level(of: 0) == nil,
      words.mark(cells[0].range, in: text)?.style == .chinese
    else { return nil }
    return cells[0]
  }

  /// The column of numbers of which some lie under others: 1.1 under 1.
  func outlineColumn(_ view: TableView) -> Int? {
    view.meanings.firstIndex(of: .number).flatMap { column in
      var numbers: Set<String> = []
      var isOutline = false
      for row in view.body {
        guard let cell = view.cellBeginning(row, column) else { continue }
        let number = words(of: cell)
        guard number.allSatisfy({ $0.isNumber || $0 == "." }) else { return nil }
        numbers.insert(number)
        if let point = number.lastIndex(of: ".") {
          isOutline = isOutline || numbers.contains(String(number[..<point]))
        }
      }
      return isOutline ? column : nil
    }
  }

  /// Gives an indicator the code, level and parent that the number of its row says.
  func settle(
    _ index: Int, row: Int, of view: TableView, in table: inout IndicatorTable,
    _ state: inout State
  ) {
    guard let outline = state.outline, table.indicators[index].code == nil,
      let cell = view.cellBeginning(row, outline)
    else { return }
    let number = words(of: cell)
    table.indicators[index].code = number
    state.codes[number] = index
    if let point = number.lastIndex(of: "."), let above = state.codes[String(number[..<point])] {
      table.indicators[index].parent = above
      table.indicators[index].level = table.indicators[above].level + 1
    }
  }
}
