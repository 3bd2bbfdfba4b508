internal import CXlsxWriter
internal import PolicyAnalysis

/// Indicators as an Excel workbook: a sheet with a fixed, filtered head; names are indented by level, and
/// rows of parts fold away.
struct IndicatorWorkbook {
  private let register: IndicatorRegister

  init(_ register: IndicatorRegister) {
    self.register = register
  }

  /// The widths of the columns, in characters as Excel counts them.
  private static let widths: [Double] = [24, 6, 9, 36, 9, 10, 22, 14, 9, 40, 20, 50, 40]
  /// The columns with numbers where their words are numbers.
  private static let numberColumns: Set = [1, weightColumn, 8]
  private static let weightColumn = 5
  private static let nameColumn = 3

  /// Writes the workbook: beside its place first, then renamed.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be made.
  func write(to path: String) throws(CommandFailure) {
    try Excel.write(to: path) { workbook in
      if let sheet = workbook_add_worksheet(workbook, "指标体系") {
        fill(sheet, of: workbook)
      }
    }
  }

  private func fill(
    _ sheet: Excel.Sheet, of workbook: Excel.Workbook
  ) {
    let head = Excel.head(of: workbook)
    let body = Excel.body(of: workbook)
    let names = (0..<5).map { level -> Excel.Format? in
      let name = Excel.body(of: workbook)
      if level <= 1 { format_set_bold(name) }
      format_set_indent(name, UInt8(max(0, level - 1)))
      return name
    }
    let points = Excel.body(of: workbook)
    format_set_num_format(points, "General\"分\"")
    let widths = widths()
    for (column, title) in IndicatorRegister.columns.enumerated() {
      worksheet_write_string(sheet, 0, UInt16(column), title, head)
      worksheet_set_column(sheet, UInt16(column), UInt16(column), widths[column], nil)
    }
    // Parts fold under the row above them.
    worksheet_outline_settings(sheet, 1, 0, 0, 0)
    for (place, row) in register.rows.enumerated() {
      let line = UInt32(place + 1)
      let cells = IndicatorRegister.cells(of: row)
      var fold = lxw_row_col_options(
        hidden: 0, level: UInt8(min(max(row.level - 1, 0), 7)), collapsed: 0)
      worksheet_set_row_opt(sheet, line, height(of: cells, widths), nil, &fold)
      for (column, cell) in cells.enumerated() {
        let format = column == Self.nameColumn ? names[min(max(row.level, 1), 4)] : body
        if Self.numberColumns.contains(column), let number = Double(cell) {
          worksheet_write_number(sheet, line, UInt16(column), number, format)
        } else if column == Self.weightColumn, cell.last == "分",
          let number = Double(cell.dropLast())
        {
          // 20分 is a number to calculate with, shown with its unit.
          worksheet_write_number(sheet, line, UInt16(column), number, points)
        } else {
          Excel.write(cell, to: sheet, row: place + 1, column: column, format)
        }
      }
    }
    Excel.finish(
      sheet, rows: register.rows.count, columns: IndicatorRegister.columns.count, frozenColumns: 4,
      on: .a3)
  }

  /// The widths of the columns: one that no row has words in is as wide as its head.
  private func widths() -> [Double] {
    var widths = Self.widths.map { min($0, 10) }
    for row in register.rows {
      for (column, cell) in IndicatorRegister.cells(of: row).enumerated() where !cell.isEmpty {
        widths[column] = Self.widths[column]
      }
    }
    return widths
  }

  /// How high a row is whose words are all to be seen, in points: Excel does not find it out by itself.
  private func height(of cells: [String], _ widths: [Double]) -> Double {
    let lines = zip(cells, widths).map { cell, width in
      cell.split(separator: "\n").reduce(0) { lines, part in
        lines + 1 + Int(Double(part.unicodeScalars.reduce(0) { $0 + $1.displayWidth }) / width)
      }
    }
    return min(400, 15 * Double(max(1, lines.max() ?? 1)))
  }
}
