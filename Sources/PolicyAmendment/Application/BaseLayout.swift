import PolicyStructure
import PolicyText

/// 版式: what the source puts between its units, so that new ones stand as the old ones do.
struct BaseLayout {
  /// What stands before units of a level: line breaks, indents, Markdown marks.
  private var gaps: [NodeLevel: [Unicode.Scalar]] = [:]
  /// What stands between the number of a unit of a level and its words.
  private var separators: [NodeLevel: [Unicode.Scalar]] = [:]
  /// Numbers as they are written, one a level.
  private(set) var numbers: [NodeLevel: [Unicode.Scalar]] = [:]

  init(reading: ReadingText, nodes: [Node]) {
    var gapCounts: [NodeLevel: [[Unicode.Scalar]: Int]] = [:]
    var separatorCounts: [NodeLevel: [[Unicode.Scalar]: Int]] = [:]
    for node in nodes {
      let level = node.level
      // The first paragraph of an article stands behind the number of the article.
      let isOpening =
        level == .paragraph
        && node.parent.map { nodes[$0].number?.range.upperBound == node.range.lowerBound } ?? false
      if !isOpening, node.range.lowerBound > 0, node.range.lowerBound < reading.count {
        gapCounts[level, default: [:]][
          Self.gap(before: node.range.lowerBound, in: reading), default: 0] += 1
      }
      guard let number = node.number, number.range.upperBound < node.range.upperBound else {
        continue
      }
      // 第五条【适用范围】: what stands before the title parts no number from words.
      if numbers[level] == nil {
        let span = reading.span(of: number.range)
        numbers[level] = Array(reading.source.scalars[span.start..<span.end])
      }
      if level == .article, let heading = node.heading, heading.lowerBound > number.range.upperBound
      {
        continue
      }
      let separator = Self.gap(before: number.range.upperBound, in: reading)
      separatorCounts[level, default: [:]][separator, default: 0] += 1
    }
    for (level, counts) in gapCounts { gaps[level] = Self.mostFrequent(counts) }
    for (level, counts) in separatorCounts { separators[level] = Self.mostFrequent(counts) }
  }

  /// What stands in the source between a scalar of the reading text and the one before it.
  private static func gap(before offset: Int, in reading: ReadingText) -> [Unicode.Scalar] {
    guard offset > 0 else { return [] }
    return Array(
      reading.source.scalars[Int(reading.origins[offset - 1]) + 1..<Int(reading.origins[offset])])
  }

  private static func mostFrequent(_ counts: [[Unicode.Scalar]: Int]) -> [Unicode.Scalar]? {
    counts.max { one, other in
      if one.value != other.value { return one.value < other.value }
      // Of equals the shorter: page furniture makes the others long.
      return (other.key.count, String(String.UnicodeScalarView(other.key)))
        < (one.key.count, String(String.UnicodeScalarView(one.key)))
    }?.key
  }

  /// What stands before a unit of a level; where the text has none, what stands before the next like it.
  func gap(_ level: NodeLevel) -> [Unicode.Scalar] {
    let order: [NodeLevel] =
      switch level {
      case .item, .subitem: [level, .item, .subitem, .paragraph, .article, .heading]
      case .paragraph: [.paragraph, .article, .item, .heading]
      case .chapter, .section, .part, .subpart: [level, .chapter, .section, .part, .article]
      default: [level, .article, .heading, .paragraph]
      }
    for candidate in order { if let gap = gaps[candidate] { return gap } }
    return ["\n"]
  }

  /// What stands between a number and the words after it.
  func separator(_ level: NodeLevel) -> [Unicode.Scalar] {
    if let separator = separators[level] { return separator }
    switch level {
    case .item, .subitem, .heading: return []
    default: return ["\u{3000}"]
    }
  }
}
