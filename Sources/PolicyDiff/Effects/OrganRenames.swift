internal import PolicyLexicons

/// 机构更名: organs that have another name since a reform of institutions, with the same business.
struct OrganRenames: Sendable {
  private struct Rename: Sendable {
    let old: String
    /// Each successor and the year in which it took over.
    let successors: [(name: String, year: String)]
  }

  private let renames: [Rename]

  /// The facts of a list.
  ///
  /// - Throws: ``LexiconError`` if a column is missing.
  init(_ lexicon: Lexicon) throws(LexiconError) {
    guard !lexicon.rows.isEmpty else {
      renames = []
      return
    }
    let (new, year) = (try lexicon.column("new"), try lexicon.column("year"))
    renames = lexicon.rows.map { row in
      let names = row[new].split(separator: "/").map(String.init)
      let years = row[year].split(separator: "/").map(String.init)
      return Rename(old: row[0], successors: zip(names, years).map { ($0, $1) })
    }
  }

  /// What is said of a change of names that a reform explains: the organ is the same.
  ///
  /// Empty where none does.
  func note(_ old: String, _ new: String) -> String {
    let found = renames.filter { old.contains($0.old) }.sorted { $0.old.count > $1.old.count }
    for rename in found {
      if let successor = rename.successors.first(where: { new.contains($0.name) }) {
        return "（\(successor.year)年机构改革后由其承接职责）"
      }
    }
    return ""
  }
}
