internal import PolicyText

/// Where the lines of a text begin: the way from offsets to lines and columns, both from 1.
struct LineTable {
  private let source: SourceText
  private let starts: [Int]

  /// The lines of a text; `\r\n` is one line break.
  init(_ source: SourceText) {
    self.source = source
    var starts = [0]
    for (offset, scalar) in source.scalars.enumerated() {
      let isReturn = scalar == "\r"
      let next = offset + 1 < source.scalars.count ? source.scalars[offset + 1] : nil
      if scalar == "\n" || (isReturn && next != "\n") { starts.append(offset + 1) }
    }
    self.starts = starts
  }

  /// The line and the column (in characters) of an offset.
  func place(of offset: Int) -> (line: Int, column: Int) {
    let line = index(of: offset)
    return (line + 1, offset - starts[line] + 1)
  }

  /// The words around a span on its first line, and where and how wide it stands in them.
  func quote(of span: TextSpan, width: Int) -> (words: String, indent: Int, width: Int) {
    let line = index(of: span.start)
    let lineStart = starts[line]
    let lineEnd = line + 1 < starts.count ? starts[line + 1] : source.scalars.count
    // A few words before the span, so that it is recognised, and no more than fits.
    var start = span.start
    var before = 0
    while start > lineStart && before < width / 3 {
      start -= 1
      before += source.scalars[start].displayWidth
    }
    var words = String.UnicodeScalarView()
    var indent = 0
    var marked = 0
    var used = 0
    for offset in start..<max(lineEnd, start) {
      var scalar = source.scalars[offset]
      if scalar == "\n" || scalar == "\r" { break }
      // A control character would move the marks, or worse.
      if scalar.value < 0x20 || scalar.value == 0x7F { scalar = " " }
      let columns = scalar.displayWidth
      guard used + columns <= width else { break }
      used += columns
      words.append(scalar)
      if offset < span.start { indent += columns } else if offset < span.end { marked += columns }
    }
    return (String(words), indent, max(marked, 1))
  }

  private func index(of offset: Int) -> Int {
    var low = 0
    var high = starts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
