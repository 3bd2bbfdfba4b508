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
}
