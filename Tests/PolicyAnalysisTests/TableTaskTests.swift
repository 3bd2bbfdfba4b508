import PolicyAnalysis
import PolicyExtraction
import PolicyLexicons
import PolicyText
import Testing

/// Tasks in a table fall on whom their rows name.
@Suite struct TableTaskTests {
  @Test("a task of a row is borne by those whom the row names, not by those of other rows")
  func rows() throws {
    let text = """
      云溪镇污水治理工作方案
      一、工作任务
      序号\t任务\t牵头单位\t责任单位
      1\t组织第三方检测管网，建立问题台账\t镇水务站\t镇财政所
      2\t落实专人管护设施，完善巡查记录\t镇生态环境办公室\t镇水务站
      """
    let analyzer = try Analyzer(lexicons: try Lexicons.embedded())
    let analysis = analyzer.analyze(try DecodedSource(text, name: "方案.txt"))
    let document = try #require(analysis.documents.first)
    let bearers = document.norms.map { norm in
      norm.bearers.map { analysis.reading.words(of: $0.range) }
    }
    #expect(bearers == [["镇水务站", "镇财政所"], ["镇生态环境办公室", "镇水务站"]])
  }
}
