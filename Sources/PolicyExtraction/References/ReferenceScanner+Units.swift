import PolicyLexicons
import PolicyStructure
import PolicyText

/// References to units by number or by place: 第五条, 本条第二款, 前款, 该条例第五条.
extension ReferenceScanner {
  /// Units that follow a name, also after 的 and 中.
  func units(after offset: Int, below unit: ReferenceUnit?) -> UnitPathGrammar.Units? {
    var start = offset
    if start + 1 < limit, scalars[start] == "中" || scalars[start] == "的" { start += 1 }
    if start + 1 < limit, start > offset, scalars[start] == "的" { start += 1 }
    guard start < limit, scalars[start] == "第" || unit != nil && scalars[start] == "（" else {
      return nil
    }
    return units.units(from: start, below: unit)
  }

  /// 第五条, 第二款第三项.
  mutating func bare(at offset: Int) -> Int? {
    guard let units = units.units(from: offset),
      let first = units.members.first?.paths.first?.steps.first
    else {
      return nil
    }
    let isQuoted = offset > block.range.lowerBound && scalars[offset - 1] == "“"
    if isQuoted, units.end < limit, scalars[units.end] != "”" { return nil }
    switch first.unit {
    case .division:
      // 第一部分 alone rather tells of parts than refers to one.
      guard !units.isPlain || isRuled(after: units.end) else { return nil }
    case .article, .part, .subpart: break
    case .chapter, .section, .paragraph, .item, .subitem:
      guard features.hasArticles || isRuled(after: units.end) else { return nil }
    }
    return add(.bare, .bare, from: offset, units)
  }

  /// Whether words follow that one says of a rule: 规定, 所列.
  func isRuled(after offset: Int) -> Bool {
    guard offset < limit else { return false }
    switch scalars[offset] {
    case "规": return isWord("规", "定", at: offset)
    case "所": return true
    case "的": return isWord("规", "定", at: offset + 1)
    default: return false
    }
  }

  /// 本条例第五条, 本条第二款, 本章.
  mutating func this(at offset: Int) -> Int? {
    if let type = extractor.documentTypes.longest(in: scalars, from: offset + 1, to: limit) {
      return units(ofThis: offset, after: type.range.upperBound)
    }
    if offset + 1 < limit, scalars[offset + 1] == "《",
      let title = extractor.titles.title(in: scalars, from: offset + 1, to: limit)
    {
      return units(ofThis: offset, after: title.end)
    }
    // 资本项下, 成本项目: 本 ends another word.
    if offset > block.range.lowerBound,
      let word = extractor.unitFalseFriends.longest(in: scalars, from: offset - 1, to: limit),
      word.range.upperBound > offset + 1
    {
      return nil
    }
    guard let unit = unit(at: offset + 1) else { return nil }
    // 本条前款.
    if unit.unit == .article, unit.end < limit, scalars[unit.end] == "前",
      let end = relative(at: unit.end, from: offset)
    {
      return end
    }
    if let units = units(after: unit.end, below: unit.unit) {
      return add(.relative, .enclosing(unit.unit), from: offset, units)
    }
    return add(.relative, .enclosing(unit.unit), offset..<unit.end)
  }

  mutating func units(ofThis start: Int, after end: Int) -> Int {
    if let units = units(after: end, below: nil) {
      return add(.this, .this, from: start, units)
    }
    if let annex = annexes(at: scalars[min(end, limit - 1)] == "的" ? end + 1 : end) {
      return add(.annex, .annexes(annex.numbers), start..<annex.end)
    }
    return end
  }

  /// 该条例第五条, 同法第六条.
  mutating func last(at offset: Int) -> Int? {
    guard let type = extractor.documentTypes.longest(in: scalars, from: offset + 1, to: limit),
      let units = units(after: type.range.upperBound, below: nil)
    else { return nil }
    return add(.last, .last, from: offset, units)
  }

  /// 前款, 前两条, 上款.
  mutating func relative(at offset: Int, from start: Int? = nil) -> Int? {
    let first = start ?? offset
    guard
      extractor.unitFalseFriends.longest(
        in: scalars, endingAt: offset + 1, from: block.range.lowerBound) == nil
    else { return nil }
    var next = offset + 1
    var count = 1
    if let number = ChineseNumeral.integer(in: scalars, from: next, to: limit) {
      (count, next) = (number.value, number.end)
    } else if next < limit, scalars[next] == "各" || scalars[next] == "数" {
      (count, next) = (0, next + 1)
    }
    guard let unit = unit(at: next), unit.unit >= .article, unit.unit < .subitem else { return nil }
    let anchor = ReferenceMention.Anchor.previous(unit.unit, count: count)
    if count == 1, let units = units(after: unit.end, below: unit.unit) {
      return add(.relative, anchor, from: first, units)
    }
    return add(.relative, anchor, first..<unit.end)
  }

  /// The word of a unit by itself: 款 in 前款.
  func unit(at offset: Int) -> (unit: ReferenceUnit, end: Int)? {
    guard offset < limit else { return nil }
    let unit: ReferenceUnit
    switch scalars[offset] {
    case "条": unit = .article
    case "款": unit = .paragraph
    case "项": unit = .item
    case "章": unit = .chapter
    case "节": unit = .section
    case "编": unit = .part
    default: return nil
    }
    guard extractor.unitFalseFriends.longest(in: scalars, from: offset, to: limit) == nil else {
      return nil
    }
    return (unit, offset + 1)
  }
}
