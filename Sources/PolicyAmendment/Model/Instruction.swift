package import PolicyExtraction

/// 修改指令: one change that a decision orders.
///
/// A sentence of a decision may order several: 将第四条中的“A”修改为“B”，删去第二款 are two.
///
/// Source: 立法技术规范（试行）（二） on 修改决定; formulas as in `definitions`, Amendment.
package struct Instruction: Sendable {
  /// What is to be done.
  package enum Action: Sendable {
    /// 将第八条中的“A”修改为“B”; without new words, 删去第八条中的“A”.
    case replace(scope: UnitAddress, old: QuotedWords, new: QuotedWords?, reach: Reach)
    /// 在第八条的“A”后增加“B”.
    case insertWords(scope: UnitAddress, anchor: QuotedWords, words: QuotedWords, after: Bool)
    /// 第十条修改为：“…”; 第十条改为第十一条，修改为：“…”; 将第十条、第十一条合并，作为第十条，修改为：“…”.
    case rewrite(targets: [UnitAddress], becomes: [UnitAddress], provision: Provision)
    /// 第六章章名修改为“…”; of the whole text its title. Without a new title, 删去第六章章名.
    case rewriteHeading(UnitAddress, title: QuotedWords?)
    /// 第十条第一款末尾增加“…”.
    case append(scope: UnitAddress, words: QuotedWords)
    /// 增加一条，作为第十四条：“…”.
    case insert(Insertion)
    /// 删去第六条.
    case delete(UnitAddress)
    /// 第六项改为第七项; 将第九条、第十条合并，作为第九条 without new words has several origins.
    case renumber(from: [UnitAddress], to: UnitAddress)
    /// An article that an instruction before it brings along, under the title of a new chapter.
    case joined
    /// What has the verb of an instruction and is not understood.
    case unread(kind: Kind)
  }

  /// How often quoted words are meant.
  package enum Reach: Sendable, Equatable {
    /// Once: 将第八条中的“A”修改为“B”.
    case once
    /// As often as it says: 将第八条中的两处“A”修改为“B”.
    case times(Int)
    /// Wherever they stand in the units of a list: 将第二条、第七条中的“A”修改为“B”.
    case throughUnit
    /// Wherever they stand in the text: 统一修改为.
    case throughDocument
  }

  /// The kinds of instructions, as the JSON names them.
  package enum Kind: String, Sendable {
    case replace, rewrite, insert, delete, renumber, replaceThroughout
  }

  /// The words of the decision that order it.
  package let text: String
  /// What they order.
  package let action: Action

  /// Whether it is not understood.
  var isUnread: Bool {
    if case .unread = action { return true }
    return false
  }

  /// Its kind, as the JSON names it.
  package var kind: Kind {
    switch action {
    case .replace(_, _, _, .throughDocument): .replaceThroughout
    case .replace(_, _, let new, _): new == nil ? .delete : .replace
    case .insertWords: .insert
    case .rewriteHeading(_, nil): .delete
    case .rewrite, .rewriteHeading: .rewrite
    case .insert, .append, .joined: .insert
    case .delete: .delete
    case .renumber: .renumber
    case .unread(let kind): kind
    }
  }
}

/// 增加: new units, and where they go.
package struct Insertion: Sendable {
  /// The kind of unit: 条, 款, 项.
  package var unit: ReferenceUnit
  /// How many: 增加两条.
  package var count: Int
  /// The unit that they become part of: 第五条 in 第五条增加一款.
  package var parent: UnitAddress?
  /// The unit beside which they go: 第十七条 in 在第十七条后增加一条.
  package var neighbour: UnitAddress?
  /// Whether they go behind the neighbour.
  package var isAfter = true
  /// The title of the part of the parent that they go into: 第二条“（二）健全查询管理”中.
  package var within: QuotedWords?
  /// Their numbers in the new text: 作为第十四条.
  package var becomes: [UnitAddress] = []
  /// Their words.
  package var provision: Provision
}
