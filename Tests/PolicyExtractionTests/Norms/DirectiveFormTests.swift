import Testing

@testable import PolicyExtraction

@Suite("forms of directives") struct DirectiveFormTests {
  @Test(
    "after an adverb of manner something is done, whatever the verb",
    arguments: [
      ("及时搬抬重伤员。", ""), ("高等学校适当错开返校时间。", "高等学校"), ("指挥部定点碰头各组人员。", "指挥部"),
    ])
  func manner(text: String, bearer: String) throws {
    #expect(try NormSketch(text, type: "预案").bearers == [bearer])
    #expect(
      try NormSketch(
        text.replacing("及时", with: "轻度").replacing("适当", with: "附近").replacing("定点", with: "附近"),
        type: "预案"
      ).norms.isEmpty)
  }

  @Test(
    "what follows an adverb may be a noun, or what something is",
    arguments: ["优先对象为低收入家庭。", "积极性不足。", "逐步形成的格局。", "及时性、准确性。"])
  func noManner(text: String) throws {
    #expect(try NormSketch(text, type: "预案").norms.isEmpty)
  }

  @Test("each sentence of a list of duties directs")
  func duties() throws {
    let text = "防震预案\n一、抢险组\n主要职责：\n1.扒挖被埋人员。\n2.转抬重伤员。\n二、联系方式\n1.扒挖被埋人员。\n"
    #expect(try NormSketch(parsing: text, type: "预案").texts == ["扒挖被埋人员", "转抬重伤员"])
  }

  @Test(
    "a verb that is often a noun is the predicate with its object, and none before what is said of it",
    arguments: [
      ("公示结果。", true), ("培训骨干教师500名以上。", true), ("补贴金额每人500元。", false), ("培训期限为一年。", false),
    ])
  func nounsAndVerbs(text: String, directs: Bool) throws {
    #expect(try NormSketch(text, type: "通知").norms.isEmpty != directs)
  }

  @Test(
    "a time, a place, a measure or an object may stand before the verb",
    arguments: [
      ("审核通过后，于6月5日发放通知书。", "发放通知书"), ("根据服务协议落实健康服务。", "落实健康服务"),
      ("审核结果在网站公示5个工作日。", "在网站公示5个工作日"), ("将经费向农村倾斜。", "倾斜"),
      ("原则上按照每千人不少于1名的标准配备医生。", "配备医生"), ("对存在的问题提出措施。", "提出措施"),
    ])
  func beforeTheVerb(text: String, action: String) throws {
    #expect(try NormSketch(text, type: "意见").actions == [action])
  }

  @Test(
    "who somebody is, what is called what, what is hoped for and what came in direct nothing",
    arguments: [
      "指挥部由省长任指挥长。", "学校为公办全日制学校，由市政府举办。", "培训期限为一至二年。", "到2025年底，力争培训学徒1万人。",
      "经过5年左右的努力，形成良好格局。", "《关于设立学院的请示》收悉。", "学校拥有教学楼。", "补贴＝面积×标准。",
    ])
  func noActs(text: String) throws {
    #expect(try NormSketch(text, type: "通知").norms.isEmpty)
  }

  @Test("what is not done is a circumstance, and who acts stands after it")
  func circumstances() throws {
    let sketch = try NormSketch("对多次交办的问题不落实，市教育局按照办法进行约谈。", type: "意见")
    #expect(sketch.bearers == ["市教育局"])
  }

  @Test("a part that tells purpose or scope directs nothing, one that begins with a verb does")
  func describingParts() throws {
    let text = "防汛预案\n一、编制目的\n做好防汛工作。\n二、扩大适用范围\n做好防汛工作。\n"
    #expect(try NormSketch(parsing: text, type: "预案").norms.count == 1)
  }

  @Test("each who acts in a sentence bears it, once")
  func agents() throws {
    let sketch = try NormSketch("抢险组开展自救，财务处提供资金，抢险组报告灾情。", type: "预案")
    #expect(sketch.bearers == ["抢险组 财务处"])
    let joined = try NormSketch("人事处、研究生院和管理中心配合做好工作。", type: "意见")
    #expect(joined.bearers == ["人事处 研究生院 管理中心"])
    let later = try NormSketch("各部门在各自职责范围内，做好应急工作。", type: "意见")
    #expect(later.bearers == ["各部门"])
  }

  @Test("the team that a heading names bears the duties under it; who holds a post directs nothing")
  func teams() throws {
    let text = "防震预案\n一、扒挖组\n主要职责：\n1.抢救被埋人员。\n"
    let sketch = try NormSketch(parsing: text, type: "预案")
    #expect(sketch.bearers == ["扒挖组~"])
    #expect(try NormSketch("指挥部由校长任指挥长，保卫处处长任副指挥长。", type: "预案").norms.isEmpty)
    #expect(try NormSketch("指挥部下设办公室，办公室设在教务处。", type: "预案").norms.isEmpty)
  }

  @Test("who is named before a colon bears what follows it")
  func labels() throws {
    let sketch = try NormSketch("教务处：维护现场秩序，疏导周边交通。", type: "预案")
    #expect(sketch.bearers == ["教务处"])
    #expect(try NormSketch("指挥长：教务处处长。", type: "预案").norms.isEmpty)
  }

  @Test(
    "what is done with a thing, by whom and to whom it says",
    arguments: [
      ("重大问题及时向市政府报告。", ""), ("所需资金由失业保险基金列支。", ""), ("食堂原材料一律从定点商家采购。", ""),
      ("未请假的，按旷课处理。", ""),
      ("对没有报警器的住户，现场督促安装。", ""), ("实行月通报制度，由领导小组约谈负责人。", "领导小组"),
    ])
  func things(text: String, bearer: String) throws {
    #expect(try NormSketch(text, type: "方案").bearers == [bearer])
  }

  @Test(
    "what an activity is and what it means direct nothing",
    arguments: [
      "开展整治行动是改善环境的重要举措。", "推广普通话，对促进交流具有重要意义。",
    ])
  func statements(text: String) throws {
    #expect(try NormSketch(text, type: "方案").norms.isEmpty)
  }

  @Test(
    "what the clause of a marker speaks of is no directive of its own",
    arguments: [
      "各地贯彻落实本意见的情况及发现的重要问题，要及时报送。", "参与应急工作的有关部门和单位，要提供联系方式。",
    ])
  func topics(text: String) throws {
    #expect(try NormSketch(text, type: "意见").markers == ["要 obligation"])
  }

  @Test("two short phrases that open a numbered unit are its title, and one sentence is none")
  func mottoes() throws {
    let text = "工作方案\n一、总体要求\n1.坚持需求导向，提高服务效率。医院应当公布流程。\n2.完善制度，强化监管。\n"
    #expect(try NormSketch(parsing: text, type: "方案").norms.count == 2)
  }

  @Test("一是… of a few words is the title of what follows it")
  func ordinalTitles() throws {
    let sketch = try NormSketch("一是摸清底数。对违建逐一登记造册。二是加强监管。", type: "方案")
    #expect(sketch.norms.count == 2)
  }

  @Test("a period may stand between an organ and what it does, in any document")
  func periods() throws {
    let sketch = try NormSketch("自然资源主管部门每五年组织一次调查。")
    #expect(sketch.bearers == ["自然资源主管部门"])
    #expect(try NormSketch("学校实行校长负责制。").norms.isEmpty)
  }

  @Test("主要负责 is a duty, 主要负责人 a post; 简单处理 imposes nothing")
  func words() throws {
    #expect(try NormSketch("乡村医生主要负责提供服务。").markers == ["负责 obligation"])
    #expect(try NormSketch("学校主要负责人签字。").norms.isEmpty)
    #expect(try NormSketch("伤口简单处理后送医。").norms.isEmpty)
  }
}
