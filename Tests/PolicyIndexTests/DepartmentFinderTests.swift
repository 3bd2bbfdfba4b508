import PolicyAnalysis
import PolicyExtraction
import PolicyLexicons
import Testing

@testable import PolicyIndex

@Suite("departments under their names")
struct DepartmentFinderTests {
  private let analyzer: Analyzer
  private let finder: DepartmentFinder

  init() throws {
    let lexicons = try Lexicons.embedded()
    analyzer = try Analyzer(lexicons: lexicons)
    finder = try DepartmentFinder(lexicons: lexicons)
  }

  private static let text = """
    云溪市校园安全办法
    （2022年3月1日云溪市人民政府令第9号公布）
    第一条　市教育局应当每月检查。
    第二条　县级以上人民政府教育行政部门应当制定预案。
    第三条　教育主管部门应当公布名单。
    第四条　国务院教育行政部门应当制定标准。
    第五条　市场监督管理部门应当抽检。
    第六条　学校应当配备保安。
    第七条　省教育厅应当督导。
    第八条　市公安局应当巡逻，市教育局配合。

    """

  private func citations(_ words: String, isExact: Bool = false) throws -> [String] {
    let test = try TestLibrary()
    try test.add(Self.text)
    let query = analyzer.departmentQuery(words)
    var request = SearchRequest()
    request.duties.department = DepartmentQuestion(
      words: words, function: query.function, level: query.level?.rawValue, isExact: isExact)
    return try test.library.search(request, on: TestLibrary.today, finder: finder)
      .hits.map(\.citation)
  }

  @Test("教育局 finds 教育行政部门, 市教育局 and 教育主管部门, and no organ of the State Council")
  func byFunction() throws {
    let found = try citations("教育局")
    #expect(Set(found).isSuperset(of: ["第一条", "第二条", "第三条"]))
    #expect(!found.contains("第四条"))
    #expect(!found.contains("第五条"))
    #expect(!found.contains("第六条"))
  }

  @Test("a level that is named must fit; 县级以上 takes in each")
  func byLevel() throws {
    let found = try citations("市教育局")
    #expect(Set(found).isSuperset(of: ["第一条", "第二条", "第三条"]))
    #expect(!found.contains("第七条"))
    #expect(!found.contains("第四条"))
    #expect(try citations("教育部").contains("第四条"))
  }

  @Test("厅 is an organ of a province, and 局 of none")
  func byEnding() throws {
    #expect(!(try citations("教育局").contains("第七条")))
    let found = try citations("教育厅")
    #expect(Set(found).isSuperset(of: ["第二条", "第三条", "第七条"]))
    #expect(!found.contains("第一条"))
    #expect(try citations("教育部门").contains("第七条"))
  }

  @Test("a short name that a central organ has too means local ones as well")
  func byShortName() throws {
    let test = try TestLibrary()
    try test.add("云溪市林地办法\n第一条　市林业局应当每年巡查。\n第二条　林业主管部门应当登记。\n")
    let query = analyzer.departmentQuery("林业局")
    var request = SearchRequest()
    request.duties.department = DepartmentQuestion(
      words: "林业局", function: query.function, level: query.level?.rawValue, isExact: false)
    let hits = try test.library.search(request, on: TestLibrary.today, finder: finder).hits
    #expect(hits.map(\.citation) == ["第一条", "第二条"])
  }

  @Test("an old name finds its successor")
  func byOldName() throws {
    #expect(try citations("工商局") == ["第五条"])
    #expect(try citations("市场监管局") == ["第五条"])
  }

  @Test("exact finds the very words only")
  func exact() throws {
    #expect(try citations("教育主管部门", isExact: true) == ["第三条"])
  }

  @Test("successors of functions are functions, sorted, and nobody's predecessor twice")
  func successors() throws {
    let lexicons = try Lexicons.embedded()
    let list = lexicons[.functionSuccessors]
    var known = Set(lexicons[.functions].rows.map { $0[2] })
    let column = try lexicons[.organs].column("function")
    known.formUnion(lexicons[.organs].rows.map { $0[column] })
    #expect(list.rows.allSatisfy { known.contains($0[0]) && known.contains($0[1]) })
    #expect(Set(list.rows.map { $0[0] }).count == list.rows.count)
    // No chain: the last name is given at once.
    let old = Set(list.rows.map { $0[0] })
    #expect(list.rows.allSatisfy { !old.contains($0[1]) })
  }
}
