/// Words of ASCII in bytes, looked for without making strings: elements are many, and their attributes
/// say nothing of interest in most of them.
extension Collection<UInt8> where Index == Int {
  /// Whether some words stand in them.
  func holds(_ words: StaticString) -> Bool { place(of: words) != nil }

  /// Where some words begin.
  func place(of words: StaticString) -> Int? {
    let wanted = UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
    guard let first = wanted.first, count >= wanted.count else { return nil }
    for place in startIndex...(endIndex - wanted.count) where self[place] == first {
      if self[place..<place + wanted.count].elementsEqual(wanted) { return place }
    }
    return nil
  }

  /// Whether they end with some words.
  func ends(with words: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
    return count >= wanted.count && suffix(wanted.count).elementsEqual(wanted)
  }

  /// Their ASCII in small letters, without white space, other characters and the zeros of UTF-16.
  var compactWords: [UInt8] {
    var words: [UInt8] = []
    words.reserveCapacity(count)
    for byte in self where byte > 0x20 && byte < 0x7F {
      words.append(byte >= 0x41 && byte <= 0x5A ? byte + 32 : byte)
    }
    return words
  }
}
