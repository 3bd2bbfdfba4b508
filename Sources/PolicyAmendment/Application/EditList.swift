import PolicyText

/// 改动: what is to be changed in a source, gathered first and carried out at once, so that every offset
/// and every number keeps meaning the old text.
struct EditList {
  /// New words for a stretch.
  private struct Replacement {
    var range: Range<Int>
    var words: [Unicode.Scalar]
  }

  /// New words between others.
  private struct Addition {
    var offset: Int
    var words: [Unicode.Scalar]
    /// A stretch of the source that is moved here, behind the words before it.
    var moved: Range<Int>?
  }

  private let source: [Unicode.Scalar]
  /// What instructions change.
  private var ordered: [Replacement] = []
  /// What follows from them (numbers, references, 统一修改); it gives way where it meets them.
  private var following: [Replacement] = []
  private var cuts: [Range<Int>] = []
  private var additions: [Addition] = []

  init(_ source: [Unicode.Scalar]) {
    self.source = source
  }

  /// Whether an instruction changes words of a stretch already.
  func isTaken(_ range: Range<Int>) -> Bool {
    (ordered.lazy.map(\.range) + cuts).contains { taken in
      if range.isEmpty {
        return taken.lowerBound < range.lowerBound && range.lowerBound < taken.upperBound
      }
      if taken.isEmpty {
        return range.lowerBound < taken.lowerBound && taken.lowerBound < range.upperBound
      }
      return taken.overlaps(range)
    }
  }

  /// Puts new words in the place of a stretch.
  mutating func replace(_ range: Range<Int>, with words: some Sequence<Unicode.Scalar>) {
    ordered.append(Replacement(range: range, words: Array(words)))
  }

  /// Puts new words in the place of a stretch, unless an instruction changes it.
  mutating func replaceFollowing(_ range: Range<Int>, with words: some Sequence<Unicode.Scalar>) {
    following.append(Replacement(range: range, words: Array(words)))
  }

  /// Takes a stretch out.
  mutating func cut(_ range: Range<Int>) { cuts.append(range) }

  /// Puts words between others; those that are put at one place stand in the order of the calls.
  mutating func add(at offset: Int, _ words: [Unicode.Scalar]) {
    additions.append(Addition(offset: offset, words: words))
  }

  /// Moves a stretch, with what is changed in it.
  mutating func move(
    _ range: Range<Int>, cutting cut: Range<Int>, to offset: Int, behind words: [Unicode.Scalar]
  ) {
    cuts.append(cut)
    additions.append(Addition(offset: offset, words: words, moved: range))
  }

  // MARK: The new text

  /// The source with all changes.
  func result() -> [Unicode.Scalar] {
    let replacements = settled()
    let gone = Self.union(cuts)
    let places = additions.enumerated().sorted {
      ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset)
    }.map(\.element)
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(source.count + source.count / 8)
    render(0..<source.count, replacements, gone, places, into: &result)
    return result
  }

  /// The replacements that hold, in order, none over another.
  private func settled() -> [Replacement] {
    var taken = [Bool](repeating: false, count: source.count + 1)
    func isFree(_ range: Range<Int>) -> Bool { !range.contains { taken[$0] } }
    var result: [Replacement] = []
    for replacement in ordered {
      guard isFree(replacement.range) else { continue }
      for offset in replacement.range { taken[offset] = true }
      result.append(replacement)
    }
    for replacement in following where isFree(replacement.range) {
      for offset in replacement.range { taken[offset] = true }
      result.append(replacement)
    }
    return result.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }

  private static func union(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }

  /// Writes a stretch of the source; what is moved there is written in its turn, without its cut.
  private func render(
    _ range: Range<Int>, _ replacements: [Replacement], _ gone: [Range<Int>],
    _ places: [Addition], isMoved: Bool = false, into result: inout [Unicode.Scalar]
  ) {
    var offset = range.lowerBound
    var nextReplacement = Self.first(replacements) { $0.range.lowerBound >= range.lowerBound }
    var nextCut = isMoved ? gone.count : Self.first(gone) { $0.upperBound > range.lowerBound }
    var nextPlace = Self.first(places) { $0.offset >= range.lowerBound }
    while true {
      while nextPlace < places.count, places[nextPlace].offset <= offset,
        places[nextPlace].offset <= range.upperBound, !isMoved
      {
        let place = places[nextPlace]
        result += place.words
        if let moved = place.moved {
          render(moved, replacements, gone, places, isMoved: true, into: &result)
        }
        nextPlace += 1
      }
      if offset >= range.upperBound { break }
      if nextCut < gone.count, gone[nextCut].lowerBound <= offset {
        offset = max(offset, gone[nextCut].upperBound)
        nextCut += 1
        while nextReplacement < replacements.count,
          replacements[nextReplacement].range.lowerBound < offset
        { nextReplacement += 1 }
        continue
      }
      if nextReplacement < replacements.count,
        replacements[nextReplacement].range.lowerBound <= offset
      {
        let replacement = replacements[nextReplacement]
        nextReplacement += 1
        guard replacement.range.lowerBound == offset else { continue }
        result += replacement.words
        offset = replacement.range.upperBound
        continue
      }
      var end = range.upperBound
      if nextPlace < places.count, !isMoved { end = min(end, places[nextPlace].offset) }
      if nextCut < gone.count { end = min(end, gone[nextCut].lowerBound) }
      if nextReplacement < replacements.count {
        end = min(end, replacements[nextReplacement].range.lowerBound)
      }
      result += source[offset..<max(end, offset)]
      offset = max(end, offset)
    }
  }

  /// The first index from which a condition holds that holds for all behind it.
  private static func first<Element>(_ list: [Element], where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(list[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
