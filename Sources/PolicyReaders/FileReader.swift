public import PolicyText

/// Reads files of every format that regulations come in, each by what it is, whatever it is called.
public struct FileReader: SourceReader {
  /// The media types by the endings of names.
  public let mediaTypes = [
    "txt": "text/plain", "md": "text/markdown", "markdown": "text/markdown",
    "docx": WordReader.mediaType, "docm": WordReader.mediaType, "dotx": WordReader.mediaType,
    "html": "text/html", "htm": "text/html", "shtml": "text/html", "xhtml": "text/html",
    "mht": "multipart/related", "mhtml": "multipart/related",
    "pdf": PDFReader.mediaType, "ofd": OFDReader.mediaType,
  ].merging(OfficeReader.mediaTypes) { $1 }

  private let options: ReadingOptions

  /// A reader with its options.
  public init(options: ReadingOptions = ReadingOptions()) { self.options = options }

  /// Reads the text of a file (see ``SourceReader/read(_:name:)``).
  ///
  /// - Throws: ``SourceError`` if there is no text to read in it.
  public func read(_ bytes: [UInt8], name: String) throws(SourceError) -> DecodedSource {
    func sha256() -> String { bytes.withUnsafeBytes(sha256Digest) }
    let kind = FileKind(bytes, name: name, limits: options.limits)
    switch kind {
    case .text: return try PlainTextReader().read(bytes, name: name)
    case .word:
      return try WordReader(bytes, name: name, options: options).read(sha256: sha256())
    case .html:
      return try WebReader(bytes, name: name, options: options).read(sha256: sha256())
    case .pdf: return try PDFReader(bytes, name: name, options: options).read(sha256: sha256())
    case .ofd: return try OFDReader(bytes, name: name, options: options).read(sha256: sha256())
    case .office, .richText, .openDocument:
      return try OfficeReader(bytes, name: name, kind: kind, options: options)
        .read(sha256: sha256())
    case .other(let binary): throw .notText(name: name, kind: binary)
    case .webArchive:
      return try WebReader(WebArchive.page(in: bytes), name: name, options: options)
        .read(sha256: sha256(), mediaType: "multipart/related")
    case .archive: throw fault(ofArchive: bytes, name: name)
    }
  }

  /// An archive is no text itself; where it cannot even be opened, that is said.
  private func fault(ofArchive bytes: [UInt8], name: String) -> SourceError {
    do throws(Package.Fault) {
      _ = try Package(bytes, limits: options.limits).entries()
      return .notText(name: name, kind: .archive)
    } catch {
      return SourceError(error, name: name, format: " ZIP ", limits: options.limits)
    }
  }
}
