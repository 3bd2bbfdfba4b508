import PolicyLexicons
import PolicyStructure
import PolicyText

/// 简称 of bodies: after 云溪市防汛抗旱指挥部（以下简称市防指）, 市防指 is a name of that body.
///
/// The name counts from the place where it is defined; the defining words are its first mention.
/// Aliases of documents (以下简称《条例》) and of things are left to others.
struct AliasMentions {
  /// A name and the body that it stands for.
  private struct Alias {
    let words: [Unicode.Scalar]
    let term: Range<Int>
    /// The name that it shortens, as it was found.
    let full: ParsedName
    /// Whether it names a kind or several bodies at once (以下统称口岸查验机构): they are spelled as it is.
    let isCollective: Bool
  }

  private let aliases: [Alias]
  /// Names in front of an alias that no rule has read: 二次供水管理单位（以下简称管理单位）.
  private let fullNames: [EntityScanner.Found]
  private let offices: WordList
  private let names: WordList

  /// `found`: the names of the document, in the order of the text.
  init(
    _ definitions: [Definition], found: [EntityScanner.Found], vocabulary: EntityVocabulary,
    scalars: [Unicode.Scalar]
  ) {
    offices = vocabulary.offices
    var aliases: [Alias] = []
    var fullNames: [EntityScanner.Found] = []
    for definition in definitions
    where definition.kind == .alias && scalars[definition.meaning.lowerBound] != "《"
      && definition.term.count >= 2 && definition.term.count <= 20
    {
      // The name right before the brackets, or one that the alias shortens within the words.
      let full = found.last { name in
        name.name.range.upperBound <= definition.term.lowerBound
          && name.name.range.upperBound >= definition.meaning.upperBound - 1
          && name.name.range.upperBound > definition.meaning.lowerBound
      }
      if full == nil,
        let name = Self.category(in: definition, vocabulary: vocabulary, scalars: scalars)
      {
        fullNames.append(EntityScanner.Found(name: name, node: definition.node))
        aliases.append(
          Alias(
            words: Array(scalars[definition.term]), term: definition.term, full: name,
            isCollective: false))
        continue
      }
      guard let full, full.name.kind != .person else { continue }
      aliases.append(
        Alias(
          words: Array(scalars[definition.term]), term: definition.term, full: full.name,
          isCollective: full.name.generic || full.name.kind == .category
            || vocabulary.words.holds(
              String(
                scalars, in: definition.meaning.lowerBound..<definition.term.lowerBound),
              .collective)
        ))
    }
    self.aliases = aliases
    self.fullNames = fullNames
    names = WordList(aliases.map { String(String.UnicodeScalarView($0.words)) })
  }

  /// The names found with the full names in front of aliases; these take the place of what they overlap.
  private func withFullNames(_ found: [EntityScanner.Found]) -> [EntityScanner.Found] {
    guard !fullNames.isEmpty else { return found }
    var result: [EntityScanner.Found] = []
    result.reserveCapacity(found.count + fullNames.count)
    var next = 0
    for full in fullNames.sorted(by: { $0.name.range.lowerBound < $1.name.range.lowerBound }) {
      let range = full.name.range
      while next < found.count, found[next].name.range.lowerBound < range.upperBound {
        if found[next].name.range.upperBound <= range.lowerBound { result.append(found[next]) }
        next += 1
      }
      result.append(full)
    }
    return result + found[next...]
  }

  /// The category that an alias shortens, by its last word: it and the alias end alike.
  private static func category(
    in definition: Definition, vocabulary: EntityVocabulary, scalars: [Unicode.Scalar]
  ) -> ParsedName? {
    let words = definition.meaning
    guard 4...20 ~= words.count, words.upperBound <= definition.term.lowerBound,
      words.allSatisfy({ (0x4E00...0x9FFF).contains(scalars[$0].value) }),
      definition.term.count < words.count
    else { return nil }
    for count in [4, 3, 2] where count < words.count && count <= definition.term.count {
      let end = words.upperBound - count..<words.upperBound
      guard let row = vocabulary.categoryRows[String(scalars, in: end)],
        vocabulary.categories[row].kind == .category,
        scalars[definition.term.upperBound - count..<definition.term.upperBound]
          .elementsEqual(scalars[end])
      else { continue }
      return ParsedName(
        range: words, prefix: ParsedName.Prefix(at: words.lowerBound), core: .category(row),
        coreRange: words, tail: words.upperBound..<words.upperBound, kind: .category, level: nil,
        generic: true)
    }
    return nil
  }

  /// The names found with those that aliases give, in the order of the text.
  ///
  /// 市防指办公室 is the office of that body; another longer name that holds an alias stays as it is.
  func joined(
    to found: [EntityScanner.Found], blocks: [TextBlock], scalars: [Unicode.Scalar]
  ) -> [EntityScanner.Found] {
    guard let first = aliases.map(\.term.lowerBound).min() else { return found }
    let found = withFullNames(found)
    var result: [EntityScanner.Found] = []
    result.reserveCapacity(found.count)
    var next = 0
    // A title may have the name that the text under it defines.
    for block in blocks where block.range.upperBound > first || block.role == .heading {
      let isTitle = block.role == .heading
      var offset = isTitle ? block.range.lowerBound : max(block.range.lowerBound, first)
      while offset < block.range.upperBound {
        while next < found.count, found[next].name.range.upperBound <= offset {
          result.append(found[next])
          next += 1
        }
        guard let match = names.longest(in: scalars, from: offset, to: block.range.upperBound),
          isTitle || offset >= aliases[match.row].term.lowerBound
        else {
          offset += 1
          continue
        }
        var end = match.range.upperBound
        if next < found.count, found[next].name.range.overlaps(match.range) {
          let other = found[next].name.range
          if other.lowerBound == offset, other.upperBound > end,
            found[next].name.hasPost && found[next].name.tail.lowerBound == end
              || offices.longest(in: scalars, from: end, to: other.upperBound)?.range.upperBound
                == other.upperBound
          {
            var name = name(of: aliases[match.row], at: other)
            name.aliasTail = end..<other.upperBound
            name.kind = found[next].name.hasPost ? .person : .unit
            result.append(EntityScanner.Found(name: name, node: block.node))
            next += 1
            offset = other.upperBound
            continue
          }
          guard other.lowerBound >= offset, other.upperBound <= end else {
            offset = max(offset + 1, other.upperBound)
            end = offset
            continue
          }
          while next < found.count, found[next].name.range.lowerBound < end { next += 1 }
        }
        result.append(
          EntityScanner.Found(name: name(of: aliases[match.row], at: match.range), node: block.node)
        )
        offset = end
      }
    }
    result.append(contentsOf: found[next...])
    return result
  }

  private func name(of alias: Alias, at range: Range<Int>) -> ParsedName {
    var name = alias.full
    name.range = range
    if alias.isCollective {
      name.core = .party
      name.sharedHead = nil
    } else {
      name.alias = alias.full.range
    }
    return name
  }
}
