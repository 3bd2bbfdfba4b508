import PolicyStructure
import PolicyText

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
