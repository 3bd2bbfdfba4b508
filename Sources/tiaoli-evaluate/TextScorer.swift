internal import PolicyAnalysis
internal import PolicyStructure
internal import PolicyText

/// Counts for one text: a board with the text's name and kind filled in.
struct TextScorer {
  let part: Part
  let name: String
  let analysis: Analysis
  var board: ScoreBoard

  /// The first word of the name: law, reg, notice.
  var kind: String { String(name.prefix { $0 != "-" }) }

  /// Counts how many of two lists go together.
  mutating func count(_ measure: Measure, hits: Int, given: Int, gold: Int) {
    board.add(part, kind, measure, Score(hits: hits, given: given, gold: gold))
  }

  /// Counts one answer as right or wrong, and takes a wrong one down.
  mutating func judge(
    _ measure: Measure, _ isRight: Bool, at place: String, expected: String, found: String
  ) {
    count(measure, hits: isRight ? 1 : 0, given: 1, gold: 1)
    if !isRight { miss("错 \(measure.rawValue)", at: place, "应为\(expected)，得到\(found)") }
  }

  /// Takes down a miss: what kind, where, and the words.
  mutating func miss(_ what: String, at place: String, _ words: String) {
    board.miss(part, "\(name)\t\(what)\t\(place)\t\(words)")
  }
}

/// Words in the one form in which they are compared: folded, without white space.
func squeezed(_ words: some StringProtocol) -> [Unicode.Scalar] {
  words.unicodeScalars.map(folded).filter { !$0.properties.isWhitespace }
}

/// Words in the one form in which they are compared, as a string.
func squeezedString(_ words: some StringProtocol) -> String {
  String(String.UnicodeScalarView(squeezed(words)))
}

/// Pairs gold and given things: the best first, each at most once.
///
/// `worth` says how well two things go together; `nil` if they do not.
func pairs<Gold, Given>(
  _ gold: [Gold], _ given: [Given], worth: (Gold, Given) -> Int?
) -> [(gold: Int, given: Int)] {
  var candidates: [(worth: Int, gold: Int, given: Int)] = []
  for (left, one) in gold.enumerated() {
    for (right, other) in given.enumerated() {
      if let value = worth(one, other) { candidates.append((value, left, right)) }
    }
  }
  candidates.sort { ($1.worth, $0.gold, $0.given) < ($0.worth, $1.gold, $1.given) }
  var taken: Set<Int> = []
  var used: Set<Int> = []
  var result: [(gold: Int, given: Int)] = []
  for candidate in candidates
  where !taken.contains(candidate.gold) && !used.contains(candidate.given) {
    taken.insert(candidate.gold)
    used.insert(candidate.given)
    result.append((candidate.gold, candidate.given))
  }
  return result
}

/// How well two ranges go together: best when equal, then by how much they share.
func overlapWorth(_ left: Range<Int>, _ right: Range<Int>) -> Int? {
  if left == right { return 1_000_000 }
  let shared = left.clamped(to: right).count
  return shared > 0 ? shared * 1000 / max(left.count, right.count) : nil
}
