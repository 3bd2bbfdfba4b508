internal import Foundation
internal import GRDB

extension LibraryStore {
  /// Whether a file with a digest is held, made by a program of a name.
  func source(digest: [UInt8]) throws(LibraryError) -> (id: Int, generator: String)? {
    try read { db in
      try Row.fetchOne(
        db, sql: "SELECT id, generator FROM source WHERE digest = ?", arguments: [Data(digest)]
      ).map { ($0[0], $0[1]) }
    }
  }

  /// Writes sources, all or none; gives what became of each.
  func add(
    _ records: [SourceRecord], generator: String, today: CalendarDay
  ) throws(LibraryError) -> [AddOutcome] {
    try write { db in
      try ensureIndex(db)
      let adder = try SourceAdder(db, generator: generator, today: today)
      let outcomes = try records.map { try adder.add($0) }
      try Self.noteChange(db)
      return outcomes
    }
  }
}

/// Adds sources within a transaction.
final class SourceAdder {
  private let db: Database
  private let generator: String
  private let today: CalendarDay
  private let writer: DocumentWriter
  private let source: InsertStatement
  private let work: InsertStatement

  init(_ db: Database, generator: String, today: CalendarDay) throws {
    self.db = db
    self.generator = generator
    self.today = today
    writer = try DocumentWriter(db)
    source = try InsertStatement(
      db, "INSERT INTO source VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    work = try InsertStatement(db, "INSERT INTO work VALUES(?, ?)")
  }

  /// Adds a source, unless it is there.
  func add(_ record: SourceRecord) throws -> AddOutcome {
    // Another process may have added it since it was looked up.
    let held = try Int.fetchOne(
      db, sql: "SELECT id FROM source WHERE digest = ?", arguments: [Data(record.digest)])
    if held != nil { return AddOutcome(name: record.name, result: .unchanged, documents: []) }
    let replaced = try sourceReplaced(by: record)
    var ids: [Int] = []
    if let replaced {
      ids = try DocumentRemoval.documents(of: replaced, in: db)
      try DocumentRemoval.removeSource(replaced, in: db)
    }
    var standings = try standings(of: record)
    if replaced == nil, !standings.isEmpty, standings.allSatisfy(\.isExactCopy) {
      let twins = standings.compactMap(\.copyOf)
      return AddOutcome(name: record.name, result: .repeated(twins), documents: [])
    }
    let sourceID = try replaced ?? nextID("source")
    try writeSource(record, id: sourceID)
    let added = try writeDocuments(
      record, source: sourceID, standings: &standings, reusing: ids)
    return AddOutcome(
      name: record.name, result: replaced == nil ? .added : .updated, documents: added)
  }

  /// Writes a source anew under its number: what a newer program finds in it.
  func rewrite(_ record: SourceRecord, id: Int) throws {
    let row = try Row.fetchOne(
      db, sql: "SELECT name, path, added FROM source WHERE id = ?", arguments: [id])
    guard let row else { return }
    let ids = try DocumentRemoval.documents(of: id, in: db)
    try DocumentRemoval.removeSource(id, in: db)
    var standings = try standings(of: record)
    try writeSource(record, id: id, name: row[0], path: row[1], added: row[2])
    _ = try writeDocuments(record, source: id, standings: &standings, reusing: ids)
  }

  private func nextID(_ table: String) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT coalesce(max(id), 0) + 1 FROM \(table)") ?? 1
  }

  private func writeSource(
    _ record: SourceRecord, id: Int, name: String? = nil, path: String? = nil, added: Int? = nil
  ) throws {
    source.bind(id)
    source.bind(name ?? record.name)
    source.bind(path ?? record.path)
    source.bind(record.digest)
    source.bind(record.encoding)
    source.bind(record.length)
    source.bind(record.textSize)
    source.bind(record.text)
    source.bind(record.bytesSize)
    source.bind(record.bytes)
    source.bind(added ?? today.number)
    source.bind(generator)
    try source.step()
  }

  private func writeDocuments(
    _ record: SourceRecord, source: Int, standings: inout [Standing], reusing ids: [Int]
  ) throws -> [AddOutcome.Document] {
    var next = try nextID("document")
    var numbers: [Int] = []
    var added: [AddOutcome.Document] = []
    for (place, document) in record.documents.enumerated() {
      let id: Int
      if place < ids.count {
        id = ids[place]
      } else {
        id = next
        next += 1
      }
      numbers.append(id)
      // A page may print a document twice: what stands before it in the source is written by now.
      if record.documents[..<place].contains(where: {
        $0.facts.titleKey == document.facts.titleKey
      }) {
        standings[place] = try standing(of: document)
      }
      if standings[place].work == 0 {
        standings[place].work = try nextID("work")
        work.bind(standings[place].work)
        work.bind(document.facts.titleKey ?? "")
        try work.step()
      }
      let issuing = document.facts.issuedBy.flatMap { $0 < place ? numbers[$0] : nil }
      try writer.write(
        document, id: id, source: source, place: place, standing: standings[place],
        issuedBy: issuing)
      let versions = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM document WHERE work = ?", arguments: [standings[place].work])
      added.append(
        AddOutcome.Document(
          id: id, title: document.facts.title, isVersion: (versions ?? 1) > 1,
          work: standings[place].work, copyOf: standings[place].copyOf,
          doubt: standings[place].doubt))
    }
    return added
  }

  // MARK: - Works

  /// Where each document of a source stands; a work of its own has the number 0 for now.
  private func standings(of record: SourceRecord) throws -> [Standing] {
    try record.documents.map(standing)
  }

  private func standing(of document: DocumentRecord) throws -> Standing {
    switch WorkMatcher.decide(document.facts, among: try known(document.facts)) {
    case .apart(let doubt): Standing(work: 0, copyOf: nil, doubt: doubt)
    case .version(let work): Standing(work: work, copyOf: nil, doubt: nil)
    case .copy(let twin, let work):
      Standing(work: work, copyOf: twin, isExactCopy: true, doubt: nil)
    case .reprint(let twin, let work): Standing(work: work, copyOf: twin, doubt: nil)
    }
  }

  /// The documents that a new one may be a version or a copy of.
  private func known(_ facts: DocumentFacts) throws -> [KnownDocument] {
    guard let key = facts.titleKey else { return [] }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT document.*, source.path AS path FROM document JOIN source ON source.id = source
        WHERE title_key = ? ORDER BY document.id
        """, arguments: [key])
    return try rows.map { row in
      let id: Int = row["id"]
      let issuers = try String.fetchAll(
        db, sql: "SELECT name FROM issuer WHERE document = ? ORDER BY ordinal", arguments: [id])
      let days = ["revised", "promulgated", "issued", "adopted", "effective"]
      let day = days.lazy.compactMap { row[$0] as Int? }.first
      return KnownDocument(
        id: id, work: row["work"], source: row["source"], path: row["path"], issuers: issuers,
        authorityLevel: row["authority_level"], numberKey: row["number_key"],
        isRule: (row["articles"] as Int) > 0, versionDay: day.map(CalendarDay.init(number:)),
        inForce: (row["in_force"] as Int?).map(CalendarDay.init(number:)),
        words: Array(row["words"] as Data),
        articleWords: (row["article_words"] as Data?).map(Array.init), copyOf: row["copy_of"],
        length: (row["end"] as Int) - (row["start"] as Int))
    }
  }

  /// The source that the same file gave before it was changed.
  ///
  /// The same place, and the same documents by title and day: a new version over an old one keeps the
  /// old one.
  private func sourceReplaced(by record: SourceRecord) throws -> Int? {
    guard record.path != "-" else { return nil }
    let id = try Int.fetchOne(
      db, sql: "SELECT id FROM source WHERE path = ? ORDER BY id DESC", arguments: [record.path])
    guard let id else { return nil }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT title_key, coalesce(revised, promulgated, issued, adopted, effective) AS day
        FROM document WHERE source = ? ORDER BY place
        """, arguments: [id])
    let new = record.documents.map(\.facts)
    guard rows.count == new.count else { return nil }
    for (row, facts) in zip(rows, new) {
      guard row["title_key"] as String? == facts.titleKey,
        row["day"] as Int? == facts.versionDay?.number
      else { return nil }
    }
    return id
  }
}
