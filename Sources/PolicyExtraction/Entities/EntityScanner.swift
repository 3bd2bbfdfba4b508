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
      name = standsFree(placed) && !isDescription(placed, from: index) ? placed : nil
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

  /// Whether a name of a kind of organs only describes: 政府 in 政府职责, 主管部门 in 是…的主管部门.
  private func isDescription(_ name: ParsedName, from index: Int) -> Bool {
    guard name.generic, name.prefix.range.isEmpty, name.tail.isEmpty, parser.members.isEmpty else {
      return false
    }
    switch rightSide(of: name.range.upperBound, from: index) {
    case .noun: return name.kind == .government
    case .mark: return isComplement(name.range.lowerBound)
    default: return false
    }
  }

  /// Whether what begins at an offset is what its clause says that somebody is: …是本市供水的主管部门.
  func isComplement(_ start: Int) -> Bool {
    guard start > floor, scalars[start - 1] == "的" else { return false }
    var offset = start - 1
    while offset > floor, start - offset < 40,
      parser.isHan(scalars[offset - 1]) || scalars[offset - 1] == "、"
    {
      offset -= 1
      if scalars[offset] == "是" { return true }
    }
    return false
  }

  /// Whether a rank of one scalar belongs to the word before it: 市 in 城市.
  func isFalseRank(at start: Int, from index: Int) -> Bool {
    guard start > cursor, parser.isHan(scalars[start - 1]) else { return false }
    return vocabulary.falseRanks.countEnding(before: start + 1, in: scalars, from: start - 1) > 0
  }

  /// Whether what looks like a region is the end of a word and a rank: 完成 + 县政府, 会同 + 县教育局, 和 + 县政府.
  private func isFalseRegion(at start: Int, from index: Int) -> Bool {
    guard start > floor else { return false }
    let joint = max(
      parser.connectiveCount(at: start),
      vocabulary.framesBefore.countStarting(
        at: start, in: scalars, upTo: min(start + 2, parser.limit)))
    // 会同县财政局 after a comma is the verb as well, 和县政府 is not.
    if joint > (parser.isHan(scalars[start - 1]) ? 0 : 1),
      parser.longest(.ranks, at: start + joint, from: index) != nil
    {
      return true
    }
    guard parser.isHan(scalars[start - 1]) else { return false }
    let isVerb = [vocabulary.verbs, vocabulary.framesAfter, vocabulary.framesBefore].contains {
      $0.countEnding(before: start + 1, in: scalars, from: floor) > 1
    }
    return isVerb && parser.longest(.ranks, at: start + 1, from: index) != nil
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
