import PolicyText

/// 一、, （一）, 1., ① and 1.1: headings of documents, items and subitems of articles.
extension UnitSelection {
  mutating func consider(list read: NumberMark) {
    let mark = itemNumber(of: read) ?? read
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
    if atStart, endsWithComma(mark), goesOn(with: mark) { return }
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
    } else if mark.value == last[Int(mark.style.rawValue)] + 1 || runsOn(mark),
      atStart || mark.place != .afterGap
    {
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

  /// 5. where 5.100周岁以上… or 1.80周岁以上… was read as a number with a point: the number that the open list
  /// expects, or the first behind a colon, is that of an item that begins with a number itself.
  private func itemNumber(of read: NumberMark) -> NumberMark? {
    guard read.place == .lineStart, !decimals, read.line > 0,
      read.style == .decimal && read.rest.count == 1 || read.style == .arabic && read.isReference,
      let point = read.range.first(where: { text[$0] == "." }), point + 1 < text.count,
      text[point + 1].value >= 0x30, text[point + 1].value <= 0x39
    else { return nil }
    if let last = open.last(where: { $0.mark.style == .arabic }) {
      guard last.mark.value + 1 == read.value else { return nil }
    } else {
      guard read.value == 1, let before = layout.lines[read.line - 1].range.last,
        text[before] == "："
      else { return nil }
    }
    return NumberMark(
      range: read.range.lowerBound..<point + 1, style: .arabic, value: read.value,
      place: .lineStart, isReference: false, line: read.line)
  }

  /// 一、一般规定 above articles: a division of a judicial interpretation, which the next article follows.
  private func beginsDivision(_ mark: NumberMark) -> Bool {
    guard mark.style == .chinese, mark.value == 1 || mark.value == divisions + 1,
      !endsWithComma(mark)
    else { return false }
    if mark.place != .lineStart { return leadsToArticle(after: mark) }
    let line = layout.lines[mark.line]
    if line.range.count > 40 { return leadsToArticle(after: mark) }
    guard !LineFacts.endsSentence(line.range, in: text) else { return false }
    // The title may be wrapped itself.
    let isWrapped =
      joiner.isWrapped && mark.line + 1 < layout.lines.count
      && joiner.joins(mark.line + 1, beginsUnit: false)
    return leadsToArticle(line: mark.line + (isWrapped ? 2 : 1))
  }

  /// Whether a number right behind the title of a division goes on from the last one of the division before:
  /// 第二章 组织体系 + 五、.
  private func runsOn(_ mark: NumberMark) -> Bool {
    guard !hasArticles, let unit = units.last, unit.rank <= Rank.section,
      unit.rank > Rank.attachment
    else { return false }
    return mark.value == lastBefore[Int(mark.style.rawValue)] + 1
  }

  /// Whether the line before a mark is longer than a title and ends within a sentence.
  private func goesOn(with mark: NumberMark) -> Bool {
    guard mark.line > 0 else { return false }
    let before = layout.lines[mark.line - 1].range
    return before.count > Self.longestTitle && before.last.map { isIdeograph(text[$0]) } ?? false
  }

  /// 一，: words of a sentence as well as the number of a careless typist.
  private func endsWithComma(_ mark: NumberMark) -> Bool {
    text[mark.range.upperBound - 1] == "，"
  }

  /// Whether a short title follows a mark, and behind it the first number of a list on the same line.
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

  /// The number of the last division of that kind.
  private var divisions: Int {
    units.last { $0.level == .heading && $0.rank == Rank.chapter }?.mark.value ?? 0
  }

  var inArticle: Bool { open.contains { $0.level == .article } }

  /// Whether a first number stands on the line behind a heading that has no more than its title.
  private func followsHeading(_ mark: NumberMark) -> Bool {
    guard mark.value == 1, let last = units.last, last.mark.line == mark.line - 1,
      last.rank < rank(of: mark), last.mark.place == .lineStart
    else { return false }
    let line = layout.lines[last.mark.line].range
    guard last.mark.range.upperBound <= line.upperBound else { return false }
    return !(last.mark.range.upperBound..<line.upperBound).contains {
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
}
