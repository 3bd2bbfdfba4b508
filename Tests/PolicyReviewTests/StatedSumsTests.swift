import Testing

/// Totals against the parts that 其中 names.
@Suite struct StatedSumsTests {
  @Test("parts that make more than their total are a finding")
  func more() throws {
    let reviewed = try Reviewed("项目总投资500万元，其中市级300万元，区级260万元。")
    #expect(reviewed.lines == ["sum.mismatch 500万元，其中市级300万元，区级260万元"])
    #expect(reviewed.messages == ["其中各项相加是5600000元，多于“500万元”。请核对金额。"])
  }

  @Test(
    "parts that fit, that may overlap, or that are as large as the whole are none",
    arguments: [
      "项目总投资500万元，其中市级300万元，区级200万元。",
      "项目总投资500万元，其中市级300万元，区级100万元。",
      "全校120人，其中女性80人，党员60人。",
      "预算500万元，其中项目经费400万元，实际到位500万元。",
      "项目总投资500万元，其中市级300万元（其中2024年280万元），区级200万元。",
    ])
  func fits(words: String) throws {
    #expect(try Reviewed(words).lines == [])
  }
}
