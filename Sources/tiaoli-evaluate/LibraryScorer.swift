internal import Foundation
internal import PolicyAnalysis
internal import PolicyExtraction
internal import PolicyIndex
internal import PolicyLexicons

/// Scores the library over all texts of the corpus: questions in words against `gold/search.tsv`, and
/// departments against `gold/departments.tsv`.
///
/// Recall is of the right provisions among the first ten hits.
final class LibraryScorer {
  private struct Question {
    let words: String
    let document: String
    let citations: Set<String>
  }

  private let analyzer: Analyzer
  private let preparer: SourcePreparer
  private let finder: DepartmentFinder
  private let folder: URL
  private let library: Library
  /// The documents that a text of the corpus gave, by its name.
  private var documents: [String: Set<Int>] = [:]
  /// Validity is asked for a day of its own, so that scores do not change with the calendar.
  private static let day = CalendarDay(number: 20_240_601)
  private static let firstHits = 10

  /// A scorer with an empty library in a folder of its own.
  ///
  /// - Throws: what is wrong with word lists or the folder.
  init(_ analyzer: Analyzer) throws {
    self.analyzer = analyzer
    preparer = try SourcePreparer(lexicons: analyzer.lexicons)
    finder = try DepartmentFinder(lexicons: analyzer.lexicons)
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tiaoli-evaluate-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    library = try Library(
      path: folder.appendingPathComponent("corpus.sqlite").path, for: .creating)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Puts a text into the library; of one that repeats another, that one's documents stand for it.
  func add(_ analysis: Analysis, bytes: [UInt8], name: String) throws {
    let record = preparer.record(of: analysis, bytes: bytes, path: "/\(name)")
    let outcomes = try library.add([record], generator: "evaluate", today: Self.day)
    for outcome in outcomes {
      if case .repeated(let twins) = outcome.result {
        documents[name, default: []].formUnion(twins)
      }
      documents[name, default: []].formUnion(outcome.documents.map(\.id))
    }
  }

  /// Scores against the questions in a folder.
  func score(_ gold: URL, _ board: inout ScoreBoard) throws {
    for question in try questions(gold.appendingPathComponent("search.tsv")) {
      var request = SearchRequest()
      request.words = question.words
      request.limit = Self.firstHits
      let found = try citations(request, of: question)
      let hits = found.intersection(question.citations).count
      board.add(
        .library, kind(question), .searchRecall,
        Score(hits: hits, given: question.citations.count, gold: question.citations.count))
      tell(question.citations.subtracting(found), "漏 search", question, &board)
    }
    for question in try questions(gold.appendingPathComponent("departments.tsv")) {
      let query = analyzer.departmentQuery(question.words)
      var request = SearchRequest()
      request.limit = .max >> 1
      request.duties.department = DepartmentQuestion(
        words: question.words, function: query.function, level: query.level?.rawValue,
        isExact: false)
      request.documents.documents = documents[question.document] ?? []
      let found = try citations(request, of: question)
      let hits = found.intersection(question.citations).count
      board.add(
        .library, kind(question), .departmentPrecision,
        Score(hits: hits, given: found.count, gold: found.count))
      board.add(
        .library, kind(question), .departmentRecall,
        Score(hits: hits, given: question.citations.count, gold: question.citations.count))
      tell(question.citations.subtracting(found), "漏 department", question, &board)
      tell(found.subtracting(question.citations), "多 department", question, &board)
    }
  }

  /// What a question finds in the text that it is about.
  private func citations(
    _ request: SearchRequest, of question: Question
  ) throws -> Set<String> {
    let own = documents[question.document] ?? []
    let hits = try library.search(request, on: Self.day, finder: finder).hits
    return Set(hits.filter { own.contains($0.document.id) }.map(\.citation))
  }

  private func kind(_ question: Question) -> String {
    String(question.document.prefix { $0 != "-" })
  }

  private func tell(
    _ citations: Set<String>, _ what: String, _ question: Question, _ board: inout ScoreBoard
  ) {
    guard !citations.isEmpty else { return }
    let list = citations.sorted().joined(separator: "、")
    board.miss(.library, "\(what) \(question.words) \(question.document) \(list)")
  }

  private func questions(_ file: URL) throws -> [Question] {
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 3 else { return nil }
      return Question(
        words: cells[0], document: cells[1],
        citations: Set(cells[2].split(separator: "|").map(String.init)))
    }
  }
}
