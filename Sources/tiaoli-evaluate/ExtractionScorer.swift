internal import PolicyAnalysis
internal import PolicyExtraction
internal import PolicyStructure
internal import PolicyText

/// One document with its gold: what every task is scored on.
struct GoldDocument {
  let number: Int
  let document: AnalyzedDocument
  let reading: ReadingText
  let finder: QuoteFinder
  let records: [GoldRecord]
  /// For each task, the nodes that are annotated completely.
  let scopes: [GoldRecord.Task: Set<Int>]

  /// A gold record and where its words stand; `nil` where the node or the words are not there.
  struct Located {
    let record: GoldRecord
    let node: Int?
    let range: Range<Int>?
  }

  init(number: Int, document: AnalyzedDocument, reading: ReadingText, records: [GoldRecord]) {
    self.number = number
    self.document = document
    self.reading = reading
    self.records = records
    let finder = QuoteFinder(document, reading: reading)
    self.finder = finder
    var scopes: [GoldRecord.Task: Set<Int>] = [:]
    let all: [GoldRecord.Task] = [.norm, .quantity, .entity, .party, .reference, .definition]
    for record in records where record.task == .scope {
      let nodes = (record.nodes ?? []).compactMap(finder.node)
      for task in record.tasks ?? all { scopes[task, default: []].formUnion(nodes) }
    }
    self.scopes = scopes
  }

  /// The gold of a task, each with its place.
  func located(_ task: GoldRecord.Task) -> [Located] {
    records.filter { $0.task == task }.map { record in
      let node = record.node.flatMap(finder.node)
      let range = node.flatMap { node in
        record.words.flatMap { finder.range(of: $0, nth: record.nth ?? 1, in: node) }
      }
      return Located(record: record, node: node, range: range)
    }
  }

  /// Whether what is found at a node counts for a task.
  func counts(_ node: Int, for task: GoldRecord.Task) -> Bool {
    scopes[task]?.contains(node) ?? false
  }

  /// A place as misses name it.
  func place(_ node: Int?) -> String {
    "d\(number)/" + (node.map { document.nodeIDs[$0] } ?? "?")
  }

  /// The words of a range, in the form in which they are compared.
  func words(_ range: Range<Int>?) -> String {
    range.map { squeezedString(reading.words(of: $0)) } ?? "-"
  }
}

extension TextScorer {
  /// Scores all tasks of a gold file.
  mutating func scoreExtraction(_ records: [GoldRecord]) {
    let byDocument = Dictionary(grouping: records, by: \.documentIndex)
    for (index, records) in byDocument.sorted(by: { $0.key < $1.key }) {
      guard analysis.documents.indices.contains(index) else {
        miss("漏 document", at: "d\(index + 1)", "\(records.count)条标注没有对应的文件")
        continue
      }
      let gold = GoldDocument(
        number: index + 1, document: analysis.documents[index], reading: analysis.reading,
        records: records)
      scoreNorms(gold)
      scoreQuantities(gold)
      scoreEntities(gold)
      scoreParties(gold)
      scoreReferences(gold)
      scoreDefinitions(gold)
      scoreTables(gold)
      scoreIndicators(gold)
      scoreLinks(gold)
      scoreFindings(gold)
    }
  }

  /// Pairs gold and given ranges of a task, counts them and takes the misses down.
  mutating func match(
    _ measure: Measure, _ gold: [GoldDocument.Located], _ given: [(node: Int, range: Range<Int>)],
    in document: GoldDocument, worth: (Range<Int>, Range<Int>) -> Int? = overlapWorth
  ) -> [(gold: Int, given: Int)] {
    let matched = pairs(gold, given) { left, right in
      left.range.flatMap { worth($0, right.range) }
    }
    count(measure, hits: matched.count, given: given.count, gold: gold.count)
    for index in Set(gold.indices).subtracting(matched.map(\.gold)).sorted() {
      let missing = gold[index]
      miss(
        "漏 \(measure.rawValue)",
        at: missing.node == nil
          ? "d\(document.number)/\(missing.record.node ?? "?")（无此单元）"
          : document.place(missing.node),
        missing.record.words ?? "-")
    }
    for index in Set(given.indices).subtracting(matched.map(\.given)).sorted() {
      miss(
        "多 \(measure.rawValue)", at: document.place(given[index].node),
        document.words(given[index].range))
    }
    return matched
  }
}
