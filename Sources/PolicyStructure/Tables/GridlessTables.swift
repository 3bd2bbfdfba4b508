import PolicyText

/// Finds tables that lost their grid, so that each cell stands on a line of its own (as in what is copied
/// from a web page), and makes rows of their lines again.
///
/// Such a table is known by its heads: at least three short lines, of which two at least are heads of
/// columns (一级指标, 分值, 责任部门). What row and column a line belongs to is the cheapest reading of
/// all lines together (``GridlessReading``); where even that is dear, the lines stay as they are.
struct GridlessTables {
  private let layout: Layout
  private let text: [Unicode.Scalar]
  private let facts: LineFacts
  private var words: TableWords { facts.tables }

  /// Heads are no longer than this.
  private static let headLimit = 14
  /// No table is sought beyond so many lines.
  private static let lineLimit = 4000
  /// A reading that costs more than this a line explains nothing.
  private static let costLimit = 0.75

  init(_ layout: Layout, facts: LineFacts) {
    self.layout = layout
    text = layout.reading.scalars
    self.facts = facts
  }

  /// A table: its lines, and its rows with a cell (maybe empty) for each column.
  struct Found {
    let lines: Range<Int>
    let rows: [[Range<Int>]]
    /// What its reading costs a cell.
    let cost: Double
  }

  /// The tables of a layout in the order of the text.
  func tables() -> [Found] {
    var found: [Found] = []
    var line = 0
    while line < layout.lines.count {
      guard let head = head(at: line) else {
        line += 1
        continue
      }
      if let table = heads(from: head).compactMap({ table($0) }).min(by: { $0.cost < $1.cost }) {
        found.append(table)
        line = table.lines.upperBound
      } else {
        line = head.upperBound
      }
    }
    return found
  }

  // MARK: Heads

  /// The lines of a head that begins at a line.
  private func head(at start: Int) -> Range<Int>? {
    guard isHead(start) else { return nil }
    var end = start + 1
    var last = end
    var heads = 1
    var strong = isStrong(start) ? 1 : 0
    while end < layout.lines.count, end - start < 14, isShort(end) {
      if isNamedIndicator(end) { break }
      if isHead(end) {
        heads += 1
        strong += isStrong(end) ? 1 : 0
        last = end + 1
      } else if end - last >= 2 {
        break
      }
      end += 1
    }
    // The title of the table may end as a head does; it is longer than the heads.
    let lengths = (start + 1..<max(last, start + 1)).map { layout.lines[$0].range.count }
    if let longest = lengths.max(), layout.lines[start].range.count > max(8, longest + 2) {
      return nil
    }
    guard last - start >= 3, heads >= 2, heads * 2 > last - start, strong > 0 else { return nil }
    return start..<last
  }

  /// A head as far as its words are known, and with a line behind it that may be the head of one more column.
  private func heads(from head: Range<Int>) -> [Range<Int>] {
    let next = head.upperBound
    guard next + 1 < layout.lines.count, isShort(next) else { return [head] }
    return [head, head.lowerBound..<next + 1]
  }

  private func isShort(_ line: Int) -> Bool {
    let range = layout.lines[line].range
    guard !layout.lines[line].isRow, range.count <= Self.headLimit,
      words.mark(range, in: text) == nil, !CellFeatures.isNumber(range, in: text)
    else { return false }
    return !range.contains { offset in
      switch text[offset] {
      case "。", "，", "；", "：", "《": true
      // 产业振兴（40分）: the name of what is weighed.
      case "（": offset + 1 < range.upperBound && ("0"..."9").contains(text[offset + 1])
      default: false
      }
    }
  }

  private func isHead(_ line: Int) -> Bool {
    let range = layout.lines[line].range
    guard range.count <= Self.headLimit, isShort(line), !isCaption(range),
      let ending = words.headEnding(range, in: text)
    else { return false }
    // 完成市下达的年度任务 says something; 2025年目标值 names a column.
    return range.count - ending.length <= Self.leadLimit
      && !range.contains { text[$0] == "的" }
  }

  /// No more words than these stand before those that a head is known by: 2020年 before 基期值.
  private static let leadLimit = 6

  /// 附表 …, 表1 …: the title of a table.
  private func isCaption(_ range: Range<Int>) -> Bool {
    words.beginsBehindTable(range, in: text)
      || range.count > 2 && text[range.lowerBound] == "表"
        && ("0"..."9").contains(text[range.lowerBound + 1])
  }

  /// Whether a line ends with 指标 and so on but has words of its own before it: 签约数量指标 is an indicator.
  private func isNamedIndicator(_ line: Int) -> Bool {
    let range = layout.lines[line].range
    return range.count >= 4 && words.headMeaning(range, in: text) == "leaf"
      && !words.isWholeHead(range, in: text)
      && (range.count < 5
        || words.headMeaning(range.lowerBound..<range.lowerBound + 4, in: text) != "leaf")
      && !words.beginsAsHead(range, in: text)
  }

  /// Heads that stand in tables only; 项目, 内容 and 说明 stand anywhere, and so do words that end as a short head
  /// does (重点领域, in the menu of a web page).
  private func isStrong(_ line: Int) -> Bool {
    let range = layout.lines[line].range
    guard let ending = words.headEnding(range, in: text),
      ending.length >= 3 || ending.length == range.count
    else { return false }
    return switch ending.meaning {
    case "task", "note", "explanation", "measure": false
    default: true
    }
  }

  // MARK: Bodies

  private func table(_ head: Range<Int>) -> Found? {
    let end = bodyEnd(from: head.upperBound)
    let lines = joinedVertically(head.upperBound..<end)
    guard lines.count >= head.count else { return nil }
    var kinds = head.map { line in
      GridlessReading.Kind(words.headMeaning(layout.lines[line].range, in: text))
    }
    // 考核内容 before 考核指标 or 考核要点 says what these are of.
    let amount = kinds.firstIndex { $0 == .amount || $0 == .value } ?? kinds.endIndex
    for column in kinds.indices where kinds[column] == .content {
      let behind = kinds[(column + 1)...]
      if behind.contains(.level) || kinds[..<amount].dropFirst(column + 1).contains(.content) {
        kinds[column] = .level
      }
    }
    guard let (columns, cost) = places(of: lines, in: kinds) else { return nil }
    var rows = [head.map { layout.lines[$0].range }]
    var row: [Range<Int>?] = []
    func close() {
      guard !row.isEmpty else { return }
      let first = row.lazy.compactMap { $0 }.first?.lowerBound ?? 0
      rows.append(row.map { $0 ?? first..<first })
    }
    for (cell, place) in zip(lines, columns) {
      switch place {
      case .joined(let column):
        row[column] = row[column].map { $0.lowerBound..<cell.upperBound }
      case .cell(let column, let beginsRow):
        if beginsRow {
          close()
          row = Array(repeating: nil, count: head.count)
        }
        row[column] = cell
      }
    }
    close()
    guard rows.count >= 3 else { return nil }
    return Found(lines: head.lowerBound..<end, rows: rows, cost: cost)
  }

  /// The cheapest places of cells in columns, and what they cost a cell.
  private func places(
    of cells: [Range<Int>], in kinds: [GridlessReading.Kind]
  ) -> (places: [GridlessReading.Place], cost: Double)? {
    let features = cells.map { CellFeatures($0, in: text, words: words) }
    let marks = MarkColumns(
      features: features, cells: cells, number: kinds.firstIndex(of: .number),
      hasAmounts: kinds.contains(.amount), text: text)
    let levels = kinds.indices.filter {
      kinds[$0] == .level || kinds[$0] == .prose || kinds[$0] == .content
    }
    return marks.choices(among: levels).compactMap { numbered in
      GridlessReading(
        kinds: kinds, cells: cells, features: features, marks: marks, numbered: numbered,
        text: text, words: words
      ).columns(costLimit: Self.costLimit)
    }.min { $0.cost < $1.cost }
  }

  /// Where the lines end that can be cells: at an annex, a note, an article, a table.
  private func bodyEnd(from start: Int) -> Int {
    var line = start
    var last: (value: Int, line: Range<Int>)?
    while line < layout.lines.count, line - start < Self.lineLimit {
      if layout.lines[line].isRow || endsTable(layout.lines[line].range) { return line }
      if let mark = words.mark(layout.lines[line].range, in: text), mark.style == .chinese,
        let value = mark.values.first
      {
        // 二、 that does not count on from the table goes on with the text before it.
        let range = layout.lines[line].range
        let isSame = last.map { $0.value == value && text[$0.line].elementsEqual(text[range]) }
        guard isSame ?? false || value == (last?.value ?? 0) + 1 else { return line }
        last = (value, range)
      }
      if line > start + 1, isBehindTotal(line) || signs(line, from: start) { return line }
      line += 1
    }
    return line
  }

  /// Whether a total with its number ends right before a line that begins a unit of the text: 合计, 100, 二、工作要求.
  private func isBehindTotal(_ line: Int) -> Bool {
    let number = layout.lines[line - 1].range
    guard CellFeatures.isNumber(number, in: text),
      words.isTotal(layout.lines[line - 2].range, in: text),
      let mark = words.mark(layout.lines[line].range, in: text)
    else { return false }
    return mark.style == .chinese
  }

  /// Whether the document is signed at a line behind the table: names of organs apart from what is above, and a date.
  private func signs(_ line: Int, from start: Int) -> Bool {
    guard layout.lines[line].afterBlank, !layout.lines[line - 1].afterBlank else { return false }
    var end = line
    while end < layout.lines.count, end - line < 6, !facts.isDate(layout.lines[end].range, in: text)
    {
      guard facts.isSignatory(layout.lines[end].range, in: text) else { return false }
      end += 1
    }
    return end < layout.lines.count && facts.isDate(layout.lines[end].range, in: text)
  }

  private func endsTable(_ range: Range<Int>) -> Bool {
    if facts.clutterReason(range, in: text) != nil { return true }
    guard range.count >= 2, let first = range.first else { return false }
    if words.beginsBehindTable(range, in: text) { return range.count <= 40 }
    switch text[first] {
    case "第":
      return range.prefix(6).contains { text[$0] == "条" || text[$0] == "章" } && range.count > 6
    // 表2, 注1.
    case "表", "注": return ("0"..."9").contains(text[first + 1]) && range.count <= 40
    default: return false
    }
  }

  /// The lines as cells: characters set one below the other (基, 础, 指, 标) are one.
  private func joinedVertically(_ lines: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var isVertical = false
    for line in lines {
      let range = layout.lines[line].range
      let isSingle = range.count == 1 && text[range.lowerBound].value >= 0x3400
      if isSingle, isVertical, let last = cells.last {
        cells[cells.count - 1] = last.lowerBound..<range.upperBound
      } else {
        cells.append(range)
      }
      isVertical = isSingle
    }
    return cells
  }
}
