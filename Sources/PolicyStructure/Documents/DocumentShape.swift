import PolicyText

/// Tells, line by line, the parts of one document: title block, contents, body, signature, annexes,
/// and where it ends.
struct DocumentShape {
  /// The part of each line of the frame, from its first line on.
  var roles: [LineRole]
  /// The line after the last one of the document.
  var end: Int
  /// Stretches whose numbers are no units.
  var skipped: [Range<Int>] = []
  /// The heads of annexes: by the offset of the mark, its number.
  var attachments: [Int: Int] = [:]
  /// Heads of annexes that have only the title that the list of annexes gives them, as marks of their
  /// own without words.
  var titledAnnexes: [NumberMark] = []

  let frame: Frame
  let layout: Layout
  let facts: LineFacts
  let joiner: LineJoiner
  let text: [Unicode.Scalar]

  init(
    _ frame: Frame, layout: Layout, facts: LineFacts, joiner: LineJoiner,
    marks: ArraySlice<NumberMark>
  ) {
    self.frame = frame
    self.layout = layout
    self.facts = facts
    self.joiner = joiner
    text = layout.reading.scalars
    roles = Array(repeating: .body, count: frame.lines.count)
    end = frame.lines.upperBound
    let body = markPreface()
    markContents(from: body, marks: marks)
    markAnnexes(from: body, marks: marks)
    markTitledAnnexes()
    markClosing(from: body)
    markEnd(from: body, marks: marks)
    for line in frame.lines where line < end && self[line] != .body { skip(line) }
    skipped.sort { $0.lowerBound < $1.lowerBound }
  }

  /// The part that a line belongs to.
  subscript(line: Int) -> LineRole {
    get { roles[line - frame.lines.lowerBound] }
    set { roles[line - frame.lines.lowerBound] = newValue }
  }

  func range(_ line: Int) -> Range<Int> { layout.lines[line].range }

  private mutating func skip(_ line: Int) { skipped.append(range(line)) }
}
