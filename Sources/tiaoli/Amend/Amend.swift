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

  @Option(help: ArgumentHelp("text（修改后的文本，默认）或 json（每项指令是否执行、为什么）。", valueName: "格式"))
  var format: Format?

  @Option(name: [.short, .customLong("output")], help: ArgumentHelp("写入文件。", valueName: "文件"))
  var output: String?

  @OptionGroup
  var lexicons: LexiconOptions

  func run() throws {
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
    if let output {
      try Output.writeFile(chunks, to: output)
    } else {
      for chunk in chunks { try Output.write(chunk) }
    }
    try complain(of: results)
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
