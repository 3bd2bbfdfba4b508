public import PolicyStructure

/// The sentences, parts and clauses of a document, over its blocks of running words.
///
/// Made in one pass; all ranges count in the reading text.
public struct ClauseLayer: Sendable {
  /// All clauses in the order of the text.
  public private(set) var clauses: [Clause] = []
  /// All parts of sentences in the order of the text.
  public private(set) var parts: [SentencePart] = []
  /// All sentences in the order of the text.
  public private(set) var sentences: [Sentence] = []
  /// What stands in brackets or quotation marks, from mark to mark, outermost only, in the order of
  /// the text; quoted sentences are left out.
  public private(set) var enclosures: [Range<Int>] = []
  /// For each block, the indices of its sentences.
  public private(set) var sentencesOfBlock: [Range<Int>] = []

  /// The sentences of the blocks of a document.
  public init(scalars: [Unicode.Scalar], blocks: [TextBlock]) {
    sentencesOfBlock.reserveCapacity(blocks.count)
    scalars.withUnsafeBufferPointer { text in
      var brackets = BracketPairs()
      for (index, block) in blocks.enumerated() {
        let first = sentences.count
        brackets.find(in: text, range: block.range)
        appendSentences(of: index, range: block.range, in: text, brackets: brackets)
        sentencesOfBlock.append(first..<sentences.count)
      }
    }
  }

  /// The clauses of a part.
  public func clauses(of part: SentencePart) -> ArraySlice<Clause> {
    clauses[part.clauses]
  }

  /// The enclosure that an offset lies in.
  public func enclosure(at offset: Int) -> Range<Int>? {
    var low = 0
    var high = enclosures.count
    while low < high {
      let middle = (low + high) / 2
      if enclosures[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < enclosures.count, enclosures[low].contains(offset) else { return nil }
    return enclosures[low]
  }

  private mutating func appendSentences(
    of block: Int, range: Range<Int>, in text: UnsafeBufferPointer<Unicode.Scalar>,
    brackets: BracketPairs
  ) {
    var open = OpenSentence(
      clauseStart: range.lowerBound, partStart: parts.count, clauseIndex: clauses.count)
    var pair = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      if pair < brackets.pairs.count, brackets.pairs[pair].open == offset {
        let found = brackets.pairs[pair]
        pair += 1
        if quotesSentences(found, in: text, from: range.lowerBound) {
          // The quoted sentences are sentences of the block; only the quotation mark is left out.
          closeClause(&open, at: offset, mark: .colon)
          open.clauseStart = offset + 1
          offset += 1
          continue
        }
        enclosures.append(found.open..<found.close + 1)
        offset = found.close + 1
        if found.open == open.clauseStart, open.partStart == parts.count,
          open.clauseIndex == clauses.count, closesSentence(found, in: text)
        {
          closeSentence(&open, at: offset, mark: .stop, next: offset, block: block)
          continue
        }
        if endsSentence(found, in: text, before: range.upperBound) {
          closeSentence(&open, at: offset, mark: .stop, next: offset, block: block)
        }
        continue
      }
      let scalar = text[offset]
      if scalar.value < 0x3003 || scalar.value > 0xFF00 {
        switch scalar {
        case "，": closeClause(&open, at: offset, mark: .comma)
        case "：": closeClause(&open, at: offset, mark: .colon)
        case "；":
          closeClause(&open, at: offset, mark: .semicolon)
          closePart(&open)
        case "。", "！", "？":
          closeSentence(&open, at: offset, mark: .stop, next: offset + 1, block: block)
          // A closing mark after 。 ends what is quoted and begins nothing.
          while offset + 1 < range.upperBound, text[offset + 1] == "”" || text[offset + 1] == "）" {
            offset += 1
            open.clauseStart = offset + 1
          }
        default: break
        }
      }
      offset += 1
    }
    closeSentence(
      &open, at: range.upperBound, mark: .end, next: range.upperBound, block: block)
  }

  /// A quotation after ： that holds whole sentences (修改为：“第一条　…。”): its marks count.
  ///
  /// Each paragraph of a long quotation begins with “ and only the last ends with ”: that one stands behind a full stop.
  private func quotesSentences(
    _ pair: BracketPairs.Pair, in text: UnsafeBufferPointer<Unicode.Scalar>, from start: Int
  ) -> Bool {
    guard pair.open > start, pair.close > pair.open + 1 else { return false }
    switch text[pair.open - 1] {
    case "：", "。", "；": break
    default: return false
    }
    return text[pair.open] == "“" && text[pair.close - 1] == "。"
  }

  /// （市教育局负责）支持学校…: a bracket that says who answers for the sentence before it.
  private func closesSentence(
    _ pair: BracketPairs.Pair, in text: UnsafeBufferPointer<Unicode.Scalar>
  ) -> Bool {
    guard text[pair.open] == "（", pair.close > pair.open + 4 else { return false }
    switch (text[pair.close - 2], text[pair.close - 1]) {
    case ("负", "责"), ("牵", "头"), ("配", "合"), ("参", "加"), ("参", "与"), ("落", "实"): return true
    default: return false
    }
  }

  /// A quotation that ends in 。 and is followed by words closes its sentence as well.
  private func endsSentence(
    _ pair: BracketPairs.Pair, in text: UnsafeBufferPointer<Unicode.Scalar>, before end: Int
  ) -> Bool {
    guard text[pair.open] == "“", text[pair.close - 1] == "。", pair.close + 1 < end else {
      return false
    }
    let next = text[pair.close + 1].value
    return next >= 0x4E00 && next < 0xFF00 && text[pair.close + 1] != "的"
  }

  private struct OpenSentence {
    var clauseStart: Int
    var partStart: Int
    var clauseIndex: Int
  }

  private mutating func closeClause(
    _ open: inout OpenSentence, at offset: Int, mark: Clause.Mark
  ) {
    if offset > open.clauseStart {
      clauses.append(Clause(range: open.clauseStart..<offset, mark: mark))
    }
    open.clauseStart = offset + 1
  }

  private mutating func closePart(_ open: inout OpenSentence) {
    if clauses.count > open.clauseIndex {
      parts.append(SentencePart(clauses: open.clauseIndex..<clauses.count))
      open.clauseIndex = clauses.count
    }
  }

  private mutating func closeSentence(
    _ open: inout OpenSentence, at offset: Int, mark: Clause.Mark, next: Int, block: Int
  ) {
    closeClause(&open, at: offset, mark: mark)
    closePart(&open)
    if parts.count > open.partStart, let last = clauses.last {
      let first = clauses[parts[open.partStart].clauses.lowerBound]
      sentences.append(
        Sentence(
          block: block, range: first.range.lowerBound..<last.range.upperBound,
          parts: open.partStart..<parts.count, leadsIn: last.mark == .colon))
    }
    open = OpenSentence(clauseStart: next, partStart: parts.count, clauseIndex: clauses.count)
  }
}
