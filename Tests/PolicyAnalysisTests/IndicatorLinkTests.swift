import PolicyAnalysis
import PolicyExtraction
import PolicyIndicators
import PolicyLexicons
import PolicyStructure
import PolicyText
import Testing

/// Which indicators the numbers of a report bear on.
@Suite struct IndicatorLinkTests {
  private let analyzer: Analyzer

  init() throws {
    analyzer = try Analyzer(lexicons: try Lexicons.embedded())
  }

  /// The links of quantities, as `number name`.
  private func links(_ report: String) throws -> [String] {
    let text =
      "青屏县污水治理项目绩效评价报告\n\n一、绩效分析\n\n" + report + "\n\n二、评价指标\n\n"
        + """
        | 一级指标 | 二级指标 | 分值 | 目标值 |
        | --- | --- | --- | --- |
        | A项目产出（40分） | A1终端建成数 | 20 | 46座 |
        |  | A2出水水质达标率 | 20 | ≥90% |
        | B项目效益（60分） | B1农户接户率 | 60 | ≥80% |

        """
    let analysis = analyzer.analyze(try DecodedSource(text, name: "报告.txt"))
    let document = try #require(analysis.documents.first)
    return document.links.compactMap { link in
      guard case .quantity(let index) = link.subject,
        document.document.nodes[document.quantities[index].node].level != .table
      else { return nil }
      return analysis.reading.words(of: document.quantities[index].range) + " "
        + document.indicators[link.indicator].name
    }
  }

  @Test("the very number of a target and a word of its name are of that indicator")
  func sameNumber() throws {
    let same = try links("（一）建设情况。计划新建终端46座。")
    #expect(same == ["46座 终端建成数"])
    let other = try links("（一）建设情况。计划新建泵站46座。")
    #expect(other.isEmpty)
  }

  @Test("a number is of the part that the words name, not of all that the section is about")
  func partNotWhole() throws {
    let found = try links("（一）项目产出情况。出水水质达标率85%。")
    #expect(found == ["85% 出水水质达标率"])
  }
}
