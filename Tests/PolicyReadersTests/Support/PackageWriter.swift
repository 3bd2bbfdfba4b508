import CArchive

/// Writes ZIP packages in memory, as programs write DOCX and OFD.
enum PackageWriter {
  /// A package of parts, in their order; those that are links lead to what their words say.
  static func bytes(
    _ parts: [(name: String, bytes: [UInt8])], links: Set<String> = []
  ) -> [UInt8] {
    let room = parts.reduce(1 << 16) { $0 + $1.bytes.count + 2 * $1.name.utf8.count + 512 }
    var used = 0
    var package = [UInt8](repeating: 0, count: room)
    package.withUnsafeMutableBytes { buffer in
      let archive = archive_write_new()
      archive_write_set_format_zip(archive)
      archive_write_open_memory(archive, buffer.baseAddress, room, &used)
      for part in parts {
        let entry = archive_entry_new()
        archive_entry_set_pathname(entry, part.name)
        archive_entry_set_filetype(entry, links.contains(part.name) ? 0o120000 : 0o100000)
        if links.contains(part.name) {
          archive_entry_set_symlink(entry, String(decoding: part.bytes, as: UTF8.self))
        }
        archive_entry_set_perm(entry, 0o644)
        archive_entry_set_size(entry, Int64(part.bytes.count))
        archive_write_header(archive, entry)
        part.bytes.withUnsafeBytes { _ = archive_write_data(archive, $0.baseAddress, $0.count) }
        archive_entry_free(entry)
      }
      archive_write_close(archive)
      archive_write_free(archive)
    }
    return Array(package[..<used])
  }

  /// A package of parts of text.
  static func bytes(
    _ parts: [(name: String, text: String)], links: Set<String> = []
  ) -> [UInt8] {
    bytes(parts.map { ($0.name, Array($0.text.utf8)) }, links: links)
  }
}
