import PolicyLexicons

/// A small set of words that is asked whether one of them ends or begins at a place of a text.
///
/// For words that are met so often that they are better not sought by the one automaton (的, 由, 应).
/// A class, so that asking one counts no references.
final class WordSet: Sendable {
  private let beginnings: ScalarTrie
  private let endings: ScalarTrie
  /// For each word of one scalar, the scalars before which it belongs to another word.
  private let notBefore: [[Unicode.Scalar]]
  /// For each word of one scalar, the scalars after which it belongs to another word.
  private let notAfter: [[Unicode.Scalar]]

  init(_ words: [String], notBefore: [String: String] = [:], notAfter: [String: String] = [:]) {
    let terms = FoldedWords(words)
    beginnings = ScalarTrie(terms, read: .forward)
    endings = ScalarTrie(terms, read: .backward)
    self.notBefore = words.map {
      notBefore.isEmpty ? [] : Array((notBefore[$0] ?? "").unicodeScalars)
    }
    self.notAfter = words.map { notAfter.isEmpty ? [] : Array((notAfter[$0] ?? "").unicodeScalars) }
  }

  /// How many scalars the word has that ends before an offset; 0 if none does.
  func countEnding(before end: Int, in scalars: [Unicode.Scalar], from start: Int) -> Int {
    guard let found = endings.longest(in: scalars, endingAt: end, from: start) else { return 0 }
    let count = end - found.start
    guard count == 1 else { return count }
    if end < scalars.count, notBefore[found.word].contains(scalars[end]) { return 0 }
    if end - 2 >= start, notAfter[found.word].contains(scalars[end - 2]) { return 0 }
    return 1
  }

  /// How many scalars the word has that begins at an offset; 0 if none does.
  func countStarting(at start: Int, in scalars: [Unicode.Scalar], upTo end: Int) -> Int {
    beginnings.longest(in: scalars, from: start, to: end).map { $0.end - start } ?? 0
  }
}
