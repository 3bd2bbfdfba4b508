import PolicyExtraction
import PolicyLexicons
import PolicyStructure
import PolicyText

/// The words that tell what a percentage is computed from (`lexicons/share-cues.tsv`).
struct ShareCues: Sendable {
  private enum Part: String, CaseIterable {
    case whole, part, rate, scoreRate, notRate, notAmong, share, compare, up, down, from, to
  }

  /// How far before a number its word may stand, in scalars.
  private static let reach = 14
  /// How much may stand between the last number and the percentage.
  private static let leadLimit = 20

  private let words: WordList
  private let parts: [Part]
  private let partitions: WordList

  init(lexicons: Lexicons) throws(LexiconError) {
    let lexicon = lexicons[.shareCues]
    words = WordList(lexicon)
    parts = try lexicon.values(of: "part", as: Part.self)
    partitions = WordList(lexicons[.partWords])
  }

  /// What a percentage claims of the numbers before it, if its words say so.
  func claim(
    of percent: Quantity, after sentence: SentenceNumbers, in draft: Draft
  ) -> ShareClaim? {
    guard let (first, second, isOnly) = sentence.pair else { return nil }
    let lead = second.range.upperBound..<percent.range.lowerBound
    guard lead.count <= Self.leadLimit else { return nil }
    let between = first.range.upperBound..<second.range.lowerBound
    if let rate = rate(in: lead, of: draft) {
      guard rate != .scoreRate || first.kind == .score && second.kind == .score else { return nil }
      return self.rate(first, second, isOnly: isOnly, between: between, in: draft)
    }
    if isShare(lead, of: draft) { return share(first, second, between: between, in: draft) }
    // 45人，占教师总数120人的37.5%
    if lead.count == 1, draft.scalars[lead.lowerBound] == "的",
      let share = between.first(where: { draft.scalars[$0] == "占" }),
      share <= between.lowerBound + 1
    {
      return ShareClaim(form: .share, part: first, whole: second)
    }
    guard isOnly, let sign = direction(in: lead, of: draft) else { return nil }
    return change(first, second, sign: sign, between: between, in: draft)
  }

  /// Whether 中 at an offset ends a word in which it does not mean among: 高中.
  private func isNotAmong(_ offset: Int, in draft: Draft) -> Bool {
    words.longest(in: draft.scalars, endingAt: offset + 1, from: max(0, offset - 1))
      .map { parts[$0.row] == .notAmong } ?? false
  }

  // MARK: Forms

  /// 计划培训700人，实际培训509人，完成率72.71%.
  private func rate(
    _ first: Quantity, _ second: Quantity, isOnly: Bool, between: Range<Int>, in draft: Draft
  ) -> ShareClaim? {
    let firstIsWhole = has(.whole, before: first, in: draft)
    let secondIsPart = has(.part, before: second, in: draft)
    if firstIsWhole, secondIsPart { return ShareClaim(form: .share, part: second, whole: first) }
    guard isOnly else { return nil }
    if has(.part, before: first, in: draft), has(.whole, before: second, in: draft) {
      return ShareClaim(form: .share, part: first, whole: second)
    }
    guard firstIsWhole || secondIsPart || hasPartition(in: between, of: draft),
      let whole = first.value, let part = second.value, part <= whole
    else { return nil }
    return ShareClaim(form: .share, part: second, whole: first)
  }

  /// 教师4500人，其中女教师2970人，占66%; 32所中学中，24所……，占比75%.
  private func share(
    _ first: Quantity, _ second: Quantity, between: Range<Int>, in draft: Draft
  ) -> ShareClaim? {
    let scalars = draft.scalars
    let isAmong = between.contains {
      scalars[$0] == "中" && $0 + 1 < scalars.count
        && !isNotAmong($0, in: draft)
        && (scalars[$0 + 1] == "，" || scalars[$0 + 1] == "有" || $0 + 1 == between.upperBound)
    }
    guard isAmong || hasPartition(in: between, of: draft) else { return nil }
    return ShareClaim(form: .share, part: second, whole: first)
  }

  /// 由200万元增长到250万元，增长25%; 1320人，比上年的1200人增长10%; 1050万元，同比增加150万元，增长16.67%.
  private func change(
    _ first: Quantity, _ second: Quantity, sign: Int, between: Range<Int>, in draft: Draft
  ) -> ShareClaim? {
    if has(.from, before: first, in: draft) {
      guard has(.to, in: between, of: draft) else { return nil }
      return ShareClaim(form: .change(sign: sign), part: second, whole: first)
    }
    if endsWithChange(second, sign: sign, in: draft) {
      return ShareClaim(form: .rise(sign: sign), part: second, whole: first)
    }
    let clause = clauseStart(before: second, in: draft)..<second.range.lowerBound
    guard clause.lowerBound >= between.lowerBound, beginsWithComparison(clause, of: draft) else {
      return nil
    }
    return ShareClaim(form: .change(sign: sign), part: first, whole: second)
  }

  // MARK: Words

  /// Whether a sentence ends between two numbers.
  func endsSentence(between start: Int, and end: Int, _ draft: Draft) -> Bool {
    start > end || draft.scalars[start..<end].contains { $0 == "。" || $0 == "；" || $0 == "！" }
  }

  /// 完成率, 有效回收率为: words that end with 率, and no rate of another kind (税率); 得分率 is one of scores.
  private func rate(in range: Range<Int>, of draft: Draft) -> Part? {
    for offset in range.reversed() {
      guard
        let match = words.longest(in: draft.scalars, endingAt: offset + 1, from: range.lowerBound)
      else { continue }
      switch parts[match.row] {
      case .rate, .scoreRate: return has(.compare, in: range, of: draft) ? nil : parts[match.row]
      case .notRate: return nil
      default: continue
      }
    }
    return nil
  }

  /// 占, 占比为: nothing but such a word, behind a comma or bracket.
  private func isShare(_ range: Range<Int>, of draft: Draft) -> Bool {
    var lead = range
    // What the counted did may stand between: 有24所开展了研修，占比75%.
    if let mark = lead.last(where: { "，（".unicodeScalars.contains(draft.scalars[$0]) }) {
      lead = mark + 1..<lead.upperBound
    }
    guard let match = words.longest(in: draft.scalars, from: lead.lowerBound, to: lead.upperBound)
    else { return false }
    return parts[match.row] == .share && match.range == lead
  }

  private func clauseStart(before quantity: Quantity, in draft: Draft) -> Int {
    let node = draft.context.document.nodes[quantity.node]
    var start = quantity.range.lowerBound
    while start > node.range.lowerBound, !"，。；：、".unicodeScalars.contains(draft.scalars[start - 1])
    {
      start -= 1
    }
    return start
  }

  private func has(_ part: Part, before quantity: Quantity, in draft: Draft) -> Bool {
    let start = max(
      clauseStart(before: quantity, in: draft), quantity.range.lowerBound - Self.reach)
    return has(part, in: start..<quantity.range.lowerBound, of: draft)
  }

  private func has(_ part: Part, in range: Range<Int>, of draft: Draft) -> Bool {
    range.contains { offset in
      words.longest(in: draft.scalars, from: offset, to: range.upperBound)
        .map { parts[$0.row] == part } ?? false
    }
  }

  private func hasPartition(in range: Range<Int>, of draft: Draft) -> Bool {
    range.contains {
      partitions.longest(in: draft.scalars, from: $0, to: range.upperBound) != nil
    }
  }

  /// Whether a clause compares: 比上年的, 较2022年.
  private func beginsWithComparison(_ clause: Range<Int>, of draft: Draft) -> Bool {
    words.longest(in: draft.scalars, from: clause.lowerBound, to: clause.upperBound)
      .map { parts[$0.row] == .compare } ?? false
  }

  /// Whether a number is by how much something changed: 增加150万元.
  private func endsWithChange(_ quantity: Quantity, sign: Int, in draft: Draft) -> Bool {
    let start = clauseStart(before: quantity, in: draft)
    return words.longest(in: draft.scalars, endingAt: quantity.range.lowerBound, from: start)
      .map { parts[$0.row] == (sign > 0 ? .up : .down) } ?? false
  }

  /// 1 for a rise, −1 for a fall, where the words before a percentage say no more than that.
  private func direction(in range: Range<Int>, of draft: Draft) -> Int? {
    var direction: Int?
    for offset in range {
      guard let match = words.longest(in: draft.scalars, from: offset, to: range.upperBound) else {
        continue
      }
      switch parts[match.row] {
      case .up: direction = direction ?? 1
      case .down: direction = direction ?? -1
      // 比全市平均水平高, 提高到: another number than the two.
      case .compare, .to: if !isLinking(match.range, of: draft) { return nil }
      default: continue
      }
    }
    return direction
  }

  /// 为, 达 and 同比 say that the change is so much: 增幅为25%, 同比增长25%.
  private func isLinking(_ word: Range<Int>, of draft: Draft) -> Bool {
    switch draft.scalars[word.lowerBound] {
    case "为", "达", "同": true
    default: false
    }
  }
}
