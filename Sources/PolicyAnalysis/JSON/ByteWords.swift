/// Bytes handled eight at a time, for ``JSONWriter``.
enum ByteWords {
  /// Whether one of eight bytes may not stand in a string as it is: a control character, " or \\.
  @inline(__always)
  static func hasEscape(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ (ones &* 0x22)
    let slashes = word ^ (ones &* 0x5C)
    // A byte minus n borrows from its highest bit only if it is less than n.
    let controls = (word &- ones &* 0x20) & ~word
    return (controls | (quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes) & ones << 7 != 0
  }

  /// Copies a few bytes without a call, as two words that overlap.
  @inline(__always)
  static func copy(
    _ source: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutablePointer<UInt8>
  ) {
    let (from, to) = (UnsafeRawPointer(source), UnsafeMutableRawPointer(target))
    switch count {
    case 8...16:
      let first = from.loadUnaligned(as: UInt64.self)
      let last = (from + count - 8).loadUnaligned(as: UInt64.self)
      to.storeBytes(of: first, as: UInt64.self)
      (to + count - 8).storeBytes(of: last, as: UInt64.self)
    case 4..<8:
      let first = from.loadUnaligned(as: UInt32.self)
      let last = (from + count - 4).loadUnaligned(as: UInt32.self)
      to.storeBytes(of: first, as: UInt32.self)
      (to + count - 4).storeBytes(of: last, as: UInt32.self)
    default: target.update(from: source, count: count)
    }
  }
}
