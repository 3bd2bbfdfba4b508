import PolicyText

/// Cuts the title of a document from what follows on the same line, where a converter ran
/// everything together: 规划环境影响评价条例第一章 总则第一条….
enum InlineTitles {
  static func split(_ layout: inout Layout, facts: LineFacts) {
    let text = layout.reading.scalars
    let before = layout
    layout.splitLines { index, line in
      guard !line.isRow,
        line.range.count > 60 || leadsToFirstArticle(index, in: before)
          || text[line.range.upperBound - 1] == "：" && line.range.count > 20
      else { return [] }
      let head = headCuts(of: line.range, in: text, facts: facts)
      let rest = (head.last ?? line.range.lowerBound)..<line.range.upperBound
      guard let offset = bodyStart(in: rest, of: text, facts: facts) else { return head }
      let cuts = [
        titleEnd(before: offset, of: rest, in: text, facts: facts), offset,
        noteEnd(offset, of: rest, in: text),
        numberEnd(from: offset, of: rest, in: text, facts: facts),
        contentsEnd(from: offset, of: rest, in: text),
      ]
      return head + cuts.compactMap(\.self).sorted()
    }
  }

  /// Where the red head ends and the number behind it: 云溪市人民政府文件 | 云政发〔2024〕3号 | 关于….
  ///
  /// Source: GB/T 9704—2012, 7.2.4 (发文机关标志), 7.2.5 (发文字号).
  private static func headCuts(
    of range: Range<Int>, in text: [Unicode.Scalar], facts: LineFacts
  ) -> [Int] {
    let limit = min(range.upperBound - 1, range.lowerBound + 60)
    guard range.count > 60,
      let mark = (range.lowerBound + 4..<max(range.lowerBound + 4, limit)).first(where: {
        text[$0 - 1] == "文" && text[$0] == "件"
      }), text[range.lowerBound..<mark].allSatisfy({ isIdeograph($0) || $0 == " " }),
      let number = numberEnd(from: mark + 1, of: range, in: text, facts: facts)
    else { return [] }
    return [mark + 1, number]
  }

  /// Whether the line after a short one begins with 第一条: 某某办法第一章 总则 is then a title and its first chapter.
  private static func leadsToFirstArticle(_ line: Int, in layout: Layout) -> Bool {
    guard line + 1 < layout.lines.count, layout.lines[line].range.count > 10 else { return false }
    let next = layout.lines[line + 1].range
    let text = layout.reading.scalars
    return next.count > 3 && text[next.lowerBound] == "第" && text[next.lowerBound + 2] == "条"
      && (text[next.lowerBound + 1] == "一" || text[next.lowerBound + 1] == "1")
  }

  /// Where a table of contents ends that begins at an offset: where its first division stands again.
  private static func contentsEnd(
    from offset: Int, of range: Range<Int>, in text: [Unicode.Scalar]
  ) -> Int? {
    guard text[offset] == "目", offset + 4 < range.upperBound else { return nil }
    let first = offset + 2
    return text.withUnsafeBufferPointer { text in
      guard let head = MarkReader.ordinal(text, at: first) else { return nil }
      for next in head.range.upperBound..<min(range.upperBound, offset + 4000)
      where text[next] == "第" {
        guard let mark = MarkReader.ordinal(text, at: next) else { continue }
        if mark.style == head.style, mark.value == head.value { return next }
        if mark.style == .article { return nil }
      }
      return nil
    }
  }

  /// Whether the first words of a plan or rule stand at an offset: 为了, 为深入, 根据, 按照.
  private static func beginsPurpose(at offset: Int, in text: [Unicode.Scalar]) -> Bool {
    guard offset + 1 < text.count else { return false }
    switch (text[offset], text[offset + 1]) {
    case ("为", "了"), ("为", "深"), ("为", "贯"), ("为", "进"), ("为", "全"), ("为", "加"),
      ("为", "切"), ("为", "规"), ("为", "推"), ("根", "据"), ("按", "照"), ("为", "落"):
      return true
    default: return false
    }
  }

  /// Where a document number ends that begins at an offset.
  private static func numberEnd(
    from offset: Int, of range: Range<Int>, in text: [Unicode.Scalar], facts: LineFacts
  ) -> Int? {
    let limit = min(range.upperBound, offset + 40)
    guard offset < limit, let mark = text[offset..<limit].firstIndex(of: "号") else { return nil }
    return mark + 1 < range.upperBound && facts.isDocumentNumber(offset..<mark + 1, in: text)
      ? mark + 1 : nil
  }

  /// Where a note on adoption in brackets ends that begins at an offset.
  static func noteEnd(
    _ offset: Int, of range: Range<Int>, in text: [Unicode.Scalar]
  ) -> Int? {
    guard offset < range.upperBound, text[offset] == "（" else { return nil }
    var depth = 0
    for next in offset..<min(range.upperBound, offset + 1200) {
      if text[next] == "（" { depth += 1 }
      if text[next] == "）" { depth -= 1 }
      if depth == 0 { return next + 1 < range.upperBound ? next + 1 : nil }
    }
    return nil
  }

  private static func namesYear(_ offset: Int, in text: [Unicode.Scalar]) -> Bool {
    (offset..<min(offset + 8, text.count)).contains { text[$0] == "年" }
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

  private static func beginsArticle(_ range: Range<Int>, of text: [Unicode.Scalar]) -> Bool {
    guard text[range.lowerBound] == "第" else { return false }
    return text.withUnsafeBufferPointer {
      MarkReader.ordinal($0, at: range.lowerBound)?.style == .article
    }
  }

  /// Where the first unit, or 目录, or a list of recipients begins behind a title on the same line.
  static func bodyStart(
    in range: Range<Int>, of text: [Unicode.Scalar], facts: LineFacts
  ) -> Int? {
    // An article is no title, though it may name its own document: 第七条 本解释第一条规定的….
    guard !beginsArticle(range, of: text) else { return nil }
    let limit = min(range.upperBound, range.lowerBound + 1500)
    var offset = range.lowerBound + 3
    while offset < limit {
      switch text[offset] {
      case "。", "；", "！", "？": return nil
      case "，" where offset - range.lowerBound > 200: return nil
      // 某某令〔2024〕第5号 and the words of the order.
      case "〔", "［", "[", "（":
        if text[offset - 1] == "令", offset - range.lowerBound <= 60,
          text[range.lowerBound..<offset].allSatisfy({ isIdeograph($0) || $0 == " " }),
          numberEnd(from: offset, of: range, in: text, facts: facts) != nil
        {
          return offset
        }
        // 国办函〔2005〕57号 right behind a title, whatever its 文种.
        if let start = numberStart(before: offset, of: range, in: text, facts: facts) {
          return start
        }
        if beginsWords(offset, of: range, in: text, facts: facts) { return offset }
      case "第":
        let isFirst =
          offset + 2 < range.upperBound
          && (text[offset + 1] == "一" || text[offset + 1] == "1")
          && "编章条节".unicodeScalars.contains(text[offset + 2])
        // 某某令第12号 and the words of the order.
        if text[offset - 1] == "令", offset - range.lowerBound <= 60,
          text[range.lowerBound..<offset].allSatisfy({ isIdeograph($0) || $0 == " " }),
          numberEnd(from: offset, of: range, in: text, facts: facts) != nil
        {
          return offset
        }
        if isFirst, beginsBody(offset, of: range, in: text, facts: facts) { return offset }
      case "一" where offset + 1 < range.upperBound && text[offset + 1] == "、":
        if beginsBody(offset, of: range, in: text, facts: facts) { return offset }
      case "目" where offset + 1 < range.upperBound && text[offset + 1] == "录":
        if beginsBody(offset, of: range, in: text, facts: facts) { return offset }
      default:
        if beginsWords(offset, of: range, in: text, facts: facts) { return offset }
      }
      offset += 1
    }
    return nil
  }

  /// Whether the words of a document that directs begin behind its title: recipients, a purpose, a number,
  /// a note on adoption.
  private static func beginsWords(
    _ offset: Int, of range: Range<Int>, in text: [Unicode.Scalar], facts: LineFacts
  ) -> Bool {
    guard offset > range.lowerBound + 8,
      text[offset - 2] == "通" || text[offset - 2] == "意" || text[offset - 2] == "决"
        || text[offset - 2] == "方" || text[offset - 1] == "）",
      facts.names("关于", in: range.lowerBound..<offset, of: text)
        || beginsPurpose(at: offset, in: text),
      facts.title(range.lowerBound..<offset, in: text) == .strong
    else { return false }
    return "各国省市县区为根经近按一".unicodeScalars.contains(text[offset])
      || text[offset] == "（" && namesYear(offset + 1, in: text)
      || beginsRecipients(at: offset, of: range, in: text, facts: facts)
      || numberEnd(from: offset, of: range, in: text, facts: facts) != nil
  }

  /// Whether 主送机关 and their colon begin at an offset.
  private static func beginsRecipients(
    at offset: Int, of range: Range<Int>, in text: [Unicode.Scalar], facts: LineFacts
  ) -> Bool {
    let limit = min(range.upperBound, offset + 240)
    guard offset < limit, let colon = text.offset(of: "：", in: offset..<limit) else { return false }
    return facts.isRecipients(offset..<colon + 1, in: text)
  }

  /// Where a document number begins whose year stands in a bracket, if a title ends right before it.
  private static func numberStart(
    before bracket: Int, of range: Range<Int>, in text: [Unicode.Scalar], facts: LineFacts
  ) -> Int? {
    let floor = max(range.lowerBound + 8, bracket - 12)
    var start = bracket - 1
    while start > floor, isIdeograph(text[start - 1]) {
      start -= 1
      if facts.title(range.lowerBound..<start, in: text) == .strong,
        facts.names("关于", in: range.lowerBound..<start, of: text),
        numberEnd(from: start, of: range, in: text, facts: facts) != nil
      {
        return start
      }
    }
    return nil
  }

  /// Where the first heading begins behind a title on the same line: 一、 or 第一条, with no sentence before it.
  static func headingStart(
    in range: Range<Int>, of text: [Unicode.Scalar], facts: LineFacts
  ) -> Int? {
    let limit = min(range.upperBound - 1, range.lowerBound + 80)
    for offset in range.lowerBound + 4..<max(range.lowerBound + 4, limit) {
      switch text[offset] {
      case "。", "；", "！", "？", "，": return nil
      case "一", "1":
        if text[offset + 1] == "、" || text[offset + 1] == ".",
          facts.title(range.lowerBound..<offset, in: text) != .none
        {
          return offset
        }
      case "第":
        if text[offset + 1] == "一", offset + 2 < range.upperBound,
          "编章条节".unicodeScalars.contains(text[offset + 2]),
          facts.title(range.lowerBound..<offset, in: text) != .none
        {
          return offset
        }
      default: continue
      }
    }
    return nil
  }
}
