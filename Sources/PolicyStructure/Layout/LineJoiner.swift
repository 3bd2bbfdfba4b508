import PolicyText

/// Decides, line by line, whether a line goes on with the paragraph of the line before it or begins
/// one of its own, so that the same text gives the same paragraphs under any line width.
///
/// What decides: a line that ends in the middle of a sentence is carried on, if it fills the width
/// at which the source is wrapped, or is long prose; a title or heading is not. Numbers at the start
/// of a line are judged elsewhere (see `UnitSelection`); a line that begins a unit is never joined.
struct LineJoiner {
  private let layout: Layout
  private let facts: LineFacts
  private let text: [Unicode.Scalar]
  /// The width at which the source is wrapped, if it is; in columns or scalars.
  private let wrap: Wrap?
  /// Lines that begin with a number that is a reference, as 第一条、第二条规定的 is.
  private let referenceLines: Set<Int>

  /// A width at which lines are broken.
  private struct Wrap {
    let width: Int
    let countsColumns: Bool

    /// How far a line may fall short of the width where a mark or a number was kept together.
    var slack: Int { max(countsColumns ? 6 : 3, width / (countsColumns ? 8 : 10)) }

    func isFull(_ line: ReadingLine, slack: Int) -> Bool {
      let size = countsColumns ? line.width + line.indent : line.length
      // Indents of first lines are made of spaces that some count and some do not.
      return size >= width - slack || (countsColumns && line.width >= width - slack)
        || (!countsColumns && line.length + line.indent / 2 >= width - slack / 2)
    }
  }

  init(_ layout: Layout, facts: LineFacts, marks: [NumberMark]) {
    referenceLines = Set(
      marks.lazy.filter {
        $0.isReference && $0.place == .lineStart && $0.style != .attachment && $0.style != .decimal
      }.map(\.line))
    self.layout = layout
    self.facts = facts
    text = layout.reading.scalars
    wrap = LineJoiner.wrap(of: layout)
  }

  /// Whether the source is wrapped at a width.
  var isWrapped: Bool { wrap != nil }

  /// Whether the line at an index carries on the paragraph of the line before it.
  func joins(_ index: Int, beginsUnit: Bool) -> Bool {
    guard index > 0, !beginsUnit else { return false }
    let before = layout.lines[index - 1]
    let line = layout.lines[index]
    if before.isRow || line.isRow || line.isVirtual { return false }
    let ends = LineFacts.endsSentence(before.range, in: text) || isBracketed(before.range)
    if !ends, referenceLines.contains(index) { return true }
    if line.afterPage, !ends {
      return before.range.count >= 12 && !startsFresh(line)
        && (isProse(index - 1) || before.width >= 40)
    }
    if line.afterBlank {
      return !ends && before.width >= 40 && isProse(index - 1) && !startsFresh(line)
        && line.indent < 4
    }
    if let wrap {
      if ends {
        return wrap.isFull(before, slack: 0) && line.indent <= before.indent && line.indent < 4
          && !startsFresh(line) && before.range.count >= 10
      }
      if wrap.isFull(before, slack: wrap.slack) {
        return !(line.indent >= before.indent + 4 && line.indent >= 4) && !isWrapper(line)
      }
      return !ends && isProse(index - 1) && before.width >= 24 && !startsFresh(line)
        && line.indent < 4
    }
    return !ends && before.width >= 40 && isProse(index - 1) && !startsFresh(line)
  }

  /// （联系人：…）: whether a line stands in brackets as a whole, and so ends.
  private func isBracketed(_ range: Range<Int>) -> Bool {
    LineFacts.isBracketed(range, in: text)
      && !range.dropFirst().dropLast().contains { text[$0] == "（" || text[$0] == "）" }
  }

  /// Whether a line has a sentence mark or comma in it, as running words have, and no title.
  private func isProse(_ index: Int) -> Bool {
    let line = layout.lines[index]
    var commas = 0
    for offset in line.range {
      switch text[offset] {
      case "。", "；", "，": commas += 1
      default: continue
      }
      if commas > 0 { return true }
    }
    // A middle line of a long paragraph may have no mark at all.
    return index > 0 && !line.afterBlank && line.width >= 40
      && facts.title(line.range, in: text) == .none && continuesProse(index)
  }

  private func continuesProse(_ index: Int) -> Bool {
    let before = layout.lines[index - 1]
    return !before.isRow && before.width >= 40
      && before.range.contains { text[$0] == "，" || text[$0] == "。" }
  }

  /// Whether a line is of the kind that begins anew: a document number, a date, a list of recipients.
  private func startsFresh(_ line: ReadingLine) -> Bool {
    isWrapper(line) || isLabelled(line) || facts.title(line.range, in: text) == .strong
      || facts.clutterReason(line.range, in: text) != nil && line.range.count < 40
  }

  /// Whether a line begins with a label: 责任单位：….
  private func isLabelled(_ line: ReadingLine) -> Bool {
    for offset in line.range.prefix(10) {
      switch text[offset] {
      // The end of a sentence that began on the line before is no part of a label.
      case "。", "；": return false
      case "：": return offset >= line.range.lowerBound + 2
      default: continue
      }
    }
    return false
  }

  private func isWrapper(_ line: ReadingLine) -> Bool {
    facts.isDate(line.range, in: text)
      || (line.range.count < 30 && facts.isDocumentNumber(line.range, in: text))
  }

  /// The width at which the source is wrapped: most lines that stop in mid-sentence share it.
  private static func wrap(of layout: Layout) -> Wrap? {
    let text = layout.reading.scalars
    var widths: [Int] = []
    var lengths: [Int] = []
    for (index, line) in layout.lines.enumerated().dropLast() where !line.isRow {
      let next = layout.lines[index + 1]
      guard !next.isRow, !next.afterBlank,
        !LineFacts.endsSentence(line.range, in: text), line.range.count >= 8
      else { continue }
      widths.append(line.width + line.indent)
      lengths.append(line.length + line.indent / 2)
    }
    guard widths.count >= 4 else { return nil }
    let columns = peak(of: widths, slack: 5)
    let scalars = peak(of: lengths, slack: 2)
    let best = columns.share >= scalars.share ? columns : scalars
    guard best.share >= 0.55, best.share * Double(widths.count) >= 4 else { return nil }
    // Where lines are broken at a width, hardly any line is longer.
    let words = layout.lines.filter { !$0.isRow }
    let longer = words.count {
      columns.share >= scalars.share
        ? $0.width > columns.size + 4 : $0.length > scalars.size + 2
    }
    guard longer * 20 <= words.count else { return nil }
    return columns.share >= scalars.share
      ? Wrap(width: columns.size, countsColumns: true)
      : Wrap(width: scalars.size, countsColumns: false)
  }

  /// The size that most lines come up to, and the share of lines that do.
  private static func peak(of sizes: [Int], slack: Int) -> (size: Int, share: Double) {
    let sorted = sizes.sorted()
    var best = (size: 0, count: 0)
    var low = 0
    for high in sorted.indices {
      while sorted[high] - sorted[low] > slack { low += 1 }
      if high - low + 1 >= best.count { best = (sorted[high], high - low + 1) }
    }
    return (best.size, Double(best.count) / Double(sorted.count))
  }
}
