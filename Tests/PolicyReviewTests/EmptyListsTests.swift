import Testing

/// A colon after which nothing follows.
@Suite struct EmptyListsTests {
  @Test("an article that ends with a colon before the next article is marked")
  func empty() throws {
    let reviewed = try Reviewed(Reviewed.article("申请人应当具备下列条件："))
    #expect(reviewed.lines == ["list.empty ："])
    #expect(reviewed.messages == ["冒号之后没有列举任何内容。请核对是否漏排。"])
  }

  @Test("items, a paragraph and headings after a colon are what it introduces")
  func followed() throws {
    #expect(
      try Reviewed(Reviewed.article("申请人应当具备下列条件：\n（一）年满十八周岁。")).lines == [])
    let notice = """
      云溪市教育局关于报送材料的通知
      各学校：
      现就有关事项通知如下：
      一、报送内容
      请报送年度总结。
      云溪市教育局
      2024年1月5日
      """
    #expect(try Reviewed(notice).lines == [])
  }

  @Test("a blank of a form or a signature lists nothing", arguments: ["联系电话：", "负责人（签字）："])
  func blank(words: String) throws {
    #expect(try Reviewed(Reviewed.article("应当填写登记表。\n\(words)")).lines == [])
  }
}
