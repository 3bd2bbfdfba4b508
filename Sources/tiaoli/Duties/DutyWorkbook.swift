internal import CXlsxWriter
internal import PolicyAnalysis

/// A register of duties as an Excel workbook: a sheet with a fixed, filtered head, ready for print.
struct DutyWorkbook {
  private let register: DutyRegister

  init(_ register: DutyRegister) {
    self.register = register
  }

  /// The widths of the columns, in characters as Excel counts them.
  private static let widths: [Double] = [6, 12, 24, 18, 12, 16, 18, 48, 20, 10, 36, 28, 16, 16]

  /// Writes the workbook: beside its place first, then renamed.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be made.
  func write(to path: String) throws(CommandFailure) {
    try Excel.write(to: path) { workbook in
      if let sheet = workbook_add_worksheet(workbook, "义务清单") {
        fill(sheet, of: workbook)
      }
    }
  }

  private func fill(
    _ sheet: Excel.Sheet, of workbook: Excel.Workbook
  ) {
    let head = Excel.head(of: workbook)
    let body = Excel.body(of: workbook)
    for (column, title) in Duty.columns.enumerated() {
      worksheet_write_string(sheet, 0, UInt16(column), title, head)
      worksheet_set_column(sheet, UInt16(column), UInt16(column), Self.widths[column], nil)
    }
    for (row, duty) in register.duties.enumerated() {
      let height = Excel.height(of: duty.cells, widths: Self.widths)
      worksheet_set_row(sheet, UInt32(row + 1), height, nil)
      worksheet_write_number(sheet, UInt32(row + 1), 0, Double(duty.number), body)
      for (column, cell) in duty.cells.enumerated().dropFirst() {
        Excel.write(cell, to: sheet, row: row + 1, column: column, body)
      }
    }
    Excel.finish(sheet, rows: register.duties.count, columns: Duty.columns.count)
  }
}
