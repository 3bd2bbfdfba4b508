/// A source as it was read: its text, and how its bytes became text.
public struct DecodedSource: Sendable {
  /// The text, every character of it; a byte order mark is none.
  public let text: SourceText
  /// The encoding that the bytes are in.
  public let encoding: TextEncoding
  /// The media type, as in `text/plain`.
  public let mediaType: String
  /// SHA-256 of the bytes, in 64 hexadecimal digits.
  public let sha256: String
  /// Where U+FFFD stands for bytes that the encoding does not explain, in the order of the text;
  /// neighbours are one span.
  public let replaced: [TextSpan]
  /// Where stretches of the text stand in the file, in the order of the text; none for plain text.
  public let places: [SourcePlace]
  /// What is to be known of the file.
  public let remarks: [SourceRemark]

  /// A source and how it was read.
  public init(
    text: SourceText, encoding: TextEncoding, mediaType: String, sha256: String,
    replaced: [TextSpan], places: [SourcePlace] = [], remarks: [SourceRemark] = []
  ) {
    self.text = text
    self.encoding = encoding
    self.mediaType = mediaType
    self.sha256 = sha256
    self.replaced = replaced
    self.places = places
    self.remarks = remarks
  }

  /// A text that came decoded, as a string of a program; the digest is that of its UTF-8.
  ///
  /// - Throws: ``SourceError`` if nothing stands in it.
  public init(_ string: String, name: String) throws(SourceError) {
    guard string.unicodeScalars.contains(where: \.isPrinted) else { throw .empty(name: name) }
    var string = string
    self.init(
      text: SourceText(string, name: name), encoding: .utf8, mediaType: "text/plain",
      sha256: string.withUTF8 { sha256Digest(of: UnsafeRawBufferPointer($0)) }, replaced: [])
  }
}
