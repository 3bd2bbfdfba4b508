internal import GRDB

/// A provision or norm that a search found, best first.
struct Candidate: Sendable {
  /// The key of the provision, and of the norm where norms are sought.
  let provision: Int
  let norm: Int?
  let score: Double
  /// Whether it has the words, but not side by side as they were typed.
  var isLoose = false
  /// The unit of it that was asked for by its citation.
  var unit: CitedUnit?
}

/// A unit that was asked for by its citation, and the provision that it is in.
struct CitedUnit: Sendable {
  let provision: Int
  let citation: String
  let name: String
  let start: Int
  let end: Int
}

extension LibraryStore {
  /// The provisions that answer an expression, best first.
  func provisions(
    matching expression: String, _ conditions: SearchConditions, limit: Int
  ) throws(LibraryError) -> [Candidate] {
    let filter = Self.provisionFilter(conditions)
    return try read { db in
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT rowid, clause_rank(provision_words) AS score FROM provision_words
            WHERE provision_words MATCH ?\(filter.sql) ORDER BY score, rowid LIMIT ?
            """),
        arguments: StatementArguments([expression] + filter.arguments + [limit]))
      var found: [Candidate] = []
      while let row = try rows.next() {
        found.append(Candidate(provision: row[0], norm: nil, score: row[1]))
      }
      return found
    }
  }

  /// How many provisions answer an expression, counted up to a limit.
  func count(
    matching expression: String, _ conditions: SearchConditions, limit: Int
  ) throws(LibraryError) -> Int {
    let filter = Self.provisionFilter(conditions)
    return try read { db in
      try Int.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT count(*) FROM (SELECT 1 FROM provision_words
            WHERE provision_words MATCH ?\(filter.sql) LIMIT ?)
            """),
        arguments: StatementArguments([expression] + filter.arguments + [limit])) ?? 0
    }
  }

  private static func provisionFilter(_ conditions: SearchConditions) -> Fragment {
    var filter = Fragment(sql: "")
    if let documents = conditions.documents(of: "rowid") {
      filter = filter + Fragment(sql: " AND ") + documents
    }
    if !conditions.norm.isEmpty {
      filter =
        filter + Fragment(sql: " AND rowid IN (SELECT provision FROM norm WHERE ")
        + .all(conditions.norm) + Fragment(sql: ")")
    }
    return filter
  }

  /// The norms of some conditions in the order of documents and texts.
  func norms(_ conditions: SearchConditions) throws(LibraryError) -> [Candidate] {
    let filter = Self.normFilter(conditions)
    return try read { db in
      var found: [Candidate] = []
      let rows = try Row.fetchCursor(
        db, sql: "SELECT norm.id, norm.provision FROM norm WHERE \(filter.sql) ORDER BY norm.id",
        arguments: StatementArguments(filter.arguments))
      while let row = try rows.next() {
        found.append(Candidate(provision: row[1], norm: row[0], score: 0))
      }
      return found
    }
  }

  /// Those of some provisions' norms that conditions take.
  func norms(
    of provisions: [Int], _ conditions: SearchConditions
  ) throws(LibraryError) -> [Candidate] {
    let filter = Self.normFilter(conditions)
    return try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT norm.id, norm.provision FROM norm
          WHERE provision IN (SELECT value FROM json_each(?)) AND \(filter.sql) ORDER BY norm.id
          """, arguments: StatementArguments([Self.list(provisions)] + filter.arguments)
      ).map { Candidate(provision: $0[1], norm: $0[0], score: 0) }
    }
  }

  private static func normFilter(_ conditions: SearchConditions) -> Fragment {
    var parts = conditions.norm
    if let documents = conditions.documents(of: "norm.id") { parts.append(documents) }
    return parts.isEmpty ? Fragment(sql: "true") : .all(parts)
  }

  // MARK: Titles and subjects

  /// The documents whose titles answer an expression, best first.
  func titles(matching expression: String, limit: Int) throws(LibraryError) -> [Int] {
    try read { db in
      try Int.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT rowid FROM title_words WHERE title_words MATCH ?
            ORDER BY rank, rowid LIMIT ?
            """), arguments: [expression, limit])
    }
  }

  /// The documents of a number.
  func documents(number: String) throws(LibraryError) -> [Int] {
    try read { db in
      try Int.fetchAll(
        db, sql: "SELECT id FROM document WHERE number_key = ? ORDER BY id",
        arguments: [DocumentKey.number(number)])
    }
  }

  /// The documents of a title.
  func documents(titleKey: String) throws(LibraryError) -> [Int] {
    try read { db in
      try Int.fetchAll(
        db, sql: "SELECT id FROM document WHERE title_key = ? ORDER BY id", arguments: [titleKey])
    }
  }

  /// A unit of a document, with the provision that it is in.
  func unit(_ citation: String, of document: Int) throws(LibraryError) -> CitedUnit? {
    try read { db in
      guard let node = try node(citation, of: document, in: db) else { return nil }
      let keys = RowKey.range(of: document)
      let id = try Int.fetchOne(
        db,
        sql: """
          SELECT id FROM provision WHERE id BETWEEN ? AND ? AND start <= ? AND end > ?
          ORDER BY id DESC LIMIT 1
          """,
        arguments: [
          keys.lowerBound, keys.upperBound, node["start"] as Int, node["start"] as Int,
        ])
      return id.map {
        CitedUnit(
          provision: $0, citation: node["citation"] ?? "", name: node["name"],
          start: node["start"], end: node["end"])
      }
    }
  }

  /// The provisions that cite a unit of a document that is known by its title, in the order of documents.
  func provisions(
    citing titleKey: String, path: CitationPath
  ) throws(LibraryError) -> [Candidate] {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT DISTINCT provision.id, reference_target.citation FROM reference_target
          JOIN reference ON reference.id = reference_target.reference
          JOIN document ON document.id = reference.id >> 24 AND document.copy_of IS NULL
          JOIN provision
            ON provision.id BETWEEN (document.id << 24) AND (document.id << 24 | 16777215)
            AND provision.start <= reference.start AND provision.end > reference.start
          WHERE reference_target.title_key = ? AND reference_target.citation IS NOT NULL
          ORDER BY provision.id
          """, arguments: [titleKey])
      var found: [Candidate] = []
      while let row = try rows.next() {
        guard CitationPath(row[1] as String) == path, found.last?.provision != row[0] else {
          continue
        }
        found.append(Candidate(provision: row[0], norm: nil, score: 0))
      }
      return found
    }
  }

  /// The organs that a question may mean: of some functions, or with some words in their names.
  func subjects(
    functions: Set<String>, words: String
  ) throws(LibraryError) -> [DepartmentFinder.Subject] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT id, name, kind, function, level, place, generic FROM subject
          WHERE function IN (SELECT value FROM json_each(?)) OR instr(name, ?) > 0
          """, arguments: [Self.list(functions.sorted()), words]
      ).map { row in
        DepartmentFinder.Subject(
          id: row[0], name: row[1], kind: row[2], function: row[3], level: row[4], place: row[5],
          generic: row[6])
      }
    }
  }
}
