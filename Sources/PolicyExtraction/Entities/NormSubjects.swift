public import PolicyLexicons
import PolicyStructure
import PolicyText

/// Brings entities and norms together: a category is an entity where it bears or receives a norm, so
/// those that norms name are entities, and those that stand outside all norms are none.
///
/// Source: `definitions`, Entities: categories where they bear or receive a norm.
public struct NormSubjects: Sendable {
  /// The heads of subjects by what they name.
  private let heads: [(kind: Head, words: WordSet)]
  private let pronouns: PronounMentions
  private let posts: WordSet
  /// The heads of names by the kind of body that they name.
  private let bodies: [(kind: Entity.Kind, words: WordSet)]

  private enum Head: String, CaseIterable {
    case category, post, organ, anyone, place
  }

  /// The rule with its lexicons compiled.
  ///
  /// - Throws: ``LexiconError`` with the first kind that no entity has.
  public init(lexicons: Lexicons) throws(LexiconError) {
    let rows = lexicons[.bearerHeads].rows
    heads = Head.allCases.map { kind in
      (kind, WordSet(rows.filter { $0[1] == kind.rawValue }.map { $0[0] }))
    }
    posts = WordSet(lexicons[.posts].rows.map { $0[0] })
    pronouns = try PronounMentions(lexicons: lexicons)
    let names = lexicons[.nameHeads]
    let kinds = try names.values(of: "kind", as: Entity.Kind.self)
    bodies =
      [(.department, WordSet(lexicons[.departmentHeads].rows.map { $0[0] }))]
      + Entity.Kind.allCases.map { kind in
        (kind, WordSet(zip(names.rows, kinds).filter { $1 == kind }.map { $0.0[0] }))
      }
  }

  /// The entities with those that norms name besides, and the norms and assignments that point to them.
  public func settle(
    _ entities: inout [Entity], norms: inout [Norm], assignments: inout [Assignment],
    in context: ExtractionContext
  ) {
    let scalars = context.reading.scalars
    let candidates = candidates(in: norms)
    if !candidates.isEmpty {
      var taken = TakenRanges(mentionsOf: entities)
      // Bytes are compared as they are; a string would be brought into a normal form first.
      var byName: [[UInt8]: Int] = [:]
      for index in entities.indices.reversed() {
        byName[Array(entities[index].canonical.utf8)] = index
      }
      for (norm, index) in candidates {
        let range = norms[norm].bearers[index].range
        guard !taken.meets(range), let kind = kind(of: range, in: scalars) else { continue }
        let name = String(scalars, in: range)
        let entity = byName[Array(name.utf8)] ?? entities.count
        if entity == entities.count {
          entities.append(Entity(canonical: name, kind: kind, generic: true))
          byName[Array(name.utf8)] = entity
        }
        entities[entity].mentions.append(Mention(node: norms[norm].node, range: range))
        norms[norm].bearers[index].entity = entity
        taken.insert(range)
      }
    }
    pronouns.add(to: &entities, norms: norms, in: context)
    // An interpretation speaks of parties throughout (劳动者请求支付的，人民法院予以支持), lists of grounds aside.
    let isInterpretation = context.document.metadata.authorityLevel == "司法解释"
    let nodes = context.document.nodes
    let recipients = RecipientNames.list(of: context) ?? 0..<0
    let governed = TakenRanges(governedBy: norms)
    for index in entities.indices where entities[index].isPlainCategory {
      entities[index].mentions.removeAll { mention in
        !governed.meets(mention.range) && !recipients.contains(mention.range.lowerBound)
          && !(isInterpretation && nodes[mention.node].level != .item)
      }
    }
    sort(&entities, norms: &norms, assignments: &assignments)
  }

  /// The explicit bearers that no entity names yet.
  private func candidates(in norms: [Norm]) -> [(norm: Int, bearer: Int)] {
    var found: [(norm: Int, bearer: Int)] = []
    for norm in norms.indices {
      for index in norms[norm].bearers.indices
      where norms[norm].bearers[index].origin == .explicit
        && norms[norm].bearers[index].entity == nil
      {
        found.append((norm, index))
      }
    }
    return found
  }

  /// What a subject is, by the word that ends its name; `nil` if no list has it.
  private func kind(of range: Range<Int>, in scalars: [Unicode.Scalar]) -> Entity.Kind? {
    guard 2...20 ~= range.count,
      range.allSatisfy({ scalars[$0].value >= 0x4E00 && scalars[$0].value < 0xA000 })
    else { return nil }
    let head = longest(of: heads, endingIn: range, in: scalars)
    switch head {
    case .category, .place: return .category
    case .anyone: return .anyone
    case .post:
      let count = posts.countEnding(before: range.upperBound, in: scalars, from: range.lowerBound)
      return count > 0 ? .person : .category
    case .organ:
      // Named bodies are read by the rules of names; what is left is a kind of department.
      let body = longest(of: bodies, endingIn: range, in: scalars) ?? .category
      return body
    case nil: return nil
    }
  }

  /// The kind of the longest word that a stretch ends in.
  private func longest<Kind>(
    of sets: [(kind: Kind, words: WordSet)], endingIn range: Range<Int>,
    in scalars: [Unicode.Scalar]
  ) -> Kind? {
    var best: (count: Int, kind: Kind)?
    for (kind, words) in sets {
      let count = words.countEnding(
        before: range.upperBound, in: scalars, from: range.lowerBound)
      if count > best?.count ?? 0 { best = (count, kind) }
    }
    return best?.kind
  }

  /// Puts entities in the order of their first mentions, and leaves out those without any.
  private func sort(
    _ entities: inout [Entity], norms: inout [Norm], assignments: inout [Assignment]
  ) {
    for index in entities.indices
    where !entities[index].mentions.isOrdered(by: \.range.lowerBound) {
      entities[index].mentions.sort { $0.range.lowerBound < $1.range.lowerBound }
    }
    let order = entities.indices.filter { !entities[$0].mentions.isEmpty }.sorted {
      entities[$0].mentions[0].range.lowerBound < entities[$1].mentions[0].range.lowerBound
    }
    var places = [Int?](repeating: nil, count: entities.count)
    for (place, index) in order.enumerated() { places[index] = place }
    for norm in norms.indices {
      for index in norms[norm].bearers.indices {
        norms[norm].bearers[index].entity =
          norms[norm].bearers[index].entity.flatMap { places[$0] }
      }
    }
    for assignment in assignments.indices {
      for index in assignments[assignment].parties.indices {
        let entity = assignments[assignment].parties[index].entity
        assignments[assignment].parties[index].entity = places[entity] ?? entity
      }
    }
    entities = order.map { entities[$0] }
  }
}

extension Entity {
  /// 企业, 学生: a kind of people or bodies, which is named only where a norm falls on it.
  fileprivate var isPlainCategory: Bool { kind == .category && generic }
}

/// Ranges that do not meet, in their order.
private struct TakenRanges {
  private var ranges: [Range<Int>]

  /// The mentions of entities, none of which meet.
  init(mentionsOf entities: [Entity]) {
    ranges = []
    for index in entities.indices {
      for mention in entities[index].mentions { ranges.append(mention.range) }
    }
    ranges.sort { $0.lowerBound < $1.lowerBound }
  }

  /// What norms say, with their conditions and exceptions, joined where they meet.
  init(governedBy norms: [Norm]) {
    var all: [Range<Int>] = []
    for index in norms.indices {
      all.append(norms[index].range)
      all.append(contentsOf: norms[index].conditions)
      all.append(contentsOf: norms[index].exceptions)
    }
    all.sort { $0.lowerBound < $1.lowerBound }
    ranges = []
    for range in all {
      if let last = ranges.indices.last, ranges[last].upperBound >= range.lowerBound {
        let end = max(ranges[last].upperBound, range.upperBound)
        ranges[last] = ranges[last].lowerBound..<end
      } else {
        ranges.append(range)
      }
    }
  }

  /// Whether a range meets one of them.
  func meets(_ range: Range<Int>) -> Bool {
    let index = place(of: range)
    return index < ranges.count && ranges[index].lowerBound < range.upperBound
  }

  mutating func insert(_ range: Range<Int>) {
    ranges.insert(range, at: place(of: range))
  }

  /// The index of the first that ends behind the beginning of a range.
  private func place(of range: Range<Int>) -> Int {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Array {
  /// Whether the elements go up by a value of theirs.
  fileprivate func isOrdered(by value: (Element) -> Int) -> Bool {
    indices.dropFirst().allSatisfy { value(self[$0 - 1]) <= value(self[$0]) }
  }
}
