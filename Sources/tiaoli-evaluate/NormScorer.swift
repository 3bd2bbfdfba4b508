internal import PolicyAnalysis
internal import PolicyExtraction
internal import PolicyText

extension TextScorer {
  /// Scores norms with a marker by where the marker stands, bare directives by their words.
  mutating func scoreNorms(_ document: GoldDocument) {
    let gold = document.located(.norm)
    let given = document.document.norms.filter { document.counts($0.node, for: .norm) }
    let marked = given.filter { $0.marker != nil }
    let bare = given.filter { $0.marker == nil }
    let goldMarked = gold.filter { $0.record.marker != nil }
    let goldBare = gold.filter { $0.record.marker == nil }
    for pair in match(
      .norm, goldMarked, marked.map { ($0.node, $0.marker ?? $0.range) }, in: document)
    {
      judge(goldMarked[pair.gold].record, marked[pair.given], in: document)
    }
    for pair in match(.directive, goldBare, bare.map { ($0.node, $0.range) }, in: document) {
      judge(goldBare[pair.gold].record, bare[pair.given], in: document)
    }
  }

  private mutating func judge(_ gold: GoldRecord, _ norm: Norm, in document: GoldDocument) {
    let place = document.place(norm.node) + "「\(gold.words ?? "-")」"
    if let modality = gold.modality {
      judge(
        .modality, modality == norm.modality.rawValue, at: place, expected: modality,
        found: norm.modality.rawValue)
    }
    if let bearers = gold.bearers { scoreBearers(bearers, norm, at: place, in: document) }
    if let items = gold.items {
      let found = norm.items.map { document.document.nodeIDs[$0] }
      judge(
        .items, items == found, at: place, expected: items.joined(separator: "、"),
        found: found.joined(separator: "、"))
    }
    if let action = gold.action {
      let (wanted, found) = (squeezedString(action), document.words(norm.action))
      judge(.action, wanted == found, at: place, expected: wanted, found: found)
    }
    if let conditions = gold.conditions {
      scorePassages(.condition, conditions, norm.conditions, at: place, in: document)
    }
    if let exceptions = gold.exceptions {
      scorePassages(.exception, exceptions, norm.exceptions, at: place, in: document)
    }
  }

  private mutating func scoreBearers(
    _ gold: [String], _ norm: Norm, at place: String, in document: GoldDocument
  ) {
    let gold = gold.map(squeezedString)
    let given = norm.bearers.map { bearer in
      (
        words: document.words(bearer.range),
        canonical: bearer.entity.map { document.document.entities[$0].canonical } ?? ""
      )
    }
    // Gold names the head of a subject: 学校 of 招收住宿生的学校.
    let matched = pairs(gold, given) { left, right in
      if left == right.words { return 3 }
      if left == right.canonical { return 2 }
      return right.words.hasSuffix(left) || left.hasSuffix(right.words) ? 1 : nil
    }
    count(.bearer, hits: matched.count, given: given.count, gold: gold.count)
    if matched.count < max(gold.count, given.count) {
      miss(
        "错 bearer", at: place,
        "应为[\(gold.joined(separator: "、"))]，得到[\(given.map(\.words).joined(separator: "、"))]"
          + "（\(norm.rule)）")
    }
  }

  private mutating func scorePassages(
    _ measure: Measure, _ gold: [String], _ ranges: [Range<Int>], at place: String,
    in document: GoldDocument
  ) {
    let gold = gold.map(squeezedString)
    let given = ranges.map { document.words($0) }
    let matched = pairs(gold, given) { left, right in
      left == right ? 2 : left.contains(right) || right.contains(left) ? 1 : nil
    }
    count(measure, hits: matched.count, given: given.count, gold: gold.count)
    if matched.count < max(gold.count, given.count) {
      miss(
        "错 \(measure.rawValue)", at: place,
        "应为[\(gold.joined(separator: "、"))]，得到[\(given.joined(separator: "、"))]")
    }
  }
}
