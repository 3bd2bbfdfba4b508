import PolicyText

/// Tells by their marks which cells are of one column.
///
/// 一、, （一） and 1. number three columns of a table, and so do A, A1 and A101. Which columns these are is what
/// the cheapest reading of the table says.
struct MarkColumns {
  /// For each cell, the kind of its mark, counted in the order in which they come.
  private let marks: [Int?]
  /// How many kinds of marks number columns.
  let kindCount: Int
  /// For each cell, whether it may count its row; where the table has amounts as well, a number may be one.
  let counted: [Bool]
  /// The column of numbers, where nothing but a count can be one.
  private let number: Int?

  /// What cells of one column have in common.
  private enum Key: Hashable {
    case list(CellMark.Style)
    case code(depth: Int, letter: Int)
    case count
  }

  /// `number`: The column that counts the rows.
  init(
    features: [CellFeatures], cells: [Range<Int>], number: Int?, hasAmounts: Bool,
    text: [Unicode.Scalar]
  ) {
    var keys: [Key?] = Array(repeating: nil, count: cells.count)
    MarkColumns.addCodes(features, text: text, to: &keys)
    if !keys.contains(where: { $0 != nil }) {
      MarkColumns.addLists(features, cells: cells, text: text, to: &keys)
      // Where bare numbers count the rows, 1. and （1） are of lists within cells.
      if number != nil { keys = keys.map { $0 == .list(.chinese) ? $0 : nil } }
    }
    if number != nil { MarkColumns.addCounts(features, cells: cells, text: text, to: &keys) }
    var order: [Key] = []
    for case let key? in keys where key != .count && !order.contains(key) { order.append(key) }
    marks = keys.map { key in key.flatMap { order.firstIndex(of: $0) } }
    kindCount = order.count
    counted = keys.map { $0 == .count }
    self.number = hasAmounts ? nil : number
  }

  /// For each cell, the column that its mark puts it in, where the kinds of marks number certain columns.
  func columns(_ numbered: [Int]) -> [Int?] {
    marks.indices.map { cell in
      if let mark = marks[cell] { return mark < numbered.count ? numbered[mark] : nil }
      return counted[cell] ? number : nil
    }
  }

  /// No more ways to number columns are tried.
  private static let choiceLimit = 24

  /// The ways in which the kinds of marks can number columns, from left to right.
  func choices(among columns: [Int]) -> [[Int]] {
    let count = min(kindCount, columns.count)
    var choices: [[Int]] = [[]]
    for _ in 0..<count {
      choices = choices.flatMap { choice in
        columns.filter { $0 > choice.last ?? -1 }.map { choice + [$0] }
      }
    }
    return Array(choices.prefix(Self.choiceLimit))
  }

  /// Codes by how deep they lie under each other; where the letter names the level (A1, B1, B1-1), by it.
  private static func addCodes(
    _ features: [CellFeatures], text: [Unicode.Scalar], to keys: inout [Key?]
  ) {
    let coded = features.indices.filter { features[$0].hasCode }
    guard coded.count >= 2 else { return }
    var stack: [(mark: CellMark, depth: Int)] = []
    var lastOfDepth: [Int: CellMark] = [:]
    for index in coded {
      guard let mark = features[index].mark else { continue }
      while let top = stack.last {
        let isNext = lastOfDepth[top.depth].map { mark.follows($0) } ?? false
        if !isNext, mark.isChild(of: top.mark, in: text) { break }
        stack.removeLast()
      }
      let depth = (stack.last?.depth ?? 0) + 1
      stack.append((mark, depth))
      lastOfDepth[depth] = mark
      keys[index] = .code(depth: depth, letter: 0)
    }
    // Two letters at the outermost depth that change places are two levels.
    let outer = coded.filter { keys[$0] == .code(depth: 1, letter: 0) }
    let letters = outer.compactMap { features[$0].mark?.values.first }
    guard let first = letters.first, letters.contains(where: { $0 != first }),
      outer.allSatisfy({ (features[$0].mark?.values.count ?? 0) > 1 })
    else { return }
    for index in coded {
      guard let mark = features[index].mark, case .code(let depth, _) = keys[index] else {
        continue
      }
      keys[index] = .code(depth: depth, letter: mark.values.first ?? 0)
    }
  }

  /// Marks of lists that count on through the table, so that lists within cells (which begin again) are none; a merged
  /// cell that stands again in each of its rows has its mark again.
  private static func addLists(
    _ features: [CellFeatures], cells: [Range<Int>], text: [Unicode.Scalar], to keys: inout [Key?]
  ) {
    var last: [CellMark.Style: (value: Int, cell: Int)] = [:]
    var found: [CellMark.Style: [Int]] = [:]
    /// Styles that may begin again, since a mark of a level above came.
    var fresh: Set<CellMark.Style> = []
    for (index, feature) in features.enumerated() {
      if let whole = wholeNumber(at: index, features, cells: cells, text: text) {
        found[.decimal(parts: 1), default: []].append(index)
        last[.decimal(parts: 1)] = (whole, index)
        fresh.insert(.decimal(parts: 2))
        continue
      }
      guard let mark = feature.mark, let value = mark.values.last else { continue }
      let before = last[mark.style]
      let isSame =
        before.map {
          $0.value == value && text[cells[$0.cell]].elementsEqual(text[cells[index]])
        } ?? false
      let isRestart = value == 1 && fresh.contains(mark.style)
      guard isSame || isRestart || value == (before?.value ?? 0) + 1 else { continue }
      fresh.remove(mark.style)
      switch mark.style {
      case .chinese: fresh.insert(.bracketedChinese)
      // 2. before 2.1.
      case .arabic: fresh.insert(.decimal(parts: 2))
      case .decimal(let parts): fresh.insert(.decimal(parts: parts + 1))
      default: break
      }
      last[mark.style] = (value, index)
      found[mark.style, default: []].append(index)
    }
    for (style, indices) in found
    where indices.count >= 2 || style == .chinese || style == .decimal(parts: 1) {
      for index in indices { keys[index] = .list(style) }
    }
  }

  /// `2 过程` before `2.1 资金管理`: the number that a cell without a mark begins with, where the cell behind it numbers a part
  /// of it.
  private static func wholeNumber(
    at index: Int, _ features: [CellFeatures], cells: [Range<Int>], text: [Unicode.Scalar]
  ) -> Int? {
    guard features[index].mark == nil, index + 1 < features.count,
      let part = features[index + 1].mark, case .decimal(parts: 2) = part.style,
      let value = part.values.first
    else { return nil }
    let digits = text[cells[index]].prefix { $0.value >= 0x30 && $0.value <= 0x39 }
    return digits.count < cells[index].count
      && digits.elementsEqual(String(value).unicodeScalars) ? value : nil
  }

  /// Bare numbers that count the rows: 1, 2, 3.
  private static func addCounts(
    _ features: [CellFeatures], cells: [Range<Int>], text: [Unicode.Scalar], to keys: inout [Key?]
  ) {
    var next = 1
    for index in cells.indices where features[index].isNumber && keys[index] == nil {
      let words = String(String.UnicodeScalarView(text[cells[index]]))
      // Each group of rows may count from 1 again.
      // A score that happens to be the next count leaves the count itself to come.
      guard let number = Int(words),
        number == next || number == next - 1 && next > 1 || number == 1 && next > 2
      else { continue }
      keys[index] = .count
      next = number + 1
    }
  }
}
