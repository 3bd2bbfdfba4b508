import PolicyExtraction
import PolicyStructure
import PolicyText

/// Instructions about whole units: 修改为, 增加, 删去, 改为.
extension AmendmentPass {
  // MARK: Series

  /// The series that a unit is of.
  private func key(of unit: AmendableText.Unit) -> SeriesKey? {
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

  private func units(of key: SeriesKey) -> [AmendableText.Unit] {
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
  private mutating func open(_ key: SeriesKey) {
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

  private mutating func change(
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

  private mutating func bring(
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
  private mutating func silence(articlesIn node: Int) {
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
  private mutating func detach(
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

  /// Joins a unit to the one before it, whose last words it becomes.
  private mutating func merge(
    _ unit: AmendableText.Unit, into first: AmendableText.Unit
  ) throws(Refusal) {
    guard let key = key(of: unit), unit.unit == .article || unit.unit == .paragraph else {
      throw .unread
    }
    let head = text.gapStart(before: unit.range.lowerBound)..<unit.words
    guard !edits.isTaken(unit.range) else { throw .conflict("") }
    edits.replace(head, with: unit.unit == .article ? text.layout.gap(.paragraph) : [])
    try change(unit) { member, _ in member.isDeleted = true }
    if let member = series[key]?.member(unit) { series[key]?.silent.insert(member) }
  }

  // MARK: 修改为

  mutating func rewrite(
    _ targets: [UnitAddress], _ becomes: [UnitAddress], _ provision: Provision, _ index: Int
  ) throws(Refusal) {
    var found: [AmendableText.Unit] = []
    for target in targets { found.append(try find(target, index)) }
    guard let first = found.first else { throw .unread }
    guard !found.contains(where: { edits.isTaken($0.range) }) else {
      throw .conflict(targets[0].citation)
    }
    switch first.unit {
    case .article:
      try rewriteArticles(found, becomes, provision, index)
    case .division where text.nodes[first.node].level == .heading:
      try rewriteArticles(found, becomes, provision, index)
    case .part, .subpart, .chapter, .section:
      guard found.count == 1 else { throw .unread }
      try rewriteDivision(first, provision, index)
    case .division:
      edits.replace(first.words..<first.range.upperBound, with: body(provision.lines))
    default:
      try rewritePart(found, becomes, provision, index)
    }
  }

  private mutating func rewriteArticles(
    _ found: [AmendableText.Unit], _ becomes: [UnitAddress], _ provision: Provision, _ index: Int
  ) throws(Refusal) {
    let groups = ProvisionGroup.articles(
      provision.lines, count: becomes.count, isHeading: !text.hasArticles)
    guard found.allSatisfy({ $0.unit == found[0].unit }) else { throw .unread }
    for (place, unit) in found.enumerated() {
      guard place < groups.count else {
        try change(unit) { member, _ in member.isDeleted = true }
        continue
      }
      let group = groups[place]
      let new = place < becomes.count ? becomes[place].steps.last?.values : group.values
      if let new, new != unit.values {
        try change(unit) { member, _ in member.becomes = (new, index) }
      }
      let start = text.bodyStart(of: unit, rewrittenAs: group.lines.first ?? "")
      edits.replace(start..<unit.range.upperBound, with: body(group.lines))
    }
    guard groups.count > found.count, let last = found.last else { return }
    open(.articles)
    guard let member = series[.articles]?.member(last) else { throw .unread }
    for place in found.count..<groups.count {
      let new = place < becomes.count ? becomes[place].steps.last?.values : groups[place].values
      bring(
        .lines(groups[place].lines),
        UnitSeries.Newcomer(instruction: index, becomes: new, neighbour: (member, true)),
        to: .articles)
    }
  }

  private mutating func rewriteDivision(
    _ unit: AmendableText.Unit, _ provision: Provision, _ index: Int
  ) throws(Refusal) {
    var lines = provision.lines
    guard ProvisionGroup.articleNumbers(lines).first != nil else { throw .unread }
    if ProvisionLine.number(in: lines[0])?.unit == .article {
      // The title stays.
      let title = text.layout.numbers[text.nodes[unit.node].level].map { _ in
        String(text.source.scalars, in: unit.range.lowerBound..<text.headingEnd(of: unit))
      }
      lines.insert(title ?? "", at: 0)
    }
    silence(articlesIn: unit.node)
    var isFirst = true
    for values in ProvisionGroup.articleNumbers(lines) {
      bring(nil, UnitSeries.Newcomer(instruction: index, becomes: values), to: .articles)
      isFirst = false
    }
    guard !isFirst else { throw .unread }
    edits.replace(unit.range, with: block(lines))
  }

  /// A paragraph, an item, a line of a preamble.
  private mutating func rewritePart(
    _ found: [AmendableText.Unit], _ becomes: [UnitAddress], _ provision: Provision, _ index: Int
  ) throws(Refusal) {
    let unit = found[0]
    for other in found.dropFirst() {
      guard other.unit == unit.unit else { throw .unread }
      try change(other) { member, _ in member.isDeleted = true }
    }
    var lines = provision.lines
    if let last = becomes.first?.steps.last {
      if last.unit == .article, unit.unit == .paragraph {
        // 第八条第二款改为第九条，修改为：“…”.
        try change(unit) { member, _ in member.isDeleted = true }
        bring(
          .lines(ProvisionGroup.articles(lines, count: 1, isHeading: false)[0].lines),
          UnitSeries.Newcomer(instruction: index, becomes: last.values), to: .articles)
        return
      }
      if last.values != unit.values {
        try change(unit) { member, _ in member.becomes = (last.values, index) }
      }
    }
    if unit.unit != .paragraph, let number = ProvisionLine.number(in: lines[0]) {
      lines[0] = ProvisionLine.words(of: lines[0], after: number)
    }
    // 将第二款修改为：“…：” with a list below it changes the words before the list.
    var end = unit.range.upperBound
    let children = text.items(of: unit.node)
    if lines.count == 1, let last = lines[0].unicodeScalars.last, folded(last) == "：",
      let child = children.first, unit.node != child.node
    {
      end = text.gapStart(before: child.range.lowerBound)
    } else if unit.unit == .paragraph, key(of: unit) != nil {
      // What follows as paragraphs of their own counts among the paragraphs.
      let extra = lines.count { ProvisionLine.number(in: $0) == nil } - 1
      if extra > 0, let key = key(of: unit) {
        open(key)
        if let member = series[key]?.member(unit) {
          for _ in 0..<extra {
            bring(nil, UnitSeries.Newcomer(instruction: index, neighbour: (member, true)), to: key)
          }
        }
      }
    }
    var words = body(lines)
    if unit.unit != .paragraph, let mark = text.closingMark(before: end), !ClosingMark.closes(words)
    {
      words.append(mark)
    }
    edits.replace(unit.words..<end, with: words)
  }

  // MARK: 增加

  mutating func insert(_ insertion: Insertion, _ index: Int) throws(Refusal) {
    if let new = insertion.becomes.first { verdicts[index].target = new.id }
    switch insertion.unit {
    case .article, .division: try insertArticles(insertion, index)
    case .part, .subpart, .chapter, .section: try insertDivision(insertion, index)
    case .paragraph: try insertParagraphs(insertion, index)
    case .item, .subitem: try insertItems(insertion, index)
    }
  }

  private mutating func insertArticles(_ insertion: Insertion, _ index: Int) throws(Refusal) {
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
  private mutating func articlePlace(
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

  private func members(_ units: [AmendableText.Unit], in node: Int) -> Range<Int>? {
    let inside = units.indices.filter {
      units[$0].node > node && units[$0].node < text.nodes[node].subtreeEnd
    }
    guard let first = inside.first, let last = inside.last else { return nil }
    return first..<last + 1
  }

  private mutating func insertDivision(_ insertion: Insertion, _ index: Int) throws(Refusal) {
    let level = insertion.unit
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

  /// New articles under a title of their own: the first of them brings all the words.
  private mutating func insertBlock(
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

  private mutating func insertParagraphs(_ insertion: Insertion, _ index: Int) throws(Refusal) {
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
  private mutating func append(
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

  private mutating func insertItems(_ insertion: Insertion, _ index: Int) throws(Refusal) {
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
      }), !parent.steps.isEmpty
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
