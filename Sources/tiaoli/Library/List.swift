internal import ArgumentParser
internal import PolicyIndex

/// `tiaoli list`: what the library holds.
struct List: ParsableCommand {
  /// How documents are listed.
  enum Format: String, ExpressibleByArgument {
    case table, csv, json
  }

  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "列出资料库中的文件：编号、名称、文号、版本、时效。")

  @Argument(help: ArgumentHelp("只列名称中有这些字的。", valueName: "名称"))
  var title: [String] = []

  @OptionGroup
  var library: LibraryOptions

  @OptionGroup
  var documents: DocumentFilterOptions

  @Option(help: ArgumentHelp("table（默认）、csv 或 json。", valueName: "格式"))
  var format: Format = .table

  func run() throws {
    let library = try library.open(for: .reading)
    try documents.complainOfUnknown(in: library)
    var filter = documents.filter
    filter.title = title
    let (found, counts) = try CommandFailure.wrapping { () throws(LibraryError) in
      (try library.documents(matching: filter, on: documents.day), try library.counts())
    }
    switch format {
    case .table:
      let terminal = Terminal.standardOutput
      try Output.write(
        DocumentTable(found, counts: counts, path: library.path, terminal: terminal).text)
    case .csv: try Output.write(CSV.bytes([DocumentTable.columns] + found.map(DocumentTable.cells)))
    case .json: try Output.write(LibraryJSON.documents(found))
    }
  }
}
