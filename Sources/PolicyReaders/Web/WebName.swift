/// The elements and attributes of HTML that say how words are laid out, or that they are none.
///
/// Source: HTML Living Standard, 15.3 (Rendering).
enum WebName: String, MarkupName {
  case a, abbr, address, article, aside, audio, b, big, blockquote, body, br, button, canvas
  case caption, center, cite, code, dd, del, details, dialog, dir, div, dl, dt, em, embed
  case fieldset, figcaption, figure, font, footer, form, h1, h2, h3, h4, h5, h6, head, header, hr
  case html, i, iframe, ins, label, legend, li, main, mark, math, menu, nav, noframes, noscript
  case object, ol, optgroup, option, p, pre, q, rp, rt, s, script, section, select, small, span
  case strike, strong, style, sub, summary, sup, svg, table, tbody, td, template, textarea, tfoot
  case th, thead, title, tr, u, ul, video
  case colspan, hidden, href, reversed, rowspan, start, type, value

  static let vocabulary = MarkupVocabulary<WebName>()
  static let prefixes: [(prefix: String, namespaces: [String])] = []

  /// Whether words inside never show.
  var isHidden: Bool {
    switch self {
    case .audio, .canvas, .embed, .iframe, .noframes, .noscript, .object, .rp, .rt, .script,
      .style, .svg, .template, .title, .video:
      true
    default: false
    }
  }

  /// Whether words inside are those of a control: a list to choose from, a button.
  var isControl: Bool {
    switch self {
    case .button, .select, .textarea: true
    default: false
    }
  }

  /// Whether it begins a line of its own.
  var isBlock: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details,
      .dialog, .dir, .div, .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2,
      .h3, .h4, .h5, .h6, .header, .hr, .html, .legend, .li, .main, .menu, .nav, .ol, .optgroup,
      .option, .p, .pre, .section, .summary, .table, .tbody, .td, .tfoot, .th, .thead, .tr, .ul,
      .button, .select, .textarea:
      true
    default: false
    }
  }
}
