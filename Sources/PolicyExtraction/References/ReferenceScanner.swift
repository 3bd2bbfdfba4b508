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
  var isQuoted = false
  /// What was found.
  var mentions: [ReferenceMention] = []

  let limit: Int
  let units: UnitPathGrammar

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
  var lowerBound: Int {
    max(block.range.lowerBound, mentions.last?.range.upperBound ?? 0)
  }

  mutating func scan() {
    let openers = extractor.openers
    let names = aliases.documentNames
    var offset = block.range.lowerBound
    var landmark = nextLandmark(from: offset)
    while offset < limit {
      if landmark < offset { landmark = nextLandmark(from: offset) }
      guard
        offset == landmark || openers.contains(scalars[offset])
          || names.mayBegin(with: scalars[offset])
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

  mutating func add(
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
  mutating func add(
    _ rule: ReferenceMention.Rule, _ anchor: ReferenceMention.Anchor, from start: Int,
    _ units: UnitPathGrammar.Units
  ) -> Int {
    for (index, member) in units.members.enumerated() {
      let first = index == 0 ? start : member.range.lowerBound
      _ = add(rule, anchor, first..<member.range.upperBound, units: member.paths)
    }
    return units.end
  }

  func isWord(_ first: Unicode.Scalar, _ second: Unicode.Scalar, at offset: Int) -> Bool {
    offset >= 0 && offset + 1 < limit && scalars[offset] == first && scalars[offset + 1] == second
  }

  // MARK: Names

  /// Passes a term where it is defined: （以下简称《条例》） refers to nothing.
  private mutating func definedName(at offset: Int) -> Int? {
    guard nextDefinedTerm(from: offset) == offset else { return nil }
    return aliases.terms[definedTerm].upperBound
  }

  /// The next place where a law is named, or a defined term begins or ends: elsewhere references have
  /// openers.
  private mutating func nextLandmark(from offset: Int) -> Int {
    var landmark = nextLaw(from: offset) ?? Int.max
    if let term = nextDefinedTerm(from: offset) {
      landmark = min(landmark, term < offset ? aliases.terms[definedTerm].upperBound : term)
    }
    return landmark
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
