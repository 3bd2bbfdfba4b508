import PolicyLexicons
import PolicyText

/// Departments: a function with a head, alone or in a coordination that shares its head.
extension NameParser {
  /// One member of a coordination: 教育 in 发展改革、教育、财政等部门.
  struct Member {
    let range: Range<Int>
    /// A row of `functions`; -1 for one known by its place only.
    let function: Int
  }

  struct Department {
    let members: [Member]
    /// A row of `department_heads`.
    let head: Int
    let headRange: Range<Int>
    /// Whether 等 stands before the head.
    let open: Bool
    let end: Int
  }

  /// The departments that begin with a function at an offset.
  ///
  /// `hasPlace`: whether a place or rank stands before it, so that the first may be one that no
  /// lexicon has.
  func department(at start: Int, from index: Int, hasPlace: Bool = false) -> Department? {
    guard let first = longest(.functions, at: start, from: index) else {
      guard hasPlace, let free = freeMember(at: start, from: index) else { return nil }
      return department(from: Member(range: free, function: -1), index: index)
    }
    if let head = head(at: first.end, from: index, isShared: false) {
      return Department(
        members: [Member(range: first.range, function: first.row)], head: head.row,
        headRange: head.range, open: false, end: head.end)
    }
    if let chain = chain(from: first, index: index) { return chain }
    return department(from: member(first, from: index), index: index)
  }

  /// 教育体育局: functions that touch before the head of one office.
  private func chain(from first: TermHit, index: Int) -> Department? {
    var end = first.end
    for _ in 0..<3 {
      guard let next = longest(.functions, at: end, from: index) else { return nil }
      end = next.end
      guard let head = head(at: end, from: index, isShared: false) else { continue }
      guard vocabulary.heads[head.row].form == .office else { return nil }
      return Department(
        members: [Member(range: first.start..<end, function: -1)], head: head.row,
        headRange: head.range, open: false, end: head.end)
    }
    return nil
  }

  /// A member of a coordination that begins as a function does, but may be longer than it: 规划资源.
  private func member(_ function: TermHit, from index: Int) -> Member {
    let end = skippingAdjective(function.end)
    if end < limit, isHan(scalars[end]), scalars[end] != "等", connectiveCount(at: end) == 0,
      head(at: end, from: index, isShared: false) == nil,
      let free = freeMember(at: function.start, from: index)
    {
      return Member(range: free, function: -1)
    }
    return Member(range: function.range, function: function.row)
  }

  /// The departments of a coordination with a shared head.
  private func department(from first: Member, index: Int) -> Department? {
    var members = [first]
    var end = skippingAdjective(first.range.upperBound)
    while members.count < 40 {
      let connective = connectiveCount(at: end)
      guard connective > 0 else { break }
      // 登记证明文件或者司法行政部门: only 、 joins what no lexicon has.
      if first.function < 0, scalars[end] != "、", members.count == 1 { return nil }
      let next = end + connective
      if let function = longest(.functions, at: next, from: index) {
        let member = member(function, from: index)
        members.append(member)
        end = member.range.upperBound
        if let head = head(at: end, from: index, isShared: false) {
          let isOffice = vocabulary.heads[head.row].form == .office
          // 教育、财政局 is 财政局 with another noun before it, unless a place stands first.
          if isOffice || first.function < 0 && vocabulary.heads[head.row].form != .generic {
            return nil
          }
          return Department(
            members: members, head: head.row, headRange: head.range, open: false, end: head.end)
        }
        end = skippingAdjective(end)
      } else if scalars[end] == "、", let free = freeMember(at: next, from: index) {
        members.append(Member(range: free, function: -1))
        end = free.upperBound
      } else if members.allSatisfy({ $0.function >= 0 }), let rest = restHead(at: next, from: index)
      {
        return Department(
          members: members, head: rest.row, headRange: rest.range, open: false, end: end)
      } else {
        return nil
      }
    }
    var open = false
    if end < limit, scalars[end] == "等" {
      open = true
      end += 1
    }
    if let rank = longest(.ranks, at: end, from: index),
      vocabulary.ranks[rank.row].level == nil, vocabulary.ranks[rank.row].form == .general
    {
      end = rank.end
    }
    guard open || members.count > 1,
      let head = head(at: end, from: index, isShared: true)
    else { return nil }
    return Department(
      members: members, head: head.row, headRange: head.range, open: open, end: head.end)
  }

  /// 部门 in 民政、市场监督管理和相关部门: the head of those named, before 相关, is also that of the rest.
  private func restHead(at offset: Int, from index: Int) -> TermHit? {
    guard let rank = longest(.ranks, at: offset, from: index),
      vocabulary.ranks[rank.row].level == nil, vocabulary.ranks[rank.row].form == .general
    else { return nil }
    return head(at: rank.end, from: index, isShared: true)
  }

  /// The head of a department at an offset, if it is one and not the beginning of another word.
  func head(at offset: Int, from index: Int, isShared: Bool) -> TermHit? {
    var index = firstHit(at: offset, from: index)
    while index < hits.count, hits[index].start == offset {
      let hit = hits[index]
      index += 1
      guard hit.list == .departmentHeads, hit.end <= limit else { continue }
      let head = vocabulary.heads[hit.row]
      if isShared, head.form != .generic { continue }
      if hit.end < limit, head.notBefore.contains(scalars[hit.end]) { continue }
      return hit
    }
    return nil
  }

  /// 教育行政、劳动行政部门 repeat the adjective.
  private func skippingAdjective(_ offset: Int) -> Int {
    guard
      let end = vocabulary.words.list(.adjective).longest(in: scalars, from: offset, to: limit)?
        .range.upperBound, connectiveCount(at: end) > 0
    else { return offset }
    return end
  }

  /// A member of a coordination that no lexicon knows: a few characters up to the next mark.
  private func freeMember(at start: Int, from index: Int) -> Range<Int>? {
    var end = start
    while end < limit, end - start < 9, isHan(scalars[end]), scalars[end] != "等",
      connectiveCount(at: end) == 0
    {
      if vocabulary.bounds.countEnding(before: end + 1, in: scalars, from: start) > 0 { return nil }
      end += 1
    }
    // 社区矫正机构和公安机关: what ends as a body does shares no head.
    guard end > start + 1, end < limit, !endsInHead(start..<end, from: index),
      scalars[end] == "、" || scalars[end] == "等" || connectiveCount(at: end) > 0
    else { return nil }
    return start..<end
  }

  /// Whether words end in the head of a department: 机构, 机关, 部门.
  private func endsInHead(_ words: Range<Int>, from index: Int) -> Bool {
    (words.lowerBound..<words.upperBound - 1).contains { offset in
      longest(.departmentHeads, at: offset, from: index)?.end == words.upperBound
        || longest(.categories, at: offset, from: index)?.end == words.upperBound
    }
  }

  /// The head of a department whose function no lexicon knows: 国务院 + 矿山安全 + 主管部门.
  func freeDepartment(at start: Int, from index: Int) -> TermHit? {
    // 各地要健全…部门: what begins with a marker or a verb is a predicate.
    guard
      vocabulary.modals.countStarting(at: start, in: scalars, upTo: limit) == 0
        || longest(.functions, at: start, from: index) != nil
    else { return nil }
    var index = firstHit(at: start, from: index)
    var reach = start
    while index < hits.count, hits[index].start <= start + 20, hits[index].start < limit {
      let hit = hits[index]
      index += 1
      guard hit.list == .departmentHeads, hit.end <= limit,
        vocabulary.heads[hit.row].form == .generic, hit.end - hit.start >= 2
      else { continue }
      while reach < hit.start {
        if !isHan(scalars[reach]) { return nil }
        reach += 1
        if vocabulary.bounds.countEnding(before: reach, in: scalars, from: start) > 0 {
          return nil
        }
      }
      return hit
    }
    return nil
  }

  func name(of department: Department, prefix: ParsedName.Prefix) -> ParsedName {
    let head = vocabulary.heads[department.head]
    let isDefinite = prefix.form == .definite || prefix.region >= 0 && prefix.form == nil
    return ParsedName(
      range: prefix.range.lowerBound..<department.end, prefix: prefix,
      core: .department(function: department.members[0].function, head: department.head),
      coreRange: department.members[0].range.lowerBound..<department.end,
      tail: department.end..<department.end,
      kind: kind(of: head, prefix: prefix),
      level: prefix.level ?? (head.form == .inner ? .internal : nil),
      generic: head.form == .generic ? !isDefinite : prefix.form == .general)
  }

  private func kind(
    of head: EntityVocabulary.DepartmentHead, prefix: ParsedName.Prefix
  ) -> Entity.Kind {
    if head.form == .inner, prefix.level != .internal, !prefix.range.isEmpty { return .department }
    // 采购管理委员会 of a firm is no department of a government.
    if isHouse, prefix.range.isEmpty, vocabulary.words.ends(head.full, in: .board) {
      return .committee
    }
    return head.kind
  }

  func freeName(prefix: ParsedName.Prefix, start: Int, head: TermHit) -> ParsedName {
    ParsedName(
      range: prefix.range.lowerBound..<head.end, prefix: prefix,
      core: .department(function: -1, head: head.row), coreRange: start..<head.end,
      tail: head.end..<head.end, kind: vocabulary.heads[head.row].kind, level: prefix.level,
      generic: prefix.form != .definite && prefix.region < 0)
  }

  /// Gives each member of a coordination a name of its own; the first is returned, the others are
  /// left in ``members``.
  mutating func distribute(_ whole: ParsedName, over department: Department) -> ParsedName {
    var result = whole
    for (index, member) in department.members.enumerated() {
      var name = whole
      let isFirst = index == 0
      let isLast = index == department.members.count - 1
      let start = isFirst ? whole.range.lowerBound : member.range.lowerBound
      // The last one has its head behind it, also where 等 stands between.
      let end = isLast ? department.end : member.range.upperBound
      name.range = start..<end
      name.core = .department(
        function: member.function,
        head: isLast ? department.head : sharedHead(of: department))
      name.coreRange = member.range
      name.tail = end..<end
      name.sharedHead = department.headRange
      // 县级以上人民政府民政、财政等部门: what kind of government is said of the first only.
      if !isFirst, whole.prefix.form == .general, whole.prefix.region < 0 {
        name.prefix = ParsedName.Prefix(at: start)
        name.host = -1
        name.hostRange = 0..<0
      }
      name.open = department.open
      if isFirst { result = name } else { members.append(name) }
    }
    return result
  }

  /// The head of the members before the last: 民政 in 民政、社会组织管理部门 is 民政部门, since 管理 belongs to the
  /// last, unless 等 parts them (民政等管理部门).
  private func sharedHead(of department: Department) -> Int {
    guard !department.open, vocabulary.heads[department.head].form == .generic,
      vocabulary.heads[department.head].full.hasSuffix("管理部门")
    else { return department.head }
    return vocabulary.plainHead ?? department.head
  }

  func isHan(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x4E00 && scalar.value <= 0x9FFF
  }
}
