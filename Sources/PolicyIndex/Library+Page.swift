/// Everything that the library knows of a document as a whole.
package struct DocumentPage: Sendable {
  /// The document.
  package let document: DocumentSummary
  /// All versions of its work, the oldest first.
  package let versions: [DocumentSummary]
  /// The documents that it cites, and those that cite it.
  package let cited: [CitationLink]
  package let citing: [CitationLink]
  /// What is wrong with its citations, as far as the library can tell.
  package let findings: [CitationFinding]
}

/// 引用: a place in one document that cites another one.
package struct CitationLink: Sendable, Hashable {
  /// The document that cites, and where: 第三条.
  package let document: Int
  package let citation: String
  /// What is cited, or the title of what cites.
  package let name: String
  /// The unit that is cited: 第五条.
  package let unit: String?
  /// The documents of the library that are meant: all versions.
  package let targets: [Int]
  /// The one of them that is in force; `nil` if none is.
  package var current: Int?
}

/// 引用问题: a citation of what is repealed or missing.
package struct CitationFinding: Sendable, Hashable {
  /// What kind of finding it is.
  package enum Code: String, Sendable {
    /// The cited document is no longer in force.
    case repealed = "reference.repealed"
    /// The cited document has no such unit.
    case missing = "reference.missingProvision"
  }

  package let code: Code
  /// The document that cites, its title, and where it does.
  package let document: Int
  package let title: String
  package let citation: String
  /// The words that cite.
  package let words: String
  /// What is wrong, and what to do.
  package let message: String
}

extension Library {
  /// What the library knows of a document; `nil` if there is none of that number.
  ///
  /// - Throws: ``LibraryError``.
  package func page(of id: Int, on day: CalendarDay) throws(LibraryError) -> DocumentPage? {
    let index = try versionIndex()
    guard let version = index.versions[id] else { return nil }
    var filter = DocumentFilter()
    filter.documents = Set(index.byWork[version.work] ?? []).union([id])
    let versions = try store.summaries(filter: filter, index: index, day: day)
    guard let document = versions.first(where: { $0.id == id }) else { return nil }
    var links = try store.links(of: id)
    for place in links.cited.indices {
      links.cited[place].current = links.cited[place].targets.last { index.applies($0, on: day) }
    }
    return DocumentPage(
      document: document,
      versions: versions.sorted { ($0.inForce?.number ?? 0) < ($1.inForce?.number ?? 0) },
      cited: links.cited, citing: links.citing,
      findings: try citationFindings(of: [id], on: day))
  }

  /// The words of a document, or of one unit of it (第五条第二款, art_5__para_2); `nil` if there is none.
  ///
  /// - Throws: ``LibraryError``.
  package func words(of id: Int, citation: String?) throws(LibraryError) -> String? {
    try store.words(of: id, citation: citation)
  }
}
