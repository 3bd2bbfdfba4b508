import PolicyClauses
import PolicyStructure

/// Acts that are known by how they are done or by the list that they stand in, though no list has their verb.
extension NormReader {
  /// 及时运送重伤员, 部属高等学校适当推迟开学: what follows an adverb of manner is done.
  func actInManner(
    in range: Range<Int>, from start: Int, by parties: [Subject.Party] = []
  ) -> Act? {
    var offset = start
    var isManner = false
    while let word = map.word([.adverb, .connective], at: offset, before: range.upperBound) {
      isManner = isManner || word.roles.contains(.manner)
      offset = word.end
      if offset < range.upperBound, map.scalars[offset] == "地" { offset += 1 }
    }
    // 逐步形成的格局: a modifier.
    if let verb = map.word(.verb, at: offset, before: range.upperBound),
      verb.end < range.upperBound, map.scalars[verb.end] == "的"
    {
      return nil
    }
    guard isManner, isDone(offset..<range.upperBound) else { return nil }
    return Act(
      start: offset, parties: parties,
      rule: parties.isEmpty ? "norm.directive.manner" : "norm.act")
  }

  /// 对没有报警器的住户，现场督促安装: what follows those whom it is done to.
  func act(of clause: Clause, after lead: Clause) -> Act? {
    guard directs, lead.mark == .comma, isAdverbial(lead) else { return nil }
    switch map.scalars[lead.range.lowerBound] {
    case "对": break
    case "针" where map.scalars[lead.range.lowerBound + 1] == "对": break
    default: return nil
    }
    let start = map.skipping(
      [.adverb, .connective], from: clause.range.lowerBound, before: clause.range.upperBound)
    let rest = start..<clause.range.upperBound
    guard start < clause.range.upperBound, isDone(rest), map.token(.verb, in: rest) != nil else {
      return nil
    }
    return Act(start: start, rule: "norm.directive.object")
  }

  /// 抢救被埋压人员 under 主要职责: each sentence of a list of duties says what is to be done.
  func actOfDuty(in range: Range<Int>, from start: Int) -> Act? {
    guard isDuty, isDone(start..<range.upperBound), layer.enclosure(at: start) == nil else {
      return nil
    }
    let found = subjects.subject(in: range, isClosed: false)
    if case .parties(let parties) = found.subject, found.end < range.upperBound {
      return Act(start: found.end, parties: parties, rule: "norm.act")
    }
    return Act(start: start, rule: "norm.directive.duty")
  }

  /// 于6月5日发放通知书: after a time even a verb that is often a noun is the predicate.
  func actAtTime(after word: NormWord, in range: Range<Int>) -> Act? {
    for offset in word.end + 1..<max(word.end + 1, min(range.upperBound - 2, word.end + 16)) {
      switch map.scalars[offset] {
      case "日", "月", "前", "后", "内", "年", "底", "末", "时", "中", "里": break
      default: continue
      }
      let start = map.skipping(.adverb, from: offset + 1, before: range.upperBound)
      guard let verb = map.word([.directive, .either], at: start, before: range.upperBound - 1),
        verb.end > start + 1, map.scalars[verb.end] != "的"
      else { continue }
      return Act(start: start, rule: "norm.directive.time")
    }
    return nil
  }

  /// Whether words can be a predicate that no list has: long enough, and neither a noun nor what something is.
  private func isDone(_ rest: Range<Int>) -> Bool {
    guard rest.count >= 3, let last = rest.last, map.scalars[last] != "的" else { return false }
    switch map.scalars[rest.lowerBound] {
    case "的", "性", "化", "者", "、", "：", "（", "“", "《", "期", "率": return false
    case let first where isNumeral(first): return false
    default: break
    }
    if map.token([.statement, .state, .bound, .happening, .marker], in: rest) != nil {
      return false
    }
    // 优先对象为低收入家庭 says what it is; 及时为伤员联系医院 for whom.
    return !rest.dropFirst().contains {
      map.scalars[$0] == "为"
        && map.word([.verb, .plain], endingAt: $0 + 1, after: rest.lowerBound) == nil
        && map.word(.verb, at: $0, before: rest.upperBound) == nil
    }
  }

  /// Notes that what stands under a unit is a list of duties: its words or its heading end in 职责.
  mutating func noteDuties(of unit: Node, leadsIn: Bool, in block: TextBlock) {
    guard leadsIn else { return }
    let end = block.range.upperBound - 1
    guard end >= block.range.lowerBound + 2, map.scalars[end] == "：",
      map.scalars[end - 1] == "责", map.scalars[end - 2] == "职"
    else { return }
    duties[block.node] = true
    // 主要职责： as a paragraph of its own introduces what follows beside it.
    if unit.level == .paragraph, let parent = unit.parent { duties[parent] = true }
  }
}
