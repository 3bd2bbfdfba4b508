import PolicyText

/// Cuts the title of a document from what follows on the same line, where a converter ran
/// everything together: 规划环境影响评价条例第一章 总则第一条….
enum InlineTitles {
  static func split(_ layout: inout Layout, facts: LineFacts) {
    let text = layout.reading.scalars
    var cuts: [(line: Int, offset: Int)] = []
    for (index, line) in layout.lines.enumerated() where !line.isRow && line.range.count > 60 {
      if let offset = bodyStart(in: line.range, of: text, facts: facts) {
        cuts.append((index, offset))
      }
    }
    for cut in cuts.reversed() {
      let range = layout.lines[cut.line].range
      layout.splitLine(cut.line, at: cut.offset)
      if let end = titleEnd(before: cut.offset, of: range, in: text, facts: facts) {
        layout.splitLine(cut.line, at: end)
      }
    }
  }

  /// Whether what stands before an offset is a title, or a title and the note on its adoption.
  private static func beginsBody(
    _ offset: Int, of range: Range<Int>, in text: [Unicode.Scalar], facts: LineFacts
  ) -> Bool {
    if facts.title(range.lowerBound..<offset, in: text) != .none { return true }
    return titleEnd(before: offset, of: range, in: text, facts: facts) != nil
  }

  /// Where a title ends that a note on adoption follows: a date, or brackets.
  static func titleEnd(
    before offset: Int, of range: Range<Int>, in text: [Unicode.Scalar], facts: LineFacts
  ) -> Int? {
    for end in range.lowerBound + 3..<min(offset, range.lowerBound + 90) {
      switch text[end] {
      case "1", "2", "一", "二", "（":
        if facts.title(range.lowerBound..<end, in: text) != .none,
          (end..<min(end + 12, offset)).contains(where: { text[$0] == "年" })
        {
          return end
        }
      default: continue
      }
    }
    return nil
  }

  /// Where the first unit, or 目录, or a list of recipients begins behind a title on the same line.
  private static func bodyStart(
    in range: Range<Int>, of text: [Unicode.Scalar], facts: LineFacts
  ) -> Int? {
    let limit = min(range.upperBound, range.lowerBound + 1500)
    var offset = range.lowerBound + 3
    while offset < limit {
      switch text[offset] {
      case "。", "；", "！", "？": return nil
      case "，" where offset - range.lowerBound > 200: return nil
      case "第":
        let isFirst = offset + 2 < range.upperBound
          && (text[offset + 1] == "一" || text[offset + 1] == "1")
          && "编章条节".unicodeScalars.contains(text[offset + 2])
        if isFirst, beginsBody(offset, of: range, in: text, facts: facts) { return offset }
      case "目" where offset + 1 < range.upperBound && text[offset + 1] == "录":
        if beginsBody(offset, of: range, in: text, facts: facts) { return offset }
      default:
        if offset > range.lowerBound + 8, text[offset - 2] == "通" || text[offset - 2] == "意" || text[offset - 2] == "决" || text[offset - 2] == "方",
          facts.names("关于", in: range.lowerBound..<offset, of: text),
          facts.title(range.lowerBound..<offset, in: text) == .strong,
          "各国省市县区为根经近按一（".unicodeScalars.contains(text[offset])
        {
          return offset
        }
      }
      offset += 1
    }
    return nil
  }
}
