/// A regulation made up from a seed, and a revision of it, with what became of every article.
public struct RandomRevision: Sendable {
  /// An article's number in the old text and in the new one; `nil` where it does not stand.
  public struct Pair: Hashable, Sendable {
    /// The number before.
    public let old: Int?
    /// The number after.
    public let new: Int?

    /// A pair of numbers.
    public init(old: Int?, new: Int?) {
      self.old = old
      self.new = new
    }
  }

  /// What is done to an article.
  private enum Step: CaseIterable {
    case keep, reword, addSentence, dropSentence, insert, remove, move, split, merge
  }

  /// An article while it is revised: its sentences, and the old articles that they come from.
  private struct Draft {
    var sentences: [String]
    var sources: [Int]
  }

  /// The text before, a paragraph a line.
  public private(set) var old = ""
  /// The text after.
  public private(set) var new = ""
  /// Which article became which; one that was split or merged stands in several pairs.
  public private(set) var pairs: Set<Pair> = []

  /// A regulation of some articles, about a third of which are changed.
  public init(articles: Int = 30, using random: inout some RandomNumberGenerator) {
    let words = RandomWords()
    let before = (1...articles).map { number in
      Draft(
        sentences: (0..<Int.random(in: 2...4, using: &random)).map { _ in
          words.longSentence(&random)
        }, sources: [number])
    }
    old = Self.text(before, topic: "河道保洁")
    var after: [Draft] = []
    var moving: [Draft] = []
    var isMerging = false
    for draft in before {
      if isMerging {
        after[after.count - 1].sentences += draft.sentences
        after[after.count - 1].sources += draft.sources
        isMerging = false
        continue
      }
      let step =
        Int.random(in: 0..<3, using: &random) > 0
        ? .keep : Step.allCases.randomElement(using: &random) ?? .keep
      switch step {
      case .keep: after.append(draft)
      case .reword: after.append(Self.reworded(draft, words, &random))
      case .addSentence:
        var longer = draft
        longer.sentences.append(words.longSentence(&random))
        after.append(longer)
      case .dropSentence:
        after.append(Draft(sentences: Array(draft.sentences.dropLast()), sources: draft.sources))
      case .insert:
        after.append(draft)
        after.append(
          Draft(sentences: [words.longSentence(&random), words.longSentence(&random)], sources: []))
      case .remove: pairs.insert(Pair(old: draft.sources[0], new: nil))
      case .move: moving.append(draft)
      case .split:
        guard draft.sentences.count >= 4 else {
          after.append(draft)
          continue
        }
        after.append(Draft(sentences: Array(draft.sentences.prefix(2)), sources: draft.sources))
        after.append(Draft(sentences: Array(draft.sentences.dropFirst(2)), sources: draft.sources))
      case .merge:
        after.append(draft)
        isMerging = true
      }
    }
    for draft in moving {
      after.insert(draft, at: Int.random(in: 0...after.count, using: &random))
    }
    for (index, draft) in after.enumerated() {
      for source in draft.sources { pairs.insert(Pair(old: source, new: index + 1)) }
      if draft.sources.isEmpty { pairs.insert(Pair(old: nil, new: index + 1)) }
    }
    new = Self.text(after, topic: "河道保洁")
  }

  private static func reworded(
    _ draft: Draft, _ words: RandomWords, _ random: inout some RandomNumberGenerator
  ) -> Draft {
    var draft = draft
    let index = Int.random(in: 0..<draft.sentences.count, using: &random)
    var clauses = draft.sentences[index].split(separator: "，").map(String.init)
    clauses[clauses.count - 1] = words.predicate(&random) + "。"
    draft.sentences[index] = clauses.joined(separator: "，")
    return draft
  }

  private static func text(_ drafts: [Draft], topic: String) -> String {
    var lines = ["云溪市\(topic)条例"]
    for (index, draft) in drafts.enumerated() {
      let half = max(1, draft.sentences.count / 2)
      let number = "第\(chineseNumber(index + 1))条　"
      lines.append(number + draft.sentences.prefix(half).joined())
      lines.append(draft.sentences.dropFirst(half).joined())
    }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
