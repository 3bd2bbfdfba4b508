import Testing

/// Days that do not exist, and days of the week that do not fit.
@Suite struct CalendarDatesTests {
  @Test(
    "a day that no calendar has is an error",
    arguments: ["2023年6月31日", "2023年2月29日", "2月30日"])
  func impossible(date: String) throws {
    #expect(try Reviewed("请于\(date)前报送材料。").lines == ["date.impossible \(date)"])
  }

  @Test("the day on which a text takes effect must exist as well")
  func effective() throws {
    let text = "云溪市校园餐管理办法\n第一条　为了规范校园餐管理，制定本办法。\n第二条　本办法自2024年6月31日起施行。"
    #expect(try Reviewed(text).lines == ["date.impossible 2024年6月31日"])
  }

  @Test("the day of the week must fit")
  func weekday() throws {
    let reviewed = try Reviewed("会议定于2021年6月30日（星期五）召开。")
    #expect(reviewed.lines == ["date.weekday 2021年6月30日（星期五）"])
    #expect(reviewed.messages == ["“2021年6月30日”是星期三，不是星期五。请核对日期。"])
  }

  @Test(
    "days that exist are right",
    arguments: ["2024年2月29日", "2021年6月30日（星期三）", "2021年6月30日（周三）", "2月29日"])
  func right(date: String) throws {
    #expect(try Reviewed("请于\(date)前报送材料。").lines == [])
  }
}
