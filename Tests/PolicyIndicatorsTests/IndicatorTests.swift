import PolicyExtraction
import PolicyIndicators
import PolicyLexicons
import PolicyStructure
import PolicyText
import Testing

/// Texts in, indicators out.
@Suite struct IndicatorTests {
  private let reader: IndicatorReading

  init() throws {
    reader = try IndicatorReading()
  }

  private func read(_ text: String) throws -> (indicators: [Indicator], findings: [Finding]) {
    try reader.read(text)
  }

  /// Indicators as `level code name weight`, those of parents before them in brackets.
  private func sketch(_ text: String) throws -> [String] {
    let indicators = try read(text).indicators
    return indicators.map { indicator in
      let parent = indicator.parent.map { indicators[$0].code ?? indicators[$0].name } ?? "-"
      return [
        "\(indicator.level)", parent, indicator.code ?? "-", indicator.name,
        indicator.weight.map { "\($0)" } ?? "-",
      ].joined(separator: " ")
    }
  }

  @Test("a weight merged over the rows of 二级指标 is theirs; coded criteria are a level below")
  func mergedWeight() throws {
    let found = try sketch(
      "一级指标\t二级指标\t评价内容\t分值\nA1 组织\tB1 机构\tB1-1 成立小组。\t20\n\t\tB1-2 配备人员。\t\n\tB2 制度\tB2-1 制定制度。\t10"
    )
    #expect(
      found == [
        "1 - A1 组织 -", "2 A1 B1 机构 20", "3 B1 B1-1 成立小组。 -", "3 B1 B1-2 配备人员。 -",
        "2 A1 B2 制度 10", "3 B2 B2-1 制定制度。 -",
      ])
  }

  @Test("weights in the cells of heads, and in any order of columns")
  func headWeights() throws {
    let found = try sketch(
      "三级指标\t一级指标（权重）\t二级指标（权重）\t权重\nA101依据\tA决策（10）\tA1立项（10）\t6\nA102程序\t\t\t4")
    #expect(
      found == ["1 - A 决策 10", "2 A A1 立项 10", "3 A1 A101 依据 6", "3 A1 A102 程序 4"])
  }

  @Test(
    "a row with one cell heads the rows below it",
    arguments: ["一、组织保障（20分）\n", "一、组织保障（20分）\t\t\n"])
  func group(head: String) throws {
    let rows = "1\t成立机构\t10\n2\t落实经费\t10\n" + head.replacing("一、组织保障（20分）", with: "二、工作成效（80分）")
    #expect(
      try sketch("序号\t考核指标\t分值\n" + head + rows + "3\t空气质量\t80") == [
        "1 - - 组织保障 20", "2 组织保障 - 成立机构 10", "2 组织保障 - 落实经费 10", "1 - - 工作成效 80",
        "2 工作成效 - 空气质量 80",
      ])
  }

  @Test("numbers that lie under each other are codes; 序号 are none")
  func outline() throws {
    #expect(
      try sketch("编号\t评估指标\t满分\n1\t基础设施\t40\n1.1\t网络覆盖\t20\n1.2\t终端配备\t20\n2\t应用水平\t60")
        == ["1 - 1 基础设施 40", "2 1 1.1 网络覆盖 20", "2 1 1.2 终端配备 20", "1 - 2 应用水平 60"])
    #expect(
      try sketch("序号\t评估指标\t满分\n1\t基础设施\t40\n2\t应用水平\t60")
        == ["1 - - 基础设施 40", "1 - - 应用水平 60"])
  }

  @Test("考核内容 with weights and nothing else is a column of indicators")
  func content() throws {
    #expect(
      try sketch("考核内容\t分值\n组织领导\t30\n工作成效\t70") == ["1 - - 组织领导 30", "1 - - 工作成效 70"])
  }

  @Test("B10 comes after B9 and is no part of B1")
  func tenIsNoChild() throws {
    let rows = (1...11).map { "B\($0)指标\($0)\t5" }.joined(separator: "\n")
    #expect(try read("指标\t分值\n" + rows).indicators.allSatisfy { $0.parent == nil })
  }

  @Test("lists in running text, with weights and parts")
  func lists() throws {
    let found = try sketch("指标体系包括组织领导（20分）、就业服务（80分）2个一级指标。“组织领导”下设机构人员、经费投入等二级指标。")
    #expect(
      found == ["1 - - 组织领导 20", "1 - - 就业服务 80", "2 组织领导 - 机构人员 -", "2 组织领导 - 经费投入 -"])
  }

  @Test("beside a table, text that names indicators without a level lists none")
  func listBesideTable() throws {
    let found = try sketch("指标\t分值\nA1机构\t10\nA2经费\t20\n\n考核包括预约服务、等待时间、就诊体验等指标。")
    #expect(found.count == 2)
  }

  @Test("建设指标 and 设备 lead to no list")
  func noLists() throws {
    #expect(try read("要完成建设指标、投资指标，更新设备和设施等各项指标。").indicators.isEmpty)
  }

  @Test("a table of tasks is no indicator system")
  func tasks() throws {
    #expect(
      try read("工作任务\t责任单位\t完成时限\n建设平台\t市数据局\t6月底\n完善制度\t市司法局\t7月底").indicators.isEmpty)
  }

  @Test("weights that do not add up to the stated weight or total")
  func weightSums() throws {
    let findings = try read(
      "一级指标（权重）\t二级指标\t权重\nA组织（20）\tA1机构\t10\n\tA2制度\t9\nB经费（80）\tB1拨款\t80\n合计\t\t100"
    ).findings
    #expect(findings.map(\.code) == [.indicatorWeightSum])
    #expect(findings.first?.message == "“组织”的权重为20，而下级2个指标的权重合计为19。")
  }

  @Test("one code for two indicators")
  func repeatedCode() throws {
    let findings = try read("指标\t分值\nA1机构\t10\nA1制度\t10\nA2经费\t20").findings
    #expect(findings.map(\.code) == [.indicatorCodeRepeated])
  }

  @Test("a number in brackets is the weight where the parts make it")
  func bracketOfSum() throws {
    let rows = "一级指标\t二级指标\t分值\nA组织领导（30）\tA1机构\t10\n\tA2经费\t20"
    #expect(try sketch(rows).first == "1 - A 组织领导 30")
    #expect(try sketch(rows.replacing("30", with: "31")).first == "1 - A 组织领导（31） -")
  }

  @Test(
    "a column that nothing is known of, merged over the indicators beside it, is a level above them"
  )
  func unknownGroup() throws {
    let rows = "板块\t主要指标\t2025年目标值\n健康水平\t预期寿命\t79岁\n\t婴儿死亡率\t2‰\n资源配置\t床位数\t7张"
    #expect(
      try sketch(rows) == [
        "1 - - 健康水平 -", "2 健康水平 - 预期寿命 -", "2 健康水平 - 婴儿死亡率 -", "1 - - 资源配置 -",
        "2 资源配置 - 床位数 -",
      ])
  }

  @Test("观测点 are indicators where one has several, and else how it is judged")
  func points() throws {
    let one = "二级指标\t主要观测点\t分值\n责任制\t成立领导小组\t10\n会议\t每学期两次\t10"
    #expect(try sketch(one) == ["2 - - 责任制 10", "2 - - 会议 10"])
    let several = "二级指标\t主要观测点\t分值\n责任制\t成立领导小组\t10\n\t签订责任书\t5\n会议\t每学期两次\t10"
    #expect(try sketch(several).contains("3 责任制 - 签订责任书 5"))
  }

  @Test("1. is a code where 1.1 stands below it")
  func numberedCode() throws {
    let rows = "A级要素\tB级要素\t标准分值\n1.目标职责\t1.1目标\t5\n\t1.2机构\t10"
    #expect(try sketch(rows) == ["1 - 1 目标职责 -", "2 1 1.1 目标 5", "2 1 1.2 机构 10"])
  }

  @Test("考核内容 merged over the 考核指标 to its right is a level above them")
  func contentAbove() throws {
    let rows = "序号\t考核内容\t考核指标\t标准分\n1\t责任体系\t巡林次数\t8\n2\t\t公示牌设置率\t7\n3\t资源保护\t火灾受害率\t15"
    #expect(
      try sketch(rows) == [
        "1 - - 责任体系 -", "2 责任体系 - 巡林次数 8", "2 责任体系 - 公示牌设置率 7", "1 - - 资源保护 -",
        "2 资源保护 - 火灾受害率 15",
      ])
  }

  @Test("考评要点 are indicators below 考评内容 where one has several")
  func pointsOfContent() throws {
    let rows = "考评内容\t考评要点\t分值\n服务供给\t事项进驻率\t10\n\t一网通办率\t15\n服务结果\t满意率\t40"
    #expect(
      try sketch(rows) == [
        "1 - - 服务供给 -", "2 服务供给 - 事项进驻率 10", "2 服务供给 - 一网通办率 15", "1 - - 服务结果 -",
        "2 服务结果 - 满意率 40",
      ])
  }

  @Test("a row of totals does not hide that a column counts the rows")
  func countedBesideTotal() throws {
    let rows =
      "序号\t创建内容\t创建指标\t分值\n1\t健全制度\t成立机构\t10\n2\t\t建立制度\t10\n3\t绿色办公\t双面打印率\t20\n合计\t\t\t40"
    #expect(try sketch(rows)[2] == "2 健全制度 - 建立制度 10")
  }

  @Test("三、四级 at the head of a name are grades and no number of a list")
  func grades() throws {
    let found = try sketch("一级指标\t二级指标\t分值\n质量\t三、四级手术占比\t12\n质量\t病案合格率\t8")
    #expect(found == ["1 - - 质量 -", "2 质量 - 三、四级手术占比 12", "2 质量 - 病案合格率 8"])
  }

  @Test("of 2025年现状 and 2030年目标 only the second is the target")
  func yearHeads() throws {
    let found = try read(
      "类别\t指标名称\t单位\t2025年现状\t2030年目标\t属性\n节水\t用水总量\t亿立方米\t3.05\t3.2\t约束性\n\t利用系数\t\t0.571\t0.6\t预期性"
    ).indicators
    #expect(found.map(\.target) == [nil, "3.2亿立方米", "0.6"])
    #expect(found.map(\.actual) == [nil, "3.05亿立方米", "0.571"])
  }

  @Test(
    "parts of parts are summed where the parts have no weight; a total row with its blanks stays as it is"
  )
  func weightsOfPartsOfParts() throws {
    let found = try read(
      "一级指标\t二级指标\t三级指标\t分值\t目标值\nA产出（30分）\tA1数量\tA11终端数\t6\t46座\n\t\tA12长度\t6\t118公里\n\tA2质量\tA21达标率\t16\t90%\nB效益（70分）\tB1效益\tB11接户率\t70\t80%\n合计\t\t\t100\t"
    )
    #expect(found.findings.map(\.code) == [.indicatorWeightSum])
    #expect(found.findings.map(\.message) == ["“产出”的权重为30，而下级3个指标的权重合计为28。"])
  }
}
