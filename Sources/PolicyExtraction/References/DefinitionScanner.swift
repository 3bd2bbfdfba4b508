import PolicyLexicons
import PolicyStructure
import PolicyText

/// Walks one block and collects what it defines.
struct DefinitionScanner {
  let extractor: DefinitionExtractor
  let scalars: [Unicode.Scalar]
  let block: TextBlock
  /// Where the list that a block may lead in to ends.
  let listEnd: Int
  /// What was found.
  var definitions: [Definition] = []

  /// A term, or the words before an alias, are no longer than this.
  private static let longestTerm = 60

  /// Where the words of the last definition end: within them only aliases are sought.
  private var definedEnd = 0
  /// The term of the last definition, and where its meaning begins.
  private var defined = (term: 0..<0, meaning: 0)

  private var limit: Int { block.range.upperBound }

  init(
    extractor: DefinitionExtractor, scalars: [Unicode.Scalar], block: TextBlock, listEnd: Int
  ) {
    self.extractor = extractor
    self.scalars = scalars
    self.block = block
    self.listEnd = listEnd
  }

  mutating func scan() {
    // Most blocks have neither 称 nor 指, and define nothing.
    guard
      scalars.offset(of: "称", in: block.range) != nil
        || scalars.offset(of: "指", in: block.range) != nil
    else { return }
    var sentence = block.range.lowerBound
    var bracket: Int?
    var depth = 0
    var offset = block.range.lowerBound
    while offset < limit {
      switch scalars[offset] {
      case "。", "；", "！", "？": sentence = offset + 1
      case "（":
        bracket = offset
        depth += 1
      case "）":
        depth = max(0, depth - 1)
        if depth == 0 { bracket = nil }
      case "称":
        if offset > sentence, scalars[offset - 1] == "所" {
          if offset >= definedEnd { explained(from: offset + 1, sentence: sentence) }
        } else if let end = alias(at: offset, sentence: sentence, bracket: bracket) {
          offset = end
          continue
        }
      case "指":
        guard offset >= definedEnd else { break }
        if offset > sentence, scalars[offset - 1] == "所",
          explained(from: offset + 1, sentence: sentence)
        {
          // 本办法所指考生，为…
          break
        }
        explained(at: offset, sentence: sentence)
      default: break
      }
      offset += 1
    }
  }

  // MARK: Aliases

  /// （以下简称X）, and ，以下统称X。 without brackets.
  private mutating func alias(at mark: Int, sentence: Int, bracket: Int?) -> Int? {
    guard
      var marker = extractor.words.longest(
        in: scalars, endingAt: mark + 1, from: block.range.lowerBound),
      extractor.roles[marker.row] == .alias
    else { return nil }
    let start = marker.range.lowerBound
    if let longer = extractor.words.longest(in: scalars, from: start, to: limit),
      extractor.roles[longer.row] == .alias
    {
      marker = longer
    }
    guard start > block.range.lowerBound else { return nil }
    let before = scalars[start - 1]
    let isBracketed = bracket != nil && (before == "（" || before == "，")
    guard isBracketed || before == "，" && marker.range.count >= 4 else { return nil }
    guard let term = term(from: marker.range.upperBound) else { return nil }
    var end = isBracketed ? bracket ?? start - 1 : start - 1
    // （甲局和乙局，以下统称登记机关）: all of it in the bracket.
    if isBracketed, end <= sentence || end == block.range.lowerBound { end = start - 1 }
    let meaning = self.meaning(of: term, before: end, from: bound(before: end, sentence: sentence))
    guard !meaning.isEmpty else { return nil }
    var terms = [term]
    var close = term.upperBound
    if close < limit, scalars[close] == "”" { close += 1 }
    // 以下简称“考委会”或“委员会”.
    while close + 1 < limit, scalars[close + 1] == "“", isJoin(scalars[close]),
      let next = self.term(from: close + 1)
    {
      terms.append(next)
      close = next.upperBound < limit ? next.upperBound + 1 : limit
    }
    if isBracketed, close < limit, scalars[close] == "）" { close += 1 }
    for term in terms {
      definitions.append(
        Definition(
          node: block.node, range: meaning.lowerBound..<close, term: term, meaning: meaning,
          kind: .alias))
    }
    return close
  }

  func isJoin(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "或" || scalar == "、" || scalar == "和"
  }

  /// The name after 以下简称, without quotation marks.
  private func term(from offset: Int) -> Range<Int>? {
    var start = offset
    while start < limit, scalars[start] == "：" || scalars[start] == "为" { start += 1 }
    if start < limit, scalars[start] == "“" { start += 1 }
    var end = start
    while end < limit, end - start < Self.longestTerm {
      switch scalars[end] {
      case "）", "，", "。", "；", "”": return end > start ? start..<end : nil
      case "《":
        while end < limit, scalars[end] != "》" { end += 1 }
        return end < limit ? start..<end + 1 : nil
      default: end += 1
      }
    }
    return end > start && end == limit ? start..<end : nil
  }

  /// What an alias stands for: the title right before it, or the shortest words before it that hold
  /// its characters in order (自由贸易试验区 for 自贸试验区), or else the clause.
  private func meaning(of term: Range<Int>, before end: Int, from sentence: Int) -> Range<Int> {
    var end = end
    if end > sentence, scalars[end - 1] == "）", let open = openBracket(before: end, from: sentence)
    {
      end = open
    }
    if end > sentence, scalars[end - 1] == "》", let open = openTitle(before: end, from: sentence) {
      return open..<end
    }
    if end > sentence, scalars[end - 1] == "”" {
      var open = end - 1
      while open > sentence, scalars[open] != "“" { open -= 1 }
      if scalars[open] == "“" { return open + 1..<end - 1 }
    }
    let clause = clauseStart(before: end, from: sentence)
    var left = term.upperBound
    var offset = end
    while left > term.lowerBound, offset > clause {
      offset -= 1
      if scalars[offset] == scalars[left - 1] { left -= 1 }
    }
    guard left == term.lowerBound else { return clause..<end }
    // 市水务局 leaves out whose bureau it is, 绿道 which; the words before say it.
    if isRegionWord(scalars[term.lowerBound]) || end - offset == term.count {
      while offset > clause, !endsWithBoundary(offset, from: clause) { offset -= 1 }
    }
    return offset..<end
  }

  /// Within a definition an alias stands for words of its term, or of its meaning.
  private func bound(before end: Int, sentence: Int) -> Int {
    guard end <= definedEnd, end >= defined.term.upperBound else { return sentence }
    return end > defined.meaning ? defined.meaning : defined.term.lowerBound
  }

  private func isRegionWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "市", "省", "县", "区", "州", "旗", "镇", "乡": true
    default: false
    }
  }

  private func endsWithBoundary(_ offset: Int, from lower: Int) -> Bool {
    extractor.boundaries.longest(in: scalars, endingAt: offset, from: lower) != nil
      || scalars[offset - 1] == "、"
  }

  private func clauseStart(before end: Int, from sentence: Int) -> Int {
    var start = end
    while start > sentence, end - start < 120 {
      switch scalars[start - 1] {
      case "，", "。", "；", "：", "（": return start
      default: start -= 1
      }
    }
    return start
  }

  private func openTitle(before end: Int, from lower: Int) -> Int? {
    open("《", "》", before: end, from: lower)
  }

  private func openBracket(before end: Int, from lower: Int) -> Int? {
    open("（", "）", before: end, from: lower)
  }

  private func open(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, before end: Int, from lower: Int
  ) -> Int? {
    var depth = 0
    var offset = end
    while offset > lower, end - offset < 400 {
      offset -= 1
      if scalars[offset] == closing { depth += 1 }
      if scalars[offset] == opening { depth -= 1 }
      if depth == 0 { return offset }
    }
    return nil
  }

  // MARK: Meanings

  /// 所称X，是指…, where the term begins at an offset.
  @discardableResult
  private mutating func explained(from offset: Int, sentence: Int) -> Bool {
    let start = offset < limit && scalars[offset] == "的" ? offset + 1 : offset
    var end = start
    while end < limit, end - start < Self.longestTerm {
      if scalars[end] == "。" || scalars[end] == "；" { return false }
      if end > start, let marker = marker(at: end, allows: [.meaning, .extent]) {
        return define(start..<end, marker: marker, sentence: sentence)
      }
      // 本办法所称运营者是…: of what the document itself calls so even a bare 是 says the meaning.
      if end > start + 1, end + 1 < limit, scalars[end] == "是", scalars[sentence] == "本",
        scalars[end + 1] != "否"
      {
        return define(start..<end, marker: end..<end + 1, sentence: sentence)
      }
      end += 1
    }
    return false
  }

  /// X是指… at the start of a sentence, where 指 stands at an offset.
  private mutating func explained(at offset: Int, sentence: Int) {
    var start = offset
    if start > sentence, scalars[start - 1] == "是" || scalars[start - 1] == "系" { start -= 1 }
    if start > sentence, scalars[start - 1] == "，" || scalars[start - 1] == "：" { start -= 1 }
    guard start < offset, let marker = marker(at: start, allows: [.meaning]),
      marker.upperBound > offset, start > sentence
    else { return }
    var head = sentence
    for index in stride(from: start - 1, through: sentence, by: -1) {
      if start - index > Self.longestTerm { return }
      if scalars[index] == "：" {
        head = index + 1
        break
      }
      // A clause before the term may lead in to it; a term of several clauses is none.
      if scalars[index] == "，" {
        guard index == sentence + 2, scalars[sentence] == "其", scalars[sentence + 1] == "中" else {
          return
        }
        head = index + 1
        break
      }
    }
    var end = start
    if scalars[end - 1] == "）", let open = openBracket(before: end, from: head) { end = open }
    define(head..<end, marker: marker, sentence: head)
  }

  @discardableResult
  private mutating func define(
    _ words: Range<Int>, marker: Range<Int>, sentence: Int
  ) -> Bool {
    var term = withoutOpening(words)
    // 取餐柜（含智能柜，下同）是指…: the bracket is no part of the term.
    if term.count > 3, scalars[term.upperBound - 1] == "）",
      let open = openBracket(before: term.upperBound, from: term.lowerBound), open > term.lowerBound
    {
      term = term.lowerBound..<open
    }
    if let first = scalars[term].first, first == "“", scalars[term.upperBound - 1] == "”",
      !scalars[term.dropFirst().dropLast()].contains("”")
    {
      term = term.lowerBound + 1..<term.upperBound - 1
    }
    guard !term.isEmpty, !isNumberRule(after: marker.upperBound) else { return false }
    var end = marker.upperBound
    while end < limit, scalars[end] != "。", scalars[end] != "；" { end += 1 }
    // 是指： leads in to a list, which is the meaning.
    if end == limit, limit > marker.upperBound, scalars[limit - 1] == "：" { end = listEnd }
    if end == marker.upperBound { end = max(end, listEnd) }
    guard end > marker.upperBound else { return false }
    for term in dealt(term) {
      definitions.append(
        Definition(
          node: block.node, range: sentence..<end, term: term,
          meaning: marker.upperBound..<end, kind: .definition))
    }
    definedEnd = min(end, limit)
    defined = (term, marker.upperBound)
    return true
  }

  /// 所称“以上”包括本数 says how to count and explains no term.
  private func isNumberRule(after offset: Int) -> Bool {
    offset + 1 < limit && scalars[offset] == "本"
      && (scalars[offset + 1] == "数" || scalars[offset + 1] == "级")
  }

  /// Whether 的 or 不 follows: 是指定的机构, 是指挥不当.
  private func modifies(_ offset: Int) -> Bool {
    offset >= limit || scalars[offset] == "的" || scalars[offset] == "不"
  }

  /// A word that gives a meaning, where it begins.
  private func marker(
    at offset: Int, allows allowed: [DefinitionExtractor.Role]
  ) -> Range<Int>? {
    guard let word = extractor.words.longest(in: scalars, from: offset, to: limit),
      allowed.contains(extractor.roles[word.row])
    else { return nil }
    let end = word.range.upperBound
    // ，指导 is another word than ，指.
    if scalars[end - 1] == "指",
      let compound = extractor.words.longest(
        in: scalars, from: end - 1, to: limit), extractor.roles[compound.row] == .compound,
      // 是指向社会服务的机构, 是指定居国外的公民: after 是 the word is 是指, unless it is a modifier (是指定的).
      scalars[end - 2] != "是" || modifies(compound.range.upperBound)
    {
      return nil
    }
    // 所称的“是”: a bare 是 or 为 defines only after a quoted term.
    if word.range.count == 1, scalars[offset - 1] != "”", scalars[offset] != "指" { return nil }
    return word.range
  }
}
