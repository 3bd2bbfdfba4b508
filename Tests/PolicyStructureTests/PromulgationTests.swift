import PolicyLexicons
import PolicyStructure
import PolicyText
import Testing

/// Who issues a text and by what: orders at its head, names above and under its title, the notice before it.
@Suite struct PromulgationTests {
  private let parser: StructureParser

  init() throws {
    parser = StructureParser(lexicons: try Lexicons.embedded())
  }

  private func documents(_ text: String) -> [PolicyDocument] {
    parser.parse(SourceText(text)).documents
  }

  private let rule = """
    河道采砂管理规定
    第一条　为了规范河道采砂，保障防洪安全，制定本规定。
    第二条　采砂单位应当在许可的范围内作业。
    """

  @Test("an order gives the rule that it promulgates its number, its issuer and its day")
  func order() throws {
    let text = """
      中华人民共和国河道管理部令
      第9号
      《河道采砂管理规定》已经2023年8月15日第6次部务会议审议通过，现予公布，自2023年12月1日起施行。
      部　长　　林知远
      2023年9月20日

      """
    let found = documents(text + rule)
    #expect(found.map(\.metadata.title) == ["河道采砂管理规定"])
    let metadata = try #require(found.first?.metadata)
    #expect(metadata.documentNumber?.text == "中华人民共和国河道管理部令第9号")
    #expect(metadata.authorityLevel == "部门规章")
    #expect(metadata.dates.contains { $0.kind == .promulgated && $0.date == "2023-09-20" })
    #expect(found.first?.nodes.first?.level == .preface)
  }

  @Test("an order that says more than that it promulgates is a document of its own")
  func orderOfItsOwn() {
    let text = """
      河道管理部令
      第9号
      《河道采砂管理规定》已经2023年8月15日第6次部务会议审议通过，现予公布。
      各流域机构应当自公布之日起三十日内清理本流域的许可。
      部　长　　林知远
      2023年9月20日

      """
    #expect(documents(text + rule).map(\.metadata.title) == ["河道管理部令", "河道采砂管理规定"])
  }

  @Test("a title within the title of a decision is found in its own brackets")
  func announcement() {
    let text = """
      云岭省人民代表大会常务委员会公告
      第18号
      《云岭省人民代表大会常务委员会关于修改〈云岭省节水条例〉的决定》已于2024年5月30日通过，现予公布。
      云岭省人民代表大会常务委员会
      2024年5月30日
      云岭省人民代表大会常务委员会关于修改《云岭省节水条例》的决定
      云岭省第十四届人民代表大会常务委员会第十次会议决定对《云岭省节水条例》作如下修改：
      一、删去第八条。
      二、将第九条改为第八条。
      """
    let found = documents(text)
    #expect(found.map(\.metadata.type) == ["决定"])
    #expect(found.first?.metadata.documentNumber?.number == 18)
  }

  @Test("what a notice issues is issued by its issuer, and what it forwards by others")
  func issuedByNotice() {
    func issuers(_ verb: String) -> [[String]] {
      documents(
        """
        珈和县人民政府办公室关于\(verb)《珈和县河道采砂办法》的通知
        各乡镇人民政府：
        现将《珈和县河道采砂办法》\(verb)给你们，请认真执行。
        珈和县人民政府办公室
        2024年3月12日
        珈和县河道采砂办法
        第一条　为了规范河道采砂，制定本办法。
        第二条　采砂单位应当在许可的范围内作业。
        """
      ).map(\.metadata.issuers)
    }
    #expect(issuers("印发") == [["珈和县人民政府办公室"], ["珈和县人民政府办公室"]])
    #expect(issuers("转发") == [["珈和县人民政府办公室"], []])
    // 流转 forwards nothing.
    let transfer = documents(
      """
      珈和县人民政府办公室关于印发《珈和县土地流转办法》的通知
      各乡镇人民政府：
      现将《珈和县土地流转办法》印发给你们，请认真执行。
      珈和县人民政府办公室
      2024年3月12日
      珈和县土地流转办法
      第一条　为了规范土地流转，制定本办法。
      第二条　流转土地应当签订合同。
      """)
    #expect(transfer.map(\.metadata.issuers) == [["珈和县人民政府办公室"], ["珈和县人民政府办公室"]])
  }

  @Test(
    "names above a title that names its place are no words of it; the line under one may name its issuer"
  )
  func namesAroundTitle() {
    let above = """
      云溪市望澜区住房和城乡建设局
      云溪市望澜区财政局
      云溪市望澜区加装电梯补助细则
      一、总体要求
      （一）适用范围。本区行政区域内的住宅，适用本细则。
      """
    #expect(documents(above).map(\.metadata.title) == ["云溪市望澜区加装电梯补助细则"])
    #expect(
      documents(above).map(\.metadata.issuers) == [["云溪市望澜区住房和城乡建设局", "云溪市望澜区财政局"]])
    let under = """
      苔溪县冰冻灾害应急预案
      苔溪县人民政府办公室　2023年11月8日印发
      1 总则
      1.1 编制目的
      建立健全冰冻灾害应急机制，减轻灾害损失。
      """
    #expect(documents(under).map(\.metadata.issuers) == [["苔溪县人民政府办公室"]])
  }

  @Test("附 alone on its line heads an annex, and a row whose cells are blank is a row of its table")
  func annex() throws {
    let text = """
      云溪市人民政府办公室关于值班安排的通知
      各区人民政府：
      请各单位于9月26日前报送值班安排表，严禁迟报。
      附：值班安排表
      云溪市人民政府办公室
      2025年9月22日
      附
      值班安排表
      日期\t带班领导\t电话
      10月1日\t　\t　
      10月2日\t\t
      """
    let parsed = parser.parse(SourceText(text))
    let nodes = try #require(parsed.documents.first?.nodes)
    #expect(nodes.contains { $0.level == .attachment })
    #expect(nodes.first { $0.level == .table }?.table?.rows.count == 3)
    #expect(parsed.residue.isEmpty)
  }

  @Test(
    "a first sentence that rules, asks or tells a time of day is no title; one that names a topic is"
  )
  func titles() throws {
    let text = """
      云溪大学关于举办竞赛的通知
      各学院：
      一、其他事项
      1.队伍应遵守学术道德。对抄袭的，取消资格。
      2.请各学院于4月20日17:00前报送。逾期不予受理。
      3.加强宣传。各学院要利用网站宣传竞赛。
      4.积极应对风险。各学院要制定预案。
      """
    let nodes = try #require(documents(text).first?.nodes)
    let reading = parser.parse(SourceText(text)).reading
    let headings = nodes.filter { $0.depth == 3 }.map { node in
      node.heading.map { reading.words(of: $0) }
    }
    #expect(headings == [nil, nil, "加强宣传", "积极应对风险"])
  }

  @Test("items of an article have titles only where each of them begins with a topic")
  func itemTitles() throws {
    func headings(_ items: String) throws -> [String?] {
      let parsed = parser.parse(SourceText("云溪大学导师遴选办法\n第一条　遴选程序如下：\n" + items))
      let nodes = try #require(parsed.documents.first?.nodes)
      return nodes.filter { $0.level == .subitem || $0.level == .item }
        .map { $0.heading.map { parsed.reading.words(of: $0) } }
    }
    #expect(
      try headings("1.个人申请。申请人提交材料。\n2.学院初审。学院在五日内审核。") == ["个人申请", "学院初审"])
    #expect(try headings("（一）个人申请。申请人提交材料。\n（二）学院在五日内审核材料；") == [nil, nil])
  }
}
