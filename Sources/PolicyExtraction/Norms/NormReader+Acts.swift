import PolicyClauses

extension NormReader {
  /// What a clause has done, and by whom.
  struct Act {
    var start: Int
    var parties: [Subject.Party] = []
    var isAboutThing = false
    var rule: String
  }

  /// X of …由X研究确定, where X is an organ.
  func actBy(in range: Range<Int>) -> Act? {
    for word in map.words(in: range)
    where word.roles.contains(.preposition) && map.scalars[word.start] == "由"
      && word.end == word.start + 1
    {
      guard let group = subjects.party(after: word.end, before: range.upperBound),
        group.end < range.upperBound, directs || acts
      else { continue }
      var start = map.skipping([.adverb, .preposition], from: group.end, before: range.upperBound)
      // 由各学院于2月19日前在网站公布.
      if map.word(.verb, at: start, before: range.upperBound) == nil,
        map.word(.preposition, at: group.end, before: range.upperBound) != nil,
        let verb = predicate(in: start..<range.upperBound)
      {
        start = verb.start
      }
      guard let verb = map.word(.verb, at: start, before: range.upperBound),
        map.word(.statement, at: start, before: range.upperBound) == nil,
        layer.enclosure(at: word.start) == nil,
        // 由省长任指挥长 tells who the commander is.
        !isAppointment(at: group.end, before: range.upperBound),
        // 由第三人负担的费用: a modifier.
        verb.end >= range.upperBound || map.scalars[verb.end] != "的"
      else { continue }
      return Act(start: start, parties: group.parties, rule: "norm.act.by")
    }
    return nil
  }

  /// The act that a clause without a marker says, if it says one.
  func act(of clause: Clause, by named: [Subject.Party]) -> Act? {
    let range = opening(of: clause)
    let start = map.skipping(
      [.adverb, .connective], from: range.lowerBound, before: range.upperBound)
    if !named.isEmpty {
      guard map.word(.verb, at: start, before: range.upperBound) != nil,
        map.word(.statement, at: start, before: range.upperBound) == nil
      else { return nil }
      return Act(start: start, parties: named, rule: "norm.act")
    }
    guard start < range.upperBound, clause.mark != .colon || range.count > 6 else { return nil }
    if directs, let verb = map.word([.directive, .either], at: start, before: range.upperBound),
      map.word(.head, at: start, before: range.upperBound).map({
        // 处理领导小组的日常事务: the name begins after the verb.
        $0.end <= verb.end || $0.end - verb.end >= 4 && map.scalars[$0.end] == "的"
      }) ?? true,
      isPredicate(verb, start: start, in: range), !isNameOfTeam(verb, in: range)
    {
      return Act(start: start, rule: "norm.directive")
    }
    if directs, let verb = verbAfterTime(from: start, in: range) {
      return Act(start: verb, rule: "norm.directive.time")
    }
    if isLimit(clause) { return nil }
    if let act = actOfSubject(in: range, from: start) { return act }
    let isOnObject = "将把".unicodeScalars.contains {
      map.scalars[start] == $0 || map.scalars[range.lowerBound] == $0
    }
    if let act = isOnObject ? nil : actBy(in: range) { return act }
    guard directs else { return nil }
    return actOnThing(in: afterAdverbs(of: range)..<range.upperBound)
      ?? (asks(clause) ? actAsked(from: start, in: range) : nil)
      ?? actInManner(in: range, from: range.lowerBound)
      ?? actOfDuty(in: range, from: start)
  }

  /// 请家长于5月底前报名, 请认真组织实施: what is asked, and of whom, if it says.
  private func actAsked(from start: Int, in range: Range<Int>) -> Act {
    guard let asked = subjects.party(after: range.lowerBound + 1, before: range.upperBound),
      asked.start <= start + 1, asked.end < range.upperBound
    else { return Act(start: start, rule: "norm.directive") }
    return Act(start: asked.end, parties: asked.parties, rule: "norm.directive")
  }

  /// Where a clause begins after its adverbs: 将 is none before an object.
  private func afterAdverbs(of range: Range<Int>) -> Int {
    var start = range.lowerBound
    while start < range.upperBound {
      if let word = map.word([.adverb, .connective], at: start, before: range.upperBound),
        !word.roles.contains(.preposition)
      {
        start = word.end
        // 积极稳妥地推广.
        if map.scalars[start] == "地", start + 1 < range.upperBound { start += 1 }
      } else {
        return start
      }
    }
    return range.lowerBound
  }

  /// A clause without what only numbers it or stands before it: a code (B3-2), a dash, a bracket.
  private func opening(of clause: Clause) -> Range<Int> {
    var start = clause.range.lowerBound
    while start < clause.range.upperBound {
      switch map.scalars[start] {
      case "A"..."Z", "0"..."9", "-", "—", "·", " ":
        // 2025年 is a time and no code.
        var end = start + 1
        while end < clause.range.upperBound, map.scalars[end].isASCII || map.scalars[end] == "—" {
          end += 1
        }
        let first = map.scalars[start]
        guard !("0"..."9" ~= first), end < clause.range.upperBound else {
          return start..<clause.range.upperBound
        }
        start = end
      case "（":
        guard let enclosure = layer.enclosure(at: start),
          enclosure.upperBound < clause.range.upperBound
        else { return start..<clause.range.upperBound }
        start = enclosure.upperBound
      default: return start..<clause.range.upperBound
      }
    }
    return clause.range
  }

  /// 小学每周不少于2课时: a number is bounded, and nothing is done.
  func isLimit(_ clause: Clause) -> Bool {
    let range = clause.range
    guard let bound = map.words(in: range).first(where: { $0.roles.contains(.bound) }),
      bound.end < range.upperBound,
      (bound.end..<min(range.upperBound, bound.end + 4)).contains(where: {
        isNumeral(map.scalars[$0])
      })
    else { return false }
    // 区人民医院储备降温毯不少于10台, 河长每周巡河不少于1次: the number is that of an act.
    if directs, isAct(before: bound.start, in: range) { return false }
    // 按照不少于1名的标准配备医生: the bound is a part of the measure.
    if let particle = (bound.end..<range.upperBound).first(where: { map.scalars[$0] == "的" }),
      map.word(.measure, at: particle + 1, before: range.upperBound) != nil
    {
      return false
    }
    return map.token([.directive, .light], in: range.lowerBound..<bound.start) == nil
  }

  /// Whether an organ that opens a clause does something before an offset.
  private func isAct(before offset: Int, in range: Range<Int>) -> Bool {
    let found = subjects.subject(in: range.lowerBound..<offset, isClosed: false)
    guard case .parties(let parties) = found.subject, parties.contains(where: \.isOfficial),
      parties.first?.range.lowerBound == range.lowerBound
    else { return false }
    return map.word(.verb, at: found.end, before: offset).map { $0.end + 1 < offset } ?? false
      || map.scalars[found.end] == "每" && offset - found.end >= 4
  }

  /// 市教育局制定计划, 由财政部门承办: what a party does, in a document that directs, or an official one.
  func actOfSubject(in range: Range<Int>, from start: Int) -> Act? {
    let found = subjects.subject(in: range, isClosed: false)
    guard case .parties(let parties) = found.subject else { return nil }
    let isBy = map.scalars[start] == "由"
    guard parties.first?.isPolity != true,
      directs || (acts && parties.contains(where: \.isOfficial))
    else { return nil }
    // 二亿元以上的政府投资项目: in a stated act the subject opens the clause.
    guard directs || isBy || parties.first.map({ $0.range.lowerBound <= start }) == true else {
      return nil
    }
    let rule = isBy ? "norm.act.by" : "norm.act"
    var offset = map.skipping(
      [.adverb, .connective, .closer], from: found.end, before: range.upperBound)
    if let mark = objectMark(from: found.end, to: offset) { offset = mark }
    if let word = map.word(.preposition, at: offset, before: range.upperBound),
      map.word(.verb, at: offset, before: range.upperBound).map({ $0.end <= word.end }) ?? true
    {
      // 办公室由有关单位人员组成 tells what the office is.
      if map.word(.statement, endingAt: range.upperBound, after: word.end) != nil { return nil }
      // 指挥部由省长任指挥长 tells who the commander is.
      if map.scalars[word.start] == "由",
        let group = subjects.party(after: word.end, before: range.upperBound),
        isAppointment(at: group.end, before: range.upperBound)
      {
        return nil
      }
      // 组长由选民推选: who acts stands after 由.
      if map.scalars[word.start] == "由", !isBy, let act = actBy(in: range) { return act }
      // 对材料进行审核: the verb stands after the object.
      guard let verb = predicate(in: word.end..<range.upperBound) else {
        // 学校为公办学校 tells what it is.
        guard isBy || directs, map.scalars[word.start] != "为" else { return nil }
        return Act(start: offset, parties: parties, rule: rule)
      }
      offset = verb.start
    }
    guard let verb = map.word(.verb, at: offset, before: range.upperBound) else {
      // 主管部门每五年组织一次调查; 指挥部定点召集各组负责人.
      if verbAfterTime(from: offset, in: range) != nil || directs && isDone(at: offset, in: range) {
        return Act(start: found.end, parties: parties, rule: rule)
      }
      return directs ? actInManner(in: range, from: found.end, by: parties) : nil
    }
    guard !verb.roles.contains(.happening), directs || !isSystem(verb, in: range),
      map.word(.statement, at: offset, before: range.upperBound) == nil,
      verb.end >= range.upperBound || map.scalars[verb.end] != "的"
    else { return nil }
    return Act(start: found.end, parties: parties, rule: rule)
  }

  /// The verb that a prepositional phrase leads up to: 完成 of 自收到材料之日起十日内完成.
  private func predicate(in range: Range<Int>) -> NormWord? {
    var first: NormWord?
    var offset = range.lowerBound
    while let verb = map.token(.verb.union(.light), in: offset..<range.upperBound) {
      offset = verb.end
      guard !verb.roles.contains(.happening),
        verb.end == range.upperBound || map.scalars[verb.end] != "的"
      else { continue }
      if !verb.roles.isDisjoint(with: [.directive, .light]) { return verb }
      if first == nil { first = verb }
    }
    return first
  }

  /// 学校实行校长负责制 in a charter or a law tells how things are ordered.
  private func isSystem(_ verb: NormWord, in range: Range<Int>) -> Bool {
    guard map.scalars[verb.start] == "实", map.scalars[verb.end - 1] == "行" else { return false }
    switch (map.scalars[range.upperBound - 2], map.scalars[range.upperBound - 1]) {
    case (_, "制"), ("制", "度"), ("体", "制"): return true
    default: return false
    }
  }

  /// 由省长任指挥长, 由校长担任组长.
  private func isAppointment(at offset: Int, before limit: Int) -> Bool {
    guard offset + 1 < limit else { return false }
    switch (map.scalars[offset], map.scalars[offset + 1]) {
    case ("任", _), ("担", "任"), ("兼", "任"): return true
    default: return false
    }
  }

  /// 抢险组开展自救: a verb that is often a noun makes a name with 组 or 队, which acts.
  private func isNameOfTeam(_ verb: NormWord, in range: Range<Int>) -> Bool {
    guard verb.end + 2 < range.upperBound, verb.roles.contains(.either) else { return false }
    switch map.scalars[verb.end] {
    case "组", "队", "员", "者", "处", "室", "科": break
    default: return false
    }
    return map.word(.verb, at: verb.end, before: range.upperBound) == nil
      && map.word([.verb, .adverb, .preposition], at: verb.end + 1, before: range.upperBound) != nil
  }

  /// 将 and 把 among the adverbs after a subject: 市委组织部将全民阅读纳入培训.
  private func objectMark(from start: Int, to end: Int) -> Int? {
    (start..<end).first {
      (map.scalars[$0] == "将" || map.scalars[$0] == "把")
        && map.word(.preposition, at: $0, before: end) != nil
    }
  }

  /// A verb at the head of a clause is its predicate unless it is a noun: 评价工作…, 检查的….
  private func isPredicate(_ verb: NormWord, start: Int, in range: Range<Int>) -> Bool {
    guard verb.end < range.upperBound else {
      // 端正态度，提高认识: four characters direct only if more follows; alone they are a title.
      return verb.roles.contains(.directive)
        && (range.count > 4 || range.count == 4 && map.scalars[range.upperBound] == "，")
    }
    if map.scalars[verb.end] == "的" { return false }
    if !verb.roles.isDisjoint(with: [.directive, .causative]) { return true }
    // 评价工作 and 执行中 are nouns, and 补贴金额 before what it is; 公示结果 is a verb and its object.
    if map.word([.topic, .closer], at: verb.end, before: range.upperBound) != nil { return false }
    if let noun = map.word(.nominal, at: verb.end, before: range.upperBound),
      noun.end < range.upperBound, isSaidOf(noun.end, before: range.upperBound)
    {
      return false
    }
    if start > range.lowerBound { return true }
    return !map.contains("为", in: verb.end..<range.upperBound)
      && map.token([.statement, .bound], in: verb.end..<range.upperBound) == nil
      // 培训采取集中方式: two verbs that touch are a noun and its predicate.
      && map.word([.directive, .otherVerb], at: verb.end, before: range.upperBound) == nil
  }

  /// Whether what stands at an offset is said of the noun before it: 补贴金额每人500元, 评审结果由学校公布.
  private func isSaidOf(_ offset: Int, before limit: Int) -> Bool {
    isNumeral(map.scalars[offset]) || map.scalars[offset] == "每"
      || map.word([.statement, .preposition, .adverb, .light, .bound], at: offset, before: limit)
        != nil
  }
}
