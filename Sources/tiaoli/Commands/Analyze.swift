internal import ArgumentParser
internal import Foundation
internal import PolicyAnalysis

/// `tiaoli analyze`: texts in, analyses as JSON out.
struct Analyze: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "分析文本，输出 JSON。",
    discussion: """
      一份文件输出一个 JSON 对象；几份文件或一个文件夹输出 JSON Lines，每份一行，按路径排序。
      文件夹中只读文本、Word、PDF、OFD、网页等文件，压缩文件（.zip）中的每份文件各算一份。字段的含义见 schemas/analysis.schema.json。
      """)

  @Argument(
    help: ArgumentHelp("文件或文件夹；“-”是标准输入。", valueName: "路径"))
  var paths: [String] = []

  @Flag(help: "标准输入每行一个 {\"name\": …, \"text\": …}，按原来的次序每行输出一份分析结果。")
  var jsonl = false

  @Option(help: ArgumentHelp("把每份结果写成这个文件夹里的“原文件名.json”。", valueName: "文件夹"))
  var outputDir: String?

  @Option(help: ArgumentHelp("同时分析几份文件（默认：处理器核心数）。", valueName: "数"))
  var jobs: Int?

  @Flag(help: "结果里不带原文（source.text）。")
  var noText = false

  @Flag(help: "换行缩进，便于阅读。")
  var pretty = false

  @OptionGroup
  var catalogue: CatalogueOptions

  @OptionGroup
  var lexicons: LexiconOptions

  func validate() throws {
    if jsonl && !paths.isEmpty {
      throw ValidationError("--jsonl 从标准输入读记录，不能再写路径。请去掉其中之一。")
    }
    if jsonl && (outputDir != nil || pretty) {
      throw ValidationError("--jsonl 每行一份结果，不能与 --output-dir、--pretty 同用。请去掉后者。")
    }
    if !jsonl && paths.isEmpty {
      throw ValidationError("缺少要分析的文件。请写出文件或文件夹的路径，或用“-”读标准输入。")
    }
    if paths.filter({ $0 == "-" }).count > 1 {
      throw ValidationError("标准输入“-”只能写一次。请去掉多余的“-”。")
    }
    if let jobs, jobs < 1 {
      throw ValidationError("--jobs 要用 1 以上的整数。请改正。")
    }
  }

  func run() throws {
    let analyzer = try lexicons.analyzer(lexicons.words(), catalogue: catalogue.catalogue())
    let jobs = self.jobs ?? ProcessInfo.processInfo.activeProcessorCount
    var form = AnalysisJSON()
    form.includesText = !noText
    form.pretty = pretty
    if jsonl {
      try RecordStream(analyzer: analyzer, form: form, jobs: jobs).run()
    } else {
      let list = try InputList(paths)
      // A line holds a whole analysis, so that lines are not broken where there are several.
      if list.isBatch && outputDir == nil { form.pretty = false }
      try FileBatch(analyzer: analyzer, form: form, jobs: jobs, folder: outputDir).run(list)
    }
  }
}
