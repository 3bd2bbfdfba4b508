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
}
