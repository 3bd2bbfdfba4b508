internal import PolicyAnalysis
internal import PolicyExtraction
internal import PolicyLexicons
internal import PolicyText

/// Finds what a change means: compares the norms, quantities, references and definitions of two units.
///
/// What stands in words that both have in common is no effect, so that an unchanged article has none.
struct EffectFinder {
  private let old: ComparedText
  private let new: ComparedText
  private let oldContents: UnitContents
  private let newContents: UnitContents
  private let facts: EffectFacts

  /// A finder for two texts.
  init(old: ComparedText, new: ComparedText, facts: EffectFacts) {
    self.old = old
    self.new = new
    self.facts = facts
    oldContents = UnitContents(old)
    newContents = UnitContents(new)
  }

  /// The effects of a pair of units.
  ///
  /// `isPart` says that the unit was split or merged, so that words that are missing here may stand
  /// elsewhere.
  func effects(old i: Int, new j: Int, _ difference: UnitDifference, isPart: Bool) -> [Effect] {
    guard !difference.edits.isEmpty else { return [] }
    let pair = UnitPair(
      old: UnitSide(i, of: old, oldContents), new: UnitSide(j, of: new, newContents),
      difference: difference)
    var list = EffectList()
    if difference.edits.contains(where: { !$0.isEditorial }) {
      let norms = NormPairs(pair)
      AssignmentEffects(pair: pair, facts: facts).find(in: &list)
      NormEffects(pair: pair, norms: norms, facts: facts).find(in: &list, isPart: isPart)
      QuantityEffects(pair: pair, norms: norms, facts: facts).find(in: &list, isPart: isPart)
      PeriodEffects(pair: pair, periods: facts.periods).find(in: &list)
      DefinitionEffects(pair: pair).find(in: &list, isPart: isPart)
      ReferenceEffects(pair: pair).find(in: &list, isPart: isPart)
      ScopeEffects(pair: pair, norms: norms, facts: facts).find(in: &list, isPart: isPart)
    }
    FormEffects(pair: pair, facts: facts).find(in: &list, isPart: isPart)
    return list.effects
  }

  /// The effects of a unit that was added.
  func effects(added index: Int) -> [Effect] {
    let side = UnitSide(index, of: new, newContents)
    return side.contents.norms.map { .added(side.document.norms[$0], on: side) }
      + side.contents.definitions.map { .added(side.document.definitions[$0], on: side) }
  }

  /// The effects of a unit that was removed.
  func effects(removed index: Int) -> [Effect] {
    let side = UnitSide(index, of: old, oldContents)
    return side.contents.norms.map { .removed(side.document.norms[$0], on: side) }
      + side.contents.definitions.map { .removed(side.document.definitions[$0], on: side) }
  }
}

/// Facts that effects are told by, from the lexicons.
struct EffectFacts: Sendable {
  /// 机构更名.
  let renames: OrganRenames
  /// 情态词.
  let modalWords: ModalWords
  /// 适用范围用词.
  let scopeWords: WordList
  /// 时间单位.
  let periods: Periods
  /// 即时用词.
  let promptness: Promptness
  /// 比较词.
  let comparisons: ComparisonWords
  /// 罚则宾语: 罚款, 有期徒刑.
  let penalties: PenaltyNames

  /// The facts of some lexicons.
  ///
  /// - Throws: ``LexiconError`` with the first line at fault.
  init(lexicons: Lexicons) throws(LexiconError) {
    renames = try OrganRenames(lexicons[.organRenames])
    modalWords = try ModalWords(lexicons[.modality])
    scopeWords = WordList(lexicons[.scopeWords])
    periods = try Periods(lexicons[.timeUnits])
    promptness = try Promptness(lexicons[.promptnessWords])
    comparisons = try ComparisonWords(lexicons[.comparators], dates: lexicons[.dateComparators])
    penalties = try PenaltyNames(lexicons[.sanctionObjects])
  }
}
