internal import Foundation
internal import GRDB

extension LibraryStore {
  /// Removes documents; gives those that were there.
  func remove(_ documents: [Int]) throws(LibraryError) -> [Int] {
    try write { db in
      try ensureIndex(db)
      let found = try documents.filter { id in
        try Int.fetchOne(db, sql: "SELECT id FROM document WHERE id = ?", arguments: [id]) != nil
      }
      for id in found { try DocumentRemoval.removeDocument(id, in: db) }
      if !found.isEmpty { try Self.noteChange(db) }
      return found
    }
  }

  /// How much there is.
  func counts() throws(LibraryError) -> LibraryCounts {
    // What was written last stands in the log beside the file.
    let size = [path, path + "-wal"].reduce(0) { sum, file in
      sum + ((try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int) ?? 0)
    }
    return try read { db in
      func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
      return LibraryCounts(
        sources: try count("SELECT count(*) FROM source"),
        works: try count("SELECT count(*) FROM work"),
        documents: try count("SELECT count(*) FROM document"),
        provisions: try count("SELECT count(*) FROM provision"),
        norms: try count("SELECT count(*) FROM norm"),
        textSize: try count("SELECT coalesce(sum(text_size), 0) FROM source"), fileSize: size)
    }
  }

  /// The documents that a filter takes, as lists show them.
  func summaries(
    filter: DocumentFilter, index: VersionIndex, day: CalendarDay
  ) throws(LibraryError) -> [DocumentSummary] {
    let ids = try documents(filter: filter, index: index, day: day)
    return try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT document.*, source.name AS source_name,
            (SELECT group_concat(name, char(10)) FROM
              (SELECT name FROM issuer WHERE document = document.id ORDER BY ordinal)) AS issuers
          FROM document JOIN source ON source.id = document.source
          WHERE document.id IN (SELECT value FROM json_each(?))
          ORDER BY coalesce(title_key, ''), coalesce(in_force, 0), document.id
          """, arguments: [Self.list(ids)])
      return rows.map { row in summary(row, index: index, day: day) }
    }
  }

  private func summary(_ row: Row, index: VersionIndex, day: CalendarDay) -> DocumentSummary {
    let id: Int = row["id"]
    let issuers: String? = row["issuers"]
    let versionDay = ["revised", "promulgated", "issued", "adopted", "effective"]
      .lazy.compactMap { row[$0] as Int? }.first
    return DocumentSummary(
      id: id, work: row["work"], versions: index.byWork[row["work"]]?.count ?? 1,
      title: row["title"] ?? "", type: row["type"], authorityLevel: row["authority_level"],
      number: row["number"],
      issuers: issuers?.split(separator: "\n").map(String.init) ?? [], region: row["region"],
      versionDay: versionDay.map(CalendarDay.init(number:)),
      inForce: (row["in_force"] as Int?).map(CalendarDay.init(number:)),
      validity: index.validity(of: id, on: day), articles: row["articles"], norms: row["norms"],
      source: row["source_name"], copyOf: row["copy_of"], doubt: row["doubt"])
  }

  /// The numbers of the documents that a filter takes.
  func documents(
    filter: DocumentFilter, index: VersionIndex, day: CalendarDay
  ) throws(LibraryError) -> [Int] {
    var conditions: [String] = []
    var arguments: [any DatabaseValueConvertible] = []
    func add(_ condition: String, _ values: any DatabaseValueConvertible...) {
      conditions.append(condition)
      arguments += values
    }
    for words in filter.title { add("instr(title, ?) > 0", words) }
    if let issuer = filter.issuer {
      add(
        "EXISTS (SELECT 1 FROM issuer WHERE document = document.id AND instr(name, ?) > 0)", issuer)
    }
    if let region = filter.region {
      add("(instr(region, ?) > 0 OR instr(title, ?) > 0)", region, region)
    }
    if let number = filter.number { add("number_key = ?", DocumentKey.number(number)) }
    if let from = filter.from { add("coalesce(in_force, issued, adopted) >= ?", from.number) }
    if let to = filter.to { add("coalesce(in_force, issued, adopted) <= ?", to.end.number) }
    if !filter.authorityLevels.isEmpty {
      add(
        "authority_level IN (SELECT value FROM json_each(?))",
        Self.list(filter.authorityLevels.sorted()))
    }
    if !filter.types.isEmpty {
      add("type IN (SELECT value FROM json_each(?))", Self.list(filter.types.sorted()))
    }
    if let documents = filter.documents {
      add("id IN (SELECT value FROM json_each(?))", Self.list(documents.sorted()))
    }
    let sql =
      "SELECT id FROM document"
      + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
      + " ORDER BY id"
    var ids = try read { db in
      try Int.fetchAll(db, sql: sql, arguments: StatementArguments(arguments))
    }
    if let asOf = filter.asOf {
      ids = ids.filter { index.applies($0, on: asOf) }
    }
    if !filter.states.isEmpty {
      ids = ids.filter { filter.states.contains(index.validity(of: $0, on: day).state) }
    }
    return ids
  }

  /// 效力级别 of the documents, those of most first.
  func authorityLevels() throws(LibraryError) -> [String] {
    try values("SELECT authority_level FROM document WHERE authority_level IS NOT NULL")
  }

  /// 文种 of the documents, those of most first.
  func types() throws(LibraryError) -> [String] {
    try values("SELECT type FROM document WHERE type IS NOT NULL")
  }

  private func values(_ select: String) throws(LibraryError) -> [String] {
    try read { db in
      try String.fetchAll(db, sql: select + " GROUP BY 1 ORDER BY count(*) DESC, 1")
    }
  }

  /// Numbers as a JSON array, the form in which SQLite takes a list as one argument.
  static func list(_ numbers: [Int]) -> String {
    "[" + numbers.map(String.init).joined(separator: ",") + "]"
  }

  /// Words as a JSON array.
  static func list(_ words: [String]) -> String {
    let data = (try? JSONEncoder().encode(words)) ?? Data("[]".utf8)
    return String(decoding: data, as: UTF8.self)
  }
}
