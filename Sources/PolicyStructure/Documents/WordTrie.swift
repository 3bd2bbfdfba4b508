import PolicyLexicons
import PolicyText

/// A few words, to be found at the end of a line, or anywhere in it.
///
/// Only for short lines: running text is searched by `TermMatcher`.
struct WordTrie: Sendable {
  private var next: [UInt64: Int] = [:]
  private var rows: [Int: Int] = [:]
  /// Whether a word begins with a scalar, by its low bits: most places are passed by on that.
  private var begins = [Bool](repeating: false, count: 4096)
  private let isReversed: Bool
  private var count = 1

  /// The words of the first column of a list, read from their ends if `reversed`.
  ///
  /// `part`: Only the words whose last column says so, if given.
  init(_ lexicon: Lexicon, reversed: Bool, part: String? = nil) {
    isReversed = reversed
    for (row, cells) in lexicon.rows.enumerated() {
      guard let word = cells.first, part == nil || cells.last == part else { continue }
      let scalars = word.unicodeScalars.map { folded($0) }.filter { !isSpace($0) }
      if let first = reversed ? scalars.last : scalars.first {
        begins[Int(first.value & 4095)] = true
      }
      var node = 0
      for scalar in reversed ? scalars.reversed() : scalars {
        let key = UInt64(node) << 32 | UInt64(scalar.value)
        if let child = next[key] {
          node = child
        } else {
          next[key] = count
          node = count
          count += 1
        }
      }
      rows[node] = row
    }
  }

  /// The row of the longest word that a stretch ends with, and the word's length.
  func suffix(of range: Range<Int>, in text: [Unicode.Scalar]) -> (row: Int, length: Int)? {
    precondition(isReversed, "suffixes are sought in words read from their ends")
    guard let last = range.last, begins[Int(text[last].value & 4095)] else { return nil }
    var node = 0
    var found: (row: Int, length: Int)?
    for offset in range.reversed() {
      guard let child = next[UInt64(node) << 32 | UInt64(text[offset].value)] else { break }
      node = child
      if let row = rows[node] { found = (row, range.upperBound - offset) }
    }
    return found
  }

  /// The first word in a stretch that stands where its row allows it.
  func first(
    in range: Range<Int>, of text: [Unicode.Scalar], where allows: (_ row: Int, Range<Int>) -> Bool
  ) -> Int? {
    precondition(!isReversed, "words in a stretch are sought forwards")
    for start in range where begins[Int(text[start].value & 4095)] {
      var node = 0
      var offset = start
      while offset < range.upperBound,
        let child = next[UInt64(node) << 32 | UInt64(text[offset].value)]
      {
        node = child
        offset += 1
        if let row = rows[node], allows(row, start..<offset) { return row }
      }
    }
    return nil
  }
}
