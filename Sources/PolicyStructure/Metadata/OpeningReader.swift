import PolicyLexicons
import PolicyText

/// 主送机关 and 依据: what the first words of a document's body say.
struct OpeningReader {
  let reader: MetadataReader
  let reading: ReadingText
  let document: PolicyDocument

  /// No list of recipients is longer.
  private static let longestList = 600
  /// The basis of a document is named within so many words.
  private static let basisWords = 1500

  private var scalars: [Unicode.Scalar] { reading.scalars }

  /// The first running words of the body, block by block.
  private func openingBlocks(_ count: Int) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    for node in document.nodes where !node.text.isEmpty {
      switch node.level {
      case .preface, .toc, .table, .signature, .colophon, .note: continue
      case .attachment: return blocks
      default: blocks.append(node.text)
      }
      if blocks.count == count { break }
    }
    return blocks
  }

  // MARK: Recipients

  /// 主送机关: what stands before the colon that the body begins with.
  ///
  /// Source: GB/T 9704—2012, 7.3.2.
  func recipients() -> [String] {
    guard
      let node = document.nodes.first(where: {
        !$0.text.isEmpty && $0.level != .preface && $0.level != .toc
      }),
      node.level == .preamble || node.level == .paragraph, node.number == nil
    else { return [] }
    let block = node.text
    let end = min(block.upperBound, block.lowerBound + Self.longestList)
    var colon = block.lowerBound
    while colon < end, scalars[colon] != "：" {
      if scalars[colon] == "。" || scalars[colon] == "《" { return [] }
      colon += 1
    }
    guard colon < end, colon > block.lowerBound + 1 else { return [] }
    var list = block.lowerBound..<colon
    // 国发〔2011〕42号各省…: a number that runs into the list is none of it.
    for offset in list where DocumentNumberReader.isMark(scalars[offset]) && scalars[offset] != "（"
    {
      guard let number = reader.numbers.number(in: scalars, at: offset, within: list) else {
        continue
      }
      list = number.range.upperBound..<colon
      break
    }
    guard list.count > 1,
      reader.organEndings.longest(in: scalars, endingAt: closing(list), from: list.lowerBound)
        != nil
    else { return [] }
    return members(of: list)
  }

  /// Where a list ends, without brackets like （市、区）.
  private func closing(_ list: Range<Int>) -> Int {
    guard scalars[list.upperBound - 1] == "）",
      let open = list.last(where: { scalars[$0] == "（" }), open > list.lowerBound
    else { return list.upperBound }
    return open
  }

  /// The members of a list: ， and ； part them, 、 only after a whole name (各省、自治区、直辖市人民政府 is one).
  private func members(of list: Range<Int>) -> [String] {
    var members: [String] = []
    var start = list.lowerBound
    var depth = 0
    func close(_ end: Int) {
      guard end > start else { return }
      members.append(reading.compactWords(of: start..<end))
    }
    for offset in list {
      switch scalars[offset] {
      case "（": depth += 1
      case "）": depth -= 1
      case "，", "；":
        guard depth == 0 else { continue }
        close(offset)
        start = offset + 1
      case "、":
        guard depth == 0, endsName(start..<offset) else { continue }
        close(offset)
        start = offset + 1
      default: continue
      }
    }
    close(list.upperBound)
    return members
  }

  private func endsName(_ words: Range<Int>) -> Bool {
    words.count > 1
      && reader.organEndings.longest(
        in: scalars, endingAt: closing(words), from: words.lowerBound) != nil
  }

  // MARK: Basis

  /// Titles after 根据 and its like, in the first article or paragraphs.
  func basis() -> [String] {
    var titles: [String] = []
    let blocks = openingBlocks(3)
    guard let first = blocks.first else { return [] }
    for block in blocks where block.lowerBound < first.lowerBound + Self.basisWords {
      var offset = block.lowerBound
      while offset + 1 < block.upperBound {
        if isBasisWord(at: offset) {
          offset = appendTitles(from: offset + 2, to: block.upperBound, titles: &titles)
        } else {
          offset += 1
        }
      }
      if !titles.isEmpty { break }
    }
    return titles
  }

  private func isBasisWord(at offset: Int) -> Bool {
    switch (scalars[offset], scalars[offset + 1]) {
    case ("根", "据"), ("依", "据"), ("按", "照"), ("依", "照"), ("遵", "照"): true
    default: false
    }
  }

  /// The titles up to the end of the clause: 、, 和, 等 and brackets part them, other clauses end them.
  private func appendTitles(from start: Int, to limit: Int, titles: inout [String]) -> Int {
    var offset = start
    while offset < limit {
      switch scalars[offset] {
      case "。", "；", "：": return offset
      case "，":
        // 根据《甲法》，《乙条例》…: a comma parts titles only before another.
        guard offset + 1 < limit, scalars[offset + 1] == "《" else { return offset }
        offset += 1
      case "《":
        guard let end = QuotedTitle.end(in: scalars, from: offset, to: limit) else { return limit }
        let title = reading.compactWords(of: offset + 1..<end - 1)
        if !titles.contains(title) { titles.append(title) }
        offset = end
      case "（":
        // An alias in brackets names no other document.
        while offset < limit, scalars[offset] != "）" { offset += 1 }
      default: offset += 1
      }
    }
    return offset
  }
}
