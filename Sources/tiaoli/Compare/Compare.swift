internal import ArgumentParser
internal import PolicyAnalysis
internal import PolicyDiff
internal import PolicyLexicons
internal import PolicyReports

/// `tiaoli compare`: what changed from one text to another, and what that means.
struct Compare: ParsableCommand {
  /// The forms that a comparison takes.
  enum Format: String, ExpressibleByArgument {
    case text, json, html, docx, xlsx, markdown
  }

  static let configuration = CommandConfiguration(
    abstract: "对照两个文本：每一条改了什么、有什么影响；输出新旧条文对照表。")

  @Argument(help: ArgumentHelp("修订前的文件。", valueName: "旧文本"))
  var old: String

  @Argument(help: ArgumentHelp("修订后的文件。", valueName: "新文本"))
  var new: String

  @Option(
    help: ArgumentHelp(
      "text（终端，默认）、json、html、docx、xlsx 或 markdown；不写时看 -o 的文件名。", valueName: "格式"))
  var format: Format?

  @Flag(help: "也列出没有改动的条文。")
  var all = false

  @Option(name: [.short, .customLong("output")], help: ArgumentHelp("写入文件。", valueName: "文件"))
  var output: String?

  @OptionGroup
  var lexicons: LexiconOptions

  /// The format asked for, or the one that the output's ending names.
  private var chosenFormat: Format {
    if let format { return format }
    let ending = output?.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return Format(rawValue: ending == "htm" ? "html" : ending == "md" ? "markdown" : ending)
      ?? .text
  }

  func validate() throws {
    let isPackage = chosenFormat == .docx || chosenFormat == .xlsx
    if isPackage && output == nil {
      throw ValidationError(
        "\(chosenFormat.rawValue) 不能写到终端。请用 -o 写出文件名，如 -o 对照表.\(chosenFormat.rawValue)。")
    }
  }

  func run() throws {
    let comparison = try lexicons.compare(old, with: new)
    guard chosenFormat != .json else {
      return try write(ComparisonJSON().chunks(of: comparison))
    }
    try write(ComparisonTable(comparison, all: all))
  }

  private func write(_ table: ComparisonTable) throws(CommandFailure) {
    switch chosenFormat {
    case .xlsx: if let output { try ComparisonWorkbook(table).write(to: output) }
    case .docx:
      do {
        try write([try WordReport(table).bytes()])
      } catch let failure as CommandFailure {
        throw failure
      } catch {
        throw CommandFailure(.inputOutput, "没有做成 Word 文件：内存不够。请关闭其他程序，再试一次。")
      }
    case .html: try write([Array(HTMLReport(table).text.utf8)])
    case .markdown: try write([Array(MarkdownReport(table).text.utf8)])
    case .text, .json:
      let terminal =
        output == nil ? Terminal.standardOutput : Terminal(isColoured: false, width: 160)
      try write([Array(ComparisonText(table, terminal: terminal).text.utf8)])
    }
  }

  private func write(_ chunks: [[UInt8]]) throws(CommandFailure) {
    if let output { return try Output.writeFile(chunks, to: output) }
    for chunk in chunks { try Output.write(chunk) }
  }
}

extension LexiconOptions {
  /// What became of one file in another.
  ///
  /// - Throws: ``CommandFailure`` if one cannot be read or is no text.
  func compare(_ old: String, with new: String) throws(CommandFailure) -> Comparison {
    let analyzer = try analyzer()
    let (before, after) = (
      try analyzer.analyze(try file(old)), try analyzer.analyze(try file(new))
    )
    do {
      return try Comparer(lexicons: analyzer.lexicons).compare(old: before, new: after)
    } catch {
      throw CommandFailure(.usage, error.description)
    }
  }

  private func file(_ path: String) throws(CommandFailure) -> InputFile {
    let list = try InputList([path])
    guard let file = list.files.first, !list.isBatch else {
      throw CommandFailure(.usage, "“\(path)”是文件夹，不能对照。请写出一个文件的路径。")
    }
    return file
  }
}
