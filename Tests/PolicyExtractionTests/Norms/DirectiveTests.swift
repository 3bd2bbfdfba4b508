import Testing

@testable import PolicyExtraction

@Suite("bare directives and stated acts") struct DirectiveTests {
  @Test("a sentence of a directing document that begins with a verb is one directive")
  func directives() throws {
    let text = "加强师资培训，落实编制标准。按照统一部署，完善考核办法；推进信息公开。"
    let sketch = try NormSketch(text, type: "方案")
    #expect(sketch.texts == ["加强师资培训，落实编制标准", "按照统一部署，完善考核办法", "推进信息公开"])
    #expect(sketch.norms.allSatisfy { $0.marker == nil && $0.modality == .obligation })
    #expect(try NormSketch(text, type: "条例").norms.isEmpty)
  }

  @Test(
    "descriptions, purposes and requests to be informed direct nothing",
    arguments: [
      "近年来，各地加强管理，取得了明显成效。", "为加强管理，制定本方案。", "工作机制日益完善。",
      "本方案所称学校，是指中小学。", "现将有关事项通知如下：",
    ])
  func descriptions(text: String) throws {
    #expect(try NormSketch(text, type: "通知").norms.isEmpty)
  }

  @Test("the clauses that a marker does not govern are a directive of their own")
  func beforeMarker() throws {
    let sketch = try NormSketch("建立台账，严禁弄虚作假。", type: "通知")
    #expect(sketch.texts == ["建立台账", "严禁弄虚作假"])
  }

  @Test("an official act of a named organ is a directive in any document")
  func acts() throws {
    let sketch = try NormSketch("校党委组织部综合各方建议，提出初步人选。考察对象由校党委会研究确定。")
    #expect(sketch.norms.map(\.marker) == [nil, nil])
    #expect(sketch.bearers == ["校党委组织部", "校党委会"])
    #expect(try NormSketch("企业生产食品。").norms.isEmpty)
  }

  @Test("a line that says who answers is an assignment and no norm")
  func assignmentLines() throws {
    #expect(try NormSketch("责任单位：市教育局牵头，市财政局配合。", type: "方案").norms.isEmpty)
    #expect(try NormSketch("完善制度。（市教育局牵头，年底前完成）", type: "方案").texts == ["完善制度"])
  }

  @Test(
    "a time, an object or a measure may stand before the verb",
    arguments: [
      "合同期满前3个月重新组织招标。", "每3年修订1次教材。", "2019年12月底前完成考核工作。", "对发现的问题限期10日内整改。",
      "市委组织部将阅读纳入培训内容。", "供应价格一律按统购价执行。", "学校规模控制在2000人以内。", "请遵照执行。",
    ])
  func beforeTheVerb(text: String) throws {
    let sketch = try NormSketch(text, type: "方案")
    #expect(sketch.norms.count == 1)
    #expect(sketch.norms.first?.marker == nil)
  }

  @Test(
    "goals, bounds, the past and what things are direct nothing",
    arguments: [
      "到2027年，全市注册志愿者达到120万人。", "小学每周不少于2课时。", "为加强管理，现提出以下意见。",
      "保税区是开放型经济的平台，对吸引外商投资具有重要作用。", "对成绩突出的单位加大支持，是完善机制的重要举措。",
      "教务处综合各方意见，提出了初步方案。", "（一）加强管理，实施效果显著的；",
    ])
  func noActs(text: String) throws {
    #expect(try NormSketch(text, type: "意见").norms.isEmpty)
  }

  @Test("what is asked is what is to be done")
  func requests() throws {
    let issued = try NormSketch("《办法》已经市政府同意，现印发给你们，请认真组织实施。", type: "通知")
    #expect(issued.texts == ["请认真组织实施"])
    let asked = try NormSketch("执行中遇到的问题，请及时向市教育局反映。", type: "通知")
    #expect(asked.actions == ["向市教育局反映"])
  }

  @Test("each of those who act bears a stated act")
  func agents() throws {
    let sketch = try NormSketch("设备费调剂由学校审批，其他科目由项目负责人自主调剂。", type: "意见")
    #expect(sketch.bearers == ["学校 项目负责人"])
  }

  @Test(
    "what is good for something, what happens and what changes by itself direct nothing",
    arguments: [
      "推广联网核查是一项重要举措，有利于维护秩序；有利于银行完善制度，降低风险。",
      "两个以上省出现粮食应急状态。", "产业结构不断优化。", "办公室成员由市教育局、市财政局有关人员组成。",
      "补贴＝保障面积×补贴标准。",
    ])
  func noChanges(text: String) throws {
    #expect(try NormSketch(text, type: "意见").norms.isEmpty)
  }

  @Test(
    "adverbs, conditions and whom it is about may stand before the act",
    arguments: [
      ("及时向市政府报告事态发展情况。", "向市政府报告事态发展情况"),
      ("积极稳妥地在开发区推广试点。", "推广试点"),
      ("如果没有达到预期效果，由市教育局组织整改。", "组织整改"),
      ("自2026年起，将补贴范围由失业人员扩展至困难人员。", "扩展至困难人员"),
    ])
  func beforeTheAct(text: String, action: String) throws {
    #expect(try NormSketch(text, type: "意见").actions == [action])
  }

  @Test("the one sentence of a numbered unit is its title if tasks stand under it")
  func titlesOfTasks() throws {
    let text = """
      关于促进开发区发展的意见
      一、主要任务
      （一）统筹两个市场，打造制造中心。
      1.拓展市场。推广试点。
      2.释放产能。支持企业承接加工。
      """
    #expect(try NormSketch(parsing: text, type: "意见").texts == ["推广试点", "支持企业承接加工"])
  }
}
