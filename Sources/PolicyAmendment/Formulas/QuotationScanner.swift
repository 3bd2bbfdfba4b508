import PolicyStructure
import PolicyText

/// The words of a decision with each quotation drawn together into one scalar, so that formulas are
/// read across quoted paragraphs and no number within them is mistaken for one of the decision.
struct CollapsedText {
  /// Stands for a quotation.
  static let quotation: Unicode.Scalar = "\u{FFFC}"
  /// Stands for the end of a paragraph.
  static let paragraphEnd: Unicode.Scalar = "\n"

  /// The folded words, quotations and paragraph ends.
  private(set) var scalars: [Unicode.Scalar] = []
  /// For each scalar its offset in the reading text.
  private(set) var origins: [Int] = []
  /// The quotations, by the offset of the scalar that stands for them.
  private(set) var quotations: [Int: Quotation] = [:]
  private let reading: ReadingText

  /// The words of stretches of a reading text.
  init(_ ranges: [Range<Int>], of reading: ReadingText) {
    self.reading = reading
    let lines = LineEnds(reading)
    var scanner = QuotationScanner(reading: reading, lines: lines)
    for range in ranges {
      if !scalars.isEmpty { append(Self.paragraphEnd, at: range.lowerBound) }
      var offset = range.lowerBound
      while offset < range.upperBound {
        // 修改为： may end its line before the quotation.
        let isQuoted = scalars.last == "：" && scanner.opens(at: offset)
        if offset > range.lowerBound, !isQuoted, lines.endsParagraph(before: offset) {
          append(Self.paragraphEnd, at: offset)
        }
        guard scanner.opens(at: offset) else {
          append(reading.scalars[offset], at: offset)
          offset += 1
          continue
        }
        let quotation = scanner.quotation(from: offset, to: range.upperBound)
        join(quotation)
        offset = max(quotation.range.upperBound, offset + 1)
      }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, at origin: Int) {
    scalars.append(scalar)
    origins.append(origin)
  }

  /// Adds a quotation; one whose every paragraph is closed (“…” then “…” on the next line) is one.
  private mutating func join(_ quotation: Quotation) {
    if scalars.count >= 2, scalars[scalars.count - 1] == Self.paragraphEnd,
      scalars[scalars.count - 2] == Self.quotation, var last = quotations[scalars.count - 2]
    {
      scalars.removeLast()
      origins.removeLast()
      last.lines += quotation.lines
      last.range = last.range.lowerBound..<quotation.range.upperBound
      quotations[scalars.count - 1] = last
      return
    }
    quotations[scalars.count] = quotation
    append(Self.quotation, at: quotation.range.lowerBound)
  }

  /// The stretch of the reading text that a stretch of these words comes from.
  func origin(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty, range.upperBound <= scalars.count else { return 0..<0 }
    let last = range.upperBound - 1
    let end = quotations[last]?.range.upperBound ?? origins[last] + 1
    return origins[range.lowerBound]..<max(end, origins[range.lowerBound])
  }
}

/// Tells line breaks that end paragraphs from those that a printer put in.
struct LineEnds {
  private let reading: ReadingText
  /// Lines of this length and more may be cut by the width of the page.
  private let fullWidth: Int

  init(_ reading: ReadingText) {
    self.reading = reading
    var longest = 0
    var start = 0
    for offset in reading.scalars.indices where Self.breaks(before: offset, in: reading) {
      longest = max(longest, offset - start)
      start = offset
    }
    longest = max(longest, reading.count - start)
    fullWidth = max(longest - 4, 12)
  }

  /// Whether the source has a line break right before a scalar.
  static func breaks(before offset: Int, in reading: ReadingText) -> Bool {
    guard offset > 0 else { return false }
    let end = Int(reading.origins[offset])
    var origin = Int(reading.origins[offset - 1]) + 1
    while origin < end {
      if isLineBreak(reading.source.scalars[origin]) { return true }
      origin += 1
    }
    return false
  }

  /// Whether a paragraph ends right before a scalar.
  ///
  /// Where lines are cut at a width, one that is full and ends in the middle of a sentence goes on.
  func endsParagraph(before offset: Int) -> Bool {
    guard Self.breaks(before: offset, in: reading) else { return false }
    let scalars = reading.scalars
    switch scalars[offset - 1] {
    case "。", "；", "：", "！", "？", "”", "」", "\"": return true
    default: break
    }
    if QuotationScanner.isOpening(scalars[offset]) { return true }
    var start = offset - 1
    while start > 0, !Self.breaks(before: start, in: reading) { start -= 1 }
    return offset - start < fullWidth
  }
}

/// Finds where a quotation ends and where its paragraphs are.
struct QuotationScanner {
  private let reading: ReadingText
  private let lines: LineEnds
  /// Whether the text quotes with the straight mark, which opens and closes alike.
  private let isStraight: Bool

  init(reading: ReadingText, lines: LineEnds) {
    self.reading = reading
    self.lines = lines
    isStraight = !reading.scalars.contains { $0 == "“" || $0 == "「" }
  }

  /// Whether a scalar opens a quotation.
  static func isOpening(_ scalar: Unicode.Scalar) -> Bool { scalar == "“" || scalar == "「" }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "”" || scalar == "」"
  }

  func opens(at offset: Int) -> Bool {
    let scalar = reading.scalars[offset]
    return Self.isOpening(scalar) || isStraight && (scalar == "\"" || scalar == "＂")
  }

  /// The quotation that opens at an offset.
  mutating func quotation(from open: Int, to limit: Int) -> Quotation {
    let scalars = reading.scalars
    var lineStart = open + 1
    var found: [Range<Int>] = []
    var depth = 1
    var offset = open + 1
    func close(_ end: Int) { if lineStart < end { found.append(lineStart..<end) } }
    while offset < limit {
      let isNewLine = lines.endsParagraph(before: offset)
      if opens(at: offset), isNewLine || isAfterSentence(offset, from: open) && !isStraight {
        // A paragraph of the quotation opens anew.
        close(offset)
        lineStart = offset + 1
        depth = 1
      } else if isNewLine, offset > lineStart {
        if endsUnclosed(at: offset, from: open, limit: limit) {
          close(offset)
          return Quotation(lines: found.flatMap(items), range: open..<offset)
        }
        close(offset)
        lineStart = offset
      } else if isStraight ? opens(at: offset) : Self.isClosing(scalars[offset]) {
        depth -= 1
        if depth == 0 {
          close(offset)
          return Quotation(lines: found.flatMap(items), range: open..<offset + 1)
        }
      } else if Self.isOpening(scalars[offset]) {
        depth += 1
      }
      offset += 1
    }
    close(limit)
    return Quotation(lines: found.flatMap(items), range: open..<limit)
  }

  /// Whether a sentence or an item ends before an offset: where a decision is run together on one line,
  /// its quoted paragraphs open there.
  private func isAfterSentence(_ offset: Int, from open: Int) -> Bool {
    guard offset - 1 > open else { return false }
    switch reading.scalars[offset - 1] {
    case "。", "；": return true
    case "：": return offset + 1 < reading.count && reading.scalars[offset + 1] == "（"
    default: return false
    }
  }

  /// Whether a line that opens without “ shows that the quotation before it was never closed: it is the
  /// next instruction, or the closing of the decision.
  private func endsUnclosed(at offset: Int, from open: Int, limit: Int) -> Bool {
    let scalars = reading.scalars
    if scalars[offset...].starts(with: "本决定自".unicodeScalars)
      || scalars[offset...].starts(with: "本修正案自".unicodeScalars)
    {
      return true
    }
    guard let number = ChineseNumeral.integer(in: scalars, from: offset, to: limit),
      number.end < limit, scalars[number.end] == "、", number.value > 1
    else { return false }
    let line = offset..<min(offset + 60, limit)
    let words = String(scalars, in: line)
    return ["修改为：“", "改为“", "删去第", "增加一条", "删除第", "修改为“"].contains { words.contains($0) }
  }

  /// A line with a list run together in it, cut before each item: 下列：（一）…；（二）….
  private func items(_ line: Range<Int>) -> [Range<Int>] {
    let scalars = reading.scalars
    var cuts: [Int] = []
    var next = 1
    for offset in line where scalars[offset] == "（" {
      guard offset > line.lowerBound else {
        if let number = ChineseNumeral.integer(in: scalars, from: offset + 1, to: line.upperBound),
          number.end < line.upperBound, scalars[number.end] == "）"
        {
          next = number.value + 1
        }
        continue
      }
      switch scalars[offset - 1] {
      case "：", "；", "。":
        guard
          let number = ChineseNumeral.integer(in: scalars, from: offset + 1, to: line.upperBound),
          number.value == next, number.end < line.upperBound, scalars[number.end] == "）"
        else { continue }
        cuts.append(offset)
        next += 1
      default: continue
      }
    }
    // A single bracket that happens to follow a colon is no list.
    guard cuts.count >= 2 || cuts.count == 1 && next > 2 else { return [line] }
    let bounds = [line.lowerBound] + cuts + [line.upperBound]
    return zip(bounds, bounds.dropFirst()).map { $0..<$1 }
  }
}
