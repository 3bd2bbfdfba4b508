import PolicyExtraction
import PolicyTestSupport
import Testing

/// References to rules in general.
@Suite struct GenericReferenceTests {
  @Test(
    "rules in general are a reference where 规定 is a noun",
    arguments: [
      ("按照国家有关规定执行。", ["国家有关规定"]), ("依照有关法律、行政法规的规定处罚。", ["有关法律、行政法规的规定"]),
      ("根据国家和省有关规定，", ["国家和省有关规定"]), ("按照有关规定办理。", ["有关规定"]),
      ("根据有关法律、法规，结合实际，", ["有关法律、法规"]), ("依照法律、行政法规和国家有关规定批准", ["法律、行政法规和国家有关规定"]),
      ("遵守国家有关数据安全的规定。", ["国家有关数据安全的规定"]), ("按照国家规定执行。", ["国家规定"]),
      ("法律、法规规定的其他职责", []), ("法律另有规定的，从其规定。", []), ("国家规定的标准", []),
      ("有关部门应当配合。", []), ("制定管理规定。", []), ("学习有关法律知识", []),
    ] as [(String, [String])])
  func generic(text: String, expected: [String]) throws {
    #expect(try ReferenceTestText(text).references == expected)
  }

  @Test("words that continue a named document are its own")
  func continued() throws {
    #expect(try ReferenceTestText("按照《甲法》的有关规定执行。").references == ["《甲法》"])
    #expect(try ReferenceTestText("适用本条例有关规定。").references == [])
  }
}
