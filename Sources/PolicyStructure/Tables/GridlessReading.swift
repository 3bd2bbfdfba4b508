import PolicyText

/// Finds the row and column of each cell of a table that lost its grid: the cheapest way to read its cells
/// as rows, from left to right.
///
/// What a reading costs: a cell of another form than its column's (words among numbers, a code among
/// names, a sentence among titles), a column left empty (little, where cells are merged: levels and
/// numbers), a line taken for the rest of the cell before it (little behind a colon or before an item of a
/// list).
struct GridlessReading {
  /// What form the cells of a column have.
  enum Kind {
    /// Indicators of a level, tasks: short, often numbered, merged over rows.
    case level
    /// 序号.
    case number
    /// 分值, 得分.
    case amount
    /// 目标值, 完成时限: short, or with numbers.
    case value
    /// 评价内容, 工作任务: sentences, or names of what is done.
    case content
    /// 指标说明, 评分标准: sentences.
    case prose
    /// 计量单位.
    case measure
    /// 责任部门.
    case parties
    /// 指标性质.
    case nature
    /// 备注, 扣分原因: often blank.
    case note
    case other

    init(_ meaning: String?) {
      switch meaning {
      case "level1", "level2", "level3", "level4", "leaf": self = .level
      case "number": self = .number
      case "weight", "result": self = .amount
      case "target", "actual", "deadline": self = .value
      case "measure": self = .measure
      case "content", "point", "task": self = .content
      case "criterion", "explanation": self = .prose
      case "lead", "participant", "responsible": self = .parties
      case "nature": self = .nature
      case "note": self = .note
      default: self = .other
      }
    }
  }

  /// Where a cell stands.
  enum Place {
    /// In a column, as the first cell of a row or a further one.
    case cell(column: Int, beginsRow: Bool)
    /// Behind the words of the cell before it.
    case joined(column: Int)
  }

  private let kinds: [Kind]
  private let cells: [Range<Int>]
  private let text: [Unicode.Scalar]
  private let words: TableWords
  private let features: [CellFeatures]
  /// For each cell, the column that its mark puts it in.
  private let marked: [Int?]
  /// For each cell, whether it may count its row.
  private let counted: [Bool]
  /// The columns whose cells have marks.
  private let markedColumns: Set<Int>
  /// The column of the innermost indicators, which every row has words in.
  private let leaf: Int?
  /// For each cell, whether it begins a row of totals.
  private let totals: [Bool]

  /// `numbered`: The columns that the kinds of marks number.
  init(
    kinds: [Kind], cells: [Range<Int>], features: [CellFeatures], marks: MarkColumns,
    numbered: [Int], text: [Unicode.Scalar], words: TableWords
  ) {
    self.kinds = kinds
    self.cells = cells
    self.text = text
    self.words = words
    self.features = features
    totals = cells.indices.map { cell in
      cell + 1 < cells.count && words.isTotal(cells[cell], in: text)
        && features[cell + 1].isNumber
    }
    counted = marks.counted
    marked = marks.columns(numbered)
    markedColumns = Set(numbered)
    let amount = kinds.firstIndex { $0 == .amount || $0 == .value } ?? kinds.endIndex
    leaf = kinds.indices.last {
      kinds[$0] == .level || kinds[$0] == .content && $0 < amount
    }
  }

  /// The places of all cells, and what that costs for each; `nil` where even the cheapest reading costs more than a limit.
  func columns(costLimit: Double) -> (places: [Place], cost: Double)? {
    let width = kinds.count
    let far = 1e12
    guard !cells.isEmpty else { return nil }
    var costs = (0..<width).map { fit(0, $0) + lead($0) }
    /// For each cell and column, the column of the cell before it; `width` and more for a line that goes on.
    var choices: [[Int]] = [Array(repeating: -1, count: width)]
    for cell in 1..<cells.count {
      var next = [Double](repeating: far, count: width)
      var choice = [Int](repeating: 0, count: width)
      let joinCost = self.joinCost(cell)
      for column in 0..<width {
        let own = fit(cell, column)
        for before in 0..<width {
          let cost = costs[before] + own + step(from: before, to: column, at: cell)
          if cost < next[column] {
            next[column] = cost
            choice[column] = before
          }
        }
        let joined = costs[column] + joinCost + joinFit(cell, column)
        if joined < next[column] {
          next[column] = joined
          choice[column] = width + column
        }
      }
      costs = next
      choices.append(choice)
    }
    guard let last = costs.indices.min(by: { costs[$0] + trail($0) < costs[$1] + trail($1) }),
      costs[last] + trail(last) <= costLimit * Double(cells.count)
    else { return nil }
    return (places(from: last, choices), (costs[last] + trail(last)) / Double(cells.count))
  }

  private func places(from last: Int, _ choices: [[Int]]) -> [Place] {
    let width = kinds.count
    var places: [Place] = []
    var column = last
    for cell in cells.indices.reversed() {
      let choice = choices[cell][column]
      if choice >= width {
        places.append(.joined(column: column))
      } else {
        places.append(.cell(column: column, beginsRow: choice < 0 || column <= choice))
        if choice >= 0 { column = choice }
      }
    }
    return places.reversed()
  }

  // MARK: Costs of steps

  /// What it costs to begin a row at a column.
  private func lead(_ column: Int) -> Double {
    (0..<column).reduce(0) { $0 + (kinds[$1] == .level || kinds[$1] == .number ? 0.12 : 0.7) }
  }

  /// What it costs to end a row at a column.
  private func trail(_ column: Int) -> Double {
    (column + 1..<max(kinds.count, column + 1)).reduce(0) {
      $0 + (kinds[$1] == .note ? 0.15 : kinds[$1] == .amount ? 0.5 : 0.7)
    }
  }

  private func step(from before: Int, to column: Int, at cell: Int) -> Double {
    // A total, its number and the row behind them leave out what stands between.
    if totals[cell - 1] || cell > 1 && totals[cell - 2] {
      return (column > before) == totals[cell - 1] ? 0 : 3
    }
    if column > before {
      // Behind the number of a row merged cells are left out as at the head of one.
      let merged = kinds[before] == .number ? 0.12 : 0.35
      return (before + 1..<column).reduce(0) {
        $0 + (kinds[$1] == .level && $1 != leaf ? merged : 0.7)
      }
    }
    return trail(before) + lead(column)
  }

  /// What it costs to take a line for the rest of the cell before it.
  private func joinCost(_ cell: Int) -> Double {
    if marked[cell] != nil { return 3 }
    let before = cells[cell - 1]
    guard let last = before.last.map({ text[$0] }) else { return 1 }
    // A number alone on its line has its words on the next.
    if let mark = features[cell - 1].mark, mark.end >= before.upperBound { return -0.2 }
    // An item of a list in a cell, or what an open clause leads to.
    if features[cell].mark != nil { return 0.05 }
    switch last {
    case "：", "，", "、", "；": return 0.05
    case "。": return 0.75
    default: return features[cell].isNumber ? 2.5 : 1
    }
  }

  /// In narrow columns a name is cut into lines of a few characters each (医务人员 and 满意度).
  private static let narrowLine = 6

  private func joinFit(_ cell: Int, _ column: Int) -> Double {
    switch kinds[column] {
    case .level
    where max(features[cell].length, features[cell - 1].length) <= Self.narrowLine:
      0.1
    case .prose, .content, .note, .other: 0
    case .value, .parties: 0.3
    case .level: 0.6
    case .number, .amount, .nature, .measure: 3
    }
  }

  // MARK: Fit of cells

  /// How ill a cell fits a column by its form.
  private func fit(_ cell: Int, _ column: Int) -> Double {
    if totals[cell] { return column == 0 ? 0 : 3 }
    if let place = marked[cell] { return place == column ? 0 : 3 }
    var cost = markedColumns.contains(column) ? 1.6 : 0
    let length = features[cell].length
    let isNumber = features[cell].isNumber
    let ends = LineFacts.endsSentence(cells[cell], in: text)
    switch kinds[column] {
    case .number: cost += isNumber ? counted[cell] ? 0 : 0.6 : 3
    case .amount: cost += isNumber ? 0 : 2.5
    case .value: cost += isNumber || hasDigit(cell) ? 0 : length > 30 ? 0.8 : 0.25
    case .content: cost += isNumber ? 1.5 : length >= 10 || ends ? 0 : 0.2
    case .prose: cost += isNumber ? 1.5 : length >= 14 || ends ? 0 : 0.45
    case .level: cost += isNumber ? 2.5 : ends || length > 32 ? 1.2 : length > 20 ? 0.4 : 0
    case .parties: cost += isNumber ? 2 : isParty(cell) ? 0 : 1.3
    case .measure: cost += length <= 8 && !isNumber ? 0 : 2
    case .nature: cost += length <= 5 && !isNumber ? 0 : 2
    case .note: cost += isNumber ? 1 : 0.05
    case .other: cost += 0.35
    }
    if isParty(cell), kinds[column] != .parties, kinds.contains(.parties) { cost += 0.7 }
    return cost
  }

  private func hasDigit(_ cell: Int) -> Bool {
    cells[cell].count <= 40
      && cells[cell].contains { text[$0].value >= 0x30 && text[$0].value <= 0x39 }
  }

  /// Whether a cell names organs: it is short, and its names end as names of organs do; `/` is none.
  private func isParty(_ cell: Int) -> Bool {
    cells[cell].count <= 60 && words.endsAsParty(cells[cell], in: text)
  }
}
