import PolicyLexicons
import PolicyStructure
import PolicyText

/// Compound categories (复合的类主体): kinds of bearers that a document names by several words, 个人征信机构,
/// 电梯管理责任人, 劳动保障监察员.
///
/// A document uses such a name throughout. What stands once as the subject of a marker, or is defined
/// (本办法所称X，是指从事…的人员; 以下称X), is therefore that name wherever it stands; what stands as a subject
/// without a marker is, if it does so twice.
///
/// Source: 立法技术规范, on terms: one notion has one name in a law.
struct CompoundCategories {
  /// The names, and for each the row of the category that it is a kind of.
  private let words: WordList
  private let rows: [Int]
  /// Whether the document defines it: then it is a name wherever it stands.
  private let isDefined: [Bool]

  static let none = CompoundCategories(words: [], rows: [], isDefined: [])

  /// The longest compound has so many scalars.
  static let limit = 14

  init(words: [String], rows: [Int], isDefined: [Bool]) {
    self.words = WordList(words)
    self.rows = rows
    self.isDefined = isDefined
  }

  var isEmpty: Bool { rows.isEmpty }

  /// The compound that begins at an offset, with its category.
  func longest(
    in scalars: [Unicode.Scalar], from start: Int, to limit: Int
  ) -> (range: Range<Int>, row: Int, isDefined: Bool)? {
    guard let match = words.longest(in: scalars, from: start, to: limit) else { return nil }
    return (match.range, rows[match.row], isDefined[match.row])
  }
}

extension EntityScanner {
  /// How often a name stands where only a name can stand.
  private struct Evidence {
    let range: Range<Int>
    let row: Int
    var count = 0
    /// Whether it is the subject of a marker.
    var isSubject = false
    var isDefined = false
  }

  /// Collects the compounds of the document before its names are read.
  mutating func findCompounds(_ definitions: [Definition]) {
    var evidence: [UInt64: Evidence] = [:]
    for definition in definitions {
      guard let row = categoryRow(defining: definition) else { continue }
      evidence[hash(of: definition.term)] = Evidence(
        range: definition.term, row: row, count: 2, isDefined: definition.kind == .alias)
    }
    var index = 0
    for block in context.blocks where block.role != .heading {
      floor = block.range.lowerBound
      cursor = floor
      parser.limit = block.range.upperBound
      index = parser.firstHit(at: floor, from: index)
      while index < context.nameHits.count, context.nameHits[index].start < parser.limit {
        let hit = context.nameHits[index]
        if hit.list == .categories, hit.end <= parser.limit, isHolder(hit.row) {
          weigh(hit, at: index, in: &evidence)
        }
        index += 1
      }
    }
    let found = evidence.values.filter { $0.isSubject || $0.count > 1 }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    guard !found.isEmpty else { return }
    compounds = CompoundCategories(
      words: found.map { String(scalars, in: $0.range) }, rows: found.map(\.row),
      isDefined: found.map(\.isDefined))
  }

  /// Whether a category can be the head of a compound: a kind of bodies or people.
  func isHolder(_ row: Int) -> Bool {
    let kind = vocabulary.categories[row].kind
    return kind == .category || kind == .person
  }

  /// Adds what stands before a category and with it to the evidence, if it stands as a subject does.
  private func weigh(_ hit: TermHit, at index: Int, in evidence: inout [UInt64: Evidence]) {
    guard hit.start > floor, parser.isHan(scalars[hit.start - 1]) else { return }
    let right = rightSide(of: hit.end, from: index)
    let isSubject = right == .marker || right == .joint && leadsToMarker(hit.end, from: index)
    guard isSubject || right == .predicate,
      vocabulary.categories[hit.row].form != .head
        || isHead(at: hit.start, before: hit.end, from: index),
      let start = compoundStart(before: hit, isSubject: isSubject)
    else { return }
    let range = start..<hit.end
    let key = hash(of: range)
    evidence[key, default: Evidence(range: range, row: hit.row)].count += 1
    if isSubject { evidence[key]?.isSubject = true }
  }

  /// Whether the list that begins with a category is the subject of a marker: 电梯制造单位、维护保养单位不得.
  private func leadsToMarker(_ end: Int, from index: Int) -> Bool {
    var end = end
    for _ in 0..<6 {
      let connective = parser.connectiveCount(at: end)
      guard connective > 0, let next = member(at: end + connective, from: index, isLast: true)
      else { break }
      end = next.range.upperBound
    }
    return rightSide(of: end, from: index) == .marker
  }

  /// Where a compound begins that ends in a category; `nil` if other words than those of a name stand
  /// before it.
  private func compoundStart(before hit: TermHit, isSubject: Bool) -> Int? {
    var start = hit.start
    while start > floor, parser.isHan(scalars[start - 1]) {
      if vocabulary.bounds.countEnding(before: start, in: scalars, from: floor) > 0 { break }
      start -= 1
      if hit.end - start > CompoundCategories.limit { return nil }
    }
    // Only a clause, 的 or a connective leaves no doubt where a name begins.
    if start > floor, parser.isHan(scalars[start - 1]), scalars[start - 1] != "的",
      parser.connectiveCount(at: start - 1) == 0
    {
      return nil
    }
    while true {
      let count = max(
        vocabulary.modifiers.countStarting(at: start, in: scalars, upTo: hit.start),
        rankCount(at: start, upTo: hit.start))
      guard count > 0 else { break }
      start += count
    }
    guard start < hit.start else { return nil }
    // 县供电公司 is the name of one firm.
    let place = parser.prefix(at: start, from: context.firstNameHit(from: start))
    if place.form == .definite, place.level != .internal, place.level != .village,
      place.range.upperBound < hit.start
    {
      return nil
    }
    // 组织学生参加 has no subject; 审查机构应当 has.
    let isVerbal =
      vocabulary.verbs.countStarting(at: start, in: scalars, upTo: hit.start) > 0
      || vocabulary.framesBefore.countStarting(at: start, in: scalars, upTo: hit.start) > 1
    if isVerbal, !isSubject || vocabulary.categories[hit.row].form == .word { return nil }
    let first = context.firstNameHit(from: start)
    // 单位 in 用人单位 is no head of its own.
    var inner = first
    while inner < context.nameHits.count, context.nameHits[inner].start < hit.start {
      let other = context.nameHits[inner]
      if other.list == .categories, other.end >= hit.end { return nil }
      inner += 1
    }
    // 学校 + 工作人员 and 县级人民政府 + 工作人员 are read by the rules of names.
    var reader = parser
    if let name = reader.name(at: start, from: first), name.range.upperBound > start + 1 {
      return nil
    }
    return start
  }

  /// How many scalars a rank has that says which ones are meant: 有关, 各, 其他.
  private func rankCount(at start: Int, upTo end: Int) -> Int {
    guard
      let rank = parser.longest(.ranks, at: start, from: context.firstNameHit(from: start)),
      rank.end <= end, vocabulary.ranks[rank.row].form == .general,
      vocabulary.ranks[rank.row].level == nil
    else { return 0 }
    return rank.end - start
  }

  /// The category that a defined term is a kind of, by its own last word, or by that of its meaning: 人员 in
  /// 实施劳动保障监察的人员（以下称劳动保障监察员）.
  private func categoryRow(defining definition: Definition) -> Int? {
    let term = definition.term
    guard 3...CompoundCategories.limit ~= term.count, term.allSatisfy({ parser.isHan(scalars[$0]) })
    else { return nil }
    if let row = categoryRow(endingAt: term.upperBound, from: term.lowerBound) { return row }
    guard let close = definition.meaning.last(where: { parser.isHan(scalars[$0]) }) else {
      return nil
    }
    guard let row = categoryRow(endingAt: close + 1, from: definition.meaning.lowerBound),
      let of = definition.meaning.last(where: { scalars[$0] == "的" }), close - of <= 8
    else { return nil }
    return row
  }

  /// The longest category that ends at an offset and begins after another, whose words are no name.
  private func categoryRow(endingAt end: Int, from start: Int) -> Int? {
    var index = context.firstNameHit(from: max(start, end - 8))
    while index < context.nameHits.count, context.nameHits[index].start < end {
      let hit = context.nameHits[index]
      if hit.list == .categories, hit.end == end, hit.start > start,
        isHolder(hit.row)
      {
        return hit.row
      }
      index += 1
    }
    return nil
  }

  // MARK: - Reading

  /// Reads the compounds that begin before an offset.
  mutating func takeCompounds(upTo end: Int, from index: Int, block: TextBlock) {
    guard !compounds.isEmpty, block.role != .heading else { return }
    var offset = max(nextCompound, cursor)
    while offset < min(end, parser.limit) {
      guard let found = compounds.longest(in: scalars, from: offset, to: parser.limit),
        !isInTitle(offset)
      else {
        offset += 1
        continue
      }
      if found.isDefined {
        readDefined(found.range, row: found.row, block: block)
      } else {
        readCompound(found.range, row: found.row, block: block)
      }
      offset = max(offset + 1, cursor)
    }
    nextCompound = offset
  }

  /// Reads a compound; where nothing falls on it, its words are no other names either.
  private mutating func readCompound(_ range: Range<Int>, row: Int, block: TextBlock) {
    let index = context.firstNameHit(from: range.lowerBound)
    if let name = parser.name(at: range.lowerBound, from: index),
      name.range.upperBound >= range.upperBound
    {
      return
    }
    // 个人征信机构负责人 is a post.
    if parser.post(at: range.upperBound, from: index) != nil { return }
    let range = rankStart(before: range.lowerBound)..<range.upperBound
    if readAddressed(range, row: row, from: index, block: block) { return }
    switch (leftSide(of: range.lowerBound), rightSide(of: range.upperBound, from: index)) {
    // What is known as a name needs no known verb behind it.
    case (.clause, .other), (.clause, .joint), (.relative, .other), (.list, .mark):
      addCategory(range, row: row, node: block.node)
    default:
      rejections?.append(.init(range: range, reason: "没有规范加于这个主体，其中的词也不另作主体"))
      cursor = max(cursor, range.upperBound)
    }
  }

  /// What a compound is besides a category: a named institution where a place stands in it (国网江岭省电力公司), a
  /// unit of the house that speaks (国际教育学院 of a university).
  func named(_ name: ParsedName) -> ParsedName {
    var name = name
    let (start, end) = (name.range.lowerBound, name.range.upperBound)
    var index = context.firstNameHit(from: start)
    while index < context.nameHits.count, context.nameHits[index].start < end {
      let hit = context.nameHits[index]
      index += 1
      guard hit.end == end else { continue }
      switch hit.list {
      case .nameHeads
      where vocabulary.nameHeads[hit.row] == .institution && holdsPlace(start..<hit.start):
        name.kind = .institution
      case .organs
      where vocabulary.organs[hit.row].part == .inner && vocabulary.organs[hit.row].kind == .unit
        && !institution.isEmpty && hit.start > start:
        name.kind = .unit
      default: continue
      }
      name.core = .form
      name.generic = false
      return name
    }
    return name
  }

  /// Whether the name of a place stands within a stretch: 江岭省, 云溪.
  func holdsPlace(_ range: Range<Int>) -> Bool {
    var index = context.firstNameHit(from: range.lowerBound)
    while index < context.nameHits.count, context.nameHits[index].start < range.upperBound {
      let hit = context.nameHits[index]
      if hit.list == .regions, hit.end <= range.upperBound { return true }
      index += 1
    }
    return knownPlaces.contains { place in
      range.indices.contains { start in
        start + place.count <= range.upperBound
          && scalars[start..<(start + place.count)].elementsEqual(place)
      }
    }
  }

  /// Where a name begins with the rank before it: 上一级 + 教育督导机构.
  ///
  /// 有关 and 其他 only say which ones are meant.
  private func rankStart(before start: Int) -> Int {
    for count in stride(from: min(5, start - cursor), to: 0, by: -1) {
      let place = start - count
      guard let rank = parser.longest(.ranks, at: place, from: context.firstNameHit(from: place)),
        rank.end == start, vocabulary.ranks[rank.row].form == .general,
        vocabulary.modifiers.countEnding(before: start, in: scalars, from: place) == 0
      else { continue }
      return place
    }
    return start
  }

  /// Reads a defined name, which is one unless it is part of another: 决策承办单位 in 决策承办单位名称.
  private mutating func readDefined(_ range: Range<Int>, row: Int, block: TextBlock) {
    let index = context.firstNameHit(from: range.lowerBound)
    guard parser.post(at: range.upperBound, from: index) == nil else {
      return readCompound(range, row: row, block: block)
    }
    switch rightSide(of: range.upperBound, from: index) {
    case .noun, .amount: cursor = max(cursor, range.upperBound)
    default: addCategory(range, row: row, node: block.node)
    }
  }

  private func hash(of range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in range {
      hash = (hash ^ UInt64(scalars[offset].value)) &* 0x0000_0100_0000_01B3
    }
    return hash
  }
}
