import PolicyLexicons

/// Words that are looked up at one place of a text, where a number has been found.
struct WordTrie: Sendable {
  private let trie: ScalarTrie

  /// The words, folded as texts are; a word is found by its index, the last one of equal words.
  ///
  /// Read `backward`, words are found by their last scalar first.
  init(_ words: [String], backward: Bool = false) {
    var terms = FoldedWords()
    for (number, word) in words.enumerated().reversed() { terms.append(word, number: number) }
    trie = ScalarTrie(terms, read: backward ? .backward : .forward)
  }

  /// The longest word that begins at an offset, and the offset after it.
  func longest(
    in scalars: [Unicode.Scalar], from start: Int, to limit: Int
  ) -> (word: Int, end: Int)? {
    trie.longest(in: scalars, from: start, to: limit)
  }

  /// The longest word that ends before an offset, and the offset of its first scalar; for words that
  /// are read backward.
  func longest(
    in scalars: [Unicode.Scalar], endingAt end: Int, from limit: Int
  ) -> (word: Int, start: Int)? {
    trie.longest(in: scalars, endingAt: end, from: limit)
  }
}
