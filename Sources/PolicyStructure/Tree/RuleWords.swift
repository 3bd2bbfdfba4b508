import PolicyLexicons

/// Words that make a sentence a rule or a statement (应当, 不得, 不少于, 负责): a first sentence that has one names no topic.
struct RuleWords: Sendable {
  private let modals: WordList
  private let comparators: WordList
  private let falseFriends: WordList
  private let inside: WordList
  private let starts: WordList

  init(_ lexicons: Lexicons) {
    modals = WordList(lexicons[.modality].rows.filter { $0[2] == "modal" }.map { $0[0] })
    // The bounds that include their number (>=, <=): 不够 in 制度不够健全 measures nothing. 以上 and the like
    // stand behind a number, and in ranks: 县级以上.
    comparators = WordList(
      lexicons[.comparators].rows.filter {
        $0[1] == "before" && $0[2].count == 2 && $0[0].unicodeScalars.count > 1
      }.map { $0[0] })
    falseFriends = WordList(lexicons[.falseFriends])
    let statements = lexicons[.statementWords].rows
    inside = WordList(statements.filter { $0[1] == "inside" }.map { $0[0] })
    starts = WordList(statements.filter { $0[1] == "start" }.map { $0[0] })
  }

  /// 删去第十九条: whether a stretch begins as an amending decision strikes out.
  func strikesOut(_ range: Range<Int>, of text: [Unicode.Scalar]) -> Bool {
    starts.longest(in: text, from: range.lowerBound, to: range.upperBound) != nil
  }

  /// Whether such a word stands in a stretch; one within another word (应 in 应急) is none.
  func stand(in range: Range<Int>, of text: [Unicode.Scalar]) -> Bool {
    if strikesOut(range, of: text) { return true }
    var offset = range.lowerBound
    while offset < range.upperBound {
      if let friend = falseFriends.longest(in: text, from: offset, to: range.upperBound) {
        offset = friend.range.upperBound
      } else if text[offset] == "应", offset + 1 < range.upperBound, text[offset + 1] == "对" {
        // 积极应对人口老龄化 names a topic.
        offset += 2
      } else if text[offset] == "应" || text[offset] == "须"
        || modals.longest(in: text, from: offset, to: range.upperBound) != nil
        || comparators.longest(in: text, from: offset, to: range.upperBound) != nil
        || offset > range.lowerBound
          && inside.longest(in: text, from: offset, to: range.upperBound) != nil
      {
        return true
      } else {
        offset += 1
      }
    }
    return false
  }
}
