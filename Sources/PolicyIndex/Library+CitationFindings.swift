extension Library {
  /// What is wrong with citations of other documents.
  ///
  /// Those of repealed ones, and of units that the cited document does not have. Only what the library
  /// holds can be said to be wrong.
  ///
  /// `documents`: where to look; all that are in force if it is `nil`.
  ///
  /// - Throws: ``LibraryError``.
  package func citationFindings(
    of documents: [Int]? = nil, on day: CalendarDay
  ) throws(LibraryError) -> [CitationFinding] {
    let index = try versionIndex()
    let asked =
      documents
      ?? index.versions.values.filter {
        $0.copyOf == nil && index.validity(of: $0.id, on: day).state != .repealed
      }.map(\.id).sorted()
    let citations = try store.citations(in: asked)
    let targets = try store.targets(of: citations)
    var found: [(LibraryStore.Citation, CitationFinding.Code, String)] = []
    for (citation, targets) in zip(citations, targets) where !targets.isEmpty {
      if let finding = try finding(citation, targets: targets, index: index, day: day) {
        found.append((citation, finding.0, finding.1))
      }
    }
    let words = try store.words(of: found.map { ($0.0.document, $0.0.start, $0.0.end) })
    var seen: Set<CitationFinding> = []
    return zip(found, words).compactMap { entry, words in
      let finding = CitationFinding(
        code: entry.1, document: entry.0.document, title: entry.0.title, citation: entry.0.node,
        words: words, message: entry.2)
      return seen.insert(finding).inserted ? finding : nil
    }
  }

  private func finding(
    _ citation: LibraryStore.Citation, targets: [Int], index: VersionIndex, day: CalendarDay
  ) throws(LibraryError) -> (CitationFinding.Code, String)? {
    // What repeals a document names it rightly, and so does the text that replaces it.
    if index.acts(citation.document, on: targets) { return nil }
    if let work = index.versions[citation.document]?.work,
      targets.contains(where: { index.versions[$0]?.work == work })
    {
      return nil
    }
    let states = targets.map { (id: $0, validity: index.validity(of: $0, on: day)) }
    let name = "《\(citation.titleKey ?? citation.numberKey ?? "")》"
    if states.allSatisfy({ $0.validity.state == .repealed }), let last = states.last {
      return (
        .repealed, "\(name)已失效：\(last.validity.ground)。请核对是否应改引现行的规定。"
      )
    }
    guard let unit = citation.unit, let path = CitationPath(unit), let article = path.articleName
    else { return nil }
    let current = states.filter { $0.validity.state == .inForce }.map(\.id)
    let asked = current.isEmpty ? targets : current
    if try store.hasUnit([article], in: asked) { return nil }
    // A text without articles has no unit that could be missing.
    guard try store.hasArticles(asked) else { return nil }
    let others = targets.filter { !asked.contains($0) }
    let isOld = try store.hasUnit([article], in: others)
    let numbers = asked.map { "#\($0)" }.joined(separator: "、")
    let reason = isOld ? "现行文本（\(numbers)）中已没有这一条，旧文本中有" : "库中的文本（\(numbers)）没有这一条"
    return (.missing, "\(name)\(unit)：\(reason)。请核对条款号。")
  }
}

extension VersionIndex {
  /// Whether a document repeals or amends one of some others.
  func acts(_ document: Int, on targets: [Int]) -> Bool {
    targets.contains { target in
      guard let key = versions[target]?.titleKey else { return false }
      return effects(on: key).contains { $0.document == document }
    }
  }
}
