import PolicyText

/// Finds every term of every lexicon in one pass over a text.
///
/// An Aho–Corasick automaton over classes of scalars (a class for each scalar that a term has, one
/// for all others), whose transitions lie in a double array: a step reads one or two entries of a
/// table that stays in the cache. Terms are folded as texts are (see `folded(_:)`).
public struct TermMatcher: Sendable {
  private let automaton: TermAutomaton

  /// A matcher for all lists whose first column is `term`.
  public init(_ lexicons: Lexicons) {
    var builder = TermAutomatonBuilder()
    for name in LexiconName.allCases {
      let lexicon = lexicons[name]
      guard lexicon.isSought else { continue }
      for (row, cells) in lexicon.rows.enumerated() {
        builder.add(cells[0].unicodeScalars.lazy.map { folded($0) }, list: name, row: row)
      }
    }
    automaton = builder.automaton()
  }

  /// All occurrences of all terms in a stretch of a text, overlapping ones too, sorted by start, and
  /// with the longer first where two start together.
  public func hits(in scalars: [Unicode.Scalar], range: Range<Int>) -> [TermHit] {
    var hits: [TermHit] = []
    hits.reserveCapacity(range.count / 2)
    appendHits(in: scalars, range: range, to: &hits)
    return hits
  }

  /// Appends the occurrences in a stretch that begins where the hits so far end, or later.
  public func appendHits(
    in scalars: [Unicode.Scalar], range: Range<Int>, to hits: inout [TermHit]
  ) {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= scalars.count, "the range lies in the text")
    automaton.appendHits(in: scalars, range: range, to: &hits)
  }
}
