internal import Foundation
internal import PolicyExtraction
internal import PolicyIndicators
internal import PolicyStructure
internal import PolicyText

/// 指标表: the indicators of analyses as rows for people, with the clauses that are linked to each.
public struct IndicatorRegister: Sendable {
  /// An indicator as a row.
  public struct Row: Sendable {
    /// The title of its document.
    public let document: String
    /// Its level, from 1.
    public let level: Int
    /// Whether it is the last part of what it is part of, and of each level above, from the outside in.
    public let isLast: [Bool]
    /// 代码; empty where there is none, as are all that follow.
    public let code: String
    /// 名称.
    public let name: String
    /// 权重 or 分值 with its unit.
    public let weight: String
    /// 目标值.
    public let target: String
    /// 实际值.
    public let actual: String
    /// 得分.
    public let result: String
    /// 评价标准.
    public let criterion: String
    /// 责任部门.
    public let departments: String
    /// The code or name of what it is part of.
    public let parent: String
    /// What is linked to it from the text around the table.
    public let links: [LinkedClause]
  }

  /// A clause that is linked to an indicator.
  public struct LinkedClause: Sendable {
    /// How a lawyer cites its unit, or the unit's id.
    public let citation: String
    /// Its words.
    public let words: String
    /// How sure the link is, from 0 to 1.
    public let score: Double
    /// Why they are linked.
    public let evidence: [String]
  }

  /// The titles of the columns of ``cells(of:)``.
  public static let columns = [
    "文件", "级别", "代码", "指标名称", "上级", "权重（分值）", "目标值", "实际值", "得分", "评价标准", "责任部门",
    "关联条款", "关联依据",
  ]

  /// The rows, indicators behind what they are part of.
  public private(set) var rows: [Row] = []
  /// For each document that has indicators, its title and how many rows it has.
  public private(set) var documents: [(title: String, rows: Range<Int>)] = []

  /// A register without rows.
  public init() {}

  /// Adds the indicators of an analysis.
  public mutating func add(_ analysis: Analysis) {
    for document in analysis.documents where !document.indicators.isEmpty {
      let start = rows.count
      let title = document.document.metadata.title ?? analysis.source.text.name
      rows += IndicatorRows(document, reading: analysis.reading, title: title).rows()
      documents.append((title, start..<rows.count))
    }
  }

  /// A row as the cells of a table.
  public static func cells(of row: Row) -> [String] {
    [
      row.document, "\(row.level)", row.code, row.name, row.parent, row.weight, row.target,
      row.actual, row.result, row.criterion, row.departments,
      row.links.map { "\($0.citation)：\($0.words)" }.joined(separator: "\n"),
      row.links.map { "\($0.score)　" + $0.evidence.joined(separator: "；") }
        .joined(separator: "\n"),
    ]
  }
}

/// Makes the rows of one document.
private struct IndicatorRows {
  private let document: AnalyzedDocument
  private let reading: ReadingText
  private let title: String
  private var links: [Int: [IndicatorRegister.LinkedClause]] = [:]

  init(_ document: AnalyzedDocument, reading: ReadingText, title: String) {
    self.document = document
    self.reading = reading
    self.title = title
    for link in document.links {
      // What stands in the indicator's own row is seen there.
      if let clause = clause(of: link) { links[link.indicator, default: []].append(clause) }
    }
  }

  private func clause(of link: IndicatorLink) -> IndicatorRegister.LinkedClause? {
    let (node, range): (Int, Range<Int>) =
      switch link.subject {
      case .norm(let index): (document.norms[index].node, document.norms[index].range)
      case .quantity(let index): (document.quantities[index].node, document.quantities[index].range)
      case .assignment(let index):
        (document.assignments[index].node, document.assignments[index].range)
      }
    guard document.document.nodes[node].table == nil else { return nil }
    return IndicatorRegister.LinkedClause(
      citation: document.citations[node] ?? document.nodeIDs[node],
      words: words(around: range, in: document.document.nodes[node], isQuantity: link.isQuantity),
      score: link.score,
      evidence: link.evidence)
  }

  /// How many words before a number are shown.
  private static let wordsBefore = 24

  /// The words of a clause; a number is shown with the words before it in its clause, within its unit.
  private func words(around range: Range<Int>, in node: Node, isQuantity: Bool) -> String {
    guard isQuantity else { return reading.compactWords(of: range) }
    let parts = [node.heading, node.text, node.tail].compactMap { $0 }
    let floor = parts.first { $0.contains(range.lowerBound) }?.lowerBound ?? range.lowerBound
    var start = range.lowerBound
    while start > floor {
      switch reading.scalars[start - 1] {
      case "，", "。", "；", "：", "、": return reading.compactWords(of: start..<range.upperBound)
      default: break
      }
      if range.lowerBound - start == Self.wordsBefore {
        return "…" + reading.compactWords(of: start..<range.upperBound)
      }
      start -= 1
    }
    return reading.compactWords(of: start..<range.upperBound)
  }

  func rows() -> [IndicatorRegister.Row] {
    let indicators = document.indicators
    var children: [Int?: [Int]] = [:]
    for (index, indicator) in indicators.enumerated() {
      children[indicator.parent, default: []].append(index)
    }
    var rows: [IndicatorRegister.Row] = []
    // What is still to be shown, the next last; no recursion over the depth.
    var pending: [(index: Int, isLast: [Bool])] = []
    func push(_ list: [Int], under isLast: [Bool]) {
      for (place, index) in list.enumerated().reversed() {
        pending.append((index, isLast + [place == list.count - 1]))
      }
    }
    push(children[nil] ?? [], under: [])
    while let (index, isLast) = pending.popLast(), rows.count <= indicators.count {
      rows.append(row(indicators[index], at: index, isLast: isLast))
      push(children[index] ?? [], under: isLast)
    }
    return rows
  }

  private func row(
    _ indicator: Indicator, at index: Int, isLast: [Bool]
  ) -> IndicatorRegister.Row {
    let parent = indicator.parent.map { document.indicators[$0] }
    return IndicatorRegister.Row(
      document: title, level: indicator.level, isLast: isLast, code: indicator.code ?? "",
      name: indicator.name,
      weight: indicator.weight.map { "\($0)" + (indicator.weightUnit ?? "") } ?? "",
      target: indicator.target ?? "",
      actual: indicator.actual == indicator.result ? "" : indicator.actual ?? "",
      result: indicator.result ?? "",
      criterion: indicator.criterion == indicator.name ? "" : indicator.criterion ?? "",
      departments: indicator.departments.joined(separator: "、"),
      parent: parent?.code ?? parent?.name ?? "", links: links[index] ?? [])
  }
}

extension IndicatorLink {
  /// Whether a number is linked.
  fileprivate var isQuantity: Bool {
    if case .quantity = subject { return true }
    return false
  }
}
