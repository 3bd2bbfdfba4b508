import Testing

@testable import PolicyIndex

@Suite("whether a text is in force")
struct ValidityTests {
  private let old = """
    云溪市校车管理规定
    （2010年3月1日云溪市人民政府令第5号公布）
    第一条　学校应当配备照管人员。
    第二条　本规定自2010年5月1日起施行。

    """

  private func states(_ texts: [String], on day: String) throws -> [Validity.State] {
    let test = try TestLibrary()
    for text in texts { try test.add(text) }
    let day = try #require(CalendarDay(day))
    return try test.library.documents(on: day).sorted { $0.id < $1.id }.map(\.validity.state)
  }

  @Test("a text that is to take effect later is not yet in force")
  func notYet() throws {
    #expect(try states([old], on: "2010-04-30") == [.notYet])
    #expect(try states([old], on: "2010-05-01") == [.inForce])
  }

  @Test("what another text repeals is no longer in force from the day of that text")
  func repealed() throws {
    let new = """
      云溪市校车安全条例
      （2015年3月1日云溪市人民代表大会常务委员会第三次会议通过）
      第一条　学校应当配备照管人员。
      第二条　本条例自2015年6月1日起施行。《云溪市校车管理规定》同时废止。

      """
    #expect(try states([old, new], on: "2015-05-31").first == .inForce)
    #expect(try states([old, new], on: "2015-06-01").first == .repealed)
  }

  @Test("a text that only speaks of another one repeals nothing")
  func nearMiss() throws {
    let other = """
      云溪市校车安全条例
      （2015年3月1日云溪市人民代表大会常务委员会第三次会议通过）
      第一条　学校应当按照《云溪市校车管理规定》配备照管人员；车辆达到报废年限的，应当废止使用。
      第二条　本条例自2015年6月1日起施行。

      """
    #expect(try states([old, other], on: "2016-01-01").first == .inForce)
  }

  @Test("a decision on amendment amends, where the library has no later text")
  func amended() throws {
    let decision = """
      云溪市人民政府关于修改《云溪市校车管理规定》的决定
      （2014年3月1日云溪市人民政府令第8号公布）
      一、将第一条修改为：“学校应当配备两名照管人员。”
      本决定自2014年4月1日起施行。

      """
    #expect(try states([old, decision], on: "2015-01-01").first == .amended)
    #expect(try states([old, decision], on: "2014-01-01").first == .inForce)
    // What applies on that day is still the old text; it is shown with its state, not left out.
    let test = try TestLibrary()
    try test.add(old, decision)
    var filter = DocumentFilter()
    filter.asOf = CalendarDay("2015-01-01")
    let found = try test.library.documents(matching: filter, on: CalendarDay(number: 20_150_101))
    #expect(found.contains { $0.id == 1 && $0.validity.state == .amended })
  }

  @Test("a law that was adopted anew is a version of the day of its last adoption")
  func adoptedAnew() throws {
    let first = """
      云溪市河湖条例
      （2004年5月27日云溪市第十届人民代表大会常务委员会第十二次会议通过）
      第一条　河湖应当定期清淤。
      第二条　本条例自2004年10月1日起施行。

      """
    let second = """
      云溪市河湖条例

      2004年5月27日 云溪市第十届人民代表大会常务委员会第十二次会议通过

      2022年11月25日 云溪市第十五届人民代表大会常务委员会第四十五次会议通过

      云溪市河湖条例

      第一条　河湖应当每年清淤。
      第二条　本条例自2004年10月1日起施行。

      """
    #expect(try states([first, second], on: "2022-11-24") == [.inForce, .notYet])
    #expect(try states([first, second], on: "2022-11-25") == [.amended, .inForce])
  }

  @Test("a term of validity ends by itself; that of a licence says nothing of the text")
  func term() throws {
    let text = """
      云溪市校车补贴办法
      （2010年3月1日云溪市人民政府令第5号公布）
      第一条　许可证有效期三年。
      第二条　本办法自2010年5月1日起施行，有效期五年。

      """
    #expect(try states([text], on: "2014-05-01") == [.inForce])
    #expect(try states([text], on: "2015-05-01") == [.repealed])
    let licence = text.replacing("，有效期五年", with: "")
    #expect(try states([licence], on: "2015-05-01") == [.inForce])
  }

  @Test("a text without a day is unknown, not in force")
  func unknown() throws {
    let text = "云溪市校车补贴办法\n第一条　学校应当配备照管人员。\n第二条　许可证有效期三年。\n"
    #expect(try states([text], on: "2024-01-01") == [.unknown])
  }

  @Test("interpretations of one name and their own numbers are works of their own")
  func series() throws {
    func text(_ number: String, _ year: Int) -> String {
      """
      云溪市人民政府关于适用《云溪市校车管理规定》若干问题的规定（\(number)）
      （\(year)年3月1日云溪市人民政府令第\(year)号公布）
      第一条　学校应当配备照管人员。
      第二条　本规定自\(year)年5月1日起施行。

      """
    }
    #expect(
      try states([text("一", 2010), text("二", 2015)], on: "2020-01-01") == [.inForce, .inForce])
  }

  @Test(
    "the same articles under another head are the same version; other articles of one day are a doubt"
  )
  func sameDay() throws {
    let test = try TestLibrary()
    let page = old.replacing("（2010年3月1日云溪市人民政府令第5号公布）", with: "云溪市人民政府办公室整理")
    let other = old.replacing("照管人员", with: "两名照管人员").replacing("3月1日", with: "3月2日")
      .replacing("令第5号", with: "令第6号")
    try test.add(old, page, other)
    let documents = try test.documents()
    #expect(documents.map(\.copyOf) == [nil, 1, nil])
    #expect(documents[0].work == documents[2].work)
    #expect(documents[0].validity.rival == 3)
    #expect(documents[0].validity.ground.hasSuffix("另有同日起施行的文本 #3，文字不同，分不清先后，请核对"))
  }

  @Test("a draft replaces nothing")
  func draft() throws {
    let draft = old.replacing("云溪市校车管理规定\n", with: "云溪市校车管理规定（征求意见稿）\n")
      .replacing("2010", with: "2015")
    #expect(try states([old, draft], on: "2020-01-01").first == .inForce)
  }

  @Test("issuers in a title are joined by 、 or by a line break")
  func joinedIssuers() {
    #expect(
      DocumentKey.title("云溪市法院、云溪市检察院关于实施《中华人民共和国水法》的意见")
        == DocumentKey.title("云溪市法院 云溪市检察院关于实施《水法》的意见"))
    #expect(DocumentKey.title("甲办法（试行）") == DocumentKey.title("甲办法"))
    #expect(DocumentKey.title("甲办法（2020修正）") == DocumentKey.title("甲办法"))
    #expect(DocumentKey.title("甲解释（二）") != DocumentKey.title("甲解释"))
    #expect(DocumentKey.number("中华人民共和国国务院令第737号") == DocumentKey.number("国务院令第737号"))
  }

  @Test("what an undated text repeals is neither in force nor repealed for certain")
  func undatedRepeal() throws {
    let new = """
      云溪市校车安全条例
      第一条　学校应当配备照管人员。
      第二条　《云溪市校车管理规定》同时废止。

      """
    let test = try TestLibrary()
    try test.add(old, new)
    let validity = try #require(try test.documents().first?.validity)
    #expect(validity.state == .unknown)
    #expect(validity.ground.contains("《云溪市校车安全条例》规定废止"))
  }

  @Test("of what is repealed in part, that is said")
  func partly() throws {
    let new = """
      云溪市校车安全条例
      （2015年3月1日云溪市人民代表大会常务委员会第三次会议通过）
      第一条　学校应当配备照管人员。
      第二条　本条例自2015年6月1日起施行。《云溪市校车管理规定》第一条同时废止。

      """
    let test = try TestLibrary()
    try test.add(old, new)
    let validity = try #require(try test.documents().first?.validity)
    #expect(validity.state == .inForce)
    #expect(validity.ground == "2010-05-01起施行；部分条款被《云溪市校车安全条例》废止（2015-06-01起），请核对")
  }

  @Test("days that no calendar has are refused; a year ends with its last day")
  func days() {
    #expect(CalendarDay("2021-02-29") == nil)
    #expect(CalendarDay("2024-02-29") != nil)
    #expect(CalendarDay("2021-06-31") == nil)
    #expect(CalendarDay("2021年6月3日") == CalendarDay("2021-06-03"))
    #expect(CalendarDay("2021.6.3") == CalendarDay("2021-06-03"))
    #expect(CalendarDay("2021")?.end == CalendarDay("2021-12-31"))
    #expect(CalendarDay("x021") == nil)
  }
}
