import PolicyClauses
import PolicyStructure

extension NormReader {
  /// Finds on whom a norm falls, and keeps the subject for what follows.
  mutating func findBearers(
    of norm: inout Norm, marker: FoundMarker, prefix: Range<Int>, lead: Range<Int>, end: Int
  ) {
    let rest = marker.range.upperBound..<end
    if marker.need != nil {
      findAuthority(of: &norm, marker: marker, prefix: prefix, lead: lead)
      return
    }
    if marker.use == .verb, let addressed = addressee(of: marker, in: rest) {
      norm.bearers = bearers(addressed.parties, .explicit)
      if let action = norm.action, addressed.end < action.upperBound {
        norm.action = addressed.end..<action.upperBound
      }
      // 鼓励学校推行小份菜，可设置加餐区: up to the end of the sentence the one encouraged acts.
      carried.lend(addressed.parties)
      appendCompanions(to: &norm, in: rest)
      return
    }
    if let agent = agent(before: marker, in: prefix) {
      // 抢险组：由县消防队牵头；…: those who lead are not the team of the heading.
      carried.current = marker.use == .duty && !headed.isEmpty ? headed : agent
      norm.bearers = bearers(agent, .explicit)
      appendCompanions(to: &norm, in: prefix.lowerBound..<end)
      return
    }
    var found = subject(prefix: prefix, lead: lead)
    if marker.use == .duty, !names(prefix), let body = founded(before: prefix.lowerBound, in: lead)
    {
      found = .parties([body])
    }
    // 县（市、区）可由市级医院提供服务: the one who acts.
    if let agent = agent(after: marker, in: rest) { found = .parties(agent) }
    switch found {
    case .parties(let parties)
    where limitsNumber(marker, rest) && names(prefix) && !arePersonnel(parties):
      // 指导教师不得少于三名: how many there are, and nobody's conduct.
      carried.current = parties
      norm.isSubjectOpen = false
    case .parties(let parties):
      carried.current = parties
      norm.bearers = bearers(parties, .explicit)
    case .pronoun:
      // 本人必须回避: one named in the words before, else the subject carried on.
      norm.bearers = bearers(antecedent(in: lead) ?? carried.current, .inherited)
    case .none where marker.modality == .prohibition && isOfDefect(lead) && prefix.isEmpty:
      // 未经验收的，不得投入使用: what is not so is meant, and not the one who spoke before.
      norm.isSubjectOpen = false
    case .none:
      // 禁止… and 鼓励… without anyone named speak to everybody.
      if marker.use == .verb { return }
      norm.bearers = bearers(carried.current, .inherited)
      if let agent = agent(in: rest) { norm.bearers = bearers(agent, .explicit) }
    case .thing:
      norm.isSubjectOpen = false
      if let agent = agent(in: rest) {
        norm.bearers = bearers(agent, .explicit)
      }
      carried.current = []
    }
    appendCompanions(to: &norm, in: prefix.lowerBound..<end)
    // 区文旅局会同区公安局做好监测，…时，应…: who acted with the subject goes on with it.
    for index in lead where !norm.bearers.contains(where: { $0.role == .participant }) {
      let clause = layer.clauses[index]
      guard !clause.isCondition(in: map), let first = norm.bearers.first, first.origin == .explicit,
        clause.range.contains(first.range.lowerBound)
      else { continue }
      appendCompanions(to: &norm, in: clause.range)
    }
  }

  /// Whether a marker's own clause names its subject.
  private func names(_ prefix: Range<Int>) -> Bool {
    if case .parties = subjects.subject(in: prefix, isClosed: true).subject { return true }
    return false
  }

  /// Whether a marker only bounds a number: 不得超过四分之一, 应当为七人以上单数.
  private func limitsNumber(_ marker: FoundMarker, _ rest: Range<Int>) -> Bool {
    guard marker.use == .modal || marker.use == .bare,
      let bound = map.word(.bound, at: rest.lowerBound, before: rest.upperBound)
    else { return false }
    return (bound.end..<min(rest.upperBound, bound.end + 8)).contains { isNumeral(map.scalars[$0]) }
  }

  /// 学校设立领导小组，由校长任组长，负责审定结果: the body that is set up has the duty.
  private func founded(before offset: Int, in lead: Range<Int>) -> Subject.Party? {
    for index in lead.reversed() {
      let range = layer.clauses[index].range
      if let verb = map.token(.founding, in: range) {
        let body = subjects.groups(in: verb.end..<range.upperBound).last
        guard let body, body.end == range.upperBound || map.scalars[body.end] == "（",
          let party = body.parties.last, party.isOfficial
        else { return nil }
        return party
      }
      // 办公室设在市教育局，负责…: another is spoken of in between.
      if map.scalars[range.lowerBound] != "由",
        map.word(.mention, at: range.lowerBound, before: range.upperBound)?.roles.contains(.organ)
          == true
      {
        return nil
      }
    }
    return nil
  }

  /// 未经验收或者验收不合格的，: a condition of what has not been done, which names nobody.
  private func isOfDefect(_ lead: Range<Int>) -> Bool {
    guard let last = lead.last else { return false }
    let clause = layer.clauses[last]
    return clause.isCondition(in: map) && map.scalars[clause.range.lowerBound] == "未"
  }

  /// 执法人员不得少于两人 says how those who act are to act, 指导教师不得少于三名 how many there are.
  private func arePersonnel(_ parties: [Subject.Party]) -> Bool {
    parties.contains {
      map.word(.compound, endingAt: $0.range.upperBound, after: $0.range.lowerBound) != nil
        && map.word(.verb, at: $0.range.lowerBound, before: $0.range.upperBound) != nil
    }
  }

  /// The subject before a marker: in its own clause, or in the clauses that lead up to it.
  private func subject(prefix: Range<Int>, lead: Range<Int>) -> Subject {
    let own = subjects.subject(in: prefix, isClosed: true).subject
    guard case .none = own else { return own }
    for index in lead.reversed() {
      let clause = layer.clauses[index]
      // 破格提拔的干部，应当…: a noun right before the marker's clause is the subject.
      let isClosed = index == lead.upperBound - 1 && !clause.isCondition(in: map)
      // 请各县区教育局每月填报，遇有险情须…: whom the sentence asks.
      if map.scalars[clause.range.lowerBound] == "请",
        let asked = subjects.party(
          after: clause.range.lowerBound + 1, before: clause.range.upperBound),
        asked.start <= clause.range.lowerBound + 2
      {
        return .parties(asked.parties)
      }
      if confirms(clause) { continue }
      var found = subjects.subject(in: clause.range, isClosed: isClosed).subject
      if isClosed, case .thing = found, agent(in: clause.range) == nil {
        if endsInQualifiedNoun(clause.range) { return .thing }
        // （二）恪守职业道德，不得…: an item is what the subject of its lead-in does.
        if isItem, !carried.current.isEmpty { continue }
        found = subjects.subject(in: clause.range, isClosed: false).subject
      }
      switch found {
      case .parties, .pronoun: return found
      case .thing:
        // 长护险由医保经办机构管理，负责参保登记: who acts on the thing goes on.
        if !clause.isCondition(in: map), let agent = agent(in: clause.range) {
          return .parties(agent)
        }
        // A condition about a thing (材料不全的，) leaves the subject as it was.
        if clause.isCondition(in: map) || isAdverbial(clause) { continue }
        return found
      case .none: continue
      }
    }
    return .none
  }

  /// 确认学生全部离车后，: an act of the subject's own says when, and whom it names is its object.
  private func confirms(_ clause: Clause) -> Bool {
    map.word(.closer, endingAt: clause.range.upperBound, after: clause.range.lowerBound) != nil
      && map.word(.directive, at: clause.range.lowerBound, before: clause.range.upperBound).map {
        map.word(.head, at: clause.range.lowerBound, before: clause.range.upperBound) == nil
          && map.word(.head, at: $0.end, before: clause.range.upperBound) != nil
      } ?? false
  }

  private var isItem: Bool {
    switch context.document.nodes[node].level {
    case .item, .subitem: true
    default: false
    }
  }

  /// 未经审核的读物，不得…: a thing with its relative clause, right before the marker's clause.
  private func endsInQualifiedNoun(_ range: Range<Int>) -> Bool {
    let tail = max(range.lowerBound + 1, range.upperBound - 7)..<range.upperBound
    guard let particle = tail.last(where: { map.scalars[$0] == "的" }),
      particle + 1 < range.upperBound,
      map.word(.measure, endingAt: range.upperBound, after: particle) == nil,
      map.word(.closer, endingAt: range.upperBound, after: particle) == nil
    else { return false }
    switch map.scalars[range.lowerBound] {
    case "对", "在", "向", "将", "把", "因", "为": return false
    default: return true
    }
  }

  /// X of 由X负责, where X stands right before the marker.
  private func agent(before marker: FoundMarker, in prefix: Range<Int>) -> [Subject.Party]? {
    guard let by = prefix.last(where: { map.scalars[$0] == "由" }),
      map.word(.preposition, at: by, before: prefix.upperBound)?.end == by + 1,
      by + 1 < prefix.upperBound
    else { return nil }
    let isDuty = marker.use == .after || marker.use == .duty
    if let group = subjects.party(after: by + 1, before: prefix.upperBound),
      isDuty
        || map.skipping([.adverb, .verb], from: group.end, before: prefix.upperBound)
          >= prefix.upperBound
        || map.word(.companion, at: group.end, before: prefix.upperBound) != nil
    {
      return group.parties
    }
    guard isDuty else { return nil }
    let slot = by + 1..<prefix.upperBound
    return subjects.lastGroup(in: slot) ?? subjects.named(in: slot).map { [$0] }
  }

  /// X of 可由X提供, 应由X批准: X is the one who acts.
  private func agent(after marker: FoundMarker, in rest: Range<Int>) -> [Subject.Party]? {
    guard marker.use == .modal || marker.use == .bare,
      let start = rest.first, map.scalars[start] == "由",
      map.word(.preposition, at: start, before: rest.upperBound)?.end == start + 1
    else { return nil }
    let end = (start..<rest.upperBound).first { map.scalars[$0] == "，" } ?? rest.upperBound
    guard let group = subjects.party(after: start + 1, before: end), group.end < end,
      map.word(.statement, at: group.end, before: end) == nil,
      map.word(.statement, endingAt: end, after: group.end) == nil
    else { return nil }
    return group.parties
  }

  /// The last who is named in the words that lead up to a pronoun.
  private func antecedent(in lead: Range<Int>) -> [Subject.Party]? {
    for index in lead.reversed() {
      if let last = subjects.lastParty(in: layer.clauses[index].range) { return [last] }
    }
    return nil
  }

  /// Whom 鼓励, 允许 or 禁止 is said to: 鼓励X…, where X acts.
  private func addressee(of marker: FoundMarker, in rest: Range<Int>) -> PartyGroup? {
    var start = map.skipping(.adverb, from: rest.lowerBound, before: rest.upperBound)
    // 支持和规范社会力量…: the second verb has the same object.
    if let join = map.word(.join, at: start, before: rest.upperBound),
      let verb = map.word(.verb, at: join.end, before: rest.upperBound)
    {
      start = verb.end
    }
    if let word = map.word([.preposition, .directive], at: start, before: rest.upperBound),
      map.word(.head, at: start, before: rest.upperBound).map({ $0.end <= word.end }) ?? true
    {
      return nil
    }
    let clauseEnd = (start..<rest.upperBound).first { map.scalars[$0] == "，" } ?? rest.upperBound
    if let group = subjects.party(after: start, before: clauseEnd), group.end < clauseEnd,
      map.token(.verb, in: start..<group.start) == nil || map.scalars[group.start - 1] == "的"
        || isCompoundName(start..<group.start)
    {
      return group
    }
    return subjects.actor(in: start..<clauseEnd)
  }

  /// 监督检查 of 监督检查机构, 检测 of 检测机构: verbs that a name is made of, and 利用 of 利用学校场地 is not.
  private func isCompoundName(_ verbs: Range<Int>) -> Bool {
    map.consists(of: .verb, in: verbs)
      && (verbs.count == 4
        || map.word(.verb, at: verbs.lowerBound, before: verbs.upperBound)?.roles.contains(.use)
          == false)
  }

  /// X of 由X批准 within a predicate whose subject is a thing.
  func agent(in rest: Range<Int>) -> [Subject.Party]? {
    for word in map.words(in: rest) {
      guard word.roles.contains(.preposition), map.scalars[word.start] == "由",
        word.end == word.start + 1
      else { continue }
      guard let group = subjects.party(after: word.end, before: rest.upperBound),
        map.word(.statement, at: group.end, before: rest.upperBound) == nil,
        // 由医生、护士等组成 tells what the team is.
        map.word(.statement, endingAt: rest.upperBound, after: group.end) == nil
      else { continue }
      return group.parties
    }
    return nil
  }

  /// B of A会同B: takes part.
  func appendCompanions(to norm: inout Norm, in range: Range<Int>) {
    guard !norm.bearers.isEmpty else { return }
    for word in map.words(in: range) where word.roles.contains(.companion) {
      guard word.end < range.upperBound, map.scalars[word.start] == "会",
        let group = subjects.party(after: word.end, before: range.upperBound)
      else { continue }
      norm.bearers += bearers(group.parties, .explicit, role: .participant)
      return
    }
  }

  func bearers(
    _ parties: [Subject.Party], _ origin: Bearer.Origin, role: Bearer.Role = .bearer
  ) -> [Bearer] {
    parties.map { Bearer(range: $0.range, entity: $0.entity, origin: origin, role: role) }
  }

  /// Keeps the subject of clauses that are no norm.
  mutating func carrySubject(of zone: Range<Int>) {
    for index in zone {
      switch subjects.subject(in: layer.clauses[index].range, isClosed: false).subject {
      case .parties(let parties):
        carried.current = parties
        return
      case .thing:
        if layer.clauses[index].isCondition(in: map) || isAdverbial(layer.clauses[index]) {
          continue
        }
        carried.current = []
        return
      case .pronoun, .none: continue
      }
    }
  }
}
