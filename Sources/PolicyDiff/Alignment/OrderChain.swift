/// 顺序链: the heaviest chain of pairs that stand in the same order on both sides; what is off it moved.
struct OrderChain {
  /// A pair of places and what it weighs.
  struct Link {
    let old: Int
    let new: Int
    let weight: Float
  }

  /// For each link whether it is on the chain.
  let isKept: [Bool]

  /// The heaviest chain of links that are sorted by their old place, in n log n.
  init(_ links: [Link]) {
    let places = Set(links.map(\.new)).sorted()
    var rank: [Int: Int] = [:]
    for (index, place) in places.enumerated() { rank[place] = index + 1 }
    // A tree of prefix maxima over the new places: the best chain that ends at or before one.
    var best: [(weight: Float, link: Int)] = Array(repeating: (0, -1), count: places.count + 1)
    var previous = Array(repeating: -1, count: links.count)
    var kept = Array(repeating: false, count: links.count)
    var last: (weight: Float, link: Int) = (0, -1)
    for (index, link) in links.enumerated() {
      let place = rank[link.new] ?? 0
      var before: (weight: Float, link: Int) = (0, -1)
      var node = place - 1
      while node > 0 {
        if best[node].weight > before.weight { before = best[node] }
        node -= node & -node
      }
      previous[index] = before.link
      let chain = (weight: before.weight + link.weight, link: index)
      if chain.weight > last.weight { last = chain }
      node = place
      while node < best.count {
        if chain.weight > best[node].weight { best[node] = chain }
        node += node & -node
      }
    }
    var link = last.link
    while link >= 0 {
      kept[link] = true
      link = previous[link]
    }
    isKept = kept
  }
}
