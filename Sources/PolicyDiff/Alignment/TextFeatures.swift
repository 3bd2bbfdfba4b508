internal import Foundation
internal import PolicyText

/// 文字特征: the pairs of neighbouring characters of each unit, rare ones weighing more.
///
/// Pairs stand for words: they need no dictionary, and a word that is half changed still has half of
/// them. The weight of a pair is the logarithm of how few units of both texts hold it, so that
/// 应当 and 有关部门 tell next to nothing and 废旧金属 a lot.
struct TextFeatures {
  /// The pairs of one unit, sorted, as often as they stand in it, and what they weigh together.
  struct Bag {
    var pairs: [Int32]
    var weight: Float
  }

  /// For each unit of the old text.
  private(set) var old: [Bag] = []
  /// For each unit of the new text.
  private(set) var new: [Bag] = []
  /// For each pair what it weighs.
  private(set) var weights: [Float] = []

  /// The features of the units of two texts.
  init(old oldUnits: [ComparedUnit], new newUnits: [ComparedUnit]) {
    let length = oldUnits.reduce(0) { $0 + $1.text.count }
    var table = BigramTable(expecting: length)
    old = oldUnits.map { Bag(pairs: Self.pairs(of: $0, in: &table), weight: 0) }
    new = newUnits.map { Bag(pairs: Self.pairs(of: $0, in: &table), weight: 0) }
    var unitsWith = [Int32](repeating: 0, count: table.count)
    for bag in old + new {
      var last: Int32 = -1
      for pair in bag.pairs where pair != last {
        unitsWith[Int(pair)] += 1
        last = pair
      }
    }
    let units = Float(old.count + new.count + 1)
    weights = unitsWith.map { max(logf(units / Float(max($0, 2))), 0.05) }
    for index in old.indices { old[index].weight = weight(of: old[index].pairs) }
    for index in new.indices { new[index].weight = weight(of: new[index].pairs) }
  }

  /// The pairs of a unit's own words, without its number.
  private static func pairs(of unit: ComparedUnit, in table: inout BigramTable) -> [Int32] {
    var pairs: [Int32] = []
    let scalars = unit.text.folded
    pairs.reserveCapacity(scalars.count)
    var last: Unicode.Scalar?
    for offset in unit.text.bodyStart..<max(scalars.count, unit.text.bodyStart) {
      let scalar = scalars[offset]
      guard isWord(scalar) else {
        last = nil
        continue
      }
      if let last { pairs.append(table.id(last, scalar)) }
      last = scalar
    }
    pairs.sort()
    return pairs
  }

  /// Whether a scalar is part of a word: an ideograph, a letter or a digit.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x3400 && scalar.value < 0xFE00 || scalar.value == 0x3007
      || isWordCharacter(scalar) || scalar.value >= 0x20000
  }

  /// What some pairs weigh together.
  func weight(of pairs: [Int32]) -> Float {
    pairs.reduce(0) { $0 + weights[Int($1)] }
  }

  /// What the pairs weigh that two sorted lists have in common.
  func common(_ left: [Int32], _ right: [Int32]) -> Float {
    var (i, j) = (0, 0)
    var sum: Float = 0
    while i < left.count && j < right.count {
      if left[i] == right[j] {
        sum += weights[Int(left[i])]
        i += 1
        j += 1
      } else if left[i] < right[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return sum
  }

  /// The pairs of one list that another does not have.
  func rest(of left: [Int32], without right: [Int32]) -> [Int32] {
    var rest: [Int32] = []
    var j = 0
    for pair in left {
      while j < right.count && right[j] < pair { j += 1 }
      if j < right.count && right[j] == pair { j += 1 } else { rest.append(pair) }
    }
    return rest
  }

  /// How alike two units are, from 0 to 1.
  ///
  /// The share of what they have in common, and in part the share of the shorter one that stands in
  /// the longer: an article that got three new paragraphs is still the same article.
  func similarity(old i: Int, new j: Int) -> Float {
    let (left, right) = (old[i], new[j])
    let smaller = min(left.weight, right.weight)
    guard smaller > 0 else { return 0 }
    let shared = common(left.pairs, right.pairs)
    let dice = 2 * shared / (left.weight + right.weight)
    // Few words stand in many a long text by chance.
    let contained = shared / (smaller + 24)
    return max(dice, 0.6 * dice + 0.4 * contained)
  }
}
