internal import ArgumentParser
internal import PolicyAmendment
internal import PolicyAnalysis
internal import PolicyDiff
internal import PolicyLexicons
internal import PolicyReports
internal import PolicyText

/// `tiaoli amend`: the text that an amending decision makes of a law.
struct Amend: ParsableCommand {
  /// What is written.
  enum Format: String, ExpressibleByArgument {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "amend",
    abstract: "按修改决定、修正案合成修改后的文本；不能执行的指令逐项说明，退出状态为 1。")

  @Argument(help: ArgumentHelp("被修改的文件。", valueName: "原文"))
  var base: String

  @Argument(help: ArgumentHelp("修改决定或修正案；不止一份时依次执行。", valueName: "决定"))
  var decisions: [String]

  @Flag(help: "反过来：由旧文本和新文本起草修改决定（第二个文件是新文本）。")
  var derive = false

  @Option(help: ArgumentHelp("text（修改后的文本，默认）或 json（每项指令是否执行、为什么）。", valueName: "格式"))
  var format: Format?

  @Option(
    help: ArgumentHelp(
      "不写修改后的文本，写原文与它的对照表：html、docx、xlsx、markdown 或 text。", valueName: "格式"))
  var compare: ComparisonOutput.Format?

  @Flag(help: "对照表也列出没有改动的条文。")
  var all = false

  @Option(name: [.short, .customLong("output")], help: ArgumentHelp("写入文件。", valueName: "文件"))
  var output: String?

  @OptionGroup
  var lexicons: LexiconOptions

  func validate() throws {
    if all && compare == nil {
      throw ValidationError("--all 是对照表的选项。请同时写明 --compare 的格式，如 --compare html。")
    }
    guard let compare else { return }
    if derive || format != nil {
      throw ValidationError(
        "--compare 写的是对照表，不能与 \(derive ? "--derive" : "--format") 同用。请分两次运行。")
    }
    try ComparisonOutput(format: compare, path: output).validate()
  }

  func run() throws {
    let analyzer = try lexicons.analyzer()
    if derive { return try draft(with: analyzer) }
    let old = try analyzer.source(of: base)
    let outcome = try Amending(analyzer).amend(
      old.text,
      by: decisions.map { path throws(CommandFailure) in try analyzer.source(of: path).text })
    if let compare {
      let comparison = try analyzer.compare(old, withAmended: outcome.text)
      try ComparisonOutput(format: compare, path: output).write(comparison, all: all)
    } else {
      try write(
        format == .json
          ? AmendmentJSON().chunks(outcome.results, text: outcome.text)
          : [Array(outcome.text.utf8)])
    }
    try complain(of: outcome.results)
  }

  /// Writes to the output that was asked for.
  func write(_ chunks: [[UInt8]]) throws(CommandFailure) {
    if let output {
      try Output.writeFile(chunks, to: output)
    } else {
      for chunk in chunks { try Output.write(chunk) }
    }
  }

  /// Says what was not applied.
  private func complain(of results: [Amendment.Result]) throws(CommandFailure) {
    let refused = results.filter { $0.refusal != nil }
    guard !refused.isEmpty else { return }
    for result in refused {
      Output.complain("没有执行“\(result.instruction.text.clipped(to: 60))”：\(result.refusal ?? "")")
    }
    throw CommandFailure(
      .some, "\(results.count)项指令中有\(refused.count)项没有执行，合成的文本不含这些修改。请对照决定逐项核对。")
  }
}

extension Analyzer {
  /// What one file holds.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be read or is no text.
  func source(of path: String) throws(CommandFailure) -> DecodedSource {
    let list = try InputList([path])
    guard let file = list.files.first, !list.isBatch else {
      throw CommandFailure(.usage, "“\(path)”是文件夹。请写出一个文件的路径。")
    }
    let bytes = try file.read()
    do {
      return try reader.read(bytes, name: file.name)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// What became of a text in the amended one.
  ///
  /// - Throws: ``CommandFailure`` if nothing is left of it, or a word list is at fault.
  fileprivate func compare(
    _ old: DecodedSource, withAmended text: String
  ) throws(CommandFailure) -> Comparison {
    do {
      // Both sides as plain text: the tables of a Word file are read on both from their words.
      let (before, after) = (
        try DecodedSource(
          String(old.text.scalars, in: old.text.scalars.indices), name: old.text.name),
        try DecodedSource(text, name: old.text.name)
      )
      return try comparer().compare(old: analyze(before), new: analyze(after))
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure(.some, "“\(old.text.name)”没有可以对照的文字。请检查内容。")
    }
  }
}

extension String {
  /// The words up to a length, with …… where more follow.
  fileprivate func clipped(to length: Int) -> String {
    count > length ? prefix(length) + "……" : self
  }
}
