internal import Foundation

/// Keeps what was read of all versions until the file changes.
final class VersionCache: @unchecked Sendable {
  private let lock = NSLock()
  // Guarded by `lock`.
  private var known: (state: Int, index: VersionIndex)?

  /// The index for a state of the file, read anew if that state is new.
  func index(
    state: Int, read: () throws(LibraryError) -> VersionIndex
  ) throws(LibraryError) -> VersionIndex {
    lock.lock()
    let held = known
    lock.unlock()
    if let held, held.state == state { return held.index }
    let index = try read()
    lock.lock()
    known = (state, index)
    lock.unlock()
    return index
  }
}
