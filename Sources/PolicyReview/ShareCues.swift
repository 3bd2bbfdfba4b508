import PolicyExtraction
import PolicyLexicons
import PolicyStructure
import PolicyText

/// The words that tell what a percentage is computed from (`lexicons/share-cues.tsv`).
struct ShareCues: Sendable {
  private enum Part: String, CaseIterable {
    case whole, part, rate, up, down, from, to
  }

  /// How far before a number its word may stand, in scalars.
  private static let reach = 10

  private let words: WordList
  private let parts: [Part]

  init(lexicons: Lexicons) throws(LexiconError) {
    let lexicon = lexicons[.shareCues]
    words = WordList(lexicon)
    parts = try lexicon.values(of: "part", as: Part.self)
  }

  /// What a percentage claims of the two numbers before it, if its words say so.
  func claim(
    of percent: Quantity, after sentence: SentenceNumbers, in draft: Draft
  ) -> ShareClaim? {
    guard let (first, second) = sentence.pair else { return nil }
    let between = first.range.upperBound..<second.range.lowerBound
    let lead = second.range.upperBound..<percent.range.lowerBound
    if lead.count <= Self.reach, rate(in: lead, of: draft),
      has(.whole, before: first, in: draft), has(.part, in: between, of: draft)
    {
      return ShareClaim(form: .share, part: second, whole: first)
    }
    // 45人，占教师总数120人的37.5%
    if lead.count == 1, draft.scalars[lead.lowerBound] == "的",
      let share = between.first(where: { draft.scalars[$0] == "占" }),
      share <= between.lowerBound + 1
    {
      return ShareClaim(form: .share, part: first, whole: second)
    }
    // 由200万元增长到250万元，增长25%
    if has(.from, before: first, in: draft), has(.to, in: between, of: draft),
      let sign = direction(in: lead, of: draft),
      !draft.scalars[lead].contains("比")
    {
      return ShareClaim(form: .change(sign: sign), part: second, whole: first)
    }
    return nil
  }

  /// Whether a sentence ends between two numbers.
  func endsSentence(between start: Int, and end: Int, _ draft: Draft) -> Bool {
    start > end || draft.scalars[start..<end].contains { $0 == "。" || $0 == "；" || $0 == "！" }
  }

  private func rate(in range: Range<Int>, of draft: Draft) -> Bool {
    has(.rate, in: range, of: draft)
  }

  private func has(_ part: Part, before quantity: Quantity, in draft: Draft) -> Bool {
    let node = draft.context.document.nodes[quantity.node]
    var start = quantity.range.lowerBound
    let limit = max(node.range.lowerBound, start - Self.reach)
    while start > limit, !"，。；：、".unicodeScalars.contains(draft.scalars[start - 1]) { start -= 1 }
    return has(part, in: start..<quantity.range.lowerBound, of: draft)
  }

  private func has(_ part: Part, in range: Range<Int>, of draft: Draft) -> Bool {
    range.contains { offset in
      words.longest(in: draft.scalars, from: offset, to: range.upperBound)
        .map { parts[$0.row] == part } ?? false
    }
  }

  private func direction(in range: Range<Int>, of draft: Draft) -> Int? {
    guard range.count <= Self.reach else { return nil }
    for offset in range {
      guard let match = words.longest(in: draft.scalars, from: offset, to: range.upperBound) else {
        continue
      }
      if parts[match.row] == .up { return 1 }
      if parts[match.row] == .down { return -1 }
    }
    return nil
  }
}
