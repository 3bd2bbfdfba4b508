import PolicyText

/// How a document sets titles off, which shows in many of its units only: white space behind the titles of
/// articles, topics at the head of the units of a list.
struct TitleHabits {
  /// Whether most articles have a short title set off by white space.
  let gapTitles: Bool
  /// The units of lists in which first sentences are rules and no topics.
  let plainLists: Set<Int>

  init(_ pieces: [Piece], titles: HeadingTitle) {
    gapTitles = Self.hasGapTitles(pieces, titles: titles)
    plainLists = Self.plainLists(pieces, titles: titles)
  }

  /// Whether most articles have a short title set off by white space.
  private static func hasGapTitles(_ pieces: [Piece], titles: HeadingTitle) -> Bool {
    var articles = 0
    var titled = 0
    for piece in pieces {
      guard case .unit(let unit) = piece.kind, unit.level == .article else { continue }
      articles += 1
      if titles.splitAtGap(piece.words(behind: unit.mark)) != nil {
        titled += 1
      }
    }
    return articles >= 3 && titled * 2 > articles
  }

  /// The units of lists in which fewer than half of the units with several sentences begin with one
  /// that can name a topic: there a short first sentence is a rule as well.
  private static func plainLists(_ pieces: [Piece], titles: HeadingTitle) -> Set<Int> {
    var plain: Set<Int> = []
    /// Open lists, from the outside in: rank, units, votes for and against topics.
    var lists: [(rank: Int, units: [Int], topics: Int, rules: Int)] = []
    func close(_ list: (rank: Int, units: [Int], topics: Int, rules: Int)) {
      if list.rules > list.topics { plain.formUnion(list.units) }
    }
    for (index, piece) in pieces.enumerated() {
      guard case .unit(let unit) = piece.kind, unit.level == .heading else { continue }
      while let last = lists.last, last.rank > unit.rank { close(lists.removeLast()) }
      if lists.last?.rank != unit.rank { lists.append((unit.rank, [], 0, 0)) }
      let words = piece.words(behind: unit.mark)
      lists[lists.count - 1].units.append(index)
      switch titles.topicVote(words) {
      case .some(true): lists[lists.count - 1].topics += 1
      case .some(false): lists[lists.count - 1].rules += 1
      case .none: break
      }
    }
    lists.forEach(close)
    return plain
  }
}
