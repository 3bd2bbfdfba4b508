import PolicyLexicons
import PolicyText

/// Finds every place where a number of a unit may stand, in one pass over the reading text.
///
/// 第N条 is sought everywhere, since converters run articles together; all other numbers only where a
/// unit can begin: at the start of a line, behind a sentence mark or colon, behind white space.
struct MarkScanner {
  private let layout: Layout
  /// 责任单位, 完成时限: labels of lines that end without a mark.
  private let labels: WordList

  init(_ layout: Layout, facts: LineFacts) {
    self.layout = layout
    labels = facts.assignmentLabels
  }

  /// The marks in the order of the text.
  func marks() -> [NumberMark] {
    var marks: [NumberMark] = []
    let origins = layout.reading.origins
    let quotes = QuotedStretches(layout)
    let beginnings = MarkReader.beginnings
    layout.reading.scalars.withUnsafeBufferPointer { text in
      for (index, line) in layout.lines.enumerated() where !line.isRow {
        var offset = line.range.lowerBound
        let end = line.range.upperBound
        while offset < end {
          let scalar = text[offset]
          guard beginnings.contains(scalar) else {
            offset += 1
            continue
          }
          let atStart = offset == line.range.lowerBound
          if scalar == "第" {
            if var mark = MarkReader.ordinal(text, at: offset) {
              mark.place = atStart ? .lineStart : place(of: offset, in: text, origins: origins)
              mark.line = index
              if !quotes.contains(offset) {
                mark.isReference = ReferenceCues.marks(mark, in: text, line: line, layout: layout)
                marks.append(mark)
              }
              offset = mark.range.upperBound
              continue
            }
          } else {
            let around = atStart ? .lineStart : place(of: offset, in: text, origins: origins)
            let place: NumberMark.Place =
              (around == .inside || around == .afterGap)
                && (endsTitle(offset, lineEnd: end, after: marks, in: text)
                  || goesOnFromBracket(offset, lineEnd: end, marks: marks, in: text)
                  || goesOnFromParties(offset, in: line.range, marks: marks, in: text))
              ? .afterSentence : around
            if place != .inside, let read = MarkReader.mark(text, at: offset, lineEnd: end) {
              var mark = read
              mark.place = place
              mark.line = index
              if !quotes.contains(offset) {
                mark.isReference = ReferenceCues.marks(mark, in: text, line: line, layout: layout)
                marks.append(mark)
              }
              offset = mark.range.upperBound
              continue
            }
          }
          offset += 1
        }
      }
    }
    return marks
  }

  /// Whether a bracket follows a sentence, as （市教育局牵头） does behind its task.
  private func closesSentence(
    _ bracket: Int, in text: UnsafeBufferPointer<Unicode.Scalar>
  ) -> Bool {
    var offset = bracket
    var depth = 0
    while offset > 0, bracket - offset < 240 {
      if text[offset] == "）" { depth += 1 }
      if text[offset] == "（" { depth -= 1 }
      if depth == 0 { return text[offset - 1] == "。" || text[offset - 1] == "；" }
      offset -= 1
    }
    return false
  }

  /// Whether nothing but a short title stands between 一、 and （一）, as in 一、总体要求（一）指导思想.
  ///
  /// What a title holds in brackets and book title marks is passed by; a comma may part it (一、坚持改革，推动发展)
  /// where the number behind it is the first, or goes on from the last of its kind.
  private func endsTitle(
    _ offset: Int, lineEnd: Int, after marks: [NumberMark],
    in text: UnsafeBufferPointer<Unicode.Scalar>
  ) -> Bool {
    guard let mark = marks.last, !mark.isReference,
      (2...90).contains(offset - mark.range.upperBound)
    else { return false }
    switch (mark.style, text[offset]) {
    case (.chinese, "（"), (.chinese, "0"..."9"), (.bracketedChinese, "0"..."9"), (.arabic, "（"),
      (.decimal, "（"):
      break
    case (.part, _), (.subpart, _), (.chapter, _), (.section, _):
      guard MarkReader.mark(text, at: offset, lineEnd: lineEnd)?.style == .chinese else {
        return false
      }
    default: return false
    }
    var (length, depth, commas) = (0, 0, 0)
    for place in mark.range.upperBound..<offset {
      switch text[place] {
      case "（", "《": depth += 1
      case "）", "》": depth -= 1
      case "。", "；", "：": return false
      case "，" where depth == 0: commas += 1
      default: if depth == 0 { length += 1 }
      }
    }
    guard depth == 0, (2...24).contains(length) else { return false }
    return commas == 0
      || commas == 1 && continues(offset, lineEnd: lineEnd, marks: marks, in: text)
  }

  /// Whether a number is the first of its kind, or the one after the last of its kind.
  private func continues(
    _ offset: Int, lineEnd: Int, marks: [NumberMark],
    in text: UnsafeBufferPointer<Unicode.Scalar>
  ) -> Bool {
    guard let read = MarkReader.mark(text, at: offset, lineEnd: lineEnd) else { return false }
    let last = marks.suffix(Self.reach).last { $0.style == read.style && !$0.isReference }
    return read.value == (last?.value ?? 0) + 1 || read.value == 1
  }

  /// Whether 二、 follows the bracket that ends 一、 in a list without sentence marks: 一、…办法（…发布）二、….
  private func goesOnFromBracket(
    _ offset: Int, lineEnd: Int, marks: [NumberMark],
    in text: UnsafeBufferPointer<Unicode.Scalar>
  ) -> Bool {
    guard text[offset - 1] == "）", Numerals.chinese(text[offset]) != nil,
      let read = MarkReader.mark(text, at: offset, lineEnd: lineEnd), read.style == .chinese,
      let last = marks.suffix(Self.reach).last(where: { $0.style == .chinese && !$0.isReference })
    else { return false }
    return read.value == last.value + 1
  }

  /// Whether the next number of a list follows the parties of the one before: 责任单位：市教育局（二）….
  private func goesOnFromParties(
    _ offset: Int, in line: Range<Int>, marks: [NumberMark],
    in text: UnsafeBufferPointer<Unicode.Scalar>
  ) -> Bool {
    guard !marks.isEmpty,
      let read = MarkReader.mark(text, at: offset, lineEnd: line.upperBound),
      read.style == .bracketedChinese || read.style == .chinese || read.style == .arabic,
      let last = marks.suffix(Self.reach).last(where: { $0.style == read.style && !$0.isReference }
      ),
      read.value == last.value + 1
    else { return false }
    // The label stands behind the last stop; a ： may part a second one from it (配合单位：…).
    var start = offset
    while start > line.lowerBound, offset - start < 200 {
      switch text[start - 1] {
      case "。", "；", "！": return beginsWithLabel(start..<offset, in: text)
      default: start -= 1
      }
    }
    return start == line.lowerBound && beginsWithLabel(start..<offset, in: text)
  }

  private func beginsWithLabel(
    _ range: Range<Int>, in text: UnsafeBufferPointer<Unicode.Scalar>
  ) -> Bool {
    guard let colon = range.prefix(10).first(where: { text[$0] == "：" }) else { return false }
    let words = Array(text[range.lowerBound..<colon])
    return labels.longest(in: words, from: 0, to: words.count)?.range.count == words.count
  }

  /// How many marks back the last of a kind is looked for.
  private static let reach = 60

  @inline(__always)
  private func place(
    of offset: Int, in text: UnsafeBufferPointer<Unicode.Scalar>, origins: [Int32]
  ) -> NumberMark.Place {
    var before = text[offset - 1]
    if isClosing(before), offset >= 2 {
      let inner = text[offset - 2]
      if inner == "。" || inner == "；" || inner == "！" || inner == "？" {
        before = inner
      } else if before == "）", closesSentence(offset - 1, in: text) {
        before = "。"
      }
    }
    switch before {
    // A bar closes the row of a table that was run together with what follows it.
    case "。", "；", "！", "？", "|": return .afterSentence
    case "：": return .afterColon
    default: break
    }
    if origins[offset] - origins[offset - 1] > 1 || before == " " { return .afterGap }
    return .inside
  }
}

/// Stretches in quotation marks: an article quoted by an amending decision is content, no unit.
///
/// A quotation that runs over several paragraphs opens each of them with “ and closes only the
/// last with ”. A “ that is never closed is taken for a slip and opens nothing.
struct QuotedStretches {
  private var stretches: [Range<Int>] = []

  init(_ layout: Layout) {
    let longest = 8000
    layout.reading.scalars.withUnsafeBufferPointer { text in
      var closed = 0
      // The last “ that may still open a quotation which reaches the next ”.
      while let close = text.offset(of: "”", in: closed..<text.count) {
        var open: Int?
        var next = closed
        while let mark = text.offset(of: "“", in: next..<close) {
          if open.map({ mark - $0 > longest }) ?? true { open = mark }
          next = mark + 1
        }
        if let open, close - open <= longest { stretches.append(open..<close + 1) }
        closed = close + 1
      }
    }
  }

  /// Whether an offset lies in a quotation.
  func contains(_ offset: Int) -> Bool {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < stretches.count && stretches[low].contains(offset)
  }
}
