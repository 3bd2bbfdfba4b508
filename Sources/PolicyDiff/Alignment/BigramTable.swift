/// Numbers pairs of neighbouring characters in the order in which they are first seen.
///
/// An open hash table over integers: half the time of a comparison of unlike texts would go into a
/// dictionary otherwise.
struct BigramTable {
  private var keys: [UInt64]
  private var ids: [Int32]
  private var mask: Int
  /// How many different pairs were seen.
  private(set) var count = 0

  /// An empty table with room for some pairs.
  init(expecting pairs: Int) {
    var capacity = 1024
    while capacity < pairs * 2 { capacity *= 2 }
    keys = Array(repeating: 0, count: capacity)
    ids = Array(repeating: 0, count: capacity)
    mask = capacity - 1
  }

  /// The number of a pair; a new one if it was not seen before.
  mutating func id(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Int32 {
    if count * 2 > mask { grow() }
    // No pair has the key 0, since no word holds U+0000.
    let key = UInt64(first.value) << 21 | UInt64(second.value)
    let slot = slot(of: key)
    if keys[slot] == 0 {
      keys[slot] = key
      ids[slot] = Int32(truncatingIfNeeded: count)
      count += 1
    }
    return ids[slot]
  }

  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 24) & mask
    while keys[slot] != 0 && keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldIDs) = (keys, ids)
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    ids = Array(repeating: 0, count: oldKeys.count * 2)
    mask = keys.count - 1
    for (key, id) in zip(oldKeys, oldIDs) where key != 0 {
      let slot = slot(of: key)
      keys[slot] = key
      ids[slot] = id
    }
  }
}
