internal import ArgumentParser
internal import PolicyAnalysis
internal import PolicyStructure
internal import PolicyText

/// `tiaoli outline`: the tree of a text, for the eye.
struct Outline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outline",
    abstract: "画出文本的层次：序号、标题、每个单元有几条规范。")

  @Argument(help: ArgumentHelp("文件；“-”是标准输入。", valueName: "路径"))
  var path: String

  @OptionGroup
  var lexicons: LexiconOptions

  func run() throws {
    let list = try InputList([path])
    let analyzer = try lexicons.analyzer()
    let terminal = Terminal.standardOutput
    for file in list.files {
      let analysis = try analyzer.analyze(file)
      if list.isBatch { try Output.write(terminal.styled(file.name, .dim) + "\n") }
      guard !analysis.documents.isEmpty else {
        try Output.write("“\(file.name)”中没有找到文件。\n")
        continue
      }
      for document in analysis.documents {
        let tree = TreeDrawing(
          document: document, reading: analysis.reading, terminal: terminal,
          places: PlaceIndex(analysis.source.places))
        try Output.write(tree.text)
      }
    }
  }
}
