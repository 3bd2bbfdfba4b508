import PolicyLexicons
import PolicyStructure
import PolicyTestSupport
import PolicyText
import Testing

/// The parts of a document around its numbered units, and what belongs to none.
@Suite struct DocumentPartTests {
  private let parser: StructureParser

  init() throws {
    parser = StructureParser(lexicons: try Lexicons.embedded())
  }

  /// Each node as `level: words`, the words cut at twelve.
  private func nodes(_ text: String) -> [String] {
    let parsed = parser.parse(SourceText(text))
    return parsed.documents.flatMap { document in
      document.nodes.map { node in
        let words = parsed.reading.compactWords(of: node.range).prefix(12)
        return "\(node.level.rawValue): \(words)"
      }
    }
  }

  private static let notice = """
    云溪市人民政府办公厅文件
    云政办发〔2024〕17号
    云溪市人民政府办公厅关于加强校园餐管理的通知
    各区人民政府：
    为加强校园餐管理，现就有关事项通知如下：
    一、公开食谱
    学校应当每周公开食谱。
    附件：1.重点任务清单
    2.评价指标
    云溪市人民政府办公厅
    2024年3月8日
    （此件公开发布）
    附件1
    重点任务清单
    一、市教育局：制定管理办法。
    附件2
    评价指标
    食谱公开率达到100%。
    抄送：市委办公厅，市人大常委会办公厅。
    云溪市人民政府办公厅　2024年3月9日印发
    """

  @Test(
    "title block, recipients, list of annexes, signature, note, annexes and colophon have their levels"
  )
  func parts() {
    #expect(
      nodes(Self.notice) == [
        "preface: 云溪市人民政府办公厅文件", "preamble: 各区人民政府：为加强校园",
        "paragraph: 各区人民政府：", "paragraph: 为加强校园餐管理，现就有",
        "heading: 一、公开食谱学校应当每周", "paragraph: 学校应当每周公开食谱。", "note: 附件：1.重点任务清单2",
        "signature: 云溪市人民政府办公厅20", "note: （此件公开发布）",
        "attachment: 附件1重点任务清单一、市", "heading: 一、市教育局：制定管理办",
        "attachment: 附件2评价指标食谱公开率", "paragraph: 食谱公开率达到100%。", "colophon: 抄送：市委办公厅，市人大",
      ])
  }

  @Test("annexes that are listed without a colon")
  func listWithoutColon() {
    let text = """
      云溪市教育局关于加强校园餐管理的通知
      各学校：
      现就有关事项通知如下：
      一、公开食谱
      学校应当每周公开食谱。
      附件1.重点任务清单
      2.评价指标
      云溪市教育局
      2024年3月8日
      """
    #expect(nodes(text).suffix(2) == ["note: 附件1.重点任务清单2.", "signature: 云溪市教育局2024年3"])
  }

  @Test("the parts are the same in every layout", arguments: Layout.all)
  func layouts(layout: Layout) {
    let levels = { (text: String) in
      parser.parse(SourceText(text)).documents.flatMap(\.nodes).map(\.level)
        .filter { $0 != .paragraph }
    }
    #expect(levels(layout.applied(to: Self.notice)) == levels(Self.notice))
  }

  @Test("words that close a list belong to the paragraph that opened it; a new rule is a paragraph")
  func tails() {
    let open = """
      云溪市校园餐管理办法
      第一条　学校有下列情形之一，情节严重的：
      （一）使用过期食品；
      （二）隐瞒事故，
      由市教育局予以通报。
      第二条　学校应当公开食谱：
      （一）早餐；
      （二）午餐。
      家长可以查询食谱。
      """
    let parsed = parser.parse(SourceText(open))
    let document = parsed.documents[0]
    let ids = NodeIdentity(document).ids
    let tails = zip(ids, document.nodes).compactMap { id, node in
      node.tail.map { "\(id): \(parsed.reading.compactWords(of: $0))" }
    }
    #expect(tails == ["art_1: 由市教育局予以通报。"])
    #expect(ids.contains("art_2__para_2"))
  }

  @Test("articles that an amending decision quotes are its words, no units of its own")
  func quoted() {
    let text = """
      云溪市人民政府关于修改《云溪市校园餐管理办法》的决定
      一、第八条修改为：“第八条　学校应当公开食谱。
      “学校应当留存样品。”
      二、删去第九条。
      """
    let document = parser.parse(SourceText(text)).documents[0]
    let numbered = zip(NodeIdentity(document).ids, document.nodes).filter { $1.number != nil }
    #expect(numbered.map(\.0) == ["head_1", "head_2"])
  }

  @Test("menus and counters of a portal are residue, each with its reason, and nothing is lost")
  func residue() {
    let text = """
      首页 > 政务公开 > 政策文件
      索引号：YX-2024-0031
      浏览次数：312
      云溪市校园餐管理办法
      第一条　学校应当公开食谱。
      — 1 —
      第二条　学校应当留存样品。
      版权所有：云溪市人民政府
      """
    let parsed = parser.parse(SourceText(text))
    let source = parsed.reading.source
    let residue = parsed.residue.map { "\($0.reason.rawValue): \(source[$0.span].prefix(5))" }
    #expect(residue.contains("navigation: 首页 > "))
    #expect(residue.contains("pageFurniture: — 1 —"))
    #expect(residue.contains { $0.hasSuffix("索引号：Y") })
    #expect(residue.contains { $0.hasSuffix("版权所有：") })
    #expect(parsed.documents.count == 1)
  }
}
