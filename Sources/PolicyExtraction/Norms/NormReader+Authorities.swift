import PolicyClauses

/// Who imposes a sanction (处罚机关): on it the norm falls, not on who broke the rule.
extension NormReader {
  /// Finds who imposes a sanction; who broke the rule is the subject of what follows it.
  mutating func findAuthority(
    of norm: inout Norm, marker: FoundMarker, prefix: Range<Int>, lead: Range<Int>
  ) {
    let named = authority(prefix: prefix, lead: lead)
    if !named.isEmpty {
      carried.authority = named
      carried.isAuthorityFresh = true
      norm.bearers = bearers(named, .explicit, role: .authority)
      // 由A会同B视情节轻重，给予…: B is named in a clause before.
      let start = lead.first.map { layer.clauses[$0].range.lowerBound } ?? prefix.lowerBound
      appendCompanions(to: &norm, in: start..<prefix.upperBound)
      carried.authority += norm.bearers.filter { $0.role == .participant }.map {
        Subject.Party(range: $0.range, entity: $0.entity, isOfficial: true)
      }
    } else if carried.isAuthorityFresh
      || (marker.need != .object && marker.need != .liability && !beginsBreach(lead)),
      !isCriminal(marker, lead)
    {
      // 逾期不改正的，处…: the authority named before; who gives 处分 only within the sentence.
      norm.bearers = bearers(carried.authority, .inherited, role: .authority)
    }
    // 申请人隐瞒情况的，由…责令退回；五年内不得再次申请: the applicant.
    for index in lead where layer.clauses[index].isCondition(in: map) {
      if case .parties(let breaching) = subjects.subject(
        in: layer.clauses[index].range, isClosed: false
      ).subject {
        carried.current = breaching
        return
      }
    }
    if !carried.isAuthorityFresh || !named.isEmpty { carried.current = [] }
  }

  /// 构成犯罪的，依法追究刑事责任: by the courts.
  private func isCriminal(_ marker: FoundMarker, _ lead: Range<Int>) -> Bool {
    guard marker.need == .liability, let last = lead.last else { return false }
    return map.contains("罪", in: layer.clauses[last].range)
  }

  /// 违反本办法第九条规定的，: another breach than the one before.
  private func beginsBreach(_ lead: Range<Int>) -> Bool {
    guard let first = lead.first else { return false }
    let range = layer.clauses[first].range
    return range.count > 8 && map.scalars[range.lowerBound] == "违"
      && map.scalars[range.lowerBound + 1] == "反"
  }

  /// Who imposes a sanction: X of 由X责令, or an organ that is the subject.
  private func authority(prefix: Range<Int>, lead: Range<Int>) -> [Subject.Party] {
    if let agent = agent(in: prefix) { return agent }
    if case .parties(let parties) = subjects.subject(in: prefix, isClosed: true).subject {
      let officials = parties.filter(\.isOfficial)
      if !officials.isEmpty { return officials }
    }
    var isConditional = false
    for index in lead.reversed() {
      let clause = layer.clauses[index]
      if let agent = agent(in: clause.range) { return agent }
      isConditional = isConditional || clause.isCondition(in: map)
      // 工商行政管理部门视情节轻重，给予批评教育
      if !isConditional,
        case .parties(let parties) = subjects.subject(in: clause.range, isClosed: false).subject,
        parties.contains(where: \.isOfficial)
      {
        return parties.filter(\.isOfficial)
      }
    }
    return []
  }
}
