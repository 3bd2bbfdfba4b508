internal import ArgumentParser
internal import PolicyAnalysis
internal import PolicyText

/// `tiaoli explain`: why something is in an analysis.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "说明一条结果的由来：哪条规则、根据哪些字、看过而没有采用哪些词。")

  @Argument(help: ArgumentHelp("文件；“-”是标准输入。", valueName: "路径"))
  var path: String

  @Argument(
    help: ArgumentHelp(
      "结果的编号：规范 n3、数量 q1、主体 e2、责任分工 a1、引用 r1，或单元 art_5；"
        + "不止一份文件时在前面写 d2/。", valueName: "编号"))
  var id: String

  @OptionGroup
  var lexicons: LexiconOptions

  func run() throws {
    let list = try InputList([path])
    guard let file = list.files.first, !list.isBatch else {
      throw CommandFailure(.usage, "“\(path)”是文件夹。请写出其中一份文件的路径。")
    }
    let analyzer = try lexicons.analyzer()
    let analysis = try analyzer.analyze(file)
    let found = analyzer.explanations(of: id, in: analysis)
    guard !found.isEmpty else {
      throw CommandFailure(
        .usage, "“\(file.name)”的分析结果中没有“\(id)”。请用 tiaoli analyze --pretty 查看有哪些编号。")
    }
    let lines = LineTable(analysis.source.text)
    let terminal = Terminal.standardOutput
    for (index, explanation) in found.enumerated() {
      if index > 0 { try Output.write("\n") }
      try Output.write(text(of: explanation, name: file.name, lines: lines, terminal: terminal))
    }
  }

  private func text(
    of explanation: Explanation, name: String, lines: LineTable, terminal: Terminal
  ) -> String {
    let place = lines.place(of: explanation.span.start)
    var text = terminal.styled(explanation.title, .bold)
    text += terminal.styled("　\(name):\(place.line):\(place.column)", .dim) + "\n"
    let width = explanation.facts.map(\.name.displayWidth).max() ?? 0
    for fact in explanation.facts {
      let rows = fact.value.wrapped(toWidth: max(terminal.width - width - 4, 20))
      for (row, words) in rows.enumerated() {
        let label = (row == 0 ? fact.name : "").padded(toWidth: width)
        text += "  \(terminal.styled(label, .cyan))  \(words)\n"
      }
    }
    for (title, isUsed) in [("根据的词", true), ("看过而没有采用的词", false)] {
      let evidence = explanation.evidence.filter { $0.isUsed == isUsed }
      guard !evidence.isEmpty else { continue }
      text += "  \(terminal.styled(title, isUsed ? .green : .yellow))\n"
      for word in evidence {
        let place = lines.place(of: word.span.start)
        text += "    \(word.words)　\(place.line):\(place.column)　词表 \(word.lexicon)\n"
      }
    }
    return text
  }
}
