internal import Foundation
internal import GRDB

/// Takes documents out of the library, with all that belongs to them, within a transaction.
enum DocumentRemoval {
  /// The documents of a source, in order.
  static func documents(of source: Int, in db: Database) throws -> [Int] {
    try Int.fetchAll(
      db, sql: "SELECT id FROM document WHERE source = ? ORDER BY place", arguments: [source])
  }

  /// Removes a source with its documents.
  static func removeSource(_ source: Int, in db: Database) throws {
    for document in try documents(of: source, in: db) { try removeRows(of: document, in: db) }
    try db.execute(sql: "DELETE FROM source WHERE id = ?", arguments: [source])
    try removeEmptyWorks(db)
  }

  /// Removes a document, and its source if nothing of it is left.
  static func removeDocument(_ document: Int, in db: Database) throws {
    let source = try Int.fetchOne(
      db, sql: "SELECT source FROM document WHERE id = ?", arguments: [document])
    guard let source else { return }
    try removeRows(of: document, in: db)
    try db.execute(
      sql: "DELETE FROM source WHERE id = ? AND id NOT IN (SELECT source FROM document)",
      arguments: [source])
    try removeEmptyWorks(db)
  }

  private static func removeEmptyWorks(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM work WHERE id NOT IN (SELECT work FROM document)")
  }

  private static func removeRows(of document: Int, in db: Database) throws {
    try removeWords(of: document, in: db)
    let keys = RowKey.range(of: document)
    let range: StatementArguments = [keys.lowerBound, keys.upperBound]
    for (table, key) in [
      ("norm_part", "norm"), ("norm_item", "norm"), ("norm_reference", "norm"),
      ("norm_indicator", "norm"),
      ("norm_quantity", "quantity"), ("bearer", "norm"), ("norm", "id"), ("quantity", "id"),
      ("assignment_party", "assignment"), ("assignment_scope", "assignment"), ("assignment", "id"),
      ("reference_target", "reference"), ("reference", "id"), ("provision", "id"),
    ] {
      try db.execute(sql: "DELETE FROM \(table) WHERE \(key) BETWEEN ? AND ?", arguments: range)
    }
    for table in ["issuer", "node", "entity", "effect", "definition", "finding", "indicator"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE document = ?", arguments: [document])
    }
    // What was a copy of it stands for itself now.
    try db.execute(
      sql: "UPDATE document SET copy_of = NULL WHERE copy_of = ?", arguments: [document])
    try db.execute(sql: "DELETE FROM document WHERE id = ?", arguments: [document])
  }

  /// Takes a document out of the full-text index, which must be told the words once more.
  private static func removeWords(of document: Int, in db: Database) throws {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT text, text_size, title FROM document JOIN source ON source.id = document.source
        WHERE document.id = ?
        """, arguments: [document])
    guard let row else { return }
    if let title: String = row["title"] {
      try db.execute(
        sql: "INSERT INTO title_words(title_words, rowid, words) VALUES('delete', ?, ?)",
        arguments: [document, title])
    }
    guard let text = KeptText(packed: row["text"], size: row["text_size"]) else { return }
    let keys = RowKey.range(of: document)
    let delete = try db.makeStatement(
      sql: "INSERT INTO provision_words(provision_words, rowid, words) VALUES('delete', ?, ?)")
    let provisions = try Row.fetchAll(
      db, sql: "SELECT id, start, end FROM provision WHERE id BETWEEN ? AND ? ORDER BY id",
      arguments: [keys.lowerBound, keys.upperBound])
    for provision in provisions {
      let words = text.words(from: provision["start"], to: provision["end"])
      try delete.execute(arguments: [provision["id"] as Int, words])
    }
  }
}
