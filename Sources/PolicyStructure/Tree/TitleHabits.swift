import PolicyText

/// How a document sets titles off, which shows in many of its units only: white space behind the titles of
/// articles, topics at the head of the units of a list.
struct TitleHabits {
  /// Whether most articles have a short title set off by white space.
  let gapTitles: Bool
  /// The units of lists in which first sentences are rules and no topics.
  let plainLists: Set<Int>

  /// The items of articles that all begin with a topic: 1.个人申请。…；2.学院初审。….
  let titledItems: Set<Int>

  init(_ pieces: [Piece], titles: HeadingTitle) {
    gapTitles = Self.hasGapTitles(pieces, titles: titles)
    plainLists = Self.plainLists(pieces, titles: titles)
    titledItems = Self.titledItems(pieces, titles: titles)
  }

  /// An item of a rule is words of its sentence; only where each of a list has a topic of its own in front
  /// is that its title.
  private static func titledItems(_ pieces: [Piece], titles: HeadingTitle) -> Set<Int> {
    var titled: Set<Int> = []
    var list: [Int] = []
    var isTitled = true
    var rank: Int?
    func close() {
      if isTitled, list.count > 1 { titled.formUnion(list) }
      (list, isTitled, rank) = ([], true, nil)
    }
    for (index, piece) in pieces.enumerated() {
      guard case .unit(let unit) = piece.kind else { continue }
      guard unit.level == .item || unit.level == .subitem else {
        close()
        continue
      }
      if rank != unit.rank || unit.mark.value == 1 { close() }
      rank = unit.rank
      list.append(index)
      if !titles.hasShortTopic(piece.words(behind: unit.mark)) { isTitled = false }
    }
    close()
    return titled
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
