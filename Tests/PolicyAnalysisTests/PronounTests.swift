import PolicyExtraction
import PolicyLexicons
import PolicyText
import Testing

@testable import PolicyAnalysis

@Suite("pronouns and compound categories, as a whole analysis has them")
struct PronounTests {
  private let analyzer: Analyzer

  init() throws {
    analyzer = try Analyzer(lexicons: try Lexicons.embedded())
  }

  /// Each mention with whom it stands for, in the order of the text.
  private func mentions(_ text: String) throws -> [String] {
    let analysis = analyzer.analyze(try DecodedSource(text, name: "办法.txt"))
    var found: [(start: Int, line: String)] = []
    for document in analysis.documents {
      for entity in document.entities {
        for mention in entity.mentions {
          let words = analysis.reading.words(of: mention.range)
          found.append(
            (
              mention.range.lowerBound,
              words == entity.canonical ? words : words + "=" + entity.canonical
            ))
        }
      }
    }
    return found.sorted { $0.start < $1.start }.map(\.line)
  }

  @Test("其 stands for the one acted on, not for the one who acts")
  func personal() throws {
    #expect(
      try mentions("第一条　申请人提供虚假材料的，由登记机关责令其限期改正。")
        == ["申请人", "登记机关", "其=申请人"])
  }

  @Test("其 that possesses, and 其 in another word, are no mentions")
  func possessive() throws {
    #expect(
      try mentions("第一条　登记机关应当核实申请人及其监护人的身份。").contains { $0.hasPrefix("其") } == false)
    #expect(
      try mentions("第一条　登记机关应当公布其他事项。").contains { $0.hasPrefix("其") } == false)
    #expect(
      try mentions("第一条　登记机关应当责令其委托的机构改正。").contains { $0.hasPrefix("其") } == false)
  }

  @Test("该 with a noun stands for the last one whom the noun can mean")
  func demonstrative() throws {
    #expect(
      try mentions("云溪市办法\n\n第一条　市教育局应当公布名单。该部门应当每年更新名单。")
        == ["市教育局=云溪市教育局", "该部门=云溪市教育局"])
    #expect(
      try mentions("第一条　征信机构应当备案。该征信机构应当公示。") == ["征信机构", "该征信机构=征信机构"])
  }

  @Test("该 in 应该 and 该 with a thing point to nobody")
  func noPointer() throws {
    #expect(
      try mentions("第一条　征信机构应当公示该报告，应该备案。") == ["征信机构"])
  }

  @Test("a compound that bears a norm once is that name throughout the document")
  func compounds() throws {
    let text = """
      第一条　设立个人征信机构，应当经批准。

      第二条　个人征信机构应当公示信息。

      第三条　主管部门应当通知个人征信机构补正材料。
      """
    #expect(try mentions(text) == ["个人征信机构", "主管部门", "个人征信机构"])
  }

  @Test("members of a list of subjects are compounds, what a verb governs is none")
  func compoundLists() throws {
    #expect(
      try mentions("第一条　电梯制造单位、维护保养单位不得设置障碍。") == ["电梯制造单位", "维护保养单位"])
    #expect(
      try mentions("第一条　学校应当公平对待学生。\n\n第二条　提倡公交企业免费接送考生。")
        .contains("提倡公交企业") == false)
  }

  @Test("a defined kind of people is a name wherever it stands")
  func definedNames() throws {
    #expect(
      try mentions("第一条　实施监察的人员（以下称劳动监察员）应当熟悉法律。\n\n第二条　劳动监察员应当出示证件。")
        .suffix(1) == ["劳动监察员"])
  }

  @Test("办公室 after a committee is its office; without one it names nobody")
  func offices() throws {
    #expect(
      try mentions("一、成立云溪市节水工作领导小组。领导小组下设办公室，办公室设在市水务局，负责日常工作。")
        .contains("办公室=云溪市节水工作领导小组办公室"))
    #expect(try mentions("一、加强管理。办公室设在一楼。").contains { $0.hasPrefix("办公室") } == false)
  }

  @Test("an explanation names the pronouns of a subject, and none where there is none")
  func explained() throws {
    let text = "第一条　申请人提供虚假材料的，由登记机关责令其限期改正。"
    let analysis = analyzer.analyze(try DecodedSource(text, name: "办法.txt"))
    let facts = ["e1", "e2"].map { id in
      analyzer.explanations(of: id, in: analysis).flatMap(\.facts).filter { $0.name == "指代" }
        .map(\.value)
    }
    #expect(facts[0].count == 1 && facts[0][0].hasPrefix("“其”"))
    #expect(facts[1].isEmpty)
  }
}
