public import PolicyDiff

/// 新旧条文对照表: what a comparison looks like in print, whatever it is printed on.
///
/// Rows follow the new text, with removed units at their old place. What is the same is left out of a
/// changed article (……) and of the table, unless all is asked for; what is left out is counted.
public struct ComparisonTable: Sendable {
  /// A stretch of words and how it is marked.
  public struct Run: Sendable, Equatable {
    /// How words are marked.
    public enum Mark: Sendable, Equatable {
      /// They stand on both sides.
      case same
      /// They stand on the old side only.
      case deleted
      /// They stand on the new side only.
      case inserted
      /// …… and what the table itself says.
      case note
    }

    /// The words.
    public let text: String
    /// How they are marked.
    public let mark: Mark
    /// The number of the edit within its row, the same on both sides.
    public let edit: Int?
  }

  /// One side of a row: paragraphs of runs.
  public typealias Cell = [[Run]]

  /// A row: one unit, or all that one was split into or merged from.
  public struct Row: Sendable {
    /// 序号, from 1.
    public let number: Int
    /// How the unit is cited: 第五条, 第五条→第六条.
    public let label: String
    /// 修订前.
    public let old: Cell
    /// 修订后.
    public let new: Cell
    /// 修订类型.
    public let kind: RowKind
    /// 说明: what the change means, a sentence each.
    public let remarks: [Remark]
  }

  /// A sentence on a row.
  public struct Remark: Sendable {
    /// The sentence.
    public let text: String
    /// What it bears on; `nil` for what the table itself says.
    public let kind: Effect.Kind?
    /// Whether it is stricter.
    public let direction: Effect.Direction

    /// The sentence with its direction, for where there is no mark for it: …（从严）.
    public var spoken: String {
      switch direction {
      case .stricter: text + "（从严）"
      case .looser: text + "（从宽）"
      case .other: text
      }
    }
  }

  /// Words that were replaced all over the text.
  public struct Replacement: Sendable {
    /// The words before.
    public let old: String
    /// The words after.
    public let new: String
    /// How often.
    public let count: Int
    /// The units that it was done in, as the new text numbers them.
    public let places: [String]
  }

  /// A stretch of articles whose numbers changed alike.
  public struct NumberChange: Sendable {
    /// 第五条至第八条; empty for an added unit.
    public let old: String
    /// 第六条至第九条; empty for a removed unit.
    public let new: String
  }

  /// What stands on top: 《…》修订前后对照表.
  public let title: String
  /// The head of the second column: 修订前（2017年11月4日）.
  public let oldHead: String
  /// The head of the third column.
  public let newHead: String
  /// The rows.
  public let rows: [Row]
  /// 统一替换.
  public let replacements: [Replacement]
  /// 条文序号对照.
  public let numbers: [NumberChange]
  /// How many units there are of each kind, in the order of ``RowKind``.
  public let counts: [(kind: RowKind, count: Int)]
  /// What is to be known of the table: what is left out, and that everything was compared.
  public let notes: [String]

  /// The heads of the columns.
  public var columns: [String] { ["序号", oldHead, newHead, "修订类型", "说明"] }

  /// Whether units are left out.
  public var isPartial: Bool { counts.reduce(0) { $0 + $1.count } > rows.count }

  /// What the marks mean, in words.
  public static let legend = "加粗并加下划线的是新增的文字，加删除线的是删去的文字，“……”是没有改动的款、项。"

  /// The table of a comparison.
  ///
  /// `all` shows unchanged units and unchanged paragraphs as well.
  public init(_ comparison: Comparison, all: Bool = false) {
    self = TableBuilder(comparison, all: all).table
  }

  init(
    title: String, heads: (old: String, new: String), rows: [Row], replacements: [Replacement],
    numbers: [NumberChange], counts: [(kind: RowKind, count: Int)], notes: [String]
  ) {
    self.title = title
    oldHead = heads.old
    newHead = heads.new
    self.rows = rows
    self.replacements = replacements
    self.numbers = numbers
    self.counts = counts
    self.notes = notes
  }
}
