internal import PolicyAnalysis
internal import PolicyExtraction

/// What changed in who leads, takes part and answers (责任分工).
struct AssignmentEffects {
  let pair: UnitPair
  let facts: EffectFacts

  /// Adds what is found to a list.
  func find(in list: inout EffectList) {
    let (old, new) = (parties(of: pair.old), parties(of: pair.new))
    for role in Party.Role.allCases {
      let (before, after) = (old[role] ?? [], new[role] ?? [])
      let gone = before.filter { left in !after.contains { $0.name == left.name } }
      let come = after.filter { right in !before.contains { $0.name == right.name } }
      let isChanged =
        gone.contains { pair.changesOld(pair.old.range($0.range)) }
        || come.contains { pair.changesNew(pair.new.range($0.range)) }
      guard isChanged, !(gone.isEmpty && come.isEmpty) else { continue }
      let successions = facts.renames.successions(
        gone.map(\.words).unique, come.map(\.words).unique)
      for succession in successions { list.add(.bearers(succession, as: role)) }
      for party in gone { list.add(explained: pair.old.range(party.range), isOld: true) }
      for party in come { list.add(explained: pair.new.range(party.range), isOld: false) }
    }
  }

  private struct Named {
    let name: String
    let words: String
    let range: Range<Int>
  }

  private func parties(of side: UnitSide) -> [Party.Role: [Named]] {
    var parties: [Party.Role: [Named]] = [:]
    for index in side.contents.assignments {
      for party in side.document.assignments[index].parties {
        parties[party.role, default: []].append(
          Named(
            name: side.document.entities[party.entity].canonical, words: side.words(party.range),
            range: party.range))
      }
    }
    return parties
  }
}
