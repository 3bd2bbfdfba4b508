import PolicyExtraction
import PolicyIndicators
import PolicyLexicons
import PolicyStructure
import PolicyText
import Testing

/// Weights and targets that do not stand in a cell of the indicator's own.
@Suite struct IndicatorValueTests {
  private let lexicons: Lexicons

  init() throws { lexicons = try Lexicons.embedded() }

  private func indicators(_ text: String) throws -> [Indicator] {
    let parsed = StructureParser(lexicons: lexicons).parse(
      SourceText("云溪市考核方案\n\n一、考核指标\n\n" + text))
    let context = ExtractionContext(
      reading: parsed.reading, document: try #require(parsed.documents.first), lexicons: lexicons,
      matcher: ExtractionContext.matcher(lexicons))
    return IndicatorExtractor(lexicons: lexicons).extract(in: context, quantities: []).indicators
  }

  private func weights(_ text: String) throws -> [String] {
    try indicators(text).map { "\($0.name) " + ($0.weight.map { "\($0)" } ?? "-") }
  }

  @Test("分别 deals weights out to the indicators of a list")
  func dealtOut() throws {
    #expect(
      try weights("人才培养指标下设本科教学、学生就业两个二级指标，权重分别为15%、10%。") == ["本科教学 15", "学生就业 10"])
  }

  @Test("每项 gives each indicator of a list the same weight")
  func each() throws {
    #expect(
      try weights("党的建设指标下设政治建设、组织建设2项二级指标，每项权重为5%。") == ["政治建设 5", "组织建设 5"])
  }

  @Test("as many weights as names, or none")
  func uneven() throws {
    #expect(
      try weights("人才培养指标下设本科教学、学生就业两个二级指标，权重分别为15%、10%、5%。") == ["本科教学 -", "学生就业 -"])
  }

  @Test("of years as heads the last has the targets, with the unit of their own column")
  func years() throws {
    let found = try indicators(
      "指标名称\t单位\t2025年\t2030年\t属性\n研发经费投入强度\t%\t2.4\t3.2\t预期性\n高新技术企业数量\t家\t412\t700\t约束性")
    #expect(found.map(\.target) == ["3.2%", "700家"])
    #expect(found.map(\.actual) == ["2.4%", "412家"])
  }

  @Test("得分 stands apart from 实际完成值, and for it where there is no other")
  func results() throws {
    let both = try indicators(
      "三级指标\t指标值\t实际完成值\t分值\t得分\n培训人数\t70人\t65人\t10\t9.3\n合格率\t95%\t96%\t10\t10")
    #expect(both.map(\.actual) == ["65人", "96%"])
    #expect(both.map(\.result) == ["9.3", "10"])
    let alone = try indicators("三级指标\t分值\t得分\n培训人数\t10\t9.3\n合格率\t10\t10")
    #expect(alone.map(\.actual) == ["9.3", "10"])
  }

  @Test("years of a table that sets no targets are no targets")
  func statistics() throws {
    let found = try indicators(
      "指标名称\t单位\t2022年\t2023年\t得分\n培训人数\t人\t400\t500\t9\n合格率\t%\t90\t95\t8")
    #expect(found.allSatisfy { $0.target == nil })
  }

  @Test("a column that all rows leave blank was not shifted")
  func blankColumn() throws {
    let found = try weights(
      "考核类别\t分值\t考核项目\t标准分\t扣分标准\t得分\n环境卫生\t20\t场地保洁\t10\t有积水一处扣1分\n垃圾分类\t10\t未分类的扣2分\n消防安全\t20\t消防通道\t20\t堵塞一处扣5分"
    )
    #expect(found == ["环境卫生 20", "场地保洁 10", "垃圾分类 10", "消防安全 20", "消防通道 20"])
  }
}
