import Testing

/// A lead-in that says how many items follow.
@Suite struct AnnouncedCountsTests {
  @Test("two items after 下列三项条件 are a finding, three are none")
  func count() throws {
    let short = Reviewed.article("申请人应当具备下列三项条件：\n（一）年满十八周岁；\n（二）身体健康。")
    let reviewed = try Reviewed(short)
    #expect(reviewed.lines == ["count.announced 三项"])
    #expect(reviewed.messages == ["“三项”与后面列举的2项不一致。请核对是否漏列，或者改正项数。"])
    let whole = Reviewed.article(
      "申请人应当具备下列三项条件：\n（一）年满十八周岁；\n（二）身体健康；\n（三）无犯罪记录。")
    #expect(try Reviewed(whole).lines == [])
  }

  @Test(
    "a number that leaves the count open, or counts something else, announces nothing",
    arguments: [
      "有下列两项以上情形的：", "可以采取下列一项或者多项措施：", "由三人合议庭审理下列案件：",
    ])
  func open(lead: String) throws {
    let text = Reviewed.article("\(lead)\n（一）甲；\n（二）乙；\n（三）丙；\n（四）丁。")
    #expect(try Reviewed(text).lines == [])
  }

  @Test("items under a heading follow their lead-in as siblings")
  func siblings() throws {
    let text = """
      云溪市教育局关于报送材料的通知
      各学校：
      现就有关事项通知如下：
      一、报送内容
      请报送以下两类材料：
      （一）年度总结。
      （二）经费决算。
      （三）工作计划。
      二、报送时间
      请于2024年3月底前报送。
      云溪市教育局
      2024年1月5日
      """
    #expect(try Reviewed(text).lines == ["count.announced 两类"])
  }
}
