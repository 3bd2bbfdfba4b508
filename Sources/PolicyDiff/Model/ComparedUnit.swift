public import PolicyStructure

/// 比较单元: what one row of a comparison is about: an article, a numbered heading, a chapter's title,
/// an annex, a table, or a part around them.
///
/// The units of a source take up every word of its documents, each word once: an article holds its
/// paragraphs, items and subitems; a heading its paragraphs, but not the headings below it; an annex
/// what has no number of its own; a table always stands by itself.
public struct ComparedUnit: Sendable {
  /// What kind of unit it is compared with.
  public enum Family: Sendable, Hashable {
    /// 条, 公文层次序数, and paragraphs that stand under no number.
    case provision
    /// 编, 章, 节.
    case division
    /// 附件.
    case attachment
    /// 表.
    case table
    /// Title block, preamble, table of contents, signature, notes.
    case frame
  }

  /// The index of its document in the source.
  public let document: Int
  /// The index of its node in the document.
  public let node: Int
  /// How the output names it: the id of its node, with `d2/` before it outside the main document.
  public let id: String
  /// The level of its node.
  public let level: NodeLevel
  /// What its number counts to; empty without one.
  public let number: [Int]
  /// What kind of unit it is compared with.
  public let family: Family
  /// The index of the unit of the chapter, annex or heading that it stands in.
  public let parent: Int?
  /// The title of its own, in the unit's text.
  public let heading: Range<Int>?
  /// Its words.
  public let text: UnitText
}

/// A stretch of the reading text that one unit owns, and what kind of break opens it.
struct UnitSegment: Sendable {
  /// What stands between a segment and the one before it.
  enum Opening: Sendable {
    /// The beginning of a paragraph, item or row.
    case line
    /// The beginning of a cell within a row.
    case cell

    /// The scalar that stands for it in the unit's text.
    var scalar: Unicode.Scalar { self == .line ? "\n" : "\t" }
  }

  /// The words; empty for an empty cell.
  let range: Range<Int>
  /// What opens it.
  let opening: Opening
}

extension NodeLevel {
  /// The family of the units that nodes of this level make.
  var family: ComparedUnit.Family {
    switch self {
    case .part, .subpart, .chapter, .section: .division
    case .article, .paragraph, .item, .subitem, .heading: .provision
    case .attachment: .attachment
    case .table: .table
    case .preface, .preamble, .toc, .signature, .note, .colophon: .frame
    }
  }
}
