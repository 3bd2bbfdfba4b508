internal import PolicyExtraction

/// A question to the library.
package struct SearchRequest: Sendable {
  /// Words, a citation, a title or a document number; empty for none.
  package var words = ""
  /// Which documents are asked.
  package var documents = DocumentFilter()
  /// Which duties are asked for.
  package var duties = DutyCondition()
  /// Whether versions that a later one replaced are asked as well.
  package var includesOldVersions = false
  /// Whether texts that are no longer in force are asked; a register of duties leaves them out.
  package var includesRepealed = true
  /// How many hits are wanted, and how many are left out before them.
  package var limit = 20
  package var offset = 0

  /// A question that asks for everything.
  package init() {}
}

/// What is asked of a duty; what is left open takes all.
package struct DutyCondition: Sendable {
  /// On whom it falls.
  package var department: DepartmentQuestion?
  /// In which parts the department acts.
  package var roles: Set<BearerPart> = []
  package var modalities: [String] = []
  package var quantities: [QuantityCondition] = []
  package var deadlines: [QuantityCondition] = []

  /// A condition that takes everything.
  package init() {}

  /// Whether it takes every duty.
  package var isOpen: Bool {
    department == nil && roles.isEmpty && modalities.isEmpty && quantities.isEmpty
      && deadlines.isEmpty
  }
}

/// In which part an organ answers for a duty.
package enum BearerPart: String, Sendable, CaseIterable {
  /// 牵头: who leads others.
  case lead
  /// 主责: who answers for the duty, alone, as the leader, or among equals.
  case responsible
  /// 配合, 参加, 会同.
  case participant

  /// The roles that count as the part.
  var codes: [Int] {
    let roles: [Bearer.Role] =
      switch self {
      case .lead: [.lead]
      case .responsible: [.lead, .bearer, .responsible, .authority]
      case .participant: [.participant, .supervisor]
      }
    return roles.map { Codes.code(of: $0, in: Codes.bearerRoles) }
  }
}

/// An organ as a reader names it.
package struct DepartmentQuestion: Sendable {
  /// What the reader wrote.
  package let words: String
  /// The business and level that the words name, as far as they do.
  package let function: String?
  package let level: String?
  /// Only organs whose names have the words.
  package let isExact: Bool

  /// An organ by its words, and what is known of them.
  package init(words: String, function: String?, level: String?, isExact: Bool) {
    self.words = words
    self.function = function
    self.level = level
    self.isExact = isExact
  }
}
