internal import Foundation
internal import GRDB

extension LibraryStore {
  /// A citation of another document, as it stands in a text.
  struct Citation: Sendable {
    let document: Int
    let title: String
    let source: Int
    let node: String
    let start: Int
    let end: Int
    let titleKey: String?
    let numberKey: String?
    let unit: String?
  }

  private static let citationColumns = """
    SELECT reference.id >> 24 AS document, document.title AS title, document.source AS source,
      coalesce(node.citation, '') AS node, reference.start AS start, reference.end AS end,
      reference_target.title_key AS title_key, reference_target.number_key AS number_key,
      reference_target.citation AS unit
    FROM reference_target JOIN reference ON reference.id = reference_target.reference
      JOIN document ON document.id = reference.id >> 24
      LEFT JOIN node ON node.document = document.id AND node.ordinal = reference.node
    """

  /// The citations of other documents in some documents.
  func citations(in documents: [Int]) throws(LibraryError) -> [Citation] {
    try read { db in
      var found: [Citation] = []
      let statement = try db.makeStatement(
        sql: Self.citationColumns + """
           WHERE reference_target.reference BETWEEN ? AND ?
            AND (reference_target.title_key IS NOT NULL OR reference_target.number_key IS NOT NULL)
          ORDER BY reference_target.reference, reference_target.ordinal
          """)
      for document in documents {
        let keys = RowKey.range(of: document)
        let rows = try Row.fetchCursor(
          statement, arguments: [keys.lowerBound, keys.upperBound])
        while let row = try rows.next() { found.append(Self.citation(row)) }
      }
      return found
    }
  }

  private static func citation(_ row: Row) -> Citation {
    Citation(
      document: row["document"], title: row["title"] ?? "", source: row["source"],
      node: row["node"], start: row["start"], end: row["end"], titleKey: row["title_key"],
      numberKey: row["number_key"], unit: row["unit"])
  }

  /// What a document cites, and what cites it.
  func links(of id: Int) throws(LibraryError) -> (cited: [CitationLink], citing: [CitationLink]) {
    let own = try citations(in: [id])
    let (cited, citing) = try read { db in
      let cited = try own.map { try link($0, in: db) }
      let row = try Row.fetchOne(
        db, sql: "SELECT title_key, number_key, work FROM document WHERE id = ?", arguments: [id])
      guard let row else { return (cited, [CitationLink]()) }
      let rows = try Row.fetchAll(
        db,
        sql: Self.citationColumns + """
           WHERE (reference_target.title_key = ?1 OR reference_target.number_key = ?2)
            AND document.work <> ?3
          ORDER BY reference_target.reference, reference_target.ordinal
          """, arguments: [row[0] as String?, row[1] as String?, row[2] as Int])
      let citing = rows.map { row in
        let citation = Self.citation(row)
        return CitationLink(
          document: citation.document, citation: citation.node, name: citation.title,
          unit: citation.unit, targets: [id])
      }
      return (cited, citing)
    }
    return (Self.distinct(cited), Self.distinct(citing))
  }

  private func link(_ citation: Citation, in db: Database) throws -> CitationLink {
    CitationLink(
      document: citation.document, citation: citation.node,
      name: citation.titleKey ?? citation.numberKey ?? "", unit: citation.unit,
      targets: try targets(of: citation, in: db))
  }

  private static func distinct(_ links: [CitationLink]) -> [CitationLink] {
    var seen: Set<CitationLink> = []
    return links.filter { seen.insert($0).inserted }
  }

  /// The documents that a citation means: all versions.
  func targets(of citation: Citation, in db: Database) throws -> [Int] {
    if let number = citation.numberKey {
      let found = try Int.fetchAll(
        db, sql: "SELECT id FROM document WHERE number_key = ? AND copy_of IS NULL",
        arguments: [number])
      if !found.isEmpty || citation.titleKey == nil { return found }
    }
    return try Int.fetchAll(
      db, sql: "SELECT id FROM document WHERE title_key = ? AND copy_of IS NULL",
      arguments: [citation.titleKey])
  }

  /// The targets of many citations at once.
  func targets(of citations: [Citation]) throws(LibraryError) -> [[Int]] {
    try read { db in
      var known: [String: [Int]] = [:]
      return try citations.map { citation in
        let key = "\(citation.titleKey ?? "")\u{0}\(citation.numberKey ?? "")"
        if let found = known[key] { return found }
        let found = try targets(of: citation, in: db)
        known[key] = found
        return found
      }
    }
  }

  /// Whether one of some documents has a unit of a name.
  func hasUnit(_ names: [String], in documents: [Int]) throws(LibraryError) -> Bool {
    try read { db in
      for document in documents {
        for name in names {
          let found = try Int.fetchOne(
            db, sql: "SELECT 1 FROM node WHERE document = ? AND name = ? LIMIT 1",
            arguments: [document, name])
          if found != nil { return true }
        }
      }
      return false
    }
  }

  /// Whether one of some documents has articles.
  func hasArticles(_ documents: [Int]) throws(LibraryError) -> Bool {
    try read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT 1 FROM document WHERE articles > 0 AND id IN (SELECT value FROM json_each(?))
          LIMIT 1
          """, arguments: [Self.list(documents)]) != nil
    }
  }

  /// The words of spans, each in its document.
  func words(
    of spans: [(document: Int, start: Int, end: Int)]
  ) throws(LibraryError) -> [String] {
    try read { db in
      var texts: [Int: KeptText] = [:]
      return try spans.map { span in
        if texts[span.document] == nil {
          texts[span.document] = try text(of: span.document, in: db)
        }
        return texts[span.document]?.words(from: span.start, to: span.end) ?? ""
      }
    }
  }
}
