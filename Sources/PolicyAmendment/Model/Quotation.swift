import PolicyText

/// 引文: what an instruction quotes, each line without its quotation marks.
///
/// Quoted provisions take several paragraphs; each opens with “ and only the last closes with ”.
///
/// Source: 立法技术规范（试行）（二）; observed in amending decisions.
package struct Quotation: Sendable {
  /// The lines, in the reading text of the decision.
  package var lines: [Range<Int>]
  /// The whole, with its marks.
  package var range: Range<Int>
}

/// Words that an instruction quotes to be found, put in or taken out.
package struct QuotedWords: Sendable, Equatable {
  /// As they are to stand in the text.
  package let words: String
  /// The same, paragraph by paragraph.
  package let lines: [String]
  /// The same as they are sought: folded.
  let folded: [Unicode.Scalar]

  /// Words, quoted within quotation marks: their own marks are those of the first level in the text.
  package init(_ text: String) { self.init(lines: [text]) }

  /// Words that take several paragraphs.
  package init(lines: [String]) {
    self.lines = lines.map { Quotation.unnested($0) }
    words = self.lines.joined()
    folded = Self.fold(words)
  }

  /// The form in which words are compared: no white space, one width, one kind of quotation mark.
  static func fold(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.map(compared).filter { !isSpace($0) }
  }

  /// The form in which a scalar is compared.
  @inline(__always)
  static func compared(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "‘", "’", "“", "”", "\"", "'", "「", "」", "『", "』": "\""
    case "〈", "《": "《"
    case "〉", "》": "》"
    default: PolicyText.folded(scalar)
    }
  }
}

/// Whole paragraphs that an instruction quotes: new words of a unit.
package struct Provision: Sendable {
  /// The paragraphs.
  package var lines: [String]

  /// The paragraphs, quoted within quotation marks.
  package init(lines: [String]) {
    self.lines = lines.map { Quotation.unnested($0) }.filter { !$0.isEmpty }
  }
}

extension Quotation {
  /// Words as they stand outside of a quotation: ‘ and ’ within “…” are “ and ” there.
  static func unnested(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "‘": result.append("“")
      case "’": result.append("”")
      case "『": result.append("「")
      case "』": result.append("」")
      default: result.append(scalar)
      }
    }
    return trimmed(String(result))
  }

  /// Words without white space around them.
  static func trimmed(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.firstIndex(where: { !isSpace(folded($0)) }),
      let last = scalars.lastIndex(where: { !isSpace(folded($0)) })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }
}
