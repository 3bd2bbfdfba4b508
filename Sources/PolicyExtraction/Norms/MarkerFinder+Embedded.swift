import PolicyClauses

/// Markers that govern no clause: in conditions, relative clauses, topics and reports.
extension MarkerFinder {
  /// Whether a marker stands in a condition or a noun phrase instead of governing its clause.
  func isEmbedded(_ word: NormWord, _ use: MarkerUse, in clause: Clause) -> Bool {
    let range = clause.range
    if map.scalars[range.upperBound - 1] == "的" { return true }
    if word.end < range.upperBound {
      if map.scalars[word.end] == "的" { return true }
      if map.scalars[word.end] == "了",
        map.word(.verb, at: word.end, before: range.upperBound) == nil
      {
        return true
      }
    }
    if map.word(.exception, endingAt: range.upperBound, after: range.lowerBound) != nil,
      map.scalars[range.upperBound - 3] == "的"
    {
      return true
    }
    // 初起火灾：可以用灭火器扑灭的火灾: what a word means.
    if range.lowerBound > 0, map.scalars[range.lowerBound - 1] == "：",
      use == .bare || use == .modal, clause.mark == .stop || clause.mark == .end,
      let particle = range.suffix(5).last(where: { map.scalars[$0] == "的" }),
      particle > word.end, map.word(.verb, endingAt: particle, after: word.end) != nil,
      map.token(.head, in: range.lowerBound..<word.start) == nil
    {
      return true
    }
    // 其应缴纳的费用: a verb and 的 right after a modal make a modifier of it.
    if use == .bare || use == .modal, word.end + 2 < range.upperBound,
      map.scalars[word.end + 2] == "的",
      map.word(.verb, at: word.end, before: range.upperBound)?.end == word.end + 2
    {
      return true
    }
    // 国家禁止销售的其他食品: so does 的 right after what is forbidden.
    if use == .verb, let verb = map.word(.verb, at: word.end, before: range.upperBound),
      verb.end < range.upperBound, map.scalars[verb.end] == "的"
    {
      return true
    }
    // 按职工应缴纳保险费的标准: within the measure of an act.
    if map.token(.measured, in: range.lowerBound..<word.start) != nil,
      let particle = range.suffix(from: word.end).last(where: { map.scalars[$0] == "的" }),
      map.word(.measure, at: particle + 1, before: range.upperBound) != nil,
      map.first(.head, in: range.lowerBound..<word.start)?.start != range.lowerBound
    {
      return true
    }
    // 除应当遵守前款规定外，还应当…
    if map.scalars[range.upperBound - 1] == "外",
      map.contains("除", in: range.lowerBound..<word.start)
    {
      return true
    }
    var before = word.start
    while let adverb = map.word(.adverb, endingAt: before, after: range.lowerBound) {
      before = adverb.start
    }
    guard before > range.lowerBound else {
      return isTopic(word, in: clause)
    }
    if map.token(.about, in: range.lowerBound..<word.start) != nil { return true }
    if let report = map.word(.report, endingAt: before, after: range.lowerBound),
      !isDocument(report, in: range)
    {
      // 规定应当…, 认为可以…; 对应当…的 only with a noun to come.
      let isVerb = report.end - report.start > 1 && !report.roles.contains(.preposition)
      return isVerb ? use != .duty : map.contains("的", in: word.end..<range.upperBound)
    }
    return map.scalars[before - 1] == "的" && use != .duty && isRelative(word, in: range)
      && map.word(.head, endingAt: before - 1, after: range.lowerBound) == nil
  }

  /// 草案的说明应当包括…, 罢免要求应当写明…: whether a word that may report is the name of what is written, with no subject
  /// that says, demands or proves something.
  private func isDocument(_ report: NormWord, in range: Range<Int>) -> Bool {
    report.roles.contains(.document)
      && map.word([.head, .adverb, .marker], endingAt: report.start, after: range.lowerBound)
        == nil
  }

  /// 可以共享获取的材料，不得…: what begins with a modal and ends in a noun is the topic of the next clause.
  private func isTopic(_ word: NormWord, in clause: Clause) -> Bool {
    let range = clause.range
    guard clause.mark == .comma, range.count > 6, word.end < range.upperBound,
      isRuled(behind: range.upperBound)
    else { return false }
    let tail = max(word.end, range.upperBound - 5)..<max(word.end, range.upperBound - 1)
    guard let particle = tail.last(where: { map.scalars[$0] == "的" }),
      map.word(.verb, endingAt: particle, after: word.end) != nil,
      // 应当告知申请人需要补正的内容 has an object before the modifier.
      map.token(.head, in: word.end..<particle) == nil
    else { return false }
    return map.token(.verb, in: particle + 1..<range.upperBound) == nil
  }

  /// Whether the clause behind a comma begins with a marker, and so has the clause before it as its topic; that of
  /// 应当遵循公开的原则，遵守国家规定 does not.
  private func isRuled(behind comma: Int) -> Bool {
    let start = comma + 1
    guard start < map.scalars.count else { return false }
    return map.word(.marker, at: start, before: map.scalars.count) != nil
      || map.word([.head, .adverb, .connective], at: start, before: map.scalars.count).map {
        map.word(.marker, at: $0.end, before: map.scalars.count) != nil
      } ?? false
  }

  private func isRelative(_ word: NormWord, in range: Range<Int>) -> Bool {
    map.contains("的", in: word.end..<range.upperBound)
  }

  /// Of two markers the first is left out if 的 and a noun part them: 应当公开的信息不得….
  func withoutRelativeClauses(_ found: [FoundMarker], in clause: Clause) -> [FoundMarker] {
    guard found.count > 1 else { return found }
    var result: [FoundMarker] = []
    for (index, marker) in found.enumerated() {
      if index + 1 < found.count, marker.need == nil {
        let gap = marker.range.upperBound..<found[index + 1].range.lowerBound
        let isJoined =
          gap.isEmpty
          || map.word([.adverb, .connective], endingAt: gap.upperBound, after: gap.lowerBound)?
            .roles.contains(.connective) == true
          || "并且也但还又".unicodeScalars.contains(map.scalars[gap.upperBound - 1])
        if !isJoined, map.contains("的", in: gap), found[index + 1].need == nil { continue }
      }
      result.append(marker)
    }
    return result
  }
}
