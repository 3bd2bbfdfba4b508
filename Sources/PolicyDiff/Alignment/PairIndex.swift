/// 倒排索引: for each pair of characters the units that hold it, and which units share most with some
/// words.
struct PairIndex {
  /// Pairs in more units than this tell nothing.
  private static let rareLimit = 24

  /// For each pair where its units begin in `units`.
  private let starts: [Int32]
  private let units: [Int32]
  private let weights: [Float]
  private var shared: [Float]

  /// An index of some units, by their place in `bags`.
  init(_ bags: [TextFeatures.Bag], members: [Int], weights: [Float]) {
    self.weights = weights
    var starts = [Int32](repeating: 0, count: weights.count + 1)
    for member in members {
      Self.forEachPair(of: bags[member]) { starts[Int($0) + 1] += 1 }
    }
    for pair in weights.indices { starts[pair + 1] += starts[pair] }
    var next = starts
    var units = [Int32](repeating: 0, count: Int(starts[weights.count]))
    for member in members {
      Self.forEachPair(of: bags[member]) { pair in
        units[Int(next[Int(pair)])] = Int32(truncatingIfNeeded: member)
        next[Int(pair)] += 1
      }
    }
    self.starts = starts
    self.units = units
    shared = Array(repeating: 0, count: bags.count)
  }

  private static func forEachPair(of bag: TextFeatures.Bag, _ body: (Int32) -> Void) {
    var last: Int32 = -1
    for pair in bag.pairs where pair != last {
      body(pair)
      last = pair
    }
  }

  /// The units that share most rare pairs with a bag, the best first; of equals the first.
  mutating func best(for bag: TextFeatures.Bag, limit: Int) -> [Int] {
    var touched: [Int32] = []
    for pair in bag.pairs {
      let (from, to) = (Int(starts[Int(pair)]), Int(starts[Int(pair) + 1]))
      guard to - from <= Self.rareLimit else { continue }
      for place in from..<to {
        let unit = units[place]
        if shared[Int(unit)] == 0 { touched.append(unit) }
        shared[Int(unit)] += weights[Int(pair)]
      }
    }
    defer { for unit in touched { shared[Int(unit)] = 0 } }
    // The few best of many, without sorting all.
    var best: [Int] = []
    for unit in touched.map(Int.init) {
      guard best.count < limit || isBefore(unit, best[best.count - 1]) else { continue }
      let place = best.firstIndex { isBefore(unit, $0) } ?? best.count
      best.insert(unit, at: place)
      if best.count > limit { best.removeLast() }
    }
    return best
  }

  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    shared[left] == shared[right] ? left < right : shared[left] > shared[right]
  }
}
