import PolicyStructure
import PolicyTestSupport
import Testing

/// Ids and citations of nodes.
@Suite struct NodeIdentityTests {
  private func ids(_ sketch: String) -> [String] {
    Array(NodeIdentity(SketchedDocument(sketch).document).ids)
  }

  private func citations(_ sketch: String) -> [String?] {
    let sketched = SketchedDocument(sketch)
    let identity = NodeIdentity(sketched.document)
    return Array(NodeCitations(sketched.document, in: sketched.reading, identity: identity))
  }

  private let statute = """
    preface 云溪市河道条例
    part 第一编
      chapter 第二章 |总则
        section 第一节
          article 第五条
            paragraph 甲。
            paragraph 乙：
              item （三） 丙
                subitem 1. 丁
          article 第六条 戊：
            item （七） 己
          article 第十七条之一 庚
    """

  @Test("within an article an id starts at the article, elsewhere it is built from the ancestors")
  func statuteIds() {
    #expect(
      ids(statute) == [
        "preface", "part_1", "part_1__chp_2", "part_1__chp_2__sec_1", "art_5", "art_5__para_1",
        "art_5__para_2", "art_5__para_2__item_3", "art_5__para_2__item_3__subitem_1", "art_6",
        "art_6__item_7", "art_17-1",
      ])
  }

  @Test("a unit of a statute is cited from its article on")
  func statuteCitations() {
    #expect(
      citations(statute) == [
        nil, "第一编", "第一编第二章", "第一编第二章第一节", "第五条", "第五条第一款", "第五条第二款",
        "第五条第二款第（三）项", "第五条第二款第（三）项第1目", "第六条", "第六条第（七）项", "第十七条之一",
      ])
  }

  private let notice = """
    preamble 现通知如下：
    heading1 二、 |任务
      paragraph 甲。
      paragraph 乙。
      heading2 （一） |分工
        heading3 4. 丙
          table 丁
          table 戊
    signature 云溪市人民政府
    signature 2020年1月1日
    attachment 附件1 |表
      heading1 三、 己
    attachment - |图
    """

  @Test("headings, annexes and tables have ids from their ancestors, and repeats are counted")
  func noticeIds() {
    #expect(
      ids(notice) == [
        "preamble", "head_2", "head_2__para_1", "head_2__para_2", "head_2__head_1",
        "head_2__head_1__head_4", "head_2__head_1__head_4__table_1",
        "head_2__head_1__head_4__table_2", "signature", "signature_2", "att_1", "att_1__head_3",
        "att_1_2",
      ])
  }

  @Test("headings are cited by all their numbers")
  func noticeCitations() {
    #expect(
      citations(notice) == [
        nil, "二、", "二、第一段", "二、第二段", "二、（一）", "二、（一）4.", nil, nil, nil, nil, "附件1",
        "附件1三、", "附件",
      ])
  }

  @Test("decimal headings add what their parents have not, and are cited by themselves")
  func decimals() {
    let sketch = """
      heading1 1 |总则
        heading2 1.2 |依据
          heading3 1.2.1 甲
      """
    #expect(ids(sketch) == ["head_1", "head_1__head_2", "head_1__head_2__head_1"])
    #expect(citations(sketch).last == "1.2.1")
  }

  @Test("articles of an annex start at the annex only where the main text has articles too")
  func annexArticles() {
    #expect(
      ids("article 第一条 甲\nattachment 附件1\n  article 第一条 乙\n    item （一） 丙")
        == ["art_1", "att_1", "att_1__art_1", "att_1__art_1__item_1"])
    #expect(ids("paragraph 甲\nattachment 附件\n  article 第一条 乙") == ["para_1", "att_1", "art_1"])
  }

  @Test("a repeated number gets a suffix, so that every id is one node's")
  func repeats() {
    #expect(ids("article 第五条 甲\narticle 第五条 乙\narticle 第五条 丙") == ["art_5", "art_5_2", "art_5_3"])
  }

  @Test("numbers in Arabic digits are cited in Arabic digits")
  func arabicArticles() {
    #expect(citations("article 第12条 甲：\n  item （1） 乙") == ["第12条", "第12条第（1）项"])
  }

  @Test(
    "ids of a document of a hundred thousand paragraphs take linear time", .timeLimit(.minutes(1)))
  func manyParagraphs() {
    let nodes = (0..<100_000).map {
      Node(level: .paragraph, range: $0..<$0 + 1, text: $0..<$0 + 1, subtreeEnd: $0 + 1)
    }
    let identity = NodeIdentity(PolicyDocument(range: 0..<100_000, nodes: nodes))
    #expect(identity.ids.last == "para_100000")
    #expect(identity.ordinal(of: 99_999) == 100_000)
  }
}
