import PolicyText

/// Words of a list to be looked for at a known place: what begins here, what ends here.
///
/// For the few places that a grammar asks about; what is sought all over a text goes into the
/// ``TermMatcher``.
package struct WordList: Sendable {
  /// A word that stands at the place asked about.
  package struct Match: Sendable {
    /// Where it stands.
    package let range: Range<Int>
    /// The row of the word in its list.
    package let row: Int
  }

  private struct Word: Sendable {
    let scalars: [Unicode.Scalar]
    let row: Int
  }

  /// The first and the last scalars of words: most places are passed by on them.
  private var firsts = ScalarSet()
  private var lasts = ScalarSet()
  private var byFirst: [Unicode.Scalar: [Word]] = [:]
  private var byLast: [Unicode.Scalar: [Word]] = [:]

  /// The words of a list's first column, folded as texts are.
  package init(_ lexicon: Lexicon) {
    self.init(lexicon.rows.map { $0[0] })
  }

  /// Words whose rows are their places in the array.
  package init(_ words: [String]) {
    for (row, text) in words.enumerated() {
      add(text.unicodeScalars.map { folded($0) }, row: row)
    }
    for key in byFirst.keys { byFirst[key]?.sort { $0.scalars.count > $1.scalars.count } }
    for key in byLast.keys { byLast[key]?.sort { $0.scalars.count > $1.scalars.count } }
  }

  private mutating func add(_ scalars: [Unicode.Scalar], row: Int) {
    guard let first = scalars.first, let last = scalars.last else { return }
    firsts.insert(first)
    lasts.insert(last)
    byFirst[first, default: []].append(Word(scalars: scalars, row: row))
    byLast[last, default: []].append(Word(scalars: scalars, row: row))
  }

  /// Whether there is no word.
  package var isEmpty: Bool { byFirst.isEmpty }

  /// Whether any word begins with a scalar.
  package func begins(with scalar: Unicode.Scalar) -> Bool {
    firsts.contains(scalar) && byFirst[scalar] != nil
  }

  /// The longest word that begins at an offset and ends before the limit.
  package func longest(
    in scalars: [Unicode.Scalar], from start: Int, to limit: Int
  ) -> Match? {
    guard start < limit, firsts.contains(scalars[start]), let words = byFirst[scalars[start]]
    else { return nil }
    for word in words where start + word.scalars.count <= limit {
      if scalars[start..<start + word.scalars.count].elementsEqual(word.scalars) {
        return Match(range: start..<start + word.scalars.count, row: word.row)
      }
    }
    return nil
  }

  /// The longest word that ends at an offset (which is not part of it) and begins at the limit or
  /// after it.
  package func longest(
    in scalars: [Unicode.Scalar], endingAt end: Int, from limit: Int
  ) -> Match? {
    guard end > limit, lasts.contains(scalars[end - 1]), let words = byLast[scalars[end - 1]]
    else { return nil }
    for word in words where end - word.scalars.count >= limit {
      if scalars[end - word.scalars.count..<end].elementsEqual(word.scalars) {
        return Match(range: end - word.scalars.count..<end, row: word.row)
      }
    }
    return nil
  }
}
