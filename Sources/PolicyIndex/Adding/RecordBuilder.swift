internal import Foundation
internal import PolicyAnalysis
internal import PolicyExtraction
internal import PolicyIndicators
internal import PolicyStructure
internal import PolicyText

/// Turns one document of an analysis into rows.
struct RecordBuilder {
  private let document: AnalyzedDocument
  private let reading: ReadingText
  private let places: PlaceReader
  private let cutter: ProvisionCutter
  private var record: DocumentRecord
  private var subjects: [SubjectRow: Int] = [:]
  /// For each entity, its subject.
  private var subjectOfEntity: [Int] = []

  init(
    _ document: AnalyzedDocument, of analysis: Analysis, facts: DocumentFacts, places: PlaceReader
  ) {
    self.document = document
    reading = analysis.reading
    self.places = places
    cutter = ProvisionCutter(document.document)
    record = DocumentRecord(facts: facts)
  }

  mutating func build() -> DocumentRecord {
    addNodes()
    addProvisions()
    addEntities()
    addQuantities()
    addAssignments()
    addReferences()
    addIndicators()
    addNorms()
    record.effects = EffectReader(document: document, reading: reading).effects()
    record.definitions = document.definitions.map { definition in
      DefinitionRow(
        node: definition.node, kind: definition.kind == .definition ? 0 : 1,
        span: span(definition.range), term: reading.compactWords(of: definition.term))
    }
    record.findings = document.findings.map { finding in
      FindingRow(
        code: finding.code.rawValue, node: finding.node, span: span(finding.range),
        message: finding.message)
    }
    record.facts.expires = ValidityTerm(document: document, reading: reading)
      .end(from: record.facts.days[.effective] ?? record.facts.days[.issued])
    return record
  }

  private func span(_ range: Range<Int>) -> TextSpan { reading.span(of: range) }

  private mutating func addNodes() {
    record.nodes = document.document.nodes.enumerated().map { index, node in
      NodeRow(
        level: Codes.code(of: node.level, in: Codes.levels), depth: node.depth,
        parent: node.parent, name: document.nodeIDs[index], citation: document.citations[index],
        span: span(node.range), heading: node.heading.map(span))
    }
  }

  private mutating func addProvisions() {
    let source = reading.source
    record.provisions = cutter.pieces.map { piece in
      let span = span(piece.range)
      return ProvisionRow(node: piece.node, span: span, words: source[span])
    }
  }

  // MARK: Subjects

  private mutating func subject(_ row: SubjectRow) -> Int {
    if let known = subjects[row] { return known }
    subjects[row] = record.subjects.count
    record.subjects.append(row)
    return record.subjects.count - 1
  }

  private mutating func addEntities() {
    for entity in document.entities {
      let subject = subject(
        SubjectRow(
          name: entity.canonical, kind: Codes.code(of: entity.kind, in: Codes.subjectKinds),
          function: entity.function,
          level: entity.level.map { Codes.code(of: $0, in: Codes.administrativeLevels) } ?? -1,
          place: entity.kind == .category ? nil : places.place(of: entity.canonical),
          generic: entity.generic))
      subjectOfEntity.append(subject)
      let first = entity.mentions.first?.range ?? 0..<0
      record.entities.append(
        EntityRow(subject: subject, mentions: entity.mentions.count, first: span(first)))
    }
  }

  /// The subject of a bearer; one that is no entity is known by its words.
  private mutating func subject(of bearer: Bearer) -> Int {
    if let entity = bearer.entity { return subjectOfEntity[entity] }
    return subject(
      SubjectRow(
        name: reading.compactWords(of: bearer.range), kind: -1, function: nil, level: -1,
        place: nil, generic: true))
  }

  // MARK: Quantities, assignments, references

  private mutating func addQuantities() {
    record.quantities = document.quantities.map { quantity in
      var inclusive: Int?
      if quantity.lowInclusive != nil || quantity.highInclusive != nil {
        inclusive =
          (quantity.lowInclusive == true ? 1 : 0) + (quantity.highInclusive == true ? 2 : 0)
      }
      return QuantityRow(
        node: quantity.node, kind: Codes.code(of: quantity.kind, in: Codes.quantityKinds),
        role: Codes.code(of: quantity.role, in: Codes.quantityRoles),
        comparator: quantity.comparator.map { Codes.code(of: $0, in: Codes.comparators) },
        value: quantity.value.map(Self.number), low: quantity.low.map(Self.number),
        high: quantity.high.map(Self.number), inclusive: inclusive, unit: quantity.unit,
        per: quantity.per.isEmpty ? nil : quantity.per.joined(separator: "/"), iso: quantity.iso,
        span: span(quantity.range), measures: surroundings(of: quantity))
    }
  }

  /// What a number is asked for by: what it measures, and the words right around it in its sentence.
  ///
  /// So 罚款 is known of the amount before it.
  private func surroundings(of quantity: Quantity) -> String {
    let scalars = reading.scalars
    func isEnd(_ scalar: Unicode.Scalar) -> Bool {
      scalar == "。" || scalar == "；" || scalar == "：" || scalar == "，"
    }
    let range = quantity.range
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < 12, !isEnd(scalars[start - 1]) { start -= 1 }
    var end = range.upperBound
    while end < scalars.count, end - range.upperBound < 10, !isEnd(scalars[end]) { end += 1 }
    let measures = quantity.measures.map { reading.compactWords(of: $0) + "\t" } ?? ""
    return measures + reading.compactWords(of: start..<range.lowerBound) + "\t"
      + reading.compactWords(of: range.upperBound..<end)
  }

  /// A value as SQLite compares it.
  ///
  /// The same decimal gives the same number wherever it comes from, so that bounds compare exactly; what
  /// is shown is the text itself.
  private static func number(_ value: Decimal) -> Double {
    NSDecimalNumber(decimal: value).doubleValue
  }

  private mutating func addAssignments() {
    record.assignments = document.assignments.map { assignment in
      AssignmentRow(
        node: assignment.node, span: span(assignment.range),
        parties: assignment.parties.map {
          (subjectOfEntity[$0.entity], Codes.code(of: $0.role, in: Codes.partyRoles))
        },
        scope: assignment.scope)
    }
  }

  private mutating func addReferences() {
    record.references = document.references.map { reference in
      ReferenceRow(
        node: reference.node,
        status: Codes.code(of: reference.status, in: Codes.referenceStatuses),
        span: span(reference.range),
        targets: reference.targets.map { target in
          switch target {
          case .node(let node):
            ReferenceRow.Target(node: node, titleKey: nil, numberKey: nil, citation: nil)
          case .document(let title, let number, let citation):
            ReferenceRow.Target(
              node: nil, titleKey: title.map(DocumentKey.title),
              numberKey: number.map(DocumentKey.number), citation: citation)
          }
        })
    }
  }

  private mutating func addIndicators() {
    record.indicators = document.indicators.map { indicator in
      IndicatorRow(
        code: indicator.code, name: indicator.name, level: indicator.level,
        parent: indicator.parent,
        weight: indicator.weight.map { "\($0)\(indicator.weightUnit ?? "")" },
        target: indicator.target, node: indicator.node, span: indicator.range.map(span))
    }
  }

  /// For each norm, the indicators that it bears on.
  private func indicatorsOfNorms() -> [Int: [(place: Int, score: Double)]] {
    var byNorm: [Int: [(place: Int, score: Double)]] = [:]
    for link in document.links {
      guard case .norm(let norm) = link.subject else { continue }
      byNorm[norm, default: []].append((link.indicator, link.score))
    }
    return byNorm
  }

  // MARK: Norms

  private mutating func addNorms() {
    let covering = assignmentsOfNodes()
    let indicators = indicatorsOfNorms()
    let reaches = document.assignments.map(sentence)
    for (index, norm) in document.norms.enumerated() {
      var bearers: [BearerRow] = []
      for bearer in norm.bearers {
        bearers.append(
          BearerRow(
            subject: subject(of: bearer), role: Codes.code(of: bearer.role, in: Codes.bearerRoles),
            origin: Codes.code(of: bearer.origin, in: Codes.origins), span: span(bearer.range)))
      }
      for index in covering[norm.node] ?? [] where reaches[index]?.overlaps(norm.range) ?? true {
        for party in document.assignments[index].parties {
          let subject = subjectOfEntity[party.entity]
          guard !bearers.contains(where: { $0.subject == subject }) else { continue }
          bearers.append(
            BearerRow(
              subject: subject, role: Self.role(of: party), origin: 2, span: span(party.range)))
        }
      }
      record.norms.append(
        NormRow(
          provision: cutter.pieceOfNode[norm.node], node: norm.node,
          modality: Codes.code(of: norm.modality, in: Codes.modalities), span: span(norm.range),
          marker: norm.marker.map(span), action: norm.action.map(span), rule: norm.rule,
          conditions: norm.conditions.map(span), exceptions: norm.exceptions.map(span),
          items: norm.items, quantities: norm.quantities, references: norm.references,
          bearers: bearers, indicators: indicators[index] ?? []))
    }
  }

  private static func role(of party: Party) -> Int {
    let role: Bearer.Role =
      switch party.role {
      case .lead: .lead
      case .participant: .participant
      case .responsible: .responsible
      case .supervisor: .supervisor
      }
    return Codes.code(of: role, in: Codes.bearerRoles)
  }

  /// The sentence that an assignment is part of: A会同B责令… says nothing of other sentences of its article.
  ///
  /// `nil` for one that stands by itself, in a line (责任单位：…) or in brackets at the end of what it deals
  /// out.
  private func sentence(of assignment: Assignment) -> Range<Int>? {
    guard document.norms.contains(where: { $0.range.overlaps(assignment.range) }) else {
      return nil
    }
    let scalars = reading.scalars
    let node = document.document.nodes[assignment.node].range
    var start = assignment.range.lowerBound
    while start > node.lowerBound, scalars[start - 1] != "。", scalars[start - 1] != "；" {
      start -= 1
      if scalars[start] == "（" { return nil }
    }
    var end = assignment.range.upperBound
    while end < node.upperBound, scalars[end] != "。", scalars[end] != "；" { end += 1 }
    return start..<end
  }

  /// For each node, the assignments that cover it, themselves or by a node above it.
  private func assignmentsOfNodes() -> [Int: [Int]] {
    var covering: [Int: [Int]] = [:]
    for (index, assignment) in document.assignments.enumerated() {
      for scope in assignment.scope {
        for node in scope..<document.document.nodes[scope].subtreeEnd
        where covering[node]?.last != index {
          covering[node, default: []].append(index)
        }
      }
    }
    return covering
  }
}
