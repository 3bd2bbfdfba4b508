internal import CXlsxWriter
internal import PolicyReports

/// A comparison as an Excel workbook: the table, the numbers, and what is to be known of them.
struct ComparisonWorkbook {
  private let table: ComparisonTable

  init(_ table: ComparisonTable) {
    self.table = table
  }

  /// The widths of the columns, in characters as Excel counts them.
  private static let widths: [Double] = [6, 54, 54, 10, 40]

  /// Writes the workbook: beside its place first, then renamed.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be made.
  func write(to path: String) throws(CommandFailure) {
    try Excel.write(to: path) { workbook in
      let formats = Formats(of: workbook)
      if let sheet = workbook_add_worksheet(workbook, "对照表") { fill(sheet, formats) }
      if !table.numbers.isEmpty, let sheet = workbook_add_worksheet(workbook, "条文序号对照") {
        fillNumbers(sheet, formats)
      }
      if let sheet = workbook_add_worksheet(workbook, "说明") { fillNotes(sheet, formats) }
    }
  }

  /// How cells and words look.
  private struct Formats {
    let head: Excel.Format?
    let body: Excel.Format?
    let inserted: Excel.Format?
    let deleted: Excel.Format?
    /// For cells all of whose words are marked.
    let insertedBody: Excel.Format?
    let deletedBody: Excel.Format?

    init(of workbook: Excel.Workbook) {
      head = Excel.head(of: workbook)
      format_set_text_wrap(head)
      body = Excel.body(of: workbook)
      inserted = Self.inserted(workbook_add_format(workbook))
      deleted = Self.deleted(workbook_add_format(workbook))
      insertedBody = Self.inserted(Excel.body(of: workbook))
      deletedBody = Self.deleted(Excel.body(of: workbook))
    }

    private static func inserted(_ format: Excel.Format?) -> Excel.Format? {
      format_set_bold(format)
      format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
      format_set_font_color(format, 0x0B5D1E)
      return format
    }

    private static func deleted(_ format: Excel.Format?) -> Excel.Format? {
      format_set_font_strikeout(format)
      format_set_font_color(format, 0xA01515)
      return format
    }
  }

  // MARK: Sheets

  private func fill(_ sheet: Excel.Sheet, _ formats: Formats) {
    for (column, title) in table.columns.enumerated() {
      worksheet_write_string(sheet, 0, UInt16(column), title, formats.head)
      worksheet_set_column(sheet, UInt16(column), UInt16(column), Self.widths[column], nil)
    }
    for row in table.rows {
      let line = UInt32(row.number)
      let remarks = row.remarks.map(\.spoken).joined(separator: "\n")
      let cells = ["", Self.words(row.old), Self.words(row.new), row.kind.title, remarks]
      worksheet_set_row(sheet, line, Excel.height(of: cells, widths: Self.widths), nil)
      worksheet_write_number(sheet, line, 0, Double(row.number), formats.body)
      write(row.old, to: sheet, line, 1, formats)
      write(row.new, to: sheet, line, 2, formats)
      worksheet_write_string(sheet, line, 3, row.kind.title, formats.body)
      Excel.write(remarks, to: sheet, row: row.number, column: 4, formats.body)
    }
    Excel.finish(sheet, rows: table.rows.count, columns: table.columns.count)
  }

  private func fillNumbers(
    _ sheet: Excel.Sheet, _ formats: Formats
  ) {
    worksheet_set_column(sheet, 0, 1, 36, nil)
    worksheet_write_string(sheet, 0, 0, "修订前", formats.head)
    worksheet_write_string(sheet, 0, 1, "修订后", formats.head)
    for (index, change) in table.numbers.enumerated() {
      let line = UInt32(index + 1)
      worksheet_write_string(
        sheet, line, 0, change.old.isEmpty ? "（新增）" : change.old, formats.body)
      worksheet_write_string(
        sheet, line, 1, change.new.isEmpty ? "（删除）" : change.new, formats.body)
    }
    worksheet_freeze_panes(sheet, 1, 0)
  }

  private func fillNotes(_ sheet: Excel.Sheet, _ formats: Formats) {
    worksheet_set_column(sheet, 0, 0, 110, nil)
    var lines = [table.title, ComparisonTable.legend]
    lines.append(table.counts.map { "\($0.kind.title)\($0.count)" }.joined(separator: "，") + "。")
    lines += table.replacements.map {
      "“\($0.old)”统一改为“\($0.new)”，共\($0.count)处：\($0.places.joined(separator: "、"))"
    }
    lines += table.notes
    for (index, line) in lines.enumerated() {
      worksheet_set_row(sheet, UInt32(index), Excel.height(of: [line], widths: [110]), nil)
      worksheet_write_string(
        sheet, UInt32(index), 0, line, index == 0 ? formats.head : formats.body)
    }
  }

  // MARK: Cells

  private static func words(_ cell: ComparisonTable.Cell) -> String {
    cell.map { $0.map(\.text).joined() }.joined(separator: "\n")
  }

  /// Writes a cell with its changes marked; one that is too long for Excel loses its end, and says so.
  private func write(
    _ cell: ComparisonTable.Cell, to sheet: Excel.Sheet, _ line: UInt32,
    _ column: UInt16, _ formats: Formats
  ) {
    var runs: [(text: String, mark: ComparisonTable.Run.Mark)] = []
    for (index, paragraph) in cell.enumerated() {
      if index > 0 { runs.append(("\n", .same)) }
      runs += paragraph.map { ($0.text, $0.mark) }
    }
    runs = cut(runs.filter { !$0.text.isEmpty })
    // Excel knows marked words only where there are two stretches at least; a cell that is all new, or
    // all gone, is marked as a whole.
    let marks = Set(runs.filter { $0.text != "\n" }.map(\.mark))
    guard runs.count > 1, marks.count > 1 else {
      let format =
        switch marks.first {
        case .inserted: formats.insertedBody
        case .deleted: formats.deletedBody
        case .same, .note, nil: formats.body
        }
      worksheet_write_string(sheet, line, column, runs.map(\.text).joined(), format)
      return
    }
    var pieces = runs.map { run in
      lxw_rich_string_tuple(format: format(run.mark, formats), string: strdup(run.text))
    }
    defer { for piece in pieces { free(UnsafeMutableRawPointer(mutating: piece.string)) } }
    pieces.withUnsafeMutableBufferPointer { buffer in
      var pointers: [UnsafeMutablePointer<lxw_rich_string_tuple>?] = buffer.indices.map {
        buffer.baseAddress?.advanced(by: $0)
      }
      pointers.append(nil)
      _ = worksheet_write_rich_string(sheet, line, column, &pointers, formats.body)
    }
  }

  private func format(
    _ mark: ComparisonTable.Run.Mark, _ formats: Formats
  ) -> Excel.Format? {
    switch mark {
    case .inserted: formats.inserted
    case .deleted: formats.deleted
    case .same, .note: nil
    }
  }

  private func cut(
    _ runs: [(text: String, mark: ComparisonTable.Run.Mark)]
  ) -> [(text: String, mark: ComparisonTable.Run.Mark)] {
    let note = "……（超出单元格容量，全文见其他格式的对照表）"
    var room = Excel.cellLimit - note.utf16.count
    guard runs.reduce(0, { $0 + $1.text.utf16.count }) > Excel.cellLimit else { return runs }
    var kept: [(text: String, mark: ComparisonTable.Run.Mark)] = []
    for run in runs where room > 0 {
      let text = String(run.text.prefix(room))
      kept.append((text, run.mark))
      room -= text.utf16.count
    }
    return kept + [(note, .note)]
  }
}
