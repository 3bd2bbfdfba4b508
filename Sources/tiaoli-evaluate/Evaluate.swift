internal import ArgumentParser
internal import Foundation
internal import PolicyAnalysis
internal import PolicyDiff
internal import PolicyLexicons

/// Measures the analysis against the corpus; see `corpus/README.md` for its formats.
@main
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tiaoli-evaluate",
    abstract: "用 corpus/ 的标注评测：每项任务的精确率、召回率、F1 或正确率；低于底线时退出状态为 1。")

  @Option(help: ArgumentHelp("语料文件夹。", valueName: "文件夹"))
  var corpus = "corpus"

  @Option(help: ArgumentHelp("只评测名字以此开头的文本。", valueName: "开头"))
  var name = ""

  @Flag(help: "列出结构和 dev 部分的漏、多、错。")
  var misses = false

  @Flag(help: "也列出 test 部分的；test 只用来打分，看过就不再是检验。")
  var missesOfTest = false

  @Flag(help: "分文种列出。")
  var byKind = false

  @Flag(help: "把底线提高到现在的得分。")
  var raise = false

  func run() throws {
    let folder = URL(fileURLWithPath: corpus)
    let analyzer = try Analyzer(lexicons: try Lexicons.embedded())
    var board = ScoreBoard()
    // A folder of texts with annotations alone has neither questions to a library nor revisions.
    let isWhole = FileManager.default.fileExists(
      atPath: folder.appendingPathComponent("revisions").path)
    let library = name.isEmpty && isWhole ? try LibraryScorer(analyzer) : nil
    for text in try texts(in: folder.appendingPathComponent("texts")) {
      let stem = text.deletingPathExtension().lastPathComponent
      guard stem.hasPrefix(name) else { continue }
      let bytes = [UInt8](try Data(contentsOf: text))
      let analysis = try analyzer.analyze(bytes, name: text.lastPathComponent)
      try library?.add(analysis, bytes: bytes, name: stem)
      let structure = folder.appendingPathComponent("structure/\(stem).tsv")
      if let tsv = try? String(contentsOf: structure, encoding: .utf8) {
        var scorer = TextScorer(part: .structure, name: stem, analysis: analysis, board: board)
        scorer.scoreStructure(tsv)
        board = scorer.board
      }
      for part in [Part.dev, .test] {
        let gold = folder.appendingPathComponent("gold/\(part.rawValue)/\(stem).jsonl")
        guard let lines = try? String(contentsOf: gold, encoding: .utf8) else { continue }
        var scorer = TextScorer(part: part, name: stem, analysis: analysis, board: board)
        scorer.scoreExtraction(try records(lines, of: gold))
        board = scorer.board
      }
    }
    if isWhole {
      try scoreRevisions(in: folder.appendingPathComponent("revisions"), analyzer, &board)
    }
    try library?.score(folder.appendingPathComponent("gold"), &board)
    report(board)
    var floors = Floors(folder.appendingPathComponent("floors.tsv"))
    if raise {
      try floors.raise(to: board)
    } else if name.isEmpty {
      let complaints = floors.complaints(about: board)
      for complaint in complaints { print(complaint) }
      if !complaints.isEmpty { throw ExitCode.failure }
    }
  }

  /// Scores the pairs of old and new texts.
  private func scoreRevisions(
    in folder: URL, _ analyzer: Analyzer, _ board: inout ScoreBoard
  ) throws {
    let comparer = try Comparer(lexicons: analyzer.lexicons)
    let decoder = JSONDecoder()
    for pair in try texts(in: folder) where pair.lastPathComponent.hasPrefix(name) {
      func analysis(_ file: String) throws -> Analysis {
        let path = pair.appendingPathComponent(file)
        return try analyzer.analyze([UInt8](try Data(contentsOf: path)), name: file)
      }
      let comparison = comparer.compare(
        old: try analysis("old.txt"), new: try analysis("new.txt"))
      let gold = try String(
        contentsOf: pair.appendingPathComponent("gold.jsonl"), encoding: .utf8)
      var scorer = RevisionScorer(
        name: pair.lastPathComponent, comparison: comparison, board: board)
      scorer.score(
        try gold.split(separator: "\n").map {
          try decoder.decode(RevisionRecord.self, from: Data($0.utf8))
        })
      board = scorer.board
    }
  }

  private func texts(in folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  private func records(_ lines: String, of file: URL) throws -> [GoldRecord] {
    let decoder = JSONDecoder()
    return try lines.split(separator: "\n").enumerated().map { number, line in
      do {
        return try decoder.decode(GoldRecord.self, from: Data(line.utf8))
      } catch {
        throw ValidationError("\(file.lastPathComponent)第\(number + 1)行不是标注记录：\(error)")
      }
    }
  }

  private func report(_ board: ScoreBoard) {
    for part in Part.allCases where !board.kinds(of: part).isEmpty {
      print("— \(part.rawValue)")
      table(board, part, kind: nil)
      if byKind {
        for kind in board.kinds(of: part) {
          print("— \(part.rawValue)：\(kind)")
          table(board, part, kind: kind)
        }
      }
    }
    if misses || missesOfTest {
      for miss in board.misses where missesOfTest || miss.part != .test { print(miss.line) }
    }
  }

  private func table(_ board: ScoreBoard, _ part: Part, kind: String?) {
    for measure in Measure.allCases {
      let score = board.score(part, measure, kind: kind)
      guard score.gold + score.given > 0 else { continue }
      let name = measure.rawValue.padding(toLength: 16, withPad: " ", startingAt: 0)
      if measure.isAccuracy {
        print("  \(name) 正确率 \(rounded(score.value))（\(score.hits)/\(score.gold)）")
      } else {
        print(
          "  \(name) F1 \(rounded(score.value))  精确率 \(rounded(score.precision))"
            + "  召回率 \(rounded(score.recall))（标注\(score.gold)，得到\(score.given)）")
      }
    }
  }
}
