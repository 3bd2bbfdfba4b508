internal import PolicyStructure

/// 对应关系: which units belong together, before it is known what changed in them.
struct UnitPairing {
  /// A unit of either side, or of both.
  struct Match {
    let old: Int?
    let new: Int?
    /// Whether the unit stands elsewhere than it did.
    var isMoved = false
    /// `split` or `merged`, if it is one of several pairs.
    var group: Alignment.Change?
  }

  /// All units, in the order of the new text; removed ones stand at their old place.
  let matches: [Match]

  /// The pairing of all units of two texts.
  init(old: ComparedText, new: ComparedText) {
    let features = TextFeatures(old: old.units, new: new.units)
    var builder = PairingBuilder(old: old.units, new: new.units, features: features)
    builder.pairFamily(.provision)
    builder.pairFamily(.table)
    builder.pairWithChildren(.attachment)
    builder.pairWithChildren(.division)
    builder.pairFrames(mainDocuments: (old.mainDocument, new.mainDocument))
    builder.findMoves()
    builder.findParts()
    matches = builder.ordered
  }
}

/// Pairs the units of two texts, family by family.
private struct PairingBuilder {
  private let old: [ComparedUnit]
  private let new: [ComparedUnit]
  private let features: TextFeatures
  private var newOfOld: [Int?]
  private var oldOfNew: [Int?]
  private var isMoved: [Bool]
  private var parts: [PartFinder.Part] = []

  init(old: [ComparedUnit], new: [ComparedUnit], features: TextFeatures) {
    self.old = old
    self.new = new
    self.features = features
    newOfOld = Array(repeating: nil, count: old.count)
    oldOfNew = Array(repeating: nil, count: new.count)
    isMoved = Array(repeating: false, count: old.count)
  }

  private mutating func pair(_ i: Int, _ j: Int) {
    newOfOld[i] = j
    oldOfNew[j] = i
  }

  private func places(_ family: ComparedUnit.Family) -> (old: [Int], new: [Int]) {
    (
      old.indices.filter { old[$0].family == family },
      new.indices.filter { new[$0].family == family }
    )
  }

  mutating func pairFamily(_ family: ComparedUnit.Family) {
    let (oldPlaces, newPlaces) = places(family)
    let aligner = FamilyAligner(
      old: old, new: new, features: features, oldPlaces: oldPlaces, newPlaces: newPlaces)
    for found in aligner.pairs() { pair(found.old, found.new) }
  }

  /// Pairs chapters or annexes: those that hold the same articles are the same, whatever their titles.
  mutating func pairWithChildren(_ family: ComparedUnit.Family) {
    let (oldPlaces, newPlaces) = places(family)
    guard !oldPlaces.isEmpty, !newPlaces.isEmpty else { return }
    var shared: [FamilyAligner.Pair: Float] = [:]
    var counts = (old: [Int: Float](), new: [Int: Float]())
    for j in new.indices {
      for ancestor in ancestors(of: j, in: new) where new[ancestor].family == family {
        counts.new[ancestor, default: 0] += 1
      }
    }
    for i in old.indices {
      for ancestor in ancestors(of: i, in: old) where old[ancestor].family == family {
        counts.old[ancestor, default: 0] += 1
        guard let j = newOfOld[i] else { continue }
        for other in ancestors(of: j, in: new) where new[other].family == family {
          shared[FamilyAligner.Pair(old: ancestor, new: other), default: 0] += 1
        }
      }
    }
    let aligner = FamilyAligner(
      old: old, new: new, features: features, oldPlaces: oldPlaces, newPlaces: newPlaces
    ) { pair in
      let total = (counts.old[pair.old] ?? 0) + (counts.new[pair.new] ?? 0)
      return total > 0 ? 0.8 * 2 * (shared[pair] ?? 0) / total : 0
    }
    for found in aligner.pairs() { pair(found.old, found.new) }
  }

  private func ancestors(of unit: Int, in units: [ComparedUnit]) -> [Int] {
    var ancestors: [Int] = []
    var current = units[unit].parent
    while let ancestor = current {
      ancestors.append(ancestor)
      current = units[ancestor].parent
    }
    return ancestors
  }

  /// Pairs title blocks, signatures and the like by what they are, document by document.
  mutating func pairFrames(mainDocuments: (old: Int?, new: Int?)) {
    let partners = documentPartners(mainDocuments)
    var free: [FrameKey: [Int]] = [:]
    for j in new.indices where new[j].family == .frame {
      free[FrameKey(document: new[j].document, level: new[j].level), default: []].append(j)
    }
    for i in old.indices where old[i].family == .frame {
      guard let document = partners[old[i].document] else { continue }
      let key = FrameKey(document: document, level: old[i].level)
      guard let j = free[key]?.first else { continue }
      free[key]?.removeFirst()
      pair(i, j)
    }
  }

  /// For each document of the old source the one of the new that holds most of its provisions; those
  /// without any are paired in order.
  private func documentPartners(_ main: (old: Int?, new: Int?)) -> [Int: Int] {
    var votes: [FamilyAligner.Pair: Int] = [:]
    for i in old.indices {
      guard let j = newOfOld[i] else { continue }
      votes[FamilyAligner.Pair(old: old[i].document, new: new[j].document), default: 0] +=
        min(old[i].text.count, new[j].text.count)
    }
    if let oldMain = main.old, let newMain = main.new {
      votes[FamilyAligner.Pair(old: oldMain, new: newMain), default: 0] += 1
    }
    var partners: [Int: Int] = [:]
    var taken: Set<Int> = []
    for (pair, _) in votes.sorted(by: {
      ($1.value, $0.key.old, $0.key.new) < ($0.value, $1.key.old, $1.key.new)
    })
    where partners[pair.old] == nil && taken.insert(pair.new).inserted {
      partners[pair.old] = pair.new
    }
    let rest = Set(new.map(\.document)).subtracting(taken).sorted()
    let lonely = Set(old.map(\.document)).filter { partners[$0] == nil }.sorted()
    for (document, partner) in zip(lonely, rest) { partners[document] = partner }
    return partners
  }

  /// Finds the units that left their place: those off the heaviest chain of their family, and those
  /// that stand in another chapter that was there before.
  mutating func findMoves() {
    for family in [ComparedUnit.Family.provision, .division, .attachment, .table] {
      let links = old.indices.compactMap { i -> OrderChain.Link? in
        guard old[i].family == family, let j = newOfOld[i] else { return nil }
        return OrderChain.Link(old: i, new: j, weight: Float(old[i].text.count + 20))
      }
      for (link, isKept) in zip(links, OrderChain(links).isKept) where !isKept {
        isMoved[link.old] = true
      }
    }
    for i in old.indices where old[i].family == .provision {
      guard let j = newOfOld[i], let from = old[i].parent, let to = new[j].parent,
        let other = newOfOld[from], other != to, oldOfNew[to] != nil
      else { continue }
      isMoved[i] = true
    }
  }

  mutating func findParts() {
    var finder = PartFinder(old: old, new: new, features: features, newOfOld: newOfOld)
    finder.findDivisions(old: old, new: new, newOfOld: newOfOld)
    parts = finder.parts
  }

  /// All matches in the order of the new text.
  var ordered: [UnitPairing.Match] {
    var partsOfNew: [Int: [PartFinder.Part]] = [:]
    for part in parts { partsOfNew[part.new, default: []].append(part) }
    var groupOfOld: [Int: Alignment.Change] = [:]
    var groupOfNew: [Int: Alignment.Change] = [:]
    for part in parts {
      if part.change == .split { groupOfOld[part.old] = .split }
      if part.change == .merged { groupOfNew[part.new] = .merged }
    }
    let isPart = Set(parts.filter { $0.change == .merged }.map(\.old))
    var matches: [UnitPairing.Match] = []
    // Removed units follow what they followed in the old text.
    var removedAfter: [Int: [Int]] = [:]
    var last = -1
    for i in old.indices {
      if newOfOld[i] != nil {
        if !isMoved[i] { last = i }
      } else if !isPart.contains(i) {
        removedAfter[last, default: []].append(i)
      }
    }
    func addRemoved(after i: Int) {
      for removed in removedAfter[i] ?? [] {
        matches.append(UnitPairing.Match(old: removed, new: nil))
      }
    }
    addRemoved(after: -1)
    for j in new.indices {
      var pairs = (partsOfNew[j] ?? []).map {
        UnitPairing.Match(old: $0.old, new: j, group: $0.change)
      }
      if let i = oldOfNew[j] {
        pairs.append(
          UnitPairing.Match(
            old: i, new: j, isMoved: isMoved[i], group: groupOfOld[i] ?? groupOfNew[j]))
      } else if pairs.isEmpty {
        pairs = [UnitPairing.Match(old: nil, new: j)]
      }
      matches += pairs.sorted { ($0.old ?? 0) < ($1.old ?? 0) }
      if let i = oldOfNew[j] { addRemoved(after: i) }
    }
    return matches
  }
}

/// A kind of part around the numbered units, in one document.
private struct FrameKey: Hashable {
  let document: Int
  let level: NodeLevel
}
