internal import PolicyStructure
internal import PolicyText

/// Tells to which level the weights of a column belong.
struct WeightColumns {
  /// For each column of weights, the column of the indicators that they are of.
  private(set) var owners: [(column: Int, owner: Int)] = []

  init(_ view: TableView, levels: LevelColumns) {
    let weights = view.meanings.indices.filter { view.meanings[$0] == .weight }
    for column in weights {
      if let level = WeightColumns.namedLevel(view, column),
        let owner = levels.columns.first(where: { $0.level == level })
      {
        owners.append((column, owner.column))
      } else if weights.count > 1,
        let left = levels.columns.map(\.column).filter({ $0 < column }).max(),
        !weights.contains(where: { $0 > left && $0 < column })
      {
        // 一级指标, 权重, 二级指标, 权重: each weighs what stands to its left.
        owners.append((column, left))
      } else if !owners.contains(where: { $0.owner == WeightColumns.fit(view, column, levels) }) {
        owners.append((column, WeightColumns.fit(view, column, levels)))
      }
    }
  }

  /// 二级指标权重: the level that the head names.
  private static func namedLevel(_ view: TableView, _ column: Int) -> Int? {
    guard let head = view.heads[column] else { return nil }
    let words = view.text[head]
    guard let place = words.firstIndex(of: "级"), place > words.startIndex else { return nil }
    switch words[place - 1] {
    case "一": return 1
    case "二": return 2
    case "三": return 3
    case "四": return 4
    default: return nil
    }
  }

  /// The deepest level whose cells begin where the weights do and nearly all have one.
  private static func fit(_ view: TableView, _ column: Int, _ levels: LevelColumns) -> Int {
    let filled = view.body.filter { view.cellBeginning($0, column) != nil }
    for level in levels.columns.reversed() {
      let begins = view.body.filter { view.cellBeginning($0, level.column) != nil }
      let weighed = filled.count { view.cellBeginning($0, level.column) != nil }
      if weighed * 5 >= filled.count * 4, weighed * 5 >= begins.count * 4 { return level.column }
    }
    return levels.columns.last?.column ?? 0
  }
}
