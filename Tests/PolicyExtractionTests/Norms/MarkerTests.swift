import Testing

@testable import PolicyExtraction

@Suite("markers of modality") struct MarkerTests {
  @Test(
    "each kind of marker gives its modality",
    arguments: [
      ("学校应当公布名单。", "应当 obligation"), ("车辆应停放整齐。", "应 obligation"),
      ("单位必须备案。", "必须 obligation"), ("旅客须出示证件。", "须 obligation"),
      ("申请人需提交照片。", "需 obligation"), ("各校要做好准备。", "要 obligation"),
      ("务必在月底前完成。", "务必 obligation"), ("教务处不得不停课。", "不得不 obligation"),
      ("企业不得收费。", "不得 prohibition"), ("禁止在楼道堆放杂物。", "禁止 prohibition"),
      ("严禁酒后上岗。", "严禁 prohibition"), ("考生不准携带手机。", "不准 prohibition"),
      ("教师不应体罚学生。", "不应 prohibition"), ("车辆不能逆行。", "不能 prohibition"),
      ("学生可以请假。", "可以 permission"), ("学生可申请复查。", "可 permission"),
      ("公民有权查阅档案。", "有权 permission"), ("允许职工错时上班。", "允许 permission"),
      ("申请人无需到场。", "无需 exemption"), ("考生可以不提交原件。", "可以不 exemption"),
      ("老年人免于登记。", "免于 exemption"), ("单位不必另行申报。", "不必 exemption"),
      ("鼓励企业捐赠设备。", "鼓励 encouragement"), ("国家支持农民办厂。", "支持 encouragement"),
      ("提倡低碳出行。", "提倡 encouragement"), ("建议市财政局增加投入。", "建议 encouragement"),
      ("教务处负责考务工作。", "负责 obligation"), ("由镇政府组织实施。", "组织实施 obligation"),
    ])
  func modalities(text: String, expected: String) throws {
    #expect(try NormSketch(text).markers == [expected])
  }

  @Test(
    "a marker within another word is none",
    arguments: [
      "应急物资充足。", "该技术应用广泛。", "采取相应措施的情况。", "群众反应强烈。", "市场需求旺盛。",
      "主要目的和重要意义。", "方案切实可行。", "政策支持力度很大。", "党建工作不可或缺。", "供应稳定。",
      "这是客观要求。", "张某是负责人。", "取得许可证。", "响应当地号召。", "火车站可能拥挤。",
      "由此可以看出成效。", "《必须招标的工程项目规定》已经公布。", "直接负责的主管人员名单。",
    ])
  func falseFriends(text: String) throws {
    #expect(try NormSketch(text).markers.isEmpty)
  }

  @Test("a word that only looks like a false friend leaves the marker alone")
  func brokenFalseFriends() throws {
    #expect(try NormSketch("人事局负责人才认定工作。").markers == ["负责 obligation"])
    #expect(try NormSketch("卫生局负责制定食谱。").markers == ["负责 obligation"])
    #expect(try NormSketch("中心应对材料进行审核。").markers == ["应 obligation"])
    #expect(try NormSketch("我市有效应对突发事件。").markers.isEmpty)
    #expect(try NormSketch("决定不立案的，应当说明理由。").markers == ["应当 obligation"])
    #expect(
      try NormSketch("受理部门可以不予受理，但是应当说明理由。").markers
        == ["可以不予 exemption", "应当 obligation"])
    #expect(try NormSketch("集团可依法解除合同。").markers == ["可 permission"])
  }

  @Test(
    "a duty that ends in a noun is no topic of what follows, unless that is ruled; names of documents report nothing"
  )
  func dutiesThatLookEmbedded() throws {
    #expect(
      try NormSketch("监督管理工作，应当遵循创新发展的原则，坚持服务实体经济。").markers == ["应当 obligation"])
    #expect(try NormSketch("可以共享获取的材料，不得要求重复提供。").markers == ["不得 prohibition"])
    #expect(try NormSketch("草案的说明应当包括下列内容。").markers == ["应当 obligation"])
    #expect(try NormSketch("说明应当加盖单位公章。").markers == ["应当 obligation"])
    #expect(try NormSketch("法律规定应当公告的除外。").markers.isEmpty)
    #expect(try NormSketch("国家禁止销售的其他食品；").markers.isEmpty)
    #expect(try NormSketch("禁止销售变质的食品。").markers == ["禁止 prohibition"])
    #expect(try NormSketch("尽到审核义务的，免予追究责任。").markers == ["免予 exemption"])
  }

  @Test("what each paragraph of a quoted provision says counts, not only the first")
  func quotedParagraphs() throws {
    #expect(
      try NormSketch("第八条修改为：“作业单位应当提出申请。“主管机构应当在十日内作出决定；时间不得超过三十日。”").markers
        == ["应当 obligation", "应当 obligation", "不得 prohibition"])
  }

  @Test("a marker in a condition or a relative clause governs nothing")
  func embedded() throws {
    #expect(try NormSketch("应当备案而未备案的，由教育局责令改正。").markers == ["责令 sanction"])
    #expect(try NormSketch("对依法应当公开的信息，机关不得隐瞒。").markers == ["不得 prohibition"])
    #expect(try NormSketch("应当缴纳的费用不得减少。").markers == ["不得 prohibition"])
    #expect(try NormSketch("负责登记的部门应当核对。").markers == ["应当 obligation"])
    #expect(try NormSketch("法律规定应当回避的其他情形。").markers.isEmpty)
  }

  @Test("predicates under one marker are one norm, also 鼓励 among them; markers joined are two")
  func joined() throws {
    let one = try NormSketch("镇政府应当制定规划，建立机制，鼓励企业投资。")
    #expect(one.texts == ["镇政府应当制定规划，建立机制，鼓励企业投资"])
    #expect(one.actions == ["制定规划，建立机制，鼓励企业投资"])
    let two = try NormSketch("社团应当登记并可以申请资助。")
    #expect(two.texts == ["社团应当登记", "并可以申请资助"])
    #expect(
      try NormSketch("学生可以选修课程，也可以申请免修。").markers
        == ["可以 permission", "可以 permission"])
  }

  @Test("a 但书 is an exception of the norm before it")
  func proviso() throws {
    let sketch = try NormSketch("机关应当公开预算，但是涉及国家秘密的除外。")
    #expect(sketch.markers == ["应当 obligation"])
    #expect(sketch.norms[0].exceptions.map { sketch.words($0) } == ["但是涉及国家秘密的除外"])
  }

  @Test("除…外 is an exception, 除…外，还 an addition")
  func exceptAndBesides() throws {
    let except = try NormSketch("除特殊情况外，会议应当公开。")
    #expect(except.norms[0].exceptions.map { except.words($0) } == ["除特殊情况外"])
    let besides = try NormSketch("除身份证外，还应当提交照片。")
    #expect(besides.norms[0].exceptions.isEmpty)
  }

  @Test(
    "a 但书 with a marker of its own is a norm, and an exception of the one before it in its sentence"
  )
  func provisos() throws {
    let sketch = try NormSketch(
      "当事人可以请求赔偿，但是赔偿额不得超过百分之二十。处五百元罚款；但主动改正的，可以不予处罚。")
    #expect(sketch.markers == ["可以 permission", "不得 prohibition", "处 sanction", "可以不予 exemption"])
    #expect(
      sketch.norms.map { $0.exceptions.map { sketch.words($0) } } == [
        ["但是赔偿额不得超过百分之二十"], [], ["但主动改正的，可以不予处罚"], [],
      ])
    // Another sentence is no exception of the one before.
    let apart = try NormSketch("学校应当收费。但是应当公示标准。")
    #expect(apart.norms.flatMap { $0.exceptions } == [])
  }

  @Test("…的， and 未经… are conditions")
  func conditions() throws {
    let sketch = try NormSketch("未经批准，任何单位和个人不得采砂。材料不全的，应当补正。")
    #expect(sketch.norms[0].conditions.map { sketch.words($0) } == ["未经批准"])
    #expect(sketch.norms[1].conditions.map { sketch.words($0) } == ["材料不全的"])
  }
}
