import PolicyText

/// A number that was taken for a unit's.
struct Unit {
  /// The number as it was read.
  var mark: NumberMark
  /// The level that it gives.
  var level: NodeLevel
  /// The depth of a heading.
  var depth: Int
  /// How far inside it stands: a unit closes all open units of its own rank and of higher ones.
  var rank: Int
}

/// Chooses, among all places where a number may stand, those where a unit begins.
///
/// What is known about what must come next decides: the number that is expected, the kind of number
/// of the open list, the colon that introduces a list. A number at the start of a line that no word
/// shows to be a reference is a unit also where it breaks the order (the break is a finding); a
/// number inside a line only where it is the one that is expected.
struct UnitSelection {
  /// Ranks of the levels above lists; lists have theirs from their style.
  enum Rank {
    static let attachment = 0
    static let part = 1
    static let subpart = 2
    static let chapter = 3
    static let section = 4
    static let article = 5
    static let list = 10
  }

  private(set) var units: [Unit] = []

  private let layout: Layout
  private let joiner: LineJoiner
  private let text: [Unicode.Scalar]
  private let hasArticles: Bool
  private let decimals: Bool
  /// The last number of each ordinal style, and of each list style wherever it stood.
  private var last: [Int] = Array(repeating: 0, count: NumberStyle.allCases.count)
  private var lastBranch = 0
  private var open: [Unit] = []

  /// Chooses among the marks of one document.
  ///
  /// `skipped`: Stretches whose numbers are no units: the table of contents, the list of
  /// annexes, the title block.
  init(
    _ marks: ArraySlice<NumberMark>, layout: Layout, joiner: LineJoiner,
    skipping skipped: [Range<Int>],
    attachments: [Int: Int], isStatute: Bool
  ) {
    self.layout = layout
    self.joiner = joiner
    text = layout.reading.scalars
    hasArticles =
      isStatute
      || marks.contains {
        $0.style == .article && !$0.isReference && $0.value == 1 && $0.place == .lineStart
      }
    decimals =
      marks.lazy.filter {
        $0.style == .decimal && !$0.rest.isEmpty && $0.place == .lineStart && !$0.isReference
      }.prefix(3).count >= 3
    var skip = skipped.makeIterator()
    var current = skip.next()
    for mark in marks {
      while let range = current, range.upperBound <= mark.range.lowerBound { current = skip.next() }
      if let range = current, range.contains(mark.range.lowerBound) { continue }
      switch mark.style {
      case .attachment:
        if let value = attachments[mark.range.lowerBound] { accept(mark, value: value) }
      case .part, .subpart, .chapter, .section: consider(division: mark)
      case .article: consider(article: mark)
      default: consider(list: mark)
      }
    }
  }

  // MARK: Divisions and articles

  private mutating func accept(_ mark: NumberMark, value: Int) {
    var mark = mark
    mark.value = value
    open = []
    last = Array(repeating: 0, count: last.count)
    lastBranch = 0
    push(Unit(mark: mark, level: .attachment, depth: 0, rank: Rank.attachment))
  }

  private mutating func consider(division mark: NumberMark) {
    guard !mark.isReference, hasTitle(after: mark) else { return }
    let style = Int(mark.style.rawValue)
    let expected = mark.value == last[style] + 1 || mark.value == 1
    switch mark.place {
    case .lineStart: if !expected && cutsSentence(mark) { return }
    case .afterSentence, .afterGap:
      guard expected || (mark.value > last[style] && leadsToArticle(after: mark)) else { return }
    case .afterColon: return
    case .inside: guard expected, followsTitle(mark) || leadsToArticle(after: mark) else { return }
    }
    let (level, rank): (NodeLevel, Int)
    switch mark.style {
    case .part: (level, rank) = (.part, Rank.part)
    case .subpart: (level, rank) = (.subpart, Rank.subpart)
    case .chapter: (level, rank) = (.chapter, Rank.chapter)
    default: (level, rank) = (.section, Rank.section)
    }
    last[style] = mark.value
    // 节 begins anew in each 章; 章 may begin anew in each 编.
    if mark.style != .section { last[Int(NumberStyle.section.rawValue)] = 0 }
    push(Unit(mark: mark, level: level, depth: 0, rank: rank))
  }

  /// A division has a title behind its number: some words without a sentence mark.
  private func hasTitle(after mark: NumberMark) -> Bool {
    let line = layout.lines[mark.line]
    let end = mark.range.upperBound
    if end == line.range.upperBound {
      return mark.place == .lineStart && mark.line + 1 < layout.lines.count
    }
    var length = 0
    for offset in end..<line.range.upperBound {
      switch text[offset] {
      case "。", "；", "！", "？", "：": return false
      case "，": if length < 4 { return false }
      case "第": if length >= 1, MarkReader.isOrdinal(text, at: offset) { return true }
      default: break
      }
      length += 1
      if length > 60 { return false }
    }
    return true
  }

  /// Whether the words before a mark, back to the number of a division, are its title.
  private func followsTitle(_ mark: NumberMark) -> Bool {
    guard let unit = units.last, unit.rank <= Rank.section, unit.rank >= Rank.part,
      unit.mark.line == mark.line || unit.mark.line + 1 == mark.line
    else { return false }
    let title = unit.mark.range.upperBound..<mark.range.lowerBound
    guard title.count <= 40 else { return false }
    return !title.contains { text[$0] == "。" || text[$0] == "；" || text[$0] == "：" }
  }

  private mutating func consider(article mark: NumberMark) {
    let style = Int(NumberStyle.article.rawValue)
    guard !mark.isReference, hasArticles else { return }
    let isNext =
      mark.rest.isEmpty
      ? mark.value == last[style] + 1
      : mark.value == last[style] && (mark.rest.first ?? 0) == lastBranch + 1
    switch mark.place {
    case .lineStart:
      if !isNext, cutsSentence(mark) { return }
    case .afterSentence, .afterGap:
      guard isNext || isFirst(mark) || isNearby(mark) else { return }
    case .afterColon:
      guard isNext, last[style] == 0 else { return }
    case .inside:
      // White space behind the number is what no reference has.
      guard isNext || isFirst(mark),
        followsTitle(mark) || followsListEnd(mark)
          || layout.reading.hasGap(before: mark.range.upperBound)
      else { return }
    }
    last[style] = mark.value
    lastBranch = mark.rest.first ?? 0
    push(Unit(mark: mark, level: .article, depth: 0, rank: Rank.article))
  }

  private func isFirst(_ mark: NumberMark) -> Bool {
    mark.value == 1 && mark.rest.isEmpty && last[Int(NumberStyle.article.rawValue)] == 0
  }

  /// A number a little ahead: one or two articles are missing from the source.
  private func isNearby(_ mark: NumberMark) -> Bool {
    let ahead = mark.value - last[Int(NumberStyle.article.rawValue)]
    return mark.rest.isEmpty && (2...3).contains(ahead)
      && layout.reading.hasGap(before: mark.range.upperBound)
  }

  /// Whether a mark follows a short title, as in （试行）第一条, or the end of a list item.
  private func followsListEnd(_ mark: NumberMark) -> Bool {
    let start = mark.range.lowerBound
    guard start > 0 else { return true }
    return isClosing(text[start - 1]) && (units.last?.rank ?? 0) != Rank.article
  }

  /// Whether the line before a mark at the start of a line stops in mid-sentence.
  private func cutsSentence(_ mark: NumberMark) -> Bool {
    mark.line > 0 && (joiner.isWrapped || layout.lines[mark.line].afterPage)
      && joiner.joins(mark.line, beginsUnit: false)
  }

  // MARK: Lists and headings

  private mutating func consider(list mark: NumberMark) {
    guard !mark.isReference else { return }
    let rank = rank(of: mark)
    if hasArticles, beginsDivision(mark) {
      last[Int(mark.style.rawValue)] = mark.value
      push(Unit(mark: mark, level: .heading, depth: 1, rank: Rank.chapter))
      return
    }
    if hasArticles, !inArticle, mark.style != .chinese, mark.style != .bracketedChinese,
      open.isEmpty
    {
      return
    }
    let atStart = mark.place == .lineStart
    if atStart, cutsSentence(mark), !isExpected(mark), !followsHeading(mark) { return }
    if mark.style == .decimal {
      considerDecimal(mark)
      return
    }
    if mark.style == .letter, !atStart { return }
    let sameStyle = open.indices.filter {
      open[$0].mark.style == mark.style && open[$0].rank >= Rank.list
    }
    if let index = sameStyle.last(where: { open[$0].mark.value + 1 == mark.value }) {
      let rank = open[index].rank
      open.removeSubrange(index...)
      add(mark, rank: rank)
      return
    }
    if let index = sameStyle.last {
      let rank = open[index].rank
      if mark.value == 1 {
        guard atStart || mark.place == .afterColon else { return }
        // A list inside an item, or a new list of the article: its parent is what stands open.
        // No text means lists within lists without end.
        if index == open.count - 1 || open.count >= 16 {
          open.removeSubrange(index...)
          add(mark, rank: rank)
        } else {
          nest(mark, rank: rank)
        }
      } else if atStart || mark.value == last[Int(mark.style.rawValue)] + 1
        || (mark.style == .bracketedChinese && mark.place == .afterSentence && mark.value > 1)
        || (mark.style == .chinese && mark.place == .afterSentence && mark.value > 1
          && titleLeadsToList(after: mark))
      {
        open.removeSubrange(index...)
        add(mark, rank: rank)
      }
      return
    }
    if mark.value == 1 {
      if !atStart, mark.place == .afterGap, hasArticles { return }
      nest(mark, rank: rank)
    } else if mark.value == last[Int(mark.style.rawValue)] + 1, atStart || mark.place != .afterGap {
      while let top = open.last, top.rank >= rank, top.rank >= Rank.list { open.removeLast() }
      add(mark, rank: rank)
    } else if atStart {
      if let top = open.last, top.rank >= Rank.list, top.mark.value == mark.value - 1,
        top.mark.place == .lineStart, isVariant(mark, of: top)
      {
        // The same list in another style: a converter's 1. before a typed （二）.
        retype(top, as: mark.style, rank: rank)
        open.removeLast()
        add(mark, rank: rank)
        return
      }
      while let top = open.last, top.rank >= rank, top.rank >= Rank.list { open.removeLast() }
      add(mark, rank: rank)
    }
  }

  /// 一、一般规定 above articles: a division of a judicial interpretation, which the next article follows.
  private func beginsDivision(_ mark: NumberMark) -> Bool {
    guard mark.style == .chinese, mark.value == 1 || mark.value == divisions + 1 else {
      return false
    }
    if mark.place != .lineStart { return leadsToArticle(after: mark) }
    let line = layout.lines[mark.line]
    if line.range.count > 40 { return leadsToArticle(after: mark) }
    guard !LineFacts.endsSentence(line.range, in: text),
      mark.line + 1 < layout.lines.count
    else { return false }
    let next = layout.lines[mark.line + 1].range
    return text.withUnsafeBufferPointer {
      MarkReader.ordinal($0, at: next.lowerBound)?.style == .article
    }
      && text[next.lowerBound] == "第"
  }

  /// Whether a short title follows a mark, and behind it （一） or 1. on the same line.
  private func titleLeadsToList(after mark: NumberMark) -> Bool {
    let limit = min(layout.lines[mark.line].range.upperBound, mark.range.upperBound + 24)
    for offset in mark.range.upperBound..<max(mark.range.upperBound, limit) {
      switch text[offset] {
      case "。", "；", "，", "：": return false
      case "（", "1":
        let next = text.withUnsafeBufferPointer {
          MarkReader.mark($0, at: offset, lineEnd: layout.lines[mark.line].range.upperBound)
        }
        return next?.value == 1 && next?.style != .decimal
      default: continue
      }
    }
    return false
  }

  /// Whether a short title follows a mark, and behind it 第N条 on the same line or the next.
  private func leadsToArticle(after mark: NumberMark) -> Bool {
    let end = mark.range.upperBound
    let limit = min(layout.lines[mark.line].range.upperBound, end + 40)
    for offset in end..<max(end, limit) {
      switch text[offset] {
      case "。", "；", "：": return false
      case "第" where offset > end + 1:
        if MarkReader.isOrdinal(text, at: offset) { return true }
      default: continue
      }
    }
    return limit == layout.lines[mark.line].range.upperBound && leadsToArticle(line: mark.line + 1)
  }

  private func leadsToArticle(line: Int) -> Bool {
    guard line < layout.lines.count, !layout.lines[line].range.isEmpty else { return false }
    let start = layout.lines[line].range.lowerBound
    return text[start] == "第"
      && text.withUnsafeBufferPointer { MarkReader.ordinal($0, at: start)?.style == .article }
  }

  /// The number of the last division of that kind.
  private var divisions: Int {
    units.last { $0.level == .heading && $0.rank == Rank.chapter }?.mark.value ?? 0
  }

  private var inArticle: Bool { open.contains { $0.level == .article } }

  /// Whether a first number stands on the line behind a heading that has no more than its title.
  private func followsHeading(_ mark: NumberMark) -> Bool {
    guard mark.value == 1, let last = units.last, last.mark.line == mark.line - 1,
      last.rank < rank(of: mark), last.mark.place == .lineStart
    else { return false }
    return !(last.mark.range.upperBound..<layout.lines[last.mark.line].range.upperBound).contains {
      switch text[$0] {
      case "，", "。", "；", "：": true
      default: false
      }
    }
  }

  /// Whether a number is the one that the open list of its style, or a list not yet begun, expects.
  private func isExpected(_ mark: NumberMark) -> Bool {
    if let unit = open.last(where: { $0.mark.style == mark.style }) {
      return mark.value == unit.mark.value + 1
    }
    return mark.value == last[Int(mark.style.rawValue)] + 1
  }

  private func isVariant(_ mark: NumberMark, of top: Unit) -> Bool {
    top.mark.style == .arabic && mark.style == .bracketedChinese
      && !units.contains {
        $0.mark.style == .bracketedChinese && $0.mark.range.lowerBound > top.mark.range.lowerBound
      }
  }

  private mutating func retype(_ unit: Unit, as style: NumberStyle, rank: Int) {
    guard let index = units.lastIndex(where: { $0.mark.range == unit.mark.range }) else { return }
    units[index].rank = rank
    units[index].level = hasArticles && inArticle ? .item : .heading
    units[index].depth = hasArticles && inArticle ? 0 : 2
  }

  /// Puts the first unit of a list under what stands open.
  private mutating func nest(_ mark: NumberMark, rank: Int) {
    // A list that has begun inside a unit of an equal or inner style stays inside that unit only
    // where a style outside it is open already.
    if let top = open.last, top.rank >= rank, top.rank >= Rank.list,
      !open.contains(where: { $0.mark.style == mark.style })
    {
      while let last = open.last, last.rank >= rank, last.rank >= Rank.list { open.removeLast() }
      add(mark, rank: rank)
      return
    }
    let inner = max(rank, (open.last?.rank ?? 0) + 1)
    add(mark, rank: inner)
  }

  private mutating func add(_ mark: NumberMark, rank: Int) {
    last[Int(mark.style.rawValue)] = mark.value
    // Lists of inner styles begin anew under a new number, unless they run on.
    let level: NodeLevel
    var depth = 0
    if inArticle {
      level = mark.style == .chinese || mark.style == .bracketedChinese ? .item : .subitem
    } else {
      level = .heading
      depth = min(6, self.rank(of: mark) - Rank.list + 1)
    }
    push(Unit(mark: mark, level: level, depth: depth, rank: rank))
  }

  private func rank(of mark: NumberMark) -> Int {
    switch mark.style {
    case .chinese: Rank.list
    case .bracketedChinese: Rank.list + 1
    case .arabic: decimals && !inArticle && mark.place == .lineStart ? Rank.list : Rank.list + 2
    case .bracketedArabic: Rank.list + 3
    case .circled: Rank.list + 4
    case .halfBracketed, .letter: Rank.list + 5
    case .decimal: Rank.list + mark.rest.count
    default: Rank.list
    }
  }

  /// 1, 1.1, 1.1.1: as deep as the number has parts.
  ///
  /// Only in a document that is numbered so.
  private mutating func considerDecimal(_ mark: NumberMark) {
    guard decimals, mark.place == .lineStart, !inArticle else { return }
    if cutsSentence(mark) { return }
    let rank = Rank.list + mark.rest.count
    let line = layout.lines[mark.line]
    if mark.rest.isEmpty {
      guard mark.range.upperBound < line.range.upperBound, line.range.count <= 30,
        mark.value == last[Int(NumberStyle.decimal.rawValue)] + 1,
        !LineFacts.endsSentence(line.range, in: text)
      else { return }
      last[Int(NumberStyle.decimal.rawValue)] = mark.value
    }
    while let top = open.last, top.rank >= rank, top.rank >= Rank.list { open.removeLast() }
    push(Unit(mark: mark, level: .heading, depth: min(6, mark.rest.count + 1), rank: rank))
  }

  private mutating func push(_ unit: Unit) {
    while let top = open.last, top.rank >= unit.rank { open.removeLast() }
    open.append(unit)
    units.append(unit)
    if unit.rank <= Rank.article {
      for style in [
        NumberStyle.chinese, .bracketedChinese, .arabic, .bracketedArabic, .circled, .halfBracketed,
        .letter,
      ] {
        last[Int(style.rawValue)] = 0
      }
    }
  }
}
