/// A reader for a format of files: bytes in, text out.
///
/// A new format (HTML, DOCX, PDF) is one more type with this interface; nothing else changes.
public protocol SourceReader: Sendable {
  /// The media types of the format by the endings of names, in small letters and without the dot.
  var mediaTypes: [String: String] { get }

  /// Reads the text of a file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - name: What the user calls it, for messages and for its ending; `-` is standard input.
  /// - Returns: The text, its encoding and what is known of the file.
  /// - Throws: ``SourceError`` if there is no text to read in it.
  func read(_ bytes: [UInt8], name: String) throws(SourceError) -> DecodedSource
}

/// The reader for plain text and Markdown, in whatever encoding.
public struct PlainTextReader: SourceReader {
  /// Markdown by its endings; everything else that is text is plain text.
  public let mediaTypes = [
    "txt": "text/plain", "md": "text/markdown", "markdown": "text/markdown",
  ]

  /// A reader; it has no settings.
  public init() {}

  /// Reads a text and finds out its encoding (see ``SourceReader/read(_:name:)``).
  ///
  /// - Throws: ``SourceError`` if nothing stands in the file, or no text.
  public func read(_ bytes: [UInt8], name: String) throws(SourceError) -> DecodedSource {
    if bytes.isEmpty { throw .empty(name: name) }
    if let kind = BinaryKind(signatureOf: bytes) { throw .notText(name: name, kind: kind) }
    let (decoded, sha256) = bytes.withUnsafeBytes { bytes in
      (TextDecoder.decode(bytes), sha256Digest(of: bytes))
    }
    guard let decoded else { throw .notText(name: name, kind: .unknown) }
    guard decoded.text.scalars.contains(where: \.isPrinted) else { throw .empty(name: name) }
    return DecodedSource(
      text: SourceText(scalars: decoded.text.scalars, name: name), encoding: decoded.encoding,
      mediaType: mediaTypes[ending(of: name)] ?? "text/plain", sha256: sha256,
      replaced: decoded.text.replaced)
  }

  private func ending(of name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
