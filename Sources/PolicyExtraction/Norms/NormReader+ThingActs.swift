import PolicyClauses

/// Acts on a thing that stands before its verb: as the topic, after 对 or 将, or after a measure.
extension NormReader {
  /// 评价工作每年开展1次, 大宗食材实行统一招标, 间接费用按照一定比例核定: what is to be done with a thing.
  func actOnThing(in range: Range<Int>) -> Act? {
    if let word = map.word(.preposition, at: range.lowerBound, before: range.upperBound) {
      return actOnObject(of: word, in: range)
    }
    if let act = actOnThingByMeasure(in: range) ?? actOnThingInPlace(in: range)
      ?? actOnThingTo(in: range) ?? actOnThingFrom(in: range) ?? actInvariably(in: range)
    {
      return act
    }
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

  /// 审核结果在网站公示5个工作日: a thing, a place, and the verb.
  private func actOnThingInPlace(in range: Range<Int>) -> Act? {
    // 审核 of 审核结果 is a part of what is spoken of.
    let start = map.word(.either, at: range.lowerBound, before: range.upperBound)?.end
    guard
      let place = map.token(
        [.preposition, .verb, .state, .statement],
        in: (start ?? range.lowerBound)..<range.upperBound),
      map.scalars[place.start] == "在", place.start > range.lowerBound + 1,
      let verb = map.token(
        [.directive, .either], in: place.end + 1..<max(place.end + 1, range.upperBound)),
      verb.end == range.upperBound
        || map.scalars[verb.end] != "的"
          && map.word([.topic, .nominal, .head, .closer], at: verb.end, before: range.upperBound)
            == nil
    else { return nil }
    return Act(start: place.start, isAboutThing: true, rule: "norm.directive.topic")
  }

  /// 重大问题及时向市政府报告: a thing, an adverb, to whom, and the verb.
  private func actOnThingTo(in range: Range<Int>) -> Act? {
    guard let to = map.token([.preposition, .directive, .state, .statement], in: range),
      map.scalars[to.start] == "向", to.start > range.lowerBound + 2,
      let adverb = map.word(.adverb, endingAt: to.start, after: range.lowerBound + 2),
      let verb = map.token([.directive, .light, .either], in: to.end + 1..<range.upperBound),
      verb.end >= range.upperBound || map.scalars[verb.end] != "的"
    else { return nil }
    return Act(start: adverb.start, isAboutThing: true, rule: "norm.directive.topic")
  }

  /// 食堂原材料一律从定点供应商采购: a thing, and what is done with it without exception.
  private func actInvariably(in range: Range<Int>) -> Act? {
    guard
      let adverb = map.token(
        [.invariable, .preposition, .directive, .state, .statement], in: range),
      adverb.roles.contains(.invariable), adverb.start > range.lowerBound + 1,
      range.upperBound - adverb.end >= 2
    else { return nil }
    return Act(start: adverb.start, isAboutThing: true, rule: "norm.directive.topic")
  }

  /// 所需资金由失业保险基金列支: a thing, what bears it, and the verb at the end.
  private func actOnThingFrom(in range: Range<Int>) -> Act? {
    guard let by = map.token([.preposition, .directive, .state, .statement], in: range),
      map.scalars[by.start] == "由", by.end == by.start + 1, by.start > range.lowerBound + 1,
      let verb = map.word(
        [.light, .directive, .either], endingAt: range.upperBound, after: by.end + 2),
      map.scalars[verb.start - 1] != "的",
      map.word([.statement, .happening], endingAt: range.upperBound, after: by.end) == nil
    else { return nil }
    return Act(start: by.start, isAboutThing: true, rule: "norm.directive.topic")
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
    if isTime, let act = actAtTime(after: word, in: range) { return act }
    let roles: WordRoles = isTo ? [.directive, .light, .either] : [.directive, .light]
    var offset = word.end + 1
    while offset < range.upperBound, let verb = map.token(roles, in: offset..<range.upperBound) {
      offset = verb.end
      // 对问题不落实的单位: what is not done is a circumstance.
      switch map.scalars[verb.start - 1] {
      case "不", "未", "没": continue
      default: break
      }
      guard verb.end < range.upperBound else {
        // 对发现的问题限期10日内整改: a verb that ends the clause, and no noun.
        guard isTo || verb.roles.contains(.directive), map.scalars[verb.start - 1] != "的" else {
          continue
        }
        return Act(start: isTo ? word.start : verb.start, rule: "norm.directive.object")
      }
      guard map.scalars[verb.end] != "的" else { continue }
      // 对部门组织或负责的活动: verbs that are joined before 的 make one modifier.
      if let join = map.word(.join, at: verb.end, before: range.upperBound),
        let next = map.word(.verb.union(.marker), at: join.end, before: range.upperBound),
        next.end < range.upperBound, map.scalars[next.end] == "的"
      {
        offset = next.end
        continue
      }
      if map.contains("的", in: verb.end..<range.upperBound),
        map.word(.light, at: verb.start, before: range.upperBound) == nil
      {
        continue
      }
      return Act(start: isTo ? word.start : verb.start, rule: "norm.directive.object")
    }
    // 把师生健康放在第一位, 将经费向农村倾斜: 把 and 将 lead up to what is done.
    let isLeading =
      map.scalars[word.start] == "把"
      || map.scalars[word.start] == "将"
        && map.word([.verb, .state, .adverb], at: word.end, before: range.upperBound) == nil
    return isLeading ? Act(start: word.start, rule: "norm.directive.object") : nil
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
      ?? verbOfMeasure(endingAt: range.upperBound, after: word)
      ?? map.token(.light, in: word.end..<range.upperBound)
    if let verb, verb.end >= range.upperBound || map.scalars[verb.end] != "的" {
      return Act(start: verb.start, rule: "norm.directive.measure")
    }
    // 根据服务协议落实健康服务: a verb with its object, unless a measure is still to come.
    guard word.end + 2 < range.upperBound,
      let verb = map.token(.directive, in: word.end + 2..<range.upperBound),
      verb.end < range.upperBound, map.scalars[verb.end] != "的",
      map.word(.measure, endingAt: range.upperBound, after: verb.end) == nil
    else { return nil }
    return Act(start: verb.start, rule: "norm.directive.measure")
  }

  /// 按旷课处理。, 依照有关规定执行。: how a case is dealt with.
  private func verbOfMeasure(endingAt end: Int, after word: NormWord) -> NormWord? {
    guard map.scalars[end] != "，" else { return nil }
    switch map.scalars[word.start] {
    case "按", "依", "参", "比": break
    default: return nil
    }
    guard let verb = map.word(.disposing, endingAt: end, after: word.end + 1),
      map.scalars[verb.start - 1] != "的"
    else { return nil }
    return verb
  }
}
