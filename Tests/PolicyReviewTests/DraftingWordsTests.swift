import Testing

/// Words that the drafting rules for legislation replace.
@Suite struct DraftingWordsTests {
  @Test(
    "a word that the rules replace is marked in a text in articles",
    arguments: [
      ("学校应公开食谱。", "drafting.word 应"),
      ("学校严禁采购过期食品。", "drafting.word 严禁"),
      ("学校不准收取押金。", "drafting.word 不准"),
      ("学校不得收取押金，但国家另有规定的除外。", "drafting.word 但"),
      ("学校应当设立专用帐户。", "drafting.word 帐户"),
      ("市教育局应当自受理之日起五日内做出决定。", "drafting.word 做出决定"),
    ])
  func replaced(words: String, finding: String) throws {
    #expect(try Reviewed(Reviewed.article(words)).lines == [finding])
  }

  @Test(
    "the preferred words, parts of other words and quoted words are left alone",
    arguments: [
      "学校应当公开食谱。", "学校应当制定应急预案。", "学校不得收取押金，但是国家另有规定的除外。",
      "学校应当遵守《专用帐户管理办法》。", "人民法院应予受理。", "记录不准确的，应当更正。", "学生未到校但已请假的，视为出勤。",
    ])
  func kept(words: String) throws {
    #expect(try Reviewed(Reviewed.article(words)).lines == [])
  }

  @Test("a notice is not held to the rules for legislation")
  func notice() throws {
    #expect(try Reviewed("各学校应公开食谱，严禁采购过期食品。").lines == [])
  }

  @Test("a word that a text uses all along is told of once, with its places")
  func usage() throws {
    let words = "学校应公开食谱。学校应留样。学校应登记。学校应报告。"
    #expect(
      try Reviewed(Reviewed.article(words)).messages == ["立法技术规范用“应当”，不用“应”：全文共4处（第二条）。"])
  }
}
