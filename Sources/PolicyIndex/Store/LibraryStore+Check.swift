internal import GRDB

extension LibraryStore {
  /// Whether the file is sound: SQLite finds no damage, no row lacks its document, and the full-text
  /// index holds the provisions and no others.
  func isSound() throws(LibraryError) -> Bool {
    try read { db in
      let state = try String.fetchAll(db, sql: "PRAGMA integrity_check")
      let orphans = try Int.fetchOne(
        db,
        sql: """
          SELECT (SELECT count(*) FROM norm WHERE id >> 24 NOT IN (SELECT id FROM document))
            + (SELECT count(*) FROM provision WHERE id >> 24 NOT IN (SELECT id FROM document))
            + (SELECT count(*) FROM document WHERE source NOT IN (SELECT id FROM source))
            + (SELECT count(*) FROM document WHERE norms <>
                (SELECT count(*) FROM norm WHERE norm.id >> 24 = document.id))
          """)
      let indexed = try Int.fetchOne(db, sql: "SELECT count(*) FROM provision_words_docsize")
      let provisions = try Int.fetchOne(db, sql: "SELECT count(*) FROM provision")
      return state == ["ok"] && orphans == 0 && indexed == provisions
    }
  }
}

extension Library {
  /// Whether the library is sound, in all its parts.
  ///
  /// - Throws: ``LibraryError``.
  package func indexIsSound() throws(LibraryError) -> Bool { try store.isSound() }
}
