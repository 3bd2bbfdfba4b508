/// 合并观察的单元: several units of either side read as one text: all that one was split into, or all that
/// were merged into one.
///
/// Compared one by one, the parts of a merged article would be matched with words that came from the
/// others; compared together, each word has its one source.
struct JoinedUnits {
  /// The old units, by their index, in order.
  let old: [Int]
  /// The new units.
  let new: [Int]
  /// The words of the old units, one after another.
  let oldText: UnitText
  /// The words of the new units.
  let newText: UnitText
  private let oldStarts: [Int: Int]
  private let newStarts: [Int: Int]

  /// Some units of two texts.
  init(old: [Int], new: [Int], of texts: (old: ComparedText, new: ComparedText)) {
    self.old = old
    self.new = new
    oldText = UnitText(joining: old.map { texts.old.units[$0].text })
    newText = UnitText(joining: new.map { texts.new.units[$0].text })
    oldStarts = Self.starts(old, texts.old)
    newStarts = Self.starts(new, texts.new)
  }

  /// Where the words of each unit begin: a break parts them from those before.
  private static func starts(_ units: [Int], _ text: ComparedText) -> [Int: Int] {
    var starts: [Int: Int] = [:]
    var start = 0
    for unit in units {
      starts[unit] = start
      let count = text.units[unit].text.count
      if count > 0 { start += count + 1 }
    }
    return starts
  }

  /// The stretch of an old unit in the joined text.
  func oldRange(of unit: Int, in text: ComparedText) -> Range<Int> {
    let start = oldStarts[unit] ?? 0
    return start..<start + text.units[unit].text.count
  }

  /// The stretch of a new unit in the joined text.
  func newRange(of unit: Int, in text: ComparedText) -> Range<Int> {
    let start = newStarts[unit] ?? 0
    return start..<start + text.units[unit].text.count
  }

  /// The stretches of the old side that no edit may cut.
  func oldStretches(_ wholes: WholeStretches, _ text: ComparedText) -> [Range<Int>] {
    old.flatMap { stretches(of: $0, at: oldStarts[$0] ?? 0, wholes, text) }
  }

  /// The stretches of the new side that no edit may cut.
  func newStretches(_ wholes: WholeStretches, _ text: ComparedText) -> [Range<Int>] {
    new.flatMap { stretches(of: $0, at: newStarts[$0] ?? 0, wholes, text) }
  }

  private func stretches(
    of unit: Int, at start: Int, _ wholes: WholeStretches, _ text: ComparedText
  ) -> [Range<Int>] {
    wholes.stretches(of: text.units[unit]).map { $0.lowerBound + start..<$0.upperBound + start }
  }
}
