/// 最大公共词元序列: the pieces that two texts have in common, weighing most in total.
///
/// Runs of common pieces are worth more than as many scattered ones. Exact by dynamic programming where
/// the texts are of usual length; longer ones are cut first at runs of three pieces that stand once
/// on either side, so that the time stays nearly linear.
struct TokenMatcher {
  /// A piece of the old text and the piece of the new one that it stays.
  struct Match: Equatable {
    let old: Int
    let new: Int
  }

  private let old: EditTokens
  private let new: EditTokens
  /// The common pieces in the order of both texts.
  private(set) var matches: [Match] = []

  /// How many cells the table of one gap may have.
  private static let cellLimit = 3_000_000
  /// What a common piece right after another is worth more.
  private static let runBonus: Int32 = 2

  /// The common pieces of two texts.
  init(old: EditTokens, new: EditTokens) {
    self.old = old
    self.new = new
    match(0..<old.count, 0..<new.count, canCut: true)
  }

  private mutating func match(_ left: Range<Int>, _ right: Range<Int>, canCut: Bool) {
    var (left, right) = (left, right)
    while let i = left.first, let j = right.first, old.hashes[i] == new.hashes[j] {
      matches.append(Match(old: i, new: j))
      left = left.dropFirst()
      right = right.dropFirst()
    }
    var ends: [Match] = []
    while let i = left.last, let j = right.last, old.hashes[i] == new.hashes[j] {
      ends.append(Match(old: i, new: j))
      left = left.dropLast()
      right = right.dropLast()
    }
    if !left.isEmpty && !right.isEmpty {
      if left.count * right.count <= Self.cellLimit {
        fill(left, right)
      } else if canCut {
        cut(left, right)
      }
    }
    matches += ends.reversed()
  }

  /// Matches the gaps between runs that stand once on either side.
  private mutating func cut(_ left: Range<Int>, _ right: Range<Int>) {
    var from = (old: left.lowerBound, new: right.lowerBound)
    for anchor in anchors(left, right) {
      guard anchor.old >= from.old, anchor.new >= from.new else { continue }
      match(from.old..<anchor.old, from.new..<anchor.new, canCut: false)
      matches.append(anchor)
      from = (anchor.old + 1, anchor.new + 1)
    }
    match(from.old..<left.upperBound, from.new..<right.upperBound, canCut: false)
  }

  private func anchors(_ left: Range<Int>, _ right: Range<Int>) -> [Match] {
    func once(_ tokens: EditTokens, _ range: Range<Int>) -> [UInt64: Int] {
      var places: [UInt64: Int] = [:]
      var several: Set<UInt64> = []
      for index in range.dropLast(2) {
        let hash =
          tokens.hashes[index] &* 31 &+ tokens.hashes[index + 1] &* 17 &+ tokens.hashes[index + 2]
        if places.updateValue(index, forKey: hash) != nil { several.insert(hash) }
      }
      for hash in several { places[hash] = nil }
      return places
    }
    let inNew = once(new, right)
    let links = once(old, left).compactMap { hash, i in
      inNew[hash].map { OrderChain.Link(old: i, new: $0, weight: 1) }
    }.sorted { $0.old < $1.old }
    return zip(links, OrderChain(links).isKept).filter(\.1).map {
      Match(old: $0.0.old, new: $0.0.new)
    }
  }

  /// The best common pieces of two stretches, by the table of all pairs.
  private mutating func fill(_ left: Range<Int>, _ right: Range<Int>) {
    let width = right.count + 1
    // In each cell: whether the best match ends here, or which way it came.
    var steps = [UInt8](repeating: 0, count: (left.count + 1) * width)
    // The best value up to a cell, and the best of those that end in a match there.
    var best = [Int32](repeating: 0, count: width)
    var ending = [Int32](repeating: -1, count: width)
    for (row, i) in left.enumerated() {
      var diagonal = best[0]
      var diagonalEnding = ending[0]
      let hash = old.hashes[i]
      let weight = old.weights[i]
      for (column, j) in right.enumerated() {
        let cell = (row + 1) * width + column + 1
        let above = best[column + 1]
        let aboveEnding = ending[column + 1]
        var value = above
        var step: UInt8 = 1
        if best[column] > value {
          value = best[column]
          step = 2
        }
        var matched: Int32 = -1
        if hash == new.hashes[j] {
          let continued = diagonalEnding >= 0 ? diagonalEnding + weight + Self.runBonus : -1
          matched = max(continued, diagonal + weight)
          if continued >= diagonal + weight { step |= 8 }
          if matched >= value {
            value = matched
            step = step & 8 | 4
          } else {
            // The match may still be continued by the next pair.
            step |= 16
          }
        }
        steps[cell] = step
        diagonal = above
        diagonalEnding = aboveEnding
        best[column + 1] = value
        ending[column + 1] = matched
      }
    }
    trace(steps, left, right)
  }

  private mutating func trace(_ steps: [UInt8], _ left: Range<Int>, _ right: Range<Int>) {
    let width = right.count + 1
    var found: [Match] = []
    var (row, column) = (left.count, right.count)
    var mustMatch = false
    while row > 0 && column > 0 {
      let step = steps[row * width + column]
      if mustMatch || step & 4 != 0 {
        found.append(
          Match(old: left.lowerBound + row - 1, new: right.lowerBound + column - 1))
        mustMatch = step & 8 != 0
        row -= 1
        column -= 1
      } else if step & 1 != 0 {
        row -= 1
      } else {
        column -= 1
      }
    }
    matches += found.reversed()
  }
}
