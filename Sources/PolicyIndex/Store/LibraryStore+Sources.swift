internal import Foundation
internal import GRDB

extension LibraryStore {
  func sources(of documents: [Int]) throws(LibraryError) -> [Int] {
    try read { db in
      guard !documents.isEmpty else {
        return try Int.fetchAll(db, sql: "SELECT id FROM source ORDER BY id")
      }
      return try Int.fetchAll(
        db,
        sql: """
          SELECT DISTINCT source FROM document WHERE id IN (SELECT value FROM json_each(?))
          ORDER BY source
          """, arguments: [Self.list(documents)])
    }
  }

  func outdatedSources(for generator: String) throws(LibraryError) -> [Int] {
    try read { db in
      try Int.fetchAll(
        db, sql: "SELECT id FROM source WHERE generator <> ? ORDER BY id", arguments: [generator])
    }
  }

  func keptSource(_ id: Int) throws(LibraryError) -> KeptSource? {
    try read { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT name, path, text, text_size, bytes, bytes_size FROM source WHERE id = ?",
        arguments: [id])
      guard let row else { return nil }
      let packed: Data = row["bytes"] ?? row["text"]
      let size: Int = row["bytes_size"] ?? row["text_size"]
      guard let bytes = packed.withUnsafeBytes({ Deflate.unpacked($0, count: size) }) else {
        return nil
      }
      return KeptSource(
        id: id, name: row["name"], path: row["path"], bytes: bytes,
        documents: try DocumentRemoval.documents(of: id, in: db))
    }
  }

  func rewrite(
    _ records: [(id: Int, record: SourceRecord)], generator: String, today: CalendarDay
  ) throws(LibraryError) {
    try write { db in
      try ensureIndex(db)
      let adder = try SourceAdder(db, generator: generator, today: today)
      for (id, record) in records { try adder.rewrite(record, id: id) }
      try Self.noteChange(db)
    }
  }

  func renewIndex() throws(LibraryError) {
    try write { db in try ensureIndex(db) }
  }

  func backup(to path: String) throws(LibraryError) {
    do {
      let copy = try DatabaseQueue(path: path)
      try pool.backup(to: copy)
      try copy.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
      try copy.close()
    } catch {
      let failure = Self.failure(error, path: path)
      // It is the copy that cannot be written, not the library.
      throw failure
    }
  }
}
