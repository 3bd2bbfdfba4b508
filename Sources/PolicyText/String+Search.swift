extension String {
  /// Where words stand first, found by their bytes: the search of the standard library brings both
  /// sides into a normal form first, which takes many times as long.
  package func firstRange(ofWords words: StaticString) -> Range<Index>? {
    let sought = UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
    var text = self
    let found = text.withUTF8 { bytes -> Int? in
      guard bytes.count >= sought.count, let first = sought.first else { return nil }
      return (0...bytes.count - sought.count).first { start in
        bytes[start] == first
          && bytes[start..<start + sought.count].elementsEqual(sought)
      }
    }
    return found.map { start in
      utf8.index(
        utf8.startIndex, offsetBy: start)..<utf8.index(
          utf8.startIndex, offsetBy: start + sought.count)
    }
  }

  /// Whether words stand somewhere.
  package func contains(words: StaticString) -> Bool { firstRange(ofWords: words) != nil }
}
