internal import CXlsxWriter
internal import Glibc
internal import PolicyAnalysis

/// A register of duties as an Excel workbook: a sheet with a fixed, filtered head, ready for print.
struct DutyWorkbook {
  private let register: DutyRegister

  init(_ register: DutyRegister) {
    self.register = register
  }

  /// The widths of the columns, in characters as Excel counts them.
  private static let widths: [Double] = [6, 12, 24, 18, 12, 16, 18, 48, 20, 10, 36, 28, 16, 16]
  /// What Excel takes in one cell.
  private static let cellLimit = 32_767

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
      if let sheet = workbook_add_worksheet(workbook, "义务清单") {
        fill(sheet, of: workbook)
      }
      let result = workbook_close(workbook)
      guard result == LXW_NO_ERROR else {
        throw Output.cannotWrite(path, errno == 0 ? EIO : errno)
      }
    }
  }

  private func fill(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>, of workbook: UnsafeMutablePointer<lxw_workbook>
  ) {
    let head = workbook_add_format(workbook)
    format_set_bold(head)
    format_set_align(head, UInt8(LXW_ALIGN_CENTER.rawValue))
    format_set_bg_color(head, 0xD9E2F3)
    format_set_border(head, UInt8(LXW_BORDER_THIN.rawValue))
    let body = workbook_add_format(workbook)
    format_set_text_wrap(body)
    format_set_align(body, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    format_set_border(body, UInt8(LXW_BORDER_THIN.rawValue))
    for (column, title) in Duty.columns.enumerated() {
      worksheet_write_string(sheet, 0, UInt16(column), title, head)
      worksheet_set_column(sheet, UInt16(column), UInt16(column), Self.widths[column], nil)
    }
    for (row, duty) in register.duties.enumerated() {
      worksheet_write_number(sheet, UInt32(row + 1), 0, Double(duty.number), body)
      for (column, cell) in duty.cells.enumerated().dropFirst() {
        worksheet_write_string(
          sheet, UInt32(row + 1), UInt16(column), String(cell.prefix(Self.cellLimit)), body)
      }
    }
    let last = UInt16(Duty.columns.count - 1)
    worksheet_freeze_panes(sheet, 1, 0)
    worksheet_autofilter(sheet, 0, 0, UInt32(register.duties.count), last)
    worksheet_repeat_rows(sheet, 0, 0)
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
  }
}
