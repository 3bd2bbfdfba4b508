/// 拆分与合并: finds units without a partner whose words come from, or went into, a unit that has another.
///
/// A new unit is a part of an old one if most of its words stand in what the old one's partner has
/// left out; an old unit went into a new one likewise.
struct PartFinder {
  /// A part of a unit and where it belongs.
  struct Part {
    let old: Int
    let new: Int
    /// `split` or `merged`.
    let change: Alignment.Change
  }

  /// The share of its words by which a part is known.
  private static let share: Float = 0.55
  /// What a part must weigh at least: three words say nothing.
  private static let leastWeight: Float = 16
  /// How much of what is left over must have gone into the part, so that a long unit that happens to
  /// hold the words of a short one is not taken for its source.
  private static let leastOfRest: Float = 0.25

  /// The parts that were found; no unit without a partner stands in two.
  private(set) var parts: [Part] = []

  /// Finds the parts, the partners of all units being known.
  init(old: [ComparedUnit], new: [ComparedUnit], features: TextFeatures, newOfOld: [Int?]) {
    var oldOfNew: [Int?] = Array(repeating: nil, count: new.count)
    for (i, j) in newOfOld.enumerated() { if let j { oldOfNew[j] = i } }
    let alone = new.indices.filter { oldOfNew[$0] == nil && new[$0].family == .provision }
    let gone = old.indices.filter { newOfOld[$0] == nil && old[$0].family == .provision }
    let whole = old.indices.filter { newOfOld[$0] != nil && old[$0].family == .provision }
    let left = Self.Search(
      parts: features.new, wholes: features.old, keptBy: features.new,
      partnerOfWhole: { newOfOld[$0] }, features: features)
    for (part, source) in left.sources(of: alone, among: whole) {
      parts.append(Part(old: source, new: part, change: .split))
    }
    let right = Self.Search(
      parts: features.old, wholes: features.new, keptBy: features.old,
      partnerOfWhole: { oldOfNew[$0] }, features: features)
    let targets = whole.compactMap { newOfOld[$0] }.sorted()
    for (part, target) in right.sources(of: gone, among: targets) {
      parts.append(Part(old: part, new: target, change: .merged))
    }
  }

  /// Finds chapters that were joined to another, or cut from one: those without a partner most of whose
  /// articles stand in the partner of another now.
  mutating func findDivisions(old: [ComparedUnit], new: [ComparedUnit], newOfOld: [Int?]) {
    var oldOfNew: [Int?] = Array(repeating: nil, count: new.count)
    for (i, j) in newOfOld.enumerated() { if let j { oldOfNew[j] = i } }
    var places = newOfOld
    for part in parts where places[part.old] == nil { places[part.old] = part.new }
    var homes: [Int: [Int: Int]] = [:]
    var sources: [Int: [Int: Int]] = [:]
    var sizes = (old: [Int: Int](), new: [Int: Int]())
    for (j, unit) in new.enumerated() where unit.family == .provision {
      if let parent = unit.parent, new[parent].family == .division {
        sizes.new[parent, default: 0] += 1
        // A part of a split article comes from where the article stood.
        let source = oldOfNew[j] ?? parts.first { $0.new == j }?.old
        if let from = source.flatMap({ old[$0].parent }) {
          sources[parent, default: [:]][from, default: 0] += 1
        }
      }
    }
    for (i, unit) in old.enumerated() where unit.family == .provision {
      if let parent = unit.parent, old[parent].family == .division {
        sizes.old[parent, default: 0] += 1
        if let to = places[i].flatMap({ new[$0].parent }) {
          homes[parent, default: [:]][to, default: 0] += 1
        }
      }
    }
    for i in old.indices where old[i].family == .division && newOfOld[i] == nil {
      guard let (j, count) = Self.most(homes[i]), count * 2 >= sizes.old[i] ?? 0,
        new[j].level == old[i].level, oldOfNew[j] != nil
      else { continue }
      parts.append(Part(old: i, new: j, change: .merged))
    }
    for j in new.indices where new[j].family == .division && oldOfNew[j] == nil {
      guard let (i, count) = Self.most(sources[j]), count * 2 >= sizes.new[j] ?? 0,
        old[i].level == new[j].level, newOfOld[i] != nil
      else { continue }
      parts.append(Part(old: i, new: j, change: .split))
    }
  }

  private static func most(_ counts: [Int: Int]?) -> (unit: Int, count: Int)? {
    counts?.max { ($0.value, -$0.key) < ($1.value, -$1.key) }.map { ($0.key, $0.value) }
  }

  /// The search for the wholes that parts come from, in one direction.
  private struct Search {
    let parts: [TextFeatures.Bag]
    let wholes: [TextFeatures.Bag]
    let keptBy: [TextFeatures.Bag]
    let partnerOfWhole: (Int) -> Int?
    let features: TextFeatures

    func sources(of lonely: [Int], among candidates: [Int]) -> [(part: Int, whole: Int)] {
      guard !lonely.isEmpty, !candidates.isEmpty else { return [] }
      var index = PairIndex(wholes, members: candidates, weights: features.weights)
      return lonely.compactMap { part in
        guard parts[part].weight >= PartFinder.leastWeight else { return nil }
        let best = index.best(for: parts[part], limit: 3)
        let rated = best.compactMap { whole in
          rating(of: part, in: whole).map { (whole: whole, value: $0) }
        }
        return rated.max { $0.value < $1.value }.map { (part, $0.whole) }
      }
    }

    /// How much of a part stands in what the whole's partner left out, if that is enough.
    private func rating(of part: Int, in whole: Int) -> Float? {
      guard let partner = partnerOfWhole(whole) else { return nil }
      let rest = features.rest(of: wholes[whole].pairs, without: keptBy[partner].pairs)
      let restWeight = features.weight(of: rest)
      guard restWeight > 0 else { return nil }
      let common = features.common(parts[part].pairs, rest)
      guard common / restWeight >= PartFinder.leastOfRest else { return nil }
      let share = common / parts[part].weight
      if share >= PartFinder.share { return share }
      // Two articles on like matters share many words with each other; those that only the part has
      // must have gone into the whole then, and most of the others stand there anyway.
      let own = features.rest(of: parts[part].pairs, without: keptBy[partner].pairs)
      let ownWeight = features.weight(of: own)
      guard ownWeight >= PartFinder.leastWeight,
        features.common(own, rest) >= PartFinder.share * ownWeight,
        features.common(parts[part].pairs, wholes[whole].pairs)
          >= PartFinder.share * parts[part].weight
      else { return nil }
      return share
    }
  }
}
