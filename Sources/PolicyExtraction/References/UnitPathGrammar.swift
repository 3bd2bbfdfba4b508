package import PolicyLexicons
import PolicyText

/// The grammar of 第五条第二款第（三）项、第六条至第八条: one pass over folded words, no way back further
/// than the number that it looks at.
///
/// Source: Legislation Law (立法法, 2023) art. 65; 立法技术规范（试行）（一） on citing units; practice adds
/// 第（三）项, 第一、二项, 第三十三条、三十四条 (observed in local rules).
package struct UnitPathGrammar {
  let scalars: [Unicode.Scalar]
  let limit: Int
  /// Words that begin like a unit: 条件.
  let falseFriends: WordList

  /// A grammar over folded words up to a limit.
  package init(scalars: [Unicode.Scalar], limit: Int, falseFriends: WordList) {
    self.scalars = scalars
    self.limit = limit
    self.falseFriends = falseFriends
  }

  /// The units of a list.
  package struct Units {
    /// One member of a list, or a range as a whole, and where it stands.
    package struct Member {
      /// The ways to its units.
      package var paths: [UnitPath]
      /// Its words.
      package var range: Range<Int>
    }

    /// The members in the order of the text.
    package var members: [Member]

    /// The offset after the last of them.
    package var end: Int { members.last?.range.upperBound ?? 0 }

    /// Whether one unit is named, and none above it.
    var isPlain: Bool {
      members.count == 1 && members[0].paths.count == 1 && members[0].paths[0].steps.count == 1
        && members[0].paths[0].through == nil
    }
  }

  /// The list of units that begins at an offset with 第.
  ///
  /// `above`: steps that the first unit may be below, as those of 本条 in 本条第二款; they are
  /// not part of the paths.
  package func units(from start: Int, below above: ReferenceUnit? = nil) -> Units? {
    guard var group = steps(from: start, below: above, needsMark: true) else { return nil }
    var units = Units(members: [.init(paths: group.paths([]), range: start..<group.end)])
    while let next = connector(at: units.end) {
      let unitsBefore = group.context
      guard
        let more = steps(
          from: next.end, below: above, needsMark: false, after: unitsBefore.last?.unit)
      else { break }
      if next.isComma, !isListed(after: more.end) { break }
      // 第五条第一款、第三款: what the second unit leaves out, it has from the first.
      let outermost = more.outermost
      // Articles run through chapters and parts: they have nothing from those before.
      let inherited =
        outermost == .article ? [] : unitsBefore.prefix { $0.unit < outermost }
      group = more
      group.inherited = Array(inherited)
      let paths = group.paths(group.inherited)
      if next.isRange, var member = units.members.popLast(), let last = member.paths.popLast() {
        member.paths.append(UnitPath(last.steps, through: paths.first?.steps))
        member.paths.append(contentsOf: paths.dropFirst())
        units.members.append(
          .init(paths: member.paths, range: member.range.lowerBound..<group.end))
      } else {
        units.members.append(.init(paths: paths, range: next.end..<group.end))
      }
    }
    return units
  }

  // MARK: One unit

  /// 第五条第二款第一、三项: steps down to a last unit, which may have several numbers.
  private struct Steps {
    var inherited: [UnitStep] = []
    var leading: [UnitStep] = []
    var unit: ReferenceUnit
    var numbers: [NumberRange]
    /// Whether the numbers stand in brackets.
    var isBracketed: Bool
    var end: Int

    var outermost: ReferenceUnit { leading.first?.unit ?? unit }
    var context: [UnitStep] {
      inherited + leading + (numbers.last.map { [step($0.last ?? $0.first)] } ?? [])
    }

    func paths(_ inherited: [UnitStep]) -> [UnitPath] {
      numbers.map { number in
        let way = inherited + leading
        return UnitPath(
          way + [step(number.first)], through: number.last.map { way + [step($0)] })
      }
    }

    func step(_ values: [Int]) -> UnitStep {
      UnitStep(unit, values, isBracketed: isBracketed)
    }
  }

  private struct NumberRange {
    var first: [Int]
    var last: [Int]?
  }

  private func steps(
    from start: Int, below above: ReferenceUnit?, needsMark: Bool, after: ReferenceUnit? = nil
  ) -> Steps? {
    guard
      var result = step(
        from: start, needsMark: needsMark, mayBeBracketed: above != nil, continues: after)
    else { return nil }
    if let above, result.unit <= above { return nil }
    if !hasMark(at: start), let after, result.unit != after, !isBracket(at: start) { return nil }
    while result.numbers.count == 1, result.numbers.first?.last == nil {
      var next = result.end
      if next + 1 < limit, scalars[next] == "的" || scalars[next] == "中", scalars[next + 1] == "第" {
        next += 1
      }
      guard let deeper = step(from: next, needsMark: true, mayBeBracketed: true),
        deeper.unit > result.unit
      else { break }
      result.leading.append(result.step(result.numbers.first?.first ?? []))
      result.unit = deeper.unit
      result.isBracketed = deeper.isBracketed
      result.numbers = deeper.numbers
      result.end = deeper.end
    }
    return result
  }

  /// 第（一）、（二）项: 第, numbers, and the word of a unit.
  private func step(
    from start: Int, needsMark: Bool, mayBeBracketed: Bool = false,
    continues before: ReferenceUnit? = nil
  ) -> Steps? {
    var offset = start
    if offset < limit, scalars[offset] == "第" {
      offset += 1
    } else if needsMark, !(mayBeBracketed && isBracket(at: offset)) {
      return nil
    }
    let isBracketed = isBracket(at: offset)
    guard let first = number(from: offset) else { return nil }
    var numbers = [NumberRange(first: [first.value])]
    offset = first.end
    // 第二项目 is a second project, but 第（二）项目标 is the goal of an item.
    let isSure = isBracketed || mayBeBracketed || before != nil
    while unit(at: offset, isSure: isSure) == nil {
      let joint = numberConnector(at: offset)
      var start = joint?.end ?? offset
      if joint != nil, hasMark(at: start) { start += 1 }
      guard let next = number(from: start) else { return nil }
      if joint == nil, !isBracket(at: offset) { return nil }
      if joint?.isRange == true {
        numbers[numbers.count - 1].last = [next.value]
      } else {
        numbers.append(NumberRange(first: [next.value]))
      }
      offset = next.end
    }
    guard let unit = unit(at: offset, isSure: isSure) else { return nil }
    offset = unit.end
    if unit.unit == .article, offset + 1 < limit, scalars[offset] == "之",
      let inserted = ChineseNumeral.integer(in: scalars, from: offset + 1, to: limit)
    {
      numbers[numbers.count - 1].first.append(inserted.value)
      offset = inserted.end
    }
    return Steps(unit: unit.unit, numbers: numbers, isBracketed: isBracketed, end: offset)
  }

  private func hasMark(at offset: Int) -> Bool { offset < limit && scalars[offset] == "第" }

  private func isBracket(at offset: Int) -> Bool { offset < limit && scalars[offset] == "（" }

  /// A number, in brackets or without.
  private func number(from start: Int) -> (value: Int, end: Int)? {
    guard isBracket(at: start) else {
      return ChineseNumeral.integer(in: scalars, from: start, to: limit)
    }
    guard let number = ChineseNumeral.integer(in: scalars, from: start + 1, to: limit),
      number.end < limit, scalars[number.end] == "）"
    else { return nil }
    return (number.value, number.end + 1)
  }

  /// The word of a unit, unless it is part of another word (条件, 项目, 章程) and nothing before it makes
  /// sure of it.
  private func unit(at offset: Int, isSure: Bool) -> (unit: ReferenceUnit, end: Int)? {
    guard offset < limit else { return nil }
    let unit: ReferenceUnit
    var end = offset + 1
    switch scalars[offset] {
    case "条": unit = .article
    case "款": unit = .paragraph
    case "项": unit = .item
    case "目": unit = .subitem
    case "章": unit = .chapter
    case "节": unit = .section
    case "编": unit = .part
    case "分" where end < limit && scalars[end] == "编": (unit, end) = (.subpart, end + 1)
    case "部" where end < limit && scalars[end] == "分": (unit, end) = (.division, end + 1)
    default: return nil
    }
    guard isSure || falseFriends.longest(in: scalars, from: offset, to: limit) == nil else {
      return nil
    }
    return (unit, end)
  }

  // MARK: Between units

  private struct Connector {
    var end: Int
    var isRange = false
    var isComma = false
  }

  /// What joins two units: 、 和 及 以及 或者 至.
  private func connector(at offset: Int) -> Connector? {
    guard offset + 1 < limit else { return nil }
    let next = scalars[offset + 1]
    switch scalars[offset] {
    case "、", "与", "和", "及": return Connector(end: offset + 1)
    case "或": return Connector(end: next == "者" ? offset + 2 : offset + 1)
    case "以": return next == "及" ? Connector(end: offset + 2) : nil
    case "，": return Connector(end: offset + 1, isComma: true)
    case "至", "到", "-", "—", "－", "–", "~", "～", "―":
      return Connector(end: offset + 1, isRange: true)
    case "第":
      // 第一条第三条: no deeper step, so the next of a list.
      return nil
    default: return nil
    }
  }

  /// What joins two numbers before one unit: 第四、五、六项, 第一至三项.
  private func numberConnector(at offset: Int) -> Connector? {
    guard let connector = connector(at: offset), !connector.isComma else { return nil }
    return connector
  }

  /// Whether what follows shows that a comma joined units of one list.
  private func isListed(after offset: Int) -> Bool {
    guard offset < limit else { return false }
    switch scalars[offset] {
    case "，": return offset + 1 < limit && scalars[offset + 1] == "第"
    case "、", "和", "及", "规", "的", "之": return true
    default: return false
    }
  }
}
