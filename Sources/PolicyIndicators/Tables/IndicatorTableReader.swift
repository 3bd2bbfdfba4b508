internal import Foundation
internal import PolicyStructure
internal import PolicyText

/// Reads the indicators of a table: each cell of a level's column with what stands in its rows.
struct IndicatorTableReader {
  private let reading: ReadingText
  let text: [Unicode.Scalar]
  let words: TableWords

  init(reading: ReadingText, words: TableWords) {
    self.reading = reading
    text = reading.scalars
    self.words = words
  }

  /// The indicators of a table; `nil` if it has none.
  func read(_ grid: TableGrid, node: Int) -> IndicatorTable? {
    let view = TableView(grid, text: text, words: words)
    if let table = transposed(view, node: node) { return table }
    guard let levels = LevelColumns(view) else { return nil }
    var table = IndicatorTable(node: node)
    var state = State(
      levels: levels, weights: WeightColumns(view, levels: levels),
      bracketsWeigh: bracketsWeigh(view, levels), outline: outlineColumn(view))
    for row in view.body {
      if let total = total(view, row) {
        table.total = total.value.map { ($0, total.range) } ?? table.total
        continue
      }
      if let group = group(view, row, state) {
        state.group = nil
        state.group = addIndicator(group, level: 1, parent: nil, to: &table, &state, row: row)
        continue
      }
      read(row, of: view, into: &table, &state)
    }
    let whole = BracketedWeights(text: text, words: words)
    whole.add(to: &table)
    whole.addCodes(to: &table)
    return table.indicators.isEmpty ? nil : table
  }

  /// What is known while the rows are read.
  struct State {
    let levels: LevelColumns
    let weights: WeightColumns
    let bracketsWeigh: Bool
    /// The column of numbers that lie under each other (1, 1.1, 1.2, 2), if there is one.
    let outline: Int?
    /// The indicator that heads the rows that are read, in a cell over all columns.
    var group: Int?
    /// For each cell of an indicator, by row and column, its indicator.
    var places: [Int: Int] = [:]
    var codes: [String: Int] = [:]

    func key(_ row: Int, _ column: Int) -> Int { row << 10 | column }
  }

  // MARK: Rows

  private func read(
    _ row: Int, of view: TableView, into table: inout IndicatorTable, _ state: inout State
  ) {
    /// The deepest indicator of the row, and whether it begins here.
    var deepest: Int?
    for level in state.levels.columns {
      guard let (cell, start) = view.cell(row, level.column) else { continue }
      if start < row || cell.column < level.column {
        deepest = state.places[state.key(start, cell.column)] ?? deepest
        continue
      }
      let parent = deepest ?? state.group
      let depth = level.level + (state.group == nil ? 0 : 1)
      if let index = addIndicator(
        cell, level: depth, parent: parent, to: &table, &state, row: row)
      {
        if level.column == state.levels.columns.first?.column {
          settle(index, row: row, of: view, in: &table, &state)
        }
        state.places[state.key(row, level.column)] = index
        deepest = index
      }
    }
    deepest = addCodedCriterion(row, of: view, parent: deepest, to: &table, &state) ?? deepest
    guard let deepest else { return }
    for column in 0..<view.grid.columnCount where state.levels.level(of: column) == nil {
      guard let cell = view.cellBeginning(row, column), !view.repeatsHead(cell) else { continue }
      if view.meanings[column] == .weight {
        weigh(cell, row: row, column: column, view, &table, state)
      } else if state.places[state.key(row, column)] == nil {
        take(cell, as: view.meanings[column], in: &table.indicators[deepest])
      }
      if table.indicators[deepest].cells.contains(cell.range) == false {
        table.indicators[deepest].cells += cell.pieces
      }
    }
    if table.indicators[deepest].actual == nil {
      table.indicators[deepest].actual = table.indicators[deepest].result
    }
    if let column = view.meanings.firstIndex(of: .measure), let (cell, _) = view.cell(row, column) {
      table.indicators[deepest].measure(in: words(of: cell))
    }
  }

  private func addIndicator(
    _ cell: TableCell, level: Int, parent: Int?, to table: inout IndicatorTable,
    _ state: inout State, row: Int
  ) -> Int? {
    let reading = CellReading(
      cell.range, in: text, words: words, bracketsWeigh: state.bracketsWeigh)
    let name = words(of: cell, name: reading.name)
    guard !name.isEmpty else { return nil }
    let code = reading.code(in: text)
    var level = level
    var parent = parent
    if let code, let known = state.codes[code] {
      // The same cell again, on another page.
      if table.indicators[known].name == name { return known }
      table.repeatedCodes.append((code, cell.range))
    }
    if let mark = reading.mark, let above = codedParent(of: mark, in: table, state) {
      // Codes of several levels in one column lie under each other by themselves.
      if table.indicators[above].level >= level || parent == nil {
        level = table.indicators[above].level + 1
        parent = above
      }
    }
    table.indicators.append(
      Indicator(
        code: code, name: name, level: level, parent: parent, weight: reading.weight?.value,
        weightUnit: reading.weight?.unit, node: table.node, range: cell.range,
        cells: cell.pieces))
    if let code { state.codes[code] = table.indicators.count - 1 }
    return table.indicators.count - 1
  }

  /// The indicator whose code a code begins with: `A1` of `A101`, `B5` of `B5-5`.
  private func codedParent(
    of mark: CellMark, in table: IndicatorTable, _ state: State
  ) -> Int? {
    guard case .code = mark.style, mark.values.count > 1 else { return nil }
    let code = text[mark.range]
    for length in (1..<code.count).reversed() {
      let prefix = String(String.UnicodeScalarView(code.prefix(length)))
      guard let index = state.codes[prefix], let range = table.indicators[index].range,
        let other = words.mark(range, in: text), mark.isChild(of: other, in: text)
      else { continue }
      // B10 comes after B9 and is no part of B1.
      if mark.values.count == other.values.count, let last = lastSibling(of: other, in: table),
        mark.follows(last)
      {
        return nil
      }
      return index
    }
    return nil
  }

  /// The last indicator so far whose code has the form of another's.
  private func lastSibling(of mark: CellMark, in table: IndicatorTable) -> CellMark? {
    for indicator in table.indicators.reversed() {
      guard let range = indicator.range, let other = words.mark(range, in: text),
        other.values.count == mark.values.count, other.values.first == mark.values.first
      else { continue }
      return other
    }
    return nil
  }

  /// A criterion with a code of its own (B5-5) is an indicator below the last level.
  private func addCodedCriterion(
    _ row: Int, of view: TableView, parent: Int?, to table: inout IndicatorTable,
    _ state: inout State
  ) -> Int? {
    guard let parent else { return nil }
    for column in view.meanings.indices
    where view.meanings[column] == .criterion || view.meanings[column] == .content
      || view.meanings[column] == .other
      || view.meanings[column] == .explanation
    {
      guard let cell = view.cellBeginning(row, column),
        case .code(_, true)? = words.mark(cell.range, in: text)?.style
      else { continue }
      let index = addIndicator(
        cell, level: table.indicators[parent].level + 1, parent: parent, to: &table, &state,
        row: row)
      if let index {
        state.places[state.key(row, column)] = index
        if view.meanings[column] != .other {
          table.indicators[index].criterion = table.indicators[index].name
        }
      }
      return index
    }
    return nil
  }

  // MARK: What stands beside an indicator

  private func weigh(
    _ cell: TableCell, row: Int, column: Int, _ view: TableView, _ table: inout IndicatorTable,
    _ state: State
  ) {
    guard let owner = state.weights.owners.first(where: { $0.column == column })?.owner,
      let (_, start) = view.cell(row, owner),
      let index = state.places[state.key(start, owner)],
      let weight = CellReading.weight(cell.range, in: text)
    else { return }
    if table.indicators[index].weight == nil {
      table.indicators[index].weight = weight.value
      table.indicators[index].weightUnit = weight.unit ?? view.unit(ofColumn: column)
    }
  }

  private func take(_ cell: TableCell, as meaning: ColumnMeaning, in indicator: inout Indicator) {
    let words = words(of: cell)
    func add(_ path: WritableKeyPath<Indicator, String?>) {
      indicator[keyPath: path] = indicator[keyPath: path].map { $0 + "\n" + words } ?? words
    }
    switch meaning {
    case .target: add(\.target)
    case .actual: add(\.actual)
    case .result where indicator.result == nil: indicator.result = words
    case .criterion, .content, .point: add(\.criterion)
    case .explanation where indicator.criterion == nil: indicator.criterion = words
    case .parties: indicator.departments.append(words)
    case .number where indicator.code == nil:
      // 序号 counts; a column of codes names.
      if case .code(_, true)? = self.words.mark(cell.range, in: text)?.style {
        indicator.code = words
      }
    default: break
    }
  }

  func words(of cell: TableCell) -> String {
    cell.pieces.map { reading.compactWords(of: $0) }.joined()
  }

  private func words(of cell: TableCell, name: Range<Int>) -> String {
    guard !cell.continuations.isEmpty else { return reading.compactWords(of: name) }
    return reading.compactWords(of: name)
      + cell.continuations.map { reading.compactWords(of: $0) }.joined()
  }

  // MARK: Totals and brackets

  /// The number of a row of totals; `nil` if the row is none.
  private func total(_ view: TableView, _ row: Int) -> (value: Decimal?, range: Range<Int>)? {
    let cells = (0..<view.grid.columnCount).compactMap { view.cellBeginning(row, $0) }
    guard let first = cells.first, words.isTotal(first.range, in: text) else { return nil }
    let weighed = view.meanings.indices.filter { view.meanings[$0] == .weight }
      .compactMap { view.cellBeginning(row, $0) }
    for cell in weighed + [first] {
      if let open = cell.range.last(where: { text[$0] == "（" }),
        let weight = CellReading.weight(open + 1..<cell.range.upperBound - 1, in: text)
      {
        return (weight.value, cell.range)
      }
      if let weight = CellReading.weight(cell.range, in: text) { return (weight.value, cell.range) }
    }
    return (nil, first.range)
  }

  /// Whether bare numbers in brackets at the end of names are weights: the head says so, or half of the
  /// names have one.
  private func bracketsWeigh(_ view: TableView, _ levels: LevelColumns) -> Bool {
    if levels.columns.contains(where: { view.headWeighs($0.column) }) { return true }
    var cells = 0
    var numbered = 0
    for row in view.body {
      for level in levels.columns.dropLast() {
        guard let cell = view.cellBeginning(row, level.column) else { continue }
        cells += 1
        if CellReading(cell.range, in: text, words: words, bracketsWeigh: true).weight != nil {
          numbered += 1
        }
      }
    }
    return numbered >= 2 && numbered * 2 >= cells
  }

  // MARK: Tables that lie on their side

  /// A table whose indicators are the heads of its columns, and whose rows say 权重 and 得分.
  private func transposed(_ view: TableView, node: Int) -> IndicatorTable? {
    guard view.grid.headerRows == 1, view.grid.columnCount >= 3 else { return nil }
    let meanings = view.body.map { row in
      view.cellBeginning(row, 0).map { ColumnMeaning($0.range, in: text, words: words) }
    }
    guard !meanings.isEmpty,
      meanings.contains(where: { $0 == .weight || $0 == .result || $0 == .target }),
      meanings.allSatisfy({ $0?.judges ?? false })
    else { return nil }
    // Heads that say what a column holds are no indicators.
    guard view.meanings.dropFirst().count(where: { $0 != .other && $0 != .leaf }) == 0 else {
      return nil
    }
    var table = IndicatorTable(node: node)
    for column in 1..<view.grid.columnCount {
      guard let head = view.heads[column] else { continue }
      let isTotal = words.isTotal(head, in: text)
      let reading = CellReading(head, in: text, words: words, bracketsWeigh: true)
      var indicator = Indicator(
        code: reading.code(in: text), name: self.reading.compactWords(of: reading.name), level: 1,
        weight: reading.weight?.value, weightUnit: reading.weight?.unit, node: node, range: head,
        cells: [head])
      for (row, meaning) in zip(view.body, meanings) {
        guard let meaning, let cell = view.cellBeginning(row, column) else { continue }
        indicator.cells += cell.pieces
        if meaning == .weight {
          guard let weight = CellReading.weight(cell.range, in: text) else { continue }
          if isTotal { table.total = (weight.value, cell.range) }
          indicator.weight = weight.value
          indicator.weightUnit = weight.unit
        } else {
          take(cell, as: meaning, in: &indicator)
        }
      }
      indicator.actual = indicator.actual ?? indicator.result
      if !isTotal { table.indicators.append(indicator) }
    }
    return table.indicators.count >= 2 ? table : nil
  }
}
