/// 自然段: tells where the paragraphs of laid-out pages begin.
///
/// A line was broken where the next word found no room. So a row that leaves room for the first word
/// of the next one ends a paragraph. One that is full goes on in the next row, unless that shows that
/// it begins a paragraph: by an indent, or by more white above it than lines have. Where a source
/// marks its paragraphs in neither way, the row after a full one begins a paragraph if it begins with
/// a number: that a paragraph fills its last row to the end is rare.
///
/// Source: GB/T 9704—2012, 7.3.3 (每个自然段左空二字，回行顶格).
struct PageParagraphs {
  private let area: TextArea
  private let showsIndents: Bool
  private let showsGaps: Bool

  /// What rows, page by page, tell of how paragraphs are set; `nil` if they do not.
  init?(_ pages: [[PageRow]], left: Double, pageWidth: Double) {
    guard let area = TextArea(pages, left: left, pageWidth: pageWidth) else { return nil }
    self.area = area
    // Full rows that follow one with room to spare begin a paragraph for sure, and are no title or
    // heading: how do they show it? Where they are few, shorter rows are asked as well.
    var full = Tally()
    var all = Tally()
    for page in pages where page.count >= 2 {
      for index in 1..<page.count {
        let (before, row) = (page[index - 1], page[index])
        guard area.leavesRoom(before, for: row), area.indent(of: row) < 4 else { continue }
        let isFull = index + 1 < page.count && !area.leavesRoom(row, for: page[index + 1])
        let gap = area.gap(between: before, and: row)
        if isFull { full.add(indent: area.indent(of: row), gap: gap) }
        all.add(indent: area.indent(of: row), gap: gap)
      }
    }
    let tally = full.begun >= 3 ? full : all
    showsIndents = tally.begun > 0 && tally.indented * 10 >= tally.begun * 7
    showsGaps = tally.begun > 0 && tally.apart * 10 >= tally.begun * 9
  }

  /// How rows that begin a paragraph show it.
  private struct Tally {
    var begun = 0
    var indented = 0
    var apart = 0

    mutating func add(indent: Double, gap: Double) {
      begun += 1
      if indent > 1.2 { indented += 1 }
      if gap > 0.3 { apart += 1 }
    }
  }

  /// Whether the pages show where paragraphs begin.
  var areShown: Bool { showsIndents || showsGaps }

  /// Whether a row goes on with the paragraph of the row before it; `next` follows it on its page.
  func carriesOn(
    _ row: PageRow, after before: PageRow, next: PageRow?, acrossPages: Bool, isFirst: Bool
  ) -> Bool {
    if carriesOnTitle(row, after: before, acrossPages: acrossPages) { return true }
    guard before.isRunning, row.isRunning, !Self.isDrawn(row), area.indent(of: before) < 8,
      !area.leavesRoom(before, for: row), !Self.isLarger(row, before), !row.beginsWithUnit
    else { return false }
    if !acrossPages, area.gap(between: before, and: row) > (showsGaps ? 0.3 : 0.8) { return false }
    let shift = (row.left - before.left) / area.character
    // A row at the margin under one that is moved in goes on with it, however paragraphs are set.
    guard areShown else { return shift < 0.5 && (shift < -1.2 || !row.beginsWithNumber) }
    // Where only white parts paragraphs, the top of a page does not show that one begins.
    if acrossPages, !showsIndents,
      before.words.last == "；" ? row.beginsWithNumber : before.endsSentence
    {
      return false
    }
    if shift > 1.2 {
      guard isFirst, area.indent(of: row) < 8, let next, abs(next.left - row.left) < 1 else {
        return false
      }
      // The second and third row of a paragraph with a hanging indent begin at the same place.
      return !area.leavesRoom(row, for: next) && area.indent(of: before) < 1
    }
    // A new paragraph of an indented block stands under the first row of the one before it.
    if showsIndents, abs(shift) <= 1.2, isFirst, area.indent(of: row) > 1.2 { return false }
    return area.indent(of: row) < 1.2 || !isFirst
  }

  /// Whether a row goes on with a title: both are larger than the text and centred, or begin at the
  /// same place, and the title is wider than the text.
  private func carriesOnTitle(_ row: PageRow, after before: PageRow, acrossPages: Bool) -> Bool {
    let size = min(row.character, before.character)
    guard !acrossPages, size > area.character * 1.15, !Self.isLarger(row, before),
      area.isCentred(row) && area.isCentred(before) || abs(row.left - before.left) < 1,
      row.top - before.bottom < size * 1.2,
      before.segments.count == 1, row.segments.count == 1
    else { return false }
    return before.right - before.left + row.lead > area.right - area.left - size * 1.2
  }

  /// Whether the characters of two rows are of different sizes, as those of a title and of the text;
  /// marks and Latin letters alone do not tell.
  private static func isLarger(_ row: PageRow, _ other: PageRow) -> Bool {
    max(row.character, other.character) > min(row.character, other.character) * 1.15
      && row.isMeasured && other.isMeasured
  }

  /// Whether a row is one of a table drawn with characters.
  private static func isDrawn(_ row: PageRow) -> Bool {
    row.words.first.map { (0x2500...0x257F).contains($0.value) } ?? false
  }
}
