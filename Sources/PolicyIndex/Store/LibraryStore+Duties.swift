internal import Foundation
internal import GRDB
internal import PolicyExtraction

/// A norm with everything that a register shows of it, as it lies in the library.
struct NormDetail: Sendable {
  struct Number: Sendable {
    let isTerm: Bool
    let isDeadline: Bool
    let start: Int
    let end: Int
  }

  let key: Int
  let provision: Int
  let citation: String
  let node: String
  let modality: Int
  let start: Int
  let end: Int
  /// What is to be done; of a stated duty with its verb (负责…, 主管…), which is its marker.
  let action: Range<Int>?
  var bearers: [LibraryDuty.Bearer] = []
  var conditions: [Range<Int>] = []
  var exceptions: [Range<Int>] = []
  var numbers: [Number] = []
  /// The names of the indicators that it bears on, the surest first.
  var indicators: [String] = []

  var document: Int { RowKey.document(of: key) }
}

/// A provision as it lies in the library.
struct ProvisionDetail: Sendable {
  let key: Int
  let citation: String
  let node: String
  /// The place of its unit in the order of the document.
  let unit: Int
  let start: Int
  let end: Int

  var document: Int { RowKey.document(of: key) }
}

extension LibraryStore {
  /// Provisions by their keys.
  func provisionDetails(_ keys: [Int]) throws(LibraryError) -> [Int: ProvisionDetail] {
    try read { db in
      var found: [Int: ProvisionDetail] = [:]
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT provision.id, coalesce(node.citation, ''), coalesce(node.name, ''),
              provision.start, provision.end, provision.node
            FROM provision LEFT JOIN node
              ON node.document = provision.id >> 24 AND node.ordinal = provision.node
            WHERE provision.id IN (SELECT value FROM json_each(?))
            """), arguments: [Self.list(keys)])
      while let row = try rows.next() {
        found[row[0]] = ProvisionDetail(
          key: row[0], citation: row[1], node: row[2], unit: row[5], start: row[3], end: row[4])
      }
      return found
    }
  }

  /// How many units of a provision are looked at; they follow its own in the order of the document.
  private static let mostUnits = 200

  /// Where the paragraphs and items of some provisions begin, counted from the provision's own beginning.
  func unitStarts(in provisions: [ProvisionDetail]) throws(LibraryError) -> [Int: [Int]] {
    try read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT DISTINCT start FROM node
          WHERE document = ? AND ordinal > ? AND ordinal <= ? AND start > ? AND start < ?
          ORDER BY start
          """)
      var starts: [Int: [Int]] = [:]
      for provision in provisions {
        starts[provision.key] = try Int.fetchAll(
          statement,
          arguments: [
            provision.document, provision.unit, provision.unit + Self.mostUnits, provision.start,
            provision.end,
          ]
        ).map { $0 - provision.start }
      }
      return starts
    }
  }

  /// Norms by their keys, in that order.
  func normDetails(_ keys: [Int]) throws(LibraryError) -> [NormDetail] {
    try read { db in
      let list = Self.list(keys)
      var found = try norms(list, in: db)
      try addBearers(list, to: &found, in: db)
      try addParts(list, to: &found, in: db)
      try addNumbers(list, to: &found, in: db)
      try addIndicators(list, to: &found, in: db)
      return keys.compactMap { found[$0] }
    }
  }

  private func norms(_ list: String, in db: Database) throws -> [Int: NormDetail] {
    var found: [Int: NormDetail] = [:]
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT norm.id, provision, coalesce(node.citation, ''), coalesce(node.name, ''),
            modality, norm.start, norm.end,
            iif(rule LIKE 'norm.duty%' AND marker_end <= action_start, marker_start, action_start),
            action_end
          FROM norm LEFT JOIN node
            ON node.document = norm.id >> 24 AND node.ordinal = norm.node
          WHERE norm.id IN (SELECT value FROM json_each(?))
          """), arguments: [list])
    while let row = try rows.next() {
      let from: Int? = row[7]
      let to: Int? = row[8]
      found[row[0]] = NormDetail(
        key: row[0], provision: row[1], citation: row[2], node: row[3], modality: row[4],
        start: row[5], end: row[6],
        action: from.flatMap { from in to.map { from..<max(from, $0) } })
    }
    return found
  }

  private func addBearers(
    _ list: String, to norms: inout [Int: NormDetail], in db: Database
  ) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT bearer.norm, subject.name, bearer.role, subject.id
          FROM bearer JOIN subject ON subject.id = bearer.subject
          WHERE bearer.norm IN (SELECT value FROM json_each(?)) ORDER BY bearer.norm, ordinal
          """), arguments: [list])
    while let row = try rows.next() {
      let role = Codes.value(row[2], in: Codes.bearerRoles)?.rawValue ?? ""
      norms[row[0]]?.bearers.append(
        LibraryDuty.Bearer(name: row[1], role: role, subject: row[3]))
    }
  }

  private func addParts(
    _ list: String, to norms: inout [Int: NormDetail], in db: Database
  ) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT norm, part, start, end FROM norm_part
          WHERE norm IN (SELECT value FROM json_each(?)) ORDER BY norm, part, start
          """), arguments: [list])
    while let row = try rows.next() {
      let span = (row[2] as Int)..<(row[3] as Int)
      if row[1] == 0 {
        norms[row[0]]?.conditions.append(span)
      } else {
        norms[row[0]]?.exceptions.append(span)
      }
    }
  }

  private func addNumbers(
    _ list: String, to norms: inout [Int: NormDetail], in db: Database
  ) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT norm_quantity.norm, quantity.kind, quantity.role, quantity.start, quantity.end
          FROM norm_quantity JOIN quantity ON quantity.id = norm_quantity.quantity
          WHERE norm_quantity.norm IN (SELECT value FROM json_each(?))
          ORDER BY norm_quantity.norm, quantity.id
          """), arguments: [list])
    while let row = try rows.next() {
      let isTerm =
        switch Codes.value(row[1], in: Codes.quantityKinds) {
        case .duration, .date, .dateRange, .frequency: true
        default: false
        }
      norms[row[0]]?.numbers.append(
        NormDetail.Number(
          isTerm: isTerm,
          isDeadline: Codes.value(row[2], in: Codes.quantityRoles) == .deadline, start: row[3],
          end: row[4]))
    }
  }

  private func addIndicators(
    _ list: String, to norms: inout [Int: NormDetail], in db: Database
  ) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT norm, coalesce(code || ' ', '') || name FROM norm_indicator
          JOIN indicator ON indicator.document = norm >> 24
            AND indicator.ordinal = norm_indicator.indicator
          WHERE norm IN (SELECT value FROM json_each(?)) ORDER BY norm, score DESC, ordinal
          """), arguments: [list])
    while let row = try rows.next() { norms[row[0]]?.indicators.append(row[1]) }
  }

  /// For units of a document the sanctions that cite them: the unit, and the norm that sanctions.
  func sanctions(in document: Int) throws(LibraryError) -> [(article: String, norm: Int)] {
    let keys = RowKey.range(of: document)
    let code = Codes.code(of: .sanction, in: Codes.modalities)
    return try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT node.name, norm.id FROM norm
          JOIN norm_reference ON norm_reference.norm = norm.id
          JOIN reference_target ON reference_target.reference = norm_reference.reference
          JOIN node ON node.document = ? AND node.ordinal = reference_target.node
          WHERE norm.id BETWEEN ? AND ? AND norm.modality = ? ORDER BY norm.id
          """, arguments: [document, keys.lowerBound, keys.upperBound, code]
      ).map { ($0[0], $0[1]) }
    }
  }

  /// The source of a document.
  func source(of document: Int) throws(LibraryError) -> Int? {
    try read { db in
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT source FROM document WHERE id = ?"), arguments: [document])
    }
  }

  /// The text of a source, unpacked.
  func text(ofSource source: Int) throws(LibraryError) -> KeptText? {
    try read { db in
      try Row.fetchOne(
        db.cachedStatement(sql: "SELECT text, text_size FROM source WHERE id = ?"),
        arguments: [source]
      ).flatMap { KeptText(packed: $0[0], size: $0[1]) }
    }
  }
}
