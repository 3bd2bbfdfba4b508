import PolicyLexicons
import PolicyStructure
import PolicyText
import Testing

/// Notices and orders that a converter ran together with what they issue, and headings whose titles hold marks.
@Suite struct IssuedTogetherTests {
  private let parser: StructureParser

  init() throws {
    parser = StructureParser(lexicons: try Lexicons.embedded())
  }

  private func ids(_ text: String) -> [[String]] { parser.numberedUnits(of: text) }

  private func titles(_ text: String) -> [String?] {
    parser.parse(SourceText(text)).documents.map(\.metadata.title)
  }

  private let notice = """
    云溪市人民政府关于印发云溪市职业技能提升方案的通知
    云政发〔2024〕7号
    各区县人民政府，市政府各部门：
    现将《云溪市职业技能提升方案》印发给你们，请结合实际认真贯彻执行。
    云溪市人民政府
    2024年3月8日
    （此件公开发布）

    """

  @Test("a plan whose words begin right behind its title is known by the notice that names it")
  func namedPlan() {
    let text =
      notice + """
        云溪市职业技能提升方案
        职业技能是劳动者就业的根本，也是产业发展的基础。近年来本市培训规模不断扩大，质量稳步提高，但仍有不足。
        一、目标任务
        到2026年，培训覆盖全市所有街镇，劳动者技能水平明显提高，培训机构布局合理，服务便捷。
        二、主要措施
        （一）扩大规模。各区县要增加培训班次，扩大培训范围，满足劳动者和企业的需要。
        （二）提高质量。市人力资源社会保障局要完善考核办法，定期公布结果，接受社会监督。
        """
    let expected = [
      [], ["head_1", "head_2", "head_2__head_1", "head_2__head_2"],
    ]
    #expect(ids(text) == expected)
    #expect(ids(text.onOneLine) == expected)
    #expect(titles(text.onOneLine).last == "云溪市职业技能提升方案")
  }

  @Test("two rules that one notice issues are two documents behind it")
  func twoRules() {
    let rule = "为规范经费使用，制定以下规定：一、经费专款专用，不得挪作他用，不得列支与培训无关的费用。二、主管部门每年检查一次，检查结果向社会公布。"
    let text =
      "云溪市财政局关于印发培训经费两个规定的通知各区县财政局：市财政局会同有关部门拟定的《云溪市培训经费使用规定》和《云溪市培训经费监督规定》"
      + "已经市政府同意，现印发给你们，请认真贯彻执行。云溪市财政局2024年3月8日（此件公开发布）"
      + "云溪市培训经费使用规定" + rule + "云溪市培训经费监督规定" + rule
    #expect(ids(text) == [[], ["head_1", "head_2"], ["head_1", "head_2"]])
  }

  @Test("a title without a 文种 begins a document where the notice names it")
  func titleWithoutType() {
    let text = """
      云溪银行关于印发汇票业务有关规定的通知
      各支行：
      总行制定了《云溪银行汇票结算办法》和《云溪银行汇票会计核算手续》，现印发你们，请遵照执行。
      云溪银行汇票结算办法
      第一条　为了规范汇票结算，制定本办法。
      第二条　本办法自印发之日起施行。
      云溪银行汇票会计核算手续
      一、出票的处理手续
      申请人应当填写申请书，出票行审核无误后办理，并登记有关账簿。
      二、付款的处理手续
      付款行应当核对汇票与申请书，核对无误后付款，并通知出票行。
      """
    #expect(ids(text) == [[], ["art_1", "art_2"], ["head_1", "head_2"]])
  }

  @Test("the name of a cited law at the start of a sentence begins no document")
  func citedLaw() {
    let text =
      "云溪市人民政府关于做好就业工作的通知各区县人民政府：根据《云溪市就业促进条例》，现就有关事项通知如下：一、落实责任。"
      + "云溪市就业促进条例规定的补贴要及时发放，不得拖延，不得截留。二、加强检查。各区县要每季度检查一次，结果报市政府。"
    #expect(ids(text) == [["head_1", "head_2"]])
  }

  @Test("numbers run on across chapters of a text on one line")
  func chaptersWithRunningNumbers() {
    let text = """
      云溪市人民政府工作规则
      第一章　总则
      一、为了规范市政府工作，根据有关法律，结合本市实际，制定本规则。
      二、市政府工作人员要忠于职守，服从命令，顾全大局，全心全意为人民服务。
      第二章　组成人员职责
      三、市政府由市长、副市长、秘书长和各局局长组成，实行市长负责制。
      四、副市长按照分工处理分管工作，重大事项向市长报告，并提交会议讨论。
      """
    let expected = [
      [
        "chp_1", "chp_1__head_1", "chp_1__head_2", "chp_2", "chp_2__head_3", "chp_2__head_4",
      ]
    ]
    #expect(ids(text) == expected)
    #expect(ids(text.onOneLine) == expected)
  }

  @Test("a list whose members end with brackets goes on behind them")
  func membersInBrackets() {
    let list = "一、云溪市市场管理办法（云政令〔1997〕3号发布）二、云溪市集市管理规定（云政令〔1998〕5号发布）三、云溪市户外广告办法（云政令〔1999〕8号发布）"
    let head = "云溪市人民政府关于废止部分规章的决定为了维护法制统一，市政府决定废止下列规章，自公布之日起不再执行，有关事项按照上位法办理：\n"
    #expect(ids(head + list) == [["head_1", "head_2", "head_3"]])
    // 二、 that does not go on from the last number is none.
    #expect(ids(head + list.replacing("二、", with: "五、")) == [["head_1"]])
  }

  @Test("titles with a comma or brackets lead to the first number below them")
  func titlesWithMarks() {
    let text =
      "云溪市体育产业发展意见为加快发展体育产业，现提出以下意见。一、丰富赛事活动，完善赛事体系（一）发展职业赛事。市体育局要完善联赛制度。"
      + "（二）培育业余赛事。各区县要支持社会力量办赛。二、修改《云溪市体育场馆办法》（云政令〔2001〕1号发布）（三）开放场馆。学校场馆要有序开放。"
    #expect(
      ids(text) == [
        [
          "head_1", "head_1__head_1", "head_1__head_2", "head_2", "head_2__head_3",
        ]
      ])
  }

  @Test("the red head and its number are parted from the title behind them")
  func redHead() {
    let words = "现就做好汇票业务通知如下：一、各支行要认真组织实施，确保业务顺利开通，遇到问题及时报告总行。二、总行将适时检查。"
    let text = "云溪银行文件云银发〔2024〕16号云溪银行关于做好汇票业务有关工作的通知云溪银行各分行，各直属支行：" + words
    #expect(titles(text) == ["云溪银行关于做好汇票业务有关工作的通知"])
    #expect(ids(text) == [["head_1", "head_2"]])
  }

  @Test("an order whose title is its number stands at the head of the decision that it issues")
  func orderWithNumberAsTitle() {
    let words = "《云溪银行关于修改部分规章的决定》已经2024年9月3日第8次行务会议审议通过，现予发布，自2025年1月1日起施行。"
    let text = """
      云溪银行令〔2024〕第5号（云溪银行关于修改部分规章的决定）
      \(words)
      行　长　　林知远
      2024年10月22日
      云溪银行关于修改部分规章的决定
      为促进严格规范公正文明执法，云溪银行对规章进行了清理，现决定对部分条款予以修改。
      一、修改《云溪银行贷款办法》，将第十九条修改为：“不得转借。”
      二、本决定自2025年1月1日起施行。
      """
    #expect(ids(text) == [["head_1", "head_2"]])
    #expect(titles(text) == ["云溪银行关于修改部分规章的决定"])
  }

  @Test("recipients on the line of the title are parted from it")
  func recipientsBehindTitle() {
    let text = """
      云溪银行文件
      云银发〔1999〕407号
      关于印发《云溪银行紧急贷款管理办法》的通知云溪银行各分行、营业部：
      为了维护金融稳定，总行制定了《云溪银行紧急贷款管理办法》，现印发给你们，请遵照执行。
      特此通知。
      云溪银行
      一九九九年十二月三日
      云溪银行紧急贷款管理办法
      第一条　为了规范紧急贷款，制定本办法。
      第二条　本办法自印发之日起施行。
      """
    #expect(ids(text) == [[], ["art_1", "art_2"]])
    #expect(titles(text).first == "关于印发《云溪银行紧急贷款管理办法》的通知")
  }

  @Test("a wrapped line that ends as a title does is none in the middle of a sentence")
  func wrappedWords() {
    let text = """
      市政府决定对采砂管理办法作如下修改：一、将第七条修改为：“采砂单位的
      作业范围、时间、方式，不符合河道管理法律法规和相关法
      定规划的，不予许可。”二、删去第八条。三、将第九条改为第八条。
      """
    #expect(ids(text) == [["head_1", "head_2", "head_3"]])
  }

  @Test("numbers behind sentences on one line make a document among the clutter of a page")
  func oneLineAmongClutter() {
    let words = "市政府决定对采砂管理办法作如下修改：一、删去第六条第二款。二、将第七条修改为：“采砂单位应当备案。”三、删去第八条。四、条文顺序作相应调整。"
    let page = """
      首页 > 政务公开 > 政策文件
      索引号：YX-2024-0031
      浏览次数：312
      打印
      \(words)
      上一篇：关于元旦放假的通知
      下一篇：没有了
      """
    #expect(ids(page) == [["head_1", "head_2", "head_3", "head_4"]])
  }

  @Test("a title that is broken within 《》 ends where they are closed")
  func brokenWithinQuotes() throws {
    let text = """
      禾川县人民政府办公室关于印发《禾川县住宅
      老旧电梯安全提升三年行动方案
      （2025—2027年）》的通知

      禾政办发〔2025〕14号

      各镇人民政府：
      《禾川县住宅老旧电梯安全提升三年行动方案（2025—2027年）》已经审议通过，现印发给你们。
      禾川县人民政府办公室
      2025年3月26日

      禾川县住宅老旧电梯安全提升三年行动方案
      （2025—2027年）
      一、工作目标
      2025年完成80台。
      """
    let documents = parser.parse(SourceText(text)).documents
    #expect(
      documents.map(\.metadata.title) == [
        "禾川县人民政府办公室关于印发《禾川县住宅老旧电梯安全提升三年行动方案（2025—2027年）》的通知",
        "禾川县住宅老旧电梯安全提升三年行动方案（2025—2027年）",
      ])
    #expect(documents.map(\.metadata.type) == ["通知", "方案"])
  }

  @Test("the number of an order on the line below its name belongs to the rule that it promulgates")
  func numberBelowOrder() throws {
    let text = """
      中华人民共和国交通运输部令
      2024年第11号

      《铁路旅客遗失物品管理规定》已于2024年5月30日经第13次部务会议通过，现予公布，自2024年9月1日起施行。
      部长　佟砚舟
      2024年6月17日

      铁路旅客遗失物品管理规定
      第一条　为了规范管理，制定本规定。
      第二条　本规定自2024年9月1日起施行。
      """
    let metadata = try #require(parser.parse(SourceText(text)).documents.first).metadata
    #expect(metadata.title == "铁路旅客遗失物品管理规定")
    #expect(metadata.documentNumber?.text == "中华人民共和国交通运输部令2024年第11号")
    #expect(metadata.issuers == ["中华人民共和国交通运输部"])
    #expect(metadata.authorityLevel == "部门规章")
  }

  @Test("the number of a 通告 stands below its title and is no part of it")
  func numberBelowTitle() throws {
    let text = """
      朔浦市交通运输局关于整治无证船舶的通告
      2025年第6号
      　　为维护水上交通安全秩序，现通告如下：
      一、自查登记
      船舶所有人应当登记。
      """
    let metadata = try #require(parser.parse(SourceText(text)).documents.first).metadata
    #expect(metadata.title == "朔浦市交通运输局关于整治无证船舶的通告")
    #expect(metadata.documentNumber?.text == "2025年第6号")
  }

  @Test("an annex called 附件 alone has no number; a link 附件下载 heads none")
  func unnumberedAnnex() throws {
    let text = """
      云溪市关于登记工作的通知
      各区县：
      一、请按时登记。
      云溪市交通局
      2025年5月1日
      附件
      船舶登记表
      填报单位：
      附件下载：船舶登记表.doc
      """
    let document = try #require(parser.parse(SourceText(text)).documents.first)
    let annexes = document.nodes.filter { $0.level == .attachment }
    #expect(annexes.map { $0.number?.values } == [[]])
    #expect(parser.parse(SourceText(text)).residue.count == 1)
  }

  @Test("below a note in brackets stands the signature, not the rest of a sentence")
  func signatureBelowNote() throws {
    let text = """
      琴屿市关于调整基数的通知
      各单位：
      一、本通知自2025年7月1日起执行，有效期3年。此前规定与本通知不一致的，以本通知为准。
      　　（联系人：贷款管理科 欧阳敏；联系电话：0762-5519080）
      　　　　琴屿市住房公积金管理中心
      　　　　　　2025年6月12日
      """
    let document = try #require(parser.parse(SourceText(text)).documents.first)
    #expect(document.nodes.suffix(2).map(\.level) == [.note, .signature])
  }

  @Test(
    "who a note under the title says to have issued a rule is its issuer; no organ stands in 联合发布管理办法"
  )
  func issuerInNote() throws {
    let noted = "霁原省水库监测技术规定\n霁水规〔2024〕9号\n（霁原省水利厅2024年5月8日印发）\n1 总则\n1.1 目的\n为规范监测工作，制定本规定。"
    #expect(
      parser.parse(SourceText(noted)).documents.first?.metadata.issuers == ["霁原省水利厅"])
    let rule = "火险预警联合发布管理办法\n第一条　为规范发布工作，制定本办法。\n第二条　本办法自2024年9月1日起施行。"
    #expect(parser.parse(SourceText(rule)).documents.first?.metadata.issuers == [])
  }

  @Test("a first sentence that says who answers for what, or what is struck out, is no heading")
  func statements() throws {
    let text = """
      云溪市关于用火管理的通知
      各区县：
      一、职责分工
      （一）公安机关负责违规用火案件的查处。气象主管机构负责火险预警。
      （二）落实责任人。各镇明确责任人。
      """
    let document = try #require(parser.parse(SourceText(text)).documents.first)
    let headings = document.nodes.filter { $0.level == .heading && $0.depth == 2 }
    #expect(headings.map { $0.heading == nil } == [true, false])
  }

  @Test(
    "a title that is printed whole above the notes on adoption and broken below them is one title")
  func titleBrokenBelowNotes() throws {
    let text = """
      云溪市人民代表大会常务委员会任免国家机关工作人员条例

      2000年11月3日 云溪市第十一届人民代表大会常务委员会第二十二次会议通过

      云溪市人民代表大会常务委员会任免

      国家机关工作人员条例

      第一条　为了规范任免工作，制定本条例。
      第二条　本条例自公布之日起施行。
      """
    let metadata = try #require(parser.parse(SourceText(text)).documents.first).metadata
    #expect(metadata.title == "云溪市人民代表大会常务委员会任免国家机关工作人员条例")
    #expect(metadata.dates.map(\.date) == ["2000-11-03"])
  }
}
