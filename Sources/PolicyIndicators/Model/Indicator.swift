public import Foundation

/// 指标: a row of an indicator system, or a merged cell with its rows: what is looked at, how much it
/// counts, and what is to be reached.
public struct Indicator: Sendable {
  /// 代码: `A1`, `B5-5`, `C102`; `nil` where rows have none.
  public var code: String?
  /// 名称, without code and weight.
  public var name: String
  /// 级: 1 for 一级指标, 2 for 二级指标.
  public var level: Int
  /// The index of the indicator that it is part of, in the document's list.
  public var parent: Int?
  /// 权重 or 分值, as written.
  public var weight: Decimal?
  /// 分 or %, where the table says so.
  public var weightUnit: String?
  /// 目标值.
  public var target: String?
  /// 实际值: what was reached; 得分 where a table has nothing else.
  public var actual: String?
  /// 得分: what was given for it.
  public var result: String?
  /// 评价内容, 评分标准: how it is judged.
  public var criterion: String?
  /// 责任部门, as written.
  public var departments: [String]
  /// The index of the node that it stands in; `nil` for one from an outside catalogue.
  public var node: Int?
  /// Its cell, or its name in a list; `nil` for one from an outside catalogue.
  public var range: Range<Int>?
  /// The cells of its own rows: all that is said of it, in ranges of the reading text.
  public var cells: [Range<Int>]
  /// The indices of the quantities in its cells, weights aside, in the document's list.
  public var quantities: [Int]

  /// An indicator and what is known of it.
  public init(
    code: String? = nil, name: String, level: Int, parent: Int? = nil, weight: Decimal? = nil,
    weightUnit: String? = nil, target: String? = nil, actual: String? = nil,
    result: String? = nil,
    criterion: String? = nil, departments: [String] = [], node: Int? = nil,
    range: Range<Int>? = nil, cells: [Range<Int>] = [], quantities: [Int] = []
  ) {
    self.code = code
    self.name = name
    self.level = level
    self.parent = parent
    self.weight = weight
    self.weightUnit = weightUnit
    self.target = target
    self.actual = actual
    self.result = result
    self.criterion = criterion
    self.departments = departments
    self.node = node
    self.range = range
    self.cells = cells
    self.quantities = quantities
  }
}
