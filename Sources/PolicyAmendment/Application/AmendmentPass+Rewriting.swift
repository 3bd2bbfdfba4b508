import PolicyExtraction
import PolicyStructure
import PolicyText

/// 修改为: new words for whole units.
extension AmendmentPass {
  mutating func rewrite(
    _ targets: [UnitAddress], _ becomes: [UnitAddress], _ provision: Provision, _ index: Int
  ) throws(Refusal) {
    if targets == [.document] { return try rewriteWhole(provision) }
    var found: [AmendableText.Unit] = []
    for target in targets { found.append(try find(target, index)) }
    guard let first = found.first else { throw .unread }
    guard !found.contains(where: { edits.isTaken($0.range) }) else {
      throw .conflict(targets[0].citation)
    }
    switch first.unit {
    case .article:
      try rewriteArticles(found, becomes, provision, index)
    case .division where text.nodes[first.node].level == .heading:
      try rewriteArticles(found, becomes, provision, index)
    case .part, .subpart, .chapter, .section:
      guard found.count == 1 else { throw .unread }
      try rewriteDivision(first, provision, index)
    case .division:
      let start = text.bodyStart(of: first, rewrittenAs: provision.lines[0])
      edits.replace(start..<first.range.upperBound, with: body(provision.lines))
    default:
      try rewritePart(found, becomes, provision, index)
    }
  }

  /// 将全文修订为: all but the title block is new.
  mutating func rewriteWhole(_ provision: Provision) throws(Refusal) {
    let body = text.offsets(text.body)
    guard !body.isEmpty, !edits.isTaken(body) else { throw .conflict("全文") }
    edits.replace(body, with: block(provision.lines))
  }

  mutating func rewriteArticles(
    _ found: [AmendableText.Unit], _ becomes: [UnitAddress], _ provision: Provision, _ index: Int
  ) throws(Refusal) {
    let groups = ProvisionGroup.articles(
      provision.lines, count: becomes.count, isHeading: !text.hasArticles)
    guard found.allSatisfy({ $0.unit == found[0].unit }) else { throw .unread }
    for (place, unit) in found.enumerated() {
      guard place < groups.count else {
        try change(unit) { member, _ in member.isDeleted = true }
        continue
      }
      let group = groups[place]
      let new = place < becomes.count ? becomes[place].steps.last?.values : group.values
      if let new, new != unit.values {
        try change(unit) { member, _ in member.becomes = (new, index) }
      }
      let start = text.bodyStart(of: unit, rewrittenAs: group.lines.first ?? "")
      edits.replace(start..<unit.range.upperBound, with: body(group.lines))
    }
    guard groups.count > found.count, let last = found.last else { return }
    open(.articles)
    guard let member = series[.articles]?.member(last) else { throw .unread }
    for place in found.count..<groups.count {
      let new = place < becomes.count ? becomes[place].steps.last?.values : groups[place].values
      bring(
        .lines(groups[place].lines),
        UnitSeries.Newcomer(instruction: index, becomes: new, neighbour: (member, true)),
        to: .articles)
    }
  }

  mutating func rewriteDivision(
    _ unit: AmendableText.Unit, _ provision: Provision, _ index: Int
  ) throws(Refusal) {
    var lines = provision.lines
    guard ProvisionGroup.articleNumbers(lines).first != nil else { throw .unread }
    if ProvisionLine.number(in: lines[0])?.unit == .article {
      // The title stays.
      let title = text.layout.numbers[text.nodes[unit.node].level].map { _ in
        String(text.source.scalars, in: unit.range.lowerBound..<text.headingEnd(of: unit))
      }
      lines.insert(title ?? "", at: 0)
    }
    silence(articlesIn: unit.node)
    var isFirst = true
    for values in ProvisionGroup.articleNumbers(lines) {
      bring(nil, UnitSeries.Newcomer(instruction: index, becomes: values), to: .articles)
      isFirst = false
    }
    guard !isFirst else { throw .unread }
    edits.replace(unit.range, with: block(lines))
  }

  /// A paragraph, an item, a line of a preamble.
  mutating func rewritePart(
    _ found: [AmendableText.Unit], _ becomes: [UnitAddress], _ provision: Provision, _ index: Int
  ) throws(Refusal) {
    let unit = found[0]
    for other in found.dropFirst() {
      guard other.unit == unit.unit else { throw .unread }
      try change(other) { member, _ in member.isDeleted = true }
    }
    var lines = provision.lines
    if let last = becomes.first?.steps.last {
      if last.unit == .article, unit.unit == .paragraph {
        // 第八条第二款改为第九条，修改为：“…”.
        try change(unit) { member, _ in member.isDeleted = true }
        bring(
          .lines(ProvisionGroup.articles(lines, count: 1, isHeading: false)[0].lines),
          UnitSeries.Newcomer(instruction: index, becomes: last.values), to: .articles)
        return
      }
      if last.values != unit.values {
        try change(unit) { member, _ in member.becomes = (last.values, index) }
      }
    }
    if unit.unit != .paragraph, let number = ProvisionLine.number(in: lines[0]) {
      lines[0] = ProvisionLine.words(of: lines[0], after: number)
    }
    // 将第二款修改为：“…：” with a list below it changes the words before the list.
    var end = unit.range.upperBound
    let children = text.items(of: unit.node)
    if lines.count == 1, let last = lines[0].unicodeScalars.last, folded(last) == "：",
      let child = children.first, unit.node != child.node
    {
      end = text.gapStart(before: child.range.lowerBound)
    } else if unit.unit == .paragraph, key(of: unit) != nil {
      // What follows as paragraphs of their own counts among the paragraphs.
      let extra = lines.count { ProvisionLine.number(in: $0) == nil } - 1
      if extra > 0, let key = key(of: unit) {
        open(key)
        if let member = series[key]?.member(unit) {
          for _ in 0..<extra {
            bring(nil, UnitSeries.Newcomer(instruction: index, neighbour: (member, true)), to: key)
          }
        }
      }
    }
    var words = body(lines)
    if unit.unit != .paragraph, let mark = text.closingMark(before: end), !ClosingMark.closes(words)
    {
      words.append(mark)
    }
    // An entry of a list in an annex (4.救生圈) may be all title.
    let start =
      text.nodes[unit.node].level == .heading
      ? text.bodyStart(of: unit, rewrittenAs: lines[0]) : unit.words
    edits.replace(min(start, end)..<end, with: words)
  }
}
