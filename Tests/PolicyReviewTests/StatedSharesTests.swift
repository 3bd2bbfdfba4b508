import Testing

/// Percentages against the two numbers that they stand with.
@Suite struct StatedSharesTests {
  @Test(
    "a percentage that follows from its numbers, rounded or cut, is right",
    arguments: [
      "2023年计划培训700人，实际培训509人，完成率72.71%。",
      "2023年计划培训700人，实际培训509人，完成率72.7%。",
      "全校党员45人，占教职工总数120人的37.5%。",
      "经费由200万元增长到250万元，增长25%。",
      "经费由3.1万元增加到4.2万元，增长35.5%。",
    ])
  func right(words: String) throws {
    #expect(try Reviewed(words).lines == [])
  }

  @Test(
    "a percentage that does not follow from its numbers is marked",
    arguments: [
      ("2023年计划培训700人，实际培训509人，完成率73.71%。", "percent.mismatch 73.71%"),
      ("全校党员45人，占教职工总数120人的47.5%。", "percent.mismatch 47.5%"),
      ("经费由200万元增长到250万元，增长20%。", "percent.mismatch 20%"),
      ("学生由500人减少到400人，下降25%。", "percent.mismatch 25%"),
    ])
  func wrong(words: String, finding: String) throws {
    #expect(try Reviewed(words).lines == [finding])
  }

  @Test("the message shows the sum")
  func message() throws {
    let reviewed = try Reviewed("2023年计划培训700人，实际培训509人，完成率73.71%。")
    #expect(reviewed.messages == ["按“509人”和“700人”计算应为72.71%，这里是“73.71%”。请核对。"])
  }

  @Test(
    "numbers that no word relates are left alone",
    arguments: [
      "全校教师120人，学生1500人，满意率98%。",
      "预算合计900万元，其中项目经费700万元，实际到位900万元，到位率100%。",
      "经费由200万元增长到250万元，比全市平均水平高10%。",
    ])
  func unrelated(words: String) throws {
    #expect(try Reviewed(words).lines == [])
  }
}
