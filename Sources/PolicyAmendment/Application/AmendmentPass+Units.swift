import PolicyExtraction
import PolicyStructure
import PolicyText

/// Series of units, and instructions that take units out or give them another number.
extension AmendmentPass {
  // MARK: Series

  /// The series that a unit is of.
  func key(of unit: AmendableText.Unit) -> SeriesKey? {
    let node = text.nodes[unit.node]
    switch unit.unit {
    case .article: return .articles
    case .paragraph:
      if node.level == .article { return .paragraphs(of: unit.node) }
      return node.parent.flatMap {
        text.nodes[$0].level == .article ? .paragraphs(of: $0) : nil
      }
    case .item, .subitem: return node.parent.map { .items(of: $0) }
    case .part, .subpart, .chapter, .section: return .divisions(below: node.parent, unit.unit)
    case .division: return node.level == .heading ? .articles : nil
    }
  }

  func units(of key: SeriesKey) -> [AmendableText.Unit] {
    switch key {
    case .articles:
      return text.hasArticles ? text.articleNodes.compactMap(text.unit) : text.mainHeadings
    case .divisions(let parent, let unit):
      return text.nodes.indices.filter { text.nodes[$0].parent == parent }.compactMap(text.unit)
        .filter { $0.unit == unit }
    case .paragraphs(let article): return text.paragraphs(of: article)
    case .items(let holder): return text.items(of: holder)
    }
  }

  /// Begins the work on a series.
  mutating func open(_ key: SeriesKey) {
    guard series[key] == nil else { return }
    let units = units(of: key)
    let follows =
      switch key {
      case .paragraphs, .items: true
      case .articles, .divisions: false
      }
    series[key] = SeriesWork(
      units: units,
      series: UnitSeries(
        members: units.map { UnitSeries.Member(values: $0.values) }, alwaysFollows: follows))
  }

  mutating func change(
    _ unit: AmendableText.Unit, _ body: (inout UnitSeries.Member, Int) -> Void
  ) throws(Refusal) {
    guard let key = key(of: unit) else { throw .unread }
    open(key)
    guard let member = series[key]?.member(unit) else { throw .missing("") }
    if var work = series[key] {
      body(&work.series.members[member], member)
      series[key] = work
    }
  }

  mutating func bring(
    _ words: NewWords?, _ newcomer: UnitSeries.Newcomer, to key: SeriesKey
  ) {
    open(key)
    series[key]?.series.newcomers.append(newcomer)
    series[key]?.provisions.append(words)
  }

  // MARK: 删去

  mutating func delete(_ address: UnitAddress, _ index: Int) throws(Refusal) {
    let unit = try find(address, index)
    guard !edits.isTaken(unit.range) else { throw .conflict(address.citation) }
    if let key = key(of: unit) {
      if case .paragraphs = key, units(of: key).count < 2 { throw .only(address.citation) }
      try change(unit) { member, _ in member.isDeleted = true }
      if unit.unit < .article { silence(articlesIn: unit.node) }
    } else {
      edits.cut(text.cutRange(of: unit.range))
    }
  }

  /// Marks the articles of a division that is taken out whole.
  mutating func silence(articlesIn node: Int) {
    open(.articles)
    guard var work = series[.articles] else { return }
    for (member, unit) in work.units.enumerated()
    where unit.node > node && unit.node < text.nodes[node].subtreeEnd {
      work.series.members[member].isDeleted = true
      work.silent.insert(member)
    }
    series[.articles] = work
  }

  // MARK: 改为

  mutating func renumber(
    _ origins: [UnitAddress], _ new: UnitAddress, _ index: Int
  ) throws(Refusal) {
    var found: [AmendableText.Unit] = []
    for origin in origins { found.append(try find(origin, index)) }
    guard let first = found.first, let last = new.steps.last else { throw .unread }
    if last.unit == .article, found.allSatisfy({ $0.unit == .paragraph }) {
      try detach(found, as: last.values, index)
      return
    }
    guard found.allSatisfy({ $0.unit == first.unit }),
      last.unit == first.unit || first.unit == .division
    else { throw .unread }
    try change(first) { member, _ in
      if member.values != last.values { member.becomes = (last.values, index) }
    }
    for other in found.dropFirst() { try merge(other, into: first) }
  }

  /// Paragraphs that become an article of their own.
  mutating func detach(
    _ paragraphs: [AmendableText.Unit], as values: [Int], _ index: Int
  ) throws(Refusal) {
    guard let first = paragraphs.first, let last = paragraphs.last,
      text.nodes[first.node].level == .paragraph
    else { throw .unread }
    let range = first.range.lowerBound..<last.range.upperBound
    guard !edits.isTaken(range) else { throw .conflict(UnitAddress.document.citation) }
    for paragraph in paragraphs {
      try change(paragraph) { member, _ in member.isDeleted = true }
    }
    bring(.moved(range), UnitSeries.Newcomer(instruction: index, becomes: values), to: .articles)
  }

  /// Joins a unit to the one before it, whose last words it becomes; of a chapter only the title goes.
  mutating func merge(
    _ unit: AmendableText.Unit, into first: AmendableText.Unit
  ) throws(Refusal) {
    if unit.unit < .article, let key = key(of: unit) {
      let title = unit.range.lowerBound..<text.headingEnd(of: unit)
      guard !edits.isTaken(title) else { throw .conflict("") }
      edits.cut(text.cutRange(of: title))
      try change(unit) { member, _ in member.isDeleted = true }
      if let member = series[key]?.member(unit) { series[key]?.silent.insert(member) }
      return
    }
    guard let key = key(of: unit), unit.unit == .article || unit.unit == .paragraph else {
      throw .unread
    }
    let head = text.gapStart(before: unit.range.lowerBound)..<unit.words
    guard !edits.isTaken(unit.range) else { throw .conflict("") }
    edits.replace(head, with: unit.unit == .article ? text.layout.gap(.paragraph) : [])
    try change(unit) { member, _ in member.isDeleted = true }
    if let member = series[key]?.member(unit) { series[key]?.silent.insert(member) }
  }
}
