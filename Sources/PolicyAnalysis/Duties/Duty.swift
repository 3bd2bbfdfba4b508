public import PolicyExtraction

/// 义务: a norm as a row of the register of duties (义务清单), in words for people.
///
/// The columns are the fourteen of a register that a text alone can fill; those that people fill
/// (岗位, 风险等级, 控制措施 …) are left to them. What the text does not say is empty.
///
/// Source: observed in registers of state-owned companies (合规义务清单).
public struct Duty: Sendable {
  /// The titles of the columns, in order.
  public static let columns = [
    "序号", "义务编号", "法规名称", "文号", "效力级别", "时效性", "条款号", "原文", "义务主体", "义务类型",
    "义务内容", "触发条件", "时限/频次", "数值要求",
  ]

  /// 序号, from 1.
  public internal(set) var number: Int
  /// 义务编号: `d1/n3`, which `tiaoli explain` takes.
  public let id: String
  /// 法规名称.
  public let title: String
  /// 文号.
  public let documentNumber: String
  /// 效力级别.
  public let authorityLevel: String
  /// 时效性: what the text says of it: 2020-05-01起施行, 2023-01-01废止.
  public let validity: String
  /// 条款号, as it is cited.
  public let citation: String
  /// 原文, as written.
  public let text: String
  /// Where it stands in a file that has pages, paragraphs or cells (第7页第3段), else empty.
  ///
  /// It is no column of the register, but part of its JSON.
  public let place: String
  /// 义务主体.
  public let bearers: [String]
  /// 义务类型: 应当, 不得, 可以 and so on.
  public let modality: Modality
  /// 义务内容: what is to be done, without subject and marker.
  public let action: String
  /// 触发条件.
  public let conditions: [String]
  /// 时限/频次.
  public let terms: [String]
  /// 数值要求.
  public let amounts: [String]

  /// The cells of the row, one for each of ``columns``.
  public var cells: [String] {
    [
      String(number), id, title, documentNumber, authorityLevel, validity, citation, text,
      bearers.joined(separator: "、"), modality.chineseName, action,
      conditions.joined(separator: "；"), terms.joined(separator: "；"),
      amounts.joined(separator: "；"),
    ]
  }
}

extension Modality {
  /// What a register calls it.
  public var chineseName: String {
    switch self {
    case .obligation: "应当"
    case .prohibition: "不得"
    case .permission: "可以"
    case .exemption: "可以不"
    case .encouragement: "鼓励"
    case .sanction: "处罚"
    }
  }
}
