/// 分出的章: a new chapter that holds the last articles of an old one under a title of its own.
struct CutDivision {
  /// The old chapter.
  let home: Int
  /// The old article that the title comes before.
  let firstArticle: Int

  /// The old chapter that a new one is cut from: all of its articles that were there before stood in it, the
  /// first of them opens it, and the chapter before it is what is left.
  init?(
    _ division: Int, _ old: DraftText, _ new: DraftText, articles: [SequenceAlignment.Pair],
    _ counterpart: [Int: Int], _ dissolved: DissolvedDivisions
  ) {
    let own = articles.filter { pair in
      pair.new.map { new.articles[$0].division == division } ?? false
    }
    guard let first = own.first, let opening = first.old,
      first.new == new.articles.firstIndex(where: { $0.division == division }),
      !new.divisions.contains(where: { $0.parent == division })
    else { return nil }
    let homes = Set(own.compactMap { $0.old }.map { dissolved.home(of: old.articles[$0].division) })
    guard homes.count == 1, let home = homes.first, home >= 0 else { return nil }
    let before = (0..<division).last {
      new.divisions[$0].parent == new.divisions[division].parent
        && new.divisions[$0].address.unit == new.divisions[division].address.unit
    }
    guard let before, counterpart[before] == home else { return nil }
    self.home = home
    firstArticle = opening
  }
}
