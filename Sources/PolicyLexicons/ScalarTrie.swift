/// Words that are read scalar by scalar from a known place: what every small set of words rests on.
///
/// A step from a node by a scalar is found by a hash of both (open addressing, at most half full), so
/// that it costs one look, whatever the number of words. All of it lies in one array, so that a copy
/// costs one count of references.
package struct ScalarTrie: Sendable {
  /// Whether words are read from their first scalar on, or from their last one back.
  package enum Direction: Sendable { case forward, backward }

  // First a filter, a bit for the low 12 bits of each scalar that a word is entered by; then the
  // steps, two words each: `node << 32 | scalar`, and `next node << 32 | word + 1`. Nodes count from
  // 1, so that a key of 0 is an empty place.
  @usableFromInline let table: [UInt64]
  private let shift: UInt64

  /// The node that all words begin from.
  package static let root: UInt32 = 1

  @usableFromInline static let filterSize = 64

  /// Words with their numbers; of equal words the first counts.
  package init<Words: Sequence>(_ words: Words, read direction: Direction)
  where Words.Element == (scalars: [Unicode.Scalar], number: Int) {
    var steps: [UInt64: (node: UInt64, word: UInt64)] = [:]
    var filter = [UInt64](repeating: 0, count: Self.filterSize)
    var nodeCount: UInt64 = 1
    for word in words where !word.scalars.isEmpty {
      let scalars = direction == .forward ? word.scalars : word.scalars.reversed()
      filter[Int(scalars[0].value >> 6 & 63)] |= 1 << UInt64(scalars[0].value & 63)
      var node = UInt64(Self.root)
      for (index, scalar) in scalars.enumerated() {
        let key = node << 32 | UInt64(scalar.value)
        if steps[key] == nil {
          nodeCount += 1
          steps[key] = (nodeCount, 0)
        }
        node = steps[key]?.node ?? 0
        if index == scalars.count - 1, steps[key]?.word == 0 {
          steps[key]?.word = UInt64(word.number + 1)
        }
      }
    }
    var bits: UInt64 = 1
    while 1 << bits < steps.count * 2 { bits += 1 }
    var table = filter + [UInt64](repeating: 0, count: 2 << bits)
    let shift = 64 - bits
    // In the order of the keys, so that the table is the same in every run.
    for (key, step) in steps.sorted(by: { $0.key < $1.key }) {
      var place = Self.place(of: key, shift: shift, in: table.count)
      while table[place] != 0 { place = Self.place(after: place, in: table.count) }
      table[place] = key
      table[place + 1] = step.node << 32 | step.word
    }
    self.table = table
    self.shift = shift
  }

  /// Whether there is no word.
  package var isEmpty: Bool { !table[..<Self.filterSize].contains { $0 != 0 } }

  /// Whether a word may be entered by a scalar; most places of a text are passed by on that.
  @inlinable
  package func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
    table[Int(scalar.value >> 6 & 63)] & 1 << UInt64(scalar.value & 63) != 0
  }

  /// The step from a node by a scalar: the next node, and the number of the word that ends there (-1
  /// for none).
  package func step(
    from node: UInt32, by scalar: Unicode.Scalar
  ) -> (node: UInt32, word: Int)? {
    let key = UInt64(node) << 32 | UInt64(scalar.value)
    var place = Self.place(of: key, shift: shift, in: table.count)
    while table[place] != key {
      if table[place] == 0 { return nil }
      place = Self.place(after: place, in: table.count)
    }
    let step = table[place + 1]
    return (
      UInt32(truncatingIfNeeded: step >> 32), Int(truncatingIfNeeded: step & 0xFFFF_FFFF) - 1
    )
  }

  /// The longest word that begins at an offset, and the offset after it; for words read forward.
  @inlinable
  package func longest(
    in scalars: [Unicode.Scalar], from start: Int, to limit: Int
  ) -> (word: Int, end: Int)? {
    guard start < limit, mayBegin(scalars[start]) else { return nil }
    return read(scalars, from: start, to: limit)
  }

  /// The longest word that ends before an offset, and the offset of its first scalar; for words read
  /// backward.
  @inlinable
  package func longest(
    in scalars: [Unicode.Scalar], endingAt end: Int, from limit: Int
  ) -> (word: Int, start: Int)? {
    guard end > limit, mayBegin(scalars[end - 1]) else { return nil }
    return read(scalars, endingAt: end, from: limit)
  }

  @usableFromInline
  func read(
    _ scalars: [Unicode.Scalar], from start: Int, to limit: Int
  ) -> (word: Int, end: Int)? {
    var found: (word: Int, end: Int)?
    var node = Self.root
    var offset = start
    while offset < limit, let next = step(from: node, by: scalars[offset]) {
      node = next.node
      offset += 1
      if next.word >= 0 { found = (next.word, offset) }
    }
    return found
  }

  @usableFromInline
  func read(
    _ scalars: [Unicode.Scalar], endingAt end: Int, from limit: Int
  ) -> (word: Int, start: Int)? {
    var found: (word: Int, start: Int)?
    var node = Self.root
    var offset = end
    while offset > limit, let next = step(from: node, by: scalars[offset - 1]) {
      node = next.node
      offset -= 1
      if next.word >= 0 { found = (next.word, offset) }
    }
    return found
  }

  /// Where the step with a key is sought first.
  @inline(__always)
  private static func place(of key: UInt64, shift: UInt64, in count: Int) -> Int {
    filterSize + Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift) * 2
  }

  @inline(__always)
  private static func place(after place: Int, in count: Int) -> Int {
    place + 2 < count ? place + 2 : filterSize
  }
}
