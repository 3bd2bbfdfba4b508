/// 幅度的两端: the numbers of a range: 一万元 and 五万元 of 一万元以上五万元以下.
///
/// 五万元以上十万元以下 that became 十万元以上二十万元以下 has 十万元 on both sides, and means another end by
/// it: such numbers are compared by what they bound and not by their words.
enum RangeEnds {
  /// An end of a range, in the unit's text.
  typealias End = (range: Range<Int>, isLow: Bool)

  /// For the ends that bound the other side of a range in the other text, what they are compared by.
  static func aliases(
    _ old: (unit: ComparedUnit, ends: [End]), _ new: (unit: ComparedUnit, ends: [End])
  ) -> (old: TokenAliases, new: TokenAliases) {
    guard !old.ends.isEmpty, !new.ends.isEmpty else { return ([], []) }
    let left = old.ends.map { hash($0, in: old.unit.text) }
    let right = new.ends.map { hash($0, in: new.unit.text) }
    let (before, after) = (Set(left), Set(right))
    func isTurned(_ hash: UInt64) -> Bool {
      before.contains(hash) && after.contains(~hash)
        || before.contains(~hash) && after.contains(hash)
    }
    return (
      zip(old.ends, left).filter { isTurned($1) }.map { ($0.range, $1) },
      zip(new.ends, right).filter { isTurned($1) }.map { ($0.range, $1) }
    )
  }

  /// A hash of the words; that of a high end is the complement of that of a low one.
  private static func hash(_ end: End, in text: UnitText) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for offset in end.range {
      hash = (hash ^ UInt64(text.folded[offset].value)) &* 0x100_0000_01B3
      hash ^= hash >> 29
    }
    return end.isLow ? hash : ~hash
  }
}
