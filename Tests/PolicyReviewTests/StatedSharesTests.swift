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
      "全市在编教师4500人，其中女教师2970人，占66%，男教师1530人，占34%。",
      "2023年支出1050万元，比2022年的900万元增长16.67%。",
      "2023年支出1050万元，同比增加150万元，增长16.67%。",
      "项目预算108.85万元，已支付40.00万元，支付率仅为36.75%。",
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
      ("安排预算资金1200万元，实际支出1080万元，预算执行率为92%。", "percent.mismatch 92%"),
      ("项目预算108.85万元，已支付40.00万元，支付率仅为46.75%。", "percent.mismatch 46.75%"),
      ("应参加培训320人，实际参加304人，参训率达到98%。", "percent.mismatch 98%"),
      ("共发放问卷500份，收回有效问卷476份，有效回收率为96.2%。", "percent.mismatch 96.2%"),
      ("全市教师4500人，其中女教师2970人，占68%。", "percent.mismatch 68%"),
      ("全市32所中学中，有24所开展了校本研修，占比80%。", "percent.mismatch 80%"),
      ("2023年培训教师1320人，比上年的1200人增长12%。", "percent.mismatch 12%"),
      ("投入由2022年的200万元增加到2023年的260万元，增长25%。", "percent.mismatch 25%"),
      ("2023年支出1050万元，同比增加150万元，增长25%。", "percent.mismatch 25%"),
      ("评价得分88.5分，满分100分，得分率为85.5%。", "percent.mismatch 85.5%"),
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
      "指标值为100人，完成值为85人，得分率80%。",
      "全市有普通高中80所，职业高中有24所，占比80%。",
      "下达资金1000万元，其中省级600万元，市级400万元，支出900万元，执行率90%。",
      "贷款500万元，实际发放400万元，年利率5%。",
    ])
  func unrelated(words: String) throws {
    #expect(try Reviewed(words).lines == [])
  }
}
