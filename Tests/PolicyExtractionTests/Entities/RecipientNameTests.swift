import PolicyExtraction
import PolicyLexicons
import PolicyStructure
import PolicyTestSupport
import PolicyText
import Testing

/// Subjects known by where they stand: recipients, places, those addressed.
@Suite struct RecipientNameTests {
  private let lexicons: Lexicons
  private let matcher: TermMatcher
  private let extractor: EntityExtractor

  init() throws {
    lexicons = try Lexicons.embedded()
    matcher = TermMatcher(lexicons)
    extractor = try EntityExtractor(lexicons: lexicons)
  }

  private func mentions(
    _ text: String, issuers: [String] = [], recipients: [String] = []
  ) -> [String] {
    let plain = PlainDocument(text)
    var document = plain.document
    document.metadata.issuers = issuers
    document.metadata.recipients = recipients
    let context = ExtractionContext(
      reading: plain.reading, document: document, lexicons: lexicons, matcher: matcher)
    return extractor.extract(in: context).flatMap(\.mentions)
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
      .map { plain.reading.words(of: $0.range) }
  }

  @Test("each member of the list of recipients is a subject as a whole")
  func recipients() {
    let members = ["各县人民政府", "澄湖新区管委会", "各民营医院", "县安委会成员单位", "市直各医疗卫生单位"]
    #expect(
      mentions("各县人民政府，澄湖新区管委会，各民营医院，县安委会成员单位，市直各医疗卫生单位：", recipients: members)
        == members)
  }

  @Test("places of a rank stand for their governments where they act")
  func places() {
    #expect(mentions("各地要健全安全管理部门协调机制。") == ["各地"])
    #expect(mentions("发生险情后，事发地乡镇（街道）应当先行处置。") == ["事发地乡镇（街道）"])
    #expect(mentions("统计各地数据。").isEmpty)
  }

  @Test("会同 after a comma is the verb, though a county has its name")
  func together() {
    #expect(
      mentions("组织救援，会同县财政局做好救助。", issuers: ["苔溪县人民政府"]) == ["县财政局"])
  }

  @Test("what somebody is said to be, and what only modifies a noun, is no subject of its own")
  func descriptions() {
    #expect(mentions("市水利局是节约用水工作的主管部门。") == ["市水利局"])
    #expect(mentions("项目单位不得新增地方政府债务。") == ["项目单位"])
    #expect(mentions("报主管部门备案。") == ["主管部门"])
  }

  @Test("a college is a unit of the university that speaks")
  func colleges() {
    #expect(
      mentions("竞赛由机电工程学院承办，设组织委员会。", issuers: ["霜林大学"]) == ["机电工程学院", "组织委员会"])
    #expect(mentions("依托江岭师范大学开展培训。") == ["江岭师范大学"])
  }
}
