internal import CZlib
internal import Foundation

/// 工作簿: reads the cells of the first sheet of an xlsx file.
///
/// Source: ECMA-376 (sheets and shared strings); APPNOTE.TXT of PKWARE (ZIP).
package enum Workbook {
  /// The rows of the first sheet as words; `nil` if there is none to read.
  package static func rows(of file: [UInt8]) -> [[String]]? {
    let parts = ZipArchive(file)
    let names = parts.names.filter { $0.hasPrefix("xl/worksheets/") && $0.hasSuffix(".xml") }
    guard let first = names.sorted().first, let sheet = parts.contents(of: first) else {
      return nil
    }
    let shared = parts.contents(of: "xl/sharedStrings.xml").map(SheetReader.strings) ?? []
    return SheetReader.rows(sheet, shared: shared)
  }
}

/// The files within a ZIP archive.
struct ZipArchive {
  private struct Entry {
    let method: Int
    let packed: Int
    let size: Int
    let header: Int
  }

  private let bytes: [UInt8]
  private var entries: [String: Entry] = [:]
  /// No part of a register is larger.
  private static let largest = 512 << 20

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // The directory stands at the end, before a comment of at most 65,535 bytes.
    var end = bytes.count - 22
    let first = max(0, bytes.count - 22 - 65_535)
    while end >= first, number(4, at: end) != 0x0605_4B50 { end -= 1 }
    guard end >= first else { return }
    var place = number(4, at: end + 16)
    for _ in 0..<number(2, at: end + 10) {
      guard number(4, at: place) == 0x0201_4B50 else { break }
      let length = number(2, at: place + 28)
      let name = String(decoding: slice(place + 46, length), as: UTF8.self)
      entries[name] = Entry(
        method: number(2, at: place + 10), packed: number(4, at: place + 20),
        size: number(4, at: place + 24), header: number(4, at: place + 42))
      place += 46 + length + number(2, at: place + 30) + number(2, at: place + 32)
    }
  }

  /// The names of the files.
  var names: [String] { Array(entries.keys) }

  /// What is in a file; `nil` if there is none of that name or it is damaged.
  func contents(of name: String) -> [UInt8]? {
    guard let entry = entries[name], number(4, at: entry.header) == 0x0403_4B50,
      entry.size <= Self.largest
    else { return nil }
    let start =
      entry.header + 30 + number(2, at: entry.header + 26)
      + number(2, at: entry.header + 28)
    let packed = Array(slice(start, entry.packed))
    guard packed.count == entry.packed else { return nil }
    return entry.method == 0 ? packed : inflated(packed, size: entry.size)
  }

  private func inflated(_ packed: [UInt8], size: Int) -> [UInt8]? {
    var packed = packed
    var result = [UInt8](repeating: 0, count: max(size, 1))
    var stream = z_stream()
    // Negative bits: the stream has no head of zlib's own.
    guard
      inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { inflateEnd(&stream) }
    let status = packed.withUnsafeMutableBufferPointer { input in
      result.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        return inflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END, Int(stream.total_out) == size else { return nil }
    return Array(result.prefix(size))
  }

  private func slice(_ start: Int, _ count: Int) -> ArraySlice<UInt8> {
    guard start >= 0, count >= 0, start <= bytes.count else { return [] }
    return bytes[start..<min(bytes.count, start + count)]
  }

  /// A number in little-endian bytes; 0 beyond the end.
  private func number(_ count: Int, at place: Int) -> Int {
    guard place >= 0, place + count <= bytes.count else { return 0 }
    return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << ($1 * 8) }
  }
}
