internal import PolicyAnalysis
internal import PolicyStructure

/// Compares findings with gold: same code, and words of which the ones hold the others.
///
/// Documents without any record of the task are not judged; the code `none` says that there is nothing to find.
extension TextScorer {
  mutating func scoreFindings(_ document: GoldDocument) {
    let records = document.records.filter { $0.task == .finding }
    guard !records.isEmpty else { return }
    let gold = records.filter { $0.code != "none" }
    let given = document.document.findings
    let matched = pairs(gold, given) { record, finding in
      guard record.code == finding.code.rawValue else { return nil }
      let quote = squeezedString(record.quote ?? "")
      let words = document.words(finding.range)
      guard words.contains(quote) || quote.contains(words) else { return nil }
      return words == quote ? 2 : 1
    }
    count(.finding, hits: matched.count, given: given.count, gold: gold.count)
    for index in Set(gold.indices).subtracting(matched.map(\.gold)).sorted() {
      miss(
        "漏 finding", at: "d\(document.number)",
        "\(gold[index].code ?? "-") \(gold[index].quote ?? "-")")
    }
    for index in Set(given.indices).subtracting(matched.map(\.given)).sorted() {
      miss(
        "多 finding", at: document.place(given[index].node),
        "\(given[index].code.rawValue) \(document.words(given[index].range))")
    }
  }
}
