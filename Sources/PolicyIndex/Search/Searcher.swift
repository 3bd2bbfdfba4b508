/// Answers questions: finds candidates in the library, ranks them, and shows the best.
struct Searcher {
  let library: Library
  let snapshot: VersionSnapshot
  let finder: DepartmentFinder?

  private var store: LibraryStore { library.store }
  private var index: VersionIndex { snapshot.index }

  /// How many candidates are ranked with their words in view, at least.
  private static let pool = 30
  /// From how many close hits on no looser ones are looked for.
  private static let enough = 10
  /// Hits are counted so far.
  private static let countLimit = 1_000

  /// What was found by words.
  private struct Found {
    var candidates: [Candidate] = []
    var closeness = SearchAnswer.Closeness.exact
    var total = 0
    var terms: [[Unicode.Scalar]] = []
  }

  /// The answer to a question.
  func answer(_ request: SearchRequest) throws(LibraryError) -> SearchAnswer {
    let scope = try scope(of: request)
    let subjects = try self.subjects(request.duties.department)
    let conditions = SearchConditions(
      request.duties, subjects: subjects?.map(\.id), documents: scope.documents,
      excluded: scope.excluded)
    let named = try NameQuery(
      store: store, snapshot: snapshot, keepsOld: request.includesOldVersions,
      chosen: request.documents.documents
    ).read(request.words)
    var found: Found
    if let provisions = named.provisions {
      found = Found()
      found.candidates = provisions.filter { scope.takes(RowKey.document(of: $0.provision)) }
      found.total = found.candidates.count
      found.terms = named.terms
    } else if let query = try TextQuery(request.words) {
      found = try search(
        query, conditions, needed: request.offset + request.limit,
        loosest: named.unanswered == nil ? .someParts : .parts)
    } else {
      found = Found()
      found.candidates = inOrder(try store.norms(conditions))
      found.total = found.candidates.count
    }
    var within: String?
    if named.provisions == nil, found.closeness == .some || found.candidates.isEmpty,
      let inside = try searchWithin(request, scope, subjects?.map(\.id))
    {
      found = inside.found
      within = "在\(inside.title)中找“\(inside.words)”。"
    }
    let page = found.candidates.dropFirst(request.offset)
    let isCounted = found.total >= Self.countLimit && !request.words.isEmpty
    let builder = HitBuilder(library: library, snapshot: snapshot, terms: found.terms)
    let hits = try builder.hits(
      Array(page.prefix(request.limit)), conditions,
      reasons: Dictionary(
        (subjects ?? []).map { ($0.id, $0.reason) }, uniquingKeysWith: { first, _ in first }))
    let notice = within ?? named.notice ?? (hits.isEmpty ? named.unanswered.map { $0 + "。" } : nil)
    return SearchAnswer(
      notice: notice, documents: named.documents.filter(scope.takes).map { builder.document($0) },
      hits: hits,
      total: max(found.total, found.candidates.count),
      isMore: isCounted, closeness: found.closeness,
      subjects: (subjects ?? []).map { ($0.name, $0.reason) }, oldVersions: scope.oldVersions,
      repealed: scope.repealed, undated: scope.undated)
  }

  /// Norms with those of texts in force first, and of these the higher rank; else as they were.
  private func inOrder(_ norms: [Candidate]) -> [Candidate] {
    var places: [Int: Int] = [:]
    func place(of document: Int) -> Int {
      if let known = places[document] { return known }
      let state =
        switch index.validity(of: document, on: snapshot.day).state {
        case .inForce: 0
        case .notYet: 1
        case .unknown: 2
        case .amended: 3
        case .repealed: 4
        }
      let rank =
        switch index.versions[document]?.authorityLevel {
        case "宪法", "法律": 0
        case "行政法规", "监察法规", "司法解释": 1
        case "地方性法规", "部门规章", "地方政府规章": 2
        default: 3
        }
      places[document] = state * 4 + rank
      return state * 4 + rank
    }
    let placed = norms.map { (place: place(of: RowKey.document(of: $0.provision)), norm: $0) }
    return placed.sorted { ($0.place, $0.norm.norm ?? 0) < ($1.place, $1.norm.norm ?? 0) }
      .map(\.norm)
  }

  // MARK: Scope

  /// Which documents are asked.
  private struct Scope {
    /// `nil` for all but the excluded ones.
    let documents: [Int]?
    /// Those that are left out of all, since they are few; none where documents are named.
    let excluded: [Int]
    private let set: Set<Int>
    var oldVersions = 0
    var repealed = 0
    var undated = 0

    init(_ documents: [Int]) {
      self.documents = documents
      excluded = []
      set = Set(documents)
    }

    init(allBut excluded: Set<Int>) {
      documents = nil
      self.excluded = excluded.sorted()
      set = excluded
    }

    func takes(_ document: Int) -> Bool { set.contains(document) == (documents != nil) }
  }

  private func scope(of request: SearchRequest) throws(LibraryError) -> Scope {
    let filter = request.documents
    let keepsOld =
      request.includesOldVersions || filter.asOf != nil || !filter.states.isEmpty
      || filter.documents != nil
    var left = Set(filter.documents == nil ? snapshot.copies : [])
    if !keepsOld { left.formUnion(snapshot.superseded) }
    var repealed: Set<Int> = []
    if !request.includesRepealed, !keepsOld {
      repealed = Set(
        index.versions.keys.filter {
          !left.contains($0) && index.validity(of: $0, on: snapshot.day).state == .repealed
        })
      left.formUnion(repealed)
    }
    if filter.isOpen {
      var scope = Scope(allBut: left)
      if !keepsOld { scope.oldVersions = snapshot.superseded.count }
      scope.repealed = repealed.count
      return scope
    }
    let asked = try store.documents(filter: filter, index: index, day: snapshot.day)
    var scope = Scope(asked.filter { !left.contains($0) })
    if !keepsOld {
      let old = Set(snapshot.superseded)
      scope.oldVersions = asked.count { old.contains($0) }
    }
    scope.repealed = asked.count { repealed.contains($0) }
    if filter.asOf != nil { scope.undated = snapshot.undated.count }
    return scope
  }

  private func subjects(
    _ question: DepartmentQuestion?
  ) throws(LibraryError) -> [(id: Int, name: String, reason: String)]? {
    guard let question, let finder else { return nil }
    return try store.subjects(question, finder: finder)
  }

  // MARK: Words

  /// What a question finds that begins with the name of a law and goes on with words: 会计法 单位负责人, the
  /// words within that law; `nil` if it does not, or nothing is there.
  private func searchWithin(
    _ request: SearchRequest, _ scope: Scope, _ subjects: [Int]?
  ) throws(LibraryError) -> (found: Found, title: String, words: String)? {
    guard let space = request.words.firstIndex(where: \.isWhitespace) else { return nil }
    let words = String(request.words[space...].drop(while: \.isWhitespace))
    let key = DocumentKey.title(String(request.words[..<space]))
    let documents = try store.documents(titleKey: key).filter(scope.takes)
    guard let first = documents.first, let query = try TextQuery(words) else { return nil }
    let found = try search(
      query, SearchConditions(request.duties, subjects: subjects, documents: documents),
      needed: request.offset + request.limit, loosest: .parts)
    guard !found.candidates.isEmpty else { return nil }
    let title = index.versions[first]?.title ?? ""
    return (found, title.hasPrefix("《") ? title : "《\(title)》", words)
  }

  /// Goes from the closest reading of the words to looser ones.
  ///
  /// Where the words stand as they were typed, a few hits are joined by those in which they stand near
  /// each other; words that are strewn over a provision answer only where nothing closer does.
  private func search(
    _ query: TextQuery, _ conditions: SearchConditions, needed: Int,
    loosest: MatchExpression.Closeness
  ) throws(LibraryError) -> Found {
    var found = Found()
    var seen: Set<Int> = []
    var tried: Set<String> = []
    let limit = max(needed, Self.pool)
    for closeness in MatchExpression.Closeness.allCases {
      if closeness.rawValue > loosest.rawValue { break }
      let isFound = !found.candidates.isEmpty
      if closeness == .near, found.candidates.count >= min(needed, Self.enough) { break }
      if isFound, closeness == .parts || closeness == .someParts { break }
      if found.candidates.count >= limit { break }
      let expression = MatchExpression(closeness: closeness).text(of: query)
      guard tried.insert(expression).inserted else { continue }
      let more = try store.provisions(matching: expression, conditions, limit: limit)
      if !isFound {
        found.closeness =
          switch closeness {
          case .words, .characters: .exact
          case .near, .parts: .apart
          case .someParts: .some
          }
      }
      let bonus = closeness == .words ? 1.25 : 1
      found.candidates += more.filter { seen.insert($0.provision).inserted }.map {
        Candidate(
          provision: $0.provision, norm: nil, score: $0.score * bonus,
          isLoose: closeness == .near && found.closeness == .exact)
      }
      if !more.isEmpty { found.terms += Self.terms(of: query, closeness) }
      if closeness != .words || !more.isEmpty {
        found.total = try total(query, conditions, closeness: closeness, among: found)
      }
    }
    found.candidates = try Ranking(library: library, snapshot: snapshot, terms: found.terms)
      .ranked(found.candidates, pool: limit)
    return found
  }

  private func total(
    _ query: TextQuery, _ conditions: SearchConditions, closeness: MatchExpression.Closeness,
    among found: Found
  ) throws(LibraryError) -> Int {
    // What has the words has the characters.
    let counted = closeness == .words ? MatchExpression.Closeness.characters : closeness
    let expression = MatchExpression(closeness: counted).text(of: query)
    let count = try store.count(
      matching: expression, conditions, limit: Self.countLimit)
    return max(count, found.candidates.count)
  }

  /// What is marked in a hit.
  private static func terms(
    of query: TextQuery, _ closeness: MatchExpression.Closeness
  ) -> [[Unicode.Scalar]] {
    switch closeness {
    case .words, .characters: query.terms.map(\.scalars)
    case .near, .parts, .someParts:
      query.terms.flatMap { term -> [[Unicode.Scalar]] in
        let words = term.isQuoted ? [] : MatchExpression.tellingWords(of: term)
        return words.isEmpty ? [term.scalars] : words
      }
    }
  }
}
