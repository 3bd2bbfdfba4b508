import Testing

@testable import PolicyExtraction

@Suite("bearers") struct BearerTests {
  @Test(
    "the subject of the clause bears the norm, as its head noun",
    arguments: [
      ("县级以上人民政府应当编制规划。", "县级以上人民政府"), ("从事餐饮服务的单位应当亮证经营。", "单位"),
      ("任何单位和个人不得占用消防通道。", "任何单位和个人"), ("监督检查人员应当出示证件。", "监督检查人员"),
      ("教师、学生和家长可以查询。", "教师 学生 家长"), ("用人单位在解除合同前应当通知工会。", "用人单位"),
      ("由居民委员会负责登记。", "居民委员会"), ("服务中心主任应当每月走访。", "服务中心主任"),
    ])
  func explicit(text: String, expected: String) throws {
    #expect(try NormSketch(text).bearers == [expected])
  }

  @Test(
    "a thing or an activity bears nothing, and 禁止 names nobody",
    arguments: [
      "监督检查应当遵循公正原则。", "选拔任用科级干部必须经过民主推荐。", "申请材料应当齐全。",
      "禁止在河道内倾倒垃圾。", "未经审核的读物，不得进入校园。",
    ])
  func nobody(text: String) throws {
    #expect(try NormSketch(text).bearers == [""])
  }

  @Test("a subject is carried on over commas and sentences of a paragraph")
  func carried() throws {
    #expect(
      try NormSketch("用人单位招用职工，不得收取押金。应当在三日内签订合同。").bearers
        == ["用人单位", "用人单位~"])
    #expect(try NormSketch("学校应当公示。\n不得拖延。").bearers == ["学校", ""])
    #expect(
      try NormSketch("企业应当申报。收费标准应当公开。不得擅自提高。").bearers == ["企业", "", ""])
  }

  @Test("鼓励X and 允许X fall on X, X应当与Y on X")
  func addressed() throws {
    #expect(try NormSketch("鼓励有条件的企业兴办幼儿园。").bearers == ["企业"])
    #expect(try NormSketch("国家鼓励社会力量参与救助。").bearers == ["社会力量"])
    #expect(try NormSketch("学校应当与家长签订协议。").bearers == ["学校"])
  }

  @Test("会同 adds one who takes part")
  func companions() throws {
    #expect(try NormSketch("教育部门应当会同公安机关开展检查。").bearers == ["教育部门 公安机关+"])
  }

  @Test("a pronoun leads to who was named before")
  func pronouns() throws {
    #expect(
      try NormSketch("讨论事项涉及与会人员的，本人应当回避。").bearers == ["与会人员~"])
  }

  @Test("a list's items carry on the subject of its lead-in")
  func items() throws {
    let sketch = try NormSketch(
      parsing: "第一条　物业企业应当履行下列义务：\n（一）公示收费标准；\n（二）不得停水停电。\n", type: "条例")
    #expect(sketch.bearers == ["物业企业", "物业企业~"])
    #expect(sketch.norms[0].items.count == 2)
    #expect(sketch.norms[1].items.isEmpty)
  }

  @Test("up to the end of its sentence the one who is encouraged acts")
  func lent() throws {
    let sketch = try NormSketch("教育局负责指导。鼓励学校推行小份菜，可设置加餐区。应当加强检查。", type: "意见")
    #expect(sketch.bearers == ["教育局", "学校", "学校~", "教育局~"])
  }

  @Test("who broke the rule is the subject of what follows the sanction")
  func breach() throws {
    let sketch = try NormSketch("申请人隐瞒情况的，由教育行政部门责令退回；五年内不得再次申请。")
    #expect(sketch.bearers == ["教育行政部门", "申请人~"])
  }

  @Test(
    "a bounded number and a thing with its relative clause bear nothing",
    arguments: ["指导教师不得少于三名。", "未经检疫的肉类不得出售。", "依照前款规定公告的信息，应当包括下列内容。", "考试时间可延长三十分钟。"])
  func numbersAndThings(text: String) throws {
    let sketch = try NormSketch("学校应当建立制度。" + text)
    #expect(sketch.bearers.last == "")
  }

  @Test("a list of subjects may end in 等; a time may stand after the subject")
  func lists() throws {
    let list = try NormSketch("民政部门、公安机关等有关部门应当予以配合。")
    #expect(list.bearers == ["民政部门 公安机关 有关部门"])
    let later = try NormSketch("不合格的，项目负责人两年内不得申报。")
    #expect(later.bearers == ["项目负责人"])
  }

  @Test("an item is what the subject of its lead-in does")
  func itemsOfLeadIn() throws {
    let text = "第一条　教职工应当履行下列义务：\n（一）遵守制度；\n（二）恪守道德，不得弄虚作假。"
    let sketch = try NormSketch(parsing: text, type: "条例")
    #expect(sketch.bearers == ["教职工", "教职工~"])
  }

  @Test("whom a verb acts on bears nothing; who takes part is added")
  func objectsAndPartners() throws {
    let sketch = try NormSketch("市教育局要加大力度，会同有关部门建立机制。要完善政策。要求客户出示证件。", type: "意见")
    #expect(sketch.bearers == ["市教育局 有关部门+", "市教育局~", "市教育局~"])
  }

  @Test("a bracket after a name, and a clause that says which body is meant")
  func bracketsAndRelatives() throws {
    let bracket = try NormSketch("国务院有关部门（单位）和省级人民政府应当加强培训。")
    #expect(bracket.bearers == ["国务院有关部门 省级人民政府"])
    let relative = try NormSketch("区教育局认定的幼儿园应当公开信息。")
    #expect(relative.bearers == ["幼儿园"])
  }

  @Test("those who are encouraged may be a place or have verbs in their name")
  func encouraged() throws {
    let sketch = try NormSketch("支持贫困地区改善设施。允许园区内加工制造企业承接加工。鼓励利用学校场地举办赛事。", type: "意见")
    #expect(sketch.bearers == ["贫困地区", "园区内加工制造企业", ""])
  }

  @Test("whom a sentence asks is the subject of its other clauses")
  func asked() throws {
    let sketch = try NormSketch("请教育局每月填报进度表，须在月底前报送。", type: "通知")
    #expect(sketch.bearers.last == "教育局~")
  }

  @Test("who bears costs has a duty; who has borne them, none")
  func bearsCosts() throws {
    #expect(try NormSketch("学校承担改造费用。").markers == ["承担 obligation"])
    #expect(try NormSketch("学校承担责任后，可以向他人追偿。").markers == ["可以 permission"])
  }
}
