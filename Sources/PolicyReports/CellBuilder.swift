internal import PolicyDiff

/// Lays out one side of a row: paragraphs with their changes marked, those without any left out.
struct CellBuilder {
  /// Headings up to this length are shown where they are unchanged.
  private static let titleLength = 24

  /// Whether unchanged paragraphs are shown.
  let all: Bool
  /// Whether the first line is shown in any case: the heads of a table's columns.
  var keepsFirstLine = false

  /// One side of a row: its words, and the stretches of them that changed.
  struct Side {
    let text: UnitText
    let edits: [Range<Int>]
    let mark: ComparisonTable.Run.Mark
  }

  /// The cells of both sides.
  ///
  /// A paragraph is shown on both sides or on none: one that is whole here and cut in two there is
  /// shown here as well.
  func cells(_ old: Side, _ new: Side) -> (old: ComparisonTable.Cell, new: ComparisonTable.Cell) {
    let (left, right) = (lines(of: old.text), lines(of: new.text))
    var isShownLeft = left.map { all || isChanged($0, old.edits) }
    var isShownRight = right.map { all || isChanged($0, new.edits) }
    let common = stretchesInCommon(old, new)
    if keepsFirstLine {
      isShownLeft[0] = true
      isShownRight[0] = true
    }
    let shared = pairs(of: left, right, common)
    for _ in 0..<2 {
      for pair in shared {
        if isShownLeft[pair.old] { isShownRight[pair.new] = true }
        if isShownRight[pair.new] { isShownLeft[pair.old] = true }
      }
    }
    return (cell(old, left, isShownLeft), cell(new, right, isShownRight))
  }

  /// The lines of both sides that have words in common, in order.
  private func pairs(
    of left: [Range<Int>], _ right: [Range<Int>], _ common: [(old: Range<Int>, new: Range<Int>)]
  ) -> [(old: Int, new: Int)] {
    var pairs: [(old: Int, new: Int)] = []
    var (i, j) = (0, 0)
    for stretch in common where !stretch.old.isEmpty {
      let shift = stretch.new.lowerBound - stretch.old.lowerBound
      while i < left.count, left[i].upperBound <= stretch.old.lowerBound { i += 1 }
      while j < right.count, right[j].upperBound <= stretch.new.lowerBound { j += 1 }
      var (line, partner) = (i, j)
      while line < left.count, partner < right.count,
        left[line].lowerBound < stretch.old.upperBound,
        right[partner].lowerBound < stretch.new.upperBound
      {
        let (oldEnd, newEnd) = (left[line].upperBound + shift, right[partner].upperBound)
        if left[line].lowerBound + shift < newEnd, right[partner].lowerBound < oldEnd {
          pairs.append((line, partner))
        }
        if oldEnd <= newEnd { line += 1 } else { partner += 1 }
      }
    }
    return pairs
  }

  /// A cell all of whose words are marked, or none.
  func cell(_ side: Side) -> ComparisonTable.Cell {
    lines(of: side.text).map { runs(of: $0, side.text, side.edits, side.mark) }
  }

  private func cell(
    _ side: Side, _ lines: [Range<Int>], _ isShown: [Bool]
  ) -> ComparisonTable.Cell {
    var cell: ComparisonTable.Cell = []
    var isLeftOut = false
    for (line, isShown) in zip(lines, isShown) {
      if isShown {
        cell.append(runs(of: line, side.text, side.edits, side.mark))
      } else if !isLeftOut {
        cell.append([leftOut(line, of: side.text)])
      }
      isLeftOut = !isShown
    }
    return cell
  }

  private func isChanged(_ line: Range<Int>, _ edits: [Range<Int>]) -> Bool {
    let whole = line.lowerBound..<max(line.upperBound, line.lowerBound + 1)
    return edits[first(from: line.lowerBound, in: edits)...]
      .prefix { $0.lowerBound < whole.upperBound }
      .contains {
        $0.isEmpty
          ? $0.lowerBound > line.lowerBound && $0.lowerBound < line.upperBound
          : $0.overlaps(whole)
      }
  }

  /// The index of the first edit that ends at an offset or after it.
  private func first(from offset: Int, in edits: [Range<Int>]) -> Int {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].upperBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The stretches between the edits.
  private func stretchesInCommon(_ old: Side, _ new: Side) -> [(old: Range<Int>, new: Range<Int>)] {
    var stretches: [(old: Range<Int>, new: Range<Int>)] = []
    var from = (old: 0, new: 0)
    for (left, right) in zip(old.edits, new.edits) {
      stretches.append((from.old..<left.lowerBound, from.new..<right.lowerBound))
      from = (left.upperBound, right.upperBound)
    }
    stretches.append((from.old..<old.text.count, from.new..<new.text.count))
    return stretches
  }

  /// …… in the place of a line, after its number if it opens the unit.
  private func leftOut(_ line: Range<Int>, of text: UnitText) -> ComparisonTable.Run {
    guard line.lowerBound == 0, text.bodyStart > 0 else {
      return ComparisonTable.Run(text: "……", mark: .note, edit: nil)
    }
    // A title is no longer than what would tell that it is left out.
    if text.scalars[0] != "第", line.count <= Self.titleLength {
      return ComparisonTable.Run(text: text.string(line), mark: .same, edit: nil)
    }
    let gap = text.scalars[0] == "第" ? "　" : ""
    return ComparisonTable.Run(
      text: text.string(0..<text.bodyStart) + gap + "……", mark: .note, edit: nil)
  }

  /// The number of an article that begins at an offset: 第五条.
  private func head(at offset: Int, of text: UnitText) -> Range<Int>? {
    guard offset < text.count, text.scalars[offset] == "第" else { return nil }
    return text.heads.first { $0.lowerBound == offset && !$0.isEmpty }
  }

  private func lines(of text: UnitText) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for offset in 0..<text.count where text.scalars[offset] == "\n" {
      lines.append(start..<offset)
      start = offset + 1
    }
    if start < text.count || lines.isEmpty { lines.append(start..<text.count) }
    return lines
  }

  private func runs(
    of line: Range<Int>, _ text: UnitText, _ edits: [Range<Int>], _ mark: ComparisonTable.Run.Mark
  ) -> [ComparisonTable.Run] {
    var runs: [ComparisonTable.Run] = []
    var start = line.lowerBound
    func add(_ range: Range<Int>, _ mark: ComparisonTable.Run.Mark, _ edit: Int?) {
      guard !range.isEmpty else { return }
      // The space that the number of an article is set off by is layout, and not in the text.
      if let head = head(at: range.lowerBound, of: text), head.upperBound <= range.upperBound,
        head.upperBound < text.count
      {
        let number = text.string(head)
        let rest = text.string(head.upperBound..<range.upperBound)
        runs.append(ComparisonTable.Run(text: number + "　" + rest, mark: mark, edit: edit))
      } else {
        let words = text.string(range).split(separator: "\t", omittingEmptySubsequences: false)
          .joined(separator: "｜")
        runs.append(ComparisonTable.Run(text: words, mark: mark, edit: edit))
      }
    }
    for index in first(from: line.lowerBound, in: edits)..<edits.count {
      guard edits[index].lowerBound < line.upperBound else { break }
      let part = edits[index].clamped(to: line)
      guard !part.isEmpty else { continue }
      add(start..<part.lowerBound, .same, nil)
      add(part, mark, index)
      start = part.upperBound
    }
    add(start..<line.upperBound, .same, nil)
    return runs
  }
}
