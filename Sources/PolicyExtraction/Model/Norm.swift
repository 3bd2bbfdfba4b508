/// 规范: a clause that commands, forbids, permits, encourages or sanctions conduct.
public struct Norm: Sendable {
  /// The index of the node that it stands in.
  public var node: Int
  /// The clause, with its subject and conditions.
  public var range: Range<Int>
  /// 情态: command, prohibition, permission and others.
  public var modality: Modality
  /// The word that makes it a norm; `nil` for a bare directive.
  public var marker: Range<Int>?
  /// On whom it falls, in the order of the text.
  public var bearers: [Bearer]
  /// Whether the parties of a 责任单位 line bear it: not where its own subject is a thing.
  public var isSubjectOpen = true
  /// The predicate that the marker governs, without marker and subject.
  public var action: Range<Int>?
  /// The indices of the nodes of the list that it introduces.
  public var items: [Int]
  /// 条件: …的，; 在…前; 如果….
  public var conditions: [Range<Int>]
  /// 例外, 但书: 除…外; 但是…; …的除外.
  public var exceptions: [Range<Int>]
  /// The indices of the quantities in it, in the document's list.
  public var quantities: [Int]
  /// The indices of the references in it, in the document's list.
  public var references: [Int]
  /// The name of the rule that found it.
  public var rule: String

  /// A norm and its parts.
  public init(
    node: Int, range: Range<Int>, modality: Modality, marker: Range<Int>?, bearers: [Bearer] = [],
    action: Range<Int>? = nil, items: [Int] = [], conditions: [Range<Int>] = [],
    exceptions: [Range<Int>] = [], quantities: [Int] = [], references: [Int] = [], rule: String
  ) {
    self.node = node
    self.range = range
    self.modality = modality
    self.marker = marker
    self.bearers = bearers
    self.action = action
    self.items = items
    self.conditions = conditions
    self.exceptions = exceptions
    self.quantities = quantities
    self.references = references
    self.rule = rule
  }
}

/// 情态: what a norm does with conduct.
///
/// Source: 立法技术规范（试行）（一）14 (应当, 必须), 15 (不得, 禁止).
public enum Modality: String, Sendable, CaseIterable {
  /// 应当, 必须, 负责: must.
  case obligation
  /// 不得, 禁止: must not.
  case prohibition
  /// 可以, 有权: may.
  case permission
  /// 可以不, 免予: need not.
  case exemption
  /// 鼓励, 支持: is encouraged.
  case encouragement
  /// 处…罚款, 责令…: what follows a breach.
  case sanction
}

/// 义务主体: one on whom a norm falls.
public struct Bearer: Hashable, Sendable {
  /// How the text leads to the bearer.
  public enum Origin: String, Sendable {
    /// The clause's own subject.
    case explicit
    /// A subject carried on from before.
    case inherited
    /// A 责任单位 line that covers the norm's node.
    case assignment
  }

  /// In which part the bearer acts.
  public enum Role: String, Sendable {
    /// Bears the norm.
    case bearer
    /// 牵头.
    case lead
    /// 配合, 参加, 会同.
    case participant
    /// 责任单位.
    case responsible
    /// 监督单位.
    case supervisor
    /// The authority that imposes a sanction.
    case authority
  }

  /// Where it is named.
  public var range: Range<Int>
  /// The index of the entity in the document's list, if it is one.
  public var entity: Int?
  /// How the text leads to it.
  public var origin: Origin
  /// In which part it acts.
  public var role: Role

  /// A bearer named at a place.
  public init(range: Range<Int>, entity: Int? = nil, origin: Origin, role: Role = .bearer) {
    self.range = range
    self.entity = entity
    self.origin = origin
    self.role = role
  }
}
