import PolicyClauses

/// How the clauses of a part are dealt out to its markers.
///
/// A marker takes the words before it that no other has taken (conditions, subject), and the clauses
/// after it up to the next that begins something of its own: a condition, a new subject, a 但书.
extension NormReader {
  /// Reads a part.
  ///
  /// `former`: the norm of the part before it that still governs, if any.
  /// Returns the norm that governs at the end of the part.
  mutating func read(_ clauses: Range<Int>, governedBy former: Int?) -> Int? {
    var open: Int?
    var zone: Int?
    for index in clauses {
      let clause = layer.clauses[index]
      let markers = markerFinder.markers(of: clause)
      if let first = markers.first, let governing = open, let begun = zone,
        continuesSanction(first, governing, begun..<index)
      {
        extend(governing, to: clause)
        zone = nil
      } else if let first = markers.first, !isAbsorbed(first, at: index, open: open, zone: zone) {
        var start = zone ?? index
        start = afterFounding(start..<index, of: first)
        let lead = leadStart(of: index, from: start)
        if lead > start, !isTopic(lead - 1, of: index), let norm = directive(start..<lead) {
          norms.append(norm)
          start = lead
        }
        if let last = append(markers, at: index, from: start) {
          open = last
          zone = nil
        } else {
          zone = start
        }
      } else if let governing = open, zone == nil,
        !opensZone(index, in: clauses, after: governing)
      {
        extend(governing, to: clause)
      } else if zone == nil {
        zone = index
      }
    }
    if let zone {
      finish(zone..<clauses.upperBound, open: open)
    } else if open == nil, let former {
      return former
    }
    if open == nil, let former, let zone, !directs, governsOn(former, zone..<clauses.upperBound) {
      extend(former, to: layer.clauses[clauses.upperBound - 1])
      return former
    }
    return open
  }

  /// Where the words of a duty begin after the act that brings its bearer about: 学校设立领导小组，…，负责…
  /// says what the school does, and what the group is to do.
  private mutating func afterFounding(_ zone: Range<Int>, of marker: FoundMarker) -> Int {
    guard marker.use == .duty, !directs, let first = zone.first, zone.count > 0,
      map.token(.founding, in: layer.clauses[first].range) != nil,
      let norm = directive(first..<first + 1)
    else { return zone.lowerBound }
    norms.append(norm)
    return zone.lowerBound
  }

  /// Whether a marker joins the norm before it: 鼓励 and 责令 in a sentence that 应当 governs, and all
  /// that follows a verb of sanction in its clause.
  private func isAbsorbed(
    _ marker: FoundMarker, at index: Int, open: Int?, zone: Int?
  ) -> Bool {
    guard let open, zone == nil else { return false }
    let norm = norms[open]
    if marker.modality == .sanction {
      if norm.modality == .sanction { return true }
      return marker.need != .amount && marker.need != .penalty
        && !(layer.clauses[index - 1].isCondition(in: map))
    }
    guard marker.modality == .encouragement, norm.marker != nil,
      norm.modality == .obligation
    else { return false }
    let before = layer.clauses[index].range.lowerBound..<marker.range.lowerBound
    return map.skipping([.adverb, .connective], from: before.lowerBound, before: before.upperBound)
      >= before.upperBound && !directs
  }

  /// 责令改正，按照市场租金补缴，并处…罚款: a part has one sanction unless a condition begins another.
  private func continuesSanction(_ marker: FoundMarker, _ open: Int, _ zone: Range<Int>) -> Bool {
    marker.modality == .sanction && norms[open].modality == .sanction
      && !zone.contains { layer.clauses[$0].isCondition(in: map) }
  }

  /// The first clause that leads up to a marker's clause: back over conditions, adverbials and a
  /// subject, to where a predicate of its own stands.
  private func leadStart(of index: Int, from start: Int) -> Int {
    // In a law 人民法院审理案件，应当…: the occasion, and no act of its own.
    guard directs else { return start }
    var lead = index
    while lead > start {
      let clause = layer.clauses[lead - 1]
      if clause.isCondition(in: map) || isAdverbial(clause) || namesWhom(clause) {
        lead -= 1
        continue
      }
      let found = subjects.subject(in: clause.range, isClosed: false)
      if case .parties = found.subject {
        return isFullAct(clause, from: found.end)
          || names(subjectOf: index) && act(of: clause, by: []) != nil ? lead : lead - 1
      }
      if case .thing = found.subject, act(of: clause, by: []) == nil {
        lead -= 1
        continue
      }
      return lead
    }
    return lead
  }

  /// Whether a clause is what the marker's clause speaks of: 各地落实意见的情况，要及时报送; 省政府作为责任主体，要…;
  /// 参与应急工作的部门和单位，要….
  private func isTopic(_ index: Int, of marked: Int) -> Bool {
    let range = layer.clauses[index].range
    guard index == marked - 1, layer.clauses[index].mark == .comma, !names(subjectOf: marked) else {
      return false
    }
    if let particle = range.first(where: { map.scalars[$0] == "的" }),
      particle > range.lowerBound + 1, particle + 1 < range.upperBound,
      subjects.only(in: particle + 1..<range.upperBound) != nil
    {
      return true
    }
    guard
      case .parties = subjects.subject(in: range, isClosed: false).subject,
      let particle = range.last(where: { map.scalars[$0] == "的" })
    else { return false }
    let end = subjects.subject(in: range, isClosed: false).end
    if end + 1 < range.upperBound, map.scalars[end] == "作", map.scalars[end + 1] == "为" {
      return true
    }
    return 3...12 ~= range.upperBound - particle
      && map.token(
        [.directive, .otherVerb, .light, .statement], in: particle + 1..<range.upperBound)
        == nil
      && map.token(.directive, in: range.lowerBound..<particle) != nil
  }

  /// Whether a clause with a marker has a subject of its own.
  private func names(subjectOf index: Int) -> Bool {
    if case .parties = subjects.subject(in: layer.clauses[index].range, isClosed: false).subject {
      return true
    }
    return false
  }

  /// Whether a clause with a subject says all of what it does: 公安机关开展联合巡查，.
  private func isFullAct(_ clause: Clause, from end: Int) -> Bool {
    guard let verb = map.token(.directive, in: end..<clause.range.upperBound) else { return false }
    return verb.end < clause.range.upperBound && map.scalars[verb.end] != "的"
  }

  /// Whether a clause only says when, how or by what: 按照有关规定，.
  func isAdverbial(_ clause: Clause) -> Bool {
    let start = map.skipping(
      [.adverb, .connective], from: clause.range.lowerBound, before: clause.range.upperBound)
    if start >= clause.range.upperBound { return true }
    if map.word(.closer, endingAt: clause.range.upperBound, after: start) != nil { return true }
    guard
      let word = map.word([.preposition, .condition], at: start, before: clause.range.upperBound),
      map.scalars[word.start] != "由"
    else { return false }
    // 如需对内容进行调整，应报告: a case, whatever verb it ends in.
    if word.roles.contains(.condition), !word.roles.contains(.preposition),
      map.word(.verb, at: start, before: clause.range.upperBound).map({ $0.end <= word.end })
        ?? true
    {
      return true
    }
    // 就业 is no 就 with an object: a longer word of another kind comes first.
    if let longer = map.word(.verb, at: start, before: clause.range.upperBound),
      longer.end > word.end
    {
      return false
    }
    // 按照规定执行, 对材料进行审核 say what is done as well; 经学校批准 does not.
    switch map.scalars[word.start] {
    case "经", "未", "因", "当", "自": return true
    default:
      return map.word(.verb, endingAt: clause.range.upperBound, after: word.end) == nil
        && map.token(.light, in: word.end..<clause.range.upperBound) == nil
    }
  }

  /// Whether a clause after a governed one begins something of its own.
  private func opensZone(_ index: Int, in clauses: Range<Int>, after governing: Int) -> Bool {
    let clause = layer.clauses[index]
    if clause.isCondition(in: map) { return true }
    let start = clause.range.lowerBound
    if map.word([.proviso], at: start, before: clause.range.upperBound) != nil { return true }
    // 应当开设阅读课，小学每周不少于2课时: the number is a part of the duty.
    if directs, isLimit(clause) { return false }
    // 支持院校开设专业，对毕业生给予奖励: not what the one encouraged does.
    if norms[governing].modality == .encouragement, directs,
      "对将把".unicodeScalars.contains(map.scalars[start]),
      map.word(.preposition, at: start, before: clause.range.upperBound)?.end == start + 1
    {
      return true
    }
    let found = subjects.subject(in: clause.range, isClosed: false)
    if case .parties(let parties) = found.subject, parties.first?.isPolity != true,
      found.end < clause.range.upperBound
    {
      return true
    }
    if isAdverbial(clause), index + 1 < clauses.upperBound {
      return !markerFinder.markers(of: layer.clauses[index + 1]).isEmpty
    }
    return false
  }

  /// Whether a part after ； goes on with the predicates of the marker before it.
  private func governsOn(_ former: Int, _ clauses: Range<Int>) -> Bool {
    guard norms[former].modality != .sanction, let first = clauses.first else { return false }
    let clause = layer.clauses[first]
    let start = map.skipping(
      [.adverb, .connective], from: clause.range.lowerBound, before: clause.range.upperBound)
    return map.word([.directive, .otherVerb, .either], at: start, before: clause.range.upperBound)
      != nil && map.word(.statement, at: start, before: clause.range.upperBound) == nil
  }

  /// Adds a clause to a norm.
  private mutating func extend(_ index: Int, to clause: Clause) {
    let norm = norms[index]
    norms[index].range = norm.range.lowerBound..<clause.range.upperBound
    // 给予补助，每台不超过八万元: a limit belongs to the norm and not to what is done.
    if let action = norm.action, !isLimit(clause) {
      norms[index].action = action.lowerBound..<clause.range.upperBound
    }
    appendException(in: clause, to: index)
    // 牵头制定方案，会同市财政局组织实施: who takes part in what follows takes part.
    if map.word(.companion, at: clause.range.lowerBound, before: clause.range.upperBound) != nil {
      appendCompanions(to: &norms[index], in: clause.range)
    }
  }

  /// Deals with clauses at the end of a part that no marker has taken.
  private mutating func finish(_ zone: Range<Int>, open: Int?) {
    if let open {
      let first = layer.clauses[zone.lowerBound]
      let last = layer.clauses[zone.upperBound - 1]
      let isException =
        map.word(.exception, endingAt: last.range.upperBound, after: last.range.lowerBound) != nil
        || map.word(.proviso, at: first.range.lowerBound, before: first.range.upperBound) != nil
        || map.first(.exception, in: first.range.lowerBound..<last.range.upperBound) != nil
      if isException {
        let range = first.range.lowerBound..<last.range.upperBound
        norms[open].exceptions.append(range)
        norms[open].range = norms[open].range.lowerBound..<range.upperBound
        return
      }
    }
    if let norm = directive(zone) {
      norms.append(norm)
    } else if open == nil {
      carrySubject(of: zone)
    }
  }
}

extension Clause {
  /// Whether a clause is a condition: …的，.
  func isCondition(in map: WordMap) -> Bool {
    map.scalars[range.upperBound - 1] == "的" && mark != .stop && mark != .end
  }
}
