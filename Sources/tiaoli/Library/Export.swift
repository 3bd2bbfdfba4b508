internal import ArgumentParser
internal import Foundation
internal import PolicyAnalysis
internal import PolicyIndex
internal import PolicyText

/// `tiaoli export`: what the library holds, for other programs.
struct Export: ParsableCommand {
  /// The forms in which documents are given.
  enum Format: String, ExpressibleByArgument {
    case jsonl, akn
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "导出资料库：JSON Lines（每份来源一行，含分析结果）或 Akoma Ntoso XML（每件文件一个 .xml）。")

  @Argument(help: ArgumentHelp("只导出这些文件（编号）；不写时全部导出。", valueName: "编号"))
  var numbers: [DocumentNumberArgument] = []

  @OptionGroup
  var library: LibraryOptions

  @Option(help: ArgumentHelp("jsonl（默认）或 akn。", valueName: "格式"))
  var format: Format = .jsonl

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("jsonl：写入这个文件（默认标准输出）；akn：写入这个文件夹。", valueName: "路径"))
  var output: String?

  @OptionGroup
  var lexicons: LexiconOptions

  func validate() throws {
    if format == .akn && output == nil {
      throw ValidationError("akn 每件文件一个 .xml。请用 -o 写出文件夹。")
    }
  }

  func run() throws {
    let library = try library.open(for: .reading)
    let analyzer = try lexicons.analyzer()
    let asked = Set(numbers.map(\.id))
    if !asked.isEmpty {
      var filter = DocumentFilter()
      filter.documents = asked
      let held = try CommandFailure.wrapping { () throws(LibraryError) in
        try library.documents(matching: filter, on: .today)
      }
      if let missing = asked.subtracting(held.map(\.id)).min() {
        throw CommandFailure(.noInput, "资料库中没有 #\(missing)。请用 tiaoli list 查看编号。")
      }
    }
    let sources = try CommandFailure.wrapping { () throws(LibraryError) in
      try library.sources(of: asked.sorted())
    }
    if format == .akn, let output { try Output.makeFolder(output) }
    if format == .jsonl, let output {
      try Output.replaceFile(output) { (temporary) throws(CommandFailure) in
        guard let file = FileHandle(forWritingAtPath: temporary) else {
          throw Output.cannotWrite(output, EIO)
        }
        for id in sources {
          let lines = try lines(of: id, in: library, analyzer)
          do {
            try file.write(contentsOf: Data(lines))
          } catch {
            throw Output.cannotWrite(output, ENOSPC)
          }
        }
      }
      return
    }
    for id in sources {
      switch format {
      case .jsonl: try Output.write(try lines(of: id, in: library, analyzer))
      case .akn: try writeDocuments(of: id, in: library, analyzer, asked: asked)
      }
    }
  }

  private func lines(
    of id: Int, in library: Library, _ analyzer: Analyzer
  ) throws(CommandFailure) -> [UInt8] {
    guard let (kept, analysis) = try analysis(of: id, in: library, analyzer) else { return [] }
    // The numbers of the library, before what `schemas/analysis.schema.json` describes.
    let numbers = kept.documents.map(String.init).joined(separator: ",")
    return Array(
      "{\"library\":{\"source\":\(kept.id),\"documents\":[\(numbers)]},\"analysis\":".utf8)
      + AnalysisJSON().bytes(of: analysis).dropLast() + Array("}\n".utf8)
  }

  private func writeDocuments(
    of id: Int, in library: Library, _ analyzer: Analyzer, asked: Set<Int>
  ) throws(CommandFailure) {
    guard let output, let (kept, analysis) = try analysis(of: id, in: library, analyzer) else {
      return
    }
    for (number, document) in zip(kept.documents, analysis.documents)
    where asked.isEmpty || asked.contains(number) {
      try Output.writeFile(
        [AkomaNtoso.bytes(of: document, in: analysis)], to: "\(output)/\(number).xml")
    }
  }

  private func analysis(
    of id: Int, in library: Library, _ analyzer: Analyzer
  ) throws(CommandFailure) -> (KeptSource, Analysis)? {
    let kept = try CommandFailure.wrapping { () throws(LibraryError) in
      try library.keptSource(id)
    }
    guard let kept else { return nil }
    do {
      return (kept, try analyzer.analyze(kept.bytes, name: kept.name))
    } catch {
      throw CommandFailure(error)
    }
  }
}
