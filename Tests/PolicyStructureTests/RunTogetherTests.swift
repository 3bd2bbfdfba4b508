import PolicyLexicons
import PolicyStructure
import PolicyText
import Testing

/// Texts that a converter ran together on one line.
@Suite struct RunTogetherTests {
  private let parser: StructureParser

  init() throws {
    parser = StructureParser(lexicons: try Lexicons.embedded())
  }

  private func ids(_ text: String) -> [[String]] { parser.numberedUnits(of: text) }

  @Test("a notice, its signature and the rule that it issues are two documents")
  func noticeAndRule() {
    let text = """
      云溪市教育局关于印发《云溪市校园餐管理办法》的通知
      各区教育局，市直各学校：
      《云溪市校园餐管理办法》已经局务会议审议通过，现印发给你们，请结合实际认真贯彻执行，执行中的问题请及时报告。
      云溪市教育局
      2024年3月8日
      云溪市校园餐管理办法
      第一章　总则
      第一条　为了规范校园餐管理，根据有关法律法规，结合本市实际，制定本办法。
      第二条　学校应当公开食谱，留存样品，接受学生家长和社会各界的监督。
      第二章　附则
      第三条　本办法自2024年5月1日起施行。
      """
    let expected = [[], ["chp_1", "art_1", "art_2", "chp_2", "art_3"]]
    #expect(ids(text) == expected)
    #expect(ids(text.onOneLine) == expected)
  }

  @Test("annexes behind the text begin with their numbers and titles")
  func annexes() {
    let text = """
      云溪市教育局关于报送校园餐情况的通知
      各区教育局：
      一、报送内容
      请各区教育局认真总结本区校园餐工作情况，于2024年3月底前报送书面材料，材料要客观真实，数据要准确完整。
      二、报送方式
      通过电子邮件报送，重点任务见附件1，评价指标见附件2。
      附件1
      重点任务分工清单
      一、市教育局：制定校园餐管理办法。
      二、市财政局：落实专项经费。
      附件2
      校园餐评价办法
      一、评价对象
      全市中小学校。
      """
    let expected = [
      [
        "head_1", "head_2", "att_1", "att_1__head_1", "att_1__head_2", "att_2", "att_2__head_1",
      ]
    ]
    #expect(ids(text) == expected)
    #expect(ids(text.onOneLine) == expected)
  }

  @Test("decimal headings have the number that comes next; citations and measures are none")
  func decimals() {
    let text = """
      云溪市防汛应急预案
      1 总则
      1.1 编制目的
      为有效防范和处置洪涝灾害，最大限度减少人员伤亡和财产损失，制定本预案。
      1.2 适用范围
      本预案适用于本市行政区域内的洪涝灾害，水位超过3.2米的，按照2.1的规定执行。
      2 应急响应
      2.1 响应分级
      应急响应分为四级，由市防汛抗旱指挥部决定启动。
      2.2 响应终止
      险情解除后，由市防汛抗旱指挥部宣布终止。
      """
    let expected = [
      [
        "head_1", "head_1__head_1", "head_1__head_2", "head_2", "head_2__head_1", "head_2__head_2",
      ]
    ]
    #expect(ids(text) == expected)
    #expect(ids(text.onOneLine) == expected)
  }

  @Test("三、 behind words without a mark is a heading where a list follows its title")
  func headingBehindWords() {
    let text = """
      云溪市养老服务实施方案
      为推进养老服务体系建设，根据有关规定，结合本市实际，制定本方案，请各有关单位认真组织实施，确保取得实效。
      一、工作目标
      （一）完善设施。到2025年，社区养老服务设施基本覆盖。
      二、重点任务
      （二）落实责任。责任单位：市民政局牵头，市财政局配合
      三、保障措施
      （三）加强督查。各区人民政府要定期督查。
      """
    let expected = [
      [
        "head_1", "head_1__head_1", "head_2", "head_2__head_2", "head_3", "head_3__head_3",
      ]
    ]
    #expect(ids(text) == expected)
    #expect(ids(text.onOneLine) == expected)
  }

  @Test("一、二、三年级 is no heading")
  func enumeration() {
    let text = """
      云溪市教育局关于开展体质监测的通知
      各区教育局：
      一、监测对象
      全市小学学生，其中小学一、二、三年级学生由学校组织，四、五、六年级学生由区教育局统一组织，监测结果应当及时反馈家长。
      二、监测时间
      （一）2024年5月。
      """.onOneLine
    #expect(ids(text) == [["head_1", "head_2", "head_2__head_1"]])
  }

  @Test("an order with its number, and who signs it in a post, stand before the rule")
  func order() {
    let text = """
      河道管理部令
      第12号
      《河道采砂管理规定》已经2023年8月15日河道管理部第6次部务会议审议通过，现予公布，自2023年12月1日起施行。
      部　长　　林知远
      2023年9月20日
      河道采砂管理规定
      第一条　为了规范河道采砂，保障防洪安全，制定本规定。
      第二条　采砂单位应当在许可的范围内作业，不得影响堤防安全，不得破坏水生态环境。
      """.onOneLine
    #expect(ids(text) == [["art_1", "art_2"]])
  }

  @Test("the next number of a list may follow parties that no mark ends; another number does not")
  func afterParties() {
    let text = """
      云溪市污水治理工作方案
      一、主要任务
      （一）摸底排查。对管网逐段检查，建立问题台账，做到不漏一处。
      责任单位：市水务局、各区人民政府
      （二）分类整治。对混接的管网限期改造，对破损的管网及时修复。
      牵头单位：市水务局
      二、保障措施
      各区人民政府要落实资金，加强督查。
      """
    let expected = [["head_1", "head_1__head_1", "head_1__head_2", "head_2"]]
    #expect(ids(text) == expected)
    #expect(ids(text.onOneLine) == expected)
    let other = "云溪市方案\n一、任务\n（一）排查。逐段检查，建立台账。责任单位：市水务局（三）科配合，做到不漏一处。"
    #expect(ids(other) == [["head_1", "head_1__head_1"]])
  }

  @Test("an article that names its own document has no title in it")
  func articleNamingItsDocument() {
    let rest = "规定的价值，应当根据销赃数额认定；无销赃数额或者销赃数额难以查证的，应当根据砂石价格和数量认定。"
    #expect(ids("第七条　本解释第一条、第二条" + rest) == [["art_7"]])
    #expect(ids("云溪市办理采砂案件的解释第一条　本解释" + rest + "第二条　略。") == [["art_1", "art_2"]])
  }

  @Test("a wrapped line that ends a sentence before a label goes on with the line before it")
  func sentenceBeforeLabel() {
    let wrapped = "请各区教育局于六月二十日前将工作总结电子版及纸质版各一份报送省教育考\n— 1 —\n试院。联系人：考务处。"
    let parsed = parser.parse(SourceText("云溪市教育局关于报送总结的通知\n各区教育局：\n" + wrapped))
    let nodes = parsed.documents.first?.paragraph(holding: "试院", in: parsed.reading) ?? ""
    #expect(nodes.hasPrefix("请各区教育局"))
  }

  @Test("the annex of a rule without a signature begins behind its last article")
  func annexOfRule() {
    let rule = "云溪市矿泉水管理办法第一条　为了保护矿泉水资源，制定本办法。第二条　矿泉水的类别见附件。第三条　本办法自2024年5月1日起施行。"
    let annex = "附件：矿泉水类别附件矿泉水类别一、偏硅酸矿泉水：偏硅酸含量不低于二十五毫克。二、含锶矿泉水：锶含量不低于零点二毫克。"
    #expect(
      ids(rule + annex) == [["art_1", "art_2", "art_3", "att_1", "att_1__head_1", "att_1__head_2"]])
  }

  @Test("numbers that the end of a line cuts, in a text that was run together before it was broken")
  func cutNumbers() {
    let text = """
      云溪市研学实践管理办法第一条　为了规范研学实践活动，保障学生合法
      权益，制定本办法。第二条　学校应当每学年组织一次研学实践活动。第三
      条　学校应当履行下列职责：（一）制定活动方案和应急预案，并备案；（二
      ）与监护人签订协议。第四条　依照本办法第二条、第三条规定组织研学实践
      活动的学校，由教育行政部门给予补助。第五条　本办法自公布之日起施行。
      """
    #expect(
      ids(text) == [
        ["art_1", "art_2", "art_3", "art_3__item_1", "art_3__item_2", "art_4", "art_5"]
      ])
  }

  @Test("统一， cut by the end of a line is no number")
  func cutWord() {
    let text = """
      　　第一条　为了规范议事活动，根据有关法律，结合本会实际，制定
      本规则。
      　　第二条　理事会坚持会员当家、依法治会、民主管理的有机统
      一，实行民主集中制的原则，依法行使职权，依照本规则的规定议
      事。
      　　第三条　理事应当模范遵守章程，出席会议，遵守会议的纪律，维
      护会议的秩序。
      """
    #expect(ids(text) == [["art_1", "art_2", "art_3"]])
  }

  @Test("an annex that a wrapped sentence names is no annex")
  func namedAnnex() {
    let text = """
      　　第一条　为了规范矿泉水的开采和利用，保护矿泉水资源，制定
      本办法。
      　　第二条　本办法所称矿泉水，是指符合国家标准并且列入本办法
      附件《云溪市矿泉水名录》（以下简称名录）的地下水，名录由市人
      民政府公布。
      　　第三条　在云溪市行政区域内开采、利用矿泉水的单位和个人，应当遵
      守本办法的规定。
      """
    #expect(ids(text) == [["art_1", "art_2", "art_3"]])
  }
}

extension PolicyDocument {
  /// The words of the node in which some words stand first.
  fileprivate func paragraph(holding words: String, in reading: ReadingText) -> String? {
    nodes.compactMap { node -> String? in
      node.text.isEmpty ? nil : String(reading.scalars, in: node.text)
    }.first { $0.contains(words) }
  }
}
