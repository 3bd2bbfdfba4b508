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
  /// Where rows begin and end at most, and the width of a character.
  private let left: Double
  private let right: Double
  private let character: Double
  /// The white between the rows of a paragraph.
  private let leading: Double
  private let showsIndents: Bool
  private let showsGaps: Bool

  /// What rows, page by page, tell of how paragraphs are set; `nil` if they do not.
  init?(_ pages: [[PageRow]], left: Double) {
    let rows = pages.joined().filter { $0.segments.count == 1 }
    let widths = rows.map(Self.characterWidth).sorted()
    guard rows.count >= 4, let character = widths.dropFirst(widths.count / 2).first, character > 0
    else { return nil }
    self.left = left
    self.character = character
    guard let right = Self.edge(of: rows.map(\.right), character: character),
      right - left > character * 12
    else { return nil }
    // Rows that were broken stop in mid-sentence, most of them.
    let full = rows.filter { $0.right > right - character * 1.5 }
    guard full.count(where: { !Self.endsSentence($0) }) * 2 > full.count else { return nil }
    self.right = right
    let gaps = pages.flatMap { zip($0, $0.dropFirst()).map { max(0, $1.top - $0.bottom) } }.sorted()
    let leading = gaps.isEmpty ? 0 : gaps[gaps.count / 4]
    self.leading = leading
    // Full rows that follow one with room to spare begin a paragraph for sure, and no title or
    // heading: how do they show it?
    var begun = 0
    var indented = 0
    var apart = 0
    for page in pages where page.count >= 3 {
      for index in 1..<page.count - 1 {
        let (before, row) = (page[index - 1], page[index])
        guard Self.leavesRoom(before, for: row, right: right, character: character),
          !Self.leavesRoom(row, for: page[index + 1], right: right, character: character),
          row.left - left < character * 4
        else { continue }
        begun += 1
        if row.left - left > character * 1.2 { indented += 1 }
        if row.top - before.bottom > leading + character * 0.3 { apart += 1 }
      }
    }
    showsIndents = begun > 0 && indented * 10 >= begun * 7
    showsGaps = begun > 0 && apart * 10 >= begun * 9
  }

  /// Whether the pages show where paragraphs begin.
  var areShown: Bool { showsIndents || showsGaps }

  /// Whether a row goes on with the paragraph of the row before it; `next` follows it on its page.
  func carriesOn(
    _ row: PageRow, after before: PageRow, next: PageRow?, acrossPages: Bool, isFirst: Bool
  ) -> Bool {
    guard before.segments.count == 1, row.segments.count == 1, !Self.isDrawn(row),
      before.left - left < character * 8,
      !Self.leavesRoom(before, for: row, right: right, character: character)
    else { return carriesOnTitle(row, after: before, acrossPages: acrossPages) }
    if !acrossPages, row.top - before.bottom > leading + character * (showsGaps ? 0.3 : 0.8) {
      return false
    }
    guard areShown else {
      return abs(row.left - before.left) < character * 0.5 && !beginsWithNumber(row)
    }
    // Where only white parts paragraphs, the top of a page does not show that one begins.
    if acrossPages, !showsIndents, Self.endsSentence(before) { return false }
    let shift = (row.left - before.left) / character
    if shift > 1.2 {
      guard isFirst, (row.left - left) / character < 8, let next, abs(next.left - row.left) < 1
      else { return false }
      // The second and third row of a paragraph with a hanging indent begin at the same place.
      return !Self.leavesRoom(row, for: next, right: right, character: character)
        && before.left - left < character
    }
    // A new paragraph of an indented block stands under the first row of the one before it.
    if showsIndents, abs(shift) <= 1.2, isFirst, row.left - left > character * 1.2 { return false }
    return row.left - left < character * 1.2 || !isFirst
  }

  /// Whether a row goes on with a title: both are larger than the text and centred, and the title is
  /// wider than the text.
  private func carriesOnTitle(_ row: PageRow, after before: PageRow, acrossPages: Bool) -> Bool {
    let size = min(row.size, before.size)
    func isCentred(_ row: PageRow) -> Bool {
      abs((row.left - left) - (right - row.right)) < size * 1.5
    }
    guard !acrossPages, size > character * 1.3, max(row.size, before.size) < size * 1.1,
      isCentred(row), isCentred(before), row.top - before.bottom < size,
      before.segments.count == 1, row.segments.count == 1
    else { return false }
    let width = before.right - before.left + Self.firstWord(of: row.words) * size / 1.2
    return width > right - left - size
  }

  /// Whether a row is one of a table drawn with characters.
  private static func isDrawn(_ row: PageRow) -> Bool {
    row.words.first.map { (0x2500...0x257F).contains($0.value) } ?? false
  }

  private static func endsSentence(_ row: PageRow) -> Bool {
    switch row.words.last {
    case "。", "；", "：", "！", "？", "”", "）": true
    default: false
    }
  }

  /// Whether a row begins as a numbered unit does: 第, （一）, 1., 一、.
  private func beginsWithNumber(_ row: PageRow) -> Bool {
    guard let first = row.words.first, row.words.count > 2 else { return false }
    if first == "第" || first == "（" || first == "(" { return Self.isNumeral(row.words[1]) }
    let mark = row.words.prefix(4).first { !Self.isNumeral($0) }
    return Self.isNumeral(first) && (mark == "、" || mark == "." || mark == "．")
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "０"..."９", "①"..."⑳", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": true
    default: false
    }
  }

  // MARK: Measures

  /// Whether the first word of a row would have found room at the end of the row before it.
  private static func leavesRoom(
    _ before: PageRow, for row: PageRow, right: Double, character: Double
  ) -> Bool {
    before.right + firstWord(of: row.words) * character < right + character * 0.1
  }

  /// The width of what a line may not be broken in at its beginning, in characters: a character, or
  /// a number or Latin word, with the marks that may not begin a line.
  private static func firstWord(of words: [Unicode.Scalar]) -> Double {
    var width = 0.0
    var index = 0
    while index < words.count, isNarrow(words[index]) {
      width += words[index].pageWidth
      index += 1
    }
    if index == 0, let first = words.first {
      width += isOpening(first) ? 2 : 1
      index += isOpening(first) ? 2 : 1
    }
    while index < words.count, isNoBeginning(words[index]) {
      width += 1
      index += 1
    }
    return width
  }

  private static func isNarrow(_ scalar: Unicode.Scalar) -> Bool {
    (0x21...0x24F).contains(scalar.value)
  }

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "（", "《", "“", "‘", "〔", "【", "「", "『", "〈": true
    default: false
    }
  }

  /// Whether a mark may not begin a line.
  ///
  /// Source: GB/T 15834—2011, 5.1.
  private static func isNoBeginning(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "，", "；", "：", "、", "！", "？", "）", "》", "”", "’", "〕", "】", "」", "』", "〉", "…",
      "—", "%", "％":
      true
    default: false
    }
  }

  /// The width of a character of Chinese in a row.
  private static func characterWidth(_ row: PageRow) -> Double {
    var units = 0.0
    for scalar in row.words { units += scalar.pageWidth }
    return units > 0 ? (row.right - row.left) / units : 0
  }

  /// Where full rows end: where most of those do that end far to the right, or as far as any of them
  /// where the edge is ragged.
  private static func edge(of ends: [Double], character: Double) -> Double? {
    let ends = ends.sorted(by: >)
    // A row that sticks out alone is none of running words.
    guard
      let first = ends.indices.dropLast(2).first(where: {
        ends[$0] - ends[$0 + 2] < character * 1.5
      })
    else { return nil }
    let full = ends[first...].prefix { $0 > ends[first] - character * 2.5 }
    var best = (end: ends[first], count: 0)
    var last = full.startIndex
    for index in full.indices {
      while last < full.endIndex, full[last] > full[index] - character * 0.25 { last += 1 }
      if last - index > best.count { best = (full[index], last - index) }
    }
    return best.count * 2 >= full.count ? best.end : ends[first]
  }
}
