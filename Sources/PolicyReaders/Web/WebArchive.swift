internal import Foundation

/// 网页存档 (MHTML): a page that a browser has saved with its images in one file.
///
/// Source: RFC 2557; RFC 2045, 6 (encodings of parts).
enum WebArchive {
  /// The page of an archive: its first part of HTML; the whole file if there is none.
  static func page(in bytes: [UInt8]) -> [UInt8] {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard let boundary = boundary(in: lines) else { return bytes }
    var index = 0
    while index < lines.count {
      guard isBoundary(lines[index], boundary) else {
        index += 1
        continue
      }
      index += 1
      var head = ""
      while index < lines.count, !trimmed(lines[index]).isEmpty {
        head += words(lines[index]).lowercased() + "\n"
        index += 1
      }
      guard head.contains("text/html") else { continue }
      let start = min(index + 1, lines.count)
      let end = lines[start...].firstIndex { isBoundary($0, boundary) } ?? lines.count
      let content = lines[start..<end]
      if head.contains("quoted-printable") { return quotedPrintable(content) }
      if head.contains("base64") { return base64(content) }
      return Array(content.joined(separator: [0x0A]))
    }
    return bytes
  }

  /// The line that parts the parts, as the head of the file names it.
  private static func boundary(in lines: [ArraySlice<UInt8>]) -> [UInt8]? {
    for line in lines.prefix(64) {
      let words = words(line)
      guard let place = words.range(of: "boundary=") else { continue }
      let name = words[place.upperBound...].drop { $0 == "\"" }
        .prefix { $0 != "\"" && $0 != ";" && !$0.isWhitespace }
      return name.isEmpty ? nil : Array("--\(name)".utf8)
    }
    return nil
  }

  private static func isBoundary(_ line: ArraySlice<UInt8>, _ boundary: [UInt8]) -> Bool {
    line.starts(with: boundary)
  }

  private static func words(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line, as: UTF8.self)
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.last == 0x0D ? line.dropLast() : line
  }

  private static func quotedPrintable(_ lines: ArraySlice<ArraySlice<UInt8>>) -> [UInt8] {
    var bytes: [UInt8] = []
    for line in lines {
      let line = trimmed(line)
      var index = line.startIndex
      var goesOn = false
      while index < line.endIndex {
        if line[index] != 0x3D {
          bytes.append(line[index])
        } else if index + 1 == line.endIndex {
          goesOn = true
        } else if index + 2 < line.endIndex,
          let byte = UInt8(String(decoding: line[index + 1...index + 2], as: UTF8.self), radix: 16)
        {
          bytes.append(byte)
          index += 2
        } else {
          bytes.append(line[index])
        }
        index += 1
      }
      if !goesOn { bytes.append(0x0A) }
    }
    return bytes
  }

  private static func base64(_ lines: ArraySlice<ArraySlice<UInt8>>) -> [UInt8] {
    let data = Data(base64Encoded: Data(lines.joined()), options: .ignoreUnknownCharacters)
    return data.map(Array.init) ?? []
  }
}
