/// 版心: where the rows of running words begin and end, and how they follow each other.
struct TextArea {
  let left: Double
  let right: Double
  /// The width of a character of Chinese.
  let character: Double
  /// From the middle of a row to that of the next one in the same paragraph.
  let pitch: Double

  /// What the rows of pages, and how wide the pages are, tell of it; `nil` if they do not.
  init?(_ pages: [[PageRow]], left: Double, pageWidth: Double) {
    let rows = pages.joined().filter(\.isRunning)
    let widths = rows.map(\.character).sorted()
    guard rows.count >= 2, let character = widths.dropFirst(widths.count / 2).first, character > 0
    else { return nil }
    self.left = left
    self.character = character
    pitch = Self.pitch(of: pages, character: character)
    // A mark at the end of a row may hang into the margin.
    let plain = rows.filter { !($0.words.last?.isClosingMark ?? false) }
    let ends = (plain.count >= 4 ? plain : rows).map(\.right)
    guard let right = Self.right(of: ends, left, pageWidth, character),
      right - left > character * 12
    else { return nil }
    self.right = right
    // Rows that were broken stop in mid-sentence, most of them.
    let full = rows.filter { $0.right > right - character * 1.5 }
    guard full.count < 4 || full.count(where: { !$0.endsSentence }) * 2 > full.count else {
      return nil
    }
  }

  /// Where full rows end.
  ///
  /// The margins of a page are alike, so that the white at the left tells it
  /// where rows come near to that; else those rows do that end furthest.
  private static func right(
    of ends: [Double], _ left: Double, _ pageWidth: Double, _ character: Double
  ) -> Double? {
    let mirrored = pageWidth - left
    let isReached =
      ends.contains { $0 > mirrored - character * 2 }
      && ends.allSatisfy { $0 < mirrored + character }
    guard let edge = edge(of: ends, character: character) else { return isReached ? mirrored : nil }
    let missing = (mirrored - edge) / character
    // Few rows may end under each other far from the margin by chance.
    return missing > 0 && missing < 1 || missing > 3 && isReached ? mirrored : edge
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

  /// The smallest distance between rows that is no exception.
  private static func pitch(of pages: [[PageRow]], character: Double) -> Double {
    let pitches = pages.flatMap { zip($0, $0.dropFirst()).map { $1.middle - $0.middle } }
      .filter { $0 > character * 0.9 }.sorted()
    let least = max(2, pitches.count / 30)
    var start = 0
    for end in pitches.indices {
      while pitches[end] - pitches[start] > character * 0.15 { start += 1 }
      if end - start + 1 >= least { return pitches[(start + end) / 2] }
    }
    return pitches.first ?? character * 1.5
  }

  // MARK: Rows

  /// Whether the first word of a row would have found room at the end of the row before it.
  func leavesRoom(_ before: PageRow, for row: PageRow) -> Bool {
    // Between Chinese and Latin characters, programs leave a quarter of a character.
    let parts = before.words.last?.isNarrow != row.words.first?.isNarrow
    return before.right + row.lead + (parts ? character / 4 : 0) < right + character * 0.03
  }

  /// How much more white than between the rows of a paragraph stands between two rows, in characters.
  func gap(between before: PageRow, and row: PageRow) -> Double {
    (row.middle - before.middle - pitch) / character
  }

  /// How far a row is moved in from the left, in characters.
  func indent(of row: PageRow) -> Double { (row.left - left) / character }

  /// Whether a row has as much white at its left as at its right.
  func isCentred(_ row: PageRow) -> Bool {
    abs((row.left - left) - (right - row.right)) < row.size * 1.5
  }
}
