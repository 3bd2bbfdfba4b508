import PolicyText

/// 印发件标题: the titles of what a notice or an order issues, as its own words name them
/// (现将《…办法》印发给你们；《…规定》已经…通过，现予公布).
///
/// By them the beginning of an issued document is known where nothing else parts it from the notice
/// (a source run together on one line), or where its title has no 文种 (…会计核算手续).
struct NamedTitles {
  /// How far into a source titles are looked for: notices name what they issue in their first words.
  private static let opening = 2500
  /// How many scalars a title has.
  private static let lengths = 6...60

  private var titles: [Range<Int>] = []

  /// The titles that the first words of a stretch name.
  init(in range: Range<Int>, of text: [Unicode.Scalar], facts: LineFacts) {
    let end = min(range.upperBound, range.lowerBound + Self.opening)
    var next = range.lowerBound
    while next < end, let open = text.offset(of: "《", in: next..<end) {
      next = open + 1
      guard let close = QuotedTitle.end(in: text, from: open, to: range.upperBound) else {
        continue
      }
      next = close
      let title = open + 1..<close - 1
      guard Self.lengths.contains(title.count),
        facts.tells(of: .adoption, in: Self.sentence(around: title, in: range, of: text), of: text),
        !titles.contains(where: { text[$0].elementsEqual(text[title]) })
      else { continue }
      titles.append(title)
    }
  }

  /// The words of the sentence that names a title, behind and before it.
  private static func sentence(
    around title: Range<Int>, in range: Range<Int>, of text: [Unicode.Scalar]
  ) -> Range<Int> {
    var start = title.lowerBound
    while start > range.lowerBound, title.lowerBound - start < 200, text[start - 1] != "。" {
      start -= 1
    }
    var end = title.upperBound
    while end < range.upperBound, end - title.upperBound < 200, text[end] != "。" { end += 1 }
    return start..<end
  }

  /// Whether a line is one of the titles.
  func holds(_ line: Range<Int>, of text: [Unicode.Scalar]) -> Bool {
    titles.contains { title in
      title.upperBound < line.lowerBound && title.count == line.count
        && zip(title, line).allSatisfy { Self.outer(text[$0]) == Self.outer(text[$1]) }
    }
  }

  /// 〈 within 《 is 《 where the title stands by itself.
  private static func outer(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "〈": "《"
    case "〉": "》"
    default: scalar
    }
  }

  /// Where titles stand again in a stretch, each parted from the words before it by a mark or a date and
  /// followed by other words than those of a sentence about it.
  func places(in range: Range<Int>, of text: [Unicode.Scalar]) -> [Range<Int>] {
    var places: [Range<Int>] = []
    for title in titles {
      var next = title.upperBound
      while let start = text.offset(
        of: text[title.lowerBound], in: min(next, range.upperBound)..<range.upperBound)
      {
        next = start + 1
        let end = start + title.count
        guard end < range.upperBound, start > range.lowerBound, parts(text[start - 1]),
          !goesOn(text[end]), text[start..<end].elementsEqual(text[title])
        else { continue }
        places.append(start..<end)
        break
      }
    }
    return places.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Whether a scalar ends what stands before a title: a sentence, a bracket, a date.
  private func parts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "；", "！", "）", "日", "|": true
    default: false
    }
  }

  /// Whether a scalar goes on with a sentence about a title.
  private func goesOn(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "》", "的", "，", "、", "。", "；", "：", "”", "和", "与", "及", "等", "中": true
    default: false
    }
  }
}
