/// A document as lists show it.
package struct DocumentSummary: Sendable {
  /// Its number in the library.
  package let id: Int
  /// The work that it is a version of, and how many versions that has.
  package let work: Int
  package let versions: Int
  /// 标题, 文种, 效力级别, 发文字号, 发文机关, 地区.
  package let title: String
  package let type: String?
  package let authorityLevel: String?
  package let number: String?
  package let issuers: [String]
  package let region: String?
  /// The day that tells versions apart, and the first day in force.
  package let versionDay: CalendarDay?
  package let inForce: CalendarDay?
  /// Whether it is in force, and why.
  package let validity: Validity
  /// How much there is in it.
  package let articles: Int
  package let norms: Int
  /// The file that it came from.
  package let source: String
  /// The document that it repeats, and why it stays apart from another one.
  package let copyOf: Int?
  package let doubt: String?
}

/// How much a library holds.
package struct LibraryCounts: Sendable {
  package let sources: Int
  package let works: Int
  package let documents: Int
  package let provisions: Int
  package let norms: Int
  /// Bytes of text, and of the file that holds them.
  package let textSize: Int
  package let fileSize: Int
}

extension Library {
  /// What all versions are, as the file stands now.
  func versionIndex() throws(LibraryError) -> VersionIndex {
    try snapshot(on: CalendarDay(number: 0)).index
  }

  /// The versions on a day, as the file stands now.
  func snapshot(on day: CalendarDay) throws(LibraryError) -> VersionSnapshot {
    let state = try store.state()
    return try versions.snapshot(state: state, on: day) { () throws(LibraryError) in
      texts.clear()
      return try store.versionIndex()
    }
  }

  /// The documents that a filter takes, in the order of titles and versions; `day` is what their
  /// validity is asked for.
  ///
  /// - Throws: ``LibraryError``.
  package func documents(
    matching filter: DocumentFilter = DocumentFilter(), on day: CalendarDay
  ) throws(LibraryError) -> [DocumentSummary] {
    let index = try versionIndex()
    return try store.summaries(filter: filter, index: index, day: day)
  }

  /// How much there is.
  ///
  /// - Throws: ``LibraryError``.
  package func counts() throws(LibraryError) -> LibraryCounts { try store.counts() }
}
