import PolicyLexicons
import PolicyStructure
import PolicyText

/// The words of one document that matter to norms, found by their place.
///
/// A class, so that the many readers of a document share it without counting its arrays.
final class WordMap: Sendable {
  /// All words, sorted by start, the longer first.
  private let words: [NormWord]
  /// For each offset of the document, the index of the first word that starts there or later.
  private let first: [Int32]
  private let base: Int
  /// The folded text.
  let scalars: OpenEndedText

  /// The words of a document: those of the lexicons, and the mentions of its entities.
  init(context: ExtractionContext, entities: [Entity], vocabulary: NormVocabulary) {
    let range = context.document.range
    base = range.lowerBound
    scalars = OpenEndedText(context.reading.scalars)
    var mentions: [NormWord] = []
    for (index, entity) in entities.enumerated() {
      for mention in entity.mentions where !mention.range.isEmpty {
        mentions.append(
          NormWord(
            start: mention.range.lowerBound, end: mention.range.upperBound,
            roles: entity.kind.isOfficial ? [.mention, .organ] : .mention, row: index))
      }
    }
    mentions.sort { $0.start != $1.start ? $0.start < $1.start : $0.end > $1.end }
    var words: [NormWord] = []
    words.reserveCapacity(context.normHits.count + mentions.count)
    var next = 0
    // Where the last mention of a category stands in the words.
    var category: Int?
    for hit in context.normHits {
      let roles = vocabulary.roles(of: hit)
      guard !roles.isEmpty else { continue }
      while next < mentions.count,
        mentions[next].start < hit.start
          || (mentions[next].start == hit.start && mentions[next].end >= hit.end)
      {
        category = mentions[next].roles.contains(.organ) ? nil : words.count
        words.append(mentions[next])
        next += 1
      }
      // A category that ends as bodies do (定点医疗机构) acts as they do.
      if let category, roles.contains(.organ), words[category].end == hit.end {
        words[category].roles.insert(.organ)
      }
      words.append(NormWord(start: hit.start, end: hit.end, roles: roles, row: hit.row))
    }
    words.append(contentsOf: mentions[next...])
    // Offsets without a word keep the index of the next one.
    var first = [Int32](repeating: Int32(truncatingIfNeeded: words.count), count: range.count + 1)
    first.withUnsafeMutableBufferPointer { first in
      var filled = 0
      for index in words.indices {
        let end = min(words[index].start - range.lowerBound + 1, first.count)
        while filled < end {
          first[filled] = Int32(truncatingIfNeeded: index)
          filled += 1
        }
      }
    }
    self.words = words
    self.first = first
  }

  /// The first offset that the map knows: where the document begins.
  var start: Int { base }

  /// The words that start in a stretch.
  @inline(__always)
  func words(in range: Range<Int>) -> ArraySlice<NormWord> {
    words[Int(first[range.lowerBound - base])..<Int(first[range.upperBound - base])]
  }

  /// The longest word at an offset, ending within a limit, that has one of the roles.
  func word(_ roles: WordRoles, at offset: Int, before limit: Int) -> NormWord? {
    guard offset < limit else { return nil }
    var isPart = false
    var index = Int(first[offset - base])
    while index < words.count, words[index].start == offset {
      let word = words[index]
      index += 1
      guard word.end <= limit else { continue }
      if !word.roles.isDisjoint(with: roles) {
        // 以 of 以上 and 经 of 经营 are no prepositions.
        return isPart && word.end == offset + 1 ? nil : word
      }
      isPart = isPart || !word.roles.isDisjoint(with: [.verb, .plain, .head, .falseFriend])
    }
    return nil
  }

  /// Whether a word of the roles ends at an offset, having started within a limit.
  func word(_ roles: WordRoles, endingAt offset: Int, after limit: Int) -> NormWord? {
    let start = max(limit, offset - 8)
    guard start < offset else { return nil }
    var index = Int(first[start - base])
    while index < words.count, words[index].start < offset {
      if words[index].end == offset, !words[index].roles.isDisjoint(with: roles) {
        return words[index]
      }
      index += 1
    }
    return nil
  }

  /// The first word in a stretch that has one of the roles and ends in it.
  func first(_ roles: WordRoles, in range: Range<Int>) -> NormWord? {
    words(in: range).first { $0.end <= range.upperBound && !$0.roles.isDisjoint(with: roles) }
  }

  /// The first word with one of the roles when a stretch is read word by word, the longest at each
  /// place: 转 in 转让 is not met.
  func token(_ roles: WordRoles, in range: Range<Int>) -> NormWord? {
    var offset = range.lowerBound
    while offset < range.upperBound {
      var index = Int(first[offset - base])
      guard index < words.count, words[index].start < range.upperBound else { return nil }
      // Where no word starts nothing can be met.
      offset = words[index].start
      var end = offset + 1
      while index < words.count, words[index].start == offset {
        let word = words[index]
        index += 1
        guard word.end <= range.upperBound else {
          // 主管 before the end of a stretch is still a part of 主管部门.
          if word.roles.contains(.falseFriend) { end = max(end, word.end) }
          continue
        }
        // A verb of one character in the middle is a part of some word: 交 in 公交.
        let isPart = word.end == offset + 1 && offset > range.lowerBound && word.roles == .otherVerb
        // 主管部门 is no 主管 with an object.
        let isHidden = end > word.end
        if !isPart, !isHidden, !word.roles.isDisjoint(with: roles) { return word }
        end = max(end, word.end)
      }
      offset = end
    }
    return nil
  }

  /// Whether a stretch ends in a word that closes a time or a place: 三十日内, 考试期间; 时间 and 课时
  /// only look like one.
  func closes(_ range: Range<Int>) -> Bool {
    word(.closer, endingAt: range.upperBound, after: range.lowerBound) != nil
      && word(.plain, endingAt: range.upperBound, after: range.lowerBound) == nil
  }

  /// Whether a stretch is nothing but words of some roles.
  func consists(of roles: WordRoles, in range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard let word = word(roles, at: offset, before: range.upperBound) else { return false }
      offset = word.end
    }
    return true
  }

  /// Whether a stretch has a scalar.
  func contains(_ scalar: Unicode.Scalar, in range: Range<Int>) -> Bool {
    range.contains { scalars[$0] == scalar }
  }

  /// The offset after words that stand between subject and predicate, or before both.
  func skipping(_ roles: WordRoles, from offset: Int, before limit: Int) -> Int {
    let start = offset
    var offset = offset
    while offset < limit {
      if offset > start, scalars[offset] == "地", roles.contains(.adverb),
        word([.verb, .head, .plain, .place], at: offset, before: limit) == nil
      {
        // 积极稳妥地推广: 地 belongs to the adverb before it.
        offset += 1
      } else if let word = word(roles, at: offset, before: limit) {
        // 将来 is no 将, 就业 no 就: a longer word of another kind takes its first character along.
        if word.end == offset + 1,
          let longer = self.word([.verb, .falseFriend, .head, .plain], at: offset, before: limit),
          longer.end > word.end
        {
          return offset
        }
        offset = word.end
      } else if scalars[offset] == "，" || scalars[offset] == "、" {
        offset += 1
      } else {
        return offset
      }
    }
    return offset
  }
}

extension Entity.Kind {
  /// Whether acts of such an entity are official: organs and posts, not categories.
  var isOfficial: Bool {
    switch self {
    case .category, .anyone: false
    default: true
    }
  }
}

/// Whether a scalar is a digit or a Chinese numeral, as in 三十日 and 30日.
@inline(__always)
func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "0"..."9", "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "半": true
  default: false
  }
}
