import PolicyStructure
import PolicyText

/// Finds where a quotation ends and where its paragraphs are.
struct QuotationScanner {
  private let reading: ReadingText
  private let lines: LineEnds
  private let cues: DecisionCues
  init(reading: ReadingText, lines: LineEnds, cues: DecisionCues) {
    self.reading = reading
    self.lines = lines
    self.cues = cues
  }

  /// Whether a scalar opens a quotation and does not close one as well.
  static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "“" || scalar == "「" || scalar == "『"
  }

  /// The mark that closes what a mark opens; the straight mark does both.
  private static func closing(_ opening: Unicode.Scalar) -> Unicode.Scalar {
    switch opening {
    case "“": "”"
    case "「": "」"
    case "『": "』"
    default: opening
    }
  }

  func opens(at offset: Int) -> Bool {
    let scalar = reading.scalars[offset]
    return Self.isOpening(scalar) || scalar == "\"" || scalar == "＂"
  }

  /// The quotation that opens at an offset.
  mutating func quotation(from open: Int, to limit: Int) -> Quotation {
    let scalars = reading.scalars
    // What opens with one kind of mark closes with the same, whatever the rest of the decision quotes with.
    let opening = scalars[open]
    let closing = Self.closing(opening)
    let isStraight = opening == closing
    var lineStart = open + 1
    var found: [Range<Int>] = []
    var depth = 1
    var offset = open + 1
    func close(_ end: Int) { if lineStart < end { found.append(lineStart..<end) } }
    while offset < limit {
      let isNewLine = lines.endsParagraph(before: offset)
      if scalars[offset] == opening,
        isNewLine || isAfterSentence(offset, from: open) && !isStraight
      {
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
      } else if scalars[offset] == closing {
        depth -= 1
        if depth == 0 {
          close(offset)
          return Quotation(lines: found.flatMap(items), range: open..<offset + 1)
        }
      } else if scalars[offset] == opening {
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
    if cues.closesDecision(in: scalars, at: offset) { return true }
    guard let number = ChineseNumeral.integer(in: scalars, from: offset, to: limit),
      number.end < limit, scalars[number.end] == "、", number.value > 1
    else { return false }
    return cues.holdsInstruction(in: scalars, offset..<min(offset + 60, limit))
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
