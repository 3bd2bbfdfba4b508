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
    var found = LevelColumns.named(meanings)
    let judges = meanings.contains(where: \.judges)
    if let point = LevelColumns.points(view, below: found) {
      found.append(Column(column: point, level: (found.map(\.level).max() ?? 0) + 1))
    }
    if found.isEmpty, meanings.contains(.weight) {
      // 项目, 内容 and the like are indicators where they have weights.
      var tasks = meanings.indices.filter { meanings[$0] == .task }
      // So is 考核内容 where it stands alone.
      if tasks.isEmpty { tasks = LevelColumns.contents(view) }
      found = tasks.enumerated().map { Column(column: $1, level: $0 + 1) }
    }
    if found.isEmpty {
      let coded = LevelColumns.coded(view)
      guard !coded.isEmpty, judges || coded.count > 1 else { return nil }
      found = coded.enumerated().map { Column(column: $1, level: $0 + 1) }
    } else {
      let isSystem =
        judges || found.count > 1
        || !LevelColumns.coded(view, among: found.map(\.column)).isEmpty
      guard isSystem else { return nil }
    }
    found.sort { $0.level < $1.level }
    found = LevelColumns.grouped(view, found)
    if let content = LevelColumns.weighedContent(view, below: found) {
      found.append(Column(column: content, level: (found.last?.level ?? 0) + 1))
    }
    columns = found
  }

  /// The deepest level that has a column.
  var depth: Int { columns.last?.level ?? 0 }

  /// The level of a column, if it holds indicators.
  func level(of column: Int) -> Int? { columns.first { $0.column == column }?.level }

  private static func named(_ meanings: [ColumnMeaning]) -> [Column] {
    var columns: [Column] = []
    var deepest = 0
    for (column, meaning) in meanings.enumerated() {
      if case .level(let level) = meaning, !columns.contains(where: { $0.level == level }) {
        columns.append(Column(column: column, level: level))
        deepest = max(deepest, level)
      }
    }
    for (column, meaning) in meanings.enumerated() where meaning == .leaf {
      deepest += 1
      columns.append(Column(column: column, level: deepest))
    }
    return columns
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
  private static func points(_ view: TableView, below columns: [Column]) -> Int? {
    guard let point = view.meanings.firstIndex(of: .point) else { return nil }
    guard let leaf = columns.max(by: { $0.level < $1.level })?.column else { return point }
    let begins = view.body.filter { view.cellBeginning($0, point) != nil }
    return begins.contains { view.cellBeginning($0, leaf) == nil } ? point : nil
  }

  /// A column to the left of all indicators whose cells span those of several: it says what they are of (领域, 板块, 考核内容
  /// before 考核指标).
  private static func grouped(_ view: TableView, _ columns: [Column]) -> [Column] {
    guard let first = columns.map(\.column).min(), first > 0, columns[0].level == 1,
      let column = (0..<first).first(where: { view.groups($0, before: first) })
    else { return columns }
    return [Column(column: column, level: 1)]
      + columns.map { Column(column: $0.column, level: $0.level + 1) }
  }

  /// 考核内容 whose rows have weights of their own: then they are indicators below the others.
  private static func weighedContent(_ view: TableView, below columns: [Column]) -> Int? {
    guard let content = view.meanings.firstIndex(of: .content),
      !columns.contains(where: { $0.column == content }),
      let weight = view.meanings.firstIndex(of: .weight), let leaf = columns.last?.column
    else { return nil }
    let weighed = view.body.filter { view.cellBeginning($0, weight) != nil }
    let finer = weighed.count { row in
      view.cellBeginning(row, leaf) == nil && view.cellBeginning(row, content) != nil
    }
    return finer * 5 >= weighed.count && finer > 0 ? content : nil
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
