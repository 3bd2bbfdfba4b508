internal import PolicyStructure
internal import PolicyText

/// The columns of a table that hold indicators, from the outermost level in, wherever they stand.
struct LevelColumns {
  /// A column and the level of its indicators.
  struct Column {
    let column: Int
    let level: Int
  }

  /// The columns by level.
  let columns: [Column]

  /// The columns of indicators; `nil` if the table is none of indicators.
  ///
  /// A table of indicators has columns that say so (一级指标, 考核指标) and others that judge (分值, 目标值,
  /// 评分标准), or several levels, or codes that lie under each other.
  init?(_ view: TableView) {
    let meanings = view.meanings
    var found = meanings.indices.filter { LevelColumns.isNamed($0, in: meanings) }
    let judges = meanings.contains(where: \.judges)
    if let point = LevelColumns.points(view, below: found) { found.append(point) }
    if found.isEmpty, meanings.contains(.weight) {
      // 项目, 内容 and the like are indicators where they have weights.
      found = meanings.indices.filter { meanings[$0] == .task }
      // So is 考核内容 where it stands alone.
      if found.isEmpty { found = LevelColumns.contents(view) }
    }
    if found.isEmpty {
      found = LevelColumns.coded(view)
      guard !found.isEmpty, judges || found.count > 1 else { return nil }
    } else {
      let isSystem =
        judges || found.count > 1 || !LevelColumns.coded(view, among: found).isEmpty
      guard isSystem else { return nil }
    }
    found = LevelColumns.nested(found, view)
    while let content = LevelColumns.weighedContent(view, below: found) { found.append(content) }
    while let group = LevelColumns.grouping(view, found) {
      found = LevelColumns.nested(found + [group], view)
    }
    var columns: [Column] = []
    for column in found {
      // 一级指标 before 三级指标 keep their levels; 板块 before 一级指标 moves them on.
      var level = (columns.last?.level ?? 0) + 1
      if case .level(let named) = meanings[column] { level = max(level, named) }
      columns.append(Column(column: column, level: level))
    }
    self.columns = columns
  }

  /// The deepest level that has a column.
  var depth: Int { columns.last?.level ?? 0 }

  /// The level of a column, if it holds indicators.
  func level(of column: Int) -> Int? { columns.first { $0.column == column }?.level }

  /// Whether the head of a column says that indicators stand in it; of two 一级指标 the first.
  private static func isNamed(_ column: Int, in meanings: [ColumnMeaning]) -> Bool {
    meanings[column].isIndicator
      && (meanings[column] == .leaf || meanings.firstIndex(of: meanings[column]) == column)
  }

  /// Columns from the outermost in: as they stand, but 一级指标 before 二级指标, and one whose cells span those of
  /// another before it, wherever they stand.
  private static func nested(_ columns: [Int], _ view: TableView) -> [Int] {
    var order = columns.sorted()
    for end in order.indices.reversed() {
      for place in 0..<end where isInside(order[place], order[place + 1], view) {
        order.swapAt(place, place + 1)
      }
    }
    return order
  }

  /// Whether the cells of a column lie within those of another.
  private static func isInside(_ inner: Int, _ outer: Int, _ view: TableView) -> Bool {
    if case .level(let first) = view.meanings[inner], case .level(let second) = view.meanings[outer]
    {
      return first > second
    }
    return view.spans(outer, over: inner) && !view.spans(inner, over: outer)
  }

  /// 考核内容, and 考核要点 to its right where one 考核内容 has several.
  private static func contents(_ view: TableView) -> [Int] {
    let columns = view.meanings.indices.filter { view.meanings[$0] == .content }
    guard columns.count > 1 else { return columns }
    let isFiner = view.body.contains { row in
      view.cellBeginning(row, columns[0]) == nil && view.cellBeginning(row, columns[1]) != nil
    }
    return isFiner ? Array(columns.prefix(2)) : [columns[0]]
  }

  /// 观测点, where an indicator has several or no other column has indicators.
  private static func points(_ view: TableView, below columns: [Int]) -> Int? {
    guard let point = view.meanings.firstIndex(of: .point) else { return nil }
    guard let leaf = nested(columns, view).last else { return point }
    let begins = view.body.filter { view.cellBeginning($0, point) != nil }
    return begins.contains { view.cellBeginning($0, leaf) == nil } ? point : nil
  }

  /// A column whose cells span those of the indicators to its right.
  ///
  /// It says what they are of (领域, 板块, 考核内容 before 考核指标). Of a column between others that must be known to say what is looked at.
  private static func grouping(_ view: TableView, _ columns: [Int]) -> Int? {
    guard let last = columns.max() else { return nil }
    return (0..<last).first { column in
      guard !columns.contains(column), let next = columns.filter({ $0 > column }).min(),
        view.groups(column, before: next)
      else { return false }
      guard let before = columns.filter({ $0 < column }).max() else {
        return view.meanings[columns[0]] != .level(2)
      }
      return view.meanings[column] != .other && !view.spans(column, over: before)
    }
  }

  /// 考核内容 whose rows have weights of their own: then they are indicators below the others.
  private static func weighedContent(_ view: TableView, below columns: [Int]) -> Int? {
    guard let weight = view.meanings.firstIndex(of: .weight), let leaf = columns.last else {
      return nil
    }
    let weighed = view.body.filter { view.cellBeginning($0, weight) != nil }
    return view.meanings.indices.first { column in
      guard view.meanings[column] == .content || view.meanings[column] == .task,
        !columns.contains(column)
      else { return false }
      let finer = weighed.count { row in
        view.cellBeginning(row, leaf) == nil && view.cellBeginning(row, column) != nil
      }
      return finer * 5 >= weighed.count && finer > 0
        || finer > 0 && weighed.allSatisfy { view.cellBeginning($0, column) != nil }
    }
  }

  /// Columns most of whose words begin with codes.
  private static func coded(_ view: TableView, among columns: [Int]? = nil) -> [Int] {
    (columns ?? Array(0..<view.grid.columnCount)).filter { column in
      var cells = 0
      var coded = 0
      var numbered = 0
      for row in view.body {
        guard let cell = view.cellBeginning(row, column) else { continue }
        cells += 1
        if case .code(_, let hasNumber) = view.words.mark(cell.range, in: view.text)?.style {
          coded += 1
          numbered += hasNumber ? 1 : 0
        }
      }
      return coded * 5 >= cells * 3 && coded >= 2 && numbered > 0
        || coded == cells && coded >= 2
    }
  }
}
