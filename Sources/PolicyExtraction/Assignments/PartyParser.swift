import PolicyLexicons
import PolicyStructure
import PolicyText

/// Reads a list of parties with their parts: 市教育局、市科协牵头，团市委等参加.
///
/// A verb gives its part to the parties since the verb before it; parties without a verb take the
/// part of the label, or answer for the matter.
struct PartyParser {
  private let rules: AssignmentRules
  private let vocabulary: EntityVocabulary
  private let context: ExtractionContext
  private var parser: NameParser
  /// Whether the document has said that the first party of a list leads.
  private var firstLeads = false
  /// Where the last list ended.
  private(set) var end = 0
  /// Whether the last list held nothing but parties and markers.
  private(set) var isWhole = true

  var scalars: [Unicode.Scalar] { parser.scalars }

  init(rules: AssignmentRules, context: ExtractionContext, vocabulary: EntityVocabulary) {
    self.rules = rules
    self.vocabulary = vocabulary
    self.context = context
    parser = NameParser(
      vocabulary: vocabulary, scalars: context.reading.scalars, hits: context.nameHits, limit: 0)
  }

  mutating func parties(
    in range: Range<Int>, role label: Party.Role
  ) -> [AssignmentStatement.StatedParty] {
    isWhole = true
    end = range.upperBound
    parser.limit = range.upperBound
    var firstHit = context.firstNameHit(from: range.lowerBound)
    var parties: [AssignmentStatement.StatedParty] = []
    // The parties from this one on still wait for their verb.
    var waiting = 0
    var following = label
    var hasVerb = false
    var position = range.lowerBound
    var known = 0
    while position < range.upperBound {
      firstHit = parser.firstHit(at: position, from: firstHit)
      if let count = separatorCount(at: position) {
        position += count
        continue
      }
      if let marker = parser.longest(.assignmentMarkers, at: position, from: firstHit) {
        position = marker.end
        switch rules.forms[marker.row] {
        case .verb:
          hasVerb = true
          let role = rules.roles[marker.row]
          for index in waiting..<parties.count { parties[index].role = role }
          waiting = parties.count
        case .joint:
          for index in waiting..<parties.count { parties[index].role = .lead }
          waiting = parties.count
          following = .participant
        case .first:
          firstLeads = true
          // What follows the note (下同) names nobody.
          position = range.upperBound
        case .label:
          following = rules.roles[marker.row]
        }
        continue
      }
      if scalars[position] == "等" {
        if !parties.isEmpty { parties[parties.count - 1].name.open = true }
        position = afterEtCetera(position + 1, from: firstHit)
        continue
      }
      if let name = parser.name(at: position, from: firstHit),
        endsParty(parser.members.last?.range.upperBound ?? name.range.upperBound, from: firstHit)
      {
        known += 1
        position = max(name.range.upperBound, parser.members.last?.range.upperBound ?? 0)
        let isOne = parser.members.isEmpty
        let end = isOne ? bracketEnd(after: position) ?? position : position
        parties.append(.init(name: name.extended(to: end), role: following))
        for member in parser.members { parties.append(.init(name: member, role: following)) }
        position = end
        continue
      }
      if let places = places(at: position, from: firstHit) {
        known += 1
        position = bracketEnd(after: places.range.upperBound) ?? places.range.upperBound
        parties.append(.init(name: places.extended(to: position), role: following))
        continue
      }
      let end = endOfFreeParty(from: position, from: firstHit)
      guard end > position else {
        position += 1
        continue
      }
      if end - position >= 2, end - position <= 40, looksLikeBody(position..<end) {
        parties.append(.init(name: freeParty(position..<end, from: firstHit), role: following))
      } else {
        isWhole = false
      }
      position = end
    }
    if known == 0 { isWhole = false }
    // After a joint marker, the others keep its part even where 负责 closes the list.
    if following == .participant, label != .participant {
      let joined = parties.lastIndex { $0.role == .lead } ?? -1
      for index in parties.indices where index > joined { parties[index].role = .participant }
    }
    if firstLeads, parties.count > 1, parties.allSatisfy({ $0.role == .responsible }) {
      parties[0].role = .lead
    }
    _ = hasVerb
    return parties
  }

  /// 各乡镇, 各区（县）: places of a rank that answer for a matter.
  private func places(at start: Int, from index: Int) -> ParsedName? {
    guard let rank = parser.longest(.ranks, at: start, from: index),
      let level = vocabulary.ranks[rank.row].level, level != .internal, rank.end - start > 1,
      endsParty(rank.end, from: index)
    else { return nil }
    return ParsedName(
      range: rank.range, prefix: ParsedName.Prefix(at: start), core: .party, coreRange: rank.range,
      tail: rank.end..<rank.end, kind: level == .village ? .category : .government, level: level,
      generic: true)
  }

  /// Where a short bracket ends that is a part of the name before it: 各区县政府（管委会）, 各村（社区）.
  private func bracketEnd(after end: Int) -> Int? {
    guard end < parser.limit, scalars[end] == "（" else { return nil }
    let limit = min(parser.limit, end + 6)
    guard let close = (end + 1..<limit).first(where: { scalars[$0] == "）" }), close > end + 2,
      (end + 1..<close).allSatisfy({ parser.isHan(scalars[$0]) }),
      parser.longest(.assignmentMarkers, at: end + 1, from: context.firstNameHit(from: end + 1))
        == nil
    else { return nil }
    return close + 1
  }

  // MARK: - Between parties

  private func separatorCount(at offset: Int) -> Int? {
    switch scalars[offset] {
    case "、", "，", "；", "。", "：", " ", "及", "与", "和", "由", "\u{3000}", "/": 1
    case "以": offset + 1 < parser.limit && scalars[offset + 1] == "及" ? 2 : nil
    default: nil
    }
  }

  /// 等有关部门和单位, 等8个部门 close a list and name nobody.
  private func afterEtCetera(_ offset: Int, from index: Int) -> Int {
    var end = offset
    if let count = ChineseNumeral.integer(in: scalars, from: end, to: parser.limit) {
      end = count.end
      end += vocabulary.classifiers.countStarting(at: end, in: scalars, upTo: parser.limit)
    }
    if let organ = parser.longest(.organs, at: end, from: index),
      vocabulary.organs[organ.row].part == .local
    {
      return organ.end
    }
    var name = parser
    if let rest = name.name(at: end, from: index), rest.generic, rest.prefix.form == .general,
      rest.prefix.level == nil
    {
      return rest.range.upperBound
    }
    return vocabulary.words.list(.rest).longest(in: scalars, from: end, to: parser.limit)?
      .range.upperBound ?? end
  }

  /// Whether a party may end at an offset.
  private func endsParty(_ offset: Int, from index: Int) -> Bool {
    guard offset < parser.limit else { return true }
    if !parser.isHan(scalars[offset]) || separatorCount(at: offset) != nil { return true }
    if scalars[offset] == "等" { return true }
    if parser.longest(.assignmentMarkers, at: offset, from: index) != nil { return true }
    // Spaces between names are no part of the reading text, so that one name may follow another.
    var next = parser
    return next.name(at: offset, from: index) != nil
  }

  private func endOfFreeParty(from start: Int, from index: Int) -> Int {
    var end = start
    var depth = 0
    var index = index
    while end < parser.limit {
      let scalar = scalars[end]
      index = parser.firstHit(at: end, from: index)
      if scalar == "（" { depth += 1 }
      if scalar == "）" {
        if depth == 0 { break }
        depth -= 1
      }
      if depth == 0 {
        if "、，；。：".unicodeScalars.contains(scalar) || scalar == " " { break }
        if scalar == "等", end > start { break }
        if end > start, parser.longest(.assignmentMarkers, at: end, from: index) != nil { break }
      }
      end += 1
    }
    return end
  }

  /// Whether words that no rule of names knows end as names of bodies and posts do.
  private func looksLikeBody(_ range: Range<Int>) -> Bool {
    ending(of: range) != nil
  }

  private func ending(of range: Range<Int>) -> WordList.Match? {
    vocabulary.partyEndings.longest(in: scalars, endingAt: range.upperBound, from: range.lowerBound)
  }

  private func freeParty(_ range: Range<Int>, from index: Int) -> ParsedName {
    let prefix = parser.prefix(at: range.lowerBound, from: index)
    let isPlaced = prefix.range.upperBound < range.upperBound && !prefix.range.isEmpty
    let kind = ending(of: range).map { vocabulary.partyKinds[$0.row] } ?? .department
    return ParsedName(
      range: range, prefix: isPlaced ? prefix : ParsedName.Prefix(at: range.lowerBound),
      core: isPlaced ? .form : .party,
      coreRange: isPlaced ? prefix.range.upperBound..<range.upperBound : range,
      tail: range.upperBound..<range.upperBound, kind: kind, level: prefix.level,
      generic: prefix.form == .general)
  }
}
