/// What was put right in a table, or could not be, and why.
struct TableRepair {
  /// What was wrong.
  enum Kind {
    /// The head of the table stands again, as on each page.
    case headRepeated
    /// Merged cells were dropped, and the cells behind them stood too far left.
    case rowShifted
    /// A merged cell stands again at the top of a page, as if it were another.
    case cellRepeated
    /// A cell was cut in two lines.
    case cellCut
    /// A table that had lost its grid, a cell on each line.
    case gridLost
    /// A row does not fit the columns of its table.
    case rowUnfit
  }

  let kind: Kind
  /// How many rows of the table it concerns.
  var rows: Int
  /// The words that it concerns.
  var range: Range<Int>

  /// The finding that tells of it.
  func finding(node: Int?) -> Finding {
    switch kind {
    case .headRepeated:
      Finding(
        .tableHeadRepeated, "表头在换页处重复出现（\(rows)处），已并入同一张表，重复的表头不作为数据行。",
        node: node, range: range)
    case .rowShifted:
      Finding(
        .tableRowShifted,
        "合并单元格在转换时丢失，\(rows)行的单元格左移；已按代码、列的内容和空格数移回原列。",
        node: node, range: range)
    case .cellRepeated:
      Finding(
        .tableCellRepeated, "合并单元格的文字在下一行（或下一页）重复出现（\(rows)处），已并为一个单元格。",
        node: node, range: range)
    case .cellCut:
      Finding(
        .tableCellCut, "单元格被换行切断（\(rows)处），已按列接回。", node: node, range: range)
    case .gridLost:
      Finding(
        .tableGridLost, "表格失去行列线，每个单元格各占一行；已按表头、编号和内容恢复为\(rows)行，请核对。",
        node: node, range: range)
    case .rowUnfit:
      Finding(
        .tableRowWidth, "本行的单元格数与表头不一致，无法确定所属的列，保持原样，请核对。", node: node,
        range: range)
    }
  }
}
