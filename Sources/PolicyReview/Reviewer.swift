import PolicyExtraction
public import PolicyLexicons
public import PolicyStructure
import PolicyText

/// 审查: reads a draft as a careful lawyer does and marks what does not add up.
///
/// What numbering, references and tables show by themselves is found where they are read; here
/// stands what needs the whole document. Each rule has a file of its own.
public struct Reviewer: Sendable {
  private let rules: [any ReviewRule]

  /// A reviewer with the words of some lexicons.
  ///
  /// - Throws: ``LexiconError`` with the first line at fault.
  public init(lexicons: Lexicons) throws(LexiconError) {
    rules = [
      EmptyLists(),
      AbsentAnnexes(),
      AnnouncedCounts(lexicons: lexicons),
      EnumeratedCounts(lexicons: lexicons),
      try StatedShares(lexicons: lexicons),
      try StatedSums(lexicons: lexicons),
      TableSums(lexicons: lexicons),
      TableShares(lexicons: lexicons),
      CalendarDates(),
      DateOrder(),
      ReversedRanges(),
      ContentsTable(),
      PairedMarks(),
      try DraftingWords(lexicons: lexicons),
      AliasUse(lexicons: lexicons),
      try SelfNames(lexicons: lexicons),
    ]
  }

  /// What all rules mark, in the order of the text.
  public func review(_ draft: Draft) -> [Finding] {
    rules.flatMap { $0.findings(in: draft) }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
