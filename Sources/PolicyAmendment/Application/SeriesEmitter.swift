import PolicyExtraction
import PolicyStructure
import PolicyText

/// Turns one settled series into edits.
struct SeriesEmitter {
  let text: AmendableText
  let key: SeriesKey
  let work: SeriesWork
  let slots: [UnitSeries.Slot]

  private var units: [AmendableText.Unit] { work.units }

  private var level: NodeLevel {
    switch key {
    case .paragraphs: .paragraph
    default:
      units.first.map { text.nodes[$0.node].level } ?? (text.hasArticles ? .article : .heading)
    }
  }

  mutating func emit(into edits: inout EditList, numbers: inout NumberChanges) {
    var replaced: Set<Int> = []
    /// Where the next newcomer goes, if the slot before it was put in the place of a deleted unit.
    var cursor: Int?
    var lastReplaced: Int?
    /// Where the slot before ends: what comes later in the series stands later in the text.
    var floor = Place(offset: 0)
    for (index, slot) in slots.enumerated() {
      let member: Int? =
        switch slot.content {
        case .member(let member): member
        case .newcomer: nil
        }
      if let member, !isMoved(member, at: index) {
        cursor = nil
        floor = Place(offset: units[member].range.upperBound, before: text.layout.gap(level))
        if slot.values != units[member].values { renumber(member, slot.values, &edits, &numbers) }
        continue
      }
      // Another chapter begins behind what was put in the place of a deleted unit.
      if let gone = lastReplaced, let among = among(slot), !among.contains(gone) { cursor = nil }
      var place = place(of: index, cursor: cursor)
      if place.offset < floor.offset { place = floor }
      floor = place
      if let gone = slot.replaces, cursor == nil, !isBlock(slot),
        place.offset == units[gone].range.lowerBound
      {
        replaced.insert(gone)
        lastReplaced = gone
        cursor = units[gone].range.upperBound
        floor = Place(offset: units[gone].range.upperBound, before: text.layout.gap(level))
      }
      if let member {
        move(member, slot.values, to: place, &edits, &numbers)
      } else if case .newcomer(let newcomer) = slot.content, let words = work.provisions[newcomer] {
        let isLast = index == slots.count - 1
        add(words, slot.values, at: place, isLast: isLast, &edits)
      }
    }
    cut(replaced, &edits)
    for (member, state) in work.series.members.enumerated() where state.isDeleted {
      note(.removed, of: member, &numbers)
    }
    if case .items = key { close(&edits) }
  }

  /// Whether a member stands elsewhere than in the order of the old text.
  private func isMoved(_ member: Int, at index: Int) -> Bool {
    guard work.series.members[member].becomes != nil else { return false }
    return moved.contains(member)
  }

  /// Members out of the old order: those that the longest run in order leaves out.
  private var moved: Set<Int> {
    let order = slots.compactMap { slot -> Int? in
      if case .member(let member) = slot.content { return member }
      return nil
    }
    guard zip(order, order.dropFirst()).contains(where: >) else { return [] }
    // The longest ascending run, by the lengths of those that end at each place.
    var ends: [Int] = []
    var places: [Int] = []
    for member in order {
      let at = ends.firstIndex { $0 >= member } ?? ends.count
      if at == ends.count { ends.append(member) } else { ends[at] = member }
      places.append(at)
    }
    var kept: Set<Int> = []
    var length = ends.count - 1
    for (place, member) in zip(places, order).reversed() where place == length {
      kept.insert(member)
      length -= 1
    }
    return Set(order).subtracting(kept)
  }

  // MARK: Places

  private struct Place {
    var offset: Int
    /// What stands before and after the new words.
    var before: [Unicode.Scalar] = []
    var after: [Unicode.Scalar] = []
  }

  private func place(of index: Int, cursor: Int?) -> Place {
    let gap = text.layout.gap(level)
    if let cursor { return Place(offset: cursor, before: gap) }
    if let gone = slots[index].replaces, !isBlock(slots[index]) {
      return Place(offset: units[gone].range.lowerBound)
    }
    let moved = moved
    func old(_ slot: UnitSeries.Slot) -> Int? {
      if case .member(let member) = slot.content, !moved.contains(member) { return member }
      return nil
    }
    let previous = slots[..<index].last { old($0) != nil }.flatMap(old)
    let next = slots[(index + 1)...].first { old($0) != nil }.flatMap(old)
    if let among = among(slots[index]), let next, among.contains(next),
      previous.map({ !among.contains($0) }) ?? true
    {
      return Place(offset: units[next].range.lowerBound, after: gap)
    }
    if let among = among(slots[index]), !among.isEmpty, previous.map(among.contains) != true {
      // All that stood in the chapter is gone; the new articles take its place.
      return Place(offset: units[among.upperBound - 1].range.upperBound, before: gap)
    }
    if let previous { return Place(offset: units[previous].range.upperBound, before: gap) }
    if let next { return Place(offset: units[next].range.lowerBound, after: gap) }
    if let first = units.first { return Place(offset: first.range.lowerBound) }
    return Place(offset: text.offsets(text.body).upperBound, before: gap)
  }

  /// Whether a slot brings a chapter, which stands apart from the articles before it.
  private func isBlock(_ slot: UnitSeries.Slot) -> Bool {
    guard case .newcomer(let newcomer) = slot.content, case .block? = work.provisions[newcomer]
    else {
      return false
    }
    return true
  }

  private func among(_ slot: UnitSeries.Slot) -> Range<Int>? {
    if case .newcomer(let newcomer) = slot.content { return work.series.newcomers[newcomer].among }
    return nil
  }

  // MARK: Edits

  private func renumber(
    _ member: Int, _ values: [Int], _ edits: inout EditList, _ numbers: inout NumberChanges
  ) {
    note(.became(values), of: member, &numbers)
    guard let number = units[member].number else { return }
    let written = Array(text.source.scalars[number])
    let words = UnitNumbering.words(for: values, like: written, level: level)
    edits.replaceFollowing(number, with: words)
    guard units[member].unit < .article else { return }
    for entry in text.contentsEntries(of: text.readingRange(of: number)) {
      edits.replaceFollowing(text.offsets(entry), with: words)
    }
  }

  private func note(
    _ change: NumberChanges.Change, of member: Int, _ numbers: inout NumberChanges
  ) {
    let unit = units[member]
    switch key {
    case .articles: numbers.articles[unit.values] = change
    case .divisions: numbers.divisions[unit.node] = change
    case .paragraphs(let article):
      numbers.paragraphs[article, default: [:]][unit.values[0]] = change
    case .items(let holder): numbers.items[holder, default: [:]][unit.values] = change
    }
  }

  private func numberWords(_ values: [Int]) -> [Unicode.Scalar] {
    if case .paragraphs = key { return [] }
    let written =
      units.last { $0.number != nil && $0.values.count == 1 }?.number
      .map { Array(text.source.scalars[$0]) } ?? text.layout.numbers[level]
    return UnitNumbering.words(for: values, like: written, level: level)
      + text.layout.separator(level)
  }

  private func add(
    _ words: NewWords, _ values: [Int], at place: Place, isLast: Bool, _ edits: inout EditList
  ) {
    switch words {
    case .lines(let lines):
      var body = text.layout.body(lines)
      if case .items = key { body = closed(body, isLast: isLast) }
      edits.add(at: place.offset, place.before + numberWords(values) + body + place.after)
    case .block(let lines):
      // A block begins with the title of a chapter, which stands apart as such titles do.
      let unit = lines.first.flatMap { ProvisionLine.number(in: $0)?.unit }
      let before =
        place.before.isEmpty ? [] : text.layout.gap(unit.flatMap(NodeLevel.init) ?? level)
      edits.add(at: place.offset, before + text.layout.block(lines) + place.after)
    case .moved(let range):
      edits.move(
        range, cutting: range.lowerBound..<range.lowerBound, to: place.offset,
        behind: place.before + numberWords(values))
      if !place.after.isEmpty { edits.add(at: place.offset, place.after) }
    }
  }

  private func move(
    _ member: Int, _ values: [Int], to place: Place, _ edits: inout EditList,
    _ numbers: inout NumberChanges
  ) {
    let unit = units[member]
    renumber(member, values, &edits, &numbers)
    edits.move(
      unit.range, cutting: text.cutRange(of: unit.range), to: place.offset, behind: place.before)
    if !place.after.isEmpty { edits.add(at: place.offset, place.after) }
  }

  private func cut(_ replaced: Set<Int>, _ edits: inout EditList) {
    let members = work.series.members
    var start = 0
    if case .paragraphs = key, members.first?.isDeleted == true, !replaced.contains(0) {
      // The number of the article stays, and what is its first paragraph now follows it.
      let next = members.firstIndex { !$0.isDeleted }
      start = next ?? 0
      if let next {
        edits.cut(units[0].range.lowerBound..<units[next].range.lowerBound)
      }
    }
    for index in members.indices.dropFirst(start)
    where members[index].isDeleted && !work.silent.contains(index) {
      let range = units[index].range
      edits.cut(replaced.contains(index) ? range : text.cutRange(of: range))
    }
  }

  // MARK: The marks that close items

  /// A new item closed as its place asks: the last by 。, the others by ；.
  private func closed(_ words: [Unicode.Scalar], isLast: Bool) -> [Unicode.Scalar] {
    guard let inner = innerMark, let final = finalMark else { return words }
    let mark = isLast ? final : inner
    guard let last = words.last, last == "。" || last == "；" else {
      return ClosingMark.closes(words) ? words : words + [mark]
    }
    return last == mark ? words : words.dropLast() + [mark]
  }

  /// The mark behind an item that others follow.
  private var innerMark: Unicode.Scalar? {
    units.count > 1 ? text.closingMark(before: units[0].range.upperBound) : finalMark
  }

  /// The mark behind the last item.
  private var finalMark: Unicode.Scalar? {
    units.last.flatMap { text.closingMark(before: $0.range.upperBound) }
  }

  /// Where the last item is another than before, the marks change places.
  private func close(_ edits: inout EditList) {
    guard let last = slots.last, let inner = innerMark, let final = finalMark, inner != final,
      let oldLast = units.indices.last
    else { return }
    func put(_ mark: Unicode.Scalar, behind member: Int) {
      let end = units[member].range.upperBound
      guard text.closingMark(before: end) != nil else { return }
      edits.replaceFollowing(end - 1..<end, with: [mark])
    }
    if case .member(let member) = last.content {
      if member != oldLast { put(final, behind: member) }
    }
    if last.content != .member(oldLast), !work.series.members[oldLast].isDeleted {
      put(inner, behind: oldLast)
    }
  }
}

extension NodeLevel {
  /// The level of a unit.
  fileprivate init?(_ unit: ReferenceUnit) {
    switch unit {
    case .part: self = .part
    case .subpart: self = .subpart
    case .chapter: self = .chapter
    case .section: self = .section
    case .article: self = .article
    case .paragraph: self = .paragraph
    case .item: self = .item
    case .subitem: self = .subitem
    case .division: return nil
    }
  }
}
