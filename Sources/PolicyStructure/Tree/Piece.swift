import PolicyText

/// A stretch of a document between two places where something begins: the title block, a unit with
/// the words that run in behind its number, a paragraph, a table.
struct Piece {
  enum Kind {
    case preface, toc, paragraph, table, signature, note, colophon, annexList
    case unit(Unit)
  }

  let kind: Kind
  /// All its words, in the reading text.
  var range: Range<Int>
  /// The lines of a table.
  var rows: [[Range<Int>]] = []
  /// For each of the rows, what had to be done to find its cells.
  var repairs: [TableRepair.Kind?] = []
  /// The table that the file itself has here.
  var given: TableGrid?
  /// Whether white lines stand before it.
  var afterBlank = false

  /// The words behind the number that it begins with.
  func words(behind mark: NumberMark) -> Range<Int> {
    mark.range.upperBound..<max(mark.range.upperBound, range.upperBound)
  }
}

/// Cuts the lines of a document into pieces, joining the lines that one paragraph was broken into.
struct PieceMaker {
  private let layout: Layout
  private let joiner: LineJoiner
  private let shape: DocumentShape
  private let units: [Unit]

  init(layout: Layout, joiner: LineJoiner, shape: DocumentShape, units: [Unit]) {
    self.layout = layout
    self.joiner = joiner
    self.shape = shape
    self.units = units
  }

  /// The pieces of the lines, in order; together they are all words of these lines.
  func pieces(of lines: Range<Int>) -> [Piece] {
    var pieces: [Piece] = []
    pieces.reserveCapacity(units.count * 2)
    var unit = 0
    for index in lines {
      let line = layout.lines[index]
      while unit < units.count, units[unit].mark.range.lowerBound < line.range.lowerBound {
        unit += 1
      }
      switch shape[index] {
      case .preface: extend(&pieces, with: line.range, kind: .preface)
      case .toc: extend(&pieces, with: line.range, kind: .toc)
      case .signature: extend(&pieces, with: line.range, kind: .signature)
      case .colophon: extend(&pieces, with: line.range, kind: .colophon)
      case .annexList: extend(&pieces, with: line.range, kind: .annexList)
      case .note: pieces.append(Piece(kind: .note, range: line.range))
      case .dropped: continue
      case .body:
        if line.isRow {
          appendRow(line, to: &pieces)
          continue
        }
        let beginsUnit =
          unit < units.count && units[unit].mark.range.lowerBound == line.range.lowerBound
        let joins =
          !beginsUnit && canJoin(pieces.last)
          && (joiner.joins(index, beginsUnit: false) || goesOnQuoting(line, pieces.last)
            || (unit > 0 && units[unit - 1].mark.range.contains(line.range.lowerBound)))
        appendWords(line, joins: joins, unit: &unit, to: &pieces)
      }
    }
    return pieces
  }

  /// Whether a line is a further paragraph of what an amending decision quotes: it opens with “, as
  /// the words behind 修改为： did.
  private func goesOnQuoting(_ line: ReadingLine, _ last: Piece?) -> Bool {
    let text = layout.reading.scalars
    guard let last, isQuote(text[line.range.lowerBound]) else { return false }
    let start = max(last.range.lowerBound, last.range.upperBound - 4000)
    for offset in start..<last.range.upperBound - 1
    where text[offset] == "：" && isQuote(text[offset + 1]) {
      return true
    }
    return false
  }

  private func isQuote(_ scalar: Unicode.Scalar) -> Bool { scalar == "“" || scalar == "\"" }

  private func canJoin(_ piece: Piece?) -> Bool {
    switch piece?.kind {
    case .unit, .paragraph: true
    default: false
    }
  }

  /// Appends the words of a line, cut where units begin and where a wide gap stands for a new paragraph.
  private func appendWords(
    _ line: ReadingLine, joins: Bool, unit: inout Int, to pieces: inout [Piece]
  ) {
    var start = line.range.lowerBound
    var goesOn = joins
    func close(at end: Int, _ pieces: inout [Piece]) {
      guard end > start else { return }
      if goesOn, let last = pieces.last {
        pieces[pieces.count - 1].range = last.range.lowerBound..<end
      } else {
        pieces.append(
          Piece(kind: .paragraph, range: start..<end, afterBlank: line.afterBlank))
      }
      goesOn = false
    }
    while unit < units.count, units[unit].mark.range.lowerBound < line.range.upperBound {
      let next = units[unit].mark.range.lowerBound
      cutAtGaps(start..<next, line: line, goesOn: &goesOn, start: &start, pieces: &pieces)
      close(at: next, &pieces)
      pieces.append(
        Piece(
          kind: .unit(units[unit]), range: next..<units[unit].mark.range.upperBound,
          afterBlank: line.afterBlank))
      start = next
      goesOn = true
      unit += 1
    }
    cutAtGaps(
      start..<line.range.upperBound, line: line, goesOn: &goesOn, start: &start, pieces: &pieces)
    close(at: line.range.upperBound, &pieces)
  }

  /// In a line that holds many paragraphs, white space behind a sentence stands for a new one.
  private func cutAtGaps(
    _ range: Range<Int>, line: ReadingLine, goesOn: inout Bool, start: inout Int,
    pieces: inout [Piece]
  ) {
    guard line.range.count > 120, range.count > 30 else { return }
    let origins = layout.reading.origins
    let text = layout.reading.scalars
    for offset in range.lowerBound + 1..<range.upperBound
    where origins[offset] - origins[offset - 1] > 2 && text[offset - 1] == "。" {
      guard layout.reading.hasGap(before: offset) else { continue }
      if goesOn, let last = pieces.last {
        pieces[pieces.count - 1].range = last.range.lowerBound..<offset
      } else {
        pieces.append(Piece(kind: .paragraph, range: start..<offset))
      }
      goesOn = false
      start = offset
    }
  }

  private func appendRow(_ line: ReadingLine, to pieces: inout [Piece]) {
    if let table = line.table {
      pieces.append(
        Piece(
          kind: .table, range: line.range, given: layout.tables[table],
          afterBlank: line.afterBlank))
      return
    }
    if let last = pieces.last, case .table = last.kind, last.given == nil,
      !beginsTable(line, behind: last)
    {
      pieces[pieces.count - 1].range = last.range.lowerBound..<line.range.upperBound
      pieces[pieces.count - 1].rows.append(line.cells)
      pieces[pieces.count - 1].repairs.append(line.repair)
    } else {
      pieces.append(
        Piece(
          kind: .table, range: line.range, rows: [line.cells], repairs: [line.repair],
          afterBlank: line.afterBlank))
    }
  }

  /// Whether a row behind an empty line begins another table: it has another number of cells than the
  /// head of the one before it, and no cell of it is empty.
  private func beginsTable(_ line: ReadingLine, behind piece: Piece) -> Bool {
    guard line.afterBlank, let head = piece.rows.first else { return false }
    return line.cells.count != head.count && line.cells.count >= 2
      && !line.cells.contains {
        $0.isEmpty || CellFeatures.isNumber($0, in: layout.reading.scalars)
      }
  }

  private func extend(_ pieces: inout [Piece], with range: Range<Int>, kind: Piece.Kind) {
    if let last = pieces.last, isSame(last.kind, kind) {
      pieces[pieces.count - 1].range = last.range.lowerBound..<range.upperBound
    } else {
      pieces.append(Piece(kind: kind, range: range))
    }
  }

  private func isSame(_ a: Piece.Kind, _ b: Piece.Kind) -> Bool {
    switch (a, b) {
    case (.preface, .preface), (.toc, .toc), (.signature, .signature), (.colophon, .colophon),
      (.annexList, .annexList):
      true
    default: false
    }
  }
}
