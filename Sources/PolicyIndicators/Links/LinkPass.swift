internal import Foundation
internal import PolicyExtraction
internal import PolicyStructure
internal import PolicyText

/// One document's links in the making.
struct LinkPass {
  /// What is to be linked.
  struct Subject {
    let id: IndicatorLink.Subject
    let node: Int
    let range: Range<Int>
    /// The words that tell what it is about.
    let words: [Range<Int>]
    /// The nearest of them: where they tell enough, the others are not asked.
    var nearWords: Range<Int>?
    let quantities: [Int]
    let entities: Set<Int>
  }

  /// An indicator that may be meant, and why.
  struct Candidate {
    var score: Double
    var unit: Int?
    var evidence: [String] = []
    /// Whether the section is about it, which holds whatever else the words fit better.
    var isPlace = false
  }

  /// Below this score there is no link.
  private static let threshold = 0.66
  /// How far below the best another may be.
  private static let margin = 0.12
  private static let mostLinks = 3

  let indicators: [Indicator]
  let quantities: [Quantity]
  let document: PolicyDocument
  let reading: ReadingText
  let text: [Unicode.Scalar]
  private let units: LinkUnits
  private let places: HeadingPlaces
  private let codes: CodeIndex
  private let rows: [(range: Range<Int>, indicator: Int)]
  private let names: [Int: String]
  private let hasParts: Set<Int>
  private let measures: MeasureWords
  private let uncounted: UncountedNouns
  /// The indicators whose cells have a number that tells.
  private(set) var targets: [TargetKey: [Int]] = [:]

  init(
    _ indicators: [Indicator], quantities: [Quantity], entities: [Entity],
    document: PolicyDocument, reading: ReadingText, measures: MeasureWords,
    uncounted: UncountedNouns
  ) {
    self.measures = measures
    self.uncounted = uncounted
    self.indicators = indicators
    self.quantities = quantities
    self.document = document
    self.reading = reading
    text = reading.scalars
    var units = LinkUnits(indicators, measures: measures)
    for node in document.nodes where node.level != .table {
      for range in [node.heading, node.text, node.tail].compactMap({ $0 }) where !range.isEmpty {
        units.pass(TermIndex.keys(range, in: reading.scalars))
      }
    }
    units.close()
    self.units = units
    places = HeadingPlaces(document, units: units, text: reading.scalars)
    codes = CodeIndex(indicators)
    rows = indicators.enumerated().flatMap { index, indicator in
      indicator.cells.map { ($0, index) }
    }.sorted { ($0.0.lowerBound, $0.1) < ($1.0.lowerBound, $1.1) }
    var names: [Int: String] = [:]
    for (index, entity) in entities.enumerated() { names[index] = entity.canonical }
    self.names = names
    hasParts = Set(indicators.compactMap(\.parent))
    for (index, indicator) in indicators.enumerated() {
      for quantity in indicator.quantities where isTelling(quantities[quantity]) {
        targets[TargetKey(quantities[quantity]), default: []].append(index)
      }
    }
  }

  /// The links of a subject, the best first.
  func links(_ subject: Subject) -> [IndicatorLink] {
    if let row = row(of: subject.range) {
      return [
        IndicatorLink(
          indicator: row, subject: subject.id, score: 1, evidence: ["在该指标所在的行"])
      ]
    }
    if case .quantity(let index) = subject.id, !tells(quantities[index]) { return [] }
    var candidates: [Int: Candidate] = [:]
    if let near = subject.nearWords { candidates = byWords([near], subject) }
    if asksFurther(subject), !candidates.values.contains(where: { $0.score >= Self.threshold }) {
      candidates = byWords(subject.words, subject)
    }
    addPlace(of: subject, to: &candidates)
    addQuantities(of: subject, to: &candidates)
    addEntities(of: subject, to: &candidates)
    addTwins(of: subject, to: &candidates)
    for index in codes.indicators(in: subject.range, of: text) {
      candidates[index] = Candidate(
        score: 0.98, unit: nil, evidence: ["原文写明代码\(indicators[index].code ?? "")"])
    }
    return chosen(candidates, subject)
  }

  /// Whether a quantity can be of an indicator: no count of indicators or aspects (4个一级指标, 三个方面),
  /// no mere date.
  private func tells(_ quantity: Quantity) -> Bool {
    switch quantity.kind {
    case .date, .dateRange: return quantity.role == .deadline || quantity.role == .target
    case .quantity, .number: return !uncounted.follow(quantity.range, in: text)
    default: return true
    }
  }

  /// Whether the words around a clause may tell what it leaves out: of a date or a count of things (分两个
  /// 阶段) they do not.
  private func asksFurther(_ subject: Subject) -> Bool {
    guard case .quantity(let index) = subject.id else { return true }
    switch quantities[index].kind {
    case .date, .dateRange, .duration: return false
    case .quantity, .number: return quantities[index].unit != nil && quantities[index].unit != "个"
    default: return true
    }
  }

  // MARK: Evidence

  /// The indicator in whose cells a stretch stands; of several the last, which is the deepest.
  private func row(of range: Range<Int>) -> Int? {
    var place = rows.partitioningIndex { $0.range.lowerBound > range.lowerBound }
    while place > 0, rows[place - 1].range.upperBound >= range.upperBound {
      let found = rows[place - 1]
      if found.range.lowerBound <= range.lowerBound { return found.indicator }
      place -= 1
    }
    return nil
  }

  private func byWords(_ words: [Range<Int>], _ subject: Subject) -> [Int: Candidate] {
    var keys: Set<UInt64> = []
    for range in words { keys.formUnion(TermIndex.keys(range, in: text)) }
    var candidates: [Int: Candidate] = [:]
    let place = places.places[subject.node]
    // Of units that weigh alike the first is taken.
    for (unit, match) in units.index.matches(keys).sorted(by: { $0.key < $1.key }) {
      let indicator = units.units[unit].indicator
      if units.units[unit].isName, isCommonName(indicator) { continue }
      if indicators[indicator].node == subject.node, document.nodes[subject.node].level == .table {
        continue
      }
      let least = units.units[unit].isName ? 2 : 4
      guard match.pairs >= min(least, units.index.keys(of: unit).count) else { continue }
      var score = match.weight / max(units.index.totals[unit], 0.1)
      if units.index.keys(of: unit).count < 2 { score *= 0.7 }
      score *= (units.units[unit].isName ? 0.9 : 0.85) * units.units[unit].worth
      if isUnfit(subject, for: indicator) { score -= 0.3 }
      if let place, indicators[place.indicator].node == indicators[indicator].node {
        score += lies(indicator, under: place.indicator) ? 0.12 : -0.12
      }
      if score > candidates[indicator]?.score ?? 0 {
        candidates[indicator] = Candidate(score: score, unit: unit)
      }
    }
    return candidates
  }

  /// Whether a subject is a share or an amount of money, and an indicator counts (人数).
  private func isUnfit(_ subject: Subject, for indicator: Int) -> Bool {
    guard case .quantity(let index) = subject.id else { return false }
    return (quantities[index].kind == .percent || quantities[index].kind == .money)
      && measures.isCount(indicators[indicator].name)
  }

  /// Whether the name of an indicator that has parts is so short that its words alone tell nothing: 政策实施.
  private func isCommonName(_ indicator: Int) -> Bool {
    hasParts.contains(indicator) && indicators[indicator].name.unicodeScalars.count <= 4
  }

  /// Whether an indicator is another or part of it.
  private func lies(_ indicator: Int, under other: Int) -> Bool {
    var next: Int? = indicator
    while let index = next {
      if index == other { return true }
      next = indicators[index].parent
    }
    return false
  }

  private func addPlace(of subject: Subject, to candidates: inout [Int: Candidate]) {
    guard let place = places.places[subject.node], !isCount(subject),
      let heading = document.nodes[place.node].heading
    else { return }
    var candidate = candidates[place.indicator] ?? Candidate(score: 0, unit: nil)
    candidate.score = max(candidate.score, 0.6 + 0.3 * place.fit)
    candidate.isPlace = true
    candidate.evidence.append("位于“\(reading.compactWords(of: heading))”之下")
    candidates[place.indicator] = candidate
  }

  /// Whether a subject is a count (70人, 6所): what a section is about says too little of what it counts.
  private func isCount(_ subject: Subject) -> Bool {
    guard case .quantity(let index) = subject.id else { return false }
    switch quantities[index].kind {
    case .percent, .score, .money: return false
    default: return true
    }
  }

  private func addEntities(of subject: Subject, to candidates: inout [Int: Candidate]) {
    let mine = subject.entities.compactMap { names[$0] }.sorted()
    guard !mine.isEmpty else { return }
    for (indicator, candidate) in candidates where candidate.score >= 0.3 {
      let departments = indicators[indicator].departments
      guard
        let same = mine.first(where: { name in
          departments.contains { $0.contains(name) || name.hasSuffix($0) }
        })
      else { continue }
      candidates[indicator]?.score += 0.1
      candidates[indicator]?.evidence.append("同一主体：\(same)")
    }
  }

  /// What bears on a target (教师培训, 700人) bears on the indicator of another table that measures it
  /// (教师培训完成率).
  private func addTwins(of subject: Subject, to candidates: inout [Int: Candidate]) {
    for (indicator, candidate) in candidates where candidate.score >= Self.threshold {
      for twin in units.twins[indicator]
      where (candidates[twin]?.score ?? 0) < candidate.score && !isUnfit(subject, for: twin) {
        candidates[twin] = Candidate(
          score: candidate.score, unit: candidate.unit,
          evidence: candidate.evidence + ["与“\(indicators[indicator].name)”是同一事项"])
      }
    }
  }

  // MARK: Choice

  private func chosen(_ candidates: [Int: Candidate], _ subject: Subject) -> [IndicatorLink] {
    let good = candidates.filter { $0.value.score >= Self.threshold }
      .sorted { ($1.value.score, $0.key) < ($0.value.score, $1.key) }
    // Each system of indicators (a target table, a table of scores) has a best of its own.
    var best: [Int: Double] = [:]
    return good.filter { index, candidate in
      let system = indicators[index].node ?? -1
      let top = best[system] ?? candidate.score
      best[system] = top
      // A number is of the part that the words around it name, not of all that the section is about.
      if case .quantity = subject.id, candidate.isPlace, candidate.unit == nil,
        good.contains(where: { $0.key != index && lies($0.key, under: index) })
      {
        return false
      }
      return candidate.isPlace || candidate.score >= top - Self.margin
    }
    .prefix(Self.mostLinks).map { index, candidate in
      var evidence = candidate.evidence
      if let unit = candidate.unit {
        let terms = sharedTerms(subject, unit: unit)
        if !terms.isEmpty { evidence.insert("共有词：" + terms.joined(separator: "、"), at: 0) }
      }
      return IndicatorLink(
        indicator: index, subject: subject.id,
        score: (min(1, candidate.score) * 100).rounded() / 100, evidence: evidence)
    }
  }

  /// The longest runs of words that a subject shares with a unit, at most four.
  private func sharedTerms(_ subject: Subject, unit: Int) -> [String] {
    let keys = Set(units.index.keys(of: unit))
    var runs: [Range<Int>] = []
    for range in subject.words {
      TermIndex.walk(range, in: text) { key, first, second in
        guard keys.contains(key) else { return }
        if let last = runs.last, last.upperBound == first + 1 {
          runs[runs.count - 1] = last.lowerBound..<second + 1
        } else {
          runs.append(first..<second + 1)
        }
      }
    }
    var seen: Set<String> = []
    return runs.sorted { ($1.count, $0.lowerBound) < ($0.count, $1.lowerBound) }
      .map { reading.compactWords(of: $0) }.filter { seen.insert($0).inserted }.prefix(4).map { $0 }
  }
}
