/// 层级: what kind of unit a node is, from 编 down to 目, and the parts around them.
///
/// Source: Legislation Law (立法法, 2023) art. 65; GB/T 9704—2012, 7.3.3 for `heading`.
public enum NodeLevel: String, Sendable, CaseIterable {
  /// 编.
  case part
  /// 分编.
  case subpart
  /// 章.
  case chapter
  /// 节.
  case section
  /// 条.
  case article
  /// 款: a natural paragraph of an article or under a heading; it has no number.
  case paragraph
  /// 项, as in （一）, under an article.
  case item
  /// 目, as in 1., under an item.
  case subitem
  /// 公文层次序数: 一、（一）1.（1）① in a document without articles, or decimal numbers.
  case heading
  /// Title block: names of the issuers, title, number, note on adoption.
  case preface
  /// Text before the first numbered unit.
  case preamble
  /// 目录.
  case toc
  /// 表.
  case table
  /// 附件.
  case attachment
  /// 落款: issuer and date at the end.
  case signature
  /// 附注, as in （此件公开发布）.
  case note
  /// 版记: 抄送, 印发.
  case colophon
}

extension NodeLevel {
  /// The place of a level among all: units from the outermost in, then the parts around them.
  package var rank: Int {
    switch self {
    case .part: 0
    case .subpart: 1
    case .chapter: 2
    case .section: 3
    case .article: 4
    case .paragraph: 5
    case .item: 6
    case .subitem: 7
    case .heading: 8
    case .preface: 9
    case .preamble: 10
    case .toc: 11
    case .table: 12
    case .attachment: 13
    case .signature: 14
    case .note: 15
    case .colophon: 16
    }
  }

  /// How many levels there are.
  package static let levelCount = 17

  /// Whether it is a unit that references count: 编 down to 目, and headings.
  package var isUnit: Bool { rank <= NodeLevel.heading.rank }
}
