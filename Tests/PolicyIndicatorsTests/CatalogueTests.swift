import Foundation
import PolicyIndicators
import PolicyText
import Testing

/// Outside catalogues of indicators, as CSV and JSON.
@Suite struct CatalogueTests {
  private func catalogue(_ text: String) throws -> [Indicator] {
    try IndicatorCatalogue(SourceText(text, name: "目录")).indicators
  }

  @Test("codes and levels tell of parents where no column does")
  func parents() throws {
    let found = try catalogue("代码,名称,级别,权重\nA,组织领导,1,20\nA1,机构建设,2,10分\nB,经费,1,30\n,拨款,2,5%\n")
    #expect(found.map(\.parent) == [nil, 0, nil, 2])
    #expect(found.map(\.weight) == [20, 10, 30, 5])
    #expect(found.map(\.weightUnit) == [nil, "分", nil, "%"])
  }

  @Test("quoted cells hold commas and line breaks; departments are parted by 、")
  func quotedCells() throws {
    let found = try catalogue("名称,评价标准,责任部门\n到位率,\"按时,足额\n到位\",市财政局、市教育局\n")
    #expect(found[0].criterion == "按时,足额\n到位")
    #expect(found[0].departments == ["市财政局", "市教育局"])
  }

  @Test("JSON may hold parts as children, and numbers as numbers")
  func json() throws {
    let found = try catalogue(
      #"{"indicators":[{"name":"投入","children":[{"code":"A1","name":"经费","weight":12.5}]}]}"#)
    #expect(found.map(\.name) == ["投入", "经费"])
    #expect(found.map(\.level) == [1, 2])
    #expect(found[1].weight.map { "\($0)" } == "12.5")
  }

  @Test("what is wrong is said with its row")
  func faults() {
    #expect(throws: CatalogueError.noNames(name: "目录", columns: ["代码", "标题"])) {
      _ = try catalogue("代码,标题\nA,组织\n")
    }
    #expect(throws: CatalogueError.unknownParent(name: "目录", row: 1, parent: "Z")) {
      _ = try catalogue("代码,名称,上级\nA,组织,Z\n")
    }
    #expect(throws: CatalogueError.badWeight(name: "目录", row: 1, weight: "很高")) {
      _ = try catalogue("名称,权重\n组织,很高\n")
    }
    #expect(throws: CatalogueError.empty(name: "目录")) { _ = try catalogue("名称\n") }
  }
}
