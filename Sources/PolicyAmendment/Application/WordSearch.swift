import PolicyText

/// Finds quoted words in a text, whatever its layout: line breaks, spaces, the width of marks.
struct WordSearch {
  let reading: ReadingText

  /// Where words stand in a stretch of the reading text, none over another.
  ///
  /// Where they are to be replaced by words that hold them (人民银行 by 中国人民银行), what already stands
  /// in the new form is passed by.
  func occurrences(
    of words: QuotedWords, in range: Range<Int>, replacedBy new: QuotedWords? = nil
  ) -> [Range<Int>] {
    let pattern = words.folded
    guard let first = pattern.first else { return [] }
    let inner = new.map { Self.offsets(of: pattern, in: $0.folded) } ?? []
    var found: [Range<Int>] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard QuotedWords.compared(reading.scalars[offset]) == first,
        let end = end(of: pattern[...], from: offset, to: range.upperBound)
      else {
        offset += 1
        continue
      }
      if let new, stands(new.folded, around: offset, at: inner) {
        offset += 1
        continue
      }
      found.append(offset..<end)
      offset = end
    }
    return found
  }

  /// The offset after words that begin at an offset.
  private func end(of pattern: ArraySlice<Unicode.Scalar>, from start: Int, to limit: Int) -> Int? {
    var offset = start
    for scalar in pattern {
      while offset < limit, reading.scalars[offset] == " " { offset += 1 }
      guard offset < limit, QuotedWords.compared(reading.scalars[offset]) == scalar else {
        return nil
      }
      offset += 1
    }
    return offset
  }

  /// Whether the new words stand around an occurrence of the old ones already.
  private func stands(_ new: [Unicode.Scalar], around offset: Int, at inner: [Int]) -> Bool {
    inner.contains { place in
      var start = offset
      var left = place
      while left > 0, start > 0 {
        start -= 1
        if reading.scalars[start] != " " { left -= 1 }
      }
      return left == 0 && end(of: new[...], from: start, to: reading.count) != nil
    }
  }

  private static func offsets(of pattern: [Unicode.Scalar], in words: [Unicode.Scalar]) -> [Int] {
    guard !pattern.isEmpty, words.count >= pattern.count else { return [] }
    return (0...(words.count - pattern.count)).filter { words[$0...].starts(with: pattern) }
  }
}
