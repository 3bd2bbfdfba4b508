public import PolicyLexicons
import PolicyStructure
import PolicyText

/// Finds the subjects (主体) that a document names, and gives all names of one subject one entity.
///
/// Names are read by lexicon and by rules of form (``NameParser``); what 市, 省 and 我校 stand for is
/// taken from the issuer.
public struct EntityExtractor: Sendable {
  let vocabulary: EntityVocabulary
  private let reader: AssignmentRules
  private let institutionHeads: [[Unicode.Scalar]]

  /// An extractor with its lexicons compiled.
  ///
  /// - Throws: ``LexiconError`` with the first value that the rules of names do not know.
  public init(lexicons: Lexicons) throws(LexiconError) {
    vocabulary = try EntityVocabulary(lexicons: lexicons)
    reader = try AssignmentRules(lexicons: lexicons)
    let heads = lexicons[.nameHeads]
    let kinds = try heads.values(of: "kind", as: Entity.Kind.self)
    institutionHeads = zip(heads.rows, kinds).filter { $1 == .institution }
      .map { Array($0.0[0].unicodeScalars) }
  }

  /// The entities of a document, in the order of their first mentions.
  ///
  /// `definitions`: of the same context; names that they shorten are names of one entity.
  public func extract(
    in context: ExtractionContext, definitions: [Definition] = []
  ) -> [Entity] {
    let run = run(in: context, definitions: definitions, keepsRejections: false)
    var register = EntityRegister(
      speller: NameSpeller(
        vocabulary: vocabulary, issuer: run.issuer, scalars: context.reading.scalars))
    for found in run.found { register.add(found) }
    register.joinShortNames()
    return register.entities
  }

  /// The names of a document, who speaks in it, and what was looked at and left, if that is asked for.
  func run(
    in context: ExtractionContext, definitions: [Definition], keepsRejections: Bool
  ) -> (found: [EntityScanner.Found], issuer: Issuer, rejections: [EntityTrace.Rejection]?) {
    let statements = reader.statements(in: context, vocabulary: vocabulary)
    var issuer = Issuer(of: context, vocabulary: vocabulary, heads: institutionHeads)
    var addressees = RecipientNames(
      context: context, vocabulary: vocabulary, isHouse: issuer.institution != nil)
    // Recipients stand before all assignments.
    let parties = addressees.names() + statements.flatMap { $0.parties.map(\.name) }
    var scanner = EntityScanner(
      context: context, vocabulary: vocabulary, parties: parties, issuer: issuer)
    if keepsRejections { scanner.rejections = [] }
    scanner.scan(definitions)
    for name in scanner.found.lazy.map(\.name)
    where name.kind == .government && !name.prefix.placeRange.isEmpty && name.prefix.form == nil {
      guard let level = name.level else { continue }
      issuer.learn(
        String(String.UnicodeScalarView(context.reading.scalars[name.prefix.placeRange])),
        level: level)
    }
    // A place of its own is told by the frame; the province above it also by what is cited.
    if issuer.places[.provincial] == nil {
      issuer.learn(
        fromTitlesIn: context.blocks, scalars: context.reading.scalars, vocabulary: vocabulary)
    }
    let scalars = context.reading.scalars
    let aliases = AliasMentions(
      definitions, found: scanner.found, vocabulary: vocabulary, scalars: scalars)
    return (
      aliases.joined(to: scanner.found, blocks: context.blocks, scalars: scalars), issuer,
      scanner.rejections
    )
  }
}

/// Brings the names of a document together: one entity for all names that are spelled out alike.
private struct EntityRegister {
  let speller: NameSpeller
  private(set) var entities: [Entity] = []
  /// By the words of a mention: spelled out once, met often.
  private var byWords: [UInt64: Int] = [:]
  private var byName: [[UInt8]: Int] = [:]

  init(speller: NameSpeller) {
    self.speller = speller
  }

  mutating func add(_ found: EntityScanner.Found) {
    let mention = Mention(node: found.node, range: found.name.range)
    let key = key(of: found.name)
    if let index = byWords[key] {
      entities[index].mentions.append(mention)
      if found.name.open { entities[index].open = true }
      return
    }
    let index = meant(by: found.name) ?? index(of: found.name)
    byWords[key] = index
    entities[index].mentions.append(mention)
  }

  /// The entity that an alias stands for.
  private mutating func meant(by name: ParsedName) -> Int? {
    guard let full = name.alias,
      let index = entities.firstIndex(where: { $0.mentions.contains { $0.range == full } })
    else { return nil }
    guard let tail = name.aliasTail else { return index }
    return office(String(speller.scalars, in: tail), of: index, kind: name.kind)
  }

  /// The office of a body: 云溪市防汛抗旱指挥部办公室.
  private mutating func office(
    _ words: String, of body: Int, kind: Entity.Kind = .unit
  ) -> Int {
    // 办公室主任 after 指挥部办公室 is its head.
    let office = commonOffice(of: entities[body].canonical, and: words)
    let spelled = String(entities[body].canonical.dropLast(office)) + words
    if let known = byName[Array(spelled.utf8)] { return known }
    entities.append(
      Entity(canonical: spelled, kind: kind, function: nil, level: entities[body].level))
    byName[Array(spelled.utf8)] = entities.count - 1
    return entities.count - 1
  }

  /// How many characters the office has that a name ends and the words of its post begin with.
  private func commonOffice(of name: String, and words: String) -> Int {
    let scalars = Array(words.unicodeScalars)
    guard
      let office = speller.vocabulary.offices.longest(in: scalars, from: 0, to: scalars.count),
      name.hasSuffix(String(scalars, in: office.range))
    else { return 0 }
    return office.range.count
  }

  private mutating func index(of name: ParsedName) -> Int {
    let canonical = speller.canonical(name)
    // Bytes are compared as they are; a string would be brought into a normal form first.
    let key = Array(canonical.utf8)
    if let index = byName[key] ?? antecedent(of: name, spelled: canonical) {
      if name.open { entities[index].open = true }
      return index
    }
    var entity = Entity(
      canonical: canonical, kind: name.kind, function: function(of: name), level: name.level,
      generic: name.generic, open: name.open)
    entity.kind = kind(of: name, spelled: canonical)
    // 住房城乡建设部 is a ministry, not a unit.
    if case .department = name.core, let row = speller.vocabulary.wholeOrgans[canonical] {
      let organ = speller.vocabulary.organs[row]
      (entity.kind, entity.level, entity.generic) = (organ.kind, organ.level, false)
    }
    if case .category = name.core, !name.hasPost, speller.institutionMeant(by: name) != nil {
      entity.kind = .institution
      entity.generic = false
    }
    entities.append(entity)
    byName[key] = entities.count - 1
    return entities.count - 1
  }

  /// The kind of a name, as its place shows it: 学校办公室 and 宣传部 of a school are its units, 市教师发展中心 is
  /// an institution.
  private func kind(of name: ParsedName, spelled canonical: String) -> Entity.Kind {
    guard !name.hasPost else { return name.kind }
    if case .issuer = name.core, isOffice(canonical) { return .unit }
    if speller.isBranch(name, words: String(speller.scalars, in: name.range)) { return .unit }
    switch name.kind {
    // 市人民政府办公室 is a department of the government.
    case .government where speller.vocabulary.words.ends(canonical, in: .government):
      return .department
    case .department where name.prefix.level == .internal: return .unit
    // 各直属单位 and 归口管理部门 in the rules of a house are its own, 上级主管部门 is not.
    case .department
    where speller.issuer.institution != nil && name.host < 0 && function(of: name) == nil
      && (speller.vocabulary.words.begins(canonical, with: .several)
        || name.generic && name.level == nil && speller.speaksForHouse
          && !speller.vocabulary.words.holds(canonical, .outside)):
      return .unit
    case .party:
      let isSchools = speller.issuer.institution.map { canonical.hasPrefix($0) } ?? false
      return isSchools && canonical.hasSuffix("部") && !canonical.contains("党委") ? .unit : .party
    case .unit where name.prefix.level != nil && name.prefix.level != .internal:
      return speller.vocabulary.words.ends(canonical, in: .branch) ? .institution : .unit
    default: return name.kind
    }
  }

  /// Whether a name is that of the office of a committee: 清禾县安全生产委员会办公室.
  private func isOffice(_ canonical: String) -> Bool {
    let scalars = Array(canonical.unicodeScalars)
    guard
      let office = speller.vocabulary.offices.longest(
        in: scalars, endingAt: scalars.count, from: 0)
    else { return false }
    return speller.vocabulary.bodyEndings.countEnding(
      before: office.range.lowerBound, in: scalars, from: 0) > 0
  }

  /// The body that a short name takes up: 领导小组 after 市校园餐工作领导小组.
  private mutating func antecedent(of name: ParsedName, spelled canonical: String) -> Int? {
    guard name.kind == .committee || name.kind == .unit, name.prefix.range.isEmpty,
      name.range.count <= 9
    else { return nil }
    let end = name.range.upperBound
    let office = speller.vocabulary.offices.longest(
      in: speller.scalars, endingAt: end, from: name.range.lowerBound + 3)?.range
    let body = String(speller.scalars, in: name.range.lowerBound..<(office?.lowerBound ?? end))
    guard speller.vocabulary.bareBodies.contains(body) else { return nil }
    guard
      let index = entities.lastIndex(where: {
        $0.kind == .committee && $0.canonical.hasSuffix(body) && $0.canonical.count > body.count
      })
    else { return nil }
    guard let office else { return index }
    return self.office(String(speller.scalars, in: office), of: index)
  }

  /// Gives a short name that stands before its full one (in a heading, say) to that one, if there is
  /// but one of its kind.
  mutating func joinShortNames() {
    for short in entities.indices.reversed()
    where entities[short].kind == .committee
      && speller.vocabulary.bareBodies.contains(entities[short].canonical)
    {
      let words = entities[short].canonical
      let full = entities.indices.filter {
        entities[$0].kind == .committee && entities[$0].canonical.count > words.count
          && entities[$0].canonical.hasSuffix(words)
      }
      guard full.count == 1, let index = full.first else { continue }
      entities[index].mentions = (entities[short].mentions + entities[index].mentions)
        .sorted { $0.range.lowerBound < $1.range.lowerBound }
      entities.remove(at: short)
    }
    entities.sort { Self.first(of: $0) < Self.first(of: $1) }
  }

  private static func first(of entity: Entity) -> Int {
    entity.mentions.first?.range.lowerBound ?? 0
  }

  private func function(of name: ParsedName) -> String? {
    let vocabulary = speller.vocabulary
    switch name.core {
    case .department(let function, _) where function >= 0:
      return vocabulary.functions[function].function
    case .organ(let row):
      if name.tailOrgan >= 0, let function = vocabulary.organs[name.tailOrgan].function {
        return function
      }
      return vocabulary.organs[row].function
    default: return nil
    }
  }

  private func key(of name: ParsedName) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ value: UInt64, into hash: inout UInt64) {
      hash = (hash ^ value) &* 0x0000_0100_0000_01B3
    }
    // The same words are shared by those who are named by words that point back.
    if let alias = name.alias { mix(UInt64(alias.lowerBound), into: &hash) }
    for offset in name.range { mix(UInt64(speller.scalars[offset].value), into: &hash) }
    if let head = name.sharedHead {
      mix(1, into: &hash)
      for offset in head { mix(UInt64(speller.scalars[offset].value), into: &hash) }
      for offset in name.prefix.range { mix(UInt64(speller.scalars[offset].value), into: &hash) }
      for offset in name.hostRange { mix(UInt64(speller.scalars[offset].value), into: &hash) }
    }
    return hash
  }
}
