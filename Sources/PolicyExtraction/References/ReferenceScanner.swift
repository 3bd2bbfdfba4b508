import PolicyLexicons
import PolicyStructure
import PolicyText

/// Walks one block and collects its references.
struct ReferenceScanner {
  /// What units a document has, as far as it matters to what words can refer to.
  struct Features {
    /// 条, so that 第二款 alone means something.
    var hasArticles = false
    /// Headings like 1.2.1.
    var hasDecimals = false
    /// Tables.
    var hasTables = false

    init(_ document: PolicyDocument) {
      for node in document.nodes {
        if node.level == .article { hasArticles = true }
        if node.level == .table { hasTables = true }
        if node.number?.style == .decimal { hasDecimals = true }
      }
    }
  }

  let extractor: ReferenceExtractor
  let scalars: [Unicode.Scalar]
  let block: TextBlock
  let aliases: DefinedNames
  let laws: [TermHit]
  /// The first law's name that the walk has not passed.
  var lawIndex: Int
  /// The first defined term that the walk has not passed.
  var definedTerm: Int
  /// What units the document has.
  let features: Features
  /// Whether the walk is within quotation marks.
  private var isQuoted = false
  /// What was found.
  var mentions: [ReferenceMention] = []

  /// What may stand right before 表1: 见表1, 由表1.
  private static let tableLeadIns: Set<Unicode.Scalar> = [
    "见", "如", "由", "从", "据", "按", "在", "与", "和", "及",
  ]

  private let limit: Int
  private let units: UnitPathGrammar

  init(
    extractor: ReferenceExtractor, scalars: [Unicode.Scalar], block: TextBlock,
    aliases: DefinedNames, laws: [TermHit], lawIndex: Int, definedTerm: Int, features: Features
  ) {
    self.extractor = extractor
    self.scalars = scalars
    self.block = block
    self.aliases = aliases
    self.laws = laws
    self.lawIndex = lawIndex
    self.definedTerm = definedTerm
    self.features = features
    limit = block.range.upperBound
    units = UnitPathGrammar(
      scalars: scalars, limit: limit, falseFriends: extractor.unitFalseFriends)
  }

  /// Where the reference found last ends: nothing begins before it.
  private var lowerBound: Int {
    max(block.range.lowerBound, mentions.last?.range.upperBound ?? 0)
  }

  mutating func scan() {
    let openers = extractor.openers
    let names = aliases.documentNames
    var offset = block.range.lowerBound
    while offset < limit {
      guard
        openers.contains(scalars[offset]) || names.mayBegin(with: scalars[offset])
          || offset == nextLaw(from: offset) || offset == nextDefinedTerm(from: offset)
      else {
        offset += 1
        continue
      }
      if let end = definedName(at: offset) {
        offset = end
        continue
      }
      let end: Int?
      switch scalars[offset] {
      case "“":
        isQuoted = true
        end = nil
      case "”":
        isQuoted = false
        end = nil
      case "《": end = title(at: offset)
      case "第": end = bare(at: offset)
      case "前", "上": end = relative(at: offset)
      case "本": end = this(at: offset)
      case "该", "同": end = last(at: offset)
      case "附": end = annex(at: offset)
      case "〔", "[", "［", "【", "（", "令", "告", "字": end = number(at: offset)
      case "规", "有", "相": end = generic(at: offset)
      case "表" where features.hasTables: end = table(at: offset)
      case "0"..."9" where features.hasDecimals: end = decimal(at: offset)
      default: end = nil
      }
      if let end {
        offset = end
      } else if let end = law(at: offset) ?? alias(at: offset) {
        offset = end
      } else {
        offset += 1
      }
    }
  }

  private mutating func add(
    _ rule: ReferenceMention.Rule, _ anchor: ReferenceMention.Anchor, _ range: Range<Int>,
    units: [UnitPath] = []
  ) -> Int {
    mentions.append(
      ReferenceMention(
        node: block.node, isInTail: block.role == .tail, isQuoted: isQuoted, range: range,
        anchor: anchor,
        units: units, rule: rule))
    return range.upperBound
  }

  /// Adds a reference for each member of a list; the first takes the words from the start.
  private mutating func add(
    _ rule: ReferenceMention.Rule, _ anchor: ReferenceMention.Anchor, from start: Int,
    _ units: UnitPathGrammar.Units
  ) -> Int {
    for (index, member) in units.members.enumerated() {
      let first = index == 0 ? start : member.range.lowerBound
      _ = add(rule, anchor, first..<member.range.upperBound, units: member.paths)
    }
    return units.end
  }

  private func isWord(_ first: Unicode.Scalar, _ second: Unicode.Scalar, at offset: Int) -> Bool {
    offset >= 0 && offset + 1 < limit && scalars[offset] == first && scalars[offset + 1] == second
  }

  // MARK: Names

  /// Passes a term where it is defined: （以下简称《条例》） refers to nothing.
  private mutating func definedName(at offset: Int) -> Int? {
    guard nextDefinedTerm(from: offset) == offset else { return nil }
    return aliases.terms[definedTerm].upperBound
  }

  /// Where the first defined term begins that does not end before an offset.
  private mutating func nextDefinedTerm(from offset: Int) -> Int? {
    while definedTerm < aliases.terms.count, aliases.terms[definedTerm].upperBound <= offset {
      definedTerm += 1
    }
    return definedTerm < aliases.terms.count ? aliases.terms[definedTerm].lowerBound : nil
  }

  /// 《中华人民共和国职业教育法》第五条.
  private mutating func title(at offset: Int) -> Int? {
    guard let title = extractor.titles.title(in: scalars, from: offset, to: limit) else {
      return nil
    }
    let anchor = ReferenceMention.Anchor.title(title.words, number: title.number)
    if let units = units(after: title.next, below: nil) {
      return add(.title, anchor, from: offset, units)
    }
    return add(.title, anchor, offset..<title.end)
  }

  /// 刑法第二百六十四条, 宪法.
  private mutating func law(at offset: Int) -> Int? {
    guard nextLaw(from: offset) == offset else { return nil }
    let end = laws[lawIndex].end
    guard end <= limit,
      extractor.lawFalseFriends.longest(in: scalars, from: end, to: limit) == nil
    else { return nil }
    return law(offset..<end)
  }

  /// Where the first name of a law begins, from an offset on.
  private mutating func nextLaw(from offset: Int) -> Int? {
    while lawIndex < laws.count, laws[lawIndex].start < offset { lawIndex += 1 }
    return lawIndex < laws.count ? laws[lawIndex].start : nil
  }

  /// A name defined for a document, such as 征收条例 after （以下简称征收条例）.
  private mutating func alias(at offset: Int) -> Int? {
    guard !aliases.documentNames.isEmpty,
      let match = aliases.documentNames.longest(in: scalars, from: offset, to: limit)
    else {
      return nil
    }
    let end = match.range.upperBound
    // A short name is part of many a longer one (条例, 办法): units after it show what is meant.
    let isShort = match.range.count < 4
    if isShort || aliases.isPlainType(match.row, extractor.documentTypes) {
      guard let units = units(after: end, below: nil) else { return nil }
      return add(.alias, .law(match.range), from: offset, units)
    }
    return law(offset..<end)
  }

  private mutating func law(_ name: Range<Int>) -> Int {
    if let units = units(after: name.upperBound, below: nil) {
      return add(.law, .law(name), from: name.lowerBound, units)
    }
    return add(.law, .law(name), name)
  }

  /// 国办发〔2019〕2号 without a title.
  private mutating func number(at offset: Int) -> Int? {
    guard
      let match = extractor.numbers.number(in: scalars, at: offset, within: lowerBound..<limit)
    else { return nil }
    return add(.number, .number(match.range), match.range)
  }

  // MARK: Units

  /// Units that follow a name, also after 的 and 中.
  private func units(after offset: Int, below unit: ReferenceUnit?) -> UnitPathGrammar.Units? {
    var start = offset
    if start + 1 < limit, scalars[start] == "中" || scalars[start] == "的" { start += 1 }
    if start + 1 < limit, start > offset, scalars[start] == "的" { start += 1 }
    guard start < limit, scalars[start] == "第" || unit != nil && scalars[start] == "（" else {
      return nil
    }
    return units.units(from: start, below: unit)
  }

  /// 第五条, 第二款第三项.
  private mutating func bare(at offset: Int) -> Int? {
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
  private func isRuled(after offset: Int) -> Bool {
    guard offset < limit else { return false }
    switch scalars[offset] {
    case "规": return isWord("规", "定", at: offset)
    case "所": return true
    case "的": return isWord("规", "定", at: offset + 1)
    default: return false
    }
  }

  /// 本条例第五条, 本条第二款, 本章.
  private mutating func this(at offset: Int) -> Int? {
    if let type = extractor.documentTypes.longest(in: scalars, from: offset + 1, to: limit) {
      return units(ofThis: offset, after: type.range.upperBound)
    }
    if offset + 1 < limit, scalars[offset + 1] == "《",
      let title = extractor.titles.title(in: scalars, from: offset + 1, to: limit)
    {
      return units(ofThis: offset, after: title.end)
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

  private mutating func units(ofThis start: Int, after end: Int) -> Int {
    if let units = units(after: end, below: nil) {
      return add(.this, .this, from: start, units)
    }
    if let annex = annexes(at: scalars[min(end, limit - 1)] == "的" ? end + 1 : end) {
      return add(.annex, .annexes(annex.numbers), start..<annex.end)
    }
    return end
  }

  /// 该条例第五条, 同法第六条.
  private mutating func last(at offset: Int) -> Int? {
    guard let type = extractor.documentTypes.longest(in: scalars, from: offset + 1, to: limit),
      let units = units(after: type.range.upperBound, below: nil)
    else { return nil }
    return add(.last, .last, from: offset, units)
  }

  /// 前款, 前两条, 上款.
  private mutating func relative(at offset: Int, from start: Int? = nil) -> Int? {
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
  private func unit(at offset: Int) -> (unit: ReferenceUnit, end: Int)? {
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

  // MARK: Annexes

  /// 见附件1, （附件2）.
  private mutating func annex(at offset: Int) -> Int? {
    guard let annex = annexes(at: offset) else { return nil }
    if annex.numbers.isEmpty {
      // 附件 alone is a word of everyday life; after 见, or by itself in brackets, it points.
      let previous = offset > block.range.lowerBound ? scalars[offset - 1] : "。"
      let isBracketed = previous == "（" && annex.end < limit && scalars[annex.end] == "）"
      guard previous == "见" || previous == "阅" || isBracketed else { return nil }
    }
    return add(.annex, .annexes(annex.numbers), offset..<annex.end)
  }

  /// 附件1、附件2; 附件1至3.
  ///
  /// The line that names the annexes (附件：1.…) is none.
  private func annexes(at offset: Int) -> (numbers: [ClosedRange<Int>], end: Int)? {
    guard
      isWord("附", "件", at: offset) || isWord("附", "表", at: offset) || isWord("附", "图", at: offset)
    else {
      return nil
    }
    var end = offset + 2
    var numbers: [ClosedRange<Int>] = []
    if let number = annexNumber(at: end) {
      numbers.append(number.value...number.value)
      end = number.end
      list: while end + 1 < limit {
        var next = end + 1
        let isRange: Bool
        switch scalars[end] {
        case "、", "和", "及", "或": isRange = false
        case "至", "到", "-", "—", "~", "～", "－": isRange = true
        default: break list
        }
        if isWord("附", "件", at: next) || isWord("附", "表", at: next) { next += 2 }
        guard let more = annexNumber(at: next) else { break }
        if isRange, let first = numbers.last?.lowerBound, first <= more.value, more.value < 1000 {
          numbers[numbers.count - 1] = first...more.value
        } else {
          numbers.append(more.value...more.value)
        }
        end = more.end
      }
    }
    // 附件1：… and 附件1.docx name annexes in a list.
    if end < limit, scalars[end] == "." || scalars[end] == "：" && offset == block.range.lowerBound {
      return nil
    }
    return (numbers, end)
  }

  private func annexNumber(at offset: Int) -> (value: Int, end: Int)? {
    if offset + 2 < limit, scalars[offset] == "（",
      let number = ChineseNumeral.integer(in: scalars, from: offset + 1, to: limit),
      number.end < limit, scalars[number.end] == "）"
    {
      return (number.value, number.end + 1)
    }
    guard let number = ChineseNumeral.integer(in: scalars, from: offset, to: limit),
      number.value < 1000
    else { return nil }
    return number
  }

  // MARK: Tables and decimal numbers

  /// 见表1.
  private mutating func table(at offset: Int) -> Int? {
    guard let number = annexNumber(at: offset + 1), offset > block.range.lowerBound else {
      return nil
    }
    let previous = scalars[offset - 1].value
    // 代表10人 and 附表1 are other words.
    guard !(0x4E00...0x9FFF).contains(previous) || Self.tableLeadIns.contains(scalars[offset - 1])
    else { return nil }
    return add(.table, .table(number.value), offset..<number.end)
  }

  /// 违反4.2.1规定.
  private mutating func decimal(at offset: Int) -> Int? {
    if offset > block.range.lowerBound {
      let previous = scalars[offset - 1]
      if previous == "." || isWordCharacter(previous) { return nil }
    }
    var values: [Int] = []
    var end = offset
    while let number = ChineseNumeral.integer(in: scalars, from: end, to: limit),
      isWordCharacter(scalars[end])
    {
      values.append(number.value)
      end = number.end
      guard end + 1 < limit, scalars[end] == ".", isWordCharacter(scalars[end + 1]) else { break }
      end += 1
    }
    guard values.count > 1, end < limit else { return values.isEmpty ? nil : end }
    switch scalars[end] {
    case "规", "所", "的", "、", "和", "，", "。", "；", "）", "条", "节", "款", "或", "及", "以":
      return add(.decimal, .decimal(values), offset..<end)
    default: return end
    }
  }

  // MARK: Rules in general

  /// 国家有关规定.
  private mutating func generic(at offset: Int) -> Int? {
    let bounds = lowerBound..<limit
    let range: Range<Int>?
    if isWord("规", "定", at: offset) {
      range = extractor.generics.reference(in: scalars, atRule: offset, within: bounds)
    } else if isWord("有", "关", at: offset) || isWord("相", "关", at: offset) {
      guard let vague = extractor.generics.reference(in: scalars, atVague: offset, within: bounds)
      else { return nil }
      // With 规定 behind it, the walk finds all of it from there.
      let rest = vague.upperBound
      range =
        isWord("规", "定", at: rest)
          || rest < limit && scalars[rest] == "的" && isWord("规", "定", at: rest + 1)
          || rest < limit && scalars[rest] == "、"
        ? nil : vague
    } else {
      return nil
    }
    guard let range, !continuesName(range) else { return nil }
    return add(.generic, .generic, range)
  }

  /// 《…》的有关规定, 本条例有关规定: more words of a reference to one document.
  private func continuesName(_ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    let floor = block.range.lowerBound
    if start > floor, scalars[start - 1] == "的" { start -= 1 }
    if let last = mentions.last, last.range.upperBound == start, last.anchor != .generic {
      return true
    }
    guard let type = extractor.documentTypes.longest(in: scalars, endingAt: start, from: floor)
    else { return false }
    return type.range.lowerBound > floor && scalars[type.range.lowerBound - 1] == "本"
  }
}
