internal import Foundation
internal import PolicyAnalysis
internal import PolicyExtraction
internal import PolicyIndicators

/// Compares indicators with gold, by code where they have one, else by name, level and parent.
extension TextScorer {
  mutating func scoreIndicators(_ document: GoldDocument) {
    let gold = document.records.filter { $0.task == .indicator }
    guard !gold.isEmpty else { return }
    let given = document.document.indicators
    let matched = pairs(gold, given) { record, indicator in
      if let code = record.code { return indicator.code == code ? 2 : nil }
      guard let name = record.name, squeezedString(indicator.name) == squeezedString(name) else {
        return nil
      }
      let sameParent = (record.parent.map(squeezedString)) == parent(of: indicator, in: given)
      return (record.level == indicator.level ? 2 : 1) + (sameParent ? 2 : 0)
    }
    count(.indicator, hits: matched.count, given: given.count, gold: gold.count)
    for index in Set(gold.indices).subtracting(matched.map(\.gold)).sorted() {
      miss("漏 indicator", at: "d\(document.number)", gold[index].code ?? gold[index].name ?? "-")
    }
    for index in Set(given.indices).subtracting(matched.map(\.given)).sorted() {
      miss("多 indicator", at: "d\(document.number)", given[index].code ?? given[index].name)
    }
    for pair in matched {
      let (record, indicator) = (gold[pair.gold], given[pair.given])
      let place = "d\(document.number)/\(record.code ?? record.name ?? "-")"
      func check(_ measure: Measure, _ wanted: String?, _ found: String?) {
        let (left, right) = (wanted.map(squeezedString) ?? "-", found.map(squeezedString) ?? "-")
        judge(measure, left == right, at: place, expected: left, found: right)
      }
      check(.indicatorName, record.name, indicator.name)
      check(.indicatorLevel, record.level.map(String.init), String(indicator.level))
      check(.indicatorParent, record.parent, parent(of: indicator, in: given))
      check(.indicatorWeight, record.weight, indicator.weight.map { "\($0)" })
      if record.target != nil { check(.indicatorTarget, record.target, indicator.target) }
      if record.criterion != nil {
        check(.indicatorCriterion, record.criterion, indicator.criterion)
      }
    }
  }

  private func parent(of indicator: Indicator, in list: [Indicator]) -> String? {
    indicator.parent.map { list[$0].code ?? squeezedString(list[$0].name) }
  }

  /// Scores links of norms, quantities and assignments of the annotated nodes.
  mutating func scoreLinks(_ document: GoldDocument) {
    let gold = document.located(.link)
    let indicators = document.document.indicators
    struct Given {
      let kind: String
      let node: Int
      let range: Range<Int>
      let indicator: Indicator
    }
    let given = document.document.links.compactMap { link -> Given? in
      let (kind, node, range): (String, Int, Range<Int>) =
        switch link.subject {
        case .norm(let index):
          ("norm", document.document.norms[index].node, document.document.norms[index].range)
        case .quantity(let index):
          (
            "quantity", document.document.quantities[index].node,
            document.document.quantities[index].range
          )
        case .assignment(let index):
          (
            "assignment", document.document.assignments[index].node,
            document.document.assignments[index].range
          )
        }
      guard document.counts(node, for: .link) else { return nil }
      return Given(kind: kind, node: node, range: range, indicator: indicators[link.indicator])
    }
    let matched = pairs(gold, given) { left, right in
      guard left.record.kind == right.kind, left.node == right.node,
        let range = left.range, let worth = overlapWorth(range, right.range)
      else { return nil }
      let name = left.record.indicator.map(squeezedString)
      return name == right.indicator.code || name == squeezedString(right.indicator.name)
        ? worth : nil
    }
    count(.link, hits: matched.count, given: given.count, gold: gold.count)
    for index in Set(gold.indices).subtracting(matched.map(\.gold)).sorted() {
      miss(
        "漏 link", at: document.place(gold[index].node),
        "\(gold[index].record.quote ?? "-") → \(gold[index].record.indicator ?? "-")")
    }
    for index in Set(given.indices).subtracting(matched.map(\.given)).sorted() {
      let link = given[index]
      miss(
        "多 link", at: document.place(link.node),
        "\(document.words(link.range)) → \(link.indicator.code ?? link.indicator.name)")
    }
  }
}
