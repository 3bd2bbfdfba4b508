import PolicyLexicons
import PolicyStructure
import PolicyText

/// Subjects that are no names of organs: the office of a committee, the issuer as 本局, posts, and places
/// that stand for their governments.
extension EntityScanner {
  /// 办公室 by itself, after a committee: 领导小组下设办公室，办公室设在市教育局.
  mutating func readOffice(
    at start: Int, from index: Int, lists: ListSet, node: Int
  ) -> Bool {
    guard lists.contains(.nameHeads), start > cursor || start == floor,
      let office = vocabulary.offices.longest(in: scalars, from: start, to: parser.limit),
      let body = found.suffix(20).last(where: { $0.name.kind == .committee }),
      start == floor || !parser.isHan(scalars[start - 1])
        || vocabulary.bounds.countEnding(before: start, in: scalars, from: floor) > 0
        || vocabulary.framesBefore.countEnding(before: start, in: scalars, from: floor) > 0
        || vocabulary.founding.countEnding(before: start, in: scalars, from: floor) > 0
    else { return false }
    var name = ParsedName(
      range: office.range, prefix: ParsedName.Prefix(at: start), core: .form,
      coreRange: office.range, tail: office.range.upperBound..<office.range.upperBound,
      kind: .unit, level: nil, generic: false)
    parser.extend(&name, from: index)
    switch rightSide(of: name.range.upperBound, from: index) {
    case .noun, .amount, .other: return false
    default: break
    }
    name.alias = body.name.range
    name.aliasTail = name.range
    add(name, node: node)
    return true
  }

  /// 我校, 本局 stand for the issuer; 校长 is a post without its school.
  mutating func readIssuerOrPost(
    at start: Int, from index: Int, lists: ListSet, node: Int
  ) {
    if lists.contains(.ranks), let rank = parser.longest(.ranks, at: start, from: index),
      vocabulary.ranks[rank.row].form == .definite, vocabulary.ranks[rank.row].level == .internal,
      standsForHouse(start), !isFalseRank(at: start, from: index)
    {
      var name = ParsedName(
        range: rank.range, prefix: ParsedName.Prefix(at: start), core: .issuer,
        coreRange: rank.range, tail: rank.end..<rank.end,
        kind: kindOfHouse(rank.range),
        level: nil, generic: false)
      parser.extend(&name, from: index)
      return add(name, node: node)
    }
    if lists.contains(.posts), let post = parser.post(at: start, from: index) {
      readPost(post, from: index, node: node)
    }
  }

  /// What the one who speaks or is addressed is, by the last word of 我局, 本校, 你委.
  private func kindOfHouse(_ words: Range<Int>) -> Entity.Kind {
    let ending = vocabulary.partyEndings.longest(
      in: scalars, endingAt: words.upperBound, from: words.lowerBound + 1)
    guard vocabulary.words.ends(String(scalars, in: words), in: .rest) else {
      return ending.map { vocabulary.partyKinds[$0.row] } == .department && institution.isEmpty
        ? .department : .institution
    }
    // 本单位 in a text of no house is each of those who are addressed.
    return institution.isEmpty ? .category : .institution
  }

  /// 我, 本 begin what stands for the issuer, 你 what stands for the one addressed.
  private func standsForHouse(_ start: Int) -> Bool {
    [NameWords.Role.`self`, .addressee].contains {
      vocabulary.words.list($0).longest(in: scalars, from: start, to: parser.limit) != nil
    }
  }

  /// A post without an organ, with the thing that it is charged with: 校长, 实验室 + 负责人.
  private mutating func readPost(_ post: TermHit, from index: Int, node: Int) {
    var left = compoundStart(of: post.start, isHead: true)
    // 严格执行领导带班制度: verbs are no thing that somebody is charged with.
    if vocabulary.verbs.countEnding(before: post.start, in: scalars, from: left) > 0
      || vocabulary.framesBefore.countStarting(at: left, in: scalars, upTo: post.start) > 1
    {
      left = post.start
    }
    guard vocabulary.posts[post.row] || left < post.start else { return }
    switch rightSide(of: post.end, from: index) {
    case .noun, .amount: return
    default: break
    }
    add(
      ParsedName(
        range: left..<post.end, prefix: ParsedName.Prefix(at: left), core: .post,
        coreRange: left..<post.end, tail: post.end..<post.end, hasPost: true, kind: .person,
        level: nil, generic: true), node: node)
  }

  /// 各乡镇（街道）, 各区县: places of a rank stand for their governments where they act.
  mutating func readPlaces(at start: Int, from index: Int, block: TextBlock) -> Bool {
    guard block.role != .heading, var rank = parser.longest(.ranks, at: start, from: index),
      vocabulary.ranks[rank.row].form == .general
    else { return false }
    // 事发地乡镇, 相关村: which ones, and of what level.
    var level = vocabulary.ranks[rank.row].level
    if level == nil, let inner = parser.longest(.ranks, at: rank.end, from: index),
      vocabulary.ranks[inner.row].level != nil
    {
      rank = inner
      level = vocabulary.ranks[inner.row].level
    } else if scalars[start] != "各" || rank.end - start < 2
      || vocabulary.modifiers.countEnding(before: rank.end, in: scalars, from: start) > 0
    {
      return false
    }
    guard level != .internal, level != .national else { return false }
    let end = bracketEnd(after: rank.end) ?? rank.end
    switch (leftSide(of: start), rightSide(of: end, from: index)) {
    case (_, .marker), (_, .predicate), (.clause, .joint), (.list, .joint), (.clause, .mark),
      (.list, .mark), (.frame, .mark):
      break
    default: return false
    }
    add(
      ParsedName(
        range: start..<end, prefix: ParsedName.Prefix(at: start), core: .party,
        coreRange: start..<end, tail: end..<end,
        kind: level == .village ? .category : .government, level: level, generic: true),
      node: block.node)
    return true
  }

  /// Where a bracket ends that names the other kind of place: 乡镇（街道）.
  private func bracketEnd(after end: Int) -> Int? {
    guard end < parser.limit, scalars[end] == "（",
      let rank = parser.longest(.ranks, at: end + 1, from: context.firstNameHit(from: end + 1)),
      rank.end < parser.limit, scalars[rank.end] == "）"
    else { return nil }
    return rank.end + 1
  }
}
