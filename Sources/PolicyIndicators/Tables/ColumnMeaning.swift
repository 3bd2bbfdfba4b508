internal import PolicyStructure
internal import PolicyText

/// 栏目: what the cells of a column hold, as its head says (`lexicons/table-heads.tsv`).
enum ColumnMeaning: Equatable {
  /// 一级指标, 二级指标: indicators of a level.
  case level(Int)
  /// 指标, 考核项目: indicators, of a level that the other columns tell.
  case leaf
  /// 序号, 代码.
  case number
  /// 分值, 权重.
  case weight
  /// 得分.
  case result
  /// 目标值.
  case target
  /// 完成值.
  case actual
  /// 观测点: what is looked at to judge an indicator, or indicators of their own where one has several.
  case point
  /// 评价内容, 考核内容: how an indicator is judged, or indicators of their own where they are weighed.
  case content
  /// 评分标准.
  case criterion
  /// 指标说明, 计算方法.
  case explanation
  /// 责任部门, 牵头单位, 配合单位.
  case parties
  /// 工作任务, 主要内容: of a plan of tasks.
  case task
  /// 计量单位.
  case measure
  /// 数据来源, 指标性质, 备注 and what is not known.
  case other

  /// The meaning of the words of a head.
  init(_ head: Range<Int>, in text: [Unicode.Scalar], words: TableWords) {
    switch words.headMeaning(head, in: text) {
    case "level1": self = .level(1)
    case "level2": self = .level(2)
    case "level3": self = .level(3)
    case "level4": self = .level(4)
    case "leaf": self = .leaf
    case "number": self = .number
    case "weight": self = .weight
    case "result": self = .result
    case "target": self = .target
    case "actual": self = .actual
    case "point": self = .point
    case "content": self = .content
    case "criterion": self = .criterion
    case "explanation": self = .explanation
    case "lead", "participant", "responsible": self = .parties
    case "task": self = .task
    case "measure": self = .measure
    default: self = .other
    }
  }

  /// Whether indicators stand in the column.
  var isIndicator: Bool {
    switch self {
    case .level, .leaf: true
    default: false
    }
  }

  /// Whether only tables of indicators have such a column.
  var judges: Bool {
    switch self {
    case .weight, .result, .target, .point, .content, .criterion, .actual, .explanation: true
    default: false
    }
  }
}
