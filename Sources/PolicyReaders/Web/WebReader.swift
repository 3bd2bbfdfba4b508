internal import Foundation
internal import PolicyText

/// Reads pages of the web, in whatever encoding.
struct WebReader {
  private let bytes: [UInt8]
  private let name: String
  private let options: ReadingOptions

  init(_ bytes: [UInt8], name: String, options: ReadingOptions) {
    self.bytes = bytes
    self.name = name
    self.options = options
  }

  /// Reads the page.
  ///
  /// - Throws: ``SourceError`` if there is no text in it, or it passes a limit.
  func read(sha256: String, mediaType: String = "text/html") throws(SourceError) -> DecodedSource {
    let decoded = bytes.withUnsafeBytes {
      DecodedText.decode($0, declared: Self.declaredEncoding(of: $0))
    }
    guard let decoded else { throw .notText(name: name, kind: .unknown) }
    // A zero would end the page for the parser.
    let scalars =
      decoded.text.scalars.contains("\0")
      ? decoded.text.scalars.filter { $0 != "\0" } : decoded.text.scalars
    var utf8 = String(scalars, in: scalars.indices)
    let page = WebPage(limits: options.limits)
    do {
      let parser = MarkupParser(page, depth: Self.depthLimit)
      let outcome = utf8.withUTF8 { bytes in
        Result<Void, MarkupError> { () throws(MarkupError) in
          try parser.readPage(UnsafeRawBufferPointer(bytes))
        }
      }
      try outcome.get()
    } catch {
      throw .init(error, name: name, format: "网页", part: name)
    }
    guard !page.isTooLong else {
      throw .tooLarge(name: name, limit: "文字多于\(options.limits.characters)个字")
    }
    return try page.assembler.source(
      name: name, encoding: decoded.encoding, mediaType: mediaType, sha256: sha256)
  }

  /// Old pages leave hundreds of elements open; browsers stop at 512.
  private static let depthLimit = 1000

  /// What the page itself says of its encoding, in `charset=`.
  private static func declaredEncoding(of bytes: UnsafeRawBufferPointer) -> TextEncoding? {
    let head = bytes.prefix(4096).filter { $0 > 0 && $0 < 0x80 }
    let words = String(decoding: head, as: UTF8.self).lowercased()
    guard let place = words.range(of: "charset=") else { return nil }
    let label = words[place.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
      .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    return TextEncoding(label: String(label))
  }
}
