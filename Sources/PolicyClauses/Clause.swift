/// 小句: a stretch of a sentence between two of its marks: ，, ：, ； or 。.
public struct Clause: Hashable, Sendable {
  /// What closes a clause.
  public enum Mark: Hashable, Sendable {
    /// ，
    case comma
    /// ：
    case colon
    /// ；
    case semicolon
    /// 。！？
    case stop
    /// The end of the words of a node.
    case end
  }

  /// Its words, without the mark that closes it.
  public let range: Range<Int>
  /// What closes it.
  public let mark: Mark

  /// A clause and the mark after it.
  public init(range: Range<Int>, mark: Mark) {
    self.range = range
    self.mark = mark
  }
}

/// 分句: a part of a sentence closed by ；, or the whole of a sentence without one.
public struct SentencePart: Hashable, Sendable {
  /// The indices of its clauses in the layer; never empty.
  public let clauses: Range<Int>

  /// A part of the clauses that it has.
  public init(clauses: Range<Int>) {
    self.clauses = clauses
  }
}

/// 句: words up to 。！？ or the end of a node's words; marks within “…” and （…） do not end it.
public struct Sentence: Hashable, Sendable {
  /// The index of the block that it stands in.
  public let block: Int
  /// Its words, without the mark that closes it.
  public let range: Range<Int>
  /// The indices of its parts in the layer; never empty.
  public let parts: Range<Int>
  /// Whether it ends in ： and so introduces what follows, such as the items of a list.
  public let leadsIn: Bool

  /// A sentence of a block.
  public init(block: Int, range: Range<Int>, parts: Range<Int>, leadsIn: Bool) {
    self.block = block
    self.range = range
    self.parts = parts
    self.leadsIn = leadsIn
  }
}
