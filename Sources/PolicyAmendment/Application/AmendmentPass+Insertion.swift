import PolicyExtraction
import PolicyStructure
import PolicyText

/// 增加: new units.
extension AmendmentPass {
  mutating func insert(_ insertion: Insertion, _ index: Int) throws(Refusal) {
    if let new = insertion.becomes.first { verdicts[index].target = new.id }
    switch insertion.unit {
    case .article, .division: try insertArticles(insertion, index)
    case .part, .subpart, .chapter, .section: try insertDivision(insertion, index)
    case .paragraph: try insertParagraphs(insertion, index)
    case .item, .subitem: try insertItems(insertion, index)
    }
  }

  mutating func insertArticles(_ insertion: Insertion, _ index: Int) throws(Refusal) {
    if insertion.provision.lines.contains(where: {
      ProvisionLine.number(in: $0).map { $0.unit < .article && $0.unit != .division } ?? false
    }) {
      try insertBlock(insertion, index, place: articlePlace(insertion, index))
      return
    }
    let groups = ProvisionGroup.articles(
      insertion.provision.lines, count: max(insertion.becomes.count, insertion.count),
      isHeading: !text.hasArticles)
    let place = try articlePlace(insertion, index)
    for (part, group) in groups.enumerated() {
      let new =
        part < insertion.becomes.count ? insertion.becomes[part].steps.last?.values : group.values
      var newcomer = place
      newcomer.becomes = new
      bring(.lines(group.lines), newcomer, to: .articles)
    }
  }

  /// Where new articles go, as far as the instruction says.
  mutating func articlePlace(
    _ insertion: Insertion, _ index: Int
  ) throws(Refusal) -> UnitSeries.Newcomer {
    open(.articles)
    var newcomer = UnitSeries.Newcomer(instruction: index)
    let members = series[.articles]?.units ?? []
    if let neighbour = insertion.neighbour {
      let unit = try find(neighbour, index)
      if unit.unit < .article {
        newcomer.among = self.members(members, in: unit.node)
      } else if let member = series[.articles]?.member(unit) {
        // 第十七条之一 and numbers that follow give the place as well, among other new ones.
        newcomer.neighbour = (member, insertion.isAfter)
      }
    } else if let parent = insertion.parent {
      newcomer.among = self.members(members, in: try find(parent, index).node)
    }
    if let new = insertion.becomes.first { verdicts[index].target = new.id }
    return newcomer
  }

  func members(_ units: [AmendableText.Unit], in node: Int) -> Range<Int>? {
    let inside = units.indices.filter {
      units[$0].node > node && units[$0].node < text.nodes[node].subtreeEnd
    }
    guard let first = inside.first, let last = inside.last else { return nil }
    return first..<last + 1
  }

  mutating func insertDivision(_ insertion: Insertion, _ index: Int) throws(Refusal) {
    let level = insertion.unit
    if let neighbour = insertion.neighbour, neighbour.unit == .article {
      try insertTitle(insertion, before: neighbour, index)
      return
    }
    guard !ProvisionGroup.articleNumbers(insertion.provision.lines).isEmpty else {
      throw .empty(insertion.becomes.first?.citation ?? "新增内容")
    }
    var parent: Int?
    var newcomer = UnitSeries.Newcomer(
      instruction: index, becomes: insertion.becomes.first?.steps.last?.values)
    if let neighbour = insertion.neighbour {
      let unit = try find(neighbour, index)
      parent = text.nodes[unit.node].parent
      let key = SeriesKey.divisions(below: parent, level)
      open(key)
      if let member = series[key]?.member(unit) { newcomer.neighbour = (member, insertion.isAfter) }
    } else if let address = insertion.parent {
      parent = try find(address, index).node
    } else if let steps = insertion.becomes.first?.steps, steps.count > 1 {
      parent = try find(UnitAddress(.body, Array(steps.dropLast())), index).node
    } else {
      let sample = text.nodes.indices.first { text.unit(of: $0)?.unit == level }
      parent = sample.flatMap { text.nodes[$0].parent }
    }
    if let new = insertion.becomes.first { verdicts[index].target = new.id }
    if newcomer.becomes == nil, let number = ProvisionLine.number(in: insertion.provision.lines[0])
    {
      newcomer.becomes = number.values
    }
    bring(nil, newcomer, to: .divisions(below: parent, level))
    var place = UnitSeries.Newcomer(instruction: index)
    if let neighbour = insertion.neighbour, insertion.isAfter {
      let unit = try find(neighbour, index)
      open(.articles)
      if let among = members(series[.articles]?.units ?? [], in: unit.node) {
        place.neighbour = (among.upperBound - 1, true)
      }
    }
    try insertBlock(insertion, index, place: place)
  }

  /// 在第八条前增加一章，作为第四章：“第四章　审定”: a title that cuts a chapter in two.
  private mutating func insertTitle(
    _ insertion: Insertion, before neighbour: UnitAddress, _ index: Int
  ) throws(Refusal) {
    let article = try find(neighbour, index)
    var holder = text.nodes[article.node].parent
    while let node = holder, text.unit(of: node)?.unit != insertion.unit {
      holder = text.nodes[node].parent
    }
    let lines = insertion.provision.lines
    guard !insertion.isAfter, lines.count == 1, let number = ProvisionLine.number(in: lines[0]),
      number.unit == insertion.unit, let holder, let division = text.unit(of: holder)
    else { throw .place(insertion.becomes.first?.citation ?? "新增内容") }
    let place = text.gapStart(before: article.range.lowerBound)
    guard !edits.isTaken(place..<place) else { throw .conflict(neighbour.citation) }
    let key = SeriesKey.divisions(below: text.nodes[holder].parent, insertion.unit)
    open(key)
    var newcomer = UnitSeries.Newcomer(
      instruction: index, becomes: insertion.becomes.first?.steps.last?.values ?? number.values)
    if let member = series[key]?.member(division) { newcomer.neighbour = (member, true) }
    bring(nil, newcomer, to: key)
    titles.append((place, text.layout.gap(text.nodes[holder].level) + block(lines)))
    if let new = insertion.becomes.first { verdicts[index].target = new.id }
  }

  /// New articles under a title of their own: the first of them brings all the words.
  mutating func insertBlock(
    _ insertion: Insertion, _ index: Int, place: UnitSeries.Newcomer
  ) throws(Refusal) {
    let numbers = ProvisionGroup.articleNumbers(insertion.provision.lines)
    guard !numbers.isEmpty else { throw .place(insertion.becomes.first?.citation ?? "新增内容") }
    for (part, values) in numbers.enumerated() {
      var newcomer = place
      newcomer.becomes = values
      bring(part == 0 ? .block(insertion.provision.lines) : nil, newcomer, to: .articles)
    }
  }

  mutating func insertParagraphs(_ insertion: Insertion, _ index: Int) throws(Refusal) {
    var newcomer = UnitSeries.Newcomer(instruction: index)
    let article: Int
    if let neighbour = insertion.neighbour {
      let unit = try find(neighbour, index)
      if unit.unit == .paragraph, let key = key(of: unit), case .paragraphs(let holder) = key {
        open(key)
        if let member = series[key]?.member(unit) {
          newcomer.neighbour = (member, insertion.isAfter)
        }
        article = holder
      } else {
        throw .place(neighbour.citation)
      }
    } else if let parent = insertion.parent
      ?? insertion.becomes.first.map({
        UnitAddress($0.root, Array($0.steps.dropLast()))
      }), !parent.steps.isEmpty
    {
      let unit = try find(parent, index)
      guard text.nodes[unit.node].level == .article else {
        try append(insertion, to: unit, index)
        return
      }
      article = unit.node
    } else {
      throw .unclear("")
    }
    if let new = insertion.becomes.first {
      verdicts[index].target = new.id
    } else {
      let place = newcomer.neighbour.map { $0.isAfter ? $0.member + 2 : $0.member + 1 }
      verdicts[index].target =
        text.identity[article] + "__para_\(place ?? text.paragraphs(of: article).count + 1)"
    }
    let groups = ProvisionGroup.paragraphs(insertion.provision.lines)
    for (part, lines) in groups.enumerated() {
      var next = newcomer
      if next.neighbour == nil, part < insertion.becomes.count {
        next.becomes = insertion.becomes[part].steps.last?.values
      } else if next.neighbour == nil, let first = insertion.becomes.first?.steps.last?.values.first
      {
        next.becomes = [first + part]
      }
      bring(.lines(lines), next, to: .paragraphs(of: article))
    }
  }

  /// Adds paragraphs at the end of a unit of an official document, or of the part of it that is quoted.
  mutating func append(
    _ insertion: Insertion, to unit: AmendableText.Unit, _ index: Int
  ) throws(Refusal) {
    var holder = unit
    if let title = insertion.within {
      let found = text.children(of: unit.node, .heading).compactMap(text.unit).filter {
        !WordSearch(reading: text.reading)
          .occurrences(
            of: title, in: text.readingRange(of: $0.range.lowerBound..<text.headingEnd(of: $0))
          )
          .isEmpty
      }
      guard found.count == 1 else {
        throw .absent(words: title.words, place: insertion.parent?.citation ?? "全文")
      }
      holder = found[0]
    }
    verdicts[index].target = text.identity[holder.node]
    let end = holder.range.upperBound
    guard !edits.isTaken(end..<end) else { throw .conflict(insertion.parent?.citation ?? "") }
    for line in insertion.provision.lines {
      edits.add(at: end, text.layout.gap(.paragraph) + line.unicodeScalars)
    }
  }

  mutating func insertItems(_ insertion: Insertion, _ index: Int) throws(Refusal) {
    var newcomer = UnitSeries.Newcomer(instruction: index)
    let holder: Int
    if let neighbour = insertion.neighbour {
      let unit = try find(neighbour, index)
      guard let key = key(of: unit), case .items(let parent) = key else {
        throw .place(neighbour.citation)
      }
      open(key)
      if let member = series[key]?.member(unit) { newcomer.neighbour = (member, insertion.isAfter) }
      holder = parent
    } else if let parent = insertion.parent
      ?? insertion.becomes.first.map({
        UnitAddress($0.root, Array($0.steps.dropLast()))
      }), !parent.steps.isEmpty || parent.root != .body
    {
      let unit = try find(parent, index)
      let holders = text.itemHolders(of: unit).filter { !text.items(of: $0).isEmpty }
      guard holders.count == 1 else {
        throw holders.isEmpty ? .place("第（…）项") : .ambiguous(parent.citation + "的项")
      }
      holder = holders[0]
    } else {
      throw .unclear("")
    }
    let groups = ProvisionGroup.items(insertion.provision.lines, count: insertion.count)
    let step = insertion.becomes.first?.steps.last
    verdicts[index].target =
      text.identity[holder] + "__\(insertion.unit.idPrefix)_"
      + "\(step?.values.first ?? groups.first?.value ?? text.items(of: holder).count + 1)"
    for (part, group) in groups.enumerated() {
      var next = newcomer
      if next.neighbour == nil {
        if part < insertion.becomes.count {
          next.becomes = insertion.becomes[part].steps.last?.values
        } else {
          next.becomes = group.value.map { [$0] }
        }
      }
      bring(.lines(group.lines), next, to: .items(of: holder))
    }
  }
}
