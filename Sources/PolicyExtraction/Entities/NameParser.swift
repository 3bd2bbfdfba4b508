import PolicyLexicons
import PolicyText

/// Reads the name that begins at a place, by the rules of form of names of organs.
///
/// name = [place or rank …] core [office] [post], where the core is an organ of the lexicon, a function
/// with a head (教育 + 行政部门), or a government with its department (国务院 + 药品监督管理部门).
struct NameParser {
  let vocabulary: EntityVocabulary
  let scalars: [Unicode.Scalar]
  let hits: [TermHit]
  /// Where the block ends: no name reaches beyond.
  var limit: Int
  /// Whether a school or firm speaks, whose boards are its own.
  var isHouse = false
  /// The members after the first of the last coordination that was read.
  var members: [ParsedName] = []

  // MARK: - Hits

  /// The index of the first hit at an offset or after it, sought from a hit before it.
  func firstHit(at offset: Int, from index: Int) -> Int {
    var index = index
    while index < hits.count, hits[index].start < offset { index += 1 }
    return index
  }

  /// The longest term of a list at an offset.
  func longest(_ list: LexiconName, at offset: Int, from index: Int) -> TermHit? {
    var index = firstHit(at: offset, from: index)
    while index < hits.count, hits[index].start == offset {
      if hits[index].list == list, hits[index].end <= limit { return hits[index] }
      index += 1
    }
    return nil
  }

  /// The longest post at an offset, unless its last scalar begins another word: 负责 + 人才.
  func post(at offset: Int, from index: Int) -> TermHit? {
    guard let post = longest(.posts, at: offset, from: index) else { return nil }
    guard post.end < limit, vocabulary.postsNotBefore[post.row].contains(scalars[post.end]) else {
      return post
    }
    return nil
  }

  // MARK: - Place and rank

  func prefix(at start: Int, from index: Int) -> ParsedName.Prefix {
    var prefix = ParsedName.Prefix(at: start)
    var end = start
    var expectsRank = false
    for _ in 0..<12 {
      let index = firstHit(at: end, from: index)
      var next = index
      var best: TermHit?
      while next < hits.count, hits[next].start == end {
        let hit = hits[next]
        if hit.list == .ranks || hit.list == .regions, hit.end <= limit {
          best = hit
          break
        }
        next += 1
      }
      guard let hit = best else { break }
      // 市 in 市市场监管局 begins the function, not another rank.
      if let function = longest(.functions, at: end, from: index), function.end > hit.end,
        end > start || head(at: function.end, from: index, isShared: false) != nil
      {
        break
      }
      // 各街道办事处: the name of the body holds its rank.
      if end > start, hit.list == .ranks, beginsLonger(than: hit, from: index) { break }
      // 市、县（市）、上街区: a district of its own joins the ranks before it.
      if hit.list == .regions, expectsRank, prefix.isJoined {
        end = hit.end
        prefix.range = start..<end
        expectsRank = false
        continue
      }
      if hit.list == .regions {
        if prefix.form != nil { break }
        let region = vocabulary.regions[hit.row]
        prefix.region = hit.row
        prefix.level = region.level
        prefix.placeRange = start..<hit.end
        prefix.endsDefinite = true
      } else {
        let rank = vocabulary.ranks[hit.row]
        if rank.form == .definite, prefix.region >= 0 || prefix.form == .general, !expectsRank {
          // 区 in 厦门市区级 or in 各区 belongs to the word before it.
          if prefix.region >= 0 { break }
        }
        // 校 in 市校园餐工作专班 begins another word.
        if prefix.form == .definite, rank.form == .definite, rank.level == .internal { break }
        prefix.form = rank.form
        prefix.level = rank.level ?? (prefix.region >= 0 || !expectsRank ? prefix.level : nil)
        prefix.endsDefinite = rank.form == .definite
      }
      end = hit.end
      prefix.range = start..<end
      if prefix.isJoined, prefix.form == .definite { prefix.form = .general }
      // 省、市 and 市和县 are one rank if another rank follows the connective.
      let connective = connectiveCount(at: end)
      if connective > 0, hit.list == .ranks,
        isRank(at: end + connective, from: index)
          && !isAbove(prefix.level, at: end + connective, from: index)
          || prefix.isJoined && isDistrict(at: end + connective, from: index)
      {
        end += connective
        prefix.isJoined = true
        expectsRank = true
        continue
      }
      expectsRank = false
      end = skippingTerm(from: end)
      prefix.range = start..<end
    }
    if prefix.isJoined {
      prefix.form = .general
      prefix.endsDefinite = false
    }
    return prefix
  }

  /// Passes 第十四届 between a place and its people's congress.
  private func skippingTerm(from start: Int) -> Int {
    guard start + 2 < limit, scalars[start] == "第",
      let number = ChineseNumeral.integer(in: scalars, from: start + 1, to: limit),
      number.end + 1 < limit, scalars[number.end] == "届", scalars[number.end + 1] == "人"
    else { return start }
    return number.end + 1
  }

  /// Whether a body that a place or rank may precede begins with a rank and goes on: 街道办事处.
  private func beginsLonger(than rank: TermHit, from index: Int) -> Bool {
    guard let organ = longest(.organs, at: rank.start, from: index), organ.end > rank.end else {
      return false
    }
    return vocabulary.organs[organ.row].part == .local
  }

  /// Whether the name of a county or district begins at an offset, and that of its organ goes on: 上街区 + 人民政府.
  private func isDistrict(at offset: Int, from index: Int) -> Bool {
    guard let hit = longest(.regions, at: offset, from: index),
      vocabulary.regions[hit.row].level == .county
    else { return false }
    return hit.end < limit && isHan(scalars[hit.end])
  }

  /// 县 after 各乡镇、: ranks are joined from the higher to the lower.
  private func isAbove(_ level: Entity.Level?, at offset: Int, from index: Int) -> Bool {
    guard level == .township, let hit = longest(.ranks, at: offset, from: index),
      let next = vocabulary.ranks[hit.row].level
    else { return false }
    return next != .township && next != .village
  }

  private func isRank(at offset: Int, from index: Int) -> Bool {
    guard let hit = longest(.ranks, at: offset, from: index) else { return false }
    return vocabulary.ranks[hit.row].level != nil
  }

  /// How many scalars the connective at an offset has; 0 for none.
  func connectiveCount(at offset: Int) -> Int {
    vocabulary.words.connectives.longest(in: scalars, from: offset, to: limit)?.range.count ?? 0
  }

  // MARK: - Names

  /// The name at an offset; `nil` if none begins there.
  ///
  /// Further members of a coordination are left in ``members``.
  mutating func name(at start: Int, from index: Int) -> ParsedName? {
    members.removeAll(keepingCapacity: true)
    let prefix = prefix(at: start, from: index)
    let bare = ParsedName.Prefix(at: start)
    guard !prefix.range.isEmpty else { return name(after: bare, from: index) }
    // 国家 begins names of its own (国家铁路局) as well as ranks.
    let whole = organ(at: start, after: bare, from: index)
    if let name = name(after: prefix, from: index),
      name.range.upperBound > (whole?.end ?? 0) || !members.isEmpty
    {
      return name
    }
    members.removeAll(keepingCapacity: true)
    return name(after: bare, from: index)
  }

  private mutating func name(after prefix: ParsedName.Prefix, from index: Int) -> ParsedName? {
    let start = prefix.range.upperBound
    guard start < limit else { return nil }
    let hasPrefix = !prefix.range.isEmpty
    let organ = organ(at: start, after: prefix, from: index)
    let department = department(
      at: start, from: index, hasPlace: hasPrefix && organ == nil)
    var name: ParsedName
    if let department, department.end > (organ?.end ?? 0) || hasPrefix && organ == nil {
      name = self.name(of: department, prefix: prefix)
      if department.members.count > 1 { return distribute(name, over: department) }
    } else if let organ {
      let row = vocabulary.organs[organ.row]
      name = ParsedName(
        range: prefix.range.lowerBound..<organ.end, prefix: prefix, core: .organ(organ.row),
        coreRange: organ.range, tail: organ.end..<organ.end, kind: row.kind,
        level: row.part == .whole || prefix.form == nil && prefix.region < 0
          ? row.level : prefix.level ?? row.level,
        generic: isGeneric(row, prefix: prefix))
      if let extended = hosted(by: name, row: row, from: index) { name = extended }
      if !members.isEmpty { return name }
    } else if hasPrefix, prefix.level != nil || prefix.isJoined || prefix.form == .general,
      let head = freeDepartment(at: start, from: index)
    {
      name = freeName(prefix: prefix, start: start, head: head)
    } else {
      return nil
    }
    extend(&name, from: index)
    return name
  }

  private func organ(
    at start: Int, after prefix: ParsedName.Prefix, from index: Int
  ) -> TermHit? {
    let hasPrefix = !prefix.range.isEmpty
    var index = firstHit(at: start, from: index)
    var best: TermHit?
    while index < hits.count, hits[index].start == start {
      let hit = hits[index]
      index += 1
      guard hit.end <= limit else { continue }
      if hit.list == .notNames { return nil }
      guard hit.list == .organs, !isBeginning(hit) else { continue }
      let fits =
        switch vocabulary.organs[hit.row].part {
        case .whole, .placed: !hasPrefix
        case .local, .inner: true
        case .bound: prefix.endsDefinite
        case .office: hasPrefix
        }
      if fits, best == nil { best = hit }
    }
    return best
  }

  /// Whether what looks like an organ begins other words: 财政部 in 财政部分.
  private func isBeginning(_ hit: TermHit) -> Bool {
    guard hit.end < limit, let others = vocabulary.notBefore[scalars[hit.end - 1].value] else {
      return false
    }
    return others.contains(scalars[hit.end])
  }

  private func isGeneric(
    _ organ: EntityVocabulary.Organ, prefix: ParsedName.Prefix
  ) -> Bool {
    if organ.part == .whole || organ.part == .placed { return false }
    if prefix.form == .general { return true }
    if prefix.form == .definite || prefix.region >= 0 { return false }
    return organ.part == .local && organ.kind != .committee
  }

  // MARK: - What follows

  /// A department of a government or council: 国务院 + 教育行政部门, 县级以上人民政府 + 财政部门.
  private mutating func hosted(
    by host: ParsedName, row: EntityVocabulary.Organ, from index: Int
  ) -> ParsedName? {
    guard row.kind == .government || row.kind == .party && row.part == .placed else { return nil }
    var start = host.range.upperBound
    // 及其 parts two names; 各 and 有关 belong to the department.
    if let rank = longest(.ranks, at: start, from: index),
      vocabulary.ranks[rank.row].level == nil, vocabulary.ranks[rank.row].form == .general
    {
      start = rank.end
    }
    var name = host
    name.host = organRow(of: host)
    name.hostRange = host.coreRange
    name.kind = .department
    if let department = department(at: start, from: index) {
      name.range = host.range.lowerBound..<department.end
      name.core = .department(function: department.members[0].function, head: department.head)
      name.coreRange = host.range.upperBound..<department.end
      name.tail = department.end..<department.end
      if department.members.count > 1 { return distribute(name, over: department) }
      return name
    }
    if let organ = longest(.organs, at: start, from: index),
      vocabulary.organs[organ.row].kind == .department,
      vocabulary.organs[organ.row].part != .whole, !vocabulary.organs[organ.row].follows
    {
      name.range = host.range.lowerBound..<organ.end
      name.core = .organ(organ.row)
      name.coreRange = host.range.upperBound..<organ.end
      name.tail = organ.end..<organ.end
      return name
    }
    guard let head = freeDepartment(at: start, from: index) else { return nil }
    name.range = host.range.lowerBound..<head.end
    name.core = .department(function: -1, head: head.row)
    name.coreRange = host.range.upperBound..<head.end
    name.tail = head.end..<head.end
    return name
  }

  private func organRow(of name: ParsedName) -> Int {
    if case .organ(let row) = name.core { return row }
    return -1
  }

  /// Takes in offices and posts that follow: 国务院 + 办公厅, 校党委组织部 + 负责人.
  func extend(_ name: inout ParsedName, from index: Int) {
    for _ in 0..<2 {
      let end = name.range.upperBound
      if let organ = longest(.organs, at: end, from: index), vocabulary.organs[organ.row].follows,
        longest(.notNames, at: end, from: index) == nil
      {
        name.range = name.range.lowerBound..<organ.end
        name.tail = name.tail.lowerBound..<organ.end
        name.tailOrgan = organ.row
        let row = vocabulary.organs[organ.row]
        name.kind = kind(ofOffice: row.kind, under: name.kind)
        continue
      }
      if let post = post(at: end, from: index),
        // 成员 in 指挥部成员单位 begins another name.
        longest(.organs, at: end, from: index).map({ $0.end <= post.end }) ?? true
      {
        name.range = name.range.lowerBound..<post.end
        name.tail = name.tail.lowerBound..<post.end
        name.kind = .person
        name.hasPost = true
      }
      return
    }
  }

  /// What an office is of whom: that of a government is a department, that of a committee a unit.
  private func kind(ofOffice office: Entity.Kind, under host: Entity.Kind) -> Entity.Kind {
    switch host {
    case .government: office == .committee ? .committee : .department
    case .committee: .unit
    default: office == .department ? host : office
    }
  }
}
