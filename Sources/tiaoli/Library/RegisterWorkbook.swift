internal import CXlsxWriter
internal import Glibc
internal import PolicyIndex

/// A register as an Excel workbook: a sheet with a fixed, filtered head, ready for print.
///
/// The columns that people fill have a head of another colour.
struct RegisterWorkbook {
  private let table: RegisterTable
  /// What Excel takes in one cell.
  private static let cellLimit = 32_767

  init(_ table: RegisterTable) {
    self.table = table
  }

  /// Writes the workbook: beside its place first, then renamed.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be made.
  func write(to path: String) throws(CommandFailure) {
    try Output.replaceFile(path) { (temporary) throws(CommandFailure) in
      guard let workbook = workbook_new(temporary) else { throw Output.cannotWrite(path, ENOMEM) }
      // The same register gives the same bytes, so the time of making is none.
      var properties = lxw_doc_properties()
      properties.created = 946_684_800
      workbook_set_properties(workbook, &properties)
      if let sheet = workbook_add_worksheet(workbook, table.name) { fill(sheet, of: workbook) }
      let result = workbook_close(workbook)
      guard result == LXW_NO_ERROR else {
        throw Output.cannotWrite(path, errno == 0 ? EIO : errno)
      }
    }
  }

  private func fill(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>, of workbook: UnsafeMutablePointer<lxw_workbook>
  ) {
    let head = format(of: workbook, background: 0xD9E2F3)
    let ownHead = format(of: workbook, background: 0xFFF2CC)
    let body = workbook_add_format(workbook)
    format_set_text_wrap(body)
    format_set_align(body, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    format_set_border(body, UInt8(LXW_BORDER_THIN.rawValue))
    for (column, title) in table.columns.enumerated() {
      let isOwn = table.ownColumns.contains(column)
      worksheet_write_string(sheet, 0, UInt16(column), title, isOwn ? ownHead : head)
      worksheet_set_column(sheet, UInt16(column), UInt16(column), table.widths[column], nil)
    }
    for (row, cells) in table.rows.enumerated() {
      worksheet_set_row(sheet, UInt32(row + 1), height(of: cells), nil)
      for (column, cell) in cells.enumerated() {
        if column == 0, let number = Double(cell) {
          worksheet_write_number(sheet, UInt32(row + 1), 0, number, body)
        } else {
          worksheet_write_string(
            sheet, UInt32(row + 1), UInt16(column), String(cell.prefix(Self.cellLimit)), body)
        }
      }
    }
    let last = UInt16(table.columns.count - 1)
    worksheet_freeze_panes(sheet, 1, 0)
    worksheet_autofilter(sheet, 0, 0, UInt32(table.rows.count), last)
    worksheet_repeat_rows(sheet, 0, 0)
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 8)
    worksheet_fit_to_pages(sheet, 1, 0)
  }

  /// How high a row must be, in points, so that all its words show; Excel allows 409.
  private func height(of cells: [String]) -> Double {
    var lines = 1
    for (cell, width) in zip(cells, table.widths) {
      // Marks that may not begin a line are moved with the character before them.
      let columns = max(Int(width * 0.92) - 1, 1)
      let needed = cell.split(separator: "\n").reduce(0) {
        $0 + ($1.unicodeScalars.reduce(0) { $0 + $1.displayWidth } + columns - 1) / columns
      }
      lines = max(lines, needed)
    }
    return min(409, Double(lines) * 15 + 3)
  }

  private func format(
    of workbook: UnsafeMutablePointer<lxw_workbook>, background: UInt32
  ) -> UnsafeMutablePointer<lxw_format>? {
    let format = workbook_add_format(workbook)
    format_set_bold(format)
    format_set_text_wrap(format)
    format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    format_set_bg_color(format, background)
    format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    return format
  }
}
