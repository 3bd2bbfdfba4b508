/// 引用: words that point at a unit of this document, or at another document.
public struct Reference: Sendable {
  /// What became of the reference.
  public enum Status: String, Sendable, CaseIterable {
    /// It leads to nodes of this document.
    case resolved
    /// The document has no such unit.
    case missing
    /// It could lead to more than one.
    case ambiguous
    /// It leads to another document, which it names.
    case external
    /// 国家有关规定.
    case generic
  }

  /// What a reference leads to.
  public enum Target: Hashable, Sendable {
    /// A node of the same document, by its index.
    case node(Int)
    /// Another document, or a unit of it.
    case document(title: String?, documentNumber: String?, citation: String?)
  }

  /// The index of the node that it stands in.
  public var node: Int
  /// The words that point.
  public var range: Range<Int>
  /// What they lead to; a list or range of units gives each.
  public var targets: [Target]
  /// What became of it.
  public var status: Status

  /// A reference and its targets.
  public init(node: Int, range: Range<Int>, targets: [Target], status: Status) {
    self.node = node
    self.range = range
    self.targets = targets
    self.status = status
  }
}

/// 定义: a term and what it means, or an alias and what it stands for.
public struct Definition: Sendable {
  /// Whether a term is explained or a name shortened.
  public enum Kind: String, Sendable {
    /// 本办法所称X，是指….
    case definition
    /// （以下简称X）.
    case alias
  }

  /// The index of the node that it stands in.
  public var node: Int
  /// The whole definition.
  public var range: Range<Int>
  /// The term or alias.
  public var term: Range<Int>
  /// What it means or stands for.
  public var meaning: Range<Int>
  /// Whether a term is explained or a name shortened.
  public var kind: Kind

  /// A definition and its parts.
  public init(
    node: Int, range: Range<Int>, term: Range<Int>, meaning: Range<Int>, kind: Kind
  ) {
    self.node = node
    self.range = range
    self.term = term
    self.meaning = meaning
    self.kind = kind
  }
}
