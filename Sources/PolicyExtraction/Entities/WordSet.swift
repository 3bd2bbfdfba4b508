import PolicyLexicons
import PolicyText

/// A small set of words that is asked whether one of them ends or begins at a place of a text.
///
/// For words that are met so often that they are better not sought by the one automaton (的, 由, 应).
struct WordSet: Sendable {
  /// The scalars that a word ends with, and those that one begins with: most places are passed by
  /// on them.
  private let lasts: ScalarSet
  private let firsts: ScalarSet
  /// Words of one scalar.
  private let single: ScalarSet
  /// For a word of one scalar, the scalars before which it belongs to another word.
  private let notBefore: [UInt32: [Unicode.Scalar]]
  /// For a word of one scalar, the scalars after which it belongs to another word.
  private let notAfter: [UInt32: [Unicode.Scalar]]
  /// Longer words by their last two scalars, and by their first two.
  private let byEnd: [UInt64: [[Unicode.Scalar]]]
  private let byStart: [UInt64: [[Unicode.Scalar]]]

  init(_ words: [String], notBefore: [String: String] = [:], notAfter: [String: String] = [:]) {
    var single = ScalarSet()
    var lasts = ScalarSet()
    var firsts = ScalarSet()
    var byEnd: [UInt64: [[Unicode.Scalar]]] = [:]
    var byStart: [UInt64: [[Unicode.Scalar]]] = [:]
    for word in words {
      let scalars = word.unicodeScalars.map { folded($0) }
      if let first = scalars.first { firsts.insert(first) }
      if let last = scalars.last { lasts.insert(last) }
      if scalars.count == 1 {
        single.insert(scalars[0])
      } else if scalars.count > 1 {
        byEnd[Self.key(scalars[scalars.count - 2], scalars[scalars.count - 1]), default: []]
          .append(scalars)
        byStart[Self.key(scalars[0], scalars[1]), default: []].append(scalars)
      }
    }
    self.single = single
    self.lasts = lasts
    self.firsts = firsts
    self.notBefore = Self.neighbours(notBefore)
    self.notAfter = Self.neighbours(notAfter)
    // The longest word first.
    self.byEnd = byEnd.mapValues { $0.sorted { $0.count > $1.count } }
    self.byStart = byStart.mapValues { $0.sorted { $0.count > $1.count } }
  }

  /// How many scalars the word has that ends before an offset; 0 if none does.
  func countEnding(before end: Int, in scalars: [Unicode.Scalar], from start: Int) -> Int {
    guard end > start, lasts.contains(scalars[end - 1]) else { return 0 }
    if end - start >= 2, let words = byEnd[Self.key(scalars[end - 2], scalars[end - 1])] {
      for word in words where end - start >= word.count {
        if scalars[(end - word.count)..<end].elementsEqual(word) { return word.count }
      }
    }
    guard single.contains(scalars[end - 1]) else { return 0 }
    if end < scalars.count, let exceptions = notBefore[scalars[end - 1].value],
      exceptions.contains(scalars[end])
    {
      return 0
    }
    if end - 2 >= start, let exceptions = notAfter[scalars[end - 1].value],
      exceptions.contains(scalars[end - 2])
    {
      return 0
    }
    return 1
  }

  /// How many scalars the word has that begins at an offset; 0 if none does.
  func countStarting(at start: Int, in scalars: [Unicode.Scalar], upTo end: Int) -> Int {
    guard start < end, firsts.contains(scalars[start]) else { return 0 }
    if end - start >= 2, let words = byStart[Self.key(scalars[start], scalars[start + 1])] {
      for word in words where end - start >= word.count {
        if scalars[start..<(start + word.count)].elementsEqual(word) { return word.count }
      }
    }
    return single.contains(scalars[start]) ? 1 : 0
  }

  private static func neighbours(_ cells: [String: String]) -> [UInt32: [Unicode.Scalar]] {
    var result: [UInt32: [Unicode.Scalar]] = [:]
    for (word, scalars) in cells {
      guard let scalar = word.unicodeScalars.first else { continue }
      result[scalar.value] = Array(scalars.unicodeScalars)
    }
    return result
  }

  private static func key(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
    UInt64(first.value) << 32 | UInt64(second.value)
  }
}
