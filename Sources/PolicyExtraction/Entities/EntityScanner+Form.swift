import PolicyLexicons
import PolicyStructure
import PolicyText

/// Names that no list has: places and bodies known by their form.
extension EntityScanner {
  /// A name with the place before it that no lexicon has: 云溪 + 市教育局.
  func placed(_ name: ParsedName, from index: Int) -> ParsedName {
    let start = name.range.lowerBound
    if let name = knownPlaced(name) { return name }
    guard name.prefix.region < 0, start > cursor, parser.isHan(scalars[start - 1]),
      vocabulary.regionLevels[scalars[start]] != nil,
      let place = freePlace(endingAt: start, name: name)
    else { return name }
    return self.name(name, in: place..<(start + 1))
  }

  /// A name that begins within a place that the issuer's name has told.
  private func knownPlaced(_ name: ParsedName) -> ParsedName? {
    for last in name.prefix.range {
      if let start = knownPlace(endingAt: last), start <= name.range.lowerBound {
        return self.name(name, in: start..<(last + 1))
      }
    }
    return nil
  }

  private func name(_ name: ParsedName, in place: Range<Int>) -> ParsedName {
    var name = name
    name.range = place.lowerBound..<name.range.upperBound
    name.prefix.range = place.lowerBound..<name.prefix.range.upperBound
    name.prefix.placeRange = place
    name.prefix.form = nil
    name.prefix.region = -1
    name.generic = false
    return name
  }

  /// Where a place begins that the issuer's name has told.
  private func knownPlace(endingAt last: Int) -> Int? {
    for place in knownPlaces where last + 1 - place.count >= cursor {
      let start = last + 1 - place.count
      if scalars[start...last].elementsEqual(place) { return start }
    }
    return nil
  }

  /// Where a place begins that is known by its form alone: only before a body that every place has.
  private func freePlace(endingAt last: Int, name: ParsedName) -> Int? {
    guard name.prefix.range.lowerBound == last,
      name.prefix.range.count == 1 || scalars[last + 1] == "第",
      vocabulary.framesBefore.countEnding(before: last, in: scalars, from: floor) == 0,
      vocabulary.bounds.countEnding(before: last, in: scalars, from: floor) == 0,
      vocabulary.framesAfter.countEnding(before: last, in: scalars, from: floor) == 0,
      vocabulary.verbs.countEnding(before: last, in: scalars, from: floor) == 0,
      vocabulary.nounsAfter.countEnding(before: last, in: scalars, from: floor) == 0
    else { return nil }
    return placeStart(before: last, floor: cursor, depth: 0)
  }

  /// Where the name of a place begins whose last scalar (市) stands at `end`.
  private func placeStart(before end: Int, floor: Int, depth: Int) -> Int? {
    for count in [2, 3] {
      let start = end - count
      guard start >= floor else { continue }
      guard (start..<end).allSatisfy({ parser.isHan(scalars[$0]) }),
        (start + 1...end).allSatisfy({
          vocabulary.bounds.countEnding(before: $0, in: scalars, from: start) == 0
        })
      else { continue }
      if start == floor || !parser.isHan(scalars[start - 1])
        || vocabulary.bounds.countEnding(before: start, in: scalars, from: floor) > 0
      {
        return start
      }
      if depth < 2, vocabulary.regionLevels[scalars[start - 1]] != nil,
        let outer = placeStart(before: start - 1, floor: floor, depth: depth + 1)
      {
        return outer
      }
    }
    return nil
  }

  /// The name that ends with a head at a place: 全民科学素质工作 + 领导小组.
  func nameByForm(endingAt start: Int, from index: Int, block: TextBlock) -> ParsedName? {
    guard let head = head(at: start, from: index) else { return nil }
    var nameStart = leftBound(of: start)
    // 机电工程学院 + 实验中心: a unit of the one named right before it.
    guard nameStart < start || head.kind == .unit && found.last?.name.kind == .unit else {
      return nil
    }
    // A government or party organ right before it is its host: 市政府 + 安全生产委员会.
    var kind = head.kind
    // 安全生产委员会 + 办公室: the office of a committee.
    let isOfCommittee =
      kind == .unit
      && vocabulary.bodyEndings.countEnding(before: start, in: scalars, from: nameStart) > 0
    if nameStart > floor, let last = found.last, last.name.range.upperBound == nameStart,
      nameStart >= cursor, last.name.kind != .person,
      last.name.kind != .category || speaks(last.name)
    {
      guard kind == .committee || kind == .unit else { return nil }
      nameStart = last.name.range.lowerBound
    }
    if kind != .institution { nameStart = skippingVerbs(from: nameStart, upTo: start) }
    nameStart = withRank(nameStart)
    let prefix = parser.prefix(at: nameStart, from: context.firstNameHit(from: nameStart))
    guard start - nameStart >= 2 || prefix.level != nil && prefix.level != .internal else {
      return nil
    }
    let length = start - nameStart
    if kind == .institution, prefix.range.isEmpty, isCollege(nameStart..<start, head.end) {
      kind = .unit
    }
    switch kind {
    case .unit where head.kind == .institution: break
    case .committee, .unit: guard length <= 28 else { return nil }
    case .department where head.isGeneric: guard length >= 2, length <= 14 else { return nil }
    default:
      // Companies, schools and centres have names if a place or a rank begins them.
      guard length <= 24,
        isProper(prefix, at: nameStart) || length >= 4 && head.end - start >= 4
          || holdsPlace(nameStart..<start) || length >= 4 && endsInField(nameStart..<start)
      else { return nil }
    }
    guard head.end <= parser.limit else { return nil }
    if kind == .unit, head.kind == .unit, !isOfCommittee {
      kind = prefix.range.isEmpty ? .unit : .department
    }
    // 规范云溪港务有限公司采购: the house's own name ends as it is known to end.
    if kind == .institution, !institution.isEmpty, head.end - institution.count > nameStart,
      scalars[head.end - institution.count..<head.end].elementsEqual(institution)
    {
      nameStart = head.end - institution.count
    }
    var name = ParsedName(
      range: nameStart..<head.end, prefix: prefix, core: .form,
      coreRange: prefix.range.upperBound..<head.end, tail: head.end..<head.end, kind: kind,
      level: prefix.level,
      generic: prefix.form == .general || head.isGeneric && prefix.range.isEmpty)
    if prefix.range.upperBound > start {
      name.prefix = ParsedName.Prefix(at: nameStart)
      name.coreRange = nameStart..<head.end
    }
    parser.extend(&name, from: index)
    return name
  }

  private func head(
    at start: Int, from index: Int
  ) -> (end: Int, kind: Entity.Kind, isGeneric: Bool)? {
    if let head = parser.longest(.nameHeads, at: start, from: index) {
      return (head.end, vocabulary.nameHeads[head.row], false)
    }
    if let organ = parser.longest(.organs, at: start, from: index),
      vocabulary.organs[organ.row].part == .inner, vocabulary.organs[organ.row].kind == .committee
    {
      return (organ.end, .committee, false)
    }
    if let head = parser.longest(.departmentHeads, at: start, from: index),
      head.end - head.start >= 4, vocabulary.heads[head.row].form == .generic
    {
      return (head.end, .department, true)
    }
    return nil
  }

  /// The beginning of a name after the verbs that may stand before it: 组织 + 考察组.
  private func skippingVerbs(from start: Int, upTo end: Int) -> Int {
    var start = start
    while true {
      let count = vocabulary.framesBefore.countStarting(at: start, in: scalars, upTo: end)
      guard count >= 2 else { return start }
      start += count
    }
  }

  /// How far to the left a name may reach: up to a mark or a word that no name holds.
  private func leftBound(of start: Int) -> Int {
    // Words that are no name (国家粮食) may still begin one: 国家粮食应急工作指挥部.
    let floor = max(floor, found.last?.name.range.upperBound ?? floor)
    var bound = start
    while bound > floor, start - bound <= 30 {
      let scalar = scalars[bound - 1]
      let isLetter = scalar.value < 0x80 && scalar.properties.isAlphabetic
      guard parser.isHan(scalar) || isLetter else { break }
      if vocabulary.bounds.countEnding(before: bound, in: scalars, from: floor) > 0 { break }
      bound -= 1
    }
    return bound
  }

  /// Where a name begins with the rank whose first word ends no name: 各级 + 招生考试委员会.
  private func withRank(_ start: Int) -> Int {
    for count in 1...3 where start - count >= cursor {
      if let rank = parser.longest(
        .ranks, at: start - count, from: context.firstNameHit(from: start - count)),
        rank.end > start
      {
        return start - count
      }
    }
    return start
  }

  /// Whether words before 学院 name a college of the university that speaks: 机电工程 + 学院.
  private func isCollege(_ stem: Range<Int>, _ end: Int) -> Bool {
    guard parser.isHouse, 2...10 ~= stem.count,
      vocabulary.words.list(.college).longest(in: scalars, endingAt: end, from: stem.upperBound)
        != nil,
      stem.lowerBound == floor || !parser.isHan(scalars[stem.lowerBound - 1])
        || vocabulary.bounds.countEnding(before: stem.lowerBound, in: scalars, from: floor) > 0
    else { return false }
    return [
      vocabulary.verbs, vocabulary.framesBefore, vocabulary.modifiers, vocabulary.framesAfter,
    ]
    .allSatisfy {
      $0.countStarting(at: stem.lowerBound, in: scalars, upTo: stem.upperBound) == 0
        && $0.countEnding(before: stem.upperBound, in: scalars, from: stem.lowerBound) == 0
    }
      && parser.longest(
        .ranks, at: stem.lowerBound, from: context.firstNameHit(from: stem.lowerBound))
        == nil
  }

  /// Whether words before 大学 or 学院 end in what such schools teach: 江岭师范 + 大学.
  private func endsInField(_ stem: Range<Int>) -> Bool {
    vocabulary.words.list(.field).longest(
      in: scalars, endingAt: stem.upperBound, from: stem.lowerBound)
      != nil
      && vocabulary.verbs.countStarting(at: stem.lowerBound, in: scalars, upTo: stem.upperBound)
        == 0
  }

  private func isProper(_ prefix: ParsedName.Prefix, at start: Int) -> Bool {
    if prefix.region >= 0 { return true }
    if prefix.form == .definite, prefix.level != .internal, prefix.level != .village { return true }
    return vocabulary.words.list(.national).longest(in: scalars, from: start, to: parser.limit)
      != nil
  }
}
