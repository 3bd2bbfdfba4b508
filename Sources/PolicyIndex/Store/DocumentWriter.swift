internal import GRDB
internal import PolicyStructure
internal import PolicyText

/// Writes documents with all that belongs to them, within a transaction.
///
/// A writer keeps its prepared statements for as many documents as are written together.
final class DocumentWriter {
  private let db: Database
  private let document: InsertStatement
  private let issuer: InsertStatement
  private let node: InsertStatement
  private let provision: InsertStatement
  private let words: InsertStatement
  private let titleWords: InsertStatement
  private let entity: InsertStatement
  private let effect: InsertStatement
  private let definition: InsertStatement
  private let finding: InsertStatement
  private let indicator: InsertStatement
  private let norms: NormWriter

  init(_ db: Database) throws {
    self.db = db
    document = try InsertStatement(
      db,
      """
      INSERT INTO document VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
        ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    issuer = try InsertStatement(db, "INSERT INTO issuer VALUES(?, ?, ?)")
    node = try InsertStatement(db, "INSERT INTO node VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    provision = try InsertStatement(db, "INSERT INTO provision VALUES(?, ?, ?, ?)")
    words = try InsertStatement(db, "INSERT INTO provision_words(rowid, words) VALUES(?, ?)")
    titleWords = try InsertStatement(db, "INSERT INTO title_words(rowid, words) VALUES(?, ?)")
    entity = try InsertStatement(db, "INSERT INTO entity VALUES(?, ?, ?, ?, ?, ?)")
    effect = try InsertStatement(db, "INSERT INTO effect VALUES(?, ?, ?, ?, ?, ?, ?, ?)")
    definition = try InsertStatement(db, "INSERT INTO definition VALUES(?, ?, ?, ?, ?, ?, ?)")
    finding = try InsertStatement(db, "INSERT INTO finding VALUES(?, ?, ?, ?, ?, ?, ?)")
    indicator = try InsertStatement(
      db, "INSERT INTO indicator VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    norms = try NormWriter(db)
  }

  /// Writes a document under a number of its own.
  func write(
    _ record: DocumentRecord, id: Int, source: Int, place: Int, standing: Standing,
    issuedBy: Int?
  ) throws {
    try writeFacts(
      record, id: id, source: source, place: place, standing: standing, issuedBy: issuedBy)
    for (ordinal, name) in record.facts.issuers.enumerated() {
      issuer.bind(id)
      issuer.bind(ordinal)
      issuer.bind(name)
      try issuer.step()
    }
    for (ordinal, row) in record.nodes.enumerated() {
      node.bind(id)
      node.bind(ordinal)
      node.bind(row.level)
      node.bind(row.depth)
      node.bind(row.parent)
      node.bind(row.name)
      node.bind(row.citation)
      node.bind(row.span)
      node.bind(row.heading)
      try node.step()
    }
    let keys = record.provisions.enumerated().map { ordinal, row in
      RowKey.provision(document: id, ordinal: ordinal, length: row.span.length)
    }
    for (key, row) in zip(keys, record.provisions) {
      provision.bind(key)
      provision.bind(row.node)
      provision.bind(row.span)
      try provision.step()
      words.bind(key)
      words.bind(row.words)
      try words.step()
    }
    if let title = record.facts.title {
      titleWords.bind(id)
      titleWords.bind(title)
      try titleWords.step()
    }
    let subjects = try norms.write(record, id: id, provisions: keys)
    for (ordinal, row) in record.entities.enumerated() {
      entity.bind(id)
      entity.bind(ordinal)
      entity.bind(subjects[row.subject])
      entity.bind(row.mentions)
      entity.bind(row.first)
      try entity.step()
    }
    try writeRelations(record, id: id)
  }

  private func writeFacts(
    _ record: DocumentRecord, id: Int, source: Int, place: Int, standing: Standing,
    issuedBy: Int?
  ) throws {
    let facts = record.facts
    document.bind(id)
    document.bind(source)
    document.bind(place)
    document.bind(standing.work)
    document.bind(facts.title)
    document.bind(facts.titleKey)
    document.bind(facts.type)
    document.bind(facts.authorityLevel)
    document.bind(facts.version)
    document.bind(facts.number)
    document.bind(facts.numberKey)
    document.bind(facts.region)
    document.bind(issuedBy)
    document.bind(facts.span)
    let kinds: [DocumentDate.Kind] = [
      .adopted, .issued, .promulgated, .effective, .revised, .repealed, .published,
    ]
    for kind in kinds { document.bind(facts.days[kind]?.number) }
    document.bind(facts.inForce?.number)
    document.bind(facts.ground.rawValue)
    document.bind(facts.expires?.number)
    document.bind(facts.words)
    document.bind(standing.copyOf)
    document.bind(standing.doubt)
    document.bind(record.nodes.count)
    document.bind(facts.articles)
    document.bind(record.norms.count)
    document.bind(facts.articleWords)
    try document.step()
  }

  private func writeRelations(_ record: DocumentRecord, id: Int) throws {
    for (ordinal, row) in record.effects.enumerated() {
      effect.bind(id)
      effect.bind(ordinal)
      effect.bind(row.kind.rawValue)
      effect.bind(row.titleKey)
      effect.bind(row.numberKey)
      effect.bind(row.node)
      effect.bind(row.span)
      try effect.step()
    }
    for (ordinal, row) in record.definitions.enumerated() {
      definition.bind(id)
      definition.bind(ordinal)
      definition.bind(row.node)
      definition.bind(row.kind)
      definition.bind(row.span)
      definition.bind(row.term)
      try definition.step()
    }
    for (ordinal, row) in record.findings.enumerated() {
      finding.bind(id)
      finding.bind(ordinal)
      finding.bind(row.code)
      finding.bind(row.node)
      finding.bind(row.span)
      finding.bind(row.message)
      try finding.step()
    }
    for (ordinal, row) in record.indicators.enumerated() {
      indicator.bind(id)
      indicator.bind(ordinal)
      indicator.bind(row.code)
      indicator.bind(row.name)
      indicator.bind(row.level)
      indicator.bind(row.parent)
      indicator.bind(row.weight)
      indicator.bind(row.target)
      indicator.bind(row.node)
      indicator.bind(row.span)
      try indicator.step()
    }
  }
}
