import PolicyClauses

/// Verbs of sanction (罚则): what each needs with it, and where it is a noun or a condition.
extension MarkerFinder {
  /// What a verb of sanction needs, if all of it is there and the verb is no noun or condition.
  func sanctionNeed(_ word: NormWord, in clause: Clause) -> SanctionNeed? {
    let range = clause.range
    guard word.end < range.upperBound || word.end - word.start > 2,
      map.scalars[range.upperBound - 1] != "的", layer.enclosure(at: word.start) == nil,
      !isWithinFalseFriend(word)
    else { return nil }
    if word.end < range.upperBound, map.scalars[word.end] == "的" { return nil }
    if word.start > range.lowerBound {
      switch map.scalars[word.start - 1] {
      case "被", "受", "的", "经", "到", "、": return nil
      default: break
      }
    }
    // 免予追究责任 spares a sanction.
    if let marker = map.word(.marker, endingAt: word.start, after: range.lowerBound),
      vocabulary.modalities[marker.row] == .exemption
    {
      return nil
    }
    // 辞职包括责令辞职: what something is, not what is done.
    if map.token(.statement, in: range.lowerBound..<word.start) != nil { return nil }
    let need = vocabulary.needs[word.row]
    let rest = word.end..<range.upperBound
    switch need {
    case .penalty, .order, .liability:
      return isNoun(rest) ? nil : need
    case .breach:
      return isNoun(rest) ? nil : need
    case .amount, .object:
      let object = map.words(in: rest).first {
        $0.roles.contains(.sanctionObject) && $0.end <= range.upperBound
          && vocabulary.objects[$0.row] == need
      }
      guard let object else { return nil }
      // 检查结果予以通报: a thing is made known, and nobody is punished.
      if object.end == object.start + 2, map.scalars[object.start] == "通",
        map.word([.topic, .nominal, .measure], endingAt: word.start, after: range.lowerBound) != nil
      {
        return nil
      }
      // 给予处分的决定 and 处分期满 speak of sanctions and impose none.
      return isNoun(object.end..<range.upperBound) ? nil : need
    }
  }

  /// Whether what follows makes a noun of a sanction: …的决定, …前, …时.
  private func isNoun(_ rest: Range<Int>) -> Bool {
    guard let last = rest.last else { return false }
    switch map.scalars[last] {
    case "前", "后", "时", "定", "内": break
    default: return false
    }
    return true
  }
}
