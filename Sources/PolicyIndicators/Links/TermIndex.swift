internal import Foundation

/// An inverted index: for each pair of neighbouring characters, the texts that have it, weighed by how few
/// they are.
///
/// Pairs need no dictionary, and a shared word of n characters counts as n − 1 pairs. Marks end a run, 的
/// and 和 are passed over (教师的满意度 and 教师满意度 meet), digits count for nothing.
struct TermIndex {
  /// Pairs in more texts than this tell nothing, and would make matching quadratic.
  private static let postingLimit = 64

  private var postings: [UInt64: [Int32]] = [:]
  private(set) var count = 0
  /// For each text, what all its pairs weigh.
  private(set) var totals: [Double] = []
  private var keysOfText: [[UInt64]] = []
  /// In how many passages of the document a pair stands.
  private var passages: [UInt64: Int] = [:]
  private var passageCount = 0

  /// Adds a text and gives its number.
  @discardableResult
  mutating func add(_ keys: [UInt64]) -> Int {
    let number = count
    for key in Set(keys) { postings[key, default: []].append(Int32(number)) }
    keysOfText.append(keys)
    count += 1
    return number
  }

  /// Takes note of a passage of the document, for how common its pairs are.
  mutating func pass(_ keys: [UInt64]) {
    passageCount += 1
    for key in Set(keys) where postings[key] != nil { passages[key, default: 0] += 1 }
  }

  /// Weighs the texts, when all are added and all passages noted.
  mutating func close() {
    // Added in order: the last digits of a sum depend on it, and sets have another order in each run.
    totals = keysOfText.map { keys in Set(keys).sorted().reduce(0) { $0 + weight($1) } }
  }

  /// How much a pair tells: much if few texts and passages have it.
  func weight(_ key: UInt64) -> Double {
    guard let texts = postings[key]?.count else { return 1 }
    if texts > Self.postingLimit { return 0 }
    let rarity = log(Double(count + passageCount + 2) / Double(texts + (passages[key] ?? 0) + 1))
    return max(0.1, rarity)
  }

  /// For each text that shares a pair with some keys, what the shared pairs weigh and how many they are.
  func matches(_ keys: Set<UInt64>) -> [Int: (weight: Double, pairs: Int)] {
    var found: [Int: (weight: Double, pairs: Int)] = [:]
    for key in keys.sorted() {
      guard let texts = postings[key], texts.count <= Self.postingLimit else { continue }
      let weight = weight(key)
      for text in texts {
        found[Int(text), default: (0, 0)].weight += weight
        found[Int(text), default: (0, 0)].pairs += 1
      }
    }
    return found
  }

  /// The pairs of a text.
  func keys(of text: Int) -> [UInt64] { keysOfText[text] }

  /// The pairs of a stretch of words.
  static func keys(_ range: Range<Int>, in text: [Unicode.Scalar]) -> [UInt64] {
    var keys: [UInt64] = []
    keys.reserveCapacity(range.count)
    walk(range, in: text) { key, _, _ in keys.append(key) }
    return keys
  }

  /// The pairs of words that are no part of the text.
  static func keys(_ words: String) -> [UInt64] {
    let scalars = Array(words.unicodeScalars)
    return keys(0..<scalars.count, in: scalars)
  }

  /// Calls back with each pair and where its characters stand.
  static func walk(
    _ range: Range<Int>, in text: [Unicode.Scalar], _ body: (UInt64, Int, Int) -> Void
  ) {
    var last: Int?
    for offset in range {
      let scalar = text[offset]
      switch scalar {
      case "的", "和", "与", "及", "了": continue
      default: break
      }
      guard isWord(scalar) else {
        last = nil
        continue
      }
      if let last { body(UInt64(text[last].value) << 32 | UInt64(scalar.value), last, offset) }
      last = offset
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    return (value >= 0x3400 && value <= 0x9FFF) || (value >= 0x41 && value <= 0x5A)
      || (value >= 0x61 && value <= 0x7A) || value >= 0x20000
  }
}
