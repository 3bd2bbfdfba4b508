internal import GRDB

extension LibraryStore {
  /// A number that differs when the documents of the file differ.
  ///
  /// Numbers of documents only grow, and rows only come and go in whole documents.
  func state() throws(LibraryError) -> Int {
    try read { db in
      try Int.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'changes'") ?? 0
    }
  }

  /// Notes that documents came or went.
  static func noteChange(_ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO setting VALUES('changes', '1')
        ON CONFLICT(name) DO UPDATE SET value = CAST(value AS INTEGER) + 1
        """)
  }

  /// All versions, and what documents do to others.
  func versionIndex() throws(LibraryError) -> VersionIndex {
    try read { db in
      var versions: [VersionIndex.Version] = []
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT id, work, title_key, number_key, title, in_force, in_force_ground,
            coalesce(revised, promulgated, issued, adopted, effective), expires, copy_of,
            authority_level, source, number, articles
          FROM document
          """)
      func day(_ number: Int?) -> CalendarDay? { number.map(CalendarDay.init(number:)) }
      while let row = try rows.next() {
        versions.append(
          VersionIndex.Version(
            id: row[0], work: row[1], source: row[11], titleKey: row[2], numberKey: row[3],
            title: row[4], number: row[12],
            inForce: day(row[5]), ground: InForceGround(rawValue: row[6]) ?? .unknown,
            versionDay: day(row[7]), expires: day(row[8]), copyOf: row[9],
            authorityLevel: row[10], isRule: (row[13] as Int) > 0))
      }
      var effects: [String: [VersionIndex.Effect]] = [:]
      let acts = try Row.fetchCursor(
        db,
        sql: """
          SELECT effect.document, kind, title_key, number_key, citation FROM effect
          LEFT JOIN node ON node.document = effect.document AND node.ordinal = effect.node
          WHERE title_key IS NOT NULL OR number_key IS NOT NULL
          """)
      while let row = try acts.next() {
        guard let kind = DocumentEffect.Kind(rawValue: row[1]) else { continue }
        let key = row[2] as String? ?? VersionIndex.key(ofNumber: row[3])
        effects[key, default: []].append(
          VersionIndex.Effect(document: row[0], kind: kind, numberKey: row[3], citation: row[4]))
      }
      return VersionIndex(versions: versions, effects: effects)
    }
  }
}
