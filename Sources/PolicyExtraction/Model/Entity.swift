/// 主体: an organ, unit, committee or post, or a category on whom norms fall.
public struct Entity: Sendable {
  /// What kind of subject it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// 人民政府.
    case government
    /// A government department at any level.
    case department
    /// 党委, 组织部 and the like.
    case party
    /// 人民代表大会 and its committees.
    case legislature
    /// 人民法院.
    case court
    /// 人民检察院.
    case procuratorate
    /// Schools, hospitals, associations, companies by name.
    case institution
    /// An inner unit.
    case unit
    /// Leading groups, joint meetings.
    case committee
    /// 用人单位, 企业, 学校, 当事人.
    case category
    /// A post.
    case person
    /// 任何单位和个人.
    case anyone
  }

  /// 行政级别.
  public enum Level: String, Sendable, CaseIterable {
    case national, provincial, municipal, county, township, village
    /// Within an institution.
    case `internal`
  }

  /// The name spelled out: 厦门市人力资源和社会保障局.
  public var canonical: String
  /// What kind of subject it is.
  public var kind: Kind
  /// Its business: 教育, 财政, 人力资源社会保障.
  public var function: String?
  /// Its level of administration.
  public var level: Level?
  /// Whether it is a kind of organ and not one organ: 县级以上教育行政部门, 有关部门.
  public var generic: Bool
  /// Whether 等 leaves the list that it stands in open.
  public var open: Bool
  /// Where it is named, in the order of the text.
  public var mentions: [Mention]

  /// An entity and its mentions.
  public init(
    canonical: String, kind: Kind, function: String? = nil, level: Level? = nil,
    generic: Bool = false, open: Bool = false, mentions: [Mention] = []
  ) {
    self.canonical = canonical
    self.kind = kind
    self.function = function
    self.level = level
    self.generic = generic
    self.open = open
    self.mentions = mentions
  }
}

/// A place where an entity is named.
public struct Mention: Hashable, Sendable {
  /// The index of the node that it stands in.
  public var node: Int
  /// The name as written.
  public var range: Range<Int>

  /// A mention at a place.
  public init(node: Int, range: Range<Int>) {
    self.node = node
    self.range = range
  }
}

/// 责任分工: which parties answer for which nodes.
public struct Assignment: Sendable {
  /// The index of the node that says it.
  public var node: Int
  /// The words that say it.
  public var range: Range<Int>
  /// The indices of the nodes that it covers.
  public var scope: [Int]
  /// Who, in which role, in the order of the text.
  public var parties: [Party]

  /// An assignment and its parties.
  public init(node: Int, range: Range<Int>, scope: [Int], parties: [Party]) {
    self.node = node
    self.range = range
    self.scope = scope
    self.parties = parties
  }
}

/// One party of an assignment.
public struct Party: Hashable, Sendable {
  /// The part that a party plays.
  public enum Role: String, Sendable, CaseIterable {
    /// 牵头.
    case lead
    /// 配合, 参加.
    case participant
    /// 责任单位, 负责.
    case responsible
    /// 监督.
    case supervisor
  }

  /// The index of the entity in the document's list.
  public var entity: Int
  /// Where it is named.
  public var range: Range<Int>
  /// The part that it plays.
  public var role: Role

  /// A party named at a place.
  public init(entity: Int, range: Range<Int>, role: Role) {
    self.entity = entity
    self.range = range
    self.role = role
  }
}
