import Foundation
import PolicyAnalysis
import PolicyExtraction
import PolicyLexicons
import Testing

@testable import PolicyIndex

/// The questions of `corpus/gold/search.tsv` and `departments.tsv` against all texts of the corpus.
@Suite("search against its gold", .serialized)
struct SearchGoldTests {
  private struct Question {
    let words: String
    let document: String
    let citations: Set<String>
  }

  private static let corpus = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("corpus")

  private static let library = Result { () throws -> TestLibrary in
    let test = try TestLibrary()
    let folder = corpus.appendingPathComponent("texts")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    for name in names where name.hasSuffix(".txt") {
      let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
      let record = try TestLibrary.record(bytes, name: name)
      _ = try test.library.add([record], generator: "test", today: TestLibrary.today)
    }
    return test
  }

  private static func questions(_ file: String) throws -> [Question] {
    let text = try String(
      contentsOf: corpus.appendingPathComponent("gold/\(file)"), encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Question(
        words: cells[0], document: cells[1],
        citations: Set(cells[2].split(separator: "|").map(String.init)))
    }
  }

  /// The documents that a file gave, by its name without ending.
  private static func documents(of test: TestLibrary) throws -> [String: Set<Int>] {
    var byName: [String: Set<Int>] = [:]
    for document in try test.documents() {
      byName[String(document.source.dropLast(4)), default: []].insert(document.id)
    }
    return byName
  }

  @Test("recall at 10 is at least 0.95 over at least 60 questions")
  func recall() throws {
    let test = try Self.library.get()
    let questions = try Self.questions("search.tsv")
    #expect(questions.count >= 60)
    let documents = try Self.documents(of: test)
    var found = 0
    var asked = 0
    for question in questions {
      var request = SearchRequest()
      request.words = question.words
      request.limit = 10
      let hits = try test.library.search(request, on: TestLibrary.today).hits
      let own = documents[Self.twin(of: question.document)] ?? []
      let citations = Set(hits.filter { own.contains($0.document.id) }.map(\.citation))
      let right = question.citations.intersection(citations).count
      found += right
      asked += question.citations.count
      if right < question.citations.count {
        print("missed: \(question.words): \(question.citations.subtracting(citations).sorted())")
      }
    }
    let recall = Double(found) / Double(asked)
    print("recall at 10: \(recall) (\(found) of \(asked), \(questions.count) questions)")
    #expect(recall >= 0.95)
  }

  @Test("departments are found with a precision of at least 0.95")
  func departments() throws {
    let test = try Self.library.get()
    let lexicons = try Lexicons.embedded()
    let analyzer = try Analyzer(lexicons: lexicons)
    let finder = try DepartmentFinder(lexicons: lexicons)
    let documents = try Self.documents(of: test)
    var right = 0
    var given = 0
    var asked = 0
    for question in try Self.questions("departments.tsv") {
      let query = analyzer.departmentQuery(question.words)
      var request = SearchRequest()
      request.limit = 10_000
      request.duties.department = DepartmentQuestion(
        words: question.words, function: query.function, level: query.level?.rawValue,
        isExact: false)
      request.documents.documents = documents[Self.twin(of: question.document)] ?? []
      let hits = try test.library.search(request, on: TestLibrary.today, finder: finder).hits
      let citations = Set(
        hits.map { $0.citation.components(separatedBy: "条第")[0] }
          .map { $0.hasSuffix("条") || !$0.hasPrefix("第") || $0.contains("条之") ? $0 : $0 + "条" })
      right += citations.intersection(question.citations).count
      given += citations.count
      asked += question.citations.count
      let wrong = citations.subtracting(question.citations).sorted()
      let missed = question.citations.subtracting(citations).sorted()
      if !wrong.isEmpty || !missed.isEmpty {
        print("\(question.words) in \(question.document): wrong \(wrong), missed \(missed)")
      }
    }
    let precision = Double(right) / Double(max(given, 1))
    let recall = Double(right) / Double(max(asked, 1))
    print("departments: precision \(precision), recall \(recall)")
    #expect(precision >= 0.95)
    #expect(recall >= 0.85)
  }

  /// Of texts that the corpus has in two encodings the library keeps the first.
  private static func twin(of name: String) -> String {
    name == "notice-school-meals" ? "notice-school-meals-gb18030" : name
  }
}
