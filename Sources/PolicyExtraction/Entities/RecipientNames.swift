import PolicyLexicons
import PolicyStructure
import PolicyText

/// 主送机关: whom a notice is addressed to are subjects, each member of the list as a whole, whatever its
/// form: 各民营医院, 市直各医疗卫生单位, 县安委会成员单位, 澄湖新区管委会.
///
/// Source: GB/T 9704—2012, 7.3.2: organs by their full names, their standard short names or the common
/// name of organs of one kind.
struct RecipientNames {
  private let context: ExtractionContext
  private let vocabulary: EntityVocabulary
  private var parser: NameParser

  init(context: ExtractionContext, vocabulary: EntityVocabulary, isHouse: Bool) {
    self.context = context
    self.vocabulary = vocabulary
    parser = NameParser(
      vocabulary: vocabulary, scalars: context.reading.scalars, hits: context.nameHits, limit: 0)
    parser.isHouse = isHouse
  }

  /// The members of the list that the rules of names do not read as they stand, in the order of the text.
  mutating func names() -> [ParsedName] {
    let recipients = context.document.metadata.recipients.map { Array($0.unicodeScalars) }
    guard let list = Self.list(of: context) else { return [] }
    var names: [ParsedName] = []
    var position = list.lowerBound
    for recipient in recipients {
      guard let start = place(of: recipient, from: position, to: list.upperBound) else {
        continue
      }
      position = start + recipient.count
      if let name = name(of: start..<position) { names.append(name) }
    }
    return names
  }

  /// Where the list stands, up to its colon; `nil` for a document that addresses nobody.
  static func list(of context: ExtractionContext) -> Range<Int>? {
    let scalars = context.reading.scalars
    guard let first = context.document.metadata.recipients.first.map({ Array($0.unicodeScalars) }),
      let block = context.blocks.prefix(8).first(where: {
        $0.range.count > first.count
          && scalars[$0.range.prefix(first.count)].elementsEqual(first)
      })
    else { return nil }
    return block.range
      .lowerBound..<(scalars.offset(of: "：", in: block.range) ?? block.range.upperBound)
  }

  /// Where a member stands: right behind the mark after the one before it.
  private func place(of words: [Unicode.Scalar], from start: Int, to limit: Int) -> Int? {
    var offset = start
    while offset + words.count <= limit {
      if parser.scalars[offset..<offset + words.count].elementsEqual(words) { return offset }
      offset += 1
    }
    return nil
  }

  /// A member as a name; `nil` if the rules of names read all of it, or if it joins several.
  private mutating func name(of range: Range<Int>) -> ParsedName? {
    parser.limit = range.upperBound
    let index = context.firstNameHit(from: range.lowerBound)
    if let name = parser.name(at: range.lowerBound, from: index),
      max(name.range.upperBound, parser.members.last?.range.upperBound ?? 0) == range.upperBound
    {
      return nil
    }
    guard 2...24 ~= range.count,
      range.allSatisfy({
        parser.connectiveCount(at: $0) == 0 && (parser.isHan(parser.scalars[$0]) || isBracket($0))
      }),
      range.contains(where: { parser.isHan(parser.scalars[$0]) })
    else { return nil }
    return placedName(of: range) ?? freeName(of: range, from: index)
  }

  private func isBracket(_ offset: Int) -> Bool {
    parser.scalars[offset] == "（" || parser.scalars[offset] == "）"
  }

  /// 清禾市人民政府, 澄湖新区管委会: the name of an organ behind that of a place which no list has.
  private mutating func placedName(of range: Range<Int>) -> ParsedName? {
    let first = context.firstNameHit(from: range.lowerBound)
    guard parser.longest(.ranks, at: range.lowerBound, from: first) == nil else { return nil }
    for start in range.dropFirst(2).prefix(6) {
      guard var name = parser.name(at: start, from: first),
        name.range.upperBound == range.upperBound,
        name.kind != .person, parser.members.isEmpty
      else { continue }
      let holdsRank = name.prefix.range.count == 1
      guard holdsRank || name.prefix.range.isEmpty, name.prefix.region < 0 else { return nil }
      let place = range.lowerBound..<(holdsRank ? start + 1 : start)
      guard vocabulary.regionLevels[parser.scalars[place.upperBound - 1]] != nil else { return nil }
      name.range = range
      name.prefix.range = place
      name.prefix.placeRange = place
      name.prefix.form = nil
      name.generic = false
      return name
    }
    return nil
  }

  /// 各民营医院: what it is by its last word.
  private mutating func freeName(of range: Range<Int>, from index: Int) -> ParsedName? {
    guard
      let ending = vocabulary.partyEndings.longest(
        in: parser.scalars, endingAt: range.upperBound, from: range.lowerBound)
    else { return nil }
    let prefix = parser.prefix(at: range.lowerBound, from: index)
    return ParsedName(
      range: range, prefix: ParsedName.Prefix(at: range.lowerBound), core: .party, coreRange: range,
      tail: range.upperBound..<range.upperBound, kind: kind(of: range, ending: ending.row),
      level: prefix.level, generic: true)
  }

  private mutating func kind(of range: Range<Int>, ending: Int) -> Entity.Kind {
    // 县安委会成员单位 are departments, since a body of government has them.
    let first = context.firstNameHit(from: range.lowerBound)
    if parser.name(at: range.lowerBound, from: first) != nil {
      return vocabulary.partyKinds[ending]
    }
    for count in [4, 3, 2] where count < range.count {
      let word = String(parser.scalars, in: range.upperBound - count..<range.upperBound)
      guard let row = vocabulary.categoryRows[word] else { continue }
      // 有关单位 are departments, 医疗卫生单位 and 民营医院 kinds of bodies.
      if vocabulary.words.ends(word, in: .rest),
        vocabulary.modifiers.countEnding(
          before: range.upperBound - count, in: parser.scalars, from: range.lowerBound) > 0
      {
        break
      }
      return vocabulary.categories[row].kind
    }
    return parser.isHouse ? .unit : vocabulary.partyKinds[ending]
  }
}
