internal import PolicyAnalysis
internal import PolicyExtraction
internal import PolicyText

extension TextScorer {
  mutating func scoreReferences(_ document: GoldDocument) {
    let gold = document.located(.reference)
    let given = document.document.references.filter { document.counts($0.node, for: .reference) }
    let matched = match(.reference, gold, given.map { ($0.node, $0.range) }, in: document)
    for pair in matched {
      let record = gold[pair.gold].record
      let reference = given[pair.given]
      let place = document.place(reference.node) + "「\(record.quote ?? "-")」"
      if let status = record.status {
        judge(
          .status, status == reference.status.rawValue, at: place, expected: status,
          found: reference.status.rawValue)
      }
      if let targets = record.targets {
        let found = reference.targets.map { names(of: $0, in: document) }
        let isRight =
          pairs(targets, found) { left, right in
            right.contains(Self.plain(left)) ? 1 : nil
          }.count == max(targets.count, found.count)
        judge(
          .target, isRight, at: place, expected: targets.joined(separator: "、"),
          found: found.map { $0.first ?? "-" }.joined(separator: "、"))
      }
    }
  }

  /// The ways in which gold may name a target: an id; or title, number or both, with the provision.
  private func names(of target: Reference.Target, in document: GoldDocument) -> [String] {
    switch target {
    case .node(let index):
      return [Self.plain(document.document.nodeIDs[index])]
    case .document(let title, let number, let citation):
      let unit = citation ?? ""
      return [title.map { $0 + unit }, number.map { $0 + unit }, title, number]
        .compactMap { $0.map(Self.plain) }
    }
  }

  /// A name without the marks around a title.
  private static func plain(_ name: String) -> String {
    squeezedString(name).filter { $0 != "《" && $0 != "》" }
  }

  /// Scores definitions by the term and its kind.
  mutating func scoreDefinitions(_ document: GoldDocument) {
    let gold = document.located(.definition)
    let given = document.document.definitions.filter {
      document.counts($0.node, for: .definition)
    }
    let matched = pairs(gold, given) { left, right in
      left.node == right.node && left.record.kind == right.kind.rawValue
        && squeezedString(left.record.term ?? "") == document.words(right.term) ? 1 : nil
    }
    count(.definition, hits: matched.count, given: given.count, gold: gold.count)
    for index in Set(gold.indices).subtracting(matched.map(\.gold)).sorted() {
      miss(
        "漏 definition", at: document.place(gold[index].node), gold[index].record.term ?? "-")
    }
    for index in Set(given.indices).subtracting(matched.map(\.given)).sorted() {
      miss(
        "多 definition", at: document.place(given[index].node),
        document.words(given[index].term))
    }
  }
}
