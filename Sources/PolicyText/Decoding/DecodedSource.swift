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

  /// A source and how it was read.
  public init(
    text: SourceText, encoding: TextEncoding, mediaType: String, sha256: String,
    replaced: [TextSpan]
  ) {
    self.text = text
    self.encoding = encoding
    self.mediaType = mediaType
    self.sha256 = sha256
    self.replaced = replaced
  }
}
