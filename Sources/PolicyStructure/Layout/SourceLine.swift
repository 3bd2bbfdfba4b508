import PolicyText

/// A line of the source as it stands on the page.
struct SourceLine {
  /// What a line is, as far as its form alone tells.
  enum Form: Equatable {
    case blank
    /// Words.
    case text
    /// Words parted by `|` or tabs: a row of a table, if its neighbours are rows too.
    case row
    /// A rule of dashes, a comment of a converter: nothing to read.
    case rule
  }

  /// The line in source offsets, without its line break.
  let extent: Range<Int>
  /// Its words, without indent, trailing space and Markdown marks around them.
  let content: Range<Int>
  /// What it is.
  var form: Form
  /// Columns of white space before the words.
  let indent: Int
  /// Columns that the words take up: 2 for a Chinese character, 1 for a Latin one.
  let width: Int
  /// Whether `**` stands inside, which is not read.
  let hasEmphasis: Bool
  /// Whether it was cut from the line before, which a converter ran together with it.
  var isFragment = false
}

/// Cuts a source into lines and takes off what converters put around their words.
struct LineScanner {
  private let text: [Unicode.Scalar]

  init(_ source: SourceText) { text = source.scalars }

  /// The lines of the whole source, in order, none left out.
  func lines() -> [SourceLine] {
    var lines: [SourceLine] = []
    lines.reserveCapacity(text.count / 24 + 8)
    text.withUnsafeBufferPointer { text in
      var start = 0
      var offset = 0
      while offset < text.count {
        // Chinese characters are no line breaks: on at once.
        if text[offset].value < 0x3000, isLineBreak(text[offset]) {
          lines.append(line(start..<offset, in: text))
          start = offset + 1
        }
        offset += 1
      }
      if start < text.count { lines.append(line(start..<text.count, in: text)) }
    }
    return lines
  }

  private func line(
    _ extent: Range<Int>, in text: UnsafeBufferPointer<Unicode.Scalar>
  ) -> SourceLine {
    var start = extent.lowerBound
    var end = extent.upperBound
    var indent = 0
    while start < end, isSpace(folded(text[start])) {
      indent += text[start].value >= 0x1100 ? 2 : 1
      start += 1
    }
    while start < end, isSpace(folded(text[end - 1])) { end -= 1 }
    if start == end {
      return SourceLine(
        extent: extent, content: start..<start, form: .blank, indent: 0, width: 0,
        hasEmphasis: false)
    }
    // Only ASCII can begin or end a line's markup.
    if text[start].value < 0x80 {
      start = MarkdownMarks.end(ofPrefixIn: start..<end, of: text)
    }
    if text[end - 1].value < 0x80 { end = MarkdownMarks.start(ofSuffixIn: start..<end, of: text) }
    var width = 0
    var bars = 0
    var tabs = 0
    var emphasis = false
    for offset in start..<end {
      let value = text[offset].value
      width += value >= 0x1100 ? 2 : 1
      // Chinese characters and their marks are no markup.
      if value >= 0x3000, value < 0xFF5C { continue }
      switch value {
      case 0x7C, 0x2502, 0x2503, 0xFF5C: bars += 1
      case 0x09: tabs += 1
      case 0x2A:
        if offset + 1 < end, text[offset + 1] == "*" { emphasis = true }
      default: break
      }
    }
    var form = SourceLine.Form.text
    if start >= end || MarkdownMarks.isRule(start..<end, of: text) {
      form = .rule
    } else if bars >= 1 || tabs >= 1 || text[extent.lowerBound] == "\t"
      || text[end..<extent.upperBound].contains("\t")
    {
      form = .row
    }
    return SourceLine(
      extent: extent, content: min(start, end)..<end, form: form, indent: indent, width: width,
      hasEmphasis: emphasis)
  }
}
