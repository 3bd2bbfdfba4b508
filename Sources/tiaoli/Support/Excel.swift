internal import CXlsxWriter
internal import Glibc

/// What the workbooks of all commands have in common: how a file is made, the look of heads and cells, and
/// the set-up of a sheet for screen and print.
enum Excel {
  typealias Workbook = UnsafeMutablePointer<lxw_workbook>
  typealias Sheet = UnsafeMutablePointer<lxw_worksheet>
  typealias Format = UnsafeMutablePointer<lxw_format>

  /// What Excel takes in one cell, in UTF-16 units.
  static let cellLimit = 32_767

  /// Sizes of paper, by the numbers that Excel has for them.
  enum Paper: UInt8 {
    case a3 = 8
    case a4 = 9
  }

  /// Writes a workbook: beside its place first, then renamed.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be made.
  static func write(to path: String, fill: (Workbook) -> Void) throws(CommandFailure) {
    try Output.replaceFile(path) { (temporary) throws(CommandFailure) in
      guard let workbook = workbook_new(temporary) else { throw Output.cannotWrite(path, ENOMEM) }
      // The same content gives the same bytes, so the time of making is none.
      var properties = lxw_doc_properties()
      properties.created = 946_684_800
      workbook_set_properties(workbook, &properties)
      fill(workbook)
      // The library complains in English by itself; what went wrong is said below.
      let result = Output.withoutStandardError { workbook_close(workbook) }
      guard result == LXW_NO_ERROR else {
        throw Output.cannotWrite(path, errno == 0 ? EIO : errno)
      }
    }
  }

  /// The format of the head of a column: bold and centred, on a colour.
  static func head(of workbook: Workbook, background: UInt32 = 0xD9E2F3) -> Format? {
    let head = workbook_add_format(workbook)
    format_set_bold(head)
    format_set_align(head, UInt8(LXW_ALIGN_CENTER.rawValue))
    format_set_bg_color(head, background)
    format_set_border(head, UInt8(LXW_BORDER_THIN.rawValue))
    return head
  }

  /// The format of a cell of words: wrapped, from the top.
  static func body(of workbook: Workbook) -> Format? {
    let body = workbook_add_format(workbook)
    format_set_text_wrap(body)
    format_set_align(body, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    format_set_border(body, UInt8(LXW_BORDER_THIN.rawValue))
    return body
  }

  /// Writes words into a cell, as many as it takes.
  static func write(
    _ words: String, to sheet: Sheet, row: Int, column: Int, _ format: Format?
  ) {
    worksheet_write_string(
      sheet, UInt32(row), UInt16(column), String(words.prefix(cellLimit)), format)
  }

  /// How high a row must be, in points, so that all its words show; Excel allows 409.
  ///
  /// Excel finds the height by itself, LibreOffice and WPS do not for cells with marked words.
  static func height(of cells: [String], widths: [Double]) -> Double {
    var lines = 1
    for (cell, width) in zip(cells, widths) {
      // Marks that may not begin a line are moved with the character before them.
      let columns = max(Int(width * 0.92) - 1, 1)
      let needed = cell.split(separator: "\n").reduce(0) {
        $0 + ($1.unicodeScalars.reduce(0) { $0 + $1.displayWidth } + columns - 1) / columns
      }
      lines = max(lines, needed)
    }
    return min(409, Double(lines) * 16 + 3)
  }

  /// Sets a sheet up for reading and print: the head and some columns stay in view, all columns can be filtered,
  /// and a page in landscape, or some side by side, is as wide as the table.
  static func finish(
    _ sheet: Sheet, rows: Int, columns: Int, frozenColumns: Int = 0, on paper: Paper = .a4,
    pagesWide: Int = 1
  ) {
    worksheet_freeze_panes(sheet, 1, UInt16(frozenColumns))
    worksheet_autofilter(sheet, 0, 0, UInt32(rows), UInt16(columns - 1))
    worksheet_repeat_rows(sheet, 0, 0)
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, paper.rawValue)
    // In inches; printers leave this much.
    worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.5)
    if pagesWide > 1, frozenColumns > 0 {
      worksheet_repeat_columns(sheet, 0, UInt16(frozenColumns - 1))
    }
    worksheet_fit_to_pages(sheet, UInt16(pagesWide), 0)
  }
}
