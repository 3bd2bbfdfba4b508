import PolicyClauses

/// A marker that governs a predicate, at its place.
struct FoundMarker {
  var range: Range<Int>
  var modality: Modality
  var use: MarkerUse
  /// Of a sanction: what it needs, all of which is there.
  var need: SanctionNeed?
}

/// Finds the markers of a clause and leaves out those that are none: words within other words (应急),
/// within brackets and quotations, in relative clauses (应当公开的信息), and in conditions (…的，).
struct MarkerFinder {
  let map: WordMap
  let layer: ClauseLayer
  let vocabulary: NormVocabulary

  /// The markers of a clause, in the order of the text.
  func markers(of clause: Clause) -> [FoundMarker] {
    var found: [FoundMarker] = []
    var end = clause.range.lowerBound
    for word in map.words(in: clause.range) {
      guard word.start >= end, word.end <= clause.range.upperBound else { continue }
      if word.roles.contains(.marker) {
        guard !isWithinFalseFriend(word), layer.enclosure(at: word.start) == nil else { continue }
        end = word.end
        let use = vocabulary.uses[word.row]
        guard !isEmbedded(word, use, in: clause), fits(word, use, in: clause, after: found) else {
          continue
        }
        found.append(
          FoundMarker(
            range: word.range, modality: vocabulary.modalities[word.row], use: use, need: nil))
      } else if word.roles.contains(.sanction) {
        guard let need = sanctionNeed(word, in: clause) else { continue }
        end = word.end
        found.append(
          FoundMarker(range: word.range, modality: .sanction, use: .verb, need: need))
      }
    }
    return withoutRelativeClauses(found, in: clause)
  }

  /// 应 in 应急; a marker that begins in a longer word (响应当地) is none either.
  func isWithinFalseFriend(_ word: NormWord) -> Bool {
    for start in max(map.start, word.start - 4)...word.start {
      for other in map.words(in: start..<start + 1) where other.roles.contains(.falseFriend) {
        if other.end >= word.end {
          // 负责人才认定 has no 负责人, 应当说明 no 应当说: its last character begins another word.
          if other.end > word.end,
            let longer = map.word(
              [.plain, .directive, .otherVerb, .adverb], at: other.end - 1,
              before: map.scalars.count),
            longer.end > other.end
          {
            continue
          }
          return true
        }
        if other.start < word.start, other.end > word.start, breaksOff(word) { return true }
      }
    }
    return false
  }

  /// Whether 应当 before a character is 应 and another word: 适应当地, 响应当前.
  private func breaksOff(_ word: NormWord) -> Bool {
    guard word.end < map.scalars.count, map.scalars[word.end - 1] == "当" else { return false }
    switch map.scalars[word.end] {
    case "地", "前", "日", "年", "时", "代", "今", "天", "事", "场", "期": return true
    default: return false
    }
  }

  /// Whether a marker stands in a condition or a noun phrase instead of governing its clause.
  private func isEmbedded(_ word: NormWord, _ use: MarkerUse, in clause: Clause) -> Bool {
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
    switch map.scalars[report.end - 1] {
    case "明", "求": break
    default: return false
    }
    return map.word([.head, .adverb, .marker], endingAt: report.start, after: range.lowerBound)
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

  private func fits(
    _ word: NormWord, _ use: MarkerUse, in clause: Clause, after found: [FoundMarker]
  ) -> Bool {
    let range = clause.range
    switch use {
    case .modal:
      return word.end < range.upperBound || clause.mark == .colon
        || (clause.mark == .comma && range.lowerBound < word.start)
    case .bare: return fitsBare(word, in: range)
    case .verb:
      guard word.end < range.upperBound || clause.mark == .colon else { return false }
      guard !found.contains(where: { $0.use == .modal || $0.use == .bare }) else { return false }
      return isOwnPredicate(word, in: range)
    case .duty:
      guard !found.contains(where: { $0.use != .verb }) else { return false }
      return fitsDuty(word, in: range)
    case .after:
      guard found.isEmpty else { return false }
      return follows(word, in: range)
        || (map.scalars[word.start] == "承" && bearsDuty(word, in: range))
    }
  }

  /// X承担…责任, 财政承担百分之四十, without 由: who bears it stands right before.
  private func bearsDuty(_ word: NormWord, in range: Range<Int>) -> Bool {
    var before = word.start
    while let adverb = map.word(.adverb, endingAt: before, after: range.lowerBound) {
      before = adverb.start
    }
    guard word.end < range.upperBound,
      let head = map.word(.head, endingAt: before, after: range.lowerBound)
    else { return false }
    // 承担责任后 tells when.
    return !["的", "后", "前", "时"].contains(map.scalars[range.upperBound - 1])
      && map.token([.directive, .otherVerb, .report], in: range.lowerBound..<head.start) == nil
  }

  private func fitsBare(_ word: NormWord, in range: Range<Int>) -> Bool {
    guard word.end < range.upperBound else { return false }
    if word.start > range.lowerBound {
      switch map.scalars[word.start - 1] {
      // 场所 + 要.
      case "所"
      where map.word([.plain, .head, .nominal], endingAt: word.start, after: range.lowerBound)
        != nil:
        break
      case "所", "已", "何", "无", "未", "相", "供", "急", "没": return false
      default: break
      }
    }
    switch map.scalars[word.end] {
    case "、", "和", "（", "”", "》", "“": return false
    case "对":
      // 应对材料进行审核 is a duty, 应对突发事件 is a verb.
      guard map.scalars[word.start] == "应" else { return true }
      return map.first(.light, in: word.end..<range.upperBound) != nil
    default: return true
    }
  }

  /// 禁止, 鼓励 as the predicate: at the head of the clause, or after 国家, an organ or a place.
  private func isOwnPredicate(_ word: NormWord, in range: Range<Int>) -> Bool {
    if word.end < range.upperBound {
      switch map.scalars[word.end] {
      case "、", "和", "及", "或":
        // 支持和规范X goes on with a verb, 支持和服务 as a noun does not.
        guard let verb = map.word(.verb, at: word.end + 1, before: range.upperBound),
          verb.end < range.upperBound
        else { return false }
      case "”", "》", "性": return false
      default: break
      }
    }
    var before = word.start
    while let adverb = map.word([.adverb, .connective], endingAt: before, after: range.lowerBound) {
      before = adverb.start
    }
    if before == range.lowerBound { return true }
    if map.word([.head, .polity, .closer], endingAt: before, after: range.lowerBound) != nil {
      return true
    }
    return false
  }

  /// 负责, 牵头, 主管 with a subject or 由X before them, and not in 负责…的部门.
  private func fitsDuty(_ word: NormWord, in range: Range<Int>) -> Bool {
    // 建立由负责人牵头、部门参与的机制: within a modifier.
    if let by = lastBy(in: range.lowerBound..<word.start), by > range.lowerBound,
      map.word(.verb, endingAt: by, after: range.lowerBound) != nil,
      map.contains("的", in: word.end..<range.upperBound)
    {
      return false
    }
    var offset = word.end
    while offset + 1 < range.upperBound {
      if map.scalars[offset] == "的",
        map.first(
          [.organ, .post, .category, .mention], in: offset + 1..<min(range.upperBound, offset + 12))
          != nil, word.start == range.lowerBound || !hasSubject(before: word, in: range)
      {
        return false
      }
      if map.scalars[offset] == "的",
        let head = map.word([.organ, .post], at: offset + 1, before: range.upperBound),
        head.end <= range.upperBound
      {
        return false
      }
      offset += 1
    }
    // 有专人负责: that there is someone.
    if word.start > range.lowerBound + 1,
      map.contains("有", in: max(range.lowerBound, word.start - 5)..<word.start),
      word.end >= range.upperBound
    {
      return false
    }
    if map.scalars[word.start] == "主" {
      if word.end == range.upperBound { return lastBy(in: range.lowerBound..<word.start) != nil }
      // 省教育厅主管学校 is a duty, 主管部门 a name.
      return hasSubject(before: word, in: range)
        && map.word(.head, at: word.end, before: range.upperBound).map {
          $0.end == range.upperBound
            && ($0.roles.isDisjoint(with: [.organ, .post])
              || map.word(.mention, endingAt: word.start, after: range.lowerBound) != nil)
        } ?? true
    }
    if map.scalars[word.start] == "牵" {
      return hasSubject(before: word, in: range)
        || (word.start == range.lowerBound
          && map.word(.verb, at: word.end, before: range.upperBound) != nil)
    }
    // 分级负责 at the end of a clause tells of nobody's duty.
    return word.end < range.upperBound || hasSubject(before: word, in: range)
      || map.first(.preposition, in: range.lowerBound..<word.start) != nil
  }

  private func hasSubject(before word: NormWord, in range: Range<Int>) -> Bool {
    map.first([.head, .polity, .pronoun], in: range.lowerBound..<word.start) != nil
      || map.contains("由", in: range.lowerBound..<word.start)
  }

  /// 由X承担: 由 stands before, and X right before the marker.
  private func follows(_ word: NormWord, in range: Range<Int>) -> Bool {
    var before = word.start
    while let adverb = map.word([.adverb, .either], endingAt: before, after: range.lowerBound) {
      // 由卫生部门确定承担服务的机构: another verb governs, and the duty only says which ones are meant.
      if adverb.roles.isDisjoint(with: .adverb), map.contains("的", in: word.end..<range.upperBound)
      {
        return false
      }
      before = adverb.start
    }
    guard let by = lastBy(in: range.lowerBound..<before),
      map.word(.report, endingAt: by, after: range.lowerBound) == nil
    else { return false }
    return before > by + 1 && before - by < 60
  }

  private func lastBy(in range: Range<Int>) -> Int? {
    range.last { map.scalars[$0] == "由" }
  }

  /// Of two markers the first is left out if 的 and a noun part them: 应当公开的信息不得….
  private func withoutRelativeClauses(_ found: [FoundMarker], in clause: Clause) -> [FoundMarker] {
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
