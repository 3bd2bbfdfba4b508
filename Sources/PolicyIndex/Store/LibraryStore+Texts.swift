internal import Foundation
internal import GRDB

extension LibraryStore {
  /// The text of a source, unpacked.
  func text(of document: Int, in db: Database) throws -> KeptText? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT text, text_size FROM document JOIN source ON source.id = document.source
        WHERE document.id = ?
        """, arguments: [document])
    return row.flatMap { KeptText(packed: $0[0], size: $0[1]) }
  }

  /// The words of a document, or of one unit of it; `nil` if there is none.
  func words(of document: Int, citation: String?) throws(LibraryError) -> String? {
    try read { db in
      guard let text = try text(of: document, in: db) else { return nil }
      let row: Row?
      if let citation {
        row = try node(citation, of: document, in: db)
      } else {
        row = try Row.fetchOne(
          db, sql: "SELECT start, end FROM document WHERE id = ?", arguments: [document])
      }
      return row.map { text.words(from: $0["start"], to: $0["end"]) }
    }
  }

  /// The node that a citation means: by its id, by its words, or by the units that they name.
  func node(_ citation: String, of document: Int, in db: Database) throws -> Row? {
    for name in [citation] + (CitationPath(citation)?.names ?? []) {
      let row = try Row.fetchOne(
        db,
        sql:
          "SELECT * FROM node WHERE document = ? AND (name = ? OR citation = ?) ORDER BY ordinal",
        arguments: [document, name, name])
      if let row { return row }
    }
    return nil
  }
}
