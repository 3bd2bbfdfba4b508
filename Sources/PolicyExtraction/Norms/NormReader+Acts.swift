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
      let start = map.skipping([.adverb, .preposition], from: group.end, before: range.upperBound)
      guard let verb = map.word(.verb, at: start, before: range.upperBound),
        map.word(.statement, at: start, before: range.upperBound) == nil,
        layer.enclosure(at: word.start) == nil,
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
      map.word(.head, at: start, before: range.upperBound).map({ $0.end <= verb.end }) ?? true,
      isPredicate(verb, start: start, in: range)
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
    return map.token([.directive, .light], in: range.lowerBound..<bound.start) == nil
  }

  /// 市教育局制定计划, 由财政部门承办: what a party does, in a document that directs, or an official one.
  private func actOfSubject(in range: Range<Int>, from start: Int) -> Act? {
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
      // 对材料进行审核: the verb stands after the object.
      guard
        let verb = map.first(
          [.directive, .light, .otherVerb, .either], in: word.end..<range.upperBound)
      else { return isBy || directs ? Act(start: offset, parties: parties, rule: rule) : nil }
      offset = verb.start
    }
    guard let verb = map.word(.verb, at: offset, before: range.upperBound),
      !verb.roles.contains(.happening),
      map.word(.statement, at: offset, before: range.upperBound) == nil,
      verb.end >= range.upperBound || map.scalars[verb.end] != "的"
    else { return nil }
    return Act(start: found.end, parties: parties, rule: rule)
  }

  /// 将 and 把 among the adverbs after a subject: 市委组织部将全民阅读纳入培训.
  private func objectMark(from start: Int, to end: Int) -> Int? {
    (start..<end).first {
      (map.scalars[$0] == "将" || map.scalars[$0] == "把")
        && map.word(.preposition, at: $0, before: end) != nil
    }
  }

  /// 合同期满前3个月重新组织招标, 每3年修订1次教材: where the verb begins after the time that opens a clause.
  private func verbAfterTime(from start: Int, in range: Range<Int>) -> Int? {
    let end = min(range.upperBound, start + 20)
    var offset = start
    var opens = isNumeral(map.scalars[start]) || map.scalars[start] == "每"
    while offset < end {
      if map.word(.closer, at: offset, before: end) != nil {
        opens = true
      } else if opens, let verb = map.word(.directive, at: offset, before: range.upperBound),
        verb.end < range.upperBound, map.scalars[verb.end] != "的"
      {
        return offset
      }
      if let verb = map.word([.directive, .either], at: offset, before: end),
        verb.end > offset + 1, offset == start
      {
        return nil
      }
      guard opens else {
        if map.scalars[offset] == "的" || map.scalars[offset] == "，" { return nil }
        offset += 1
        continue
      }
      let next = map.skipping(.adverb, from: offset, before: range.upperBound)
      if next > offset {
        offset = next
      } else if isNumeral(map.scalars[offset]) || isTimeUnit(map.scalars[offset]) {
        offset += 1
      } else {
        return nil
      }
    }
    return nil
  }

  private func isTimeUnit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "年", "月", "日", "周", "天", "季", "度", "期", "学", "个", "小", "时", "底", "末", "初", "起", "前", "内",
      "每", "之", "以", "半", "上", "下", "始", "开":
      true
    default: false
    }
  }

  /// A verb at the head of a clause is its predicate unless it is a noun: 评价工作…, 检查的….
  private func isPredicate(_ verb: NormWord, start: Int, in range: Range<Int>) -> Bool {
    guard verb.end < range.upperBound else {
      return range.count > 4 && verb.roles.contains(.directive)
    }
    if map.scalars[verb.end] == "的" { return false }
    if !verb.roles.isDisjoint(with: [.directive, .causative]) { return true }
    // 评价工作 and 执行中 are nouns.
    if map.word([.topic, .closer], at: verb.end, before: range.upperBound) != nil { return false }
    if start > range.lowerBound { return true }
    return !map.contains("为", in: verb.end..<range.upperBound)
      && map.first([.directive, .otherVerb], in: verb.end..<range.upperBound) == nil
  }

  /// 评价工作每年开展1次, 大宗食材实行统一招标, 间接费用按照一定比例核定: what is to be done with a thing.
  private func actOnThing(in range: Range<Int>) -> Act? {
    if let word = map.word(.preposition, at: range.lowerBound, before: range.upperBound) {
      return actOnObject(of: word, in: range)
    }
    if let act = actOnThingByMeasure(in: range) { return act }
    var offset = range.lowerBound
    let roles: WordRoles = [.light, .directive, .otherVerb, .state, .statement]
    while let verb = map.token(roles, in: offset..<range.upperBound),
      verb.start - range.lowerBound <= 24
    {
      offset = verb.end
      guard verb.roles.isDisjoint(with: [.state, .statement]) else { return nil }
      guard verb.start > range.lowerBound + 1, map.scalars[verb.start - 1] != "的",
        verb.end >= range.upperBound || map.scalars[verb.end] != "的"
      else { return nil }
      let isDriven =
        verb.roles.contains(.directive)
        && map.word(.adverb, endingAt: verb.start, after: range.lowerBound + 1) != nil
        // 产业结构不断优化 tells how it changes.
        && !(verb.end >= range.upperBound && verb.roles.contains(.change))
      if isDriven || map.word(.light, at: verb.start, before: range.upperBound - 1) != nil {
        return Act(start: verb.start, isAboutThing: true, rule: "norm.directive.topic")
      }
      if verb.roles.contains(.directive) { return nil }
    }
    return nil
  }

  /// 供应价格一律按统购价执行: a thing, a measure, and the verb at the end.
  private func actOnThingByMeasure(in range: Range<Int>) -> Act? {
    guard let measure = map.token([.measured, .directive, .state, .statement], in: range),
      measure.roles.contains(.measured), measure.start > range.lowerBound + 1,
      measure.start - range.lowerBound <= 24,
      let verb = map.word(.verb, endingAt: range.upperBound, after: measure.end + 1),
      map.scalars[verb.start - 1] != "的"
    else { return nil }
    return Act(start: measure.start, isAboutThing: true, rule: "norm.directive.measure")
  }

  /// 对有偿家教加大治理力度, 将安全教育纳入课程: a preposition brings the object before the verb.
  private func actOnObject(of word: NormWord, in range: Range<Int>) -> Act? {
    if map.word(.measured, at: word.start, before: range.upperBound) != nil {
      return actByMeasure(after: word, in: range)
    }
    let isTime = "在从于".unicodeScalars.contains(map.scalars[word.start])
    if map.scalars[word.start] == "为" {
      // 为提高…: what for; 为老年人提供…: for whom.
      guard map.word(.verb, at: word.end, before: range.upperBound) == nil,
        map.scalars[word.end] != "了"
      else { return nil }
    }
    switch map.scalars[word.start] {
    case "为", "对", "将", "把", "在", "于", "通", "从", "向", "就", "面", "针", "围", "结", "依", "与": break
    default: return nil
    }
    guard !isTime || map.word(.closer, endingAt: range.upperBound, after: word.end) == nil else {
      return nil
    }
    // 及时向市政府报告情况: after 向 even a verb that is often a noun is the predicate.
    let isTo = map.scalars[word.start] == "向"
    let roles: WordRoles = isTo ? [.directive, .light, .either] : [.directive, .light]
    var offset = word.end + 1
    while offset < range.upperBound, let verb = map.token(roles, in: offset..<range.upperBound) {
      offset = verb.end
      guard verb.end < range.upperBound else {
        // 对发现的问题限期10日内整改: a verb that ends the clause, and no noun.
        guard isTo || verb.roles.contains(.directive), map.scalars[verb.start - 1] != "的" else {
          continue
        }
        return Act(start: isTo ? word.start : verb.start, rule: "norm.directive.object")
      }
      guard map.scalars[verb.end] != "的" else { continue }
      if map.contains("的", in: verb.end..<range.upperBound),
        map.word(.light, at: verb.start, before: range.upperBound) == nil
      {
        continue
      }
      return Act(start: isTo ? word.start : verb.start, rule: "norm.directive.object")
    }
    return nil
  }

  /// 按照…的要求布局助餐点, 按每张1.2万元的标准分三年拨付: what is done, and by what measure.
  func actByMeasure(after word: NormWord, in range: Range<Int>) -> Act? {
    for measure in map.words(in: word.end..<range.upperBound)
    where measure.roles.contains(.measure) && measure.end < range.upperBound {
      let start = map.skipping(.adverb, from: measure.end, before: range.upperBound)
      if map.word([.directive, .either], at: start, before: range.upperBound) != nil {
        return Act(start: start, rule: "norm.directive.measure")
      }
    }
    let verb =
      map.word(.directive, endingAt: range.upperBound, after: word.end)
      ?? map.token(.light, in: word.end..<range.upperBound)
    guard let verb, verb.end >= range.upperBound || map.scalars[verb.end] != "的" else {
      return nil
    }
    return Act(start: verb.start, rule: "norm.directive.measure")
  }
}
