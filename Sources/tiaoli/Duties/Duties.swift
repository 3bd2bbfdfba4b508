internal import ArgumentParser
internal import PolicyAnalysis
internal import PolicyExtraction

/// `tiaoli duties`: the register of duties (义务清单).
struct Duties: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duties",
    abstract: "列出义务清单：谁、应当或不得做什么、什么条件、什么时限。")

  @Argument(help: ArgumentHelp("文件或文件夹；“-”是标准输入。", valueName: "路径"))
  var paths: [String] = []

  @Option(
    name: .customLong("library"),
    help: ArgumentHelp("不读文件，从这个资料库列出合规义务清单（与 tiaoli search 的清单相同）。", valueName: "文件"))
  var libraryFile: String?

  @Option(
    help: ArgumentHelp("只列这个部门的；按职能查找，“教育部门”也找到市教育局、省教育厅。", valueName: "部门"))
  var department: String?

  @Option(
    help: ArgumentHelp(
      "只列这一类：obligation（应当）、prohibition（不得）、permission（可以）、exemption（可以不）、"
        + "encouragement（鼓励）、sanction（处罚）；可以写多次。", valueName: "类型"),
    transform: Modality.named)
  var modality: [Modality] = []

  @Option(help: ArgumentHelp("只列原文中有这些字的；可以写多次。", valueName: "文字"))
  var text: [String] = []

  @Option(help: ArgumentHelp("table（终端表格，默认）、csv、xlsx 或 json；不写时看 -o 的文件名。", valueName: "格式"))
  var format: RegisterFormat?

  @Option(name: [.short, .customLong("output")], help: ArgumentHelp("写入文件。", valueName: "文件"))
  var output: String?

  @Option(help: ArgumentHelp("最多列几条（默认全部）。", valueName: "数"))
  var limit: Int?

  @OptionGroup
  var lexicons: LexiconOptions

  /// The format asked for, or the one that the output's ending names.
  private var chosenFormat: RegisterFormat {
    format ?? RegisterFormat(endingOf: output) ?? .table
  }

  @Option(
    help: ArgumentHelp("从这份编辑过的清单（xlsx 或 csv）带入人工填写的各栏；与 --library 同用。", valueName: "文件"))
  var merge: String?

  func validate() throws {
    if paths.isEmpty && libraryFile == nil {
      throw ValidationError("缺少参数“<路径> ...”。请看下面的用法。")
    }
    if let limit, limit < 1 { throw ValidationError("--limit 要用 1 以上的整数。请改正。") }
    if merge != nil && libraryFile == nil {
      throw ValidationError("--merge 要与 --library 同用。请加上资料库的路径。")
    }
    if chosenFormat == .xlsx && output == nil {
      throw ValidationError("xlsx 不能写到终端。请用 -o 写出文件名，如 -o 清单.xlsx。")
    }
  }

  func run() throws {
    if let libraryFile {
      // Said here and not before, so that an option that does not exist is named first.
      guard paths.isEmpty else {
        throw CommandFailure(
          .usage, "--library 从资料库列出清单，不能再写路径“\(paths[0])”。请去掉其中之一。")
      }
      try LibraryDuties(
        file: libraryFile, department: department, modalities: modality, words: text,
        limit: limit, merge: merge
      ).write(as: chosenFormat, to: output, lexicons: lexicons)
      return
    }
    let list = try InputList(paths)
    let analyzer = try lexicons.analyzer()
    var filter = DutyFilter()
    filter.modalities = Set(modality)
    filter.words = text
    filter.department = department.map(analyzer.departmentQuery)
    var register = DutyRegister(filter: filter, limit: limit ?? .max)
    let tally = Tally(progress: Progress(total: list.files.count))
    tally.forEach(list) { (file) throws(CommandFailure) in
      register.add(try analyzer.analyze(file), prefix: list.isBatch ? "\(file.name)#" : "")
    }
    if let failure = tally.verdict(of: list), !list.isBatch { throw failure }
    try write(register)
    if let failure = tally.verdict(of: list) { throw failure }
  }

  private func write(_ register: DutyRegister) throws(CommandFailure) {
    switch chosenFormat {
    case .xlsx:
      if let output { try DutyWorkbook(register).write(to: output) }
    case .table:
      let terminal =
        output == nil ? Terminal.standardOutput : Terminal(isColoured: false, width: 160)
      try write(Array(DutyTable(register, terminal: terminal).text.utf8))
    case .csv: try write(CSV.bytes([Duty.columns] + register.duties.map(\.cells)))
    case .json: try write(AnalysisJSON.register(register))
    }
  }

  private func write(_ bytes: [UInt8]) throws(CommandFailure) {
    try Output.write(bytes, to: output)
  }
}

extension Modality {
  /// A kind by its name in the output, or by the word that a register has for it.
  static func named(_ argument: String) throws -> Modality {
    let found = allCases.first { $0.rawValue == argument || $0.chineseName == argument }
    guard let found else { throw ValidationError("没有这一类") }
    return found
  }
}
