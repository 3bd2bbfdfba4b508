internal import PolicyAnalysis
internal import PolicyExtraction

/// 规范对应: which norm of an old unit became which of the new, by the words that they have in common.
struct NormPairs {
  /// A norm of each side, by its index in the document's list.
  struct Pair {
    let old: Int
    let new: Int
  }

  /// The pairs in the order of the old text.
  private(set) var pairs: [Pair] = []
  /// Norms of the old unit that have no partner.
  private(set) var removed: [Int] = []
  /// Norms of the new unit that have no partner.
  private(set) var added: [Int] = []

  /// How much of two norms must be the same.
  private static let least = 0.3

  /// The pairs of the norms of two units.
  init(_ pair: UnitPair) {
    let (lefts, rights) = (pair.old.contents.norms, pair.new.contents.norms)
    let edges = lefts.map { left in
      rights.enumerated().compactMap { place, right -> Assignment.Edge? in
        let gain = Self.likeness(left, right, pair) - Self.least
        return gain > 0 ? Assignment.Edge(right: place, gain: Float(gain)) : nil
      }
    }
    let partners = Assignment(edges: edges, rights: rights.count).rightOfLeft
    for (left, partner) in zip(lefts, partners) {
      if let partner {
        pairs.append(Pair(old: left, new: rights[partner]))
      } else {
        removed.append(left)
      }
    }
    let taken = Set(pairs.map(\.new))
    added = rights.filter { !taken.contains($0) }
  }

  /// How alike two norms are: the share of their words in common, and whether their markers stand at
  /// the same place.
  private static func likeness(_ left: Int, _ right: Int, _ pair: UnitPair) -> Double {
    let before = pair.old.document.norms[left]
    let after = pair.new.document.norms[right]
    let (oldRange, newRange) = (pair.old.range(before.range), pair.new.range(after.range))
    let total = oldRange.count + newRange.count
    guard total > 0 else { return 0 }
    let common = pair.overlap(oldRange, newRange)
    guard common > 0 || hasSameAction(before, after, pair) else { return 0 }
    var likeness = 2 * Double(common) / Double(total)
    // A short norm that got three more duties is still the same norm.
    let smaller = min(oldRange.count, newRange.count)
    likeness = max(likeness, 0.7 * Double(common) / Double(smaller))
    if before.modality == after.modality { likeness += 0.05 }
    if let oldMarker = before.marker, let newMarker = after.marker {
      let (i, j) = (pair.old.range(oldMarker), pair.new.range(newMarker))
      // Where next to nothing else is the same, one norm took the place of another.
      if likeness > 0.2, pair.overlap(i, j) > 0 || isReplaced(i, by: j, pair) { likeness += 0.3 }
    }
    return likeness
  }

  /// Whether one edit puts one marker in the place of another.
  private static func isReplaced(_ old: Range<Int>, by new: Range<Int>, _ pair: UnitPair) -> Bool {
    pair.difference.edits.contains {
      UnitPair.touches($0.old, old) && UnitPair.touches($0.new, new)
    }
  }

  private static func hasSameAction(_ old: Norm, _ new: Norm, _ pair: UnitPair) -> Bool {
    guard let before = old.action, let after = new.action else { return false }
    return pair.overlap(pair.old.range(before), pair.new.range(after)) > 0
  }
}
