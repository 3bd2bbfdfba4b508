import PolicyClauses

extension NormReader {
  /// The bare directive that clauses without a marker make, if they direct and do not describe.
  ///
  /// In a document that directs, a clause that begins with a verb (加强…), or whose subject is named
  /// (各区制定…), makes the sentence a directive; in any document an official act of a named organ does
  /// (教务处提出初步建议, 由教务处审核).
  mutating func directive(_ zone: Range<Int>) -> Norm? {
    if isFrame(zone) {
      // 现印发给你们，请认真组织实施: the request follows what is stated.
      guard let asked = zone.last(where: asks), asked > zone.lowerBound else { return nil }
      return directive(asked..<zone.upperBound)
    }
    var named: [Subject.Party] = []
    // 执行中遇到的问题，请及时反映: what is asked is what is to be done.
    let asked = directs ? zone.first(where: asks) : nil
    for index in (asked ?? zone.lowerBound)..<zone.upperBound {
      let clause = layer.clauses[index]
      if clause.isCondition(in: map) { continue }
      if states(clause) {
        if isAdverbial(clause) { continue }
        return nil
      }
      if index == zone.lowerBound, describes(clause) { return nil }
      guard let act = act(of: clause, by: named) else {
        if named.isEmpty { named = namedOrgans(in: clause) }
        if !named.isEmpty { continue }
        if isAdverbial(clause) { continue }
        // …的办法，由财政部门制定: what it is about stands before who does it.
        if index + 1 < zone.upperBound,
          directs || map.scalars[layer.clauses[index + 1].range.lowerBound] == "由"
        {
          continue
        }
        return nil
      }
      let start = layer.clauses[zone.lowerBound].range.lowerBound
      let end = layer.clauses[zone.upperBound - 1].range.upperBound
      var norm = Norm(
        node: node, range: start..<end, modality: .obligation, marker: nil,
        action: act.start..<end, rule: act.rule)
      if act.parties.isEmpty {
        norm.bearers =
          act.isAboutThing ? [] : bearers(leadSubject(zone.lowerBound..<index), .inherited)
      } else {
        carried.current = act.parties
        norm.bearers = bearers(act.parties, .explicit)
        if act.rule == "norm.act.by" { appendAgents(to: &norm, in: index + 1..<zone.upperBound) }
      }
      appendCompanions(to: &norm, in: clause.range)
      findLimits(
        of: &norm, prefix: clause.range.lowerBound..<clause.range.lowerBound,
        lead: zone.lowerBound..<index)
      return norm
    }
    return nil
  }

  /// What a clause has done, and by whom.
  struct Act {
    var start: Int
    var parties: [Subject.Party] = []
    var isAboutThing = false
    var rule: String
  }

  /// 请认真组织实施; 请示 and 请求 are other words.
  private func asks(_ index: Int) -> Bool { asks(layer.clauses[index]) }

  private func asks(_ clause: Clause) -> Bool {
    let start = clause.range.lowerBound
    return map.scalars[start] == "请" && clause.range.count > 2
      && map.word([.falseFriend, .plain, .verb], at: start, before: clause.range.upperBound) == nil
  }

  /// 综合保税区是重要平台，对吸引投资发挥作用: a sentence whose subject is a thing that is something.
  private func describes(_ clause: Clause) -> Bool {
    let range = clause.range
    guard let word = map.token([.statement, .directive, .preposition], in: range),
      word.roles.contains(.statement), word.start > range.lowerBound + 1
    else { return false }
    return layer.enclosure(at: word.start) == nil
  }

  /// 设备费调剂由学校审批，其他科目由项目负责人调剂: each of those who act.
  private func appendAgents(to norm: inout Norm, in zone: Range<Int>) {
    for index in zone {
      guard let act = actBy(in: layer.clauses[index].range) else { continue }
      norm.bearers += bearers(act.parties, .explicit)
    }
  }

  /// The organs that a clause names as subject without saying yet what they do: 教务处根据规定，.
  private func namedOrgans(in clause: Clause) -> [Subject.Party] {
    let found = subjects.subject(in: clause.range, isClosed: false)
    guard case .parties(let parties) = found.subject, parties.first?.isPolity != true,
      map.word(.preposition, at: found.end, before: clause.range.upperBound) != nil,
      directs || (acts && parties.contains(where: \.isOfficial))
    else { return [] }
    return parties
  }

  /// X of …由X研究确定, where X is an organ.
  private func actBy(in range: Range<Int>) -> Act? {
    for word in map.words(in: range)
    where word.roles.contains(.preposition) && map.scalars[word.start] == "由"
      && word.end == word.start + 1
    {
      guard let group = subjects.party(after: word.end, before: range.upperBound),
        group.end < range.upperBound, directs || acts && group.parties.contains(where: \.isOfficial)
      else { continue }
      let start = map.skipping([.adverb, .preposition], from: group.end, before: range.upperBound)
      guard map.word(.verb, at: start, before: range.upperBound) != nil,
        map.word(.statement, at: start, before: range.upperBound) == nil,
        layer.enclosure(at: word.start) == nil
      else { continue }
      return Act(start: start, parties: group.parties, rule: "norm.act.by")
    }
    return nil
  }

  /// The act that a clause without a marker says, if it says one.
  func act(of clause: Clause, by named: [Subject.Party]) -> Act? {
    let range = clause.range
    if !named.isEmpty {
      let start = map.skipping(
        [.adverb, .connective], from: range.lowerBound, before: range.upperBound)
      guard map.word(.verb, at: start, before: range.upperBound) != nil,
        map.word(.statement, at: start, before: range.upperBound) == nil
      else { return nil }
      return Act(start: start, parties: named, rule: "norm.act")
    }
    let start = map.skipping(
      [.adverb, .connective], from: range.lowerBound, before: range.upperBound)
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
    let found = subjects.subject(in: range, isClosed: false)
    guard case .parties(let parties) = found.subject else {
      let isOnObject = map.scalars[start] == "将" || map.scalars[start] == "把"
      if let act = isOnObject ? nil : actBy(in: range) { return act }
      guard directs else { return nil }
      return actOnThing(in: range)
        ?? (asks(clause) ? Act(start: start, rule: "norm.directive") : nil)
    }
    let isBy = map.scalars[start] == "由"
    guard parties.first?.isPolity != true,
      directs || (acts && parties.contains(where: \.isOfficial))
    else { return nil }
    // 二亿元以上的政府投资项目: in a stated act the subject opens the clause.
    guard directs || isBy || parties.first.map({ $0.range.lowerBound <= start }) == true else {
      return nil
    }
    var offset = map.skipping(
      [.adverb, .connective, .closer], from: found.end, before: range.upperBound)
    if let word = map.word(.preposition, at: offset, before: range.upperBound),
      map.word(.verb, at: offset, before: range.upperBound).map({ $0.end <= word.end }) ?? true
    {
      // 对材料进行审核: the verb stands after the object.
      guard
        let verb = map.first(
          [.directive, .light, .otherVerb, .either], in: word.end..<range.upperBound)
      else { return isBy || directs ? Act(start: offset, parties: parties, rule: "norm.act") : nil }
      offset = verb.start
    }
    guard let verb = map.word(.verb, at: offset, before: range.upperBound),
      map.word(.statement, at: offset, before: range.upperBound) == nil
    else { return nil }
    guard verb.end >= range.upperBound || map.scalars[verb.end] != "的" else { return nil }
    return Act(start: found.end, parties: parties, rule: isBy ? "norm.act.by" : "norm.act")
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
      if let verb = map.word(.verb, at: offset, before: end), verb.end > offset + 1, offset == start
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
    if verb.roles.contains(.directive) { return true }
    // 评价工作 and 执行中 are nouns.
    if map.word([.topic, .closer], at: verb.end, before: range.upperBound) != nil { return false }
    if start > range.lowerBound { return true }
    return !map.contains("为", in: verb.end..<range.upperBound)
      && map.first([.directive, .otherVerb], in: verb.end..<range.upperBound) == nil
  }

  /// 评价工作每年开展1次, 大宗食材实行统一招标: what is to be done with a thing.
  private func actOnThing(in range: Range<Int>) -> Act? {
    if let word = map.word(.preposition, at: range.lowerBound, before: range.upperBound) {
      return actOnObject(of: word, in: range)
    }
    guard let verb = map.token([.light, .directive, .otherVerb, .state, .statement], in: range),
      verb.start > range.lowerBound + 1, verb.start - range.lowerBound <= 20,
      verb.end >= range.upperBound || map.scalars[verb.end] != "的",
      map.scalars[verb.start - 1] != "的"
    else { return nil }
    let isDriven =
      verb.roles.contains(.directive)
      && map.word(.adverb, endingAt: verb.start, after: range.lowerBound + 1) != nil
    guard isDriven || map.word(.light, at: verb.start, before: range.upperBound - 1) != nil else {
      return nil
    }
    return Act(start: verb.start, isAboutThing: true, rule: "norm.directive.topic")
  }

  /// 对有偿家教加大治理力度, 将安全教育纳入课程: a preposition brings the object before the verb.
  private func actOnObject(of word: NormWord, in range: Range<Int>) -> Act? {
    if map.word(.measured, at: word.start, before: range.upperBound) != nil {
      return actByMeasure(after: word, in: range)
    }
    let isTime = "在从".unicodeScalars.contains(map.scalars[word.start])
    if map.scalars[word.start] == "为" {
      // 为提高…: what for; 为老年人提供…: for whom.
      guard map.word(.verb, at: word.end, before: range.upperBound) == nil,
        map.scalars[word.end] != "了"
      else { return nil }
    }
    switch map.scalars[word.start] {
    case "为", "对", "将", "把", "在", "通", "从", "向", "就", "面", "针", "围", "结", "依", "与": break
    default: return nil
    }
    guard !isTime || map.word(.closer, endingAt: range.upperBound, after: word.end) == nil else {
      return nil
    }
    var offset = word.end + 1
    while offset < range.upperBound,
      let verb = map.token([.directive, .light], in: offset..<range.upperBound)
    {
      offset = verb.end
      guard verb.end < range.upperBound, map.scalars[verb.end] != "的" else { continue }
      if map.contains("的", in: verb.end..<range.upperBound),
        map.word(.light, at: verb.start, before: range.upperBound) == nil
      {
        continue
      }
      return Act(start: verb.start, rule: "norm.directive.object")
    }
    return nil
  }

  /// 按照…的要求布局助餐点, 按每张1.2万元的标准分三年拨付: what is done, and by what measure.
  private func actByMeasure(after word: NormWord, in range: Range<Int>) -> Act? {
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
    guard let verb else { return nil }
    return Act(start: verb.start, rule: "norm.directive.measure")
  }

  /// Whether a clause tells what is, was or is called, and commands nothing.
  private func states(_ clause: Clause) -> Bool {
    for word in map.words(in: clause.range)
    where word.end <= clause.range.upperBound && word.roles.contains(.state) {
      if word.end - word.start == 1 {
        // 了 in 了解 or 为了 tells nothing.
        let isPart =
          map.word([.verb, .preposition], at: word.start, before: clause.range.upperBound) != nil
          || map.word([.preposition, .verb], endingAt: word.end, after: clause.range.lowerBound)
            .map { $0.start < word.start } ?? false
        if isPart { continue }
      }
      if layer.enclosure(at: word.start) == nil { return true }
    }
    return false
  }

  /// Whether clauses say how the document itself works: 制定本办法, 适用本规定, 是指, 同时废止.
  private func isFrame(_ zone: Range<Int>) -> Bool {
    zone.contains {
      map.token(.frame, in: layer.clauses[$0].range) != nil || isPurpose(layer.clauses[$0])
    }
  }

  /// 为…，制定本办法: says why the document is made.
  private func isPurpose(_ clause: Clause) -> Bool {
    var offset = clause.range.lowerBound
    while offset + 1 < clause.range.upperBound {
      if map.scalars[offset] == "本", offset > clause.range.lowerBound,
        map.scalars[offset - 1] == "定",
        clause.range.upperBound - offset < 14
      {
        return true
      }
      if map.scalars[offset] == "如", map.scalars[offset + 1] == "下" { return true }
      offset += 1
    }
    return false
  }

  private func leadSubject(_ lead: Range<Int>) -> [Subject.Party] {
    for index in lead.reversed() {
      if case .parties(let parties) = subjects.subject(
        in: layer.clauses[index].range, isClosed: false
      ).subject {
        return parties
      }
    }
    return carried.current
  }
}
