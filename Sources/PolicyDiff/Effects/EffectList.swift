/// The effects of one pair of units while they are found, and which edits they explain.
struct EffectList {
  /// The effects so far, in the order in which they were found.
  private(set) var effects: [Effect] = []
  private var seen: Set<[UInt8]> = []
  private var explainedOld: [Range<Int>] = []
  private var explainedNew: [Range<Int>] = []

  /// Adds an effect, once, and takes down which stretches it explains.
  mutating func add(
    _ effect: Effect, explainingOld old: Range<Int>? = nil, new: Range<Int>? = nil
  ) {
    if seen.insert(effect.key).inserted { effects.append(effect) }
    if let old { explainedOld.append(old) }
    if let new { explainedNew.append(new) }
  }

  /// Whether an effect says what an edit means: one of its stretches lies in one explained.
  func explains(_ edit: Edit) -> Bool {
    let old = explainedOld.contains { isWithin(edit.old, $0) }
    let new = explainedNew.contains { isWithin(edit.new, $0) }
    return edit.old.isEmpty ? new : edit.new.isEmpty ? old : old || new
  }

  /// Whether an effect explains a whole stretch of the old text.
  func explainsOld(_ range: Range<Int>) -> Bool {
    explainedOld.contains { $0.lowerBound <= range.lowerBound && $0.upperBound >= range.upperBound }
  }

  /// Whether an effect explains a whole stretch of the new text.
  func explainsNew(_ range: Range<Int>) -> Bool {
    explainedNew.contains { $0.lowerBound <= range.lowerBound && $0.upperBound >= range.upperBound }
  }

  private func isWithin(_ edit: Range<Int>, _ range: Range<Int>) -> Bool {
    !edit.isEmpty && edit.overlaps(range)
  }
}

extension Effect {
  /// Bytes that two effects have in common if they say the same; cheaper to hash than the strings.
  fileprivate var key: [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(message.utf8.count + old.utf8.count + new.utf8.count + 16)
    for part in [kind.rawValue, direction.rawValue, message, old, new] {
      key += part.utf8
      key.append(0)
    }
    return key
  }
}
