internal import ArgumentParser
internal import Foundation
internal import PolicyIndex

/// `tiaoli add`: analyses files and puts them into the library.
struct Add: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "把文件加入资料库；已有的不重复加入，新版本并入同一部法规。",
    discussion: """
      可以随时中断：已加入的文件都是完整的，再运行一次会接着做。不能读的文件会报告并跳过。
      """)

  @Argument(help: ArgumentHelp("文件或文件夹；“-”是标准输入。", valueName: "路径"))
  var paths: [String]

  @OptionGroup
  var library: LibraryOptions

  @Option(help: ArgumentHelp("同时分析几份文件（默认：处理器核心数）。", valueName: "数"))
  var jobs: Int?

  /// How many bytes of text a transaction holds; for trials.
  @Option(help: .hidden)
  var batch = 2 << 20

  @Flag(help: "只报告失败和存疑的文件。")
  var quiet = false

  @OptionGroup
  var lexicons: LexiconOptions

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs 要用 1 以上的整数。请改正。") }
  }

  func run() throws {
    let list = try InputList(paths)
    let words = try lexicons.words()
    let adding = try Adding(
      library: try library.open(for: .creating), words: words,
      analyzer: try lexicons.analyzer(words),
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, batchSize: batch)
    try adding.run(list, tellsAll: !quiet)
  }
}
