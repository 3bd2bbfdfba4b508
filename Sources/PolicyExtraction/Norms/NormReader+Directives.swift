import PolicyClauses

extension NormReader {
  /// The bare directive that clauses without a marker make, if they direct and do not describe.
  ///
  /// In a document that directs, a clause that begins with a verb (加强…), or whose subject is named
  /// (各区制定…), makes the sentence a directive; in any document an official act of a named organ does
  /// (教务处提出初步建议, 由教务处审核).
  mutating func directive(_ zone: Range<Int>) -> Norm? {
    for index in zone {
      let clause = layer.clauses[index]
      if clause.isCondition(in: map) { continue }
      if states(clause) { return nil }
      guard let act = act(of: clause) else {
        if isAdverbial(clause) { continue }
        if directs, index + 1 < zone.upperBound { continue }
        return nil
      }
      if isPurpose(clause) { return nil }
      let start = layer.clauses[zone.lowerBound].range.lowerBound
      let end = layer.clauses[zone.upperBound - 1].range.upperBound
      var norm = Norm(
        node: node, range: start..<end, modality: .obligation, marker: nil,
        action: act.start..<end, rule: act.rule)
      if act.parties.isEmpty {
        norm.bearers = act.isAboutThing ? [] : bearers(leadSubject(zone.lowerBound..<index), .inherited)
      } else {
        carried.current = act.parties
        norm.bearers = bearers(act.parties, .explicit)
      }
      findLimits(of: &norm, prefix: clause.range.lowerBound..<clause.range.lowerBound, lead: zone.lowerBound..<index)
      return norm
    }
    return nil
  }

  private struct Act {
    var start: Int
    var parties: [Subject.Party] = []
    var isAboutThing = false
    var rule: String
  }

  private func act(of clause: Clause) -> Act? {
    let range = clause.range
    let start = map.skipping([.adverb, .connective], from: range.lowerBound, before: range.upperBound)
    guard start < range.upperBound, clause.mark != .colon || range.count > 6 else { return nil }
    if directs, let verb = map.word([.directive, .either], at: start, before: range.upperBound),
      map.word(.head, at: start, before: range.upperBound).map({ $0.end <= verb.end }) ?? true,
      isPredicate(verb, start: start, in: range)
    {
      return Act(start: start, rule: "norm.directive")
    }
    let found = subjects.subject(in: range, isClosed: false)
    guard case .parties(let parties) = found.subject else {
      return directs ? actOnThing(in: range) : nil
    }
    let isBy = map.scalars[start] == "由"
    guard parties.first?.isPolity != true, directs || isBy || parties.contains(where: \.isOfficial)
    else { return nil }
    var offset = map.skipping([.adverb, .connective, .closer], from: found.end, before: range.upperBound)
    if let word = map.word(.preposition, at: offset, before: range.upperBound),
      map.word(.verb, at: offset, before: range.upperBound).map({ $0.end <= word.end }) ?? true
    {
      // 对材料进行审核: the verb stands after the object.
      guard let verb = map.first([.directive, .light, .otherVerb, .either], in: word.end..<range.upperBound)
      else { return isBy || directs ? Act(start: offset, parties: parties, rule: "norm.act") : nil }
      offset = verb.start
    }
    guard let verb = map.word(.verb, at: offset, before: range.upperBound),
      map.word(.statement, at: offset, before: range.upperBound) == nil
    else { return nil }
    guard verb.end >= range.upperBound || map.scalars[verb.end] != "的" else { return nil }
    return Act(start: found.end, parties: parties, rule: isBy ? "norm.act.by" : "norm.act")
  }

  /// A verb at the head of a clause is its predicate unless it is a noun: 评价工作…, 检查的….
  private func isPredicate(_ verb: NormWord, start: Int, in range: Range<Int>) -> Bool {
    guard verb.end < range.upperBound else { return range.count > 4 && verb.roles.contains(.directive) }
    if map.scalars[verb.end] == "的" { return false }
    if verb.roles.contains(.directive) { return true }
    if map.word(.topic, at: verb.end, before: range.upperBound) != nil { return false }
    return start > range.lowerBound || map.first(.verb, in: verb.end..<range.upperBound) == nil
  }

  /// 评价工作每年开展1次, 大宗食材实行统一招标: what is to be done with a thing.
  private func actOnThing(in range: Range<Int>) -> Act? {
    guard let verb = map.words(in: range).first(where: { $0.roles.contains(.light) && $0.end < range.upperBound }),
      verb.start > range.lowerBound, verb.start - range.lowerBound <= 16,
      map.scalars[verb.end] != "的", map.scalars[verb.start - 1] != "的",
      map.first([.directive, .otherVerb, .state], in: range.lowerBound..<verb.start) == nil
    else { return nil }
    return Act(start: verb.start, isAboutThing: true, rule: "norm.directive.topic")
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

  /// 为…，制定本办法: says why the document is made.
  private func isPurpose(_ clause: Clause) -> Bool {
    var offset = clause.range.lowerBound
    while offset + 1 < clause.range.upperBound {
      if map.scalars[offset] == "本", offset > clause.range.lowerBound, map.scalars[offset - 1] == "定",
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
      if case .parties(let parties) = subjects.subject(in: layer.clauses[index].range, isClosed: false).subject {
        return parties
      }
    }
    return carried.current
  }
}
