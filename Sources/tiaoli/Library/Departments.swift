internal import ArgumentParser
internal import PolicyIndex

/// `tiaoli departments`: who has which duties, counted, and what changed for a department.
struct Departments: ParsableCommand {
  /// How departments are listed.
  enum Format: String, ExpressibleByArgument {
    case table, csv, json
  }

  static let configuration = CommandConfiguration(
    commandName: "departments",
    abstract: "按部门统计职责；或列出一个部门的职责有哪些变化。",
    discussion: """
      例：
        tiaoli departments                                   各部门职责条数
        tiaoli departments 教育局 --since 2023-01-01          这一天以来的变化
        tiaoli departments 教育局 --between 12 15             两个版本之间的变化
      """)

  @Argument(help: ArgumentHelp("部门；按名称、原称、职能查找。", valueName: "部门"))
  var department: String?

  @OptionGroup
  var library: LibraryOptions

  @Flag(help: "部门只按名称中的字查找，不按职能。")
  var exact = false

  @Flag(help: "也统计企业、用人单位等非机关的主体。")
  var all = false

  @Option(help: ArgumentHelp("列出这一天以来职责的变化。", valueName: "日期"))
  var since: CalendarDay?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("列出两件文件之间职责的变化：旧、新两个编号。", valueName: "编号"))
  var between: [DocumentNumberArgument] = []

  @OptionGroup
  var documents: DocumentFilterOptions

  @Option(help: ArgumentHelp("table（默认）、csv 或 json。", valueName: "格式"))
  var format: Format = .table

  @Option(help: ArgumentHelp("最多列几个部门（默认50；csv、json 默认全部）。", valueName: "数"))
  var limit: Int?

  @OptionGroup
  var lexicons: LexiconOptions

  func validate() throws {
    if (since != nil || !between.isEmpty) && department == nil {
      throw ValidationError("看变化要写明部门，如 tiaoli departments 教育局 --since 2023-01-01。")
    }
    if !between.isEmpty && between.count != 2 {
      throw ValidationError("--between 后面要写旧、新两个编号，如 --between 12 15。")
    }
  }

  func run() throws {
    let library = try library.open(for: .reading)
    let tools = try department.map { _ throws(CommandFailure) in try DepartmentTools(lexicons) }
    let question = department.flatMap { tools?.question($0, isExact: exact) }
    if let question, let tools, since != nil || !between.isEmpty {
      try writeChanges(of: library, question, tools)
      return
    }
    try documents.complainOfUnknown(in: library)
    let counts = try CommandFailure.wrapping { () throws(LibraryError) in
      try library.departments(
        matching: question, documents: documents.filter, includesCategories: all,
        on: documents.day, finder: tools?.finder)
    }
    let table = DepartmentTable(counts, terminal: .standardOutput)
    switch format {
    case .table: try Output.write(table.text(limit: limit ?? 50))
    case .csv:
      try Output.write(CSV.bytes([DepartmentTable.columns] + table.rows(limit: limit)))
    case .json: try Output.write(table.json(limit: limit))
    }
  }

  private func writeChanges(
    of library: Library, _ question: DepartmentQuestion, _ tools: DepartmentTools
  ) throws(CommandFailure) {
    let day = documents.day
    for id in between.map(\.id) {
      let page = try CommandFailure.wrapping { () throws(LibraryError) in
        try library.page(of: id, on: day)
      }
      if page == nil {
        throw CommandFailure(.noInput, "资料库中没有 #\(id)。请用 tiaoli list 查看编号。")
      }
    }
    let isKnown = try CommandFailure.wrapping { () throws(LibraryError) in
      try library.knows(question, finder: tools.finder)
    }
    if !isKnown {
      Output.complain("库中没有与“\(question.words)”相符的部门。请换一个名称，或用 tiaoli departments 查看。")
    }
    let changes = try CommandFailure.wrapping { () throws(LibraryError) in
      if let since {
        return try library.changes(for: question, from: since, to: day, finder: tools.finder)
      }
      return try library.changes(
        for: question, between: [(between[0].id, between[1].id)], on: day, finder: tools.finder)
    }
    let table = ChangeTable(changes, terminal: .standardOutput)
    switch format {
    case .table: try Output.write(table.text)
    case .csv: try Output.write(CSV.bytes([ChangeTable.columns] + table.rows))
    case .json: try Output.write(table.json)
    }
  }
}
