import PolicyText

/// Tells by their marks to which columns cells belong.
///
/// 一、, （一） and 1. number three columns of a table, and so do A, A1 and A101.
struct MarkColumns {
  /// For each cell, the column that its mark puts it in.
  private(set) var columns: [Int?]
  /// The columns that are numbered.
  private(set) var used: Set<Int> = []
  /// For each cell, whether it may count its row; where the table has amounts as well, a number may be one.
  private(set) var counted: [Bool]

  /// What cells of one column have in common.
  private enum Key: Hashable {
    case list(CellMark.Style)
    case code(depth: Int, letter: Int)
    case count
  }

  /// `levels`: The columns that marks may stand in, from left to right; the first `names` of them are names.
  init(
    features: [CellFeatures], cells: [Range<Int>], levels: [Int], names: Int, number: Int?,
    hasAmounts: Bool, text: [Unicode.Scalar]
  ) {
    counted = Array(repeating: false, count: cells.count)
    columns = Array(repeating: nil, count: cells.count)
    var keys: [Key?] = Array(repeating: nil, count: cells.count)
    MarkColumns.addCodes(features, text: text, to: &keys)
    // Where bare numbers count the rows, 1. and （1） are of lists within cells.
    if number == nil, !keys.contains(where: { $0 != nil }) {
      MarkColumns.addLists(features, to: &keys)
    }
    if number != nil { MarkColumns.addCounts(features, cells: cells, text: text, to: &keys) }
    // Keys number the columns in the order in which they come; fewer keys than columns number the last.
    var order: [Key] = []
    for case let key? in keys where key != .count && !order.contains(key) { order.append(key) }
    let free = levels.prefix(max(names, order.count))
    var place: [Key: Int] = [:]
    for (index, key) in order.enumerated() {
      let slot = free.count - order.count + index
      guard slot >= 0, slot < free.count else { continue }
      place[key] = free[free.startIndex + slot]
    }
    if let number { place[.count] = number }
    for (index, key) in keys.enumerated() {
      if key == .count {
        counted[index] = true
        if hasAmounts { continue }
      }
      columns[index] = key.flatMap { place[$0] }
    }
    used = Set(columns.compactMap { $0 })
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

  /// Marks of lists that count on through the table, so that lists within cells (which begin again) are none.
  private static func addLists(_ features: [CellFeatures], to keys: inout [Key?]) {
    var last: [CellMark.Style: Int] = [:]
    var found: [CellMark.Style: [Int]] = [:]
    /// Styles that may begin again, since a mark of a level above came.
    var fresh: Set<CellMark.Style> = []
    for (index, feature) in features.enumerated() {
      guard let mark = feature.mark, let value = mark.values.last else { continue }
      let isRestart = value == 1 && fresh.contains(mark.style)
      guard isRestart || value == (last[mark.style] ?? 0) + 1 else { continue }
      fresh.remove(mark.style)
      switch mark.style {
      case .chinese: fresh.insert(.bracketedChinese)
      // 2. before 2.1.
      case .arabic: fresh.insert(.decimal(parts: 2))
      case .decimal(let parts): fresh.insert(.decimal(parts: parts + 1))
      default: break
      }
      last[mark.style] = value
      found[mark.style, default: []].append(index)
    }
    for (style, indices) in found where indices.count >= 2 || style == .chinese {
      for index in indices { keys[index] = .list(style) }
    }
  }

  /// Bare numbers that count the rows: 1, 2, 3.
  private static func addCounts(
    _ features: [CellFeatures], cells: [Range<Int>], text: [Unicode.Scalar], to keys: inout [Key?]
  ) {
    var next = 1
    for index in cells.indices where features[index].isNumber && keys[index] == nil {
      let words = String(String.UnicodeScalarView(text[cells[index]]))
      // Each group of rows may count from 1 again.
      guard let number = Int(words), number == next || number == 1 && next > 2 else { continue }
      keys[index] = .count
      next = number + 1
    }
  }
}
