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
    abstract: "列出文本中的问题：序号错乱、引用落空等；有错误时退出状态为 1。")

  @Argument(help: ArgumentHelp("文件或文件夹；“-”是标准输入。", valueName: "路径"))
  var paths: [String]

  @Option(help: ArgumentHelp("text（给人看，默认）或 json。", valueName: "格式"))
  var format: Format?

  @OptionGroup
  var lexicons: LexiconOptions

  func run() throws {
    let list = try InputList(paths)
    let analyzer = try lexicons.analyzer()
    let tally = Tally(progress: Progress(total: list.files.count))
    var report = FindingReport(format: format ?? .text, terminal: .standardOutput)
    for file in list.files {
      do throws(CommandFailure) {
        try report.add(try analyzer.analyze(file))
        tally.succeeded()
      } catch {
        tally.failed(error, saysNow: list.isBatch)
      }
    }
    try report.finish()
    if let failure = tally.verdict(of: list) { throw failure }
    if report.errors > 0 { throw CommandFailure(.some, "") }
  }
}
