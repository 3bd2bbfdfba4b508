internal import GRDB

/// Writes the norms of documents, with their bearers, quantities, references and assignments.
final class NormWriter {
  private let db: Database
  private let subject: InsertStatement
  private let norm: InsertStatement
  private let part: InsertStatement
  private let item: InsertStatement
  private let bearer: InsertStatement
  private let quantity: InsertStatement
  private let normQuantity: InsertStatement
  private let normReference: InsertStatement
  private let normIndicator: InsertStatement
  private let assignment: InsertStatement
  private let party: InsertStatement
  private let scope: InsertStatement
  private let reference: InsertStatement
  private let target: InsertStatement
  /// The numbers of subjects that this transaction has met.
  private var numbers: [SubjectRow: Int] = [:]
  private let find: Statement

  init(_ db: Database) throws {
    self.db = db
    subject = try InsertStatement(
      db, "INSERT OR IGNORE INTO subject VALUES(NULL, ?, ?, ?, ?, ?, ?)")
    norm = try InsertStatement(db, "INSERT INTO norm VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    part = try InsertStatement(db, "INSERT OR IGNORE INTO norm_part VALUES(?, ?, ?, ?)")
    item = try InsertStatement(db, "INSERT OR IGNORE INTO norm_item VALUES(?, ?)")
    bearer = try InsertStatement(db, "INSERT INTO bearer VALUES(?, ?, ?, ?, ?, ?, ?)")
    quantity = try InsertStatement(
      db, "INSERT INTO quantity VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    normQuantity = try InsertStatement(db, "INSERT OR IGNORE INTO norm_quantity VALUES(?, ?)")
    normReference = try InsertStatement(db, "INSERT OR IGNORE INTO norm_reference VALUES(?, ?)")
    normIndicator = try InsertStatement(
      db, "INSERT OR IGNORE INTO norm_indicator VALUES(?, ?, ?)")
    assignment = try InsertStatement(db, "INSERT INTO assignment VALUES(?, ?, ?, ?)")
    party = try InsertStatement(db, "INSERT INTO assignment_party VALUES(?, ?, ?, ?)")
    scope = try InsertStatement(db, "INSERT OR IGNORE INTO assignment_scope VALUES(?, ?)")
    reference = try InsertStatement(db, "INSERT INTO reference VALUES(?, ?, ?, ?, ?)")
    target = try InsertStatement(db, "INSERT INTO reference_target VALUES(?, ?, ?, ?, ?, ?)")
    find = try db.makeStatement(
      sql: "SELECT id FROM subject WHERE name = ? AND kind = ? AND level = ? AND generic = ?")
  }

  /// Writes what a document says; gives the numbers of its subjects.
  func write(
    _ record: DocumentRecord, id: Int, provisions: [Int]
  ) throws -> [Int] {
    var subjects: [Int] = []
    subjects.reserveCapacity(record.subjects.count)
    for row in record.subjects { subjects.append(try number(of: row)) }
    for (ordinal, row) in record.norms.enumerated() {
      try write(
        row, key: RowKey.key(document: id, ordinal: ordinal), id: id, provisions: provisions,
        subjects: subjects)
    }
    for (ordinal, row) in record.quantities.enumerated() {
      try write(row, key: RowKey.key(document: id, ordinal: ordinal))
    }
    for (ordinal, row) in record.assignments.enumerated() {
      try write(row, key: RowKey.key(document: id, ordinal: ordinal), subjects: subjects)
    }
    for (ordinal, row) in record.references.enumerated() {
      try write(row, key: RowKey.key(document: id, ordinal: ordinal))
    }
    return subjects
  }

  private func number(of row: SubjectRow) throws -> Int {
    if let known = numbers[row] { return known }
    subject.bind(row.name)
    subject.bind(row.kind)
    subject.bind(row.function)
    subject.bind(row.level)
    subject.bind(row.place)
    subject.bind(row.generic ? 1 : 0)
    try subject.step()
    let found = try Int.fetchOne(find, arguments: [row.name, row.kind, row.level, row.generic])
    guard let found else { preconditionFailure("a subject that was written is there") }
    numbers[row] = found
    return found
  }

  private func write(
    _ row: NormRow, key: Int, id: Int, provisions: [Int], subjects: [Int]
  ) throws {
    norm.bind(key)
    norm.bind(provisions.indices.contains(row.provision) ? provisions[row.provision] : 0)
    norm.bind(row.node)
    norm.bind(row.modality)
    norm.bind(row.span)
    norm.bind(row.marker)
    norm.bind(row.action)
    norm.bind(row.rule)
    try norm.step()
    for (kind, spans) in [row.conditions, row.exceptions].enumerated() {
      for span in spans {
        part.bind(key)
        part.bind(kind)
        part.bind(span)
        try part.step()
      }
    }
    for node in row.items {
      item.bind(key)
      item.bind(node)
      try item.step()
    }
    for ordinal in row.quantities {
      normQuantity.bind(RowKey.key(document: id, ordinal: ordinal))
      normQuantity.bind(key)
      try normQuantity.step()
    }
    for ordinal in row.references {
      normReference.bind(key)
      normReference.bind(RowKey.key(document: id, ordinal: ordinal))
      try normReference.step()
    }
    for indicator in row.indicators {
      normIndicator.bind(key)
      normIndicator.bind(indicator.place)
      normIndicator.bind(indicator.score as Double?)
      try normIndicator.step()
    }
    for (ordinal, row) in row.bearers.enumerated() {
      bearer.bind(key)
      bearer.bind(ordinal)
      bearer.bind(subjects[row.subject])
      bearer.bind(row.role)
      bearer.bind(row.origin)
      bearer.bind(row.span)
      try bearer.step()
    }
  }

  private func write(_ row: QuantityRow, key: Int) throws {
    quantity.bind(key)
    quantity.bind(row.node)
    quantity.bind(row.kind)
    quantity.bind(row.role)
    quantity.bind(row.comparator)
    quantity.bind(row.value)
    quantity.bind(row.low)
    quantity.bind(row.high)
    quantity.bind(row.inclusive)
    quantity.bind(row.unit)
    quantity.bind(row.per)
    quantity.bind(row.iso)
    quantity.bind(row.span)
    quantity.bind(row.measures)
    try quantity.step()
  }

  private func write(_ row: AssignmentRow, key: Int, subjects: [Int]) throws {
    assignment.bind(key)
    assignment.bind(row.node)
    assignment.bind(row.span)
    try assignment.step()
    for (ordinal, member) in row.parties.enumerated() {
      party.bind(key)
      party.bind(ordinal)
      party.bind(subjects[member.subject])
      party.bind(member.role)
      try party.step()
    }
    for node in row.scope {
      scope.bind(key)
      scope.bind(node)
      try scope.step()
    }
  }

  private func write(_ row: ReferenceRow, key: Int) throws {
    reference.bind(key)
    reference.bind(row.node)
    reference.bind(row.status)
    reference.bind(row.span)
    try reference.step()
    for (ordinal, place) in row.targets.enumerated() {
      target.bind(key)
      target.bind(ordinal)
      target.bind(place.node)
      target.bind(place.titleKey)
      target.bind(place.numberKey)
      target.bind(place.citation)
      try target.step()
    }
  }
}
