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
    let page = WebPage(limits: options.limits)
    do {
      let parser = MarkupParser(page, depth: Self.depthLimit)
      let outcome = withUTF8(decoded) { bytes in
        Result<Void, MarkupError> { () throws(MarkupError) in try parser.readPage(bytes) }
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

  /// The page in UTF-8, as it lies in the file where it can.
  private func withUTF8<Result>(
    _ decoded: (text: DecodedText, encoding: TextEncoding),
    _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    // A zero would end the page for the parser, and so would bytes that are no text.
    if decoded.encoding == .utf8, decoded.text.replaced.isEmpty, !bytes.contains(0) {
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      let start = bytes.starts(with: mark) ? mark.count : 0
      return bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start...])) }
    }
    let scalars = decoded.text.scalars
    let kept = scalars.contains("\0") ? scalars.filter { $0 != "\0" } : scalars
    var utf8 = String(kept, in: kept.indices)
    return utf8.withUTF8 { body(UnsafeRawBufferPointer($0)) }
  }

  /// Old pages leave hundreds of elements open; browsers stop at 512.
  private static let depthLimit = 1000

  /// What the page itself says of its encoding, in `charset=`.
  private static func declaredEncoding(of bytes: UnsafeRawBufferPointer) -> TextEncoding? {
    let head = bytes.prefix(4096).compactWords
    guard let place = head.place(of: "charset=") else { return nil }
    let label = head[(place + 8)...].drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
      .prefix {
        Unicode.Scalar($0).properties.isAlphabetic
          || Unicode.Scalar($0).properties.numericType != nil
          || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
    return TextEncoding(label: String(decoding: label, as: UTF8.self))
  }
}
