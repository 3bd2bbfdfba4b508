extension Library {
  /// The answer to a question; `day` is what validity is asked for, `finder` is needed where the question
  /// names a department.
  ///
  /// - Throws: ``LibraryError``, also for a question that is not understood.
  package func search(
    _ request: SearchRequest, on day: CalendarDay, finder: DepartmentFinder? = nil
  ) throws(LibraryError) -> SearchAnswer {
    try Searcher(library: self, snapshot: try snapshot(on: day), finder: finder).answer(request)
  }

  /// The words of a span of a document; `nil` if they are lost.
  func words(_ document: Int, _ start: Int, _ end: Int) throws(LibraryError) -> String? {
    guard let source = try snapshotSource(of: document) else { return nil }
    let text = try texts.text(of: source) { () throws(LibraryError) in
      try store.text(ofSource: source)
    }
    return text?.words(from: start, to: end)
  }

  private func snapshotSource(of document: Int) throws(LibraryError) -> Int? {
    if let known = versions.source(of: document) { return known }
    return try store.source(of: document)
  }
}
