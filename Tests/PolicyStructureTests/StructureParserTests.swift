import PolicyLexicons
import PolicyStructure
import PolicyTestSupport
import PolicyText
import Testing

/// Text in, ids out: what the tree of a document is.
@Suite struct StructureParserTests {
  private let parser: StructureParser

  init() throws {
    parser = StructureParser(lexicons: try Lexicons.embedded())
  }

  /// The ids of all nodes but title blocks, document after document.
  private func ids(_ text: String) -> [String] {
    parser.parse(SourceText(text)).documents.flatMap { NodeIdentity($0).ids }
      .filter { $0 != "preface" }
  }

  private static let articles = """
    云溪市校园餐管理办法
    第一条　为了规范校园餐管理，制定本办法。
    第二条　学校应当遵守下列规定：
    （一）公开食谱；
    （二）留存样品。
    第三条　本办法自2024年1月1日起施行。
    """
  private static let articleIDs = ["art_1", "art_2", "art_2__item_1", "art_2__item_2", "art_3"]

  @Test("articles and their items are units", arguments: Layout.all)
  func articles(layout: Layout) {
    #expect(ids(layout.applied(to: Self.articles)) == Self.articleIDs)
  }

  @Test("第二条之一 is a unit, a reference to it at the start of a line is none")
  func insertedArticle() {
    let text = """
      云溪市校园餐管理办法
      第一条　为了规范校园餐管理，制定本办法。
      第二条　学校应当公开食谱。
      第二条之一　学校违反本办法
      第二条规定的，由市教育局责令改正。
      第三条　本办法自2024年1月1日起施行。
      """
    #expect(ids(text) == ["art_1", "art_2", "art_2-1", "art_3"])
  }

  @Test("several natural paragraphs of an article are its paragraphs")
  func paragraphs() {
    let text = """
      云溪市校园餐管理办法
      第一条　为了规范校园餐管理，制定本办法。
      第二条　学校应当公开食谱。
      学校应当留存样品。
      第三条　本办法自2024年1月1日起施行。
      """
    #expect(ids(text) == ["art_1", "art_2", "art_2__para_1", "art_2__para_2", "art_3"])
  }

  @Test("numbers of a plan are headings, and those within a sentence are none")
  func headings() {
    let text = """
      云溪市校园餐提升工作方案
      一、总体要求
      一是公开食谱，二是留存样品。
      二、主要任务
      （一）完善制度。第一，公开食谱；第二，留存样品。
      （二）加强检查。每学期检查两次。
      """
    let found = ids(text).filter { !$0.contains("para") }
    #expect(found == ["head_1", "head_2", "head_2__head_1", "head_2__head_2"])
  }

  @Test("the lines of a table of contents are no chapters")
  func contents() {
    let text = """
      云溪市校园餐条例
      目　录
      第一章　总　则
      第二章　附　则
      第一章　总　则
      第一条　为了规范校园餐管理，制定本条例。
      第二章　附　则
      第二条　本条例自2024年1月1日起施行。
      """
    #expect(ids(text) == ["toc", "chp_1", "art_1", "chp_2", "art_2"])
  }

  @Test("a title that is printed over and under the notes on adoption begins one document")
  func titleTwice() {
    let text = """
      # 云溪市校园餐条例

      2012年5月21日 云溪市第十届人民代表大会常务委员会第三次会议通过

      2020年6月2日 云溪市第十一届人民代表大会常务委员会第五次会议《关于修改〈云溪市校园餐条例〉、〈云溪市校车条例〉、〈云溪市学生志愿服务条例〉、〈云溪市学校安全条例〉、〈云溪市学前教育条例〉的决定》第一次修正

      云溪市 校园餐条例

      第一条　为了规范校园餐管理，制定本条例。
      第二条　本条例自2013年1月1日起施行。
      """
    let documents = parser.parse(SourceText(text)).documents
    #expect(documents.map(\.metadata.title) == ["云溪市校园餐条例"])
    #expect(
      documents.first?.metadata.dates.map(\.date) == ["2012-05-21", "2020-06-02", "2013-01-01"])
    #expect(ids(text) == ["art_1", "art_2"])
  }

  @Test("a missing article is kept as it stands and told")
  func gap() {
    let text = Self.articles.replacing("第三条", with: "第四条")
    #expect(ids(text) == Self.articleIDs.dropLast() + ["art_4"])
    #expect(!parser.parse(SourceText(text)).documents[0].findings.isEmpty)
    #expect(parser.parse(SourceText(Self.articles)).documents[0].findings.isEmpty)
  }

  @Test("a notice and the plan that it issues are two documents")
  func issued() {
    let text = """
      云溪市教育局关于印发《云溪市校园餐提升工作方案》的通知
      各学校：
      现将《云溪市校园餐提升工作方案》印发给你们，请认真执行。
      云溪市教育局
      2024年3月1日
      云溪市校园餐提升工作方案
      一、总体要求
      公开食谱，留存样品。
      二、主要任务
      每学期检查两次。
      """
    let parsed = parser.parse(SourceText(text))
    #expect(parsed.documents.count == 2)
    #expect(parsed.documents.last.map { NodeIdentity($0).ids.contains("head_2") } == true)
  }

  @Test("random statutes have the articles that they were made of", arguments: UInt64(1)...20)
  func randomStatutes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let policy = RandomPolicy.statute(using: &random)
    let expected = policy.units.filter { $0.level == .article }.flatMap(\.values)
    let nodes = parser.parse(SourceText(policy.text)).documents.flatMap(\.nodes)
    #expect(nodes.filter { $0.level == .article }.flatMap { $0.number?.values ?? [] } == expected)
  }

  @Test("items that begin with a number keep their own")
  func itemsBeforeNumbers() {
    let text = """
      云溪市高龄津贴发放办法
      第一条　津贴按照下列标准发放：
      1.80周岁以上的老年人每月五十元；
      2.90周岁以上的老年人每月一百元；
      3.100周岁以上的老年人每月三百元。
      第二条　2.5万元以上的支出应当公示。
      第三条　本办法自2024年1月1日起施行。
      """
    let document = parser.parse(SourceText(text)).documents[0]
    #expect(
      Array(NodeIdentity(document).ids) == [
        "preface", "art_1", "art_1__subitem_1", "art_1__subitem_2", "art_1__subitem_3", "art_2",
        "art_3",
      ])
    #expect(document.findings.isEmpty)
  }

  @Test("a number in another style than the one before it is a finding of style, no gap")
  func mixedStyles() {
    let text = """
      云溪市校园餐管理办法
      第一条　学校应当遵守下列规定：
      （一）公开食谱；
      2.留存样品；
      第二条　本办法自2024年1月1日起施行。
      """
    let findings = parser.parse(SourceText(text)).documents[0].findings
    #expect(findings.map(\.code) == [.numberingStyle])
    #expect(findings.first?.message == "序号“2.”与前一个“（一）”写法不同。请统一。")
  }
  @Test(
    "what is missing before a number is named as it would be written",
    arguments: [
      ("一、甲方面工作。\n二、乙方面工作。\n四、丙方面工作。", "“四、”之前缺少“三、”。请核对原文是否漏排。"),
      ("一、甲方面工作。\n二、乙方面工作。\n五、丙方面工作。", "“五、”之前缺少“三、”“四、”。请核对原文是否漏排。"),
    ])
  func gap(words: String, message: String) {
    let text = "云溪市教育局关于做好有关工作的通知\n各学校：\n现通知如下：\n\(words)\n云溪市教育局\n2024年1月5日"
    #expect(parser.parse(SourceText(text)).documents[0].findings.map(\.message) == [message])
  }

  @Test(
    "numbers that run on through a document, or begin anew behind a division, are in order",
    arguments: [
      "一、甲\n（一）建立机制。各学校要建立机制。\n（二）明确责任。各学校要明确责任。\n二、乙\n（三）加强督导。各学校要加强督导。",
      "第一部分　目标\n一、甲方面工作。\n二、乙方面工作。\n第二部分　任务\n一、丙方面工作。\n二、丁方面工作。",
    ])
  func inOrder(words: String) {
    let text = "云溪市教育局关于做好有关工作的通知\n各学校：\n现通知如下：\n\(words)\n云溪市教育局\n2024年1月5日"
    #expect(parser.parse(SourceText(text)).documents[0].findings.map(\.message) == [])
  }
}
