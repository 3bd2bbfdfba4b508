extension SubjectFinder {
  /// The heads of a stretch with what joins them, outside brackets.
  func groups(in range: Range<Int>) -> [PartyGroup] {
    var groups: [PartyGroup] = []
    var end = range.lowerBound
    for word in map.words(in: range) {
      if word.end > range.upperBound { continue }
      if word.start < end {
        // 管理人 and 人员 of 管理人员 are one head.
        if let last = groups.indices.last, word.end > groups[last].end,
          !word.roles.isDisjoint(with: .head)
        {
          groups[last].extendLast(to: word.end)
          end = word.end
        }
        continue
      }
      guard !word.roles.isDisjoint(with: [.head, .polity]) else { continue }
      // 有关部门（单位）和学校: a bracket after a name is a part of it.
      if let last = groups.indices.last, map.scalars[groups[last].end] == "（",
        let close = bracketEnd(from: groups[last].end, before: range.upperBound)
      {
        groups[last].end = close
        end = close
        // 乡镇人民政府（街道办事处）: either of the two.
        if word.start == close - 1 - (word.end - word.start), word.end == close - 1,
          map.scalars[word.start - 1] == "（", word.end - word.start >= 4,
          word.roles.contains(.mention), word.roles.contains(.organ)
        {
          groups[last].parties.append(
            Subject.Party(range: word.range, entity: word.row, isOfficial: true))
        }
        if word.start < close { continue }
      }
      // 承租人才公寓 has no 承租人, and 组织学生参加 no 组织.
      if let longer = map.word(
        [.plain, .falseFriend], at: word.end - 1, before: range.upperBound + 4),
        longer.end > word.end
      {
        continue
      }
      if isVerb(word, after: groups.last?.end ?? range.lowerBound) { continue }
      let party = Subject.Party(
        range: word.range, entity: word.roles.contains(.mention) ? word.row : nil,
        isOfficial: !word.roles.isDisjoint(with: [.organ, .post]),
        isPolity: word.roles.contains(.polity))
      defer { end = word.end }
      // Groups are changed where they lie: a copy of a long list at each name would take quadratic time.
      guard let last = groups.indices.last else {
        groups.append(PartyGroup(parties: [party], start: word.start, end: word.end))
        continue
      }
      if word.start == groups[last].end {
        // 学校教师: two heads that touch are one name, whose own head is the last.
        let name = groups[last].parties.count - 1
        groups[last].parties[name].range =
          groups[last].parties[name].range.lowerBound..<word.end
        groups[last].parties[name].entity = party.entity
        groups[last].parties[name].isPolity = false
        groups[last].end = word.end
      } else if goesOn(groups[last].end..<word.start, to: word) {
        // 国务院教育主管部门: one name.
        groups[last].extendLast(to: word.end)
        groups[last].parties[groups[last].parties.count - 1].isOfficial = party.isOfficial
      } else if joins(groups[last].end..<word.start) {
        groups[last].parties.append(party)
        groups[last].end = word.end
      } else {
        groups.append(PartyGroup(parties: [party], start: word.start, end: word.end))
      }
    }
    return groups
  }

  /// Whether the words between two heads make one name of them: 教育主管 in 国务院教育主管部门.
  private func goesOn(_ gap: Range<Int>, to word: NormWord) -> Bool {
    // 公安机关等有关部门: two parties, of which 等 ends the list of the first.
    // 省长任指挥长: two posts, and who holds the second.
    guard gap.count <= 8, word.roles.contains(.organ), !word.roles.contains(.mention),
      gap.isEmpty || map.scalars[gap.lowerBound] != "任",
      gap.count == 1 || map.scalars[gap.lowerBound] != "等",
      map.word(.compound, endingAt: word.end, after: word.start - 2) != nil,
      !map.contains("的", in: gap), !map.contains("，", in: gap)
    else { return false }
    return map.token(
      [.directive, .otherVerb, .preposition, .join, .adverb, .marker, .companion, .statement],
      in: gap) == nil
  }

  /// Where a short bracket that opens at an offset ends.
  private func bracketEnd(from open: Int, before limit: Int) -> Int? {
    (open + 1..<max(open + 1, min(limit, open + 16))).first { map.scalars[$0] == "）" }
      .map { $0 + 1 }
  }

  /// 组织 is a verb at the head of a clause, right after a subject, and before another head:
  /// 学校组织学生参加….
  private func isVerb(_ word: NormWord, after end: Int) -> Bool {
    guard word.end - word.start == 2, map.scalars[word.start] == "组",
      map.scalars[word.start + 1] == "织", !word.roles.contains(.mention)
    else { return false }
    return word.start == end || map.word(.head, at: word.end, before: word.end + 12) != nil
  }

  /// Whether the words between two heads join them: 、, 和, 和其他有关.
  private func joins(_ gap: Range<Int>) -> Bool {
    // 民政部门、公安机关等有关部门 ends its list with 等.
    let isOpen = gap.count <= 4 && map.scalars[gap.lowerBound] == "等"
    let end = map.word(.join, at: gap.lowerBound, before: gap.upperBound)?.end
    guard let start = isOpen ? gap.lowerBound + 1 : end else { return false }
    var modifier = start..<gap.upperBound
    // 广播电视台、通信运营企业: the verb right before a head is a part of its name.
    if !isOpen, map.scalars[gap.lowerBound] == "、", 4...6 ~= modifier.count,
      let verb = map.word([.either, .otherVerb], endingAt: gap.upperBound, after: start + 1),
      verb.end == verb.start + 2
    {
      modifier = start..<verb.start
    }
    return modifier.count <= 16
      && map.token([.directive, .otherVerb, .preposition, .marker], in: modifier) == nil
  }

  /// The parties of a group; the first takes the words before it along, up to its 的.
  func parties(of group: PartyGroup, from start: Int) -> [Subject.Party] {
    var parties = group.parties
    for (index, party) in parties.enumerated() where party.entity == nil {
      let low = index == 0 ? start : parties[index - 1].range.upperBound
      parties[index].range = head(party.range, from: low)
    }
    if let first = parties.first, first.range.lowerBound > start + 2 {
      parties.insert(contentsOf: joinedNames(before: first.range.lowerBound, from: start), at: 0)
    }
    return parties
  }

  /// 人事处、研究生院 of 人事处、研究生院和管理中心: names that no list has, joined to one that is known.
  private func joinedNames(before end: Int, from low: Int) -> [Subject.Party] {
    var names: [Subject.Party] = []
    var end = end
    while let join = map.word(.join, endingAt: end, after: low), join.end == join.start + 1 {
      var start = join.start
      while start > low, map.scalars[start - 1] != "、", map.scalars[start - 1] != "和" { start -= 1 }
      let name = start..<join.start
      guard 2...10 ~= name.count, isOrganEnding(map.scalars[join.start - 1]),
        !map.contains("的", in: name), !map.contains("，", in: name),
        map.token([.directive, .otherVerb, .preposition, .marker, .statement], in: name) == nil
      else { break }
      names.insert(Subject.Party(range: name, isOfficial: true), at: 0)
      end = start
    }
    return end <= low ? names : []
  }

  /// Whether a name ends as those of organs and teams do.
  func endsAsOrgans(_ name: Range<Int>) -> Bool {
    name.last.map { isOrganEnding(map.scalars[$0]) } ?? false
  }

  private func isOrganEnding(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "处", "院", "部", "科", "室", "局", "办", "委", "会", "队", "站", "所", "组", "团", "厅": true
    default: false
    }
  }

  /// A head noun with the modifiers right before it: 县级以上人民政府, not 从事…的单位.
  private func head(_ range: Range<Int>, from low: Int) -> Range<Int> {
    var start = range.lowerBound
    while start > low, range.lowerBound - start < 24 {
      let scalar = map.scalars[start - 1]
      if scalar == "的" || scalar == "，" || scalar == "）" || scalar == "是" { break }
      // 公安机关等 + 有关部门.
      if scalar == "等", start == low + 1 { break }
      if map.word([.join, .adverb], endingAt: start, after: low) != nil, scalar != "同" { break }
      start -= 1
    }
    let modifier = start..<range.lowerBound
    if !modifier.isEmpty,
      map.word([.directive, .otherVerb], at: start, before: range.lowerBound) != nil,
      modifier.count > 6
    {
      return range
    }
    return start..<range.upperBound
  }
}
