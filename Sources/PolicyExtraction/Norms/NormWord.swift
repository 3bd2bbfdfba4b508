/// What a word can do in a clause, as far as norms go.
struct WordRoles: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  /// 应当, 不得, 鼓励, 负责: see ``MarkerUse``.
  static let marker = WordRoles(rawValue: 1 << 0)
  /// 应急, 许可: contains a marker and is none.
  static let falseFriend = WordRoles(rawValue: 1 << 1)
  /// 依法, 及时: stands between subject and predicate, or before both.
  static let adverb = WordRoles(rawValue: 1 << 2)
  /// 同时, 但是, 一是: opens a clause.
  static let connective = WordRoles(rawValue: 1 << 3)
  /// 对, 按照, 在: its noun is no subject.
  static let preposition = WordRoles(rawValue: 1 << 4)
  /// 和, 、, 或者: joins subjects.
  static let join = WordRoles(rawValue: 1 << 5)
  /// 会同, 商: adds one who takes part.
  static let companion = WordRoles(rawValue: 1 << 6)
  /// 其, 该, 本人.
  static let pronoun = WordRoles(rawValue: 1 << 7)
  /// 如果, 因, 未经: opens a condition.
  static let condition = WordRoles(rawValue: 1 << 8)
  /// 但是: opens an exception.
  static let proviso = WordRoles(rawValue: 1 << 9)
  /// 除外, 从其规定: closes an exception.
  static let exception = WordRoles(rawValue: 1 << 10)
  /// 取得了, 近年来: tells what is or was.
  static let state = WordRoles(rawValue: 1 << 11)
  /// 是指, 包括: states what something is.
  static let statement = WordRoles(rawValue: 1 << 12)
  /// 规定, 认为, 其他: a modal after it belongs to a clause within the clause.
  static let report = WordRoles(rawValue: 1 << 13)
  /// 工作, 活动: a thing that directives are about.
  static let topic = WordRoles(rawValue: 1 << 14)
  /// A kind of document that directs: 通知, 方案.
  static let directing = WordRoles(rawValue: 1 << 15)
  /// A title of a part that directs: 建议.
  static let directingPart = WordRoles(rawValue: 1 << 16)
  /// A verb that is hardly ever a noun: 加强.
  static let directive = WordRoles(rawValue: 1 << 17)
  /// A verb that is a noun as often: 检查.
  static let either = WordRoles(rawValue: 1 << 18)
  /// Any other verb.
  static let otherVerb = WordRoles(rawValue: 1 << 19)
  /// The head of a name of an organ: 部门.
  static let organ = WordRoles(rawValue: 1 << 20)
  /// The head of a name of a post: 负责人.
  static let post = WordRoles(rawValue: 1 << 21)
  /// The head of a name of a category: 企业.
  static let category = WordRoles(rawValue: 1 << 22)
  /// 任何单位和个人.
  static let anyone = WordRoles(rawValue: 1 << 23)
  /// 国家, 本市: speaks, and seldom bears.
  static let polity = WordRoles(rawValue: 1 << 24)
  /// A mention of an entity.
  static let mention = WordRoles(rawValue: 1 << 25)
  /// 罚款, 责令: see ``SanctionNeed``.
  static let sanction = WordRoles(rawValue: 1 << 26)
  /// What 处, 给予, 撤销 must have after them to be sanctions.
  static let sanctionObject = WordRoles(rawValue: 1 << 27)

  /// 进行, 予以: a verb that 对… leads up to.
  static let light = WordRoles(rawValue: 1 << 28)
  /// 内, 前, 时: closes an adverbial.
  static let closer = WordRoles(rawValue: 1 << 29)
  /// 其他, 其中: no pronoun, though it contains one.
  static let plain = WordRoles(rawValue: 1 << 30)
  /// 责任单位, 牵头单位: opens a line that says who and not what.
  static let assignment = WordRoles(rawValue: 1 << 31)

  /// 人员, 部门: makes one name of a verb before it, as in 监督检查人员.
  static let compound = WordRoles(rawValue: 1 << 32)
  /// 适用于, 所称, 施行: a sentence with it says how the document itself works.
  static let frame = WordRoles(rawValue: 1 << 33)
  /// 要求, 标准: ends what 按照 begins.
  static let measure = WordRoles(rawValue: 1 << 34)

  /// 关于: a marker after it is within a noun phrase.
  static let about = WordRoles(rawValue: 1 << 35)
  /// 责任, 任务: what one bears.
  static let duty = WordRoles(rawValue: 1 << 36)

  /// 按照, 根据: brings the measure of an act before its verb.
  static let measured = WordRoles(rawValue: 1 << 37)

  /// 超过, 少于: compares with a number.
  static let bound = WordRoles(rawValue: 1 << 38)
  /// 配合, 协助, 激励: has a person or an organ as its object, and makes no name of it.
  static let causative = WordRoles(rawValue: 1 << 39)
  /// 形势, 成效: in the title of a part that describes.
  static let describingPart = WordRoles(rawValue: 1 << 40)

  /// 有利于, 事关: says of the clauses before it what they are good for.
  static let predicative = WordRoles(rawValue: 1 << 41)
  /// 出现, 发生: happens, and is not done.
  static let happening = WordRoles(rawValue: 1 << 42)
  /// 加快, 完善: after a thing and 不断 it tells how the thing changes.
  static let change = WordRoles(rawValue: 1 << 43)
  /// 利用, 依托: takes a body as its means, and makes no name of it.
  static let use = WordRoles(rawValue: 1 << 45)
  /// 地区, 保税区: a place, which acts where a norm is said to it.
  static let place = WordRoles(rawValue: 1 << 44)
  /// 及时, 认真: an adverb of how something is done, so that what follows is done, whatever its verb.
  static let manner = WordRoles(rawValue: 1 << 46)
  /// 对象, 期限: after a verb that is a noun as often it makes one noun of both.
  static let nominal = WordRoles(rawValue: 1 << 47)

  /// 一律, 一概: an adverb that commands what follows, whatever stands before it.
  static let invariable = WordRoles(rawValue: 1 << 48)
  /// 实现, 达到: tells what is to be reached, under a title such as 工作目标.
  static let goal = WordRoles(rawValue: 1 << 49)

  /// 处理, 执行: after a measure it is how a case is dealt with.
  static let disposing = WordRoles(rawValue: 1 << 50)

  /// 设立, 成立: brings a body about, whose duties may follow.
  static let founding = WordRoles(rawValue: 1 << 51)

  /// 所在地, 事发地: stands before the name of an organ of that place.
  static let locator = WordRoles(rawValue: 1 << 52)

  /// 说明, 要求: reports, and the name of what is written or demanded.
  static let document = WordRoles(rawValue: 1 << 53)

  /// Any verb.
  static let verb: WordRoles = [.directive, .either, .otherVerb]
  /// Any head of a subject.
  static let head: WordRoles = [.organ, .post, .category, .anyone, .mention]

  /// The roles that lexicons name, by their names there.
  static let named: [String: WordRoles] = [
    "adverb": .adverb, "connective": .connective, "preposition": .preposition, "join": .join,
    "companion": .companion, "pronoun": .pronoun, "condition": .condition, "proviso": .proviso,
    "exception": .exception, "state": .state, "statement": .statement, "report": .report,
    "topic": .topic, "directing": .directing, "directingPart": .directingPart,
    "directive": .directive, "either": .either, "other": .otherVerb, "organ": .organ,
    "post": .post, "category": .category, "anyone": .anyone, "polity": .polity,
    "light": .light, "closer": .closer, "plain": .plain, "assignment": .assignment,
    "compound": .compound, "frame": .frame, "about": .about, "measured": .measured, "duty": .duty,
    "measure": .measure, "bound": .bound, "causative": .causative,
    "describingPart": .describingPart, "predicative": .predicative, "happening": .happening,
    "change": .change, "place": .place, "use": .use, "manner": .manner, "nominal": .nominal,
    "invariable": .invariable, "goal": .goal, "disposing": .disposing,
    "founding": .founding, "locator": .locator, "document": .document,
  ]
}

/// How a marker stands in its clause.
enum MarkerUse: String, CaseIterable, Sendable {
  /// Between subject and predicate: 应当.
  case modal
  /// A modal of one character, which many words contain: 应.
  case bare
  /// The predicate itself: 禁止, 鼓励.
  case verb
  /// A stated duty: 负责.
  case duty
  /// A stated duty after 由X only: 由X承担.
  case after
}

/// What a verb needs to be a sanction.
enum SanctionNeed: String, CaseIterable, Sendable {
  /// Nothing: 没收.
  case penalty
  /// Nothing; who imposes it is left open: 给予处分, 追究责任.
  case liability
  /// 罚款 or a term of prison: 处.
  case amount
  /// 处分, 责任 and the like: 给予.
  case object
  /// Nothing, but under a modal it is that modal's: 责令.
  case order
  /// A condition before it: 撤销.
  case breach
}

/// A word at its place, with what it can do.
struct NormWord: Sendable {
  // Words are as many as characters, so they are kept small.
  private let start32: Int32
  private let end32: Int32
  var roles: WordRoles
  private let row32: Int32

  @inline(__always)
  init(start: Int, end: Int, roles: WordRoles, row: Int) {
    start32 = Int32(truncatingIfNeeded: start)
    end32 = Int32(truncatingIfNeeded: end)
    self.roles = roles
    row32 = Int32(truncatingIfNeeded: row)
  }

  var start: Int { Int(start32) }
  var end: Int { Int(end32) }
  /// The row of its list, or the index of its entity.
  var row: Int { Int(row32) }
  var range: Range<Int> { start..<end }
}
