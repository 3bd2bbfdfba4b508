import Testing

/// Dates of a document against each other.
@Suite struct DateOrderTests {
  @Test("a text that is promulgated before it was adopted is marked")
  func promulgated() throws {
    let text = """
      云溪市校园餐管理条例
      （2024年5月10日云溪市第三届人民代表大会常务委员会第五次会议通过　2024年4月10日云溪市人民代表大会常务委员会公告第3号公布　自2024年6月1日起施行）
      第一条　为了规范校园餐管理，制定本条例。
      第二条　学校应当公开食谱。
      """
    #expect(try Reviewed(text).messages == ["公布日期2024-04-10早于通过日期2024-05-10。请核对。"])
    let right = text.replacing("2024年4月10日", with: "2024年5月20日")
    #expect(try Reviewed(right).lines == [])
  }
}
