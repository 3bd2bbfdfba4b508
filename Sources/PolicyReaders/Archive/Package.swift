internal import CArchive
internal import Glibc

/// 压缩包: the parts of a ZIP file, read one after the other from memory.
///
/// Nothing is ever written to disk, and no more bytes are unfolded than the limits allow: a ZIP bomb
/// ends in an error.
struct Package {
  /// Why parts could not be read.
  enum Fault: Error, Equatable {
    /// The file is damaged.
    case broken
    /// A part is encrypted.
    case encrypted
    /// There are too many parts, or they unfold to too many bytes.
    case tooLarge
  }

  /// A part, before its bytes are read.
  struct Entry {
    /// Its name, as the bytes of the package have it.
    let name: [UInt8]
    /// Its place among the parts, from 0.
    let index: Int
    let kind: Kind
    /// How many bytes it unfolds to, as the package says.
    let size: Int

    /// Whether it is called as parts of markup are.
    var isMarkup: Bool { name.ends(with: ".xml") || name.ends(with: ".rels") }

    /// What a part is: a file has bytes; a link leads elsewhere and is never followed.
    enum Kind { case file, folder, link }
  }

  private let bytes: [UInt8]
  private let limits: ReadingLimits

  /// A package in memory.
  init(_ bytes: [UInt8], limits: ReadingLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// The names of all parts.
  ///
  /// - Throws: ``Fault`` if the package cannot be read.
  func entries() throws(Fault) -> [Entry] {
    var entries: [Entry] = []
    try walk { entry, _ throws(Fault) in
      entries.append(entry)
      return true
    }
    return entries
  }

  /// Reads the parts that are wanted, each whole.
  ///
  /// - Throws: ``Fault`` if the package cannot be read.
  func parts(_ isWanted: (String) -> Bool) throws(Fault) -> [String: [UInt8]] {
    var parts: [String: [UInt8]] = [:]
    try walk { entry, reader throws(Fault) in
      let name = String(decoding: entry.name, as: UTF8.self)
      guard entry.kind == .file, isWanted(name), parts[name] == nil else { return true }
      var part: [UInt8] = []
      try reader.read { chunk throws(Fault) in part.append(contentsOf: chunk) }
      parts[name] = part
      return true
    }
    return parts
  }

  /// The parts of markup that are small, in one pass: most documents have ten of them, and looking for
  /// each from the beginning costs more than reading it.
  ///
  /// A part that cannot be read is left out: whoever needs it is told when it is asked for.
  func smallParts() -> [String: [UInt8]] {
    var parts: [String: [UInt8]] = [:]
    var room = Self.smallPartsLimit
    try? walk { entry, reader throws(Fault) in
      guard entry.kind == .file, entry.size <= min(room, Self.smallPartLimit),
        entry.isMarkup
      else { return true }
      // What a package says of its sizes need not be true.
      guard let part = try reader.whole(entry.size) else { throw .tooLarge }
      room -= part.count
      let name = String(decoding: entry.name, as: UTF8.self)
      if parts[name] == nil { parts[name] = part }
      return true
    }
    return parts
  }

  private static let smallPartLimit = 1 << 18
  private static let smallPartsLimit = 1 << 20

  /// Reads one part piece by piece; gives whether it is there.
  ///
  /// - Throws: ``Fault`` if the package cannot be read, and what `body` throws.
  func stream(
    _ wanted: String, _ body: (UnsafeRawBufferPointer) throws(Fault) -> Void
  ) throws(Fault) -> Bool {
    var isFound = false
    try walk { entry, reader throws(Fault) in
      guard entry.kind == .file, String(decoding: entry.name, as: UTF8.self) == wanted else {
        return true
      }
      isFound = true
      try reader.read(body)
      return false
    }
    return isFound
  }

  /// Reads the part at an index.
  ///
  /// - Throws: ``Fault`` if the package cannot be read.
  func part(at index: Int) throws(Fault) -> [UInt8] {
    var part: [UInt8] = []
    try walk { entry, reader throws(Fault) in
      guard entry.index == index else { return true }
      try reader.read { chunk throws(Fault) in part.append(contentsOf: chunk) }
      return false
    }
    return part
  }

  /// The locale in which all names have letters; it is read from files, and so only once.
  nonisolated(unsafe) private static let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)

  /// Goes through the parts, until `visit` gives `false`.
  private func walk(
    _ visit: (Entry, PartReader) throws(Fault) -> Bool
  ) throws(Fault) {
    guard let archive = archive_read_new() else { throw .broken }
    defer { archive_read_free(archive) }
    archive_read_support_format_zip_seekable(archive)
    let reader = PartReader(archive: archive, limits: limits)
    // libarchive gives names in the encoding of the locale, and none at all where that has no letters
    // for them. The locale is that of this thread only.
    let before = uselocale(Self.locale)
    defer { uselocale(before) }
    let outcome = bytes.withUnsafeBytes { bytes in
      Result<Void, Fault> { () throws(Fault) in
        guard archive_read_open_memory(archive, bytes.baseAddress, bytes.count) == ARCHIVE_OK
        else { throw .broken }
        try walk(archive, reader, visit)
      }
    }
    try outcome.get()
  }

  private func walk(
    _ archive: OpaquePointer, _ reader: PartReader,
    _ visit: (Entry, PartReader) throws(Fault) -> Bool
  ) throws(Fault) {
    var index = 0
    while true {
      var entry: OpaquePointer?
      let status = archive_read_next_header(archive, &entry)
      if status == ARCHIVE_EOF { return }
      // A warning is about a name or a date that cannot be converted.
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else { throw .broken }
      guard index < limits.members else { throw .tooLarge }
      let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
      let found = Entry(
        name: name.map { Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))) } ?? [],
        index: index, kind: Self.kind(of: entry),
        size: archive_entry_size_is_set(entry) != 0 ? Int(archive_entry_size(entry)) : Int.max)
      reader.isEncrypted = archive_entry_is_encrypted(entry) != 0
      if !(try visit(found, reader)) { return }
      index += 1
    }
  }

  private static func kind(of entry: OpaquePointer) -> Entry.Kind {
    switch archive_entry_filetype(entry) & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .link
    }
  }
}

/// Reads the bytes of the part that a package stands at.
final class PartReader {
  private let archive: OpaquePointer
  private var left: Int
  fileprivate var isEncrypted = false
  /// Where the pieces lie, one after the other.
  private var buffer = [UInt8](unsafeUninitializedCapacity: room) { $1 = room }
  private static let room = 1 << 16

  fileprivate init(archive: OpaquePointer, limits: ReadingLimits) {
    self.archive = archive
    left = limits.unpackedBytes
  }

  /// The bytes of a part of a size; `nil` if there are more.
  ///
  /// - Throws: ``Package/Fault`` if they cannot be read.
  func whole(_ size: Int) throws(Package.Fault) -> [UInt8]? {
    if isEncrypted { throw .encrypted }
    var isWhole = true
    let part = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      while count <= size {
        let read = archive_read_data(
          archive, buffer.baseAddress.map { $0 + count }, size + 1 - count)
        if read <= 0 {
          isWhole = read == 0
          return
        }
        count += read
      }
    }
    guard isWhole else { throw .broken }
    left -= part.count
    guard left >= 0 else { throw .tooLarge }
    return part.count <= size ? part : nil
  }

  /// Gives the bytes of the part, piece by piece.
  ///
  /// - Throws: ``Package/Fault`` if they cannot be read, and what `body` throws.
  func read(
    _ body: (UnsafeRawBufferPointer) throws(Package.Fault) -> Void
  ) throws(Package.Fault) {
    if isEncrypted { throw .encrypted }
    let room = Self.room
    while true {
      let count = buffer.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, room) }
      guard count >= 0 else { throw .broken }
      guard count > 0 else { return }
      left -= count
      guard left >= 0 else { throw .tooLarge }
      let outcome = buffer.withUnsafeBytes { bytes in
        Result<Void, Package.Fault> { () throws(Package.Fault) in
          try body(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
        }
      }
      try outcome.get()
    }
  }
}
