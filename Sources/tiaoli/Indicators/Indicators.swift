internal import ArgumentParser
internal import PolicyAnalysis

/// `tiaoli indicators`: the indicator system (指标体系) with weights, targets and linked clauses.
struct Indicators: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicators",
    abstract: "列出指标体系：级别、权重、目标值，以及与每个指标相关联的条款。")

  @Argument(help: ArgumentHelp("文件或文件夹；“-”是标准输入。", valueName: "路径"))
  var paths: [String]

  @Option(help: ArgumentHelp("table（终端里的树，默认）、csv、xlsx 或 json；不写时看 -o 的文件名。", valueName: "格式"))
  var format: RegisterFormat?

  @Option(name: [.short, .customLong("output")], help: ArgumentHelp("写入文件。", valueName: "文件"))
  var output: String?

  @Flag(help: "终端里不列关联条款。")
  var noLinks = false

  @OptionGroup
  var catalogue: CatalogueOptions

  @OptionGroup
  var lexicons: LexiconOptions

  /// The format asked for, or the one that the output's ending names.
  private var chosenFormat: RegisterFormat {
    format ?? RegisterFormat(endingOf: output) ?? .table
  }

  func validate() throws {
    if chosenFormat == .xlsx && output == nil {
      throw ValidationError("xlsx 不能写到终端。请用 -o 写出文件名，如 -o 指标.xlsx。")
    }
  }

  func run() throws {
    let list = try InputList(paths)
    let analyzer = try lexicons.analyzer(lexicons.words(), catalogue: catalogue.catalogue())
    var register = IndicatorRegister()
    let tally = Tally(progress: Progress(total: list.files.count))
    tally.forEach(list) { (file) throws(CommandFailure) in
      register.add(try analyzer.analyze(file))
    }
    if let failure = tally.verdict(of: list), !list.isBatch { throw failure }
    try write(register)
    if let failure = tally.verdict(of: list) { throw failure }
  }

  private func write(_ register: IndicatorRegister) throws(CommandFailure) {
    switch chosenFormat {
    case .xlsx:
      if let output { try IndicatorWorkbook(register).write(to: output) }
    case .table:
      let terminal =
        output == nil ? Terminal.standardOutput : Terminal(isColoured: false, width: 160)
      let tree = IndicatorTree(register, terminal: terminal, showsLinks: !noLinks)
      try write(Array(tree.text.utf8))
    case .csv:
      try write(
        CSV.bytes([IndicatorRegister.columns] + register.rows.map(IndicatorRegister.cells)))
    case .json: try write(AnalysisJSON.indicators(register))
    }
  }

  private func write(_ bytes: [UInt8]) throws(CommandFailure) {
    try Output.write(bytes, to: output)
  }
}
