/// Reads the XML of a sheet and of the strings that its cells share.
///
/// Source: ECMA-376, part 1, 18.3.1.4 (c), 18.4.8 (si).
enum SheetReader {
  /// The shared strings, in order: `<si><t>…</t></si>`, or with runs of several formats.
  static func strings(_ xml: [UInt8]) -> [String] {
    var strings: [String] = []
    var text = ""
    var isText = false
    var isReading = false
    var scanner = MarkupScanner(xml)
    while let token = scanner.next() {
      switch token {
      case .start("si", _): text = ""
      // How a word is read aloud is no part of it.
      case .start("rPh", _): isReading = true
      case .end("rPh"): isReading = false
      case .start("t", _): isText = !isReading
      case .end("t"): isText = false
      case .text(let words): if isText { text += words }
      case .end("si"): strings.append(text)
      default: break
      }
    }
    return strings
  }

  /// The rows of a sheet, `<row><c r="B2" t="s"><v>…</v></c></row>`; missing cells are empty.
  static func rows(_ xml: [UInt8], shared: [String]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var column = 0
    var isShared = false
    var text = ""
    var isValue = false
    var scanner = MarkupScanner(xml)
    while let token = scanner.next() {
      switch token {
      case .start("row", _): row = []
      case .start("c", let attributes):
        column = attributes["r"].map(Self.column) ?? row.count
        isShared = attributes["t"] == "s"
        text = ""
      case .start("v", _), .start("t", _): isValue = true
      case .end("v"), .end("t"): isValue = false
      case .text(let words): if isValue { text += words }
      case .end("c"):
        // A sheet has 16,384 columns at most.
        guard (0..<16_384).contains(column) else { continue }
        while row.count <= column { row.append("") }
        let place = isShared ? Int(text) : nil
        row[column] = place.flatMap { shared.indices.contains($0) ? shared[$0] : nil } ?? text
      case .end("row"): rows.append(row)
      default: break
      }
    }
    return rows
  }

  /// 27 of AB12, from 0.
  private static func column(of reference: String) -> Int {
    reference.utf8.prefix { (0x41...0x5A).contains($0) }.prefix(3)
      .reduce(0) { $0 * 26 + Int($1) - 0x40 } - 1
  }
}

/// Goes through the tags and words of an XML text that a program wrote; names lose their prefixes.
private struct MarkupScanner {
  enum Token {
    case start(String, [String: String])
    case end(String)
    case text(String)
  }

  private let bytes: [UInt8]
  private var place = 0
  /// The end of an element that closes itself, still to be told.
  private var pending: String?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> Token? {
    if let name = pending {
      pending = nil
      return .end(name)
    }
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else {
        let start = place
        while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
        return .text(Self.unescaped(bytes[start..<place]))
      }
      let start = place + 1
      var quote: UInt8?
      while place < bytes.count, bytes[place] != UInt8(ascii: ">") || quote != nil {
        let byte = bytes[place]
        if byte == quote {
          quote = nil
        } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
        }
        place += 1
      }
      let tag = bytes[min(start, place)..<place]
      place += 1
      if let token = token(tag) { return token }
    }
    return nil
  }

  private mutating func token(_ tag: ArraySlice<UInt8>) -> Token? {
    guard let first = tag.first else { return nil }
    switch first {
    case UInt8(ascii: "?"), UInt8(ascii: "!"): return nil
    case UInt8(ascii: "/"): return .end(Self.name(tag.dropFirst()))
    default: break
    }
    let isEmpty = tag.last == UInt8(ascii: "/")
    let words = isEmpty ? tag.dropLast() : tag
    let name = Self.name(words)
    if isEmpty { pending = name }
    return .start(name, Self.attributes(words))
  }

  private static func name(_ tag: ArraySlice<UInt8>) -> String {
    let name = tag.prefix { $0 > 0x20 }
    let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
    return String(decoding: local, as: UTF8.self)
  }

  private static func attributes(_ tag: ArraySlice<UInt8>) -> [String: String] {
    var attributes: [String: String] = [:]
    var rest = tag.drop { $0 > 0x20 }
    while let sign = rest.firstIndex(of: UInt8(ascii: "=")) {
      let name = rest[..<sign].filter { $0 > 0x20 }
      guard sign + 1 < rest.endIndex else { break }
      let quote = rest[sign + 1]
      guard let end = rest[(sign + 2)...].firstIndex(of: quote) else { break }
      attributes[String(decoding: name, as: UTF8.self)] = unescaped(rest[(sign + 2)..<end])
      rest = rest[(end + 1)...]
    }
    return attributes
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.contains("&") else { return text }
    var result = ""
    var rest = Substring(text)
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      guard let end = rest[mark...].firstIndex(of: ";") else { break }
      let name = rest[rest.index(after: mark)..<end]
      switch name {
      case "amp": result += "&"
      case "lt": result += "<"
      case "gt": result += ">"
      case "quot": result += "\""
      case "apos": result += "'"
      case let code where code.hasPrefix("#x"):
        result.unicodeScalars += scalar(UInt32(code.dropFirst(2), radix: 16))
      case let code where code.hasPrefix("#"):
        result.unicodeScalars += scalar(UInt32(code.dropFirst()))
      default: result += rest[mark...end]
      }
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func scalar(_ value: UInt32?) -> [Unicode.Scalar] {
    value.flatMap(Unicode.Scalar.init).map { [$0] } ?? []
  }
}
