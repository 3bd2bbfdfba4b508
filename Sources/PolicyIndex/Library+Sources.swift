/// A file as the library keeps it.
package struct KeptSource: Sendable {
  /// Its number, its name, and where it was read.
  package let id: Int
  package let name: String
  package let path: String
  /// The file, as it was read.
  package let bytes: [UInt8]
  /// Its documents, in order.
  package let documents: [Int]
}

extension Library {
  /// The numbers of the sources that some documents came from; of all, if none are named.
  ///
  /// - Throws: ``LibraryError``.
  package func sources(of documents: [Int] = []) throws(LibraryError) -> [Int] {
    try store.sources(of: documents)
  }

  /// The sources that another program, or one with other words, analysed.
  ///
  /// - Throws: ``LibraryError``.
  package func outdatedSources(for generator: String) throws(LibraryError) -> [Int] {
    try store.outdatedSources(for: generator)
  }

  /// A source with its bytes; `nil` if there is none of that number.
  ///
  /// - Throws: ``LibraryError``.
  package func keptSource(_ id: Int) throws(LibraryError) -> KeptSource? {
    try store.keptSource(id)
  }

  /// Writes sources anew under their numbers, all or none: what this program finds in them.
  ///
  /// - Throws: ``LibraryError``; then all are as they were.
  package func rewrite(
    _ records: [(id: Int, record: SourceRecord)], generator: String, today: CalendarDay
  ) throws(LibraryError) {
    try store.rewrite(records, generator: generator, today: today)
  }

  /// Sees to it that the full-text index is of this program.
  ///
  /// - Throws: ``LibraryError``.
  package func renewIndex() throws(LibraryError) { try store.renewIndex() }

  /// Writes a copy of the library, as it stands at one moment, also while others write.
  ///
  /// - Throws: ``LibraryError``; then there is no copy.
  package func backup(to path: String) throws(LibraryError) { try store.backup(to: path) }
}
