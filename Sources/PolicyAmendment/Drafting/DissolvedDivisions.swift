/// 撤并的章: old chapters whose title goes and whose articles stay, in the chapter before.
///
/// 将第三章、第四章合并为第三章 says all of it; without that, each of the articles would go and come anew.
struct DissolvedDivisions {
  private let homes: [Int: Int]

  /// The chapters that dissolve into the one before them on their level.
  init(
    _ pairs: [SequenceAlignment.Pair], _ old: DraftText, articles: [SequenceAlignment.Pair]
  ) {
    let gone = Set(pairs.compactMap { $0.new == nil ? $0.old : nil })
    let stays = Set(
      articles.compactMap { pair in
        pair.new == nil ? nil : pair.old.map { old.articles[$0].division }
      })
    var homes: [Int: Int] = [:]
    for division in old.divisions.indices where gone.contains(division) && stays.contains(division)
    {
      if let before = Self.sibling(before: division, in: old) {
        homes[division] = homes[before] ?? before
      }
    }
    self.homes = homes
  }

  /// The chapters that are joined to another, in order.
  func parts(of division: Int) -> [Int] {
    homes.filter { $0.value == division }.map(\.key).sorted()
  }

  /// Whether a chapter is joined to another.
  func isJoined(_ division: Int) -> Bool { homes[division] != nil }

  /// The chapter that holds the articles of another once those that dissolve are gone.
  func home(of division: Int) -> Int { homes[division] ?? division }

  /// Pairs of chapters in which a new one that several old ones became is that of the first of them, whose
  /// place it has.
  static func pairs(
    _ pairs: [SequenceAlignment.Pair], _ old: DraftText, _ new: DraftText,
    articles: [SequenceAlignment.Pair]
  ) -> [SequenceAlignment.Pair] {
    var result = pairs
    // From behind, so that a row of chapters moves to the first of them.
    for place in result.indices.reversed() {
      guard let i = result[place].old, result[place].new == nil,
        let next = result.indices.first(where: {
          result[$0].old.map { $0 > i } ?? false && result[$0].new != nil
        }),
        let j = result[next].new, let follower = result[next].old,
        sibling(before: follower, in: old) == i,
        most(of: i, goInto: j, articles, old, new)
      else { continue }
      result[place] = .init(old: i, new: j)
      result[next] = .init(old: follower, new: nil)
    }
    return result
  }

  /// Whether more than half of the articles of an old chapter stand in a new one.
  private static func most(
    of division: Int, goInto other: Int, _ articles: [SequenceAlignment.Pair], _ old: DraftText,
    _ new: DraftText
  ) -> Bool {
    var (all, found) = (0, 0)
    for pair in articles {
      guard let i = pair.old, old.articles[i].division == division else { continue }
      all += 1
      if let j = pair.new, new.articles[j].division == other { found += 1 }
    }
    return found * 2 > all
  }

  /// The division before another under the same roof.
  private static func sibling(before division: Int, in text: DraftText) -> Int? {
    let unit = text.divisions[division].address.unit
    return (0..<division).last {
      text.divisions[$0].parent == text.divisions[division].parent
        && text.divisions[$0].address.unit == unit
    }
  }
}
