internal import GRDB
internal import PolicyText

extension LibraryStore {
  /// What the full-text index was made with: the tokenizer and the dictionary of ICU, on which its words
  /// depend.
  static var indexVersion: String { "\(PolicyTokenizer.version)/\(WordBreaker.version)" }

  /// Sees to it that the full-text index is of this program before anything is put into it or taken out:
  /// an index that was made with other words is made anew from the texts.
  func ensureIndex(_ db: Database) throws {
    let name = "index"
    let known = try String.fetchOne(
      db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
    guard known != Self.indexVersion else { return }
    if known != nil { try rebuildIndex(db) }
    try db.execute(
      sql: "INSERT OR REPLACE INTO setting VALUES(?, ?)", arguments: [name, Self.indexVersion])
  }

  /// Makes the full-text index anew.
  func rebuildIndex(_ db: Database) throws {
    for table in ["provision_words", "title_words"] {
      try db.execute(sql: "INSERT INTO \(table)(\(table)) VALUES('delete-all')")
    }
    try db.execute(
      sql: """
        INSERT INTO title_words(rowid, words) SELECT id, title FROM document WHERE title IS NOT NULL
        """)
    let sources = try Int.fetchAll(db, sql: "SELECT id FROM source ORDER BY id")
    let words = try InsertStatement(db, "INSERT INTO provision_words(rowid, words) VALUES(?, ?)")
    for source in sources {
      let row = try Row.fetchOne(
        db, sql: "SELECT text, text_size FROM source WHERE id = ?", arguments: [source])
      guard let row, let text = KeptText(packed: row["text"], size: row["text_size"]) else {
        continue
      }
      for document in try DocumentRemoval.documents(of: source, in: db) {
        let keys = RowKey.range(of: document)
        let provisions = try Row.fetchAll(
          db, sql: "SELECT id, start, end FROM provision WHERE id BETWEEN ? AND ?",
          arguments: [keys.lowerBound, keys.upperBound])
        for provision in provisions {
          words.bind(provision["id"] as Int)
          words.bind(text.words(from: provision["start"], to: provision["end"]) as String?)
          try words.step()
        }
      }
    }
  }
}
