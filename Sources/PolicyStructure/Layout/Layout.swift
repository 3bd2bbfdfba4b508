import PolicyText

/// A line of the source whose words are read.
struct ReadingLine {
  /// Its words in the reading text.
  var range: Range<Int>
  /// Whether an empty line stands before it (page numbers aside).
  var afterBlank: Bool
  /// Whether a page ended before it.
  var afterPage: Bool
  /// Columns of white space before the words.
  var indent: Int
  /// Columns of the words.
  var width: Int
  /// How many scalars the line has in the source, spaces included.
  var length: Int
  /// Its cells, if it is a row of a table.
  var cells: [Range<Int>]
  /// Whether this line begins where another line of words was cut in two: a title run together with
  /// what follows it.
  var isVirtual = false

  var isRow: Bool { !cells.isEmpty }
}

/// 版面: takes a source apart into lines that are read and what is page furniture.
struct Layout {
  /// The words in reading order.
  private(set) var reading: ReadingText
  /// The lines that the words stand in.
  private(set) var lines: [ReadingLine] = []
  /// Page numbers, running heads, rules and comments.
  private(set) var furniture: [Residue] = []

  init(_ source: SourceText) {
    reading = ReadingText(source: source)
    reading.reserveCapacity(source.scalars.count)
    var sourceLines = LineScanner(source).lines()
    let pages = PageMarks(lines: sourceLines, source: source)
    Layout.settleRows(&sourceLines, text: source.scalars)
    lines.reserveCapacity(sourceLines.count)
    var blank = false
    var page = false
    var asides = AsideCursor(source.asides)
    for (index, line) in sourceLines.enumerated() {
      if let kind = asides.kind(at: line.extent.lowerBound) {
        if line.form != .blank {
          furniture.append(Residue(span: span(line.content, line.extent), reason: kind.reason))
        }
        page = page || kind == .pageFurniture
        continue
      }
      if pages.lines.contains(index) {
        furniture.append(Residue(span: span(line.content, line.extent), reason: .pageFurniture))
        page = true
        continue
      }
      switch line.form {
      case .blank:
        blank = true
      case .rule:
        // The rule under the head of a Markdown table belongs to the table.
        if !line.extent.isEmpty, !line.extent.contains(where: { source.scalars[$0] == "|" }) {
          furniture.append(Residue(span: span(line.extent, line.extent), reason: .other))
        }
        blank = true
      case .text, .row:
        var content = line.content
        if let mark = pages.trailing[index] {
          furniture.append(
            Residue(span: TextSpan(mark.lowerBound, mark.upperBound), reason: .pageFurniture))
          content = content.lowerBound..<mark.lowerBound
        }
        append(line, content: content, afterBlank: blank && !page, afterPage: page)
        blank = false
        page = pages.trailing[index] != nil
      }
    }
  }

  /// Cuts a line in two at an offset of the reading text.
  mutating func splitLine(_ index: Int, at offset: Int) {
    var first = lines[index]
    var second = first
    first.range = first.range.lowerBound..<offset
    first.width = first.range.count * 2
    first.length = first.range.count
    second.range = offset..<second.range.upperBound
    second.afterBlank = false
    second.afterPage = false
    second.indent = 0
    second.isVirtual = true
    lines.replaceSubrange(index...index, with: [first, second])
  }

  private func span(_ content: Range<Int>, _ extent: Range<Int>) -> TextSpan {
    let range = content.isEmpty ? extent : content
    return TextSpan(range.lowerBound, range.upperBound)
  }

  private mutating func append(
    _ line: SourceLine, content: Range<Int>, afterBlank: Bool, afterPage: Bool
  ) {
    let start = reading.count
    var cells: [Range<Int>] = []
    if line.form == .row {
      for cell in TableRowCells.cells(of: line, in: reading.source.scalars) {
        let cellStart = reading.count
        appendWords(cell, emphasis: line.hasEmphasis)
        cells.append(cellStart..<reading.count)
      }
    } else {
      appendWords(content, emphasis: line.hasEmphasis)
    }
    guard reading.count > start else { return }
    lines.append(
      ReadingLine(
        range: start..<reading.count, afterBlank: afterBlank, afterPage: afterPage,
        indent: line.indent, width: line.width, length: line.content.count, cells: cells))
  }

  /// Appends words without `**` between them.
  private mutating func appendWords(_ content: Range<Int>, emphasis: Bool) {
    guard emphasis else {
      reading.append(content)
      return
    }
    let text = reading.source.scalars
    var start = content.lowerBound
    var offset = start
    while offset + 1 < content.upperBound {
      if text[offset] == "*", text[offset + 1] == "*" {
        reading.append(start..<offset)
        offset += 2
        start = offset
      } else {
        offset += 1
      }
    }
    reading.append(start..<content.upperBound)
  }

  /// A line with one bar or tab is a row where its neighbours are rows, or where it has several; a
  /// line that begins with a number, or names a field (文号：…), is none.
  private static func settleRows(_ lines: inout [SourceLine], text: [Unicode.Scalar]) {
    var strong: [Bool] = []
    strong.reserveCapacity(lines.count)
    for line in lines {
      strong.append(line.form == .row && TableRowCells.looksLikeRow(line, in: text))
    }
    for index in lines.indices where lines[index].form == .row {
      var isRow =
        strong[index] && TableRowCells.separators(of: lines[index], in: text, inside: true) >= 2
      if strong[index], !isRow {
        let before = nearest(from: index, step: -1, in: lines)
        let after = nearest(from: index, step: 1, in: lines)
        isRow = (before.map { strong[$0] } ?? false) || (after.map { strong[$0] } ?? false)
      }
      if !isRow { lines[index].form = .text }
    }
  }

  private static func nearest(from index: Int, step: Int, in lines: [SourceLine]) -> Int? {
    var next = index + step
    var steps = 0
    while lines.indices.contains(next), steps < 3 {
      if lines[next].form != .blank { return next }
      next += step
      steps += 1
    }
    return nil
  }
}
