import PolicyLexicons
import PolicyStructure
import PolicyText

/// Pronouns (指代): 其 in 责令其改正, 该单位, 上述部门 are mentions of the subject that they stand for.
///
/// 该X stands for the last one before it whose name ends in X, or that X may stand for (该部门 for
/// 市教育局). 其 is a mention where it acts or is acted on (由其, 责令其), not where it possesses (其工作人员); it
/// stands for the last one named in its sentence that does not itself bear the norm.
///
/// Source: `definitions`, Entities: pronouns take their antecedent as canonical.
struct PronounMentions: Sendable {
  private enum Form: String, CaseIterable {
    case personal, demonstrative
  }

  private let words: WordList
  private let forms: [Form]
  private let notBefore: [[Unicode.Scalar]]
  private let notAfter: [[Unicode.Scalar]]
  /// Nouns that stand for subjects of other names.
  private let nouns: WordList
  private let kinds: [[Entity.Kind]]
  /// All nouns that end subjects.
  private let heads: WordList
  /// Nouns that make what stands before them a part of another name.
  private let possessions: WordList
  private let framesBefore: WordSet
  private let predicates: WordSet
  private let markers: WordSet

  init(lexicons: Lexicons) throws(LexiconError) {
    let pronouns = lexicons[.pronouns]
    words = WordList(pronouns)
    forms = try pronouns.values(of: "form")
    notBefore = try Self.scalars(of: pronouns, "notBefore")
    notAfter = try Self.scalars(of: pronouns, "notAfter")
    nouns = WordList(lexicons[.pronounNouns])
    kinds = try EntityVocabulary.kinds(of: lexicons[.pronounNouns])
    heads = WordList(lexicons[.bearerHeads])
    let frames = try EntityVocabulary.frames(lexicons[.categoryFrames])
    framesBefore = WordSet(frames[.before] ?? [])
    possessions = WordList(frames[.noun] ?? [])
    let use = try lexicons[.normVerbs].column("use")
    let verbs = lexicons[.normVerbs].rows.filter { $0[use].hasPrefix("directive") }
    predicates = WordSet((frames[.after] ?? []) + verbs.map { $0[0] })
    markers = WordSet(lexicons[.modality].rows.map { $0[0] })
  }

  private static func scalars(
    of lexicon: Lexicon, _ title: String
  ) throws(LexiconError) -> [[Unicode.Scalar]] {
    let column = try lexicon.column(title)
    return lexicon.rows.map { $0[column] == "-" ? [] : Array($0[column].unicodeScalars) }
  }

  /// How many names before a pronoun are looked at.
  private static let reach = 20

  /// A mention and whose it is.
  private struct Named {
    let range: Range<Int>
    let entity: Int
  }

  /// Adds the pronouns of a document to the mentions of those that they stand for.
  func add(to entities: inout [Entity], norms: [Norm], in context: ExtractionContext) {
    let before = entities.indices.flatMap { index in
      entities[index].mentions.map { Named(range: $0.range, entity: index) }
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    let bearers = norms.flatMap { norm in norm.bearers.map { (norm: norm.range, $0.range) } }
      .sorted { $0.norm.lowerBound < $1.norm.lowerBound }
    let scalars = context.reading.scalars
    var named: [Named] = []
    named.reserveCapacity(before.count)
    var taken: Set<Int> = []
    var added: [(entity: Int, mention: Mention)] = []
    var next = 0
    var nextBearer = 0
    for block in context.blocks where block.role != .heading {
      var offset = block.range.lowerBound
      while offset < block.range.upperBound {
        guard let word = words.longest(in: scalars, from: offset, to: block.range.upperBound),
          stands(word, in: scalars, block: block.range)
        else {
          offset += 1
          continue
        }
        let start = offset
        offset = word.range.upperBound
        while next < before.count, before[next].range.lowerBound < start {
          named.append(before[next])
          next += 1
        }
        let following = next < before.count ? before[next] : nil
        // 该级人民政府 is a name of its own.
        if following?.range.lowerBound == start || named.last?.range.contains(start) == true {
          continue
        }
        let found: Named?
        switch forms[word.row] {
        case .demonstrative:
          found = pointed(
            by: word.range, before: following, named, entities, scalars, block.range)
        case .personal:
          guard acts(word.range, in: scalars, block: block.range) else { continue }
          while nextBearer < bearers.count, bearers[nextBearer].norm.lowerBound <= start {
            nextBearer += 1
          }
          let own = bearers[..<nextBearer].suffix(Self.reach).filter { $0.norm.contains(start) }
          found = antecedent(
            of: word.range, among: named, apart: own.map(\.1), scalars, block.range)
        }
        guard let found else { continue }
        // 单位 in 该单位 is no mention of its own.
        if let following, following.range.overlaps(found.range) {
          taken.insert(following.range.lowerBound)
          next += 1
        }
        named.append(found)
        added.append((found.entity, Mention(node: block.node, range: found.range)))
        offset = found.range.upperBound
      }
    }
    if !taken.isEmpty {
      for index in entities.indices {
        entities[index].mentions.removeAll { taken.contains($0.range.lowerBound) }
      }
    }
    for (entity, mention) in added { entities[entity].mentions.append(mention) }
  }

  /// Whether a pronoun is no part of another word: 其他, 应该.
  private func stands(
    _ word: WordList.Match, in scalars: [Unicode.Scalar], block: Range<Int>
  ) -> Bool {
    let (start, end) = (word.range.lowerBound, word.range.upperBound)
    if end < block.upperBound, notBefore[word.row].contains(scalars[end]) { return false }
    return start == block.lowerBound || !notAfter[word.row].contains(scalars[start - 1])
  }

  // MARK: - 该X

  private func pointed(
    by word: Range<Int>, before following: Named?, _ named: [Named], _ entities: [Entity],
    _ scalars: [Unicode.Scalar], _ block: Range<Int>
  ) -> Named? {
    let start = word.upperBound
    let noun = nouns.longest(in: scalars, from: start, to: block.upperBound)
    let head = heads.longest(in: scalars, from: start, to: block.upperBound)
    let inner = following.flatMap { $0.range.lowerBound == start ? $0 : nil }
    let end = max(
      noun?.range.upperBound ?? 0, head?.range.upperBound ?? 0, inner?.range.upperBound ?? 0)
    guard end > start else { return nil }
    let range = word.lowerBound..<end
    let earlier = named.suffix(Self.reach)
    if let same = earlier.last(where: { ends($0.range, with: start..<end, in: scalars) }) {
      return Named(range: range, entity: same.entity)
    }
    if let noun, noun.range.upperBound == end,
      let other = earlier.last(where: { kinds[noun.row].contains(entities[$0.entity].kind) })
    {
      return Named(range: range, entity: other.entity)
    }
    guard let inner, inner.range.upperBound == end else { return nil }
    return Named(range: range, entity: inner.entity)
  }

  private func ends(
    _ name: Range<Int>, with words: Range<Int>, in scalars: [Unicode.Scalar]
  ) -> Bool {
    name.count >= words.count
      && scalars[(name.upperBound - words.count)..<name.upperBound].elementsEqual(scalars[words])
  }

  // MARK: - 其

  /// Whether a pronoun acts or is acted on: 由其办理, 责令其改正, 其应当.
  private func acts(_ word: Range<Int>, in scalars: [Unicode.Scalar], block: Range<Int>) -> Bool {
    let end = word.upperBound
    if markers.countStarting(at: end, in: scalars, upTo: block.upperBound) > 0 { return true }
    guard
      framesBefore.countEnding(before: word.lowerBound, in: scalars, from: block.lowerBound) > 0
    else { return false }
    if end == block.upperBound || !isHan(scalars[end]) { return true }
    // 由其委托的部门, 对其生产的产品 speak of a thing of theirs, as 由其监护人 does.
    var offset = end
    while offset < block.upperBound, isHan(scalars[offset]), offset - end < 12 {
      if scalars[offset] == "的" { return false }
      offset += 1
    }
    guard heads.longest(in: scalars, from: end, to: block.upperBound) == nil,
      possessions.longest(in: scalars, from: end, to: block.upperBound) == nil
    else { return false }
    return predicates.countStarting(at: end, in: scalars, upTo: block.upperBound) > 0
  }

  /// The last one named in the sentence, those who bear the norm themselves aside.
  private func antecedent(
    of word: Range<Int>, among named: [Named], apart own: [Range<Int>],
    _ scalars: [Unicode.Scalar], _ block: Range<Int>
  ) -> Named? {
    var start = word.lowerBound
    while start > block.lowerBound, word.lowerBound - start < 300, scalars[start - 1] != "。" {
      start -= 1
    }
    let other = named.suffix(Self.reach).last { name in
      name.range.lowerBound >= start && !own.contains { $0.overlaps(name.range) }
        && !(name.range.lowerBound > start && scalars[name.range.lowerBound - 1] == "由")
    }
    return other.map { Named(range: word, entity: $0.entity) }
  }

  private func isHan(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x4E00 && scalar.value <= 0x9FFF
  }
}
