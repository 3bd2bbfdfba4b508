/// Finds every term of every lexicon in one pass over a text.
///
/// An Aho–Corasick automaton over classes of scalars (a class for each scalar that a term has, one
/// for all others), whose transitions lie in a double array: a step reads one or two entries of a
/// table that stays in the cache. Terms are folded as texts are (see `folded(_:)`).
public struct TermMatcher: Sendable {
  private let automaton: TermAutomaton

  /// A matcher for all lists whose first column is `term`.
  ///
  /// `groups`: where the hits of a list go; everywhere, if nothing is said.
  public init(_ lexicons: Lexicons, groups: (LexiconName) -> HitGroups = { _ in .all }) {
    var builder = TermAutomatonBuilder()
    for name in LexiconName.allCases {
      let lexicon = lexicons[name]
      guard lexicon.isSought else { continue }
      builder.add(lexicon, groups: groups(name))
    }
    automaton = builder.automaton()
  }

  /// All occurrences of all terms in a stretch of a text, overlapping ones too, sorted by start, and
  /// with the longer first where two start together.
  public func hits(in scalars: [Unicode.Scalar], range: Range<Int>) -> [TermHit] {
    check(range, in: scalars)
    var hits: [TermHit] = []
    hits.reserveCapacity(range.count / 2)
    automaton.scan(scalars, range) { output, end in hits.insert(TermHit(output, endingAt: end)) }
    return hits
  }

  /// Appends the occurrences in a stretch that begins where the hits so far end, or later, each to
  /// the lists of its groups.
  public func appendHits(
    in scalars: [Unicode.Scalar], range: Range<Int>, to hits: inout GroupedHits
  ) {
    check(range, in: scalars)
    automaton.scan(scalars, range) { output, end in
      let hit = TermHit(output, endingAt: end)
      if output.groups.contains(.first) { hits.first.insert(hit) }
      if output.groups.contains(.second) { hits.second.insert(hit) }
      if output.groups.contains(.third) { hits.third.insert(hit) }
    }
  }

  private func check(_ range: Range<Int>, in scalars: [Unicode.Scalar]) {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= scalars.count, "the range lies in the text")
  }
}

extension TermHit {
  @inline(__always)
  fileprivate init(_ output: TermAutomaton.Output, endingAt end: Int) {
    self.init(
      start: end - Int(output.length), end: end, list: output.list, row: Int(output.row))
  }
}
