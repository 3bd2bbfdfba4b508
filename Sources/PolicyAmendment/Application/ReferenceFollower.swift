import PolicyExtraction
import PolicyLexicons
import PolicyLinking
import PolicyStructure
import PolicyText

/// 引用随动: references within the text that follow the new numbers: 本条例第十条 → 第十一条.
///
/// Only references that lead to a unit of the text are touched; one to a unit that is gone stays as it is.
///
/// Source: 对条文顺序作相应调整 in amending decisions: what cites a number cites it anew.
package struct ReferenceFollower: Sendable {
  private let lexicons: Lexicons
  private let matcher: TermMatcher
  private let definitions: DefinitionExtractor
  private let references: ReferenceExtractor
  private let resolver: ReferenceResolver
  private let unitFalseFriends: WordList

  /// - Throws: ``LexiconError`` with the first line at fault.
  init(lexicons: Lexicons) throws(LexiconError) {
    self.lexicons = lexicons
    matcher = TermMatcher(lexicons)
    definitions = try DefinitionExtractor(lexicons: lexicons)
    references = try ReferenceExtractor(lexicons: lexicons)
    resolver = ReferenceResolver(lexicons: lexicons)
    unitFalseFriends = WordList(lexicons[.unitFalseFriends])
  }

  /// Lets the references of a text follow.
  func follow(_ numbers: NumberChanges, in text: AmendableText, edits: inout EditList) {
    let context = ExtractionContext(
      reading: text.reading, document: text.document, lexicons: lexicons, matcher: matcher)
    let defined = definitions.extract(in: context)
    let resolution = resolver.resolve(
      references.extract(in: context, definitions: defined), definitions: defined,
      in: text.reading, document: text.document)
    var current: CitedUnit?
    for reference in resolution.references where reference.status == .resolved {
      var walk = CitationWalk(text: text, numbers: numbers, node: reference.node, unit: current)
      walk.walk(reference.range)
      for change in walk.changes {
        edits.replaceFollowing(text.offsets(change.range), with: change.words.unicodeScalars)
      }
      // 第三条第一款、第二款: the second is a reference of its own and has its article from the first.
      current = walk.isListed(after: reference.range.upperBound) ? walk.unit : nil
    }
  }
}

/// The unit that a citation has come to.
private struct CitedUnit {
  var article: Int?
  var paragraph: Int?
}

/// Reads the numbers of one citation and says which change.
private struct CitationWalk {
  struct Change {
    var range: Range<Int>
    var words: String
  }

  let text: AmendableText
  let numbers: NumberChanges
  let node: Int
  var unit: CitedUnit?
  private(set) var changes: [Change] = []

  init(text: AmendableText, numbers: NumberChanges, node: Int, unit: CitedUnit?) {
    self.text = text
    self.numbers = numbers
    self.node = node
    self.unit = unit
  }

  private var scalars: [Unicode.Scalar] { text.reading.scalars }

  func isListed(after offset: Int) -> Bool {
    offset < scalars.count && "、和或及与至".unicodeScalars.contains(scalars[offset])
  }

  mutating func walk(_ range: Range<Int>) {
    var waiting: [(range: Range<Int>, value: Int)] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      if let number = ChineseNumeral.integer(in: scalars, from: offset, to: range.upperBound) {
        waiting.append((offset..<number.end, number.value))
        offset = number.end
        continue
      }
      let kind: ReferenceUnit? =
        switch scalars[offset] {
        case "条": .article
        case "款": .paragraph
        case "项": .item
        case "章": .chapter
        case "节": .section
        default: nil
        }
      offset += 1
      guard let kind, !waiting.isEmpty else { continue }
      var inserted: (value: Int, end: Int)?
      if kind == .article, offset + 1 < range.upperBound, scalars[offset] == "之" {
        inserted = ChineseNumeral.integer(in: scalars, from: offset + 1, to: range.upperBound)
      }
      for (index, number) in waiting.enumerated() {
        let tail = index == waiting.count - 1 ? inserted : nil
        take(number.range, [number.value] + (tail.map { [$0.value] } ?? []), kind, tail?.end)
      }
      if let inserted { offset = inserted.end }
      waiting = []
    }
  }

  private mutating func take(
    _ range: Range<Int>, _ values: [Int], _ kind: ReferenceUnit, _ insertedEnd: Int?
  ) {
    switch kind {
    case .article:
      if case .became(let new)? = numbers.articles[values] {
        let tail = new.dropFirst().map { "之" + ChineseNumeral.words(for: $0) }.joined()
        if values.count > 1 || new.count > 1 {
          let end = insertedEnd ?? range.upperBound + 1
          changes.append(
            Change(range: range.lowerBound..<end, words: spelled(new[0], like: range) + "条" + tail))
        } else {
          changes.append(Change(range: range, words: spelled(new[0], like: range)))
        }
      }
      let found = text.unit(at: UnitAddress(.body, [UnitStep(.article, values)]))
      if case .success(let article) = found { unit = CitedUnit(article: article.node) }
    case .paragraph:
      guard let article = unit?.article ?? enclosing(.article) else { return }
      if case .became(let new)? = numbers.paragraphs[article]?[values[0]] {
        changes.append(Change(range: range, words: spelled(new[0], like: range)))
      }
      let paragraphs = text.paragraphs(of: article)
      unit = CitedUnit(
        article: article,
        paragraph: values[0] <= paragraphs.count && values[0] > 0
          ? paragraphs[values[0] - 1].node : nil)
    case .item:
      guard let holder = itemHolder else { return }
      if case .became(let new)? = numbers.items[holder]?[values] {
        changes.append(Change(range: range, words: spelled(new[0], like: range)))
      }
    case .chapter, .section:
      let address = UnitAddress(.body, [UnitStep(kind, values)])
      guard case .success(let division) = text.unit(at: address),
        case .became(let new)? = numbers.divisions[division.node]
      else { return }
      changes.append(Change(range: range, words: spelled(new[0], like: range)))
    default: break
    }
  }

  /// The node whose items are meant.
  private var itemHolder: Int? {
    if let paragraph = unit?.paragraph { return paragraph }
    if let article = unit?.article ?? enclosing(.article) {
      let holders = numbers.items.keys.filter { holder in
        holder == article || text.nodes[holder].parent == article
      }
      if unit?.article == nil, let paragraph = enclosing(.paragraph), holders.contains(paragraph) {
        return paragraph
      }
      return holders.count == 1 ? holders.first : nil
    }
    return nil
  }

  private func enclosing(_ level: NodeLevel) -> Int? {
    var current: Int? = node
    while let index = current {
      if text.nodes[index].level == level { return index }
      current = text.nodes[index].parent
    }
    return nil
  }

  private func spelled(_ value: Int, like range: Range<Int>) -> String {
    let first = scalars[range.lowerBound].value
    return first >= 0x30 && first <= 0x39 ? String(value) : ChineseNumeral.words(for: value)
  }
}
