internal import PolicyLexicons

/// 度量词: words at the end of an indicator's name that say how it is measured: 完成率, 人数.
struct MeasureWords: Sendable {
  private let words: [(word: String, isCount: Bool)]

  /// Fewer characters than this are no topic.
  private static let leastTopic = 4

  init(_ lexicon: Lexicon) {
    words = lexicon.rows.map { ($0[0], $0[1] == "count") }
      .sorted { ($1.word.count, $0.word) < ($0.word.count, $1.word) }
  }

  /// The name without the longest measure at its end that leaves enough of it: 资金到位率 is about 资金到位.
  func topic(of name: String) -> String? {
    for measure in words where name.hasSuffix(measure.word) {
      let topic = name.dropLast(measure.word.count)
      if topic.count >= Self.leastTopic { return String(topic) }
    }
    return nil
  }

  /// Whether a name ends with a count, which no percentage can be of.
  func isCount(_ name: String) -> Bool {
    words.first { name.hasSuffix($0.word) }?.isCount ?? false
  }
}
