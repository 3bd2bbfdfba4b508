/// Finds the subject of a clause by the place of nouns, prepositions and verbs.
///
/// The head noun phrase is taken, without the relative clause before it: in
/// 从事餐饮服务的单位应当… the subject is 单位.
struct SubjectFinder {
  let map: WordMap

  /// The subject in a stretch.
  ///
  /// `isClosed`: whether the predicate's marker follows right after the stretch, so that a
  /// noun at its end is the subject; otherwise the stretch holds the predicate as well.
  func subject(in range: Range<Int>, isClosed: Bool) -> (subject: Subject, end: Int) {
    let limit = range.upperBound
    var start = map.skipping([.adverb, .connective], from: range.lowerBound, before: limit)
    if let word = map.word(.condition, at: start, before: limit), !word.roles.contains(.preposition)
    {
      start = map.skipping([.adverb, .connective], from: word.end, before: limit)
    }
    guard start < limit else { return (.none, start) }
    if let pronoun = pronoun(at: start, before: limit) {
      return (.pronoun(pronoun), pronoun.upperBound)
    }
    // 会同有关部门建立机制, 商有关部门安排运输: the subject before goes on.
    if let companion = map.word(.companion, at: start, before: limit),
      map.scalars[start] == "会"
        || map.first(.head, in: companion.end..<min(limit, companion.end + 10)) != nil
    {
      return (.none, start)
    }
    // 发现作弊信号的应当立即处置: a condition, which names no subject.
    if isClosed, map.scalars[limit - 1] == "的" { return (.none, start) }
    let groups = groups(in: start..<limit)
    if let word = map.word(.preposition, at: start, before: limit),
      groups.first.map({ $0.start > start }) ?? true
    {
      // 被隔离学生: 被 and a verb make a modifier.
      if map.scalars[start] == "被", let group = groups.first,
        map.skipping(.adverb, from: group.end, before: limit) >= limit || !isClosed
      {
        return (.parties(group.parties), group.end)
      }
      return afterPreposition(word, groups, limit: limit, isClosed: isClosed)
    }
    if let companion = map.first(.companion, in: start..<limit),
      map.scalars[companion.start] == "会",
      groups.first.map({ $0.start > companion.start }) ?? true,
      let party = named(in: start..<companion.start)
    {
      // 危机管理小组会同…: who acts with others is one who acts.
      return (.parties([party]), companion.start)
    }
    for group in groups {
      let after = map.skipping(.adverb, from: group.end, before: limit)
      let isPhrase = isNounPhrase(start..<group.start, headEnd: group.headEnd)
      if after >= limit {
        // 各部门在各自职责范围内，…: the predicate comes in the next clause.
        if !isClosed, isPhrase, group.end < limit, map.scalars[group.end] == "在" {
          return (.parties(parties(of: group, from: start)), group.end)
        }
        guard isClosed else { break }
        return isPhrase ? (.parties(parties(of: group, from: start)), limit) : (.thing, limit)
      }
      if map.scalars[group.end] == "的" { continue }
      guard isPhrase else { continue }
      if isClosed, let summed = summedUp(group, limit: limit) {
        return (.parties(parties(of: summed, from: start)), limit)
      }
      // 县住建局接报后立即核实: when it acts stands between.
      if !isClosed, group.start == start, let acts = afterOccasion(group.end, before: limit) {
        return (.parties(parties(of: group, from: start)), acts)
      }
      // 用人单位举办的托育点可…: who did it says which thing is meant.
      if isClosed, group.start == start, endsInThingOf(group, limit: limit) {
        return (.thing, limit)
      }
      if isClosed, let last = groups.last, last.start > group.end,
        isModified(last, by: group, limit: limit)
      {
        continue
      }
      if map.scalars[group.end] == "（" || isPredicate(at: after, group: group, limit: limit)
        || (isClosed && isTime(after..<limit))
      {
        return (.parties(parties(of: group, from: start)), group.end)
      }
    }
    if !isClosed, let group = groups.first, group.start == start, group.end + 4 < limit,
      !group.parties[0].isPolity,
      map.scalars[group.end] != "的", !isCompound(group, limit: limit)
    {
      return (.parties(parties(of: group, from: start)), group.end)
    }
    if isClosed {
      // 考察时应当…, 会后要…: when, not who.
      if map.closes(start..<limit) { return (.none, start) }
      if groups.isEmpty, let party = personLike(in: start..<limit) {
        return (.parties([party]), limit)
      }
      if let place = place(in: start..<limit) { return (.parties([place]), limit) }
      return (.thing, limit)
    }
    // 行政秘书组接通电话: 秘书 is a head, and 组 makes a longer name of it.
    if let party = personLike(from: start, before: limit),
      groups.first.map({ $0.start < party.range.upperBound }) ?? true
    {
      return (.parties([party]), party.range.upperBound)
    }
    return map.word(.verb, at: start, before: limit) == nil ? (.thing, start) : (.none, start)
  }

  /// The first group right at an offset, apart from modifiers: whom 由 or 鼓励 has after it.
  func party(after offset: Int, before limit: Int) -> PartyGroup? {
    let start = map.skipping(.adverb, from: offset, before: limit)
    guard start < limit else { return nil }
    for group in groups(in: start..<min(limit, start + 80)) {
      if group.end < limit, map.scalars[group.end] == "的" { continue }
      // 由所在地街道办事处: the place only says which one.
      let place = map.word(.locator, endingAt: group.start, after: start)?.start
      let modifier = start..<(place ?? group.start)
      guard isNounPhrase(modifier, headEnd: group.headEnd) else { continue }
      // 平台企业住所地人民法院: a head that a longer name goes on from.
      let after = map.skipping(.adverb, from: group.end, before: limit)
      if group.end + 4 < limit, isCompound(group, limit: limit),
        !isPredicate(at: after, group: group, limit: limit)
      {
        continue
      }
      return widened(group, from: start)
    }
    return nil
  }

  /// Who acts in 鼓励X做…: the noun before the first predicate, whatever words it is made of (综合保税区内
  /// 加工制造企业), and also a place (贫困地区).
  func actor(in range: Range<Int>) -> PartyGroup? {
    let opening: WordRoles = [.verb, .preposition, .light]
    guard
      map.word(opening, at: range.lowerBound, before: range.upperBound).map({
        $0.end - $0.start > 1 && map.word(.place, at: $0.end, before: range.upperBound) != nil
      }) ?? true
    else { return nil }
    for word in map.words(in: range) where !word.roles.isDisjoint(with: [.head, .place]) {
      guard word.end < range.upperBound, word.start - range.lowerBound <= 30 else { return nil }
      let after = map.skipping(.adverb, from: word.end, before: range.upperBound)
      guard map.word(opening, at: after, before: range.upperBound) != nil,
        map.word([.head, .place], at: word.end, before: range.upperBound) == nil,
        map.word(.closer, at: word.end, before: range.upperBound) == nil
      else { continue }
      let before = range.lowerBound..<word.start
      guard
        map.token([.preposition, .marker, .light], in: before) == nil
          || !before.isEmpty && map.scalars[word.start - 1] == "的"
      else { return nil }
      let start = before.last { map.scalars[$0] == "的" || map.scalars[$0] == "、" }
      let party = Subject.Party(
        range: (start.map { $0 + 1 } ?? range.lowerBound)..<word.end,
        entity: word.roles.contains(.mention) ? word.row : nil,
        isOfficial: !word.roles.isDisjoint(with: [.organ, .post]))
      return PartyGroup(parties: [party], start: party.range.lowerBound, end: word.end)
    }
    return nil
  }

  /// The parties of a stretch that names them and nothing else.
  func only(in range: Range<Int>) -> [Subject.Party]? {
    let groups = groups(in: range)
    guard groups.count == 1, let group = groups.first, group.start == range.lowerBound,
      group.end >= range.upperBound - 1
    else { return nil }
    return group.parties
  }

  /// X of 由X负责 where no list has X: the place says that it acts.
  func named(in range: Range<Int>) -> Subject.Party? {
    var end = range.upperBound
    while let word = map.word([.adverb, .verb], endingAt: end, after: range.lowerBound) {
      end = word.start
    }
    let name = range.lowerBound..<end
    guard 2...20 ~= name.count, !map.contains("，", in: name), !map.contains("的", in: name) else {
      return nil
    }
    return Subject.Party(range: name)
  }

  /// The parties at the end of a stretch, whatever stands before them.
  func lastGroup(in range: Range<Int>) -> [Subject.Party]? {
    guard let group = groups(in: range).last,
      map.skipping([.adverb, .verb], from: group.end, before: range.upperBound) >= range.upperBound
    else { return nil }
    return group.parties
  }

  /// The last party of a stretch.
  func lastParty(in range: Range<Int>) -> Subject.Party? {
    groups(in: range).last?.parties.last
  }

  private func widened(_ group: PartyGroup, from start: Int) -> PartyGroup {
    var group = group
    group.parties = parties(of: group, from: start)
    return group
  }

  private func pronoun(at start: Int, before limit: Int) -> Range<Int>? {
    guard let word = map.word([.pronoun, .plain, .mention], at: start, before: limit),
      word.roles.contains(.pronoun)
    else { return nil }
    // 该 and 前述 point with the noun after them.
    if let head = map.first(.head, in: word.end..<min(limit, word.end + 12)),
      head.start == word.end
    {
      return word.start..<head.end
    }
    return map.scalars[word.start] == "该" || map.scalars[word.start] == "前"
      ? nil : word.range
  }

  /// With a preposition in front, only a noun at the end of the stretch is the subject: 在校期间学生应当….
  private func afterPreposition(
    _ word: NormWord, _ groups: [PartyGroup], limit: Int, isClosed: Bool
  ) -> (Subject, Int) {
    if map.scalars[word.start] == "由" {
      guard
        let group = groups.first(where: {
          isNounPhrase(word.end..<$0.start, headEnd: $0.headEnd)
            && ($0.end >= limit || map.scalars[$0.end] != "的")
        })
      else { return (.none, limit) }
      return (.parties(parties(of: group, from: word.end)), group.end)
    }
    guard isClosed else { return (.none, limit) }
    switch map.scalars[word.start] {
    case "对", "向", "给", "为", "将", "把": return (.none, limit)
    case "与", "同":
      // 与议题有利害关系的委员: the phrase says which ones.
      guard let last = groups.last, map.scalars[last.start - 1] == "的",
        map.skipping(.adverb, from: last.end, before: limit) >= limit
      else { return (.none, limit) }
    default: break
    }
    guard let group = groups.last, map.skipping(.adverb, from: group.end, before: limit) >= limit
    else {
      return (endsInThing(word.end..<limit) ? .thing : .none, limit)
    }
    let isOwn =
      map.scalars[group.start - 1] == "的"
      || map.word(.closer, endingAt: group.start, after: word.end) != nil
    guard isOwn else { return (.none, limit) }
    return (.parties(group.parties), limit)
  }

  /// 未经检疫的肉类, 依照前款公告的信息: a noun with its relative clause, and neither a measure (程序) nor a time.
  private func endsInThing(_ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while let word = map.word(.adverb, endingAt: end, after: range.lowerBound) { end = word.start }
    guard let particle = (range.lowerBound..<end).last(where: { map.scalars[$0] == "的" }),
      2...8 ~= end - particle - 1
    else { return false }
    return map.word([.measure, .topic], endingAt: end, after: particle) == nil
      && !map.closes(particle + 1..<end)
      && map.token(.verb, in: range.lowerBound..<particle) != nil
  }

  /// Whether words can stand before a head noun: none, a modifier, or a relative clause with 的.
  private func isNounPhrase(_ modifier: Range<Int>, headEnd: Int) -> Bool {
    guard !modifier.isEmpty else { return true }
    if map.scalars[modifier.upperBound - 1] == "的" { return true }
    guard modifier.count <= 24, !map.contains("，", in: modifier) else { return false }
    // 租赁设备的实际使用人: a relative clause, and a word of the name.
    if let particle = modifier.suffix(5).last(where: { map.scalars[$0] == "的" }),
      particle > modifier.lowerBound,
      map.token(
        [.verb, .preposition, .marker, .statement, .head], in: particle + 1..<modifier.upperBound)
        == nil
    {
      return true
    }
    // 考察人员 and 监督检查机构 are names, 选拔任用处科级干部 is an activity.
    let first = map.word(
      [.directive, .otherVerb, .either], at: modifier.lowerBound, before: modifier.upperBound)
    let isName =
      map.word([.compound, .mention, .organ, .post], endingAt: headEnd, after: modifier.upperBound)
      != nil
    // 协助人民政府做好…, 承诺配合街道办事处…: a verb and its object.
    if let first, first.roles.contains(.causative) { return false }
    if let verb = map.token(.causative, in: modifier),
      !map.contains("的", in: verb.end..<modifier.upperBound)
    {
      return false
    }
    // 维护保养单位: two verbs before a head are its name.
    if isName, modifier.count == 4, map.consists(of: .verb, in: modifier) { return true }
    if let first, first.roles.contains(.directive) || first.end == first.start + 1 { return false }
    if 2...4 ~= modifier.count,
      map.consists(of: [.either, .otherVerb], in: modifier)
    {
      return isName
    }
    // 委托第三方专业机构: a verb with its object.
    if map.word(.either, at: modifier.lowerBound, before: modifier.upperBound) != nil,
      map.token(.head, in: modifier) != nil
    {
      return false
    }
    if first != nil, first?.roles.contains(.otherVerb) == true { return false }
    let opening: WordRoles = [.preposition, .marker, .statement, .state, .companion, .locator]
    if map.token(opening, in: modifier) != nil { return false }
    // 决策承办单位, 人力资源社会保障行政部门: the name of an organ may hold a verb.
    return (isName && first == nil)
      || map.token([.directive, .otherVerb], in: modifier) == nil
  }

  /// 区教育局认定的幼儿园应当…: a clause with a subject of its own says which 幼儿园 is meant.
  private func isModified(_ last: PartyGroup, by group: PartyGroup, limit: Int) -> Bool {
    guard map.skipping(.adverb, from: last.end, before: limit) >= limit,
      let verb = map.word(.verb, at: group.end, before: last.start),
      verb.roles.isDisjoint(with: .preposition)
    else { return false }
    let gap = verb.end..<last.start
    guard let particle = gap.last(where: { map.scalars[$0] == "的" }) else { return false }
    return !map.contains("，", in: gap) && last.start - particle <= 8
      && map.token([.verb, .preposition], in: particle + 1..<last.start) == nil
  }

  /// Whether what follows a group shows that it is the subject and not part of a longer noun.
  private func isPredicate(at offset: Int, group: PartyGroup, limit: Int) -> Bool {
    if offset > group.end { return true }
    let roles: WordRoles = [
      .preposition, .directive, .either, .otherVerb, .marker, .state, .statement, .companion,
      .sanction,
    ]
    // 招募志愿者前: when, not who.
    if map.word(.closer, at: offset, before: limit)?.end == limit { return false }
    guard let word = map.word(roles, at: offset, before: limit) else {
      // 无, 不, 未, 有 and 自 open predicates as well; they are adverbs or verbs of the lists.
      return map.scalars[offset] == "有" || map.scalars[offset] == "无" || map.scalars[offset] == "每"
    }
    return word.end <= limit
  }

  /// Whether two unknown characters after a head make a longer noun of it, as 学校食堂 in 学校食堂由….
  private func isCompound(_ group: PartyGroup, limit: Int) -> Bool {
    let roles: WordRoles = [.preposition, .adverb, .directive, .otherVerb, .marker, .statement]
    return map.word(roles, at: group.end + 2, before: limit) != nil
      || map.word(roles.union(.head), at: group.end + 3, before: limit) != nil
  }
}
