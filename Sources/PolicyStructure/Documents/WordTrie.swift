import PolicyLexicons
import PolicyText

/// A few words, to be found at the end of a line, or anywhere in it.
///
/// Only for short lines: running text is searched by `TermMatcher`.
struct WordTrie: Sendable {
  private let trie: ScalarTrie
  private let isReversed: Bool

  /// The words of the first column of a list, read from their ends if `reversed`.
  ///
  /// `part`: Only the words whose last column says so, if given.
  init(_ lexicon: Lexicon, reversed: Bool, part: String? = nil) {
    isReversed = reversed
    // Of equal words the last one counts.
    var words = FoldedWords()
    for (number, row) in lexicon.rows.enumerated().reversed()
    where part == nil || row.last == part {
      words.append(row, number: number)
    }
    trie = ScalarTrie(words, read: reversed ? .backward : .forward)
  }

  /// The row of the longest word that a stretch ends with, and the word's length.
  func suffix(of range: Range<Int>, in text: [Unicode.Scalar]) -> (row: Int, length: Int)? {
    precondition(isReversed, "suffixes are sought in words read from their ends")
    return trie.longest(in: text, endingAt: range.upperBound, from: range.lowerBound).map {
      ($0.word, range.upperBound - $0.start)
    }
  }

  /// The row of the longest word that a stretch begins with, and the word's length.
  func prefix(of range: Range<Int>, in text: [Unicode.Scalar]) -> (row: Int, length: Int)? {
    precondition(!isReversed, "prefixes are sought in words read forwards")
    return trie.longest(in: text, from: range.lowerBound, to: range.upperBound).map {
      ($0.word, $0.end - range.lowerBound)
    }
  }

  /// The first word in a stretch that stands where its row allows it.
  func first(
    in range: Range<Int>, of text: [Unicode.Scalar], where allows: (_ row: Int, Range<Int>) -> Bool
  ) -> Int? {
    precondition(!isReversed, "words in a stretch are sought forwards")
    for start in range where trie.mayBegin(text[start]) {
      var node = ScalarTrie.root
      var offset = start
      while offset < range.upperBound, let step = trie.step(from: node, by: text[offset]) {
        node = step.node
        offset += 1
        if step.word >= 0, allows(step.word, start..<offset) { return step.word }
      }
    }
    return nil
  }
}
