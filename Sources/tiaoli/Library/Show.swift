internal import ArgumentParser
internal import PolicyIndex

/// `tiaoli show`: one document of the library.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "显示资料库中的一件文件：信息、各版本、时效及其依据、引用关系；或者其中一条。")

  @Argument(help: ArgumentHelp("文件在资料库中的编号，见 tiaoli list。", valueName: "编号"))
  var number: DocumentNumberArgument

  @Argument(help: ArgumentHelp("只显示这一条，如 第五条第二款。", valueName: "条款"))
  var citation: String?

  @Flag(help: "显示原文全文。")
  var text = false

  @OptionGroup
  var library: LibraryOptions

  @Option(
    name: .customLong("as-of"), help: ArgumentHelp("按这一天说明时效。", valueName: "日期"))
  var asOf: CalendarDay?

  func run() throws {
    let library = try library.open(for: .reading)
    let day = asOf ?? .today
    let page = try CommandFailure.wrapping { () throws(LibraryError) in
      try library.page(of: number.id, on: day)
    }
    guard let page else {
      throw CommandFailure(
        .noInput, "资料库中没有 #\(number.id)。请用 tiaoli list 查看编号。")
    }
    if text || citation != nil {
      let words = try CommandFailure.wrapping { () throws(LibraryError) in
        try library.words(of: number.id, citation: citation)
      }
      guard let words else {
        throw CommandFailure(
          .noInput, "#\(number.id)《\(page.document.title)》中没有“\(citation ?? "")”。请检查条款号。")
      }
      try Output.write(words.hasSuffix("\n") ? words : words + "\n")
      return
    }
    try Output.write(DocumentPageText(page, terminal: .standardOutput).text)
  }
}
