internal import PolicyAnalysis
internal import PolicyStructure
internal import PolicyText

/// Compares the documents and nodes of a text with its file in `corpus/structure`.
extension TextScorer {
  mutating func scoreStructure(_ tsv: String) {
    var gold: [[[String]]] = []
    var headers: [[String]] = []
    var residue: [String] = []
    for line in tsv.split(separator: "\n") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if line.hasPrefix("# document ") {
        headers.append(cells)
        gold.append([])
      } else if cells[0] == "residue" {
        residue.append(cells.dropFirst().joined(separator: " "))
      } else if !gold.isEmpty {
        gold[gold.count - 1].append(cells)
      }
    }
    let missesBefore = board.misses.count
    for index in 0..<max(gold.count, analysis.documents.count) {
      let document = index < analysis.documents.count ? analysis.documents[index] : nil
      if index < headers.count { scoreMetadata(headers[index], of: document, at: "d\(index + 1)") }
      scoreUnits(
        index < gold.count ? gold[index] : [], document.map(rows) ?? [], at: "d\(index + 1)")
    }
    scoreResidue(residue)
    let isWhole = board.misses.count == missesBefore
    count(.wholeStructure, hits: isWhole ? 1 : 0, given: 1, gold: 1)
  }

  /// A document's nodes in the form of the file.
  private func rows(of document: AnalyzedDocument) -> [[String]] {
    document.document.nodes.indices.map { index in
      let node = document.document.nodes[index]
      let words = { (range: Range<Int>) in squeezedString(analysis.reading.words(of: range)) }
      let heading = node.heading.map(words) ?? ""
      let text = String(words(node.text).prefix(12))
      return [
        document.nodeIDs[index], node.level.rawValue,
        node.level == .heading ? String(node.depth) : "-",
        node.number.flatMap { number in
          number.values.isEmpty
            ? nil
            : number.values.map(String.init).joined(separator: number.style == .decimal ? "." : "-")
        } ?? "-", heading.isEmpty ? "-" : heading, text.isEmpty ? "-" : text,
      ]
    }
  }

  private mutating func scoreUnits(_ gold: [[String]], _ given: [[String]], at document: String) {
    let matched = pairs(gold, given) { left, right in
      left[0] == right[0] && left[1] == right[1] && agree(left[2], right[2])
        && agree(left[3], right[3]) ? 1 : nil
    }
    count(.unit, hits: matched.count, given: given.count, gold: gold.count)
    for index in Set(gold.indices).subtracting(matched.map(\.gold)).sorted() {
      miss("漏 unit", at: document, gold[index].joined(separator: " "))
    }
    for index in Set(given.indices).subtracting(matched.map(\.given)).sorted() {
      miss("多 unit", at: document, given[index].joined(separator: " "))
    }
    for pair in matched {
      let (left, right) = (gold[pair.gold], given[pair.given])
      for (column, measure) in [(4, Measure.unitHeading), (5, .unitText)] where left[column] != "?"
      {
        let (wanted, found) = (squeezedString(left[column]), right[column])
        judge(
          measure, wanted == found, at: "\(document)/\(left[0])", expected: wanted, found: found)
      }
    }
  }

  private func agree(_ gold: String, _ given: String) -> Bool { gold == "?" || gold == given }

  private mutating func scoreMetadata(
    _ header: [String], of document: AnalyzedDocument?, at place: String
  ) {
    let metadata = document?.document.metadata ?? DocumentMetadata()
    // "# document 1: title", then type, authorityLevel, documentNumber, issuers.
    let title = header[0].split(separator: ":", maxSplits: 1).last.map(String.init) ?? ""
    let gold = [title] + header.dropFirst()
    let given = [
      metadata.title, metadata.type, metadata.authorityLevel, metadata.documentNumber?.text,
      metadata.issuers.isEmpty ? nil : metadata.issuers.joined(separator: "、"),
    ]
    let measures: [Measure] = [.title, .type, .authorityLevel, .documentNumber, .issuers]
    for (index, measure) in measures.enumerated() where index < gold.count {
      guard gold[index] != "?" else { continue }
      let wanted = squeezedString(gold[index])
      let found = squeezedString(given[index] ?? "-")
      judge(measure, wanted == found, at: place, expected: wanted, found: found)
    }
  }

  private mutating func scoreResidue(_ gold: [String]) {
    let gold = gold.map(squeezedString)
    let given = analysis.residue.map { piece in
      let words = squeezedString(analysis.source.text[piece.span])
      return piece.reason.rawValue + words.prefix(12)
    }
    let matched = pairs(gold, given) { left, right in
      left == right || right.hasPrefix(left) ? 1 : nil
    }
    count(.residue, hits: matched.count, given: given.count, gold: gold.count)
    for index in Set(gold.indices).subtracting(matched.map(\.gold)).sorted() {
      miss("漏 residue", at: "-", gold[index])
    }
    for index in Set(given.indices).subtracting(matched.map(\.given)).sorted() {
      miss("多 residue", at: "-", given[index])
    }
  }
}
