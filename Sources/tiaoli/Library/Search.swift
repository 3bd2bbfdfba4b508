internal import ArgumentParser
internal import PolicyExtraction
internal import PolicyIndex

/// `tiaoli search`: searches the library by words, departments, numbers and dates.
struct Search: ParsableCommand {
  /// How hits are listed.
  enum Format: String, ExpressibleByArgument {
    case table, json, csv, xlsx, html
  }

  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "检索资料库：按词语、条款号、部门、时限、数量、日期。",
    discussion: """
      例：
        tiaoli search 市场主体 登记                     同时含有这些词的条文
        tiaoli search '“直接责任人员” NOT 刑事'         引号内连着出现；AND、OR、NOT
        tiaoli search 教育法第五条第二款                一条的原文
        tiaoli search --department 教育局 --modality 应当 --deadline '<=15日'
        tiaoli search 罚款 --quantity '罚款>=100000元' --as-of 2021-06-30
        tiaoli search --department 市教育局 --format xlsx -o 清单.xlsx --merge 旧清单.xlsx
      """)

  @Argument(help: ArgumentHelp("词语、名称、文号或条款号。", valueName: "检索词"))
  var words: [String] = []

  @OptionGroup
  var library: LibraryOptions

  @OptionGroup
  var duties: DutyConditionOptions

  @OptionGroup
  var documents: DocumentFilterOptions

  @Option(help: ArgumentHelp("只在这件文件中找；可以写多次。", valueName: "编号"))
  var document: [DocumentNumberArgument] = []

  @Flag(help: "也找已被新版本代替的旧版本。")
  var allVersions = false

  @Option(
    help: ArgumentHelp("分组：provision（条文，默认）、duty（义务）、department（部门）、document（文件）。", valueName: "方式")
  )
  var group: HitGrouping = .provision

  @OptionGroup
  var output: RegisterOptions

  @Option(help: ArgumentHelp("最多列几条（默认20；csv、xlsx、html 默认全部）。", valueName: "数"))
  var limit: Int?

  @Option(help: ArgumentHelp("跳过前几条。", valueName: "数"))
  var offset = 0

  @Option(
    help: ArgumentHelp("从这个文件读检索词，每行一个，各输出一行 JSON（“-”是标准输入）。", valueName: "文件"))
  var queries: String?

  @OptionGroup
  var lexicons: LexiconOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit 要用 1 以上的整数。请改正。") }
    if offset < 0 { throw ValidationError("--offset 不能小于 0。请改正。") }
    try output.check()
  }

  func run() throws {
    let library = try library.open(for: .reading)
    let tools = try duties.department.map { _ throws(CommandFailure) in
      try DepartmentTools(lexicons)
    }
    var request = SearchRequest()
    // A quoted word of the command line is one word for the shell, not for us.
    request.words = words.joined(separator: " ")
    request.documents = documents.filter
    if !document.isEmpty { request.documents.documents = Set(document.map(\.id)) }
    request.duties = try duties.condition(tools)
    request.includesOldVersions = allVersions
    let isRegister = [.csv, .xlsx, .html].contains(output.chosenFormat)
    request.limit = limit ?? (isRegister ? 1_000_000_000 : 20)
    request.offset = offset
    request.includesRepealed = !isRegister || allVersions
    if let queries {
      try QueryStream(library: library, request: request, day: documents.day, finder: tools?.finder)
        .run(queries)
      return
    }
    guard !request.words.isEmpty || !request.duties.isOpen || request.documents.isNarrow else {
      throw CommandFailure(.usage, "没有写要找什么。请写出检索词，或用 --department 等条件。")
    }
    let day = documents.day
    try documents.complainOfUnknown(in: library)
    if isRegister {
      if output.register == .tasks, duties.modality.isEmpty {
        request.duties.modalities = [Modality.obligation.rawValue]
        Output.complain("任务分解表只列应当做的事；要列其他类型，请用 --modality 写明。")
      }
      let found = try CommandFailure.wrapping { () throws(LibraryError) in
        try library.register(RegisterQuestion(request, on: day), finder: tools?.finder)
      }
      try output.writer.write(found)
      return
    }
    let answer = try CommandFailure.wrapping { () throws(LibraryError) in
      try library.search(request, on: day, finder: tools?.finder)
    }
    switch output.chosenFormat {
    case .json: try output.writer.write(SearchJSON.bytes(answer))
    default:
      let terminal = output.file == nil ? Terminal.standardOutput : .plain
      let text = SearchTable(
        answer, request: request, grouping: group, terminal: terminal
      ).text
      try output.writer.write(Array(text.utf8))
    }
  }
}

/// What hits are put together by.
enum HitGrouping: String, ExpressibleByArgument {
  case provision, duty, department, document
}
