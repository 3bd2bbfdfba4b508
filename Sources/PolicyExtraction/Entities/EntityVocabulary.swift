import PolicyLexicons
import PolicyText

/// The lexicons of names in the form that the rules of names read: a value for each row.
final class EntityVocabulary: Sendable {
  /// How an organ's name joins with what stands before it.
  enum OrganPart: String, CaseIterable {
    /// A name of its own: 国务院, 财政部.
    case whole
    /// A name that a place or a rank may precede: 人民政府, 科协.
    case local
    /// A name that a place or a rank must precede: 委 in 市委.
    case bound
    /// A name that holds its rank: 市委, 团市委.
    case placed
    /// A name that follows another organ's: 办公厅.
    case office
    /// A unit within an institution: 教务处.
    case inner
  }

  struct Organ {
    /// The name; `*` stands for its place.
    let canonical: String
    /// Whether the name has a `*`.
    let holdsPlace: Bool
    let part: OrganPart
    let kind: Entity.Kind
    let function: String?
    let level: Entity.Level?
    /// Whether it may follow another organ's name: 国务院 + 办公厅.
    let follows: Bool
  }

  struct Function {
    /// As official names of organs have it: 人力资源和社会保障.
    let full: String
    /// The name of the business: 人力资源社会保障.
    let function: String
    /// Whether the term is shorter than the name of the business: 人社.
    let isShort: Bool
  }

  enum HeadForm: String, CaseIterable {
    /// One organ: 局, 委.
    case office
    /// A kind of organ: 部门, 主管部门.
    case generic
    /// A unit within: 处, 科.
    case inner
  }

  struct DepartmentHead {
    let full: String
    let form: HeadForm
    let kind: Entity.Kind
    /// Scalars that show that the head begins another word: 理 after 办.
    let notBefore: [Unicode.Scalar]
  }

  enum RankForm: String, CaseIterable {
    /// Of a kind: 县级以上, 各级, 有关.
    case general
    /// The issuer's own: 市, 本省, 我校.
    case definite
  }

  struct Rank {
    let form: RankForm
    let level: Entity.Level?
  }

  struct Region {
    let canonical: String
    let level: Entity.Level?
    let parent: String?
  }

  enum CategoryForm: String, CaseIterable {
    /// Known as a whole: 用人单位.
    case word
    /// Known by itself, and the end of longer names: 企业 in 平台企业.
    case open
    /// What names of categories end with: 者, 人员.
    case head
  }

  struct Category {
    let kind: Entity.Kind
    let form: CategoryForm
  }

  enum Answer: String, CaseIterable { case yes, no }
  /// Where a word of a category's frame stands.
  enum Side: String, CaseIterable {
    /// Before it, acting on it: 通知.
    case before
    /// After it, said of it: 提交.
    case after
    /// Before it, bringing it about: 设立.
    case founding
    /// After it, making it a part of another name: 人数.
    case noun
    /// After 的: what it does itself: 同意.
    case act
    /// After it, counting it: 达到.
    case amount
    /// Before it, saying which ones: 家庭经济困难.
    case modifier
  }

  let organs: [Organ]
  /// The organs that have names of their own, by these: 人力资源和社会保障部.
  let wholeOrgans: [String: Int]
  let functions: [Function]
  let heads: [DepartmentHead]
  /// The row of 部门 in `heads`; `nil` if the list has none.
  let plainHead: Int?
  /// For the last scalar of an organ's name, those that may not follow it.
  let notBefore: [UInt32: [Unicode.Scalar]]
  let ranks: [Rank]
  let regions: [Region]
  let regionRows: [String: Int]
  /// The scalars that names of regions begin with.
  let regionStarts: ScalarSet
  let nameHeads: [Entity.Kind]
  /// What short names of bodies consist of: 领导小组, 工作专班.
  let bareBodies: Set<String>
  let categories: [Category]
  /// For each post, whether it names someone without an organ before it.
  let posts: [Bool]
  let bounds: WordSet
  let falseRanks: WordSet
  let framesBefore: WordSet
  let framesAfter: WordSet
  let founding: WordSet
  let nounsAfter: WordSet
  let acts: WordSet
  let amounts: WordSet
  let modifiers: WordSet
  /// Verbs: they begin no name, and what follows one is its object.
  let verbs: WordSet

  init(lexicons: Lexicons) throws(LexiconError) {
    organs = try Self.organs(lexicons[.organs])
    var wholeOrgans: [String: Int] = [:]
    for (row, organ) in organs.enumerated() where organ.part == .whole {
      if wholeOrgans[organ.canonical] == nil { wholeOrgans[organ.canonical] = row }
    }
    self.wholeOrgans = wholeOrgans
    functions = try Self.functions(lexicons[.functions])
    heads = try Self.heads(lexicons[.departmentHeads])
    plainHead = heads.firstIndex { $0.full == "部门" }
    var notBefore: [UInt32: [Unicode.Scalar]] = [:]
    for (row, head) in zip(lexicons[.departmentHeads].rows, heads) {
      let scalars = row[0].unicodeScalars
      if scalars.count == 1, let scalar = scalars.first { notBefore[scalar.value] = head.notBefore }
    }
    self.notBefore = notBefore
    let rankForms = try lexicons[.ranks].values(of: "form", as: RankForm.self)
    let rankLevels = try Self.levels(lexicons[.ranks])
    ranks = zip(rankForms, rankLevels).map { Rank(form: $0, level: $1) }
    regions = try Self.regions(lexicons[.regions])
    var regionRows: [String: Int] = [:]
    for (index, row) in lexicons[.regions].rows.enumerated() { regionRows[row[0]] = index }
    self.regionRows = regionRows
    var regionStarts = ScalarSet()
    for name in regionRows.keys {
      if let first = name.unicodeScalars.first { regionStarts.insert(first) }
    }
    self.regionStarts = regionStarts
    nameHeads = try lexicons[.nameHeads].values(of: "kind")
    bareBodies = Set(
      zip(lexicons[.nameHeads].rows, nameHeads).filter { $1 == .committee }.map { $0.0[0] })
    let categoryForms = try lexicons[.categories].values(of: "form", as: CategoryForm.self)
    let categoryKinds = try lexicons[.categories].values(of: "kind", as: Entity.Kind.self)
    categories = zip(categoryKinds, categoryForms).map { Category(kind: $0, form: $1) }
    posts = try lexicons[.posts].values(of: "alone", as: Answer.self).map { $0 == .yes }
    let bounds = lexicons[.nameBounds]
    self.bounds = WordSet(
      bounds.rows.map { $0[0] }, notBefore: try Self.cells(bounds, "notBefore"),
      notAfter: try Self.cells(bounds, "notAfter"))
    falseRanks = WordSet(lexicons[.rankBounds].rows.map { $0[0] })
    let frames = try Self.frames(lexicons[.categoryFrames])
    framesBefore = WordSet((frames[.before] ?? []) + (frames[.founding] ?? []))
    framesAfter = WordSet(frames[.after] ?? [])
    founding = WordSet(frames[.founding] ?? [])
    nounsAfter = WordSet(frames[.noun] ?? [])
    acts = WordSet(frames[.act] ?? [])
    amounts = WordSet(frames[.amount] ?? [])
    modifiers = WordSet(frames[.modifier] ?? [])
    let uses = try lexicons[.normVerbs].column("use")
    verbs = WordSet(
      lexicons[.normVerbs].rows
        .filter { !$0[uses].hasPrefix("either") && $0[0].unicodeScalars.count > 1 }.map { $0[0] })
  }

  // MARK: - Columns

  private static func levels(_ lexicon: Lexicon) throws(LexiconError) -> [Entity.Level?] {
    try optional(lexicon, "level")
  }

  /// The cells of a column, read as the cases of an enumeration; `-` is none of them.
  private static func optional<Value>(
    _ lexicon: Lexicon, _ title: String
  ) throws(LexiconError) -> [Value?]
  where Value: RawRepresentable<String> & CaseIterable {
    let column = try lexicon.column(title)
    var values: [Value?] = []
    for (row, place) in zip(lexicon.rows, lexicon.places) {
      guard row[column] != "-" else {
        values.append(nil)
        continue
      }
      guard let value = Value(rawValue: row[column]) else {
        throw .unknownValue(
          file: place.file, line: place.line, column: title, value: row[column],
          allowed: Value.allCases.map(\.rawValue) + ["-"])
      }
      values.append(value)
    }
    return values
  }

  /// The filled cells of a column by their terms.
  private static func cells(
    _ lexicon: Lexicon, _ title: String
  ) throws(LexiconError) -> [String: String] {
    let column = try lexicon.column(title)
    var cells: [String: String] = [:]
    for row in lexicon.rows where row[column] != "-" { cells[row[0]] = row[column] }
    return cells
  }

  /// The words of the frames of categories by where they stand.
  private static func frames(_ lexicon: Lexicon) throws(LexiconError) -> [Side: [String]] {
    let column = try lexicon.column("sides")
    var words: [Side: [String]] = [:]
    for (row, place) in zip(lexicon.rows, lexicon.places) {
      for name in row[column].split(separator: "+") {
        guard let side = Side(rawValue: String(name)) else {
          throw .unknownValue(
            file: place.file, line: place.line, column: "sides", value: String(name),
            allowed: Side.allCases.map(\.rawValue))
        }
        words[side, default: []].append(row[0])
      }
    }
    return words
  }

  private static func text(_ cell: String) -> String? { cell == "-" ? nil : cell }

  private static func organs(_ lexicon: Lexicon) throws(LexiconError) -> [Organ] {
    let canonical = try lexicon.column("canonical")
    let function = try lexicon.column("function")
    let parts = try lexicon.values(of: "part", as: OrganPart.self)
    let kinds = try lexicon.values(of: "kind", as: Entity.Kind.self)
    let follows = try lexicon.values(of: "follows", as: Answer.self)
    let levels = try levels(lexicon)
    return lexicon.rows.indices.map { index in
      let row = lexicon.rows[index]
      return Organ(
        canonical: row[canonical], holdsPlace: row[canonical].utf8.contains(UInt8(ascii: "*")),
        part: parts[index], kind: kinds[index],
        function: text(row[function]), level: levels[index], follows: follows[index] == .yes)
    }
  }

  private static func functions(_ lexicon: Lexicon) throws(LexiconError) -> [Function] {
    let full = try lexicon.column("full")
    let function = try lexicon.column("function")
    return lexicon.rows.map { row in
      Function(
        full: row[full], function: row[function],
        isShort: row[0].unicodeScalars.count < row[function].unicodeScalars.count)
    }
  }

  private static func heads(_ lexicon: Lexicon) throws(LexiconError) -> [DepartmentHead] {
    let full = try lexicon.column("full")
    let notBefore = try lexicon.column("notBefore")
    let forms = try lexicon.values(of: "form", as: HeadForm.self)
    let kinds = try lexicon.values(of: "kind", as: Entity.Kind.self)
    return lexicon.rows.indices.map { index in
      let row = lexicon.rows[index]
      return DepartmentHead(
        full: row[full], form: forms[index], kind: kinds[index],
        notBefore: Array((text(row[notBefore]) ?? "").unicodeScalars))
    }
  }

  private static func regions(_ lexicon: Lexicon) throws(LexiconError) -> [Region] {
    let canonical = try lexicon.column("canonical")
    let parent = try lexicon.column("parent")
    let levels = try levels(lexicon)
    return lexicon.rows.indices.map { index in
      let row = lexicon.rows[index]
      return Region(
        canonical: row[canonical], level: levels[index], parent: text(row[parent]))
    }
  }
}
