internal import ArgumentParser
internal import PolicyAnalysis
internal import PolicyStructure
internal import PolicyText

/// `tiaoli check`: what a careful lawyer would mark in the margin.
struct Check: ParsableCommand {
  /// How findings are written.
  enum Format: String, ExpressibleByArgument {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "列出文本中的问题：序号错乱、引用落空等；有错误时退出状态为 1。")

  @Argument(help: ArgumentHelp("文件或文件夹；“-”是标准输入。", valueName: "路径"))
  var paths: [String] = []

  @Option(
    name: .customLong("library"),
    help: ArgumentHelp("不读文件，查这个资料库中的引用：引用了失效的文件，或现行文本中没有的条款。", valueName: "文件"))
  var libraryFile: String?

  @Option(help: ArgumentHelp("text（给人看，默认）或 json。", valueName: "格式"))
  var format: Format?

  @OptionGroup
  var lexicons: LexiconOptions

  func validate() throws {
    if paths.isEmpty && libraryFile == nil {
      throw ValidationError("缺少参数“<路径> ...”。请看下面的用法。")
    }
    if !paths.isEmpty && libraryFile != nil {
      throw ValidationError("--library 查资料库中的引用，不能再写路径。请去掉其中之一。")
    }
  }

  func run() throws {
    if let libraryFile {
      try LibraryCheck(file: libraryFile).run(asJSON: format == .json)
      return
    }
    let list = try InputList(paths)
    let analyzer = try lexicons.analyzer()
    let tally = Tally(progress: Progress(total: list.files.count))
    var report = FindingReport(format: format ?? .text, terminal: .standardOutput)
    tally.forEach(list) { (file) throws(CommandFailure) in
      try report.add(try analyzer.analyze(file))
    }
    try report.finish()
    if let failure = tally.verdict(of: list) { throw failure }
    if report.errors > 0 { throw CommandFailure(.some, "") }
  }
}
