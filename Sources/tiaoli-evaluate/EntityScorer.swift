internal import PolicyAnalysis
internal import PolicyExtraction
internal import PolicyText

extension TextScorer {
  /// Scores each mention by its exact words, then what it stands for.
  mutating func scoreEntities(_ document: GoldDocument) {
    let gold = document.located(.entity)
    let given = document.document.entities.enumerated().flatMap { index, entity in
      entity.mentions.filter { document.counts($0.node, for: .entity) }
        .map { (entity: index, mention: $0) }
    }.sorted { $0.mention.range.lowerBound < $1.mention.range.lowerBound }
    let matched = match(
      .entity, gold, given.map { ($0.mention.node, $0.mention.range) }, in: document
    ) { $0 == $1 ? 1 : nil }
    for pair in matched {
      let record = gold[pair.gold].record
      let mention = given[pair.given].mention
      let entity = document.document.entities[given[pair.given].entity]
      let place = document.place(mention.node) + "「\(record.quote ?? "-")」"
      if let kind = record.kind {
        judge(
          .entityKind, kind == entity.kind.rawValue, at: place, expected: kind,
          found: entity.kind.rawValue)
      }
      if let canonical = record.canonical.map(squeezedString) {
        let found = squeezedString(entity.canonical)
        judge(.canonical, canonical == found, at: place, expected: canonical, found: found)
      }
    }
  }

  /// Scores each party of an assignment with its role, then the nodes that it answers for.
  mutating func scoreParties(_ document: GoldDocument) {
    let gold = document.located(.party)
    let given = document.document.assignments.flatMap { assignment in
      assignment.parties.map { (assignment: assignment, party: $0) }
    }.filter { document.counts($0.assignment.node, for: .party) }
    let matched = pairs(gold, given) { left, right in
      guard left.record.role == right.party.role.rawValue, let range = left.range else {
        return nil
      }
      return overlapWorth(range, right.party.range)
    }
    count(.party, hits: matched.count, given: given.count, gold: gold.count)
    for index in Set(gold.indices).subtracting(matched.map(\.gold)).sorted() {
      let record = gold[index].record
      miss(
        "漏 party", at: document.place(gold[index].node),
        "\(record.quote ?? "-")（\(record.role ?? "-")）")
    }
    for index in Set(given.indices).subtracting(matched.map(\.given)).sorted() {
      let extra = given[index]
      miss(
        "多 party", at: document.place(extra.assignment.node),
        "\(document.words(extra.party.range))（\(extra.party.role.rawValue)）")
    }
    for pair in matched {
      guard let scope = gold[pair.gold].record.scope else { continue }
      let found = given[pair.given].assignment.scope.map { document.document.nodeIDs[$0] }
      judge(
        .partyScope, Set(scope) == Set(found), at: document.place(gold[pair.gold].node),
        expected: scope.joined(separator: "、"), found: found.joined(separator: "、"))
    }
  }
}
