/// Subjects that no list has, known by their form and their place.
extension SubjectFinder {
  /// 受帮扶省市要…, 综合保税区应当…: a place right before a marker is whoever governs it.
  func place(in range: Range<Int>) -> Subject.Party? {
    var end = range.upperBound
    while let word = map.word(.adverb, endingAt: end, after: range.lowerBound) { end = word.start }
    // 有条件的地方可以…: the words before 的 say which ones.
    guard let place = map.word(.place, endingAt: end, after: range.lowerBound),
      place.start > range.lowerBound && map.scalars[place.start - 1] == "的"
        || map.token([.verb, .preposition], in: range.lowerBound..<place.start) == nil
    else { return nil }
    let start = (range.lowerBound..<place.start).last { map.scalars[$0] == "的" }
    return Subject.Party(range: (start.map { $0 + 1 } ?? range.lowerBound)..<end)
  }

  /// A noun in 人, 者, 员, 商, 户 or 组, 处, 局 right before a marker names people or an organ, though
  /// no list has it.
  func personLike(in range: Range<Int>) -> Subject.Party? {
    var end = range.upperBound
    while let word = map.word(.adverb, endingAt: end, after: range.lowerBound) { end = word.start }
    guard end > range.lowerBound else { return nil }
    switch map.scalars[end - 1] {
    case "者" where end - 2 >= range.lowerBound && map.scalars[end - 2] == "或": return nil
    case "人", "者", "员", "商", "户", "组", "处", "局", "办", "队": break
    default: return nil
    }
    var start = end - 1
    while start > range.lowerBound, end - start < 8, map.scalars[start - 1] != "的" { start -= 1 }
    return Subject.Party(range: start..<end)
  }

  /// 密切接触者集中隔离, 现场处置组每日消杀: a noun in 者, 员 or 组 at the head of a clause, before an adverb or
  /// a verb.
  func personLike(from start: Int, before limit: Int) -> Subject.Party? {
    for offset in start + 2..<max(start + 2, min(start + 9, limit - 2)) {
      switch map.scalars[offset] {
      case "的", "，", "（": return nil
      // 调整或者修改: 者 of 或者 names nobody.
      case "者" where map.scalars[offset - 1] == "或": return nil
      case "者", "员", "组":
        guard map.word([.adverb, .verb, .preposition], at: offset + 1, before: limit) != nil,
          map.word(.verb, at: start, before: offset + 1).map({ !$0.roles.contains(.directive) })
            ?? true
        else { continue }
        return Subject.Party(range: start..<offset + 1)
      default: continue
      }
    }
    return nil
  }

  /// 学校、医院 of 学校、医院等人员密集场所要…: several who are summed up by a noun that no list has.
  func summedUp(_ group: PartyGroup, limit: Int) -> PartyGroup? {
    var group = group
    // 人员 of 人员密集场所 begins that noun.
    if let last = group.parties.last, map.scalars[last.range.lowerBound - 1] == "等",
      group.end == last.range.upperBound
    {
      group.parties.removeLast()
      group.end = last.range.lowerBound - 1
    }
    guard group.parties.count > 1, map.scalars[group.end] == "等", 4...12 ~= limit - group.end - 1
    else { return nil }
    let rest = group.end + 1..<limit
    let isNoun =
      !map.contains("的", in: rest)
      && map.token([.verb, .preposition, .statement], in: rest) == nil
      && map.word(.head, endingAt: limit, after: group.end) == nil
    return isNoun ? group : nil
  }

  /// Where the predicate begins after a short occasion without a comma: 接报后, 接到报告后.
  func afterOccasion(_ start: Int, before limit: Int) -> Int? {
    guard map.scalars[start] == "接" || map.scalars[start] == "收" else { return nil }
    guard
      let after = (start + 2..<max(start + 2, min(start + 9, limit - 2))).first(where: {
        map.scalars[$0] == "后"
      }), !map.contains("，", in: start..<after)
    else { return nil }
    return after + 1
  }

  /// Whether a clause with a subject of its own says which thing is meant: 用人单位举办的 + 托育点.
  func endsInThingOf(_ group: PartyGroup, limit: Int) -> Bool {
    guard let verb = map.word(.verb, at: group.end, before: limit),
      verb.roles.isDisjoint(with: .preposition), verb.end < limit, map.scalars[verb.end] == "的"
    else { return false }
    var end = limit
    while let word = map.word(.adverb, endingAt: end, after: verb.end) { end = word.start }
    let noun = verb.end + 1..<max(verb.end + 1, end)
    return 2...8 ~= noun.count && !map.contains("，", in: noun)
      && map.token([.verb, .preposition, .head, .place, .polity], in: noun) == nil
      && !map.closes(noun) && map.word([.measure, .topic], endingAt: end, after: verb.end) == nil
  }

  /// 两年内, 毕业前: when a subject before it acts; not 周边五百米范围内.
  func isTime(_ range: Range<Int>) -> Bool {
    guard 2...14 ~= range.count, !map.contains("的", in: range), map.closes(range) else {
      return false
    }
    switch map.scalars[range.upperBound - 1] {
    case "前", "后", "时", "间": return true
    default: return isNumeral(map.scalars[range.lowerBound])
    }
  }
}
