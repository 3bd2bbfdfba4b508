internal import ArgumentParser
internal import PolicyAnalysis
internal import PolicyDiff
internal import PolicyLexicons

/// `tiaoli compare`: what changed from one text to another, and what that means.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "对照两个文本：每一条改了什么、有什么影响；输出新旧条文对照表。")

  @Argument(help: ArgumentHelp("修订前的文件。", valueName: "旧文本"))
  var old: String

  @Argument(help: ArgumentHelp("修订后的文件。", valueName: "新文本"))
  var new: String

  @Option(
    help: ArgumentHelp(
      "text（终端，默认）、json、html、docx、xlsx 或 markdown；不写时看 -o 的文件名。", valueName: "格式"))
  var format: ComparisonOutput.Format?

  @Flag(help: "也列出没有改动的条文。")
  var all = false

  @Option(name: [.short, .customLong("output")], help: ArgumentHelp("写入文件。", valueName: "文件"))
  var output: String?

  @OptionGroup
  var lexicons: LexiconOptions

  private var place: ComparisonOutput {
    ComparisonOutput(
      format: format ?? output.flatMap { ComparisonOutput.Format(endingOf: $0) } ?? .text,
      path: output)
  }

  func validate() throws { try place.validate() }

  func run() throws {
    let analyzer = try lexicons.analyzer()
    let (before, after) = (
      analyzer.analyze(try analyzer.source(of: old)),
      analyzer.analyze(try analyzer.source(of: new))
    )
    let comparison = try analyzer.comparer().compare(old: before, new: after)
    try place.write(comparison, all: all)
  }
}

extension Analyzer {
  /// What compares two analyses of this analyzer.
  ///
  /// - Throws: ``CommandFailure`` if a word list is at fault.
  func comparer() throws(CommandFailure) -> Comparer {
    do {
      return try Comparer(lexicons: lexicons)
    } catch {
      throw CommandFailure(.usage, error.description)
    }
  }
}
