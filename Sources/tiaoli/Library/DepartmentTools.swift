internal import PolicyAnalysis
internal import PolicyExtraction
internal import PolicyIndex
internal import PolicyLexicons

/// What it takes to understand the name of a department.
struct DepartmentTools {
  private let analyzer: Analyzer
  /// Which organs are meant by a name.
  let finder: DepartmentFinder

  /// - Throws: ``CommandFailure`` if a word list is at fault.
  init(_ options: LexiconOptions) throws(CommandFailure) {
    let words = try options.words()
    analyzer = try options.analyzer(words)
    do {
      finder = try DepartmentFinder(lexicons: words)
    } catch {
      throw CommandFailure(.usage, error.description)
    }
  }

  /// A department as a question to the library.
  func question(_ words: String, isExact: Bool) -> DepartmentQuestion {
    let query = analyzer.departmentQuery(words)
    return DepartmentQuestion(
      words: words, function: query.function, level: query.level?.rawValue, isExact: isExact)
  }
}
