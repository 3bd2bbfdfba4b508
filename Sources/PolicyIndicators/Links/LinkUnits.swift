internal import PolicyText

/// What the words of indicators are compared by: each name, and each clause of a long name or criterion, is
/// a text of the index.
struct LinkUnits {
  /// A text of the index and the indicator that it is of.
  struct Unit {
    let indicator: Int
    let isName: Bool
    /// How much of a full match it is worth.
    var worth = 1.0
  }

  private(set) var units: [Unit] = []
  private(set) var index = TermIndex()
  /// For each indicator, the unit of its name.
  private(set) var names: [Int?]
  /// For each indicator, those of other tables that are of the same matter: 教师培训 and 教师培训完成率.
  private(set) var twins: [[Int]]

  /// Names of more characters are sentences: their clauses are compared one by one.
  private static let nameLimit = 24

  init(_ indicators: [Indicator], measures: MeasureWords) {
    names = Array(repeating: nil, count: indicators.count)
    twins = LinkUnits.twins(indicators, measures: measures)
    let groups = Set(indicators.compactMap(\.parent).map { indicators[$0].name })
    for (place, indicator) in indicators.enumerated() {
      if !LinkUnits.isSentence(indicator.name) {
        names[place] = add(TermIndex.keys(indicator.name), of: place, isName: true)
        // 教师培训完成率 is about 教师培训, whether or not the text says 完成率.
        if let topic = measures.topic(of: indicator.name), !groups.contains(topic) {
          _ = add(TermIndex.keys(topic), of: place, isName: true, worth: 0.9)
        }
      } else {
        addClauses(of: indicator.name, of: place)
      }
      if let criterion = indicator.criterion, criterion != indicator.name {
        addClauses(of: criterion, of: place)
      }
    }
  }

  private static func twins(_ indicators: [Indicator], measures: MeasureWords) -> [[Int]] {
    var topics: [String: [Int]] = [:]
    for (place, indicator) in indicators.enumerated() where !isSentence(indicator.name) {
      topics[measures.topic(of: indicator.name) ?? indicator.name, default: []].append(place)
    }
    var twins = [[Int]](repeating: [], count: indicators.count)
    // Of a topic that many indicators have, none is the other's twin.
    for places in topics.values where places.count > 1 && places.count <= 4 {
      for place in places {
        twins[place] = places.filter { indicators[$0].node != indicators[place].node }
      }
    }
    return twins
  }

  /// Whether a name is a sentence or more: it is long, or has commas.
  private static func isSentence(_ name: String) -> Bool {
    name.unicodeScalars.count > nameLimit || name.unicodeScalars.contains { folded($0) == "，" }
  }

  private mutating func add(
    _ keys: [UInt64], of indicator: Int, isName: Bool, worth: Double = 1
  ) -> Int? {
    guard !keys.isEmpty else { return nil }
    units.append(Unit(indicator: indicator, isName: isName, worth: worth))
    return index.add(keys)
  }

  private mutating func addClauses(of words: String, of indicator: Int) {
    let scalars = words.unicodeScalars.map { folded($0) }
    var start = 0
    for offset in 0...scalars.count
    where offset == scalars.count || "，。；：！？\n".unicodeScalars.contains(scalars[offset]) {
      let keys = TermIndex.keys(start..<offset, in: scalars)
      if keys.count >= 4 { _ = add(keys, of: indicator, isName: false) }
      start = offset + 1
    }
  }

  mutating func pass(_ keys: [UInt64]) { index.pass(keys) }
  mutating func close() { index.close() }
}
