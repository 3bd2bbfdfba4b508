import PolicyText

/// 页码: finds page numbers and running heads, which cut sentences and belong to no document.
///
/// `— 3 —`, `- 3 -`, `第 3 页 共 9 页` and `3/9` tell by their form; a bare `3` only by its place in a
/// run of page numbers, or between two halves of a paragraph.
struct PageMarks {
  /// The lines that are page furniture.
  private(set) var lines: Set<Int> = []
  /// Page numbers at the end of a line of words, by line, in source offsets.
  private(set) var trailing: [Int: Range<Int>] = [:]

  private let text: [Unicode.Scalar]

  init(lines sourceLines: [SourceLine], source: SourceText) {
    text = source.scalars
    var bare: [(line: Int, number: Int)] = []
    var marked: [(line: Int, number: Int)] = []
    for (index, line) in sourceLines.enumerated() where line.form != .blank {
      if line.content.count <= 24 || line.form == .rule {
        if let mark = Self.mark(in: line.form == .rule ? line.extent : line.content, of: text) {
          if mark.marked {
            marked.append((index, mark.number))
          } else {
            bare.append((index, mark.number))
          }
        }
      } else if line.form == .text, let range = trailingMark(in: line.content) {
        trailing[index] = range.place
        marked.append((index, range.number))
      }
    }
    for page in marked where trailing[page.line] == nil { lines.insert(page.line) }
    accept(bare, beside: marked, in: sourceLines)
    addRunningHeads(in: sourceLines)
  }

  // MARK: Forms

  /// The number that a short line consists of, and whether marks around it tell that it is a page's.
  static func mark(
    in range: Range<Int>, of text: [Unicode.Scalar]
  ) -> (number: Int, marked: Bool)? {
    // Most lines begin with words: out at once.
    let start = range.first { !isSpace(folded(text[$0])) }
    guard let first = start.map({ folded(text[$0]) }),
      isDash(first) || first == "第" || digit(first) != nil
    else { return nil }
    var scalars: [Unicode.Scalar] = []
    for offset in range {
      let scalar = folded(text[offset])
      if !isSpace(scalar) { scalars.append(scalar) }
    }
    guard let last = scalars.last else { return nil }
    var offset = 0
    while offset < scalars.count, isDash(scalars[offset]) { offset += 1 }
    let leading = offset
    if offset < scalars.count, scalars[offset] == "第" { offset += 1 }
    let ordinal = offset > leading
    var number = 0
    let digits = offset
    while offset < scalars.count, let digit = digit(scalars[offset]) {
      number = number * 10 + digit
      offset += 1
      if offset - digits > 4 { return nil }
    }
    guard offset > digits else { return nil }
    if offset == scalars.count { return ordinal ? nil : (number, leading > 0) }
    if last == "页" || ordinal {
      // 第3页, 第3页共9页, 第3页/共9页, and 3页 alone is not one.
      guard ordinal, scalars[offset] == "页" else { return nil }
      let rest = scalars[(offset + 1)...]
      let allowed: [Unicode.Scalar] = ["共", "/", "，", "页", "（", "）"]
      return rest.allSatisfy { digit($0) != nil || allowed.contains($0) } ? (number, true) : nil
    }
    if scalars[offset] == "/" {
      let rest = scalars[(offset + 1)...]
      return !rest.isEmpty && rest.count <= 4 && rest.allSatisfy { digit($0) != nil }
        && leading == 0
        ? (number, true) : nil
    }
    guard leading > 0 else { return nil }
    return scalars[offset...].allSatisfy(isDash) ? (number, true) : nil
  }

  /// A page number that a converter left at the end of a line of words: 等——8—.
  private func trailingMark(in range: Range<Int>) -> (place: Range<Int>, number: Int)? {
    var offset = range.upperBound - 1
    guard Self.isDash(text[offset]) else { return nil }
    var dashes = 0
    while offset > range.lowerBound, Self.isDash(text[offset]) || isSpace(folded(text[offset])) {
      if Self.isDash(text[offset]) { dashes += 1 }
      offset -= 1
    }
    let digitsEnd = offset
    while offset > range.lowerBound, Self.digit(folded(text[offset])) != nil { offset -= 1 }
    guard (1...3).contains(digitsEnd - offset) else { return nil }
    let before = offset
    while offset > range.lowerBound, Self.isDash(text[offset]) || isSpace(folded(text[offset])) {
      if Self.isDash(text[offset]) { dashes += 1 }
      offset -= 1
    }
    guard before > offset, dashes >= 2 else { return nil }
    let number = (before + 1..<digitsEnd + 1).reduce(0) {
      $0 * 10 + (Self.digit(folded(text[$1])) ?? 0)
    }
    return (offset + 1..<range.upperBound, number)
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "–", "—", "―", "─", "－", "~", "·", "•", "一": true
    default: false
    }
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    scalar.value >= 0x30 && scalar.value <= 0x39 ? Int(scalar.value - 0x30) : nil
  }

  // MARK: Places

  /// Bare numbers are pages where they go on from a page before them or up to one after them, or
  /// stand between two halves of a paragraph.
  private mutating func accept(
    _ bare: [(line: Int, number: Int)], beside marked: [(line: Int, number: Int)],
    in sourceLines: [SourceLine]
  ) {
    guard !bare.isEmpty else { return }
    let all = (bare + marked).sorted { $0.line < $1.line }
    let cells = amongNumbers(bare, in: sourceLines)
    let bareLines = Set(bare.map(\.line))
    for (index, page) in all.enumerated()
    where bareLines.contains(page.line) && !cells.contains(page.line) {
      let inProse = standsInProse(page.line, in: sourceLines)
      let follows =
        index > 0 && (1...3).contains(page.number - all[index - 1].number)
        && page.line - all[index - 1].line > 8
        && (inProse || !bareLines.contains(all[index - 1].line))
      let leads =
        index + 1 < all.count && (1...3).contains(all[index + 1].number - page.number)
        && all[index + 1].line - page.line > 8
        && (inProse || !bareLines.contains(all[index + 1].line))
      if follows || leads || cutsParagraph(page.line, in: sourceLines) { lines.insert(page.line) }
    }
    keepCounts(bare)
    keepCells(bare)
  }

  /// Bare numbers with two others at least close by, not all of which count on: scores of a table whose cells stand one on
  /// a line.
  private func amongNumbers(
    _ bare: [(line: Int, number: Int)], in sourceLines: [SourceLine]
  ) -> Set<Int> {
    guard bare.count >= 3 else { return [] }
    // Empty lines between cells do not count.
    var ordinals: [Int] = []
    var ordinal = 0
    var next = 0
    for (index, line) in sourceLines.enumerated() where next < bare.count {
      if bare[next].line == index {
        ordinals.append(ordinal)
        next += 1
      }
      if line.form != .blank { ordinal += 1 }
    }
    return Set(
      ordinals.indices.filter { place in
        let near = (max(place - 2, 0)...min(place + 2, ordinals.count - 1)).filter {
          $0 != place && abs(ordinals[$0] - ordinals[place]) <= Self.mostCellsBetween
        }
        return near.count >= 2
          && near.contains { bare[$0].number - bare[place].number != $0 - place }
      }.map { bare[$0].line })
  }

  /// Pages count up, and stand many lines apart: bare numbers that do not are the scores of a table whose cells
  /// stand one on a line.
  private mutating func keepCells(_ bare: [(line: Int, number: Int)]) {
    let pages = bare.filter { lines.contains($0.line) }
    guard pages.count >= 3, let first = pages.first, let last = pages.last else { return }
    let rising = zip(pages, pages.dropFirst()).count { $0.number < $1.number }
    let isDense = last.line - first.line < Self.leastLinesOfPage * (pages.count - 1)
    if rising * 4 < (pages.count - 1) * 3 || isDense && pages.count >= 4 {
      for page in pages { lines.remove(page.line) }
    }
  }

  /// No more cells stand from one score of a table to the next but one.
  private static let mostCellsBetween = 16

  /// Fewer lines than a page has.
  private static let leastLinesOfPage = 8

  /// Numbers that count on from each other are all of pages or all none: where most of a run are not, they
  /// count the rows of a table whose cells stand one on a line.
  private mutating func keepCounts(_ bare: [(line: Int, number: Int)]) {
    var start = 0
    for index in bare.indices.dropFirst() + [bare.count] {
      if index < bare.count, bare[index].number == bare[index - 1].number + 1 { continue }
      let run = bare[start..<index]
      if run.count >= 4, run.count(where: { lines.contains($0.line) }) * 2 < run.count {
        for page in run { lines.remove(page.line) }
      }
      start = index
    }
  }

  /// Whether the words on one side of a line at least are longer than a cell of a table.
  private func standsInProse(_ line: Int, in sourceLines: [SourceLine]) -> Bool {
    let before = neighbour(of: line, step: -1, in: sourceLines)
    let after = neighbour(of: line, step: 1, in: sourceLines)
    return max(before?.width ?? 0, after?.width ?? 0) >= 24
  }

  private func cutsParagraph(_ line: Int, in sourceLines: [SourceLine]) -> Bool {
    guard let before = neighbour(of: line, step: -1, in: sourceLines),
      let after = neighbour(of: line, step: 1, in: sourceLines),
      before.width >= 24, after.form == .text
    else { return false }
    return !isSentenceEnd(folded(text[before.content.upperBound - 1]))
  }

  private func neighbour(
    of line: Int, step: Int, in sourceLines: [SourceLine]
  ) -> SourceLine? {
    var index = line + step
    while sourceLines.indices.contains(index) {
      if sourceLines[index].form != .blank { return sourceLines[index] }
      index += step
    }
    return nil
  }

  /// A short line that stands beside two page numbers or more, the same each time, is a running head.
  private mutating func addRunningHeads(in sourceLines: [SourceLine]) {
    guard lines.count >= 2 else { return }
    var seen: [[Unicode.Scalar]: [Int]] = [:]
    for line in lines {
      for step in [-1, 1] {
        var index = line + step
        while sourceLines.indices.contains(index), sourceLines[index].form == .blank {
          index += step
        }
        guard sourceLines.indices.contains(index), !lines.contains(index),
          sourceLines[index].form == .text, sourceLines[index].content.count <= 40
        else { continue }
        let content = sourceLines[index].content
        if isSentenceEnd(folded(text[content.upperBound - 1])) { continue }
        seen[Array(text[content]), default: []].append(index)
      }
    }
    for (words, places) in seen {
      // A heading stands in the table of contents and again in the text, by chance twice at a page's edge.
      let isNumbered =
        words.first.map { folded($0) }.map { $0 == "第" || Self.digit($0) != nil } ?? false
      if Set(places).count >= (isNumbered ? 3 : 2) { lines.formUnion(places) }
    }
  }
}
