import PolicyExtraction
import PolicyStructure
import PolicyText

/// What a draft says of every article, chapter and annex, and how it is put into lines.
struct DraftPlan {
  let old: DraftText
  let new: DraftText
  private var pairs: [SequenceAlignment.Pair]
  let divisions: [SequenceAlignment.Pair]
  let dissolved: DissolvedDivisions
  /// New chapters, which bring all their articles.
  private var newDivisions: Set<Int> = []
  /// The articles, by their place in the new text, whose words change.
  private var changed: Set<Int> = []
  /// Those that are rewritten whole.
  private var whole: Set<Int> = []
  /// Those whose new number does not follow from what comes in and goes out.
  private var renumbered: Set<Int> = []
  /// What is replaced all over the text.
  private var throughout: [WordChange] = []
  /// The articles once all has come in and gone out, by their place in the new text.
  private var followed: [DraftArticle] = []

  /// New chapters that are no more than a title between old articles, with the first of these.
  var cuts: [Int: Int] = [:]

  /// A plan; with `cutsDivisions`, a chapter that was cut in two gets a title in its middle.
  init(old: DraftText, new: DraftText, cutsDivisions: Bool) {
    self.old = old
    self.new = new
    pairs = SequenceAlignment.pairs(old.articles.map(\.words), new.articles.map(\.words))
    let chapters = DissolvedDivisions.pairs(
      DivisionAlignment.pairs(old, new, articles: pairs), old, new, articles: pairs)
    divisions = chapters
    for pair in divisions where pair.old == nil { if let j = pair.new { newDivisions.insert(j) } }
    // A new chapter is quoted whole, so that articles which were there before come in anew; so do those
    // that stand in another chapter now.
    var counterpart: [Int: Int] = [:]
    for pair in chapters { if let i = pair.old, let j = pair.new { counterpart[j] = i } }
    dissolved = DissolvedDivisions(chapters, old, articles: pairs)
    if cutsDivisions {
      for j in newDivisions.sorted() {
        guard let cut = CutDivision(j, old, new, articles: pairs, counterpart, dissolved) else {
          continue
        }
        cuts[j] = cut.firstArticle
        counterpart[j] = cut.home
        newDivisions.remove(j)
      }
    }
    pairs = pairs.flatMap { pair -> [SequenceAlignment.Pair] in
      guard let i = pair.old, let j = pair.new else { return [pair] }
      let (before, after) = (dissolved.home(of: old.articles[i].division), new.articles[j].division)
      let place = after < 0 ? -1 : counterpart[after] ?? -2
      guard place != before else { return [pair] }
      return [.init(old: pair.old, new: nil), .init(old: nil, new: j)]
    }
  }

  /// Whether a chapter is cut in two.
  var hasCuts: Bool { !cuts.isEmpty }

  /// Notes which articles change beyond what follows from the numbers of others.
  mutating func note(_ articles: [DraftArticle]) {
    changed = []
    renumbered = []
    guard articles.count == new.articles.count else {
      // The numbers alone do not come out: every pair is compared as it was.
      followed = []
      for pair in pairs {
        if let i = pair.old, let j = pair.new {
          if old.articles[i].lines != new.articles[j].lines { changed.insert(j) }
          if old.articles[i].values != new.articles[j].values { renumbered.insert(j) }
        }
      }
      return
    }
    followed = articles
    for (index, article) in articles.enumerated() {
      if article.lines != new.articles[index].lines { changed.insert(index) }
      if article.values != new.articles[index].values { renumbered.insert(index) }
    }
  }

  /// Has the articles rewritten whole that did not come out; `false` if there is nothing left to try.
  mutating func rewriteWhatDiffers(in articles: [DraftArticle]) -> Bool {
    let before = (whole, renumbered, changed)
    if articles.count == new.articles.count {
      for (index, article) in articles.enumerated() {
        if article.lines != new.articles[index].lines {
          changed.insert(index)
          whole.insert(index)
        }
        if article.values != new.articles[index].values { renumbered.insert(index) }
      }
    } else {
      whole.formUnion(changed)
    }
    return (whole, renumbered, changed) != before
  }

  /// The articles that do not come out in the end.
  func missed(in articles: [DraftArticle]) -> [String] {
    guard articles.count == new.articles.count else { return ["条文数目"] }
    return articles.indices.filter { articles[$0] != new.articles[$0] }
      .map { ArticleFormulas.citation(new.articles[$0].values) }
  }

  // MARK: Lines

  /// The instructions, in the order of the new text.
  func lines() -> [String] {
    var breaker = WordBreaker(.word)
    var lines = DraftLines(titleLines)
    var titles = divisionLines
    for (place, pair) in pairs.enumerated() {
      // The title of a chapter comes before what changes in it.
      let own = pair.new.map { new.articles[$0].division }
      while let first = titles.first, first.division.map({ $0 <= own ?? -1 }) ?? (pair.old != nil) {
        lines.add(first.line)
        titles.removeFirst()
      }
      switch (pair.old, pair.new) {
      case (let i?, let j?):
        if let line = line(old.articles[i], i, j, &breaker) { lines.add(line) }
      case (let i?, nil):
        if !goesWithDivision(i) { lines.delete(old.articles[i].values) }
      case (nil, let j?):
        if NewDivision(new, newDivisions).root(ofArticle: j) != nil {
          if let line = newDivision(atArticle: j) { lines.add(line) }
        } else {
          let article = new.articles[j]
          lines.insert(
            article.values, article.lines.map(ArticleFormulas.trimmed),
            in: chapter(of: j, at: place),
            isHeading: article.isHeading)
        }
      case (nil, nil): break
      }
    }
    return lines.all + titles.map(\.line) + throughout.map(Self.line) + attachmentLines
  }

  /// 将本条例中的“A”统一修改为“B”.
  private static func line(_ change: WordChange) -> String {
    "将全文中的\(DraftQuotation.words(change.old))统一修改为\(DraftQuotation.words(change.new))。"
  }

  /// Whether anything is replaced all over the text.
  var hasThroughout: Bool { !throughout.isEmpty }

  /// The plan without what changes words of single articles.
  var withoutWords: DraftPlan {
    var plan = self
    plan.changed = []
    plan.renumbered = []
    return plan
  }

  /// Changes that several articles share, as far as they hold for the whole text.
  mutating func findThroughout() {
    var breaker = WordBreaker(.word)
    var articles: [WordChange: Int] = [:]
    for pair in pairs {
      guard let i = pair.old, let j = pair.new, changed.contains(j) else { continue }
      let (before, after) = (old.articles[i].lines, new.articles[j].lines)
      guard before.count == after.count else { continue }
      var own: Set<WordChange> = []
      for (line, newLine) in zip(before, after) where line != newLine {
        own.formUnion(WordChange.changes(from: line, to: newLine, breaker: &breaker) ?? [])
      }
      // Words are looked up whatever their width: 10% in place of 10％ cannot be ordered for all.
      for change in own
      where !change.new.isEmpty && QuotedWords.fold(change.old) != QuotedWords.fold(change.new) {
        articles[change, default: 0] += 1
      }
    }
    let words = QuotedWords.fold(new.articles.map(\.words).joined(separator: "\n"))
    throughout = articles.filter { change, count in
      count >= 3 && !change.remains(in: words)
    }.map(\.key).sorted { $0.old < $1.old }
  }

  private func line(
    _ article: DraftArticle, _ i: Int, _ j: Int, _ breaker: inout WordBreaker
  ) -> String? {
    let target = new.articles[j]
    let isRenumbered = article.values != target.values
    guard changed.contains(j) else {
      return renumbered.contains(j) && isRenumbered
        ? ArticleFormulas.renumbering(from: article.values, to: target.values) + "。" : nil
    }
    // References that follow are in the text already when its words are changed.
    var before = article
    if j < followed.count { before = followed[j] }
    before.values = article.values
    return ArticleFormulas.sentence(
      from: before, to: target, becomes: isRenumbered ? target.values : nil,
      isWhole: whole.contains(j) || before.lines.count != article.lines.count, breaker: &breaker)
  }

  /// 增加一章，作为第五章：“…”, at its first article.
  private func newDivision(atArticle j: Int) -> String? {
    let chapters = NewDivision(new, newDivisions)
    guard let root = chapters.root(ofArticle: j), chapters.opens(root, atArticle: j) else {
      return nil
    }
    let address = address(ofNew: root)
    return "增加一\((address.unit ?? .chapter).word)，作为\(address.citation)："
      + DraftQuotation.lines(chapters.lines(of: root, fromArticle: j))
  }

  /// A new chapter under the name that what holds it has in the old text.
  private func address(ofNew division: Int) -> UnitAddress {
    let own = new.divisions[division]
    guard let outer = own.parent, let last = own.address.steps.last,
      let before = divisions.first(where: { $0.new == outer })?.old
    else { return own.address }
    return UnitAddress(.body, old.divisions[before].address.steps + [last])
  }

  /// The chapter that a new article goes into, unless the articles before and behind it, as far as they
  /// stay, tell by standing in that chapter both.
  private func chapter(of j: Int, at place: Int) -> String {
    let own = new.articles[j].division
    guard own >= 0, let home = divisions.first(where: { $0.new == own })?.old else { return "" }
    func stands(_ pair: SequenceAlignment.Pair?) -> Bool {
      pair?.old.map { old.articles[$0].division == home } ?? false
    }
    func stays(_ pair: SequenceAlignment.Pair) -> Bool { pair.old != nil && pair.new != nil }
    let isTold =
      stands(pairs[..<place].last(where: stays)) && stands(pairs[place...].first(where: stays))
    return isTold ? "" : old.divisions[home].address.citation
  }

  private var titleLines: [String] {
    guard let before = old.text.document.metadata.title,
      let after = new.text.document.metadata.title, before != after
    else { return [] }
    return ["将名称修改为\(DraftQuotation.words(after))。"]
  }

  /// Whether all articles of an old chapter are gone.
  func isGone(_ division: Int) -> Bool {
    pairs.allSatisfy { pair in
      guard let i = pair.old, pair.new != nil else { return true }
      return !holders(of: i).contains(division)
    }
  }

  /// Whether an article that goes is part of a chapter that goes whole.
  private func goesWithDivision(_ i: Int) -> Bool {
    holders(of: i).contains { own in
      divisions.contains { $0.old == own && $0.new == nil } && isGone(own)
    }
  }

  /// The divisions that an old article stands in, from the inside out.
  private func holders(of article: Int) -> [Int] {
    var result: [Int] = []
    var next: Int? = old.articles[article].division
    while let place = next, place >= 0 {
      result.append(place)
      next = old.divisions[place].parent
    }
    return result
  }

  private var attachmentLines: [String] {
    let (before, after) = (old.attachments, new.attachments)
    return before.keys.sorted().compactMap { number in
      guard let old = before[number] else { return nil }
      let name = UnitAddress(.attachment(number == 0 ? nil : number)).citation
      guard let new = after[number] else { return "删去\(name)。" }
      guard old != new, !new.isEmpty else { return nil }
      return "将\(name)修改为：\(DraftQuotation.lines(new))"
    }
  }

  // MARK: The decision

  /// 修订: the whole new text in the place of the old, for what no single changes lead to.
  var revision: String {
    let lines = titleLines + ["将全文修订为：\(DraftQuotation.lines(new.bodyLines))"]
    return decision(lines, verb: "修订", follows: false)
  }

  /// The lines as a decision.
  func decision(_ lines: [String]) -> String {
    let follows =
      pairs.contains { pair in
        guard let i = pair.old, let j = pair.new else { return false }
        return old.articles[i].values != new.articles[j].values
      }
      || divisions.contains { pair in
        guard let i = pair.old, let j = pair.new else { return false }
        return old.divisions[i].address != new.divisions[j].address
      }
    return decision(lines, verb: "修改", follows: follows)
  }

  private func decision(_ lines: [String], verb: String, follows: Bool) -> String {
    let title = old.text.document.metadata.title ?? "原文"
    var result = ["关于\(verb)《\(title)》的决定", "决定对《\(title)》作如下\(verb)："]
    for (index, line) in lines.enumerated() {
      result.append("\(ChineseNumeral.words(for: index + 1))、\(line)")
    }
    result.append("本决定自公布之日起施行。")
    result.append(
      "《\(title)》根据本决定作相应\(verb)\(follows ? "并对条文顺序作相应调整" : "")，重新公布。")
    return result.joined(separator: "\n") + "\n"
  }
}
