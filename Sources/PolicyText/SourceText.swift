/// 原文: the decoded text of one source, kept once; everything else points into it.
public struct SourceText: Sendable {
  /// What the user calls the source: a file's name, or `-` for standard input.
  public let name: String
  /// The text, scalar by scalar, just as it was decoded.
  public let scalars: [Unicode.Scalar]
  /// Tables that the file itself has (of DOCX, of HTML), in the order of the text and not one in the
  /// other, with ranges of these scalars; tables made of characters are found later.
  public let tables: [TableGrid]
  /// Stretches that the file itself shows to be no part of a document, in the order of the text.
  public let asides: [SourceAside]

  /// A text that is already decoded.
  public init(_ text: String, name: String = "") {
    self.init(scalars: Array(text.unicodeScalars), name: name)
  }

  /// A text that is already decoded, scalar by scalar.
  public init(
    scalars: [Unicode.Scalar], name: String = "", tables: [TableGrid] = [],
    asides: [SourceAside] = []
  ) {
    self.scalars = scalars
    self.name = name
    self.tables = tables
    self.asides = asides
  }

  /// The words of a span.
  public subscript(span: TextSpan) -> String {
    String(scalars, in: span.start..<span.end)
  }
}
