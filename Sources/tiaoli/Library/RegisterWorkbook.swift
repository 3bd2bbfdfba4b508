internal import CXlsxWriter
internal import PolicyIndex

/// A register as an Excel workbook: a sheet with a fixed, filtered head, ready for print.
///
/// The columns that people fill have a head of another colour.
struct RegisterWorkbook {
  private let table: RegisterTable
  /// How many characters lie side by side on an A3 page in print that can still be read.
  private static let pageWidth = 260.0

  init(_ table: RegisterTable) {
    self.table = table
  }

  /// Writes the workbook: beside its place first, then renamed.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be made.
  func write(to path: String) throws(CommandFailure) {
    try Excel.write(to: path) { workbook in
      if let sheet = workbook_add_worksheet(workbook, table.name) { fill(sheet, of: workbook) }
    }
  }

  private func fill(
    _ sheet: Excel.Sheet, of workbook: Excel.Workbook
  ) {
    let head = wrapped(Excel.head(of: workbook))
    let ownHead = wrapped(Excel.head(of: workbook, background: 0xFFF2CC))
    let body = Excel.body(of: workbook)
    let number = Excel.body(of: workbook)
    format_set_align(number, UInt8(LXW_ALIGN_CENTER.rawValue))
    for (column, title) in table.columns.enumerated() {
      let isOwn = table.ownColumns.contains(column)
      worksheet_write_string(sheet, 0, UInt16(column), title, isOwn ? ownHead : head)
      worksheet_set_column(sheet, UInt16(column), UInt16(column), table.widths[column], nil)
    }
    for (row, cells) in table.rows.enumerated() {
      worksheet_set_row(sheet, UInt32(row + 1), Excel.height(of: cells, widths: table.widths), nil)
      for (column, cell) in cells.enumerated() {
        if column == 0, let value = Double(cell) {
          worksheet_write_number(sheet, UInt32(row + 1), 0, value, number)
        } else {
          Excel.write(cell, to: sheet, row: row + 1, column: column, body)
        }
      }
    }
    // More than a page's width can be read at is laid on two, with number and id on both.
    let isWide = table.widths.reduce(0, +) > Self.pageWidth
    Excel.finish(
      sheet, rows: table.rows.count, columns: table.columns.count, frozenColumns: isWide ? 2 : 1,
      on: .a3, pagesWide: isWide ? 2 : 1)
  }

  /// A head whose words may take several lines.
  private func wrapped(_ head: Excel.Format?) -> Excel.Format? {
    format_set_text_wrap(head)
    format_set_align(head, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    return head
  }
}
