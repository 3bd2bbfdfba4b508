import PolicyExtraction

/// A piece of an amending formula.
struct FormulaToken {
  enum Kind {
    /// A word of the list.
    case word(FormulaRole)
    /// 第八条第二款、第三款.
    case units([UnitAddress])
    /// A quotation, by its offset in the collapsed text.
    case quotation(Int)
    /// 《…》.
    case title
    /// 一条, 两款: how many units.
    case count(Int, ReferenceUnit)
    /// 两处: how often quoted words stand there.
    case occurrences(Int)
    /// ，
    case comma
    /// 。 or ； or the end of a paragraph.
    case stop
    /// Words that no formula has.
    case other
  }

  let kind: Kind
  /// Where it stands in the collapsed text.
  let range: Range<Int>
}

extension FormulaToken {
  /// Whether it shows that something is ordered: a unit or quoted words.
  var isSubstantial: Bool {
    switch kind {
    case .units, .quotation: true
    default: false
    }
  }

  /// The role of a word.
  var role: FormulaRole? {
    if case .word(let role) = kind { return role }
    return nil
  }
}
