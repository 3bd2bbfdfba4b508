/// Aligns the units of one family: articles with articles, tables with tables.
///
/// Units with the same words that stand once on either side are pairs. They and other pairs beyond
/// doubt give a backbone; what stands between the same two links of it is expected to belong together.
/// All other pairs are weighed by words, place, number and title, and the assignment that weighs most
/// in total is taken.
struct FamilyAligner {
  /// A pair of units.
  struct Pair: Hashable {
    let old: Int
    let new: Int
  }

  private let old: [ComparedUnit]
  private let new: [ComparedUnit]
  private let features: TextFeatures
  private let oldPlaces: [Int]
  private let newPlaces: [Int]
  private let evidence: (Pair) -> Float

  /// What a pair must weigh: less is two texts that share some words of every law.
  private static let threshold: Float = 0.30
  /// How alike two units must be, whatever speaks for them besides.
  private static let leastSimilarity: Float = 0.10
  /// How alike units are that belong together beyond doubt.
  private static let certainty: Float = 0.55
  /// How many others each unit is weighed against for its rare words.
  private static let candidateLimit = 6

  /// An aligner of some units.
  ///
  /// `evidence` says what else speaks for a pair, from 0.
  init(
    old: [ComparedUnit], new: [ComparedUnit], features: TextFeatures,
    oldPlaces: [Int], newPlaces: [Int], evidence: @escaping (Pair) -> Float = { _ in 0 }
  ) {
    self.old = old
    self.new = new
    self.features = features
    self.oldPlaces = oldPlaces
    self.newPlaces = newPlaces
    self.evidence = evidence
  }

  /// The pairs, by old unit.
  ///
  /// All indices within are places in `oldPlaces` and `newPlaces`; those
  /// that are given are units.
  func pairs() -> [Pair] {
    var partners: [Int?] = Array(repeating: nil, count: oldPlaces.count)
    for pair in identical() { partners[pair.old] = pair.new }
    var candidates = self.candidates(partners)
    var backbone = Backbone(partners, oldPlaces: oldPlaces, newPlaces: newPlaces, old: old)
    for pair in certain(candidates) where partners[pair.old] == nil {
      backbone.insert(pair, weight: weight(ofUnit: oldPlaces[pair.old]))
    }
    backbone.straighten()
    addNeighbours(partners, backbone, to: &candidates)
    let assignment = assignment(of: candidates, partners, backbone)
    for (index, partner) in assignment.enumerated() where partners[index] == nil {
      partners[index] = partner
    }
    return partners.enumerated().compactMap { index, partner in
      partner.map { Pair(old: oldPlaces[index], new: newPlaces[$0]) }
    }
  }

  private func weight(ofUnit unit: Int) -> Float { Float(old[unit].text.count + 1) }

  // MARK: The same words

  /// Units with the same words; where several have them, they are taken in order if there are as
  /// many on both sides.
  private func identical() -> [Pair] {
    var newByWords: [[Unicode.Scalar]: [Int]] = [:]
    for (index, unit) in newPlaces.enumerated() {
      newByWords[new[unit].words, default: []].append(index)
    }
    var oldByWords: [[Unicode.Scalar]: [Int]] = [:]
    for (index, unit) in oldPlaces.enumerated() {
      let words = old[unit].words
      if newByWords[words] != nil { oldByWords[words, default: []].append(index) }
    }
    return oldByWords.flatMap { words, lefts -> [Pair] in
      guard let rights = newByWords[words], lefts.count == rights.count else { return [] }
      return zip(lefts, rights).map { Pair(old: $0, new: $1) }
    }
  }

  // MARK: Candidates

  /// For each old unit without a partner, the new ones that share its rare words, with how alike
  /// they are.
  private func candidates(_ partners: [Int?]) -> [[Int: Float]] {
    let taken = Set(partners.compactMap(\.self))
    var placeOfUnit: [Int: Int] = [:]
    for (index, unit) in newPlaces.enumerated() where !taken.contains(index) {
      placeOfUnit[unit] = index
    }
    var index = PairIndex(
      features.new, members: placeOfUnit.keys.sorted(), weights: features.weights)
    return oldPlaces.enumerated().map { place, unit in
      guard partners[place] == nil else { return [:] }
      var result: [Int: Float] = [:]
      for other in index.best(for: features.old[unit], limit: Self.candidateLimit) {
        guard let partner = placeOfUnit[other] else { continue }
        result[partner] = similarity(place, partner)
      }
      return result
    }
  }

  private func similarity(_ i: Int, _ j: Int) -> Float {
    features.similarity(old: oldPlaces[i], new: newPlaces[j])
  }

  /// Pairs that are each other's best by far.
  private func certain(_ candidates: [[Int: Float]]) -> [Pair] {
    var bestOld: [Int: (old: Int, value: Float, second: Float)] = [:]
    for (i, others) in candidates.enumerated() {
      for (j, value) in others {
        guard let best = bestOld[j] else {
          bestOld[j] = (i, value, 0)
          continue
        }
        if value > best.value || (value == best.value && i < best.old) {
          bestOld[j] = (i, value, best.value)
        } else if value > best.second {
          bestOld[j]?.second = value
        }
      }
    }
    return candidates.enumerated().compactMap { i, others in
      let best = others.max { ($0.value, $1.key) < ($1.value, $0.key) }
      guard let (j, value) = best, value >= Self.certainty, let back = bestOld[j], back.old == i,
        back.second < value - 0.15, others.allSatisfy({ $0.key == j || $0.value < value - 0.15 })
      else { return nil }
      return Pair(old: i, new: j)
    }
  }

  /// Adds the units that stand between the same links of the backbone, and those with the same
  /// number, where there are not too many.
  private func addNeighbours(
    _ partners: [Int?], _ backbone: Backbone, to candidates: inout [[Int: Float]]
  ) {
    let taken = Set(partners.compactMap(\.self))
    for i in oldPlaces.indices where partners[i] == nil {
      let gap = backbone.gap(after: i)
      let expected = backbone.expected(i)
      let window = gap.clamped(to: expected - 4..<expected + 5)
      for j in window where !taken.contains(j) && candidates[i][j] == nil {
        candidates[i][j] = similarity(i, j)
      }
    }
  }

  // MARK: Weighing

  private func assignment(
    of candidates: [[Int: Float]], _ partners: [Int?], _ backbone: Backbone
  ) -> [Int?] {
    let edges = candidates.enumerated().map { i, others -> [Assignment.Edge] in
      guard partners[i] == nil else { return [] }
      return others.sorted { $0.key < $1.key }.compactMap { j, similarity in
        let gain = weight(i, j, similarity, backbone) - Self.threshold
        guard gain > 0 else { return nil }
        return Assignment.Edge(right: j, gain: gain)
      }
    }
    return Assignment(edges: edges, rights: newPlaces.count).rightOfLeft
  }

  /// What speaks for a pair: its words, and a little its place, its number and its title.
  private func weight(_ i: Int, _ j: Int, _ similarity: Float, _ backbone: Backbone) -> Float {
    let pair = Pair(old: oldPlaces[i], new: newPlaces[j])
    let others = evidence(pair)
    guard similarity + others >= Self.leastSimilarity else { return 0 }
    let (left, right) = (old[pair.old], new[pair.new])
    var weight = similarity + others
    let gap = backbone.gap(after: i)
    if gap.contains(j) {
      weight += 0.08
      // The only one that is missing here, and the only one that is new.
      if gap.count == 1 && backbone.oldGap(around: i).count == 1 { weight += 0.05 }
    }
    if left.level == right.level && !left.number.isEmpty && left.number == right.number {
      weight += 0.03
    }
    if let title = left.headingWords, title == right.headingWords { weight += 0.15 }
    return weight
  }
}

extension ComparedUnit {
  /// Its words without its number, as they are compared.
  var words: [Unicode.Scalar] { Array(text.folded[min(text.bodyStart, text.folded.count)...]) }

  /// The words of its title.
  var headingWords: [Unicode.Scalar]? {
    heading.flatMap { $0.isEmpty ? nil : Array(text.folded[$0]) }
  }
}
