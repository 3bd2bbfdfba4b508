public import PolicyText

/// 文件: one document of a source: its tree, and what its wrapper says of it.
public struct PolicyDocument: Sendable {
  /// The stretch of the reading text that the document takes up.
  public var range: Range<Int>
  /// The tree, in reading order (see ``Node``).
  public var nodes: [Node]
  /// What the wrapper says: title, issuers, number, dates.
  public var metadata: DocumentMetadata
  /// The index, in the source's documents, of the notice that issues this one.
  public var issuedBy: Int?
  /// What is wrong with numbering and layout.
  public var findings: [Finding]

  /// A document whose tree is known.
  public init(
    range: Range<Int>, nodes: [Node], metadata: DocumentMetadata = DocumentMetadata(),
    issuedBy: Int? = nil, findings: [Finding] = []
  ) {
    self.range = range
    self.nodes = nodes
    self.metadata = metadata
    self.issuedBy = issuedBy
    self.findings = findings
  }
}

/// What a source holds: documents, and what belongs to none of them.
public struct ParsedSource: Sendable {
  /// The words that all ranges count in.
  public let reading: ReadingText
  /// The documents, in the order of the source.
  public var documents: [PolicyDocument]
  /// What belongs to no document, in spans of the source.
  public var residue: [Residue]

  /// The parts of a source.
  public init(reading: ReadingText, documents: [PolicyDocument], residue: [Residue]) {
    self.reading = reading
    self.documents = documents
    self.residue = residue
  }
}

/// A piece of the source that belongs to no document, and why.
public struct Residue: Hashable, Sendable {
  /// Why a piece belongs to no document.
  public enum Reason: String, Sendable {
    /// Menus, paths, links to other pages.
    case navigation
    /// Advertising.
    case advertising
    /// Page numbers, running heads, 发布者:… 浏览次数:…
    case pageFurniture
    /// Running text without the frame of a document.
    case prose
    /// What a portal says of a document: 索引号, 发布日期.
    case metadata
    /// Anything else, such as a rule of dashes.
    case other
  }

  /// Where it stands.
  public let span: TextSpan
  /// Why it belongs to no document.
  public let reason: Reason

  /// A piece and its reason.
  public init(span: TextSpan, reason: Reason) {
    self.span = span
    self.reason = reason
  }
}
