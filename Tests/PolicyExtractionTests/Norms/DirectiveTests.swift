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
}
