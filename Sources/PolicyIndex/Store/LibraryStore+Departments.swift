internal import GRDB
internal import PolicyExtraction

extension LibraryStore {
  /// The organs on which the norms of some documents fall, those with most first.
  func departmentCounts(
    documents: [Int], subjects: [Int]?, includesCategories: Bool
  ) throws(LibraryError) -> [DepartmentCount] {
    let categories: [Entity.Kind] = [.category, .person, .anyone]
    let left =
      categories.map { String(Codes.code(of: $0, in: Codes.subjectKinds)) } + ["-1"]
    var conditions = ["(bearer.norm >> 24) IN (SELECT value FROM json_each(?))"]
    var arguments: [any DatabaseValueConvertible] = [Self.list(documents)]
    if !includesCategories {
      conditions.append("subject.kind NOT IN (\(left.joined(separator: ", ")))")
    }
    if let subjects {
      conditions.append("subject.id IN (SELECT value FROM json_each(?))")
      arguments.append(Self.list(subjects))
    }
    let modalities = Codes.modalities.indices.map {
      "count(DISTINCT CASE norm.modality WHEN \($0) THEN norm.id END)"
    }.joined(separator: ", ")
    let lead = Codes.code(of: Bearer.Role.lead, in: Codes.bearerRoles)
    let participant = Codes.code(of: Bearer.Role.participant, in: Codes.bearerRoles)
    return try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT subject.name, max(subject.function), \(modalities),
            sum(bearer.role = \(lead)), sum(bearer.role = \(participant)),
            count(DISTINCT bearer.norm >> 24), count(DISTINCT norm.id) AS total
          FROM bearer JOIN subject ON subject.id = bearer.subject
            JOIN norm ON norm.id = bearer.norm
          WHERE \(conditions.joined(separator: " AND "))
          GROUP BY subject.name ORDER BY total DESC, subject.name
          """, arguments: StatementArguments(arguments))
      let count = Codes.modalities.count
      return rows.map { row in
        DepartmentCount(
          name: row[0], function: row[1], byModality: (0..<count).map { row[2 + $0] },
          leads: row[2 + count], participates: row[3 + count], documents: row[4 + count])
      }
    }
  }
}
