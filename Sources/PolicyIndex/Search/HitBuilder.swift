internal import PolicyAnalysis
internal import PolicyExtraction
internal import PolicyText

/// Makes hits for people of candidates: words with marks, duties with their bearers and limits.
struct HitBuilder {
  let library: Library
  let snapshot: VersionSnapshot
  let terms: [[Unicode.Scalar]]

  private var store: LibraryStore { library.store }

  /// A document as hits name it.
  func document(_ id: Int) -> HitDocument {
    let version = snapshot.index.versions[id]
    return HitDocument(
      id: id, title: version?.title ?? "（无标题）", number: version?.number,
      authorityLevel: version?.authorityLevel, inForce: version?.inForce,
      validity: snapshot.index.validity(of: id, on: snapshot.day))
  }

  /// The hits that some candidates are, with the duties that the conditions take.
  ///
  /// `reasons`: for organs that were asked for, by their numbers, why they are meant.
  func hits(
    _ candidates: [Candidate], _ conditions: SearchConditions, reasons: [Int: String]
  ) throws(LibraryError) -> [SearchHit] {
    let provisions = candidates.map(\.provision)
    let details = try store.provisionDetails(Array(Set(provisions)))
    let units = try store.unitStarts(in: Array(details.values))
    let asked = candidates.compactMap(\.norm)
    let norms =
      asked.isEmpty ? try store.norms(of: provisions, conditions).compactMap(\.norm) : asked
    var duties: [Int: [NormDetail]] = [:]
    for norm in try store.normDetails(norms) { duties[norm.provision, default: []].append(norm) }
    var hits: [SearchHit] = []
    var seen: Set<Int> = []
    for candidate in candidates {
      // Norms of one provision make one hit.
      guard seen.insert(candidate.provision).inserted else { continue }
      guard let detail = details[candidate.provision] else { continue }
      let document = document(detail.document)
      let words = try library.words(detail.document, detail.start, detail.end) ?? ""
      var excerpt = Excerpt(words, terms: terms, units: units[candidate.provision] ?? [])
      if let unit = candidate.unit, unit.start > detail.start || unit.end < detail.end {
        let before = try library.words(detail.document, detail.start, unit.start) ?? ""
        let asked = try library.words(detail.document, unit.start, unit.end) ?? ""
        excerpt = excerpt.marking(asked, after: before)
      }
      var found: [LibraryDuty] = []
      for norm in duties[candidate.provision] ?? [] {
        found.append(try duty(norm, of: document, reasons: reasons))
      }
      if conditions.norm.isEmpty, !terms.isEmpty { found = found.filter { !$0.marks.isEmpty } }
      let unit = candidate.unit
      if let unit {
        let within = found.filter { $0.node == unit.name || $0.node.hasPrefix(unit.name + "__") }
        if !within.isEmpty { found = within }
      }
      hits.append(
        SearchHit(
          document: document, citation: unit?.citation ?? detail.citation,
          node: unit?.name ?? detail.node, text: excerpt.text,
          marks: excerpt.marks, breaks: excerpt.breaks, isLoose: candidate.isLoose, duties: found))
    }
    return hits
  }

  /// A norm as a row of a register; `sanctions` are the words of 罚则.
  func duty(
    _ norm: NormDetail, of document: HitDocument, reasons: [Int: String] = [:],
    sanctions: [String] = []
  ) throws(LibraryError) -> LibraryDuty {
    let id = norm.document
    func words(_ start: Int, _ end: Int) throws(LibraryError) -> String {
      Excerpt(try library.words(id, start, end) ?? "", terms: []).text
    }
    func all(_ spans: [Range<Int>]) throws(LibraryError) -> [String] {
      var all: [String] = []
      for span in spans { all.append(try words(span.lowerBound, span.upperBound)) }
      return all
    }
    let text = Excerpt(try library.words(id, norm.start, norm.end) ?? "", terms: terms)
    let modality = Codes.value(norm.modality, in: Codes.modalities)
    let numbers = norm.numbers
    return LibraryDuty(
      id: "#\(id)/n\(RowKey.ordinal(of: norm.key) + 1)", document: document,
      citation: norm.citation, node: norm.node, text: text.text, marks: text.marks,
      modality: modality?.rawValue ?? "", modalityName: modality?.chineseName ?? "",
      bearers: norm.bearers,
      action: try norm.action.map { (span) throws(LibraryError) in
        try words(span.lowerBound, span.upperBound)
      } ?? "",
      conditions: try all(norm.conditions), exceptions: try all(norm.exceptions),
      terms: try all(numbers.filter(\.isTerm).map { $0.start..<$0.end }),
      amounts: try all(numbers.filter { !$0.isTerm }.map { $0.start..<$0.end }),
      indicators: norm.indicators, sanctions: sanctions,
      reason: norm.bearers.lazy.compactMap { reasons[$0.subject] }.first)
  }
}
