internal import PolicyText

/// Reads a question that names a document or a provision: 民法典 第一千二百五十九条; 教育法第五条第二款;
/// 《职业教育法》; 国办发〔2019〕2号.
struct NameQuery {
  let store: LibraryStore
  let snapshot: VersionSnapshot
  /// Whether versions that a later one replaced are asked as well.
  let keepsOld: Bool
  /// The documents that are asked, where they were chosen by their numbers: 第五条 is then one of theirs.
  let chosen: Set<Int>?

  /// What was named.
  struct Answer {
    /// The documents of the title or number.
    var documents: [Int] = []
    /// The provision that was cited, of each of them; `nil` where none was.
    var provisions: [Candidate]?
    /// What is marked in them: the name that was asked for, where they cite it.
    var terms: [[Unicode.Scalar]] = []
    /// What a reader must know of how the question was taken.
    var notice: String?
    /// The citation that no document of the library answers; the words are still to be sought.
    var unanswered: String?
  }

  /// How many documents of like titles are told.
  private static let limit = 5

  /// What some words name.
  func read(_ words: String) throws(LibraryError) -> Answer {
    let words = words.filter { $0 != "《" && $0 != "》" }
    guard !words.allSatisfy(\.isWhitespace) else { return Answer() }
    if let number = try numbered(words) { return number }
    if let cited = CitationPath.trailing(words), Self.isPlain(cited.before) {
      let unit = String(words.filter { !$0.isWhitespace }.suffix(cited.length))
      if cited.before.isEmpty {
        if let chosen { return try provisions(cited.path, unit, of: chosen.sorted(), called: nil) }
      } else if let answer = try cite(cited.before, cited.path, unit) {
        return answer
      } else {
        return Answer(
          documents: try titled(words),
          unanswered: "库中没有名为《\(cited.before)》的文件，也没有条文引用它的\(unit)")
      }
    }
    return Answer(documents: try titled(words))
  }

  private func numbered(_ words: String) throws(LibraryError) -> Answer? {
    guard words.hasSuffix("号"), words.contains(where: { "〔[【（(［﹝第".contains($0) }) else {
      return nil
    }
    let found = try store.documents(number: words)
    return found.isEmpty ? nil : Answer(documents: ordered(found), provisions: [])
  }

  /// Whether words are no question with marks of its own.
  private static func isPlain(_ words: String) -> Bool {
    !words.contains { "\"“”「」()（".contains($0) } && !words.contains("NOT")
      && !words.contains("AND") && !words.contains("OR") && !words.hasPrefix("-")
  }

  // MARK: Provisions

  /// The unit that is cited; `nil` if nothing in the library has to do with it.
  private func cite(
    _ name: String, _ path: CitationPath, _ unit: String
  ) throws(LibraryError) -> Answer? {
    let key = DocumentKey.title(name)
    let exact = ordered(try store.documents(titleKey: key))
    if !exact.isEmpty { return try provisions(path, unit, of: exact, called: nil) }
    if let meant = shortName(key) { return try provisions(path, unit, of: meant, called: name) }
    // The library has no such law. What cites that unit comes before what has a name like it.
    var answer = Answer()
    let citing = try store.provisions(citing: key, path: path)
    let like = try titled(name)
    var own: [Candidate] = []
    for document in kept(like) { own += try provision(path, of: document) }
    guard !citing.isEmpty || !own.isEmpty else { return nil }
    answer.documents = own.isEmpty ? [] : like
    answer.provisions = citing + own
    answer.terms = [Array(key.unicodeScalars), Array(unit.unicodeScalars)]
    let parts = [
      citing.isEmpty ? nil : "引用它的\(unit)的条文", own.isEmpty ? nil : "名称中有这些字的文件的这一条",
    ]
    answer.notice =
      "库中没有名为《\(name)》的文件。以下是"
      + parts.compactMap { $0 }.joined(separator: "，和") + "。"
    return answer
  }

  /// A unit of some documents of one name; where they lack it, that is said.
  private func provisions(
    _ path: CitationPath, _ unit: String, of documents: [Int], called short: String?
  ) throws(LibraryError) -> Answer {
    let current = kept(documents)
    var answer = Answer(documents: documents, provisions: [])
    var found: [Candidate] = []
    for document in current { found += try provision(path, of: document) }
    answer.provisions = found
    let title = snapshot.index.versions[documents.first ?? 0]?.title ?? ""
    let named = title.hasPrefix("《") ? title : "《\(title)》"
    if let short { answer.notice = "“\(short)”按简称理解为\(named)。" }
    guard found.isEmpty else { return answer }
    var lack = "\(named)（\(Self.list(current))）中没有\(unit)"
    var older: [Int] = []
    for document in documents where !current.contains(document) {
      if try !provision(path, of: document).isEmpty { older.append(document) }
    }
    if !older.isEmpty {
      lack += "；旧文本（\(Self.list(older))）中有，加 --all-versions 查看"
    } else if let article = path.article, path != article {
      for document in current { found += try provision(article, of: document) }
      answer.provisions = found
      if !found.isEmpty { lack += "，以下是它所在的条" }
    }
    answer.notice = (answer.notice ?? "") + lack + "。"
    return answer
  }

  private func provision(
    _ path: CitationPath, of document: Int
  ) throws(LibraryError) -> [Candidate] {
    for name in path.names {
      if let unit = try store.unit(name, of: document) {
        return [Candidate(provision: unit.provision, norm: nil, score: 0, unit: unit)]
      }
    }
    return []
  }

  private static func list(_ documents: [Int]) -> String {
    documents.prefix(limit).map { "#\($0)" }.joined(separator: "、")
  }

  // MARK: Documents

  /// The documents of a title, those in force first; of like titles if none has it.
  private func titled(_ words: String) throws(LibraryError) -> [Int] {
    let exact = try store.documents(titleKey: DocumentKey.title(words))
    if !exact.isEmpty { return ordered(exact) }
    guard let query = try TextQuery(words) else { return [] }
    let expression = MatchExpression(closeness: .characters).text(of: query)
    let found = try store.titles(matching: expression, limit: 50)
    return Array(ordered(found).prefix(Self.limit))
  }

  /// The one rule whose title a short name leaves characters out of (民诉法: 民事诉讼法); of several the one
  /// that is a law; `nil` where that leaves a choice.
  ///
  /// A short name keeps the first and the last character, and at least a quarter of all.
  private func shortName(_ name: String) -> [Int]? {
    let short = Array(name.unicodeScalars)
    guard short.count > 1, let first = short.first, let last = short.last else { return nil }
    var works: [Int: Bool] = [:]
    for version in snapshot.index.versions.values where version.isRule && version.copyOf == nil {
      guard let title = version.titleKey?.unicodeScalars, title.first == first,
        title.last == last, title.count <= short.count * 4
      else { continue }
      var rest = short[...]
      for scalar in title where scalar == rest.first { rest.removeFirst() }
      if rest.isEmpty { works[version.work] = version.authorityLevel == "法律" }
    }
    let laws = works.filter(\.value)
    let meant = laws.isEmpty ? works : laws
    guard meant.count == 1, let work = meant.keys.first else { return nil }
    return ordered(snapshot.index.byWork[work] ?? [])
  }

  private func ordered(_ documents: [Int]) -> [Int] {
    let old = Set(snapshot.superseded + snapshot.copies)
    return documents.filter { !old.contains($0) } + documents.filter { old.contains($0) }
  }

  /// Of each work the version that counts now, unless all are asked for; all where none does.
  private func kept(_ documents: [Int]) -> [Int] {
    let left = Set(snapshot.copies + (keepsOld ? [] : snapshot.superseded))
    let kept = documents.filter { !left.contains($0) }
    return kept.isEmpty ? documents : kept
  }
}
