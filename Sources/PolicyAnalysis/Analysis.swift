public import PolicyExtraction
public import PolicyIndicators
public import PolicyStructure
public import PolicyText

/// 分析结果: everything that was found in one source.
public struct Analysis: Sendable {
  /// The file: its text, and how its bytes became text.
  public let source: DecodedSource
  /// The words that all ranges count in.
  public let reading: ReadingText
  /// The documents, in the order of the source.
  public let documents: [AnalyzedDocument]
  /// What belongs to no document, in the order of the source.
  public let residue: [Residue]
}

/// A document and what was found in it; indices in one list count in the others.
public struct AnalyzedDocument: Sendable {
  /// The tree, and what the wrapper says.
  public internal(set) var document: PolicyDocument
  /// The stretch of the source that it takes up, with the marks that layout put around it.
  public internal(set) var span: TextSpan
  /// 标识: for each node, its id (`art_5__para_2`).
  public internal(set) var nodeIDs: PackedStrings
  /// 条款项: for each node, how a lawyer cites it (`第五条第二款`), where it can be cited.
  public internal(set) var citations: NodeCitations
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
  /// For each reference the rule that found it.
  var referenceRules: [String] = []
  /// 定义.
  public internal(set) var definitions: [Definition] = []
  /// 指标, those of an outside catalogue behind those of the text.
  public internal(set) var indicators: [Indicator] = []
  /// 关联: norms, quantities and assignments with the indicators that they bear on.
  public internal(set) var links: [IndicatorLink] = []
  /// 问题: of numbering, layout, references and definitions.
  public internal(set) var findings: [Finding] = []
}
