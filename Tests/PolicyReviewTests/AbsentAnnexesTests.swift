import Testing

/// Annexes that a document lists and its source lacks.
@Suite struct AbsentAnnexesTests {
  private func text(_ annexes: String, title: String = "云溪市教育局关于开展校园餐检查的通知") -> String {
    "\(title)\n\n各学校：\n\n现将检查事项通知如下。\n\n一、各学校应当自查。\n\n二、自查结果报市教育局。\n\n附件：1.自查表\n2.联系人名单\n\n云溪市教育局\n2024年3月5日\n\n"
      + annexes
  }

  @Test("one of the listed annexes is not there")
  func missing() throws {
    #expect(
      try Reviewed(text("附件1\n\n自查表\n\n项目\t情况\n食谱\t已公开\n留样\t已落实\n")).lines == [
        "attachment.missing 联系人名单"
      ])
  }

  @Test("all listed annexes are there")
  func complete() throws {
    #expect(try Reviewed(text("附件1\n\n自查表\n\n一、食谱\n\n附件2\n\n联系人名单\n\n一、市教育局\n")).lines == [])
  }

  @Test("a source of the main text alone lacks nothing")
  func mainText() throws {
    #expect(try Reviewed(text("")).lines == [])
  }
}
