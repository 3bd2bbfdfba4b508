import Testing

/// A full name after its short form was defined.
@Suite struct AliasUseTests {
  @Test("the full name after its short form is marked")
  func again() throws {
    let reviewed = try Reviewed("由市校园餐工作领导小组（以下简称领导小组）负责。学校向市校园餐工作领导小组报告。领导小组每年检查一次。")
    #expect(reviewed.lines == ["term.inconsistent 市校园餐工作领导小组"])
    #expect(reviewed.messages == ["“市校园餐工作领导小组”前面已简称“领导小组”，这里又用全称。请统一用法。"])
  }

  @Test("a title, and a longer name that holds the full name, are other names")
  func others() throws {
    let words = "由市校园餐工作领导小组（以下简称领导小组）负责。领导小组依照《市校园餐工作领导小组规则》工作。"
    #expect(try Reviewed(words).lines == [])
    let longer = "由校园餐工作领导小组（以下简称领导小组）负责。领导小组和海棠校园餐工作领导小组联合检查。"
    #expect(try Reviewed(longer).lines == [])
  }

  @Test("a name that the definition cuts at 和 is marked whole")
  func whole() throws {
    let words = "申领食堂用品和设备采购许可证（以下简称采购许可证）的，应当申请。伪造食堂用品和设备采购许可证的，收缴采购许可证。"
    #expect(try Reviewed(words).lines == ["term.inconsistent 食堂用品和设备采购许可证"])
  }

  @Test("the title of an annex in the list of annexes stands in full")
  func annexes() throws {
    let text = """
      云溪市教育局关于校园餐管理平台的通知
      各学校：
      市教育局建设校园餐智慧管理平台（以下简称管理平台）。各学校应当使用管理平台。
      附件：1.校园餐智慧管理平台使用说明
      云溪市教育局
      2024年1月5日
      """
    #expect(try Reviewed(text).lines == [])
  }
}
