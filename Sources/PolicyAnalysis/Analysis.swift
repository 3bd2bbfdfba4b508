public import PolicyExtraction
public import PolicyStructure
public import PolicyText

/// 分析结果: everything that was found in one source.
public struct Analysis: Sendable {
  /// What is known of the file itself.
  public let source: SourceFacts
  /// The words that all ranges count in, and the text that they came from.
  public let reading: ReadingText
  /// The documents, in the order of the source.
  public let documents: [AnalyzedDocument]
  /// What belongs to no document, in the order of the source.
  public let residue: [Residue]
}

/// What is known of a source beside its text.
public struct SourceFacts: Hashable, Sendable {
  /// What the user calls it: a file's name, or `-` for standard input.
  public var name: String
  /// What kind of file it is: `text/plain`, `text/markdown`.
  public var mediaType: String
  /// The encoding that it was decoded from, by its IANA name.
  public var encoding: String
  /// SHA-256 of the file's bytes, in hexadecimal.
  public var sha256: String

  /// The facts about a source.
  public init(name: String, mediaType: String, encoding: String, sha256: String) {
    self.name = name
    self.mediaType = mediaType
    self.encoding = encoding
    self.sha256 = sha256
  }
}

/// A document and what was found in it; indices in one list count in the others.
public struct AnalyzedDocument: Sendable {
  /// The tree, and what the wrapper says.
  public internal(set) var document: PolicyDocument
  /// 标识: for each node, its id (`art_5__para_2`).
  public internal(set) var nodeIDs: [String]
  /// 条款项: for each node, how a lawyer cites it (`第五条第二款`), where it can be cited.
  public internal(set) var citations: [String?]
  /// 主体, in the order of their first mention.
  public internal(set) var entities: [Entity] = []
  /// 规范, in the order of the text, as are all lists that follow.
  public internal(set) var norms: [Norm] = []
  /// 数量.
  public internal(set) var quantities: [Quantity] = []
  /// 责任分工.
  public internal(set) var assignments: [Assignment] = []
  /// 引用.
  public internal(set) var references: [Reference] = []
  /// 定义.
  public internal(set) var definitions: [Definition] = []
  /// 问题: of numbering, layout, references and definitions.
  public internal(set) var findings: [Finding] = []
}
