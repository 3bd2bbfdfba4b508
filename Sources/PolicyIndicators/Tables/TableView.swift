internal import PolicyStructure
internal import PolicyText

/// A table as its columns: heads, meanings, and for each place the cell that covers it.
struct TableView {
  let grid: TableGrid
  let text: [Unicode.Scalar]
  let words: TableWords
  /// For each column, the words of its lowest head.
  let heads: [Range<Int>?]
  let meanings: [ColumnMeaning]
  private let slots: [[(row: Int, index: Int)?]]

  init(_ grid: TableGrid, text: [Unicode.Scalar], words: TableWords) {
    self.grid = grid
    self.text = text
    self.words = words
    slots = grid.slots()
    var heads = [Range<Int>?](repeating: nil, count: grid.columnCount)
    var meanings = [ColumnMeaning](repeating: .other, count: grid.columnCount)
    for row in grid.rows.prefix(grid.headerRows) {
      for cell in row where !cell.isEmpty {
        let meaning = ColumnMeaning(cell.range, in: text, words: words)
        for column in cell.column..<min(cell.column + cell.columnSpan, heads.count) {
          // Of two heads the lower one decides, unless nothing is known of it.
          if meaning != .other || heads[column] == nil { meanings[column] = meaning }
          heads[column] = cell.range
        }
      }
    }
    self.heads = heads
    TableView.readYears(heads, words: words, text: text, into: &meanings)
    self.meanings = meanings
  }

  /// 主要指标 of a plan, known by their 属性 (预期性, 约束性): of heads that are years the last has the targets and
  /// the first what they start from.
  private static func readYears(
    _ heads: [Range<Int>?], words: TableWords, text: [Unicode.Scalar],
    into meanings: inout [ColumnMeaning]
  ) {
    guard heads.contains(where: { $0.map { words.headMeaning($0, in: text) } == "nature" }) else {
      return
    }
    var years: [(year: Int, column: Int)] = []
    for case (let column, let head?) in heads.enumerated() where meanings[column] == .other {
      guard head.count >= 5, text[head.lowerBound + 4] == "年",
        let year = Int(String(String.UnicodeScalarView(text[head.prefix(4)]))), year > 1900
      else { continue }
      years.append((year, column))
    }
    guard let last = years.max(by: { $0.year < $1.year }) else { return }
    // 2030年目标 says by itself that it has the targets.
    if meanings.contains(.target) { return meanings[last.column] = .actual }
    meanings[last.column] = .target
    if let first = years.min(by: { $0.year < $1.year }), first.year < last.year {
      meanings[first.column] = .actual
    }
  }

  /// The rows below the heads.
  var body: Range<Int> { min(grid.headerRows, grid.rows.count)..<grid.rows.count }

  /// The cell that covers a place, and the row it begins in; `nil` where there are no words.
  func cell(_ row: Int, _ column: Int) -> (cell: TableCell, row: Int)? {
    guard slots.indices.contains(row), slots[row].indices.contains(column),
      let slot = slots[row][column]
    else { return nil }
    let cell = grid.rows[slot.row][slot.index]
    return cell.isEmpty ? nil : (cell, slot.row)
  }

  /// The cell that begins at a place; `nil` where there are no words.
  func cellBeginning(_ row: Int, _ column: Int) -> TableCell? {
    guard let (cell, start) = cell(row, column), start == row, cell.column == column else {
      return nil
    }
    return cell
  }

  /// Whether a cell of a column covers rows in which several cells of another begin.
  func spans(_ column: Int, over other: Int) -> Bool {
    var begun = 0
    for row in body {
      if cellBeginning(row, column) != nil { begun = 0 }
      guard cellBeginning(row, other) != nil, cell(row, column) != nil else { continue }
      begun += 1
      if begun > 1 { return true }
    }
    return false
  }

  /// Whether a column of which nothing is known but that it says what is looked at (板块, 考核内容), and whose words are
  /// no numbers, has cells that span several of those of another.
  func groups(_ column: Int, before other: Int) -> Bool {
    guard let head = heads[column] else { return false }
    switch words.headMeaning(head, in: text) {
    case nil, "content", "task", "point": break
    default: return false
    }
    var cells = 0
    var others = 0
    for row in body {
      if let cell = cellBeginning(row, column) {
        if words.isTotal(cell.range, in: text) { continue }
        guard cell.range.contains(where: { text[$0].value >= 0x3400 }) else { return false }
        cells += 1
      }
      if cellBeginning(row, other) != nil { others += 1 }
    }
    return cells >= 1 && cells < others
  }

  /// Whether a cell says what a head of the table says: a head that stands again in its body.
  func repeatsHead(_ cell: TableCell) -> Bool {
    heads.contains { $0.map { text[$0].elementsEqual(text[cell.range]) } ?? false }
  }

  /// Whether the head of a column has a bracket that names weights: 二级指标（权重）.
  func headWeighs(_ column: Int) -> Bool {
    guard let head = heads[column], let open = head.first(where: { text[$0] == "（" }) else {
      return false
    }
    let bracket = text[open..<head.upperBound]
    return bracket.contains("权") || bracket.contains("分")
  }

  /// The unit in the bracket of a head: 分 or %.
  func unit(ofColumn column: Int) -> String? {
    guard let head = heads[column] else { return nil }
    if text[head].contains("%") { return "%" }
    if head.contains(where: { text[$0] == "分" }) { return "分" }
    return nil
  }
}
