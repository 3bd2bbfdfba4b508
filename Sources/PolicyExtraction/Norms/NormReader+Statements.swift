import PolicyClauses

/// Clauses that tell what is, was, is hoped for or is called, and so command nothing.
extension NormReader {
  /// 到2025年，全市注册志愿者达到120万人: what is to be reached, and no act.
  func isGoal(_ index: Int) -> Bool {
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

  /// 基本实现水面无垃圾: what is to be reached.
  func tellsGoal(_ range: Range<Int>) -> Bool {
    guard let verb = map.token(.verb.union(.goal), in: range), verb.roles.contains(.goal) else {
      return false
    }
    return verb.start - range.lowerBound <= 4
  }

  /// 力争培训学徒1万人.
  func hopes(_ clause: Clause) -> Bool {
    map.scalars[clause.range.lowerBound] == "力" && map.scalars[clause.range.lowerBound + 1] == "争"
      && map.word(.verb, at: clause.range.lowerBound, before: clause.range.upperBound) != nil
  }

  /// 通过10年左右的努力: what is hoped for follows.
  func isEffort(_ range: Range<Int>) -> Bool {
    guard range.count >= 7, map.scalars[range.upperBound - 2] == "努",
      map.scalars[range.upperBound - 1] == "力"
    else { return false }
    return range.contains { isNumeral(map.scalars[$0]) && map.scalars[$0 + 1] != "是" }
  }

  /// Clauses that end in 的 are a condition or a name, also at the end of an item; those before 是 are what it is
  /// said of.
  func isTopic(_ zone: Range<Int>) -> Bool {
    let end = layer.clauses[zone.upperBound - 1].range
    guard let last = end.last else { return false }
    if map.scalars[last] == "的" || hasMeaning(end) { return true }
    return zone.contains {
      let range = layer.clauses[$0].range
      return $0 > zone.lowerBound && map.scalars[range.lowerBound] == "是"
        || map.word(.predicative, at: range.lowerBound, before: range.upperBound) != nil
    }
  }

  /// 对改善民生具有重要意义: what is said of the clauses before.
  private func hasMeaning(_ range: Range<Int>) -> Bool {
    guard range.count > 4, map.scalars[range.upperBound - 2] == "意",
      map.scalars[range.upperBound - 1] == "义"
    else { return false }
    return map.contains("有", in: range)
  }

  func tellsPast(_ index: Int) -> Bool {
    let range = layer.clauses[index].range
    return map.words(in: range).contains {
      $0.roles.contains(.state) && $0.end == $0.start + 1 && map.scalars[$0.start] == "了"
        && $0.end < range.upperBound
        && map.word(.verb, endingAt: $0.start, after: range.lowerBound) != nil
        && map.word([.verb, .preposition], at: $0.start, before: range.upperBound) == nil
    }
  }

  /// 综合保税区是重要平台，对吸引投资发挥作用: a sentence whose subject is a thing that is something.
  func describes(_ clause: Clause) -> Bool {
    let range = clause.range
    if isSaidToBe(range) { return true }
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

  /// 开展整治是改善环境的重要举措: what an activity is.
  private func isSaidToBe(_ range: Range<Int>) -> Bool {
    guard map.word(.directive, at: range.lowerBound, before: range.upperBound) != nil,
      let word = map.token(.statement, in: range.dropFirst(4)), word.end == word.start + 1,
      map.scalars[word.start] == "是", layer.enclosure(at: word.start) == nil
    else { return false }
    switch map.scalars[word.start - 1] {
    case "特", "凡", "其", "尤", "还", "就", "即", "或", "只", "但", "不", "求", "非": return false
    default: break
    }
    guard let particle = range.last(where: { map.scalars[$0] == "的" }), particle > word.end else {
      return false
    }
    return range.upperBound - particle <= 8
      && map.token([.directive, .preposition], in: particle + 1..<range.upperBound) == nil
  }

  /// 保卫处处长任副指挥长: who holds a post.
  func appoints(_ range: Range<Int>) -> Bool {
    guard let post = map.word(.post, endingAt: range.upperBound, after: range.lowerBound) else {
      return false
    }
    return (range.lowerBound + 1..<max(range.lowerBound + 1, post.start + 1)).contains {
      map.scalars[$0] == "任" && map.word(.head, endingAt: $0, after: range.lowerBound) != nil
    }
  }

  /// …的情况, …的情形 at the end of clauses.
  func endsInCase(_ zone: Range<Int>) -> Bool {
    let range = layer.clauses[zone.upperBound - 1].range
    guard range.count > 3, map.scalars[range.upperBound - 3] == "的",
      map.scalars[range.upperBound - 2] == "情"
    else { return false }
    return map.scalars[range.upperBound - 1] == "况" || map.scalars[range.upperBound - 1] == "形"
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
      // 村党组织书记为本村治污工作直接责任人: who answers for it.
      if map.token(.duty, in: max(offset + 1, range.upperBound - 4)..<range.upperBound) != nil,
        map.word(.head, endingAt: range.upperBound, after: offset) != nil
      {
        return true
      }
      // 学校为学生提供宿舍: for whom.
      return map.token(
        [.directive, .light, .either, .otherVerb], in: offset + 1..<range.upperBound)
        == nil
    }
    return false
  }

  /// Whether clauses say how the document itself works: 制定本办法, 适用本规定, 是指, 同时废止.
  func isFrame(_ zone: Range<Int>) -> Bool {
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
}
