import PolicyStructure
import PolicyText

extension DraftText {
  /// All but the title block, a paragraph a line, with numbers and titles: what 全文修订 quotes.
  var bodyLines: [String] {
    let body = text.body
    let ends = LineEnds(text.reading)
    var cuts: Set<Int> = [body.lowerBound]
    for node in text.nodes where node.range.lowerBound >= body.lowerBound {
      // The first paragraph of an article stands on the line of its number.
      let isOpening =
        node.parent.map { text.nodes[$0].number?.range.upperBound == node.range.lowerBound }
        ?? false
      if !isOpening { cuts.insert(node.range.lowerBound) }
      if let tail = node.tail { cuts.insert(tail.lowerBound) }
    }
    for offset in body where offset > body.lowerBound && ends.endsParagraph(before: offset) {
      cuts.insert(offset)
    }
    let starts = cuts.filter { $0 < body.upperBound }.sorted()
    return zip(starts, starts.dropFirst() + [body.upperBound]).map {
      ArticleFormulas.trimmed(text.reading.words(of: $0..<$1))
    }.filter { !$0.isEmpty }
  }
}
