extension TreeBuilder {
  /// An article with one paragraph has no paragraph nodes: the words and items are its own.
  ///
  /// A preamble with several has them all.
  mutating func settle(_ index: Int) {
    var pending = [index]
    while let next = pending.popLast() {
      switch drafts[next].level {
      case .article: settleArticle(next)
      case .preamble where !drafts[next].children.isEmpty:
        let text = drafts[next].text
        drafts.append(Draft(level: .paragraph, start: text.lowerBound, text: text, rank: 98))
        drafts[next].children.insert(drafts.count - 1, at: 0)
        drafts[next].text = text.lowerBound..<text.lowerBound
      default: break
      }
      pending.append(contentsOf: drafts[next].children)
    }
  }

  private mutating func settleArticle(_ index: Int) {
    let paragraphs = drafts[index].children.filter { drafts[$0].level == .paragraph }
    guard paragraphs.count == 1, let only = paragraphs.first else {
      // An opening paragraph without words and lists is none.
      drafts[index].children = drafts[index].children.filter {
        !(drafts[$0].isOpening && drafts[$0].text.isEmpty && drafts[$0].children.isEmpty)
      }
      return
    }
    drafts[index].text = drafts[only].text
    drafts[index].tail = drafts[only].tail
    var children: [Int] = []
    for child in drafts[index].children {
      if child == only { children += drafts[only].children } else { children.append(child) }
    }
    drafts[index].children = children
  }
}
