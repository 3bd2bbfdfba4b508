/// Words that are read scalar by scalar from a known place: what every small set of words rests on.
///
/// A step from a node by a scalar is found by a hash of both (open addressing, at most half full), so
/// that it costs one look, whatever the number of words. All of it lies in one array, so that a copy
/// costs one count of references.
public struct ScalarTrie: Sendable {
  /// Whether words are read from their first scalar on, or from their last one back.
  public enum Direction: Sendable {
    /// From the first scalar on.
    case forward
    /// From the last scalar back.
    case backward
  }

  // First a filter, a bit for the low 12 bits of each scalar that a word is entered by; then the
  // steps, two words each: `node << 32 | scalar`, and `next node << 32 | word + 1`. Nodes count from
  // 1, so that a key of 0 is an empty place.
  @usableFromInline let table: [UInt64]
  private let shift: UInt64

  /// The node that all words begin from.
  public static let root: UInt32 = 1

  @usableFromInline static let filterSize = 64

  /// Of equal words the first counts.
  public init(_ words: FoldedWords, read direction: Direction) {
    // A table for the case that no two words begin alike; it is made as small as can be afterwards.
    var (table, shift) = Self.emptyTable(for: words.scalars.count)
    var nodeCount: UInt64 = 1
    table.withUnsafeMutableBufferPointer { table in
      words.scalars.withUnsafeBufferPointer { scalars in
        for word in words.words {
          var node = UInt64(Self.root)
          var step = 0
          for index in word.range {
            let scalar =
              scalars[
                direction == .forward
                  ? index : word.range.lowerBound + word.range.upperBound - 1 - index
              ].value
            if index == word.range.lowerBound {
              table[Int(scalar >> 6 & 63)] |= 1 << UInt64(scalar & 63)
            }
            let key = node << 32 | UInt64(scalar)
            step = Self.place(of: key, shift: shift, in: UnsafeBufferPointer(table))
            if table[step] == 0 {
              nodeCount += 1
              table[step] = key
              table[step + 1] = nodeCount << 32
            }
            node = table[step + 1] >> 32
          }
          if !word.range.isEmpty, table[step + 1] & 0xFFFF_FFFF == 0 {
            table[step + 1] |= UInt64(word.number + 1)
          }
        }
      }
    }
    isEmpty = nodeCount == 1
    let (small, smallShift) = Self.emptyTable(for: Int(nodeCount) - 1)
    if small.count < table.count {
      self.table = Self.copy(of: table, to: small, shift: smallShift)
      self.shift = smallShift
    } else {
      self.table = table
      self.shift = shift
    }
  }

  /// The same steps in a smaller table.
  private static func copy(
    of table: [UInt64], to empty: [UInt64], shift: UInt64
  ) -> [UInt64] {
    var small = empty
    small.withUnsafeMutableBufferPointer { small in
      table.withUnsafeBufferPointer { table in
        for index in 0..<filterSize { small[index] = table[index] }
        for old in stride(from: filterSize, to: table.count, by: 2) where table[old] != 0 {
          let place = place(of: table[old], shift: shift, in: UnsafeBufferPointer(small))
          small[place] = table[old]
          small[place + 1] = table[old + 1]
        }
      }
    }
    return small
  }

  /// A table that is at most half full with so many steps.
  private static func emptyTable(for count: Int) -> (table: [UInt64], shift: UInt64) {
    var bits: UInt64 = 1
    while 1 << bits < count * 2 { bits += 1 }
    return ([UInt64](repeating: 0, count: filterSize + 2 << bits), 64 - bits)
  }

  /// Whether there is no word.
  public let isEmpty: Bool

  /// Whether a word may be entered by a scalar; most places of a text are passed by on that.
  @inlinable @inline(__always)
  public func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
    table[Int(scalar.value >> 6 & 63)] & 1 << UInt64(scalar.value & 63) != 0
  }

  /// The step from a node by a scalar: the next node, and the number of the word that ends there (-1
  /// for none).
  public func step(
    from node: UInt32, by scalar: Unicode.Scalar
  ) -> (node: UInt32, word: Int)? {
    let key = UInt64(node) << 32 | UInt64(scalar.value)
    let step: UInt64 = table.withUnsafeBufferPointer { table in
      let place = Self.place(of: key, shift: shift, in: table)
      return table[place] == 0 ? 0 : table[place + 1]
    }
    if step == 0 { return nil }
    return (
      UInt32(truncatingIfNeeded: step >> 32), Int(truncatingIfNeeded: step & 0xFFFF_FFFF) - 1
    )
  }

  /// The longest word that begins at an offset, and the offset after it; for words read forward.
  @inlinable @inline(__always)
  public func longest(
    in scalars: [Unicode.Scalar], from start: Int, to limit: Int
  ) -> (word: Int, end: Int)? {
    guard start < limit, mayBegin(scalars[start]) else { return nil }
    return read(scalars, from: start, to: limit)
  }

  /// The longest word that ends before an offset, and the offset of its first scalar; for words read
  /// backward.
  @inlinable @inline(__always)
  public func longest(
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

  /// The place of the step with a key, or the empty one where it would stand.
  @inline(__always)
  private static func place(
    of key: UInt64, shift: UInt64, in table: UnsafeBufferPointer<UInt64>
  ) -> Int {
    var place =
      filterSize + Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift) * 2
    while table[place] != key, table[place] != 0 {
      place += 2
      if place == table.count { place = filterSize }
    }
    return place
  }
}
