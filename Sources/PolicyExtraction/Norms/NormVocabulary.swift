import PolicyLexicons

/// The words of the lexicons that norms are recognised by, with their roles.
struct NormVocabulary: Sendable {
  /// The roles of the rows of all lists that matter, list by list.
  private var roles: [WordRoles] = []
  /// For each of these lists, where its rows begin; -1 where it is of no concern.
  private var firstRows: [Int]
  /// For each row of the markers, what it says and how it stands.
  let modalities: [Modality]
  let uses: [MarkerUse]
  /// For each row of the verbs of sanction, what it needs.
  let needs: [SanctionNeed]
  /// For each row of the objects of sanctions, the need that it meets.
  let objects: [SanctionNeed]
  /// 文种 that direct.
  let directingTypes: Set<String>

  init(lexicons: Lexicons) throws(LexiconError) {
    firstRows = Array(repeating: -1, count: 8)
    modalities = try lexicons[.modality].values(of: "modality")
    uses = try lexicons[.modality].values(of: "use")
    needs = try lexicons[.sanctionVerbs].values(of: "needs")
    objects = try lexicons[.sanctionObjects].values(of: "verb")
    directingTypes = Set(
      lexicons[.clauseWords].rows.filter { $0[1].split(separator: "+").contains("directing") }
        .map { $0[0] })
    set(.modality, lexicons) { _ in .marker }
    set(.falseFriends, lexicons) { _ in .falseFriend }
    set(.sanctionVerbs, lexicons) { _ in .sanction }
    set(.sanctionObjects, lexicons) { _ in .sanctionObject }
    var known: [String: WordRoles] = [:]
    let named: (LexiconRow) -> WordRoles = { row in
      let cell = row[1]
      if let roles = known[cell] { return roles }
      let roles = cell.split(separator: "+").reduce(into: WordRoles()) { roles, name in
        roles.formUnion(WordRoles.named[String(name)] ?? [])
      }
      known[cell] = roles
      return roles
    }
    set(.clauseWords, lexicons, named)
    set(.normVerbs, lexicons, named)
    set(.bearerHeads, lexicons, named)
  }

  private mutating func set(
    _ name: LexiconName, _ lexicons: Lexicons, _ rolesOfRow: (LexiconRow) -> WordRoles
  ) {
    firstRows[name.slot] = roles.count
    roles += lexicons[name].rows.map(rolesOfRow)
  }

  /// The roles of a hit; none if its list is of no concern.
  @inline(__always)
  func roles(of hit: TermHit) -> WordRoles {
    let first = firstRows[hit.list.slot]
    return first < 0 ? [] : roles[first + hit.row]
  }
}

extension LexiconName {
  /// The place of a list among those that norms are recognised by, from 1; 0 for the others.
  @inline(__always)
  fileprivate var slot: Int {
    switch self {
    case .modality: 1
    case .falseFriends: 2
    case .sanctionVerbs: 3
    case .sanctionObjects: 4
    case .clauseWords: 5
    case .normVerbs: 6
    case .bearerHeads: 7
    default: 0
    }
  }
}
