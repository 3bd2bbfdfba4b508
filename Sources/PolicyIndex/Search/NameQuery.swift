/// Reads a question that names a document or a provision: 民法典 第一千二百五十九条; 教育法第五条第二款;
/// 《职业教育法》; 国办发〔2019〕2号.
struct NameQuery {
  let store: LibraryStore
  let snapshot: VersionSnapshot

  /// What was named.
  struct Answer {
    /// The documents of the title or number.
    var documents: [Int] = []
    /// The provision that was cited, of each of them; `nil` where none was.
    var provisions: [Candidate]?
  }

  /// How many documents of like titles are told.
  private static let limit = 5

  /// What some words name.
  func read(_ words: String) throws(LibraryError) -> Answer {
    let words = words.filter { $0 != "《" && $0 != "》" }
    guard !words.allSatisfy(\.isWhitespace) else { return Answer() }
    if let number = try numbered(words) { return number }
    if let cited = CitationPath.trailing(words), !cited.before.isEmpty {
      let documents = try titled(cited.before)
      var found: [Candidate] = []
      for document in current(documents) {
        for name in cited.path.names {
          if let place = try store.provision(name, of: document) {
            found.append(Candidate(provision: place.provision, norm: nil, score: 0))
            break
          }
        }
      }
      if !found.isEmpty { return Answer(documents: documents, provisions: found) }
    }
    return Answer(documents: try titled(words, isLoose: true))
  }

  private func numbered(_ words: String) throws(LibraryError) -> Answer? {
    guard words.hasSuffix("号"), words.contains(where: { "〔[【（(［﹝第".contains($0) }) else {
      return nil
    }
    let found = try store.documents(number: words)
    return found.isEmpty ? nil : Answer(documents: found, provisions: [])
  }

  /// The documents of a title, those in force first; of like titles if none has it.
  private func titled(_ words: String, isLoose: Bool = false) throws(LibraryError) -> [Int] {
    let exact = try store.documents(titleKey: DocumentKey.title(words))
    if !exact.isEmpty { return ordered(exact) }
    guard let query = try TextQuery(words) else { return [] }
    let expression = MatchExpression(closeness: .characters).text(of: query)
    let found = try store.titles(matching: expression, limit: 50)
    return Array(ordered(found).prefix(Self.limit))
  }

  private func ordered(_ documents: [Int]) -> [Int] {
    let old = Set(snapshot.superseded + snapshot.copies)
    return documents.filter { !old.contains($0) } + documents.filter { old.contains($0) }
  }

  /// Of each work the version that counts now; all where none does.
  private func current(_ documents: [Int]) -> [Int] {
    let old = Set(snapshot.superseded + snapshot.copies)
    let kept = documents.filter { !old.contains($0) }
    return kept.isEmpty ? documents : kept
  }
}
