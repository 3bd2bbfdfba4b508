import Foundation
import PolicyAnalysis
import PolicyLexicons

@testable import PolicyIndex

/// A library in a folder of its own, removed after the test.
final class TestLibrary: Sendable {
  private static let lexicons = Result { try Lexicons.embedded() }
  private static let tools = Result {
    let words = try lexicons.get()
    return (analyzer: try Analyzer(lexicons: words), preparer: try SourcePreparer(lexicons: words))
  }

  let folder: URL
  let library: Library
  static let today = CalendarDay(number: 20_240_601)

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tiaoli-library-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    library = try Library(path: folder.appendingPathComponent("a.sqlite").path, for: .creating)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The rows of a text.
  static func record(_ text: String, name: String) throws -> SourceRecord {
    try record(Array(text.utf8), name: name)
  }

  /// The rows of a file.
  static func record(_ bytes: [UInt8], name: String) throws -> SourceRecord {
    let tools = try tools.get()
    let analysis = try tools.analyzer.analyze(bytes, name: name)
    return tools.preparer.record(of: analysis, bytes: bytes, path: "/texts/" + name)
  }

  /// Adds texts, each in a transaction of its own; the names are 1.txt, 2.txt and so on unless given.
  @discardableResult
  func add(_ texts: String..., names: [String] = []) throws -> [AddOutcome] {
    try texts.enumerated().flatMap { index, text in
      let name = index < names.count ? names[index] : "\(text.hashValue).txt"
      return try library.add(
        [Self.record(text, name: name)], generator: "test", today: Self.today)
    }
  }

  /// The documents, by their numbers.
  func documents() throws -> [DocumentSummary] {
    try library.documents(on: Self.today).sorted { $0.id < $1.id }
  }
}
