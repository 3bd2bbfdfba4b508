import PolicyIndicators
import Testing

/// One indicator system, as converters leave its table: the indicators are the same.
@Suite struct TableStateTests {
  private let reader: IndicatorReading

  init() throws {
    reader = try IndicatorReading()
  }

  /// How the cells of a table stand, and what became of merged cells.
  enum State: String, CaseIterable, Sendable {
    case barsBlank, barsRepeated, barsDropped, tabsBlank, tabsRepeated, tabsDropped
    case linesRepeated, linesDropped
  }

  /// Heads of the three levels, of weights and of what else stands beside them.
  static let heads = [
    ["一级指标", "二级指标", "三级指标", "分值", "评分标准"],
    ["考核项目", "二级指标", "考评要点", "标准分", "考核标准"],
    ["评价维度", "考评内容", "三级指标", "权重（%）", "评分细则"],
    ["评价项目", "考核内容", "考核要点", "满分", "考核方式"],
    ["一级指标", "评价要素", "三级指标", "分数", "评分办法"],
    ["项目", "内容", "评估要点", "分值（分）", "评分要求"],
  ]

  static let rows = [
    ["责任落实", "领导责任", "召开会议次数", "4", "未召开的不得分，每少一次扣2分。"],
    ["责任落实", "领导责任", "签订责任书比例", "5", "制度健全、执行有效得满分。"],
    ["责任落实", "部门监管", "隐患移送办结率", "4", "发现一例扣3分。"],
    ["基础建设", "设施建设", "消火栓完好率", "10", "达到目标值得满分，每低1个百分点扣0.5分。"],
    ["基础建设", "设施建设", "消防车道划线率", "6", "完成得满分，未完成按比例得分。"],
  ]

  @Test(
    "merged cells left blank, repeated or dropped, in bars, tabs or one cell a line, make the same tree",
    arguments: heads, State.allCases)
  func sameTree(_ heads: [String], _ state: State) throws {
    #expect(
      try sketch(table(heads, Self.rows, state)) == [
        "1 - 责任落实 -", "2 责任落实 领导责任 -", "3 领导责任 召开会议次数 4", "3 领导责任 签订责任书比例 5",
        "2 责任落实 部门监管 -", "3 部门监管 隐患移送办结率 4", "1 - 基础建设 -", "2 基础建设 设施建设 -",
        "3 设施建设 消火栓完好率 10", "3 设施建设 消防车道划线率 6",
      ])
  }

  @Test(
    "numbers 1, 1.1 and 1.1.1 are codes of three levels, also that which no point follows",
    arguments: State.allCases)
  func decimals(_ state: State) throws {
    let rows = Self.rows.prefix(3).enumerated().map { index, row in
      ["1 \(row[0])", index < 2 ? "1.1 \(row[1])" : "1.2 \(row[1])"]
        + [["1.1.1", "1.1.2", "1.2.1"][index] + " \(row[2])"] + row[3...]
    }
    #expect(
      try sketch(table(Self.heads[0], rows, state), codes: true) == [
        "1 - 1 责任落实 -", "2 1 1.1 领导责任 -", "3 1.1 1.1.1 召开会议次数 4",
        "3 1.1 1.1.2 签订责任书比例 5", "2 1 1.2 部门监管 -", "3 1.2 1.2.1 隐患移送办结率 4",
      ])
  }

  @Test("the column that counts the rows stays where cells behind it were dropped")
  func counted() throws {
    #expect(
      try sketch(
        "序号\t一级指标\t二级指标\t权重\t评分标准\n1\t生态修复\t国土绿化\t5\t达到目标值得满分。\n2\t灾害防控\t8\t发现一例扣3分。\n3\t资源保护\t湿地保护\t9\t缺一项扣1分。"
      ) == ["1 - 生态修复 -", "2 生态修复 国土绿化 5", "2 生态修复 灾害防控 8", "1 - 资源保护 -", "2 资源保护 湿地保护 9"])
  }

  @Test("a last cell that goes on with a comma on the next line is no head of the next row")
  func cutLastCell() throws {
    #expect(
      try sketch(
        "考评项目|指标名称|权重|责任单位\n产出|养护里程|5|市应急局\n、市林业局\n产出|检测座数|6|市公安局\n过程|资金到位率|7|市财政局"
      ) == ["1 - 产出 -", "2 产出 养护里程 5", "2 产出 检测座数 6", "1 - 过程 -", "2 过程 资金到位率 7"])
  }

  @Test("most rows cut in the middle of a cell are still as wide as the head")
  func cutRows() throws {
    #expect(
      try sketch(
        "考评项目|指标名称|权重|评分标准|数据来源\n产出|养护里程|5|完成得满分，未\n完成按比例得分。|年鉴\n产出|检测座数|6|每低\n1个百分点扣1分。|年鉴\n过程|资金到位率|7|缺一项扣1分。|台账"
      ) == ["1 - 产出 -", "2 产出 养护里程 5", "2 产出 检测座数 6", "1 - 过程 -", "2 过程 资金到位率 7"])
  }

  @Test(
    "scores on lines of their own are no page numbers, a total ends the table, and 二、 goes on with the text"
  )
  func linesBetweenHeadings() throws {
    let found = try sketch(
      "评价维度\n二级指标\n分值\n评分标准\n一、资源保护\n森林保护\n3\n完成得满分。\n湿地保护\n4\n缺一项扣1分。\n二、保障能力\n执法监管\n6\n发现一例扣3分。\n合计\n13\n\n二、工作要求\n\n各单位要加强领导。"
    )
    #expect(
      found == ["1 - 资源保护 -", "2 资源保护 森林保护 3", "2 资源保护 湿地保护 4", "1 - 保障能力 -", "2 保障能力 执法监管 6"])
  }

  @Test("the head of a column that no list knows is found by how the cells below read best")
  func unknownHead() throws {
    #expect(
      try sketch(
        "一级指标\n二级指标\n分值\n评议口径\n资源保护\n森林保护\n3\n从严\n湿地保护\n9\n从宽\n保障能力\n执法监管\n6\n从严\n基层管护\n5\n从宽\n"
      ) == [
        "1 - 资源保护 -", "2 资源保护 森林保护 3", "2 资源保护 湿地保护 9", "1 - 保障能力 -", "2 保障能力 执法监管 6",
        "2 保障能力 基层管护 5",
      ])
  }

  // MARK: Tables

  private func table(_ heads: [String], _ rows: [[String]], _ state: State) -> String {
    var lines: [[String]] = []
    var before: [String] = []
    for row in rows {
      var cells: [String?] = row
      for level in 0..<2 where !before.isEmpty && before[...level] == row[...level] {
        cells[level] = nil
      }
      before = row
      switch state {
      case .barsBlank, .tabsBlank: lines.append(cells.map { $0 ?? "" })
      case .barsRepeated, .tabsRepeated, .linesRepeated: lines.append(row)
      case .barsDropped, .tabsDropped, .linesDropped: lines.append(cells.compactMap { $0 })
      }
    }
    let separator =
      switch state {
      case .barsBlank, .barsRepeated, .barsDropped: "|"
      case .tabsBlank, .tabsRepeated, .tabsDropped: "\t"
      case .linesRepeated, .linesDropped: "\n"
      }
    return ([heads] + lines).map { $0.joined(separator: separator) }.joined(separator: "\n")
  }

  /// Indicators as `level parent name weight`, those of parents by their codes where `codes` are shown.
  private func sketch(_ text: String, codes: Bool = false) throws -> [String] {
    let indicators = try reader.read(text).indicators
    return indicators.map { indicator in
      let parent = indicator.parent.map {
        (codes ? indicators[$0].code : nil) ?? indicators[$0].name
      }
      return
        (["\(indicator.level)", parent ?? "-"] + (codes ? [indicator.code ?? "-"] : [])
        + [indicator.name, indicator.weight.map { "\($0)" } ?? "-"]).joined(separator: " ")
    }
  }
}
