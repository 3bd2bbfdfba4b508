/// 顺序对应: which unit of an old list became which of a new one, both in their order.
///
/// Units that are the same anchor the rest; between anchors the pairing with the most words in common is
/// taken, found by dynamic programming. As many units as are left over on both sides of one place are
/// pairs too: there the old words were replaced.
enum SequenceAlignment {
  /// A pair; one side is missing where a unit came in or went out.
  struct Pair: Equatable {
    var old: Int?
    var new: Int?
  }

  /// Units below this share of common words are not each other's revision.
  private static let threshold = 0.35
  /// No more pairs are looked at between two anchors.
  private static let mostPairs = 250_000

  /// The pairs in the order of the new list; what went out stands at its old place.
  static func pairs(_ old: [String], _ new: [String]) -> [Pair] {
    var result: [Pair] = []
    var (i, j) = (0, 0)
    for anchor in anchors(old, new) + [(old.count, new.count)] {
      result += between(old, i..<anchor.0, new, j..<anchor.1)
      if anchor.0 < old.count { result.append(Pair(old: anchor.0, new: anchor.1)) }
      (i, j) = (anchor.0 + 1, anchor.1 + 1)
    }
    return result
  }

  /// Units that stand once on each side and are the same, as many as keep their order.
  private static func anchors(_ old: [String], _ new: [String]) -> [(Int, Int)] {
    var places: [String: (old: [Int], new: [Int])] = [:]
    for (index, unit) in old.enumerated() { places[unit, default: ([], [])].old.append(index) }
    for (index, unit) in new.enumerated() { places[unit, default: ([], [])].new.append(index) }
    let unique = old.indices.compactMap { index -> (Int, Int)? in
      guard let place = places[old[index]], place.old.count == 1, place.new.count == 1 else {
        return nil
      }
      return (index, place.new[0])
    }
    // The longest run that ascends on both sides (patience).
    var tails: [Int] = []
    var before: [Int?] = []
    for (index, pair) in unique.enumerated() {
      let place = tails.firstIndex { unique[$0].1 >= pair.1 } ?? tails.count
      before.append(place > 0 ? tails[place - 1] : nil)
      if place == tails.count { tails.append(index) } else { tails[place] = index }
    }
    var run: [(Int, Int)] = []
    var next = tails.last
    while let index = next {
      run.append(unique[index])
      next = before[index]
    }
    return run.reversed()
  }

  private static func between(
    _ old: [String], _ left: Range<Int>, _ new: [String], _ right: Range<Int>
  ) -> [Pair] {
    guard !left.isEmpty, !right.isEmpty else {
      return left.map { Pair(old: $0, new: nil) } + right.map { Pair(old: nil, new: $0) }
    }
    var matched: [(Int, Int)] = []
    if left.count * right.count <= mostPairs {
      matched = best(old, left, new, right)
    }
    var result: [Pair] = []
    var (i, j) = (left.lowerBound, right.lowerBound)
    for match in matched + [(left.upperBound, right.upperBound)] {
      let (gone, come) = (i..<match.0, j..<match.1)
      if gone.count == come.count {
        result += zip(gone, come).map { Pair(old: $0, new: $1) }
      } else {
        result += gone.map { Pair(old: $0, new: nil) } + come.map { Pair(old: nil, new: $0) }
      }
      if match.0 < left.upperBound { result.append(Pair(old: match.0, new: match.1)) }
      (i, j) = (match.0 + 1, match.1 + 1)
    }
    return result
  }

  private static func best(
    _ old: [String], _ left: Range<Int>, _ new: [String], _ right: Range<Int>
  ) -> [(Int, Int)] {
    let before = left.map { Bigrams(old[$0]) }
    let after = right.map { Bigrams(new[$0]) }
    let width = after.count + 1
    var scores = [Double](repeating: 0, count: (before.count + 1) * width)
    var gains = [Double](repeating: 0, count: before.count * after.count)
    for i in before.indices.reversed() {
      for j in after.indices.reversed() {
        let common = before[i].share(with: after[j])
        let gain = common >= threshold ? common - threshold / 2 : 0
        gains[i * after.count + j] = gain
        scores[i * width + j] = max(
          scores[(i + 1) * width + j], scores[i * width + j + 1],
          gain > 0 ? scores[(i + 1) * width + j + 1] + gain : 0)
      }
    }
    var result: [(Int, Int)] = []
    var (i, j) = (0, 0)
    while i < before.count, j < after.count {
      let gain = gains[i * after.count + j]
      let score = scores[i * width + j]
      if gain > 0, score == scores[(i + 1) * width + j + 1] + gain {
        result.append((left.lowerBound + i, right.lowerBound + j))
        (i, j) = (i + 1, j + 1)
      } else if score == scores[(i + 1) * width + j] {
        i += 1
      } else {
        j += 1
      }
    }
    return result
  }
}

/// The pairs of neighbouring characters of a text, sorted.
private struct Bigrams {
  private var pairs: [UInt64]

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    pairs = zip(scalars, scalars.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) }
    if pairs.isEmpty { pairs = scalars.map { UInt64($0.value) } }
    pairs.sort()
  }

  /// Twice the common pairs over all pairs (Dice).
  func share(with other: Bigrams) -> Double {
    var (i, j, common) = (0, 0, 0)
    while i < pairs.count, j < other.pairs.count {
      if pairs[i] == other.pairs[j] {
        (i, j, common) = (i + 1, j + 1, common + 1)
      } else if pairs[i] < other.pairs[j] {
        i += 1
      } else {
        j += 1
      }
    }
    let all = pairs.count + other.pairs.count
    return all > 0 ? Double(2 * common) / Double(all) : 1
  }
}
