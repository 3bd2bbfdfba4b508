import PolicyExtraction
import PolicyStructure
import PolicyText

/// 条文内容: an article as a draft compares it: its paragraphs with their lists.
struct DraftArticle: Equatable {
  /// An item with what stands below it.
  struct Item: Equatable {
    /// Its number's value.
    var value: Int
    /// Its number as it is written.
    var number: String
    /// Its lines, the first without its number.
    var lines: [String]
  }

  /// A paragraph.
  struct Paragraph: Equatable {
    /// Its words before its list.
    var lead: String
    /// Its list.
    var items: [Item]
    /// Words that close the list.
    var tail: String?

    /// All its lines.
    var lines: [String] {
      [lead] + items.flatMap { [$0.number + ($0.lines.first ?? "")] + $0.lines.dropFirst() }
        + (tail.map { [$0] } ?? [])
    }
  }

  /// Its number's values.
  var values: [Int]
  /// The chapter or section that it stands in, by its place among them; -1 outside of any.
  var division: Int
  /// Whether it is a numbered heading of a text without articles.
  var isHeading: Bool
  /// Its paragraphs.
  var paragraphs: [Paragraph]

  /// All its lines, the first without the number of the article.
  var lines: [String] { paragraphs.flatMap(\.lines) }
  /// All its words.
  var words: String { lines.joined() }
}

/// 编章节: a title above articles.
struct DraftDivision: Equatable {
  /// Its address: 第二章第一节.
  var address: UnitAddress
  /// Its title.
  var title: String
  /// Its number and title.
  var line: String
  /// The division that it stands in, by its place among them.
  var parent: Int?
}

/// A text as a draft compares it.
struct DraftText {
  let text: AmendableText
  private(set) var articles: [DraftArticle] = []
  private(set) var divisions: [DraftDivision] = []

  init(_ text: AmendableText) {
    self.text = text
    var placeOfNode: [Int: Int] = [:]
    for index in text.nodes.indices {
      guard let unit = text.unit(of: index), unit.unit < .article, unit.unit != .division,
        !text.isInAnnex(index)
      else { continue }
      placeOfNode[index] = divisions.count
      var outer = text.nodes[index].parent
      while let node = outer, placeOfNode[node] == nil { outer = text.nodes[node].parent }
      var division = division(of: unit)
      division.parent = outer.flatMap { placeOfNode[$0] }
      divisions.append(division)
    }
    let units =
      text.hasArticles ? text.articleNodes.compactMap(text.unit) : text.mainHeadings
    for unit in units {
      var parent = text.nodes[unit.node].parent
      while let node = parent, placeOfNode[node] == nil { parent = text.nodes[node].parent }
      articles.append(
        DraftArticle(
          values: unit.values, division: parent.flatMap { placeOfNode[$0] } ?? -1,
          isHeading: !text.hasArticles, paragraphs: paragraphs(of: unit)))
    }
  }

  /// The words of the body, without white space: what two texts are compared by at the end.
  var body: [Unicode.Scalar] {
    text.reading.scalars[text.body].filter { $0 != " " }
  }

  private func division(of unit: AmendableText.Unit) -> DraftDivision {
    var steps = [UnitStep(unit.unit, unit.values)]
    var parent = text.nodes[unit.node].parent
    while let node = parent {
      if let outer = text.unit(of: node), outer.unit < .article {
        steps.insert(UnitStep(outer.unit, outer.values), at: 0)
      }
      parent = text.nodes[node].parent
    }
    let node = text.nodes[unit.node]
    let title = text.wholeTitle(of: unit.node)
    let end = title?.upperBound ?? node.number?.range.upperBound ?? node.range.lowerBound
    return DraftDivision(
      address: UnitAddress(.body, steps),
      title: title.map { text.reading.compactWords(of: $0) } ?? "",
      line: text.reading.words(of: node.range.lowerBound..<end))
  }

  private func paragraphs(of unit: AmendableText.Unit) -> [DraftArticle.Paragraph] {
    if text.nodes[unit.node].level == .heading {
      return lines(below: unit.node).map { DraftArticle.Paragraph(lead: $0, items: [], tail: nil) }
    }
    let start =
      text.nodes[unit.node].number?.range.upperBound ?? text.nodes[unit.node].range.lowerBound
    return text.paragraphs(of: unit.node).enumerated().map { place, paragraph in
      let node = text.nodes[paragraph.node]
      let items = text.items(of: paragraph.node)
      let range = text.readingRange(of: paragraph.range)
      let first =
        items.first.map { text.nodes[$0.node].range.lowerBound } ?? node.tail?.lowerBound
        ?? range.upperBound
      // A title of the article is part of its words: 【适用范围】　….
      let from = place == 0 ? start : range.lowerBound
      return DraftArticle.Paragraph(
        lead: text.reading.words(of: from..<max(from, first)), items: items.map(item),
        tail: node.tail.map { text.reading.words(of: $0) })
    }
  }

  private func item(_ unit: AmendableText.Unit) -> DraftArticle.Item {
    let number = text.nodes[unit.node].number?.range
    var lines = lines(below: unit.node)
    let words = number.map { text.reading.words(of: $0) } ?? ""
    if let first = lines.first, first.hasPrefix(words) {
      lines[0] = String(first.dropFirst(words.count))
    }
    return DraftArticle.Item(value: unit.values.first ?? 0, number: words, lines: lines)
  }

  /// The lines of a node and all below it, with their numbers; of a heading without its own.
  private func lines(below index: Int) -> [String] {
    let node = text.nodes[index]
    var cuts: [Int] = []
    for child in index..<node.subtreeEnd {
      let start =
        child == index && node.level == .heading
        ? node.number?.range.upperBound ?? node.range.lowerBound
        : text.nodes[child].range.lowerBound
      cuts.append(start)
      // Words behind a title on the line of the number are a line of their own in official documents.
      if let heading = text.nodes[child].heading, !text.nodes[child].text.isEmpty,
        LineEnds.breaks(before: text.nodes[child].text.lowerBound, in: text.reading),
        heading.upperBound <= text.nodes[child].text.lowerBound
      {
        cuts.append(text.nodes[child].text.lowerBound)
      }
      if let tail = text.nodes[child].tail { cuts.append(tail.lowerBound) }
    }
    cuts = Array(Set(cuts)).sorted()
    return zip(cuts, cuts.dropFirst() + [node.range.upperBound]).map {
      text.reading.words(of: $0..<max($0, $1))
    }.filter { !$0.isEmpty }
  }
}
