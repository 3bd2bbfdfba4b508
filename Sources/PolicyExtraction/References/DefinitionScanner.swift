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
          if let end = explained(from: offset + 1, sentence: sentence) { offset = end }
        } else if let end = alias(at: offset, sentence: sentence, bracket: bracket) {
          offset = end
          continue
        }
      case "指":
        if let end = explained(at: offset, sentence: sentence) { offset = end }
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
    let end = isBracketed ? bracket ?? start - 1 : start - 1
    let meaning = self.meaning(of: term, before: end, from: sentence)
    guard !meaning.isEmpty else { return nil }
    var close = term.upperBound
    if close < limit, scalars[close] == "”" { close += 1 }
    if isBracketed, close < limit, scalars[close] == "）" { close += 1 }
    definitions.append(
      Definition(
        node: block.node, range: meaning.lowerBound..<close, term: term, meaning: meaning,
        kind: .alias))
    return close
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
  private mutating func explained(from offset: Int, sentence: Int) -> Int? {
    let start = offset < limit && scalars[offset] == "的" ? offset + 1 : offset
    var end = start
    while end < limit, end - start < Self.longestTerm {
      if scalars[end] == "。" || scalars[end] == "；" { return nil }
      if end > start, let marker = marker(at: end, allows: [.meaning, .extent]) {
        return define(start..<end, marker: marker, sentence: sentence)
      }
      end += 1
    }
    return nil
  }

  /// X是指… at the start of a sentence, where 指 stands at an offset.
  private mutating func explained(at offset: Int, sentence: Int) -> Int? {
    var start = offset
    if start > sentence, scalars[start - 1] == "是" || scalars[start - 1] == "系" { start -= 1 }
    if start > sentence, scalars[start - 1] == "，" || scalars[start - 1] == "：" { start -= 1 }
    guard start < offset, let marker = marker(at: start, allows: [.meaning]),
      marker.upperBound > offset, start > sentence
    else { return nil }
    var head = sentence
    for index in stride(from: start - 1, through: sentence, by: -1) {
      if start - index > Self.longestTerm { return nil }
      if scalars[index] == "：" {
        head = index + 1
        break
      }
      // A clause before the term may lead in to it; a term of several clauses is none.
      if scalars[index] == "，" { return nil }
    }
    var end = start
    if scalars[end - 1] == "）", let open = openBracket(before: end, from: head) { end = open }
    return define(head..<end, marker: marker, sentence: head)
  }

  private mutating func define(
    _ words: Range<Int>, marker: Range<Int>, sentence: Int
  ) -> Int? {
    var term = withoutOpening(words)
    if let first = scalars[term].first, first == "“", scalars[term.upperBound - 1] == "”",
      !scalars[term.dropFirst().dropLast()].contains("”")
    {
      term = term.lowerBound + 1..<term.upperBound - 1
    }
    guard !term.isEmpty, !isNumberRule(after: marker.upperBound) else { return nil }
    var end = marker.upperBound
    while end < limit, scalars[end] != "。", scalars[end] != "；" { end += 1 }
    // 是指： leads in to a list, which is the meaning.
    if end == limit, limit > marker.upperBound, scalars[limit - 1] == "：" { end = listEnd }
    if end == marker.upperBound { end = max(end, listEnd) }
    guard end > marker.upperBound else { return nil }
    definitions.append(
      Definition(
        node: block.node, range: sentence..<end, term: term,
        meaning: marker.upperBound..<end, kind: .definition))
    return min(end, limit) - 1
  }

  /// A term without the words that say where it is used: 本办法中的共享单车, 本办法所指见习基地.
  private func withoutOpening(_ words: Range<Int>) -> Range<Int> {
    guard scalars[words.lowerBound] == "本" else { return words }
    for offset in words.dropFirst(2).prefix(8) where offset + 1 < words.upperBound {
      switch scalars[offset] {
      case "中":
        let start = scalars[offset + 1] == "的" ? offset + 2 : offset + 1
        return start < words.upperBound ? start..<words.upperBound : words
      case "所" where scalars[offset + 1] == "指" && offset + 2 < words.upperBound:
        return offset + 2..<words.upperBound
      default: continue
      }
    }
    return words
  }

  /// 所称“以上”包括本数 says how to count and explains no term.
  private func isNumberRule(after offset: Int) -> Bool {
    offset + 1 < limit && scalars[offset] == "本"
      && (scalars[offset + 1] == "数" || scalars[offset + 1] == "级")
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
        in: scalars, from: end - 1, to: limit), extractor.roles[compound.row] == .compound
    {
      return nil
    }
    // 所称的“是”: a bare 是 or 为 defines only after a quoted term.
    if word.range.count == 1, scalars[offset - 1] != "”" { return nil }
    return word.range
  }
}
