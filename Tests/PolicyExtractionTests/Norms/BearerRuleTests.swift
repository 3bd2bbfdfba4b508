import Testing

@testable import PolicyExtraction

/// Rules of subjects that rest on what stands around a noun.
@Suite("bearers by place and clause") struct BearerRuleTests {
  @Test("a relative clause that says which thing is meant leaves its own subject aside")
  func things() throws {
    #expect(try NormSketch("用人单位举办的托育点可以向居民开放。").bearers == [""])
    #expect(try NormSketch("用人单位举办托育点可以申请补助。").bearers == ["用人单位"])
  }

  @Test("places right before a marker bear the norm, also after 的")
  func places() throws {
    #expect(try NormSketch("有条件的社区可以设立互助站。").bearers == ["社区"])
  }

  @Test("personnel that must not be fewer than two act, others are only counted")
  func personnel() throws {
    #expect(try NormSketch("监督检查人员不得少于二人。").bearers == ["监督检查人员"])
    #expect(try NormSketch("指导教师不得少于三名。").bearers == [""])
  }

  @Test("what has not been done must not go on, whoever spoke before")
  func defects() throws {
    #expect(
      try NormSketch("建设单位应当组织验收。未经验收的，不得投入使用。").bearers == ["建设单位", ""])
  }

  @Test("the body that is set up has the duties that follow")
  func foundings() throws {
    #expect(
      try NormSketch("学校设立学术委员会，由校长任主任，负责审定评审结果。").bearers.last == "学术委员会")
  }

  @Test("与X有关的Y is Y")
  func relations() throws {
    #expect(try NormSketch("与议题有利害关系的委员应当回避。").bearers == ["委员"])
  }

  @Test("the place before an organ only says which one acts")
  func locators() throws {
    #expect(
      try NormSketch("管理单位不明确的，由所在地街道办事处协调确定。").bearers.first?
        .hasSuffix("街道办事处") == true)
  }
}
