internal import PolicyText

/// The differences of units that were split or merged, each group of them compared as a whole.
struct JointDifferences {
  private let texts: (old: ComparedText, new: ComparedText)
  private let wholes: (old: WholeStretches, new: WholeStretches)
  private let modalWords: ModalWords
  private var partsOfOld: [Int: [Int]] = [:]
  private var sourcesOfNew: [Int: [Int]] = [:]
  private var splits: [Int: (units: JoinedUnits, difference: UnitDifference)] = [:]
  private var merges: [Int: (units: JoinedUnits, difference: UnitDifference)] = [:]

  /// The groups of a pairing.
  init(
    _ pairing: UnitPairing, of texts: (old: ComparedText, new: ComparedText),
    wholes: (old: WholeStretches, new: WholeStretches), modalWords: ModalWords
  ) {
    self.texts = texts
    self.wholes = wholes
    self.modalWords = modalWords
    for match in pairing.matches {
      guard let i = match.old, let j = match.new else { continue }
      if match.group == .split { partsOfOld[i, default: []].append(j) }
      if match.group == .merged { sourcesOfNew[j, default: []].append(i) }
    }
  }

  /// What is different between the units of a match; `nil` if it belongs to no group.
  mutating func difference(
    of match: UnitPairing.Match, breaker: inout WordBreaker
  ) -> UnitDifference? {
    guard let i = match.old, let j = match.new, let group = match.group else { return nil }
    let found: (units: JoinedUnits, difference: UnitDifference)
    if let known = group == .split ? splits[i] : merges[j] {
      found = known
    } else {
      let units = JoinedUnits(
        old: (group == .split ? [i] : sourcesOfNew[j] ?? [i]).sorted(),
        new: (group == .split ? partsOfOld[i] ?? [j] : [j]).sorted(), of: texts)
      found = (
        units,
        UnitDifference(
          units, of: texts, wholes: wholes, modalWords: modalWords, breaker: &breaker)
      )
      if group == .split { splits[i] = found } else { merges[j] = found }
    }
    return UnitDifference(
      found.difference, old: found.units.oldRange(of: i, in: texts.old),
      new: found.units.newRange(of: j, in: texts.new), texts.old.units[i].text,
      texts.new.units[j].text)
  }
}
