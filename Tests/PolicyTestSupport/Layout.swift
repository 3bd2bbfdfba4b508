/// 版式: a way in which the same words reach a user.
///
/// None of them may change what is found.
public enum Layout: Hashable, Sendable {
  /// A paragraph a line, as an editor has it.
  case clean
  /// Cut into lines of so many characters, with page numbers between, as copied from a PDF.
  ///
  /// With `indented` paragraphs begin with two full-width spaces.
  case wrapped(width: Int, indented: Bool)
  /// All on one line, as a careless converter leaves it.
  case inline
  /// Blank lines, `#` before headings, `**` around numbers.
  case markdown
  /// Punctuation and digits half-width.
  case halfWidth
  /// Menus in front and a foot behind, as on a web page.
  case webClutter

  /// One of each, with narrow, usual and wide lines.
  public static let all: [Layout] = [
    .clean, .wrapped(width: 23, indented: true), .wrapped(width: 28, indented: true),
    .wrapped(width: 41, indented: false), .inline, .markdown, .halfWidth, .webClutter,
  ]

  /// Whether one can still see where paragraphs without a number end.
  public var keepsParagraphs: Bool { self != .inline }

  /// A text of one paragraph a line, in this layout.
  public func applied(to text: String) -> String {
    let paragraphs = text.split(separator: "\n").map(String.init)
    return switch self {
    case .clean: text
    case .wrapped(let width, let indented):
      Self.wrapped(paragraphs, width: width, indented: indented)
    case .inline: paragraphs.joined(separator: " ")
    case .markdown: Self.markdown(paragraphs)
    case .halfWidth: Self.halfWidth(text)
    case .webClutter: Self.clutterBefore + text + Self.clutterAfter
    }
  }

  private static func wrapped(_ paragraphs: [String], width: Int, indented: Bool) -> String {
    var lines: [String] = []
    var page = 1
    for (index, paragraph) in paragraphs.enumerated() {
      var rest = Array((indented && index > 0 ? "　　" : "") + paragraph)[...]
      while !rest.isEmpty {
        lines.append(String(rest.prefix(width)))
        rest = rest.dropFirst(width)
        if lines.count % 24 == 0 {
          lines.append(page % 2 == 0 ? "- \(page) -" : "— \(page) —")
          page += 1
        }
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func markdown(_ paragraphs: [String]) -> String {
    paragraphs.enumerated().map { index, paragraph in
      if index == 0 { return "# " + paragraph }
      if paragraph.hasPrefix("第"), let space = paragraph.firstIndex(where: { $0.isWhitespace }) {
        let mark = paragraph[..<space]
        return mark.hasSuffix("条") ? "**\(mark)**" + paragraph[space...] : "## " + paragraph
      }
      return paragraph
    }.joined(separator: "\n\n")
  }

  private static func halfWidth(_ text: String) -> String {
    let forms: [Character: Character] = [
      "（": "(", "）": ")", "，": ",", "；": ";", "：": ":", "？": "?", "！": "!", "．": ".",
    ]
    return String(text.map { forms[$0] ?? $0 })
  }

  private static let clutterBefore = """
    首页 | 政务公开 | 办事服务 | 互动交流
    当前位置：首页 > 政务公开 > 政策文件
    字体：[大 中 小] 打印本页 关闭窗口

    """

  private static let clutterAfter = """

    分享到：微信 微博
    上一篇：没有了
    主办：云溪市人民政府办公室 备案号：示例0000001号
    """
}
