internal import Foundation

/// The versions of a library on a day, with what questions about all of them need.
struct VersionSnapshot: Sendable {
  let index: VersionIndex
  let day: CalendarDay
  /// Copies of other documents.
  let copies: [Int]
  /// Versions that a later one has replaced by this day.
  let superseded: [Int]
  /// Versions without a day in force.
  let undated: [Int]

  init(_ index: VersionIndex, on day: CalendarDay) {
    self.index = index
    self.day = day
    copies = index.versions.values.filter { $0.copyOf != nil }.map(\.id).sorted()
    superseded = index.byWork.values.filter { $0.count > 1 }.flatMap(\.self).filter {
      index.isSuperseded($0, on: day)
    }.sorted()
    undated = index.versions.values.filter { $0.inForce == nil }.map(\.id).sorted()
  }
}

/// Keeps what was read of all versions until the file changes.
final class VersionCache: @unchecked Sendable {
  private let lock = NSLock()
  // What follows is guarded by `lock`.
  private var known: (state: Int, index: VersionIndex)?
  private var snapshots: [CalendarDay: VersionSnapshot] = [:]

  /// The source of a document, as far as versions are read.
  func source(of document: Int) -> Int? {
    lock.lock()
    defer { lock.unlock() }
    return known?.index.versions[document]?.source
  }

  /// The versions on a day for a state of the file, read anew if that state is new.
  func snapshot(
    state: Int, on day: CalendarDay, read: () throws(LibraryError) -> VersionIndex
  ) throws(LibraryError) -> VersionSnapshot {
    lock.lock()
    let index = known?.state == state ? known?.index : nil
    let held = index == nil ? nil : snapshots[day]
    lock.unlock()
    if let held { return held }
    let known = if let index { index } else { try read() }
    let snapshot = VersionSnapshot(known, on: day)
    lock.lock()
    if index == nil || snapshots.count > 16 { snapshots.removeAll() }
    self.known = (state, snapshot.index)
    snapshots[day] = snapshot
    lock.unlock()
    return snapshot
  }
}
