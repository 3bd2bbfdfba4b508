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
    // 县公安局：维护现场秩序: who is to do what follows.
    var label: [Subject.Party] = []
    // 执行中遇到的问题，请及时反映: what is asked is what is to be done.
    let asked = directs ? zone.first(where: asks) : nil
    for index in (asked ?? zone.lowerBound)..<zone.upperBound {
      let clause = layer.clauses[index]
      if clause.isCondition(in: map) { continue }
      if clause.mark == .colon, index + 1 < zone.upperBound, label.isEmpty,
        let only = subjects.only(in: clause.range), only.first?.isPolity != true
      {
        label = only
        continue
      }
      if appoints(clause.range) { return nil }
      if index + 1 < zone.upperBound, namesWhom(clause) { continue }
      if index + 1 < zone.upperBound, leadsUp(clause), actBy(in: clause.range) == nil { continue }
      if states(clause) {
        // 补考时间为2月22日，考试安排由各学院公布: what is stated, and then what is done.
        if isAdverbial(clause)
          || (index + 1..<zone.upperBound).contains(where: {
            map.scalars[layer.clauses[$0].range.lowerBound] != "由"
              && actBy(in: layer.clauses[$0].range) != nil
          })
        {
          continue
        }
        return nil
      }
      let opens = index == zone.lowerBound || layer.clauses[index - 1].mark == .colon
      if opens, describes(clause) { return nil }
      guard
        var act = act(of: clause, by: named)
          ?? (index > zone.lowerBound ? act(of: clause, after: layer.clauses[index - 1]) : nil)
      else {
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
      if act.parties.isEmpty, !act.isAboutThing,
        directs || acts && label.contains(where: \.isOfficial)
      {
        act.parties = label
      }
      if act.isAboutThing || act.rule == "norm.act" || hopes(clause),
        (zone.lowerBound...index).contains(where: isGoal)
      {
        return nil
      }
      if isGoalPart, zone.contains(where: { tellsGoal(layer.clauses[$0].range) }) { return nil }
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
        appendAgents(to: &norm, in: index + 1..<zone.upperBound, onlyBy: true)
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

  /// 设备费调剂由学校审批，其他科目由项目负责人调剂; 救援组开展自救，保障组提供工具: each of those who act.
  ///
  /// `onlyBy`: whether only those after 由 are: 实行月通报制度，由领导小组约谈….
  private func appendAgents(to norm: inout Norm, in zone: Range<Int>, onlyBy: Bool = false) {
    for index in zone {
      let range = layer.clauses[index].range
      let start = map.skipping(
        [.adverb, .connective], from: range.lowerBound, before: range.upperBound)
      guard start < range.upperBound,
        let act = actBy(in: range) ?? (onlyBy ? nil : actOfSubject(in: range, from: start))
      else { continue }
      // 2月14日前提交教研室审核: whom a verb before has as its object.
      if let first = act.parties.first?.range.lowerBound, first > start,
        map.scalars[start] != "由", map.scalars[first - 1] != "由",
        map.token(.verb, in: start..<first) != nil
      {
        continue
      }
      if onlyBy, norm.bearers.contains(where: { $0.origin == .inherited }) { norm.bearers = [] }
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

  /// The organs that a clause names as subject without saying yet what they do: 教务处根据规定，.
  private func namedOrgans(in clause: Clause) -> [Subject.Party] {
    let found = subjects.subject(in: clause.range, isClosed: false)
    guard case .parties(let parties) = found.subject, parties.first?.isPolity != true,
      isOccasion(found.end..<clause.range.upperBound)
        || map.word(.preposition, at: found.end, before: clause.range.upperBound) != nil
        || map.skipping(.adverb, from: found.end, before: clause.range.upperBound)
          >= clause.range.upperBound,
      directs || (acts && parties.contains(where: \.isOfficial))
    else { return [] }
    return parties
  }

  /// 收到初审意见后 after a subject: when it does what follows.
  private func isOccasion(_ range: Range<Int>) -> Bool {
    guard range.count > 3 else { return false }
    switch map.scalars[range.lowerBound] {
    case "收", "接": return map.scalars[range.upperBound - 1] == "后"
    default: return false
    }
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
