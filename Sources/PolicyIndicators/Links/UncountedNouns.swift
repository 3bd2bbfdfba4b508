internal import PolicyLexicons

/// 计数所指: what a number counts that tells how a text or a system is built, and nothing of an indicator: 4个一级指标,
/// 三个方面 (`lexicons/uncounted-nouns.tsv`).
struct UncountedNouns: Sendable {
  /// How far behind a number 指标 may stand.
  private static let reach = 6

  private let next: WordList
  private let near: WordList

  init(_ lexicon: Lexicon) {
    next = WordList(lexicon.rows.filter { $0[1] == "next" }.map { $0[0] })
    near = WordList(lexicon.rows.filter { $0[1] == "near" }.map { $0[0] })
  }

  /// Whether one of them stands behind a number, or is what it is counted by (三方面).
  func follow(_ number: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    let end = number.upperBound
    let limit = min(end + Self.reach, text.count)
    return next.longest(in: text, from: end, to: limit) != nil
      || next.longest(in: text, endingAt: end, from: number.lowerBound) != nil
      || (end..<limit).contains { near.longest(in: text, from: $0, to: limit) != nil }
  }
}
