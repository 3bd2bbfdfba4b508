import PolicyText

/// Restores the line breaks that a converter took away where it ran a whole source together: around
/// 落款, before 附件 and its title, before headings that nothing else parts from the words before them.
///
/// A break is put only where the words prove it: a signature names the issuer of the title or ends with
/// an organ, and a document, a note or an annex follows its date; a heading has the number that must
/// come next, and the numbers of its own headings follow its title.
struct RunTogether {
  /// A line with more words than this is no paragraph.
  private static let longestParagraph = 600
  /// Shorter lines are left alone.
  private static let shortest = 60

  /// The shortest title of an annex, in scalars.
  private static let shortestTitle = 3

  /// The longest name of those who sign, in scalars.
  private static let longestName = 80

  let text: [Unicode.Scalar]
  let facts: LineFacts

  /// Cuts the lines of a layout that were run together where documents, annexes and headings begin.
  static func split(_ layout: inout Layout, facts: LineFacts) {
    let together = layout.lines.filter { isRunTogether($0, of: layout) }.map(\.range)
    cut(&layout, in: together) { RunTogether(text: $0, facts: facts).partBreaks(in: $1) }
    InlineTitles.split(&layout, facts: facts)
    cut(&layout, in: together) { HeadingBreaks(text: $0).breaks(in: $1) }
  }

  /// Whether a line is longer than any paragraph, holds most of the words of its source, or is what a table
  /// left of such a line.
  private static func isRunTogether(_ line: ReadingLine, of layout: Layout) -> Bool {
    guard !line.isRow, line.range.count > shortest else { return false }
    return line.isVirtual || line.range.count > longestParagraph
      || line.range.count * 2 > layout.reading.count
  }

  /// Cuts what is left of the lines that were run together.
  private static func cut(
    _ layout: inout Layout, in together: [Range<Int>],
    where breaks: ([Unicode.Scalar], Range<Int>) -> [Int]
  ) {
    let text = layout.reading.scalars
    var next = 0
    layout.splitLines { _, line in
      while next < together.count, together[next].upperBound <= line.range.lowerBound { next += 1 }
      guard next < together.count, together[next].lowerBound <= line.range.lowerBound, !line.isRow,
        line.range.count > shortest, line.range.upperBound <= together[next].upperBound
      else { return [] }
      return breaks(text, line.range)
    }
  }

  /// Where parts of a document begin in a line: the signature, what follows it, each annex.
  func partBreaks(in line: Range<Int>) -> [Int] {
    let issued = NamedTitles(in: line, of: text, facts: facts).places(in: line, of: text)
    var breaks: [Int] = []
    var start = line.lowerBound
    var offset = line.lowerBound + 8
    while offset < line.upperBound {
      if text[offset] == "日",
        let signature = signature(endingAt: offset + 1, from: start, in: line, issued: issued)
      {
        let list = annexList(before: signature, from: start)
        if let list { breaks.append(list) }
        breaks += [signature, offset + 1]
        breaks += annexBreaks(
          from: offset + 1, to: line.upperBound, listed: (list ?? signature)..<signature)
        start = offset + 1
      }
      offset += 1
    }
    if breaks.isEmpty {
      let annexes = annexesOfRule(in: line) ?? start
      breaks =
        repeatedTitle(at: annexes, to: line.upperBound)
        ?? annexBreaks(from: annexes, to: line.upperBound, listed: start..<start)
    }
    for title in issued {
      breaks += [title.lowerBound, title.upperBound]
      if let note = InlineTitles.noteEnd(title.upperBound, of: line, in: text) {
        breaks.append(note)
      }
    }
    // An annex may hold a signature of its own, so that breaks can be found twice.
    return Array(Set(breaks)).sorted()
  }

  // MARK: Signatures

  /// Where those who sign begin, if a signature with its date ends at an offset.
  private func signature(
    endingAt end: Int, from start: Int, in line: Range<Int>, issued: [Range<Int>]
  ) -> Int? {
    guard let date = facts.dateStart(in: start..<end, of: text), date > start,
      issued.contains(where: { $0.lowerBound == end }) || endsDocument(at: end, of: line)
    else { return nil }
    if let issuer = issuer(from: start, before: date) { return issuer }
    var name = date
    while name > start, date - name < Self.longestName, !isStop(text[name - 1]) { name -= 1 }
    guard name > start, isStop(text[name - 1]) else { return nil }
    return facts.isSignatory(name..<date, in: text) || facts.isSigningPerson(name..<date, in: text)
      ? name : nil
  }

  /// Where the issuer stands again, right before the date, whom the title names before 关于.
  private func issuer(from start: Int, before date: Int) -> Int? {
    let limit = min(date - 1, start + 2 * Self.longestName)
    guard start < limit,
      let about = (start..<limit).first(where: { text[$0] == "关" && text[$0 + 1] == "于" })
    else { return nil }
    var length = 0
    while about - length > start, date - length > about + 2,
      text[about - length - 1] == text[date - length - 1]
    {
      length += 1
    }
    return length >= 4 ? date - length : nil
  }

  private func isStop(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "。" || scalar == "；" || scalar == "！" || scalar == "）"
  }

  /// Whether what follows a date shows that a document ended with it: nothing, a note, an annex, 抄送,
  /// or the title of another.
  private func endsDocument(at end: Int, of line: Range<Int>) -> Bool {
    guard end < line.upperBound else { return true }
    let rest = end..<line.upperBound
    if LineFacts.begins(rest, with: "（此", in: text) || LineFacts.begins(rest, with: "附件", in: text)
      || LineFacts.begins(rest, with: "抄送", in: text)
    {
      return true
    }
    return InlineTitles.bodyStart(in: rest, of: text, facts: facts) != nil
      || InlineTitles.headingStart(in: rest, of: text, facts: facts) != nil
  }

  // MARK: Annexes

  /// Where the annexes of a rule begin: behind the sentence that says from when it is in force.
  private func annexesOfRule(in line: Range<Int>) -> Int? {
    (line.lowerBound..<max(line.lowerBound, line.upperBound - 3)).first { offset in
      offset > line.lowerBound + 8 && text[offset] == "附" && text[offset + 1] == "件"
        && isStop(text[offset - 1])
        && LineFacts.begins(offset - 3..<offset, with: "施行", in: text)
    }
  }

  /// Where 附件： begins that lists the annexes before a signature.
  private func annexList(before signature: Int, from start: Int) -> Int? {
    let floor = max(start, signature - 300)
    return (floor..<signature).first {
      $0 > start && $0 + 2 < signature && isStop(text[$0 - 1]) && text[$0] == "附"
        && text[$0 + 1] == "件" && (text[$0 + 2] == "：" || Numerals.read(text, $0 + 2) != nil)
    }
  }

  /// 附件：分类细目附件分类细目一、…: a list of one annex, and the annex with its title again.
  private func repeatedTitle(at list: Int, to limit: Int) -> [Int]? {
    let title = list + 3
    guard title < limit, LineFacts.begins(list..<limit, with: "附件：", in: text),
      let head = (title..<min(limit, title + Self.longestName)).first(where: {
        LineFacts.begins($0..<limit, with: "附件", in: text)
      }), head - title >= Self.shortestTitle, head + 2 + head - title < limit,
      text[title..<head].elementsEqual(text[head + 2..<head + 2 + head - title])
    else { return nil }
    return [list, head, head + 2, head + 2 + head - title]
  }

  /// Where annexes and their words begin behind a signature, as long as their numbers run on.
  private func annexBreaks(from start: Int, to limit: Int, listed: Range<Int>) -> [Int] {
    var breaks: [Int] = []
    var expected = 1
    var offset = start
    if text.indices.contains(start), start < limit, text[start] == "（",
      let close = text[start..<min(limit, start + 60)].firstIndex(of: "）")
    {
      offset = close + 1
      breaks.append(offset)
    }
    let first = offset
    while offset + 2 < limit {
      guard text[offset] == "附", text[offset + 1] == "件",
        offset == first || isStop(text[offset - 1])
      else {
        offset += 1
        continue
      }
      let number = Numerals.read(text, offset + 2)
      let end = number?.end ?? offset + 2
      let body =
        InlineTitles.headingStart(in: end..<limit, of: text, facts: facts)
        ?? listedTitleEnd(number?.value ?? 1, at: end, to: limit, in: listed)
      guard number.map({ $0.value == expected }) ?? (offset == first),
        offset == first || body != nil || beginsTitle(end..<limit)
      else {
        offset += 1
        continue
      }
      breaks += [offset, end]
      if let body { breaks.append(body) }
      expected += 1
      offset = end
    }
    return breaks
  }

  /// Where the title of an annex ends if it is the one that the list before the signature names
  /// (附件：1.任务清单2.评价指标).
  private func listedTitleEnd(
    _ number: Int, at start: Int, to limit: Int, in list: Range<Int>
  ) -> Int? {
    guard
      let title = ListedAnnexes.names(in: [list], of: text).first(where: { $0.number == number })?
        .title, title.count >= Self.shortestTitle, start + title.count < limit,
      text[title].elementsEqual(text[start..<start + title.count])
    else { return nil }
    return start + title.count
  }

  /// Whether the title of an annex begins a stretch: words that end as titles do, and no sentence.
  private func beginsTitle(_ range: Range<Int>) -> Bool {
    let limit = min(range.upperBound, range.lowerBound + 40)
    for end in range.lowerBound + 4..<max(range.lowerBound + 4, limit) {
      switch text[end] {
      case "。", "，", "；", "：", "的", "》": return false
      default:
        if facts.title(range.lowerBound..<end, in: text) != .none { return true }
      }
    }
    return false
  }
}

extension Numerals {
  /// A number at an offset, Chinese or Arabic, and where it ends.
  fileprivate static func read(
    _ text: [Unicode.Scalar], _ offset: Int
  ) -> (value: Int, end: Int)? {
    text.withUnsafeBufferPointer { text in
      read(text, from: offset).map { ($0.0, $0.1) }
    }
  }
}
