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
  /// The words of the ranks.
  let rankWords: Set<String>
  let regions: [Region]
  let regionRows: [String: Int]
  /// The scalars that names of regions begin with.
  let regionStarts: ScalarSet
  let nameHeads: [Entity.Kind]
  /// What short names of bodies consist of: 领导小组, 工作专班.
  let bareBodies: Set<String>
  /// The same, asked where they end.
  let bodyEndings: WordSet
  let categories: [Category]
  /// The rows of categories by their words.
  let categoryRows: [String: Int]
  /// For each post, whether it names someone without an organ before it.
  let posts: [Bool]
  /// For each post, the scalars that show that its last one begins another word: 才 after 负责人.
  let postsNotBefore: [[Unicode.Scalar]]
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
  /// What a committee's office is called by itself: 办公室.
  let offices: WordList
  /// The small words of names.
  let words: NameWords
  /// Words that point back: 其, 该.
  let pronouns: WordList
  /// Words that end in 人 or 者 and name no kind of bearers: 三人, 本人.
  let lookalikes: WordSet
  let classifiers: WordSet
  /// What places that no list has end with, with their levels.
  let regionLevels: [Unicode.Scalar: Entity.Level]
  /// 鼓励, 支持: the norm falls on whom they name, not on who says it.
  let encouragements: WordSet
  /// 应当, 负责: what stands before them acts; before 承担 only after 由.
  let modals: WordSet
  /// What names of parties end with that no rule knows, with what they are.
  let partyEndings: WordList
  let partyKinds: [Entity.Kind]

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
    rankWords = Set(lexicons[.ranks].rows.map { $0[0] })
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
    bodyEndings = WordSet(Array(bareBodies))
    let categoryForms = try lexicons[.categories].values(of: "form", as: CategoryForm.self)
    let categoryKinds = try lexicons[.categories].values(of: "kind", as: Entity.Kind.self)
    categories = zip(categoryKinds, categoryForms).map { Category(kind: $0, form: $1) }
    var categoryRows: [String: Int] = [:]
    for (row, cells) in lexicons[.categories].rows.enumerated() { categoryRows[cells[0]] = row }
    self.categoryRows = categoryRows
    posts = try lexicons[.posts].values(of: "alone", as: Answer.self).map { $0 == .yes }
    let notBeforePosts = try lexicons[.posts].column("notBefore")
    postsNotBefore = lexicons[.posts].rows.map {
      Array((Self.text($0[notBeforePosts]) ?? "").unicodeScalars)
    }
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
    verbs = WordSet(try Self.verbs(lexicons[.normVerbs]))
    offices = WordList(lexicons[.bodyOffices])
    words = try NameWords(lexicons[.nameWords])
    pronouns = WordList(lexicons[.pronouns])
    lookalikes = WordSet(lexicons[.categoryLookalikes].rows.map { $0[0] })
    classifiers = WordSet(lexicons[.classifiers].rows.map { $0[0] })
    let levels = try Self.levels(lexicons[.regionLevels])
    var regionLevels: [Unicode.Scalar: Entity.Level] = [:]
    for (row, level) in zip(lexicons[.regionLevels].rows, levels) {
      if let scalar = row[0].unicodeScalars.first { regionLevels[scalar] = level }
    }
    self.regionLevels = regionLevels
    let modalities = try lexicons[.modality].column("modality")
    encouragements = WordSet(
      lexicons[.modality].rows.filter { $0[modalities] == Modality.encouragement.rawValue }
        .map { $0[0] })
    let uses = try lexicons[.modality].values(of: "use", as: MarkerUse.self)
    modals = WordSet(
      zip(lexicons[.modality].rows, uses).filter { $1 != .after }.map { $0.0[0] })
    partyEndings = WordList(lexicons[.partyEndings])
    partyKinds = try lexicons[.partyEndings].values(of: "kind")
  }
}
