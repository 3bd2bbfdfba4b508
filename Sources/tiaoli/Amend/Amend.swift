internal import ArgumentParser
internal import PolicyAmendment
internal import PolicyAnalysis
internal import PolicyLexicons
internal import PolicyText

/// `tiaoli amend`: the text that an amending decision makes of a law.
struct Amend: ParsableCommand {
  /// What is written.
  enum Format: String, ExpressibleByArgument {
    case text, json
  }

  static let configuration = CommandConfiguration(
    abstract: "按修改决定、修正案合成修改后的文本；不能执行的指令逐项说明，退出状态为 1。")

  @Argument(help: ArgumentHelp("被修改的文件。", valueName: "原文"))
  var base: String

  @Argument(help: ArgumentHelp("修改决定或修正案；不止一份时依次执行。", valueName: "决定"))
  var decisions: [String]

  @Flag(help: "反过来：由旧文本和新文本起草修改决定（第二个文件是新文本）。")
  var derive = false

  @Option(help: ArgumentHelp("text（修改后的文本，默认）或 json（每项指令是否执行、为什么）。", valueName: "格式"))
  var format: Format?

  @Option(name: [.short, .customLong("output")], help: ArgumentHelp("写入文件。", valueName: "文件"))
  var output: String?

  @OptionGroup
  var lexicons: LexiconOptions

  func run() throws {
    if derive { return try draft() }
    let analyzer = try lexicons.analyzer()
    let amender: Amender
    do {
      amender = try Amender(lexicons: analyzer.lexicons)
    } catch {
      throw CommandFailure(.usage, error.description)
    }
    var text = try analyzer.text(of: base)
    var results: [Amendment.Result] = []
    for path in decisions {
      let decision = try analyzer.text(of: path)
      do {
        let amendment = try amender.amend(text, by: decision)
        results += amendment.instructions
        text = SourceText(amendment.text, name: text.name)
      } catch {
        throw CommandFailure(.some, error.message(decision: decision.name, base: text.name))
      }
    }
    let whole = String(text.scalars, in: text.scalars.indices)
    let chunks =
      switch format ?? .text {
      case .text: [Array(whole.utf8)]
      case .json: AmendmentJSON().chunks(results, text: whole)
      }
    try write(chunks)
    try complain(of: results)
  }

  private func write(_ chunks: [[UInt8]]) throws(CommandFailure) {
    if let output {
      try Output.writeFile(chunks, to: output)
    } else {
      for chunk in chunks { try Output.write(chunk) }
    }
  }

  /// Drafts the decision that turns the old text into the new.
  private func draft() throws(CommandFailure) {
    guard let path = decisions.first, decisions.count == 1 else {
      throw CommandFailure(.usage, "--derive 要两个文件：旧文本和新文本。")
    }
    guard format != .json else {
      throw CommandFailure(.usage, "--derive 写出的是决定草案，不能用 --format json。")
    }
    let analyzer = try lexicons.analyzer()
    let drafter: DecisionDrafter
    do {
      drafter = try DecisionDrafter(lexicons: analyzer.lexicons)
    } catch {
      throw CommandFailure(.usage, error.description)
    }
    let (old, new) = (try analyzer.text(of: base), try analyzer.text(of: path))
    guard let draft = drafter.draft(from: old, to: new) else {
      throw CommandFailure(.some, "“\(old.name)”或“\(new.name)”中没有找到文件。请检查内容。")
    }
    guard draft.count > 0 else {
      throw CommandFailure(.some, "“\(old.name)”和“\(new.name)”的条文没有不同，不需要修改决定。")
    }
    try write([Array(draft.text.utf8)])
    guard draft.isExact else {
      let missed =
        draft.missed.isEmpty ? "条文之外的内容（如目录、章的编排、附件）" : draft.missed.joined(separator: "、")
      throw CommandFailure(
        .some, "草案不能完全得出“\(new.name)”：\(missed)与新文本不一致。请对照新文本补充。")
    }
  }

  /// Says what was not applied.
  private func complain(of results: [Amendment.Result]) throws(CommandFailure) {
    let refused = results.filter { $0.refusal != nil }
    guard !refused.isEmpty else { return }
    for result in refused {
      Output.complain("没有执行“\(result.instruction.text.clipped(to: 60))”：\(result.refusal ?? "")")
    }
    throw CommandFailure(
      .some, "\(results.count)项指令中有\(refused.count)项没有执行，合成的文本不含这些修改。请对照决定逐项核对。")
  }
}

extension AmendmentFailure {
  /// What a clerk reads.
  fileprivate func message(decision: String, base: String) -> String {
    switch self {
    case .noInstructions:
      "“\(decision)”中没有修改指令。请检查它是不是修改决定或修正案。"
    case .otherLaw(let named, let titles):
      "“\(decision)”修改的是\(Self.list(named))，不是“\(base)”中的\(Self.list(titles))。请检查是否选错了文件。"
    }
  }

  private static func list(_ titles: [String]) -> String {
    titles.isEmpty ? "其他文件" : titles.map { "《\($0)》" }.joined(separator: "、")
  }
}

extension Analyzer {
  /// The decoded text of one file.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be read or is no text.
  fileprivate func text(of path: String) throws(CommandFailure) -> SourceText {
    let list = try InputList([path])
    guard let file = list.files.first, !list.isBatch else {
      throw CommandFailure(.usage, "“\(path)”是文件夹。请写出一个文件的路径。")
    }
    let bytes = try file.read()
    do {
      return try reader.read(bytes, name: file.name).text
    } catch {
      throw CommandFailure(error)
    }
  }
}

extension String {
  /// The words up to a length, with … where more follow.
  fileprivate func clipped(to length: Int) -> String {
    count > length ? prefix(length) + "……" : self
  }
}
