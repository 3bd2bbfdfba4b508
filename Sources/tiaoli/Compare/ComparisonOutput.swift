internal import ArgumentParser
internal import PolicyDiff
internal import PolicyReports

/// Where a comparison is written, and in which form.
struct ComparisonOutput {
  /// The forms that a comparison takes.
  enum Format: String, ExpressibleByArgument {
    case text, json, html, docx, xlsx, markdown

    /// The form that the ending of a file names.
    init?(endingOf path: String) {
      guard let ending = path.split(separator: ".").last?.lowercased() else { return nil }
      switch ending {
      case "htm": self = .html
      case "md": self = .markdown
      default: self.init(rawValue: ending)
      }
    }
  }

  /// The form.
  let format: Format
  /// The file; standard output if there is none.
  let path: String?

  /// Tells whether the form can be written there.
  ///
  /// - Throws: `ValidationError` if it cannot.
  func validate() throws {
    if (format == .docx || format == .xlsx) && path == nil {
      throw ValidationError(
        "\(format.rawValue) 不能写到终端。请用 -o 写出文件名，如 -o 对照表.\(format.rawValue)。")
    }
  }

  /// Writes a comparison; `all` shows unchanged units as well.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be written.
  func write(_ comparison: Comparison, all: Bool) throws(CommandFailure) {
    guard format != .json else { return try write(ComparisonJSON().chunks(of: comparison)) }
    let table = ComparisonTable(comparison, all: all)
    switch format {
    case .xlsx: if let path { try ComparisonWorkbook(table).write(to: path) }
    case .docx: try write([try wordReport(table)])
    case .html: try write([Array(HTMLReport(table).text.utf8)])
    case .markdown: try write([Array(MarkdownReport(table).text.utf8)])
    case .text, .json:
      let terminal =
        path == nil ? Terminal.standardOutput : Terminal(isColoured: false, width: 160)
      try write([Array(ComparisonText(table, terminal: terminal).text.utf8)])
    }
  }

  private func wordReport(_ table: ComparisonTable) throws(CommandFailure) -> [UInt8] {
    do {
      return try WordReport(table).bytes()
    } catch {
      throw CommandFailure(.inputOutput, "没有做成 Word 文件：内存不够。请关闭其他程序，再试一次。")
    }
  }

  private func write(_ chunks: [[UInt8]]) throws(CommandFailure) {
    if let path { return try Output.writeFile(chunks, to: path) }
    for chunk in chunks { try Output.write(chunk) }
  }
}
