import PolicyStructure

/// 新增章节: the lines of a chapter or section that a new text has and the old one has not.
///
/// A new chapter brings its sections, and both bring all their articles.
struct NewDivision {
  private let new: DraftText
  /// The new divisions, by their place in the new text.
  private let all: Set<Int>

  init(_ new: DraftText, _ all: Set<Int>) {
    self.new = new
    self.all = all
  }

  /// The outermost new division that an article stands in.
  func root(ofArticle index: Int) -> Int? {
    var root: Int?
    var division: Int? = new.articles[index].division
    while let place = division, place >= 0 {
      if all.contains(place) { root = place }
      division = new.divisions[place].parent
    }
    return root
  }

  /// Whether an article is the first of a new division, and so brings all of it.
  func opens(_ root: Int, atArticle index: Int) -> Bool {
    index == 0 || self.root(ofArticle: index - 1) != root
  }

  /// The titles and articles of a new division, from its first article on.
  func lines(of root: Int, fromArticle index: Int) -> [String] {
    var lines: [String] = []
    var titled: Set<Int> = []
    for place in index..<new.articles.count {
      guard self.root(ofArticle: place) == root else { break }
      let article = new.articles[place]
      for title in titles(from: root, to: article.division) where titled.insert(title).inserted {
        lines.append(new.divisions[title].line)
      }
      var own = article.lines
      let number = ArticleFormulas.citation(article.values)
      if own.isEmpty { own = [""] }
      own[0] = number + "　" + ArticleFormulas.trimmed(own[0])
      lines += own
    }
    return lines.map(ArticleFormulas.trimmed)
  }

  /// The divisions from an outer one down to an inner one.
  private func titles(from root: Int, to division: Int) -> [Int] {
    var titles: [Int] = []
    var next: Int? = division
    while let place = next, place >= root {
      titles.append(place)
      next = new.divisions[place].parent
    }
    return titles.reversed()
  }
}
