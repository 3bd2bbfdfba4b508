extension Library {
  /// What a filter asks for that no document of the library has, and what they have instead.
  ///
  /// - Throws: ``LibraryError``.
  package func unknownValues(in filter: DocumentFilter) throws(LibraryError) -> [String] {
    var unknown: [String] = []
    func compare(_ asked: Set<String>, with known: [String], _ name: String) {
      for value in asked.subtracting(known).sorted() {
        unknown.append("库中没有\(name)为“\(value)”的文件；有：\(known.joined(separator: "、"))。")
      }
    }
    if !filter.authorityLevels.isEmpty {
      compare(filter.authorityLevels, with: try store.authorityLevels(), "效力级别")
    }
    if !filter.types.isEmpty { compare(filter.types, with: try store.types(), "文种") }
    if let issuer = filter.issuer {
      var only = DocumentFilter()
      only.issuer = issuer
      if try isEmpty(only) { unknown.append("库中没有发文机关名称含“\(issuer)”的文件。") }
    }
    if let region = filter.region {
      var only = DocumentFilter()
      only.region = region
      if try isEmpty(only) { unknown.append("库中没有地区为“\(region)”的文件。") }
    }
    return unknown
  }

  private func isEmpty(_ filter: DocumentFilter) throws(LibraryError) -> Bool {
    try store.documents(filter: filter, index: versionIndex(), day: CalendarDay(number: 0)).isEmpty
  }
}
