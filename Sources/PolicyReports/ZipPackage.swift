internal import CArchive

/// A ZIP package in memory, as Word documents are; the same parts give the same bytes.
struct ZipPackage {
  /// What is wrong where a package cannot be made: the memory is used up.
  struct Failure: Error {}

  /// The package of some parts, in order.
  ///
  /// - Throws: ``Failure`` if libarchive cannot make it.
  static func bytes(of parts: [(name: String, content: [UInt8])]) throws(Failure) -> [UInt8] {
    let content = parts.reduce(0) { $0 + $1.content.count + $1.name.utf8.count * 2 }
    var buffer = [UInt8](repeating: 0, count: content + 1024 * (parts.count + 8))
    var used = 0
    guard let archive = archive_write_new() else { throw Failure() }
    defer { archive_write_free(archive) }
    let capacity = buffer.count
    let isWritten = buffer.withUnsafeMutableBytes { memory in
      guard archive_write_set_format_zip(archive) == ARCHIVE_OK,
        archive_write_open_memory(archive, memory.baseAddress, capacity, &used) == ARCHIVE_OK
      else { return false }
      for part in parts where !write(part.name, part.content, to: archive) { return false }
      return archive_write_close(archive) == ARCHIVE_OK
    }
    guard isWritten else { throw Failure() }
    return Array(buffer.prefix(used))
  }

  private static func write(_ name: String, _ content: [UInt8], to archive: OpaquePointer) -> Bool {
    guard let entry = archive_entry_new() else { return false }
    defer { archive_entry_free(entry) }
    archive_entry_set_pathname(entry, name)
    archive_entry_set_size(entry, Int64(content.count))
    archive_entry_set_filetype(entry, UInt32(regularFile))
    archive_entry_set_perm(entry, 0o644)
    // The first day that ZIP knows, so that the time of making does not show.
    archive_entry_set_mtime(entry, 315_532_800, 0)
    guard archive_write_header(archive, entry) == ARCHIVE_OK else { return false }
    return content.withUnsafeBytes {
      archive_write_data(archive, $0.baseAddress, $0.count) == $0.count
    }
  }

  /// A regular file, as `stat` has it.
  private static let regularFile = 0o100000
}
