/// A row of a page: what stands on one line from the left edge to the right one.
struct PageRow {
  /// Words without a wide gap between them.
  struct Segment {
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double
    var words: [Unicode.Scalar]
  }

  /// Its words, from left to right.
  var segments: [Segment]
  var top: Double
  var bottom: Double
  /// The height of its characters.
  var size: Double
  /// The middle of the line, by the widest of its parts, since fonts have boxes of their own.
  var middle: Double
  /// The width of a character of Chinese in it.
  var character: Double
  /// Whether Chinese words without Latin ones among them tell that width for sure.
  var isMeasured: Bool
  /// How many gaps are wider than those between words.
  var gaps = 0
  /// The width of what no line may be broken in at its beginning.
  var lead: Double

  /// All its words; a wide gap is as many spaces as characters would have room there.
  var words: [Unicode.Scalar] {
    var words: [Unicode.Scalar] = []
    var end: Double?
    for segment in segments {
      if let end {
        let gap = Int(((segment.left - end) / max(size, 1)).rounded())
        words += Array(repeating: "　", count: min(max(gap, 1), 20))
      }
      words += segment.words
      end = segment.right
    }
    return words
  }

  /// Where it begins.
  var left: Double { segments.first?.left ?? 0 }
  /// Where it ends.
  var right: Double { segments.last?.right ?? 0 }
}

extension PageRow {
  /// The rows of a page from top to bottom.
  ///
  /// Fragments whose boxes overlap by half of the lower one stand on one row.
  static func rows(of fragments: [PageFragment]) -> [PageRow] {
    let sorted = fragments.filter { $0.size > 0 && !$0.words.isEmpty }.map(\.fitted)
      .sorted { ($0.top + $0.bottom, $0.left) < ($1.top + $1.bottom, $1.left) }
    var rows: [PageRow] = []
    var row: [PageFragment] = []
    var top = 0.0
    var bottom = 0.0
    for fragment in sorted {
      let overlap = min(bottom, fragment.bottom) - max(top, fragment.top)
      if !row.isEmpty, overlap > min(bottom - top, fragment.size) / 2 {
        row.append(fragment)
        continue
      }
      if !row.isEmpty { rows.append(PageRow(row)) }
      row = [fragment]
      top = fragment.top
      bottom = fragment.bottom
    }
    if !row.isEmpty { rows.append(PageRow(row)) }
    return rows
  }

  private init(_ fragments: [PageFragment]) {
    let fragments = fragments.sorted { $0.left < $1.left }
    // Small characters, as of notes, must not make all gaps seem wide.
    size = fragments.map(\.size).max() ?? 1
    top = fragments.map(\.top).min() ?? 0
    bottom = fragments.map(\.bottom).max() ?? 0
    lead = FirstWord.width(of: fragments)
    let widest = fragments.max { $0.right - $0.left < $1.right - $1.left }
    middle = widest.map { ($0.top + $0.bottom) / 2 } ?? 0
    // Latin letters and digits have widths of their own, so that the widest stretch without them tells.
    let chinese = fragments.filter {
      !$0.words.contains(where: \.isNarrow) && $0.words.contains(where: \.isChinese)
    }
    .max { $0.right - $0.left < $1.right - $1.left }
    character = (chinese ?? widest)?.character ?? 0
    isMeasured = chinese != nil
    segments = []
    for fragment in fragments {
      guard let last = segments.last, fragment.left - last.right < size * 1.3 else {
        segments.append(
          Segment(
            left: fragment.left, right: fragment.right, top: fragment.top,
            bottom: fragment.bottom, words: fragment.words))
        continue
      }
      // Fat characters are printed by some programs twice, a hair beside each other.
      if fragment.left < last.left + size * 0.2, fragment.words == last.words { continue }
      let gap = fragment.left - last.right
      let parts =
        gap > size * 0.1 && Self.isLatin(last.words.last) && Self.isLatin(fragment.words.first)
      let place = segments.count - 1
      // 1 总则: a number that begins a row is parted from its title by less than other words are.
      let isNumber =
        gap > size * 0.15 && segments.count == 1 && last.words.allSatisfy(Self.isDecimal)
      if gap > size * 0.4 { gaps += 1 }
      if parts || isNumber || gap > size * 0.3 {
        segments[place].words.append(gap > size * 0.8 ? "　" : " ")
      }
      segments[place].words += fragment.words
      segments[place].right = max(last.right, fragment.right)
      segments[place].top = min(last.top, fragment.top)
      segments[place].bottom = max(last.bottom, fragment.bottom)
    }
  }

  private static func isDecimal(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar.value >= 0x30 && scalar.value <= 0x39
  }

  private static func isLatin(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return scalar.isASCII && scalar.properties.isAlphabetic
      || scalar.value >= 0x30 && scalar.value <= 0x39
  }
}
