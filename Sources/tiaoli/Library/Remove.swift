internal import ArgumentParser
internal import PolicyIndex

/// `tiaoli remove`: takes documents out of the library.
struct Remove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "从资料库中删除文件（原文件不受影响）。")

  @Argument(help: ArgumentHelp("文件在资料库中的编号，见 tiaoli list。", valueName: "编号"))
  var numbers: [DocumentNumberArgument]

  @OptionGroup
  var library: LibraryOptions

  func run() throws {
    let library = try library.open(for: .writing)
    let asked = numbers.map(\.id)
    let removed = try CommandFailure.wrapping { () throws(LibraryError) in
      try library.remove(asked)
    }
    for id in asked where !removed.contains(id) { Output.complain("资料库中没有 #\(id)。") }
    try Output.write("已删除\(removed.count)件。\n")
    if removed.count < asked.count { throw CommandFailure(.some, "") }
  }
}

/// The number of a document as a user writes it: 12 or #12.
struct DocumentNumberArgument: ExpressibleByArgument {
  let id: Int

  init?(argument: String) {
    guard let id = Int(argument.hasPrefix("#") ? String(argument.dropFirst()) : argument), id > 0
    else { return nil }
    self.id = id
  }
}
