import PolicyExtraction
import PolicyStructure

extension UnitFinder {
  /// 本条, 本款: the unit around a mention.
  func enclosing(_ unit: ReferenceUnit, at mention: ReferenceMention) -> Int? {
    let node = mention.node
    switch unit {
    case .article:
      return index.enclosing(node, .article) ?? outermostHeading(of: node)
    case .paragraph:
      return index.enclosing(node, .paragraph, .article) ?? index.enclosing(node, .heading)
    case .item: return index.enclosing(node, .item) ?? index.enclosing(node, .heading)
    case .subitem: return index.enclosing(node, .subitem)
    default: return index.enclosing(node, unit.level)
    }
  }

  private func outermostHeading(of node: Int) -> Int? {
    var current: Int? = node
    var heading: Int?
    while let index = current {
      if document.nodes[index].level == .heading { heading = index }
      current = document.nodes[index].parent
    }
    return heading
  }

  /// 前款, 前两条, 前各项: so many units before the one around a mention; 0 for all of them.
  ///
  /// 前款 is the paragraph before, within the article. Words that close a list count as a paragraph of
  /// their own, so that their 前款 is the one that they close; so does a later sentence of an
  /// article's only paragraph.
  func previous(
    _ unit: ReferenceUnit, count: Int, at mention: ReferenceMention, isLaterSentence: Bool
  ) -> [Int] {
    let nodes = document.nodes
    switch unit {
    case .article:
      guard let article = index.enclosing(mention.node, .article) else {
        guard let heading = outermostHeading(of: mention.node) else { return [] }
        return before(heading, count: count)
      }
      return before(article, count: count)
    case .paragraph:
      guard let paragraph = index.enclosing(mention.node, .paragraph) else {
        guard let article = index.enclosing(mention.node, .article) else {
          return index.enclosing(mention.node, .heading).map { before($0, count: count) } ?? []
        }
        // So do the words that run on after the last item of its list.
        let isOwn = mention.isInTail || isLaterSentence
        return count <= 1 && isOwn ? [article] : []
      }
      if mention.isInTail { return [paragraph] }
      let found = before(paragraph, count: count)
      if !found.isEmpty { return found }
      // Under a heading the words of the heading itself come before its paragraphs.
      guard count == 1, let parent = nodes[paragraph].parent, nodes[parent].level == .heading,
        !nodes[parent].text.isEmpty
      else { return [] }
      return [parent]
    case .item:
      if let item = index.enclosing(mention.node, .item), !mention.isInTail {
        return before(item, count: count)
      }
      return lastItems(count: count, at: mention)
    default: return []
    }
  }

  /// The units beside a unit and before it.
  private func before(_ node: Int, count: Int) -> [Int] {
    let row = index.row(of: node)
    let place = index.place(of: node)
    guard place > 0, place < row.count else { return [] }
    if count == 0 { return Array(row[..<place]) }
    return count <= place ? Array(row[place - count..<place]) : []
  }

  /// Of words after a list, the first items of it (前三项), or its last one (前项).
  private func lastItems(count: Int, at mention: ReferenceMention) -> [Int] {
    guard let base = index.enclosing(mention.node, .paragraph, .article) else { return [] }
    var items = index.children(of: base, .item)
    if items.isEmpty, document.nodes[base].level == .paragraph, index.place(of: base) > 0 {
      items = index.children(of: index.row(of: base)[index.place(of: base) - 1], .item)
    }
    if count == 0 { return items }
    guard count <= items.count else { return [] }
    return count == 1 ? items.suffix(1) : Array(items.prefix(count))
  }
}
