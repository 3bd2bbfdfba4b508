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
  init(_ ranges: [Range<Int>], of reading: ReadingText, cues: DecisionCues) {
    self.reading = reading
    let lines = LineEnds(reading)
    var scanner = QuotationScanner(reading: reading, lines: lines, cues: cues)
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
