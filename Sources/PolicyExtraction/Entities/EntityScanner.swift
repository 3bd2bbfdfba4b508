import PolicyLexicons
import PolicyStructure
import PolicyText

/// Walks the blocks of a document once and collects the names in it, as the rules read them.
struct EntityScanner {
  /// A name and the node that it stands in.
  struct Found {
    var name: ParsedName
    let node: Int
  }

  let context: ExtractionContext
  let vocabulary: EntityVocabulary
  var parser: NameParser
  var found: [Found] = []
  /// Before this offset everything has its name.
  var cursor = 0
  /// Where the block begins.
  var floor = 0
  /// Places that the issuer's name has told, by form: 云溪市.
  let knownPlaces: [[Unicode.Scalar]]
  /// The institution that speaks, which 学校 or 公司 may stand for.
  let institution: [Unicode.Scalar]
  /// The compound categories of the document: 网络交易平台经营者.
  var compounds = CompoundCategories.none
  /// The last word that is a category as a whole: 投资者.
  var categoryWord = 0..<0
  /// Before this offset compounds have been looked for.
  var nextCompound = 0
  /// Titles in 《》: their words are no mentions.
  private var titles: [Range<Int>] = []
  private var nextTitle = 0
  /// Parties of assignments, which are names whatever their form.
  private let parties: [ParsedName]
  private var nextParty = 0
  /// What was looked at and left, for explanations only; `nil` where nobody asks.
  var rejections: [EntityTrace.Rejection]?

  init(
    context: ExtractionContext, vocabulary: EntityVocabulary, parties: [ParsedName],
    issuer: Issuer
  ) {
    institution = (issuer.institution ?? "").unicodeScalars.map { $0 }
    knownPlaces = issuer.places.values.map { Array($0.unicodeScalars) }
    self.context = context
    self.vocabulary = vocabulary
    self.parties = parties
    parser = NameParser(
      vocabulary: vocabulary, scalars: context.reading.scalars, hits: context.nameHits, limit: 0)
    parser.isHouse = issuer.institution != nil
  }

  var scalars: [Unicode.Scalar] { parser.scalars }

  /// `definitions`: of the same document; a term that is defined as a kind of bearers is one.
  mutating func scan(_ definitions: [Definition]) {
    findCompounds(definitions)
    var index = 0
    for block in context.blocks {
      index = scan(block, from: index)
    }
  }

  private mutating func scan(_ block: TextBlock, from first: Int) -> Int {
    floor = block.range.lowerBound
    cursor = floor
    parser.limit = block.range.upperBound
    findTitles(in: block.range)
    let hits = context.nameHits
    var index = first
    while index < hits.count, hits[index].start < parser.limit {
      let start = hits[index].start
      takeParties(upTo: start + 1, node: block.node)
      takeCompounds(upTo: start + 1, from: index, block: block)
      if start < cursor || isInTitle(start) {
        index += 1
        continue
      }
      var lists = ListSet()
      var end = index
      while end < hits.count, hits[end].start == start {
        lists.insert(hits[end].list)
        end += 1
      }
      if lists.meetsNames { read(at: start, from: index, lists: lists, block: block) }
      index = end
    }
    takeParties(upTo: block.range.upperBound, node: block.node)
    takeCompounds(upTo: block.range.upperBound, from: index, block: block)
    return index
  }

  /// Reads what begins, or ends its name, at a place.
  private mutating func read(at start: Int, from index: Int, lists: ListSet, block: TextBlock) {
    let isName =
      lists.beginsName && !isFalseRank(at: start, from: index)
      && !(lists.contains(.regions) && isFalseRegion(at: start, from: index))
    var name = isName ? parser.name(at: start, from: index) : nil
    let others = parser.members
    let notName =
      lists.contains(.notNames)
      ? parser.longest(.notNames, at: start, from: index) : nil
    if let read = name, let notName, notName.end >= read.range.upperBound {
      name = nil
      rejections?.append(.init(range: notName.range, reason: "非名称词表中的词，以名称开头而不是名称"))
    }
    if lists.contains(.nameHeads) || lists.contains(.departmentHeads),
      let longer = nameByForm(endingAt: start, from: index, block: block),
      longer.range.upperBound >= (name?.range.upperBound ?? 0)
    {
      return add(longer, node: block.node)
    }
    if lists.contains(.categories), notName == nil,
      readCategory(at: start, from: index, name: name, block: block)
    {
      return
    }
    if let read = name {
      let placed = placed(read, from: index)
      name = standsFree(placed) ? placed : nil
    }
    if let name {
      if case .organ(let row) = name.core, vocabulary.organs[row].part == .inner,
        let longer = nameByForm(endingAt: start, from: index, block: block)
      {
        return add(longer, node: block.node)
      }
      add(name, node: block.node)
      for other in others { add(other, node: block.node) }
      return
    }
    if let notName {
      cursor = notName.end
      return
    }
    if readOffice(at: start, from: index, lists: lists, node: block.node) { return }
    if lists.contains(.ranks), readPlaces(at: start, from: index, block: block) { return }
    readIssuerOrPost(at: start, from: index, lists: lists, node: block.node)
  }

  /// 办公室 by itself, after a committee: 领导小组下设办公室，办公室设在市教育局.
  private mutating func readOffice(
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
  private mutating func readIssuerOrPost(
    at start: Int, from index: Int, lists: ListSet, node: Int
  ) {
    if lists.contains(.ranks), let rank = parser.longest(.ranks, at: start, from: index),
      vocabulary.ranks[rank.row].form == .definite, vocabulary.ranks[rank.row].level == .internal,
      vocabulary.words.list(.self).longest(in: scalars, from: start, to: parser.limit) != nil,
      !isFalseRank(at: start, from: index)
    {
      var name = ParsedName(
        range: rank.range, prefix: ParsedName.Prefix(at: start), core: .issuer,
        coreRange: rank.range, tail: rank.end..<rank.end,
        // 本单位 in a text of no house is each of those who are addressed.
        kind: institution.isEmpty && scalars[rank.end - 1] == "位" ? .category : .institution,
        level: nil, generic: false)
      parser.extend(&name, from: index)
      return add(name, node: node)
    }
    if lists.contains(.posts), let post = parser.post(at: start, from: index) {
      readPost(post, from: index, node: node)
    }
  }

  /// A post without an organ, with the thing that it is charged with: 校长, 实验室 + 负责人.
  private mutating func readPost(_ post: TermHit, from index: Int, node: Int) {
    let left = compoundStart(of: post.start, isHead: true)
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

  /// Whether a name that begins with a rank of one scalar and is all too short (院委) is no part of
  /// other words.
  private func standsFree(_ name: ParsedName) -> Bool {
    let start = name.range.lowerBound
    guard case .organ(let row) = name.core, vocabulary.organs[row].part == .bound,
      name.prefix.range == start..<(start + 1), start > floor, start > cursor,
      parser.isHan(scalars[start - 1])
    else { return true }
    return vocabulary.bounds.countEnding(before: start, in: scalars, from: floor) > 0
      || vocabulary.framesBefore.countEnding(before: start, in: scalars, from: floor) > 0
  }

  /// Whether a rank of one scalar belongs to the word before it: 市 in 城市.
  private func isFalseRank(at start: Int, from index: Int) -> Bool {
    guard start > cursor, parser.isHan(scalars[start - 1]) else { return false }
    return vocabulary.falseRanks.countEnding(before: start + 1, in: scalars, from: start - 1) > 0
  }

  /// Whether what looks like a region is the end of a word and a rank: 完成 + 县政府, 会同 + 县教育局, 和 + 县政府.
  private func isFalseRegion(at start: Int, from index: Int) -> Bool {
    guard start > floor, parser.isHan(scalars[start - 1]) else { return false }
    let joint = max(
      parser.connectiveCount(at: start),
      vocabulary.framesBefore.countStarting(
        at: start, in: scalars, upTo: min(start + 2, parser.limit)))
    if joint > 0, parser.longest(.ranks, at: start + joint, from: index) != nil { return true }
    let isVerb = [vocabulary.verbs, vocabulary.framesAfter, vocabulary.framesBefore].contains {
      $0.countEnding(before: start + 1, in: scalars, from: floor) > 1
    }
    return isVerb && parser.longest(.ranks, at: start + 1, from: index) != nil
  }

  /// 各乡镇（街道）, 各区县: places of a rank stand for their governments where they act.
  private mutating func readPlaces(at start: Int, from index: Int, block: TextBlock) -> Bool {
    guard block.role != .heading, scalars[start] == "各",
      let rank = parser.longest(.ranks, at: start, from: index), rank.end - start > 2,
      vocabulary.ranks[rank.row].form == .general,
      let level = vocabulary.ranks[rank.row].level, level != .internal, level != .national
    else { return false }
    switch (leftSide(of: start), rightSide(of: rank.end, from: index)) {
    case (_, .marker), (_, .predicate), (.clause, .joint), (.list, .joint), (.clause, .mark),
      (.list, .mark), (.frame, .mark):
      break
    default: return false
    }
    add(
      ParsedName(
        range: rank.range, prefix: ParsedName.Prefix(at: start), core: .party,
        coreRange: rank.range, tail: rank.end..<rank.end, kind: .government, level: level,
        generic: true), node: block.node)
    return true
  }

  mutating func add(_ name: ParsedName, node: Int) {
    // A name that takes in the one before it as its host takes its place.
    if let last = found.last, last.name.range.lowerBound == name.range.lowerBound {
      found.removeLast()
    }
    found.append(Found(name: name, node: node))
    cursor = max(cursor, name.range.upperBound)
  }

  // MARK: - Parties

  private mutating func takeParties(upTo end: Int, node: Int) {
    while nextParty < parties.count, parties[nextParty].range.lowerBound < end {
      let party = parties[nextParty]
      nextParty += 1
      // What was read before a party was found to begin reaches into it: the party is right.
      while let last = found.last, last.name.range.upperBound > party.range.lowerBound {
        found.removeLast()
      }
      add(party, node: node)
    }
  }

  // MARK: - Titles

  private mutating func findTitles(in range: Range<Int>) {
    titles.removeAll(keepingCapacity: true)
    nextTitle = 0
    // Of titles within a title only the outer 《 and the first 》 count.
    var next = range.lowerBound
    while let open = scalars.offset(of: "《", in: next..<range.upperBound),
      let close = scalars.offset(of: "》", in: open..<range.upperBound)
    {
      titles.append(open..<close + 1)
      next = close + 1
    }
  }

  mutating func isInTitle(_ offset: Int) -> Bool {
    while nextTitle < titles.count, titles[nextTitle].upperBound <= offset { nextTitle += 1 }
    return nextTitle < titles.count && titles[nextTitle].contains(offset)
  }
}

/// The lists that have a term at one place.
struct ListSet {
  private var bits: UInt64 = 0
  private static let names: UInt64 = [
    LexiconName.organs, .functions, .ranks, .regions, .nameHeads, .departmentHeads, .categories,
    .posts, .notNames,
  ].reduce(0) { $0 | bit($1) }
  private static let beginnings: UInt64 = [LexiconName.organs, .functions, .ranks, .regions]
    .reduce(0) { $0 | bit($1) }

  @inline(__always)
  private static func bit(_ list: LexiconName) -> UInt64 {
    switch list {
    case .organs: 1
    case .functions: 2
    case .ranks: 4
    case .regions: 8
    case .nameHeads: 16
    case .departmentHeads: 32
    case .categories: 64
    case .posts: 128
    case .notNames: 256
    default: 512
    }
  }

  mutating func insert(_ list: LexiconName) { bits |= Self.bit(list) }
  func contains(_ list: LexiconName) -> Bool { bits & Self.bit(list) != 0 }
  /// Whether a name, or the end of one, may stand here.
  var meetsNames: Bool { bits & Self.names != 0 }
  /// Whether a name may begin here.
  var beginsName: Bool { bits & Self.beginnings != 0 }
}
