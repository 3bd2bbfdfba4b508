/// Why a catalogue of indicators cannot be read, in words for a clerk.
public enum CatalogueError: Error, Equatable, CustomStringConvertible {
  /// It holds no indicator.
  case empty(name: String)
  /// The first line has no column of names.
  case noNames(name: String, columns: [String])
  /// It is no JSON, or not of the form that is documented.
  case badJSON(name: String, reason: String)
  /// A row has no name.
  case unnamed(name: String, row: Int)
  /// A row names a parent that is not in the catalogue.
  case unknownParent(name: String, row: Int, parent: String)
  /// A weight is no number.
  case badWeight(name: String, row: Int, weight: String)

  /// Place, cause and next step, in Chinese.
  public var description: String {
    switch self {
    case .empty(let name):
      "指标目录“\(name)”里没有指标。请检查文件内容。"
    case .noNames(let name, let columns):
      "指标目录“\(name)”的第一行（\(columns.joined(separator: "、"))）里没有“名称”一列。请补上表头。"
    case .badJSON(let name, let reason):
      "指标目录“\(name)”不是所要的JSON：\(reason)。格式见README的“外部指标目录”。"
    case .unnamed(let name, let row):
      "指标目录“\(name)”的第\(row)个指标没有名称。请补上。"
    case .unknownParent(let name, let row, let parent):
      "指标目录“\(name)”的第\(row)个指标的上级“\(parent)”不在目录里。请改正上级的代码或名称。"
    case .badWeight(let name, let row, let weight):
      "指标目录“\(name)”的第\(row)个指标的权重“\(weight)”不是数。请改正。"
    }
  }
}
