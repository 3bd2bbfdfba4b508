/// 出处: where a stretch of a text stands in the file that it was read from.
///
/// All counts begin at 1; what a format does not know is `nil`.
public struct SourcePlace: Hashable, Sendable {
  /// The words, in the decoded text.
  public var span: TextSpan
  /// 页.
  public var page: Int?
  /// 段: of the paragraphs with words, in the order of the file, tables aside.
  public var paragraph: Int?
  /// 表, in the order of the file.
  public var table: Int?
  /// 行 of the table, from its top.
  public var row: Int?
  /// 列 of the table, from its left; a cell that spans several counts as its first.
  public var column: Int?
  /// What part of the file it is, where it is not the body.
  public var part: Part?

  /// A part of a file beside its body.
  public enum Part: String, Sendable {
    /// 页眉.
    case header
    /// 页脚.
    case footer
    /// 脚注.
    case footnote
    /// 尾注.
    case endnote
    /// 文本框.
    case textBox
  }

  /// A stretch whose place is still to be filled in.
  public init(span: TextSpan) { self.span = span }
}

/// A stretch that a format itself shows to be no part of a document: a header, a menu.
public struct SourceAside: Hashable, Sendable {
  /// Why a stretch is no part of a document.
  public enum Kind: Sendable {
    /// 页眉, 页脚, page numbers.
    case pageFurniture
    /// Menus and lists of links.
    case navigation
    /// Footnotes, forms, anything else.
    case other
  }

  /// The stretch, in the decoded text: whole lines.
  public let span: TextSpan
  /// Why it is none.
  public let kind: Kind

  /// A stretch and its kind.
  public init(span: TextSpan, kind: Kind) {
    self.span = span
    self.kind = kind
  }
}

/// Something about a file that whoever relies on its text should know: tracked changes, for example.
public struct SourceRemark: Hashable, Sendable {
  /// What there is to know.
  public enum Kind: String, Sendable {
    /// 修订: the file holds changes that are tracked and not yet accepted.
    case revisions
    /// Words that do not show are left out.
    case hidden
    /// The text was read from images.
    case recognized
    /// Not everything could be converted.
    case incomplete
  }

  /// What it is.
  public let kind: Kind
  /// The matter and what to do about it, in Chinese.
  public let message: String
  /// The words that it bears on, in the decoded text.
  public let span: TextSpan

  /// A remark on a stretch.
  public init(_ kind: Kind, _ message: String, span: TextSpan) {
    self.kind = kind
    self.message = message
    self.span = span
  }
}
