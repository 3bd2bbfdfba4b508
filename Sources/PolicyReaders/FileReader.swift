public import PolicyText

/// Reads files of every format that regulations come in, each by what it is, whatever it is called.
public struct FileReader: SourceReader {
  /// The media types by the endings of names.
  public let mediaTypes = [
    "txt": "text/plain", "md": "text/markdown", "markdown": "text/markdown",
    "docx": WordReader.mediaType, "docm": WordReader.mediaType, "dotx": WordReader.mediaType,
    "html": "text/html", "htm": "text/html", "shtml": "text/html", "xhtml": "text/html",
  ]

  private let options: ReadingOptions

  /// A reader with its options.
  public init(options: ReadingOptions = ReadingOptions()) { self.options = options }

  /// Reads the text of a file (see ``SourceReader/read(_:name:)``).
  ///
  /// - Throws: ``SourceError`` if there is no text to read in it.
  public func read(_ bytes: [UInt8], name: String) throws(SourceError) -> DecodedSource {
    func sha256() -> String { bytes.withUnsafeBytes(sha256Digest) }
    switch FileKind(bytes, name: name, limits: options.limits) {
    case .text: return try PlainTextReader().read(bytes, name: name)
    case .word:
      return try WordReader(bytes, name: name, options: options).read(sha256: sha256())
    case .html:
      return try WebReader(bytes, name: name, options: options).read(sha256: sha256())
    case .other(let kind): throw .notText(name: name, kind: kind)
    default: throw .notText(name: name, kind: .unknown)
    }
  }
}
