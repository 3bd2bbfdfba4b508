internal import Foundation

/// 资料库: regulations in their versions, found by words, departments, numbers and dates.
///
/// A library is one file. Any number of programs may read it while others add to it. One object serves
/// all threads.
package final class Library: Sendable {
  /// What a library is opened for.
  package enum Access: Sendable {
    /// Searching; nothing is changed.
    case reading
    /// Changing what is there.
    case writing
    /// Changing, and making the file if there is none.
    case creating
  }

  let store: LibraryStore
  /// What versions there are, read once for each state of the file.
  let versions = VersionCache()
  /// The texts that were asked for last.
  let texts = TextCache()

  /// Opens the library in a file.
  ///
  /// - Throws: ``LibraryError``.
  package init(path: String, for access: Access) throws(LibraryError) {
    do {
      store = try LibraryStore(
        path: path, creates: access == .creating, readOnly: access == .reading)
    } catch LibraryError.tooOld {
      // Opening for writing brings it to the present form.
      do {
        _ = try LibraryStore(path: path, creates: false, readOnly: false)
        store = try LibraryStore(path: path, creates: false, readOnly: true)
      } catch LibraryError.readOnly, LibraryError.cannotOpen {
        throw .tooOld(path: path)
      }
    }
  }

  /// Where the library is.
  package var path: String { store.path }

  // MARK: Adding

  /// Whether the library holds the very same file, analysed by this program.
  ///
  /// - Throws: ``LibraryError``.
  package func holds(_ bytes: [UInt8]) throws(LibraryError) -> Bool {
    try store.source(digest: SourceDigest.of(bytes)) != nil
  }

  /// Adds sources, all or none of them; `today` is the day that is noted.
  ///
  /// What is there already is left as it is. A document that is a new version of a known one joins its
  /// work.
  ///
  /// - Throws: ``LibraryError``; then none was added.
  package func add(
    _ sources: [SourceRecord], generator: String, today: CalendarDay
  ) throws(LibraryError) -> [AddOutcome] {
    try store.add(sources, generator: generator, today: today)
  }

  /// Removes documents by their numbers; gives those that were there.
  ///
  /// - Throws: ``LibraryError``; then none was removed.
  package func remove(_ documents: [Int]) throws(LibraryError) -> [Int] {
    try store.remove(documents)
  }
}
