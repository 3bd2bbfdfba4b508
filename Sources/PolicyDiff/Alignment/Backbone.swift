/// 主链: the pairs beyond doubt that stand in the same order on both sides, and the gaps between them.
struct Backbone {
  private var links: [OrderChain.Link] = []
  private let oldCount: Int
  private let newCount: Int

  /// The chain of pairs that are known.
  init(_ partners: [Int?], oldPlaces: [Int], newPlaces: [Int], old: [ComparedUnit]) {
    oldCount = oldPlaces.count
    newCount = newPlaces.count
    for (index, partner) in partners.enumerated() {
      guard let partner else { continue }
      let weight = Float(old[oldPlaces[index]].text.count + 1)
      links.append(OrderChain.Link(old: index, new: partner, weight: weight))
    }
  }

  /// Adds a pair; ``straighten()`` must follow.
  mutating func insert(_ pair: FamilyAligner.Pair, weight: Float) {
    links.append(OrderChain.Link(old: pair.old, new: pair.new, weight: weight))
  }

  /// Leaves out the pairs that moved.
  mutating func straighten() {
    links.sort { $0.old < $1.old }
    let chain = OrderChain(links)
    links = zip(links, chain.isKept).filter(\.1).map(\.0)
  }

  /// The place among the links of the first one after an old place.
  private func next(after old: Int) -> Int {
    var low = 0
    var high = links.count
    while low < high {
      let middle = (low + high) / 2
      if links[middle].old <= old { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The new places between the links around an old place.
  func gap(after old: Int) -> Range<Int> {
    let next = next(after: old)
    let start = next > 0 ? links[next - 1].new + 1 : 0
    let end = next < links.count ? links[next].new : newCount
    // A unit of the backbone itself is expected where it is.
    if next > 0, links[next - 1].old == old { return links[next - 1].new..<links[next - 1].new + 1 }
    return start..<max(start, end)
  }

  /// The old places between the links around an old place.
  func oldGap(around old: Int) -> Range<Int> {
    let next = next(after: old)
    let start = next > 0 ? links[next - 1].old + 1 : 0
    let end = next < links.count ? links[next].old : oldCount
    return start..<max(start, end)
  }

  /// The new place where an old one would be, its gap being as full as before.
  func expected(_ old: Int) -> Int {
    let (from, to) = (oldGap(around: old), gap(after: old))
    guard from.count > 1 else { return to.lowerBound }
    let share = Double(old - from.lowerBound) / Double(from.count - 1)
    return to.lowerBound + Int((share * Double(max(to.count - 1, 0))).rounded())
  }
}
