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
    if isTopic(zone) { return nil }
    // 经过5年的努力，形成良好格局: what is hoped for.
    if zone.contains(where: { isEffort(layer.clauses[$0].range) }) { return nil }
    var named: [Subject.Party] = []
    // 执行中遇到的问题，请及时反映: what is asked is what is to be done.
    let asked = directs ? zone.first(where: asks) : nil
    for index in (asked ?? zone.lowerBound)..<zone.upperBound {
      let clause = layer.clauses[index]
      if clause.isCondition(in: map) { continue }
      if index + 1 < zone.upperBound, namesWhom(clause) { continue }
      if index + 1 < zone.upperBound, leadsUp(clause), actBy(in: clause.range) == nil { continue }
      if states(clause) {
        if isAdverbial(clause) { continue }
        return nil
      }
      let opens = index == zone.lowerBound || layer.clauses[index - 1].mark == .colon
      if opens, describes(clause) { return nil }
      guard let act = act(of: clause, by: named) else {
        if named.isEmpty { named = namedOrgans(in: clause) }
        if !named.isEmpty { continue }
        if isAdverbial(clause) { continue }
        // …的办法，由财政部门制定: what it is about stands before who does it.
        if index + 1 < zone.upperBound, directs || actBy(in: layer.clauses[index + 1].range) != nil
        {
          continue
        }
        return nil
      }
      if act.isAboutThing || act.rule == "norm.act" || hopes(clause),
        (zone.lowerBound...index).contains(where: isGoal)
      {
        return nil
      }
      // 两个以上省出现抢购，超过政府处置能力的情况: a name for what is defined.
      if act.rule == "norm.act", endsInCase(zone) { return nil }
      // 国家地震局综合考虑各方因素，确定了防御区: told, and not commanded.
      if act.rule == "norm.act", (index..<zone.upperBound).contains(where: tellsPast) { return nil }
      let start = layer.clauses[zone.lowerBound].range.lowerBound
      let end = layer.clauses[zone.upperBound - 1].range.upperBound
      var norm = Norm(
        node: node, range: start..<end, modality: .obligation, marker: nil,
        action: act.start..<end, rule: act.rule)
      if act.parties.isEmpty {
        norm.bearers =
          act.isAboutThing ? [] : bearers(leadSubject(zone.lowerBound..<index), .inherited)
        // 企业可采取弹性工时。引导职工树立…: what the issuer directs is not for those it spoke of last.
        if act.rule.hasPrefix("norm.directive"), !carried.current.contains(where: \.isOfficial),
          norm.bearers.map(\.range) == carried.current.map(\.range)
        {
          norm.bearers = []
        }
      } else {
        carried.current = act.parties
        norm.bearers = bearers(act.parties, .explicit)
        appendAgents(to: &norm, in: index + 1..<zone.upperBound)
      }
      appendCompanions(to: &norm, in: clause.range)
      findLimits(
        of: &norm, prefix: clause.range.lowerBound..<clause.range.lowerBound,
        lead: zone.lowerBound..<index)
      return norm
    }
    return nil
  }

  /// 请认真组织实施; 请示 and 请求 are other words.
  private func asks(_ index: Int) -> Bool { asks(layer.clauses[index]) }

  func asks(_ clause: Clause) -> Bool {
    let start = clause.range.lowerBound
    return map.scalars[start] == "请" && clause.range.count > 2
      && map.word([.falseFriend, .plain, .verb], at: start, before: clause.range.upperBound) == nil
  }

  /// 到2025年，全市注册志愿者达到120万人: what is to be reached, and no act.
  private func isGoal(_ index: Int) -> Bool {
    let range = layer.clauses[index].range
    guard range.count >= 6, map.scalars[range.lowerBound] == "到",
      isNumeral(map.scalars[range.lowerBound + 1])
    else { return false }
    let end = min(range.lowerBound + 8, range.upperBound)
    guard let year = (range.lowerBound..<end).first(where: { map.scalars[$0] == "年" }) else {
      return false
    }
    return year + 1 == range.upperBound || map.scalars[year + 1] == "，"
      || map.scalars[year + 1] == "底" || map.scalars[year + 1] == "末"
  }

  /// 力争培训学徒1万人.
  private func hopes(_ clause: Clause) -> Bool {
    map.scalars[clause.range.lowerBound] == "力" && map.scalars[clause.range.lowerBound + 1] == "争"
      && map.word(.verb, at: clause.range.lowerBound, before: clause.range.upperBound) != nil
  }

  /// 通过10年左右的努力: what is hoped for follows.
  private func isEffort(_ range: Range<Int>) -> Bool {
    guard range.count >= 7, map.scalars[range.upperBound - 2] == "努",
      map.scalars[range.upperBound - 1] == "力"
    else { return false }
    return range.contains { isNumeral(map.scalars[$0]) && map.scalars[$0 + 1] != "是" }
  }

  /// …的办法，由财政部门制定; …，租金由财政部门核定.
  private func namesAgent(_ index: Int) -> Bool {
    let range = layer.clauses[index].range
    return map.scalars[range.lowerBound] == "由" || actBy(in: range) != nil
  }

  /// 对使用违规机构核查的银行，, 响应较慢的银行，: names with a relative clause those of whom the next clause speaks.
  func namesWhom(_ clause: Clause) -> Bool {
    let range = clause.range
    guard clause.mark == .comma, map.scalars[range.lowerBound] != "由",
      let head = map.word([.head, .place], endingAt: range.upperBound, after: range.lowerBound),
      let particle = range.last(where: { map.scalars[$0] == "的" }), particle < head.start,
      head.start - particle <= 6
    else { return false }
    if map.word(.verb, at: range.lowerBound, before: particle)?.roles.contains(.directive) == true {
      return false
    }
    if case .parties(let parties) = subjects.subject(in: range, isClosed: false).subject,
      parties.first?.range.lowerBound == range.lowerBound
    {
      return false
    }
    return map.token(.verb, in: particle + 1..<head.start) == nil
  }

  /// 如不能满足需要，, 收到报告后，: says when something is done, and not what.
  private func leadsUp(_ clause: Clause) -> Bool {
    let range = clause.range
    if let word = map.word(.condition, at: range.lowerBound, before: range.upperBound),
      word.roles.isDisjoint(with: [.preposition, .adverb])
    {
      return map.word(.verb, at: range.lowerBound, before: range.upperBound).map {
        $0.end <= word.end
      } ?? true
    }
    switch map.scalars[range.upperBound - 1] {
    case "后", "时", "前": return map.closes(range) && !map.contains("的", in: range.suffix(2))
    default: return false
    }
  }

  /// Clauses that end in 的 are a condition or a name, also at the end of an item; those before 是 are what it is
  /// said of.
  private func isTopic(_ zone: Range<Int>) -> Bool {
    guard let last = layer.clauses[zone.upperBound - 1].range.last else { return false }
    if map.scalars[last] == "的" { return true }
    return zone.contains {
      let range = layer.clauses[$0].range
      return $0 > zone.lowerBound && map.scalars[range.lowerBound] == "是"
        || map.word(.predicative, at: range.lowerBound, before: range.upperBound) != nil
    }
  }

  private func tellsPast(_ index: Int) -> Bool {
    let range = layer.clauses[index].range
    return map.words(in: range).contains {
      $0.roles.contains(.state) && $0.end == $0.start + 1 && map.scalars[$0.start] == "了"
        && $0.end < range.upperBound
        && map.word(.verb, endingAt: $0.start, after: range.lowerBound) != nil
        && map.word([.verb, .preposition], at: $0.start, before: range.upperBound) == nil
    }
  }

  /// 综合保税区是重要平台，对吸引投资发挥作用: a sentence whose subject is a thing that is something.
  private func describes(_ clause: Clause) -> Bool {
    let range = clause.range
    guard let word = map.token([.statement, .directive, .preposition], in: range),
      word.roles.contains(.statement), word.start > range.lowerBound + 1,
      // 系 of 系统 and 属 of 金属 state nothing.
      word.end > word.start + 1 || map.scalars[word.start] == "是"
    else { return false }
    if case .parties = subjects.subject(in: range, isClosed: false).subject { return false }
    // 建设若干具有影响力的城市: within a modifier of the object.
    if map.word(.verb, at: range.lowerBound, before: word.start) != nil,
      map.contains("的", in: word.end..<range.upperBound)
    {
      return false
    }
    return layer.enclosure(at: word.start) == nil
  }

  /// 设备费调剂由学校审批，其他科目由项目负责人调剂; 救援组开展自救，保障组提供工具: each of those who act.
  private func appendAgents(to norm: inout Norm, in zone: Range<Int>) {
    for index in zone {
      let range = layer.clauses[index].range
      let start = map.skipping(
        [.adverb, .connective], from: range.lowerBound, before: range.upperBound)
      guard start < range.upperBound,
        let act = actBy(in: range) ?? actOfSubject(in: range, from: start)
      else { continue }
      for party in act.parties
      where !norm.bearers.contains(where: { isSame($0.range, party.range) }) {
        norm.bearers += bearers([party], .explicit)
      }
    }
  }

  /// Whether two stretches are the same words.
  private func isSame(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy { map.scalars[$0] == map.scalars[$1] }
  }

  /// …的情况, …的情形 at the end of clauses.
  private func endsInCase(_ zone: Range<Int>) -> Bool {
    let range = layer.clauses[zone.upperBound - 1].range
    guard range.count > 3, map.scalars[range.upperBound - 3] == "的",
      map.scalars[range.upperBound - 2] == "情"
    else { return false }
    return map.scalars[range.upperBound - 1] == "况" || map.scalars[range.upperBound - 1] == "形"
  }

  /// The organs that a clause names as subject without saying yet what they do: 教务处根据规定，.
  private func namedOrgans(in clause: Clause) -> [Subject.Party] {
    let found = subjects.subject(in: clause.range, isClosed: false)
    guard case .parties(let parties) = found.subject, parties.first?.isPolity != true,
      map.word(.preposition, at: found.end, before: clause.range.upperBound) != nil
        || map.skipping(.adverb, from: found.end, before: clause.range.upperBound)
          >= clause.range.upperBound,
      directs || (acts && parties.contains(where: \.isOfficial))
    else { return [] }
    return parties
  }

  /// Whether a clause tells what is, was or is called, and commands nothing.
  func states(_ clause: Clause) -> Bool {
    // 补贴＝面积×标准; the reading text has the half-width sign.
    if map.contains("=", in: clause.range) || equates(clause.range) { return true }
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
      // 存在的问题: within a modifier.
      if word.end < clause.range.upperBound, map.scalars[word.end] == "的" { continue }
      if layer.enclosure(at: word.start) == nil { return true }
    }
    return false
  }

  /// 培养期限为一年, 学校为公办学校: a noun, 为 and what it is.
  private func equates(_ range: Range<Int>) -> Bool {
    for offset in range.dropFirst().dropLast() where map.scalars[offset] == "为" {
      guard
        map.word([.nominal, .topic, .measure, .head], endingAt: offset, after: range.lowerBound)
          != nil,
        map.word([.verb, .plain, .bound], at: offset - 1, before: range.upperBound) == nil,
        map.word(.preposition, at: offset, before: range.upperBound).map({ $0.end == offset + 1 })
          ?? true,
        map.scalars[offset + 1] != "了"
      else { continue }
      let before = range.lowerBound..<offset
      if map.token(.preposition, in: before) != nil
        || map.word([.directive, .light], at: range.lowerBound, before: offset) != nil
      {
        return false
      }
      // 学校为学生提供宿舍: for whom.
      return map.token(
        [.directive, .light, .either, .otherVerb], in: offset + 1..<range.upperBound)
        == nil
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
