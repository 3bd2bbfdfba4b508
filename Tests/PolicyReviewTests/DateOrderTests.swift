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

  @Test(
    "a period that ends before it begins is marked",
    arguments: [
      ("项目实施期为2023年6月至2022年12月。", "date.order 2023年6月至2022年12月"),
      ("报名时间为9月30日至9月10日。", "date.order 9月30日至9月10日"),
      ("防汛期为11月至3月。", ""),
      ("项目实施期为2023年6月至2023年12月。", ""),
    ])
  func period(words: String, line: String) throws {
    #expect(try Reviewed(words).lines == (line.isEmpty ? [] : [line]))
  }

  @Test("a text that is valid up to a day before it takes effect")
  func validity() throws {
    let text = Reviewed.article("学校应当公开食谱。").replacing(
      "自2024年1月1日起施行。", with: "自2024年1月1日起施行，有效期至2023年12月31日。")
    #expect(try Reviewed(text).lines == ["date.order 2023年12月31日"])
    #expect(try Reviewed(text.replacing("至2023年", with: "至2028年")).lines == [])
  }
}
