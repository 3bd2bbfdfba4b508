import Testing

@testable import PolicyExtraction

@Suite("sanctions") struct SanctionTests {
  @Test("a sentence or a part closed by ； is one sanction, with the modals in it")
  func onePerPart() throws {
    let sketch = try NormSketch(
      "违反规定的，由城管局责令改正，可以处五百元以下罚款；拒不改正的，处一千元罚款，并没收工具。")
    #expect(sketch.markers == ["责令 sanction", "处 sanction"])
    #expect(sketch.bearers == ["城管局", "城管局~"])
  }

  @Test(
    "each kind of penalty is a sanction",
    arguments: [
      "情节严重的，吊销许可证。", "泄露秘密的，依法给予处分。", "构成犯罪的，依法追究刑事责任。",
      "弄虚作假的，撤销其资格。", "逾期不报的，予以通报批评。", "违法经营的，没收违法所得。",
    ])
  func kinds(text: String) throws {
    let norms = try NormSketch(text).norms
    #expect(norms.map(\.modality) == [.sanction])
  }

  @Test(
    "words of sanctions as nouns or conditions are none",
    arguments: [
      "处分决定已经送达。", "没收的物品登记造册。", "被吊销许可证的企业名单。", "由办事处处理此事。",
      "辞职包括自愿辞职和责令辞职。",
    ])
  func nouns(text: String) throws {
    #expect(try NormSketch(text).norms.allSatisfy { $0.modality != .sanction })
  }

  @Test("责令 under 应当 without a breach is the modal's norm")
  func orderAsDuty() throws {
    #expect(try NormSketch("消防机构应当责令立即排除隐患。").markers == ["应当 obligation"])
  }

  @Test("who imposes the penalties of a list is named in its lead-in, with whom it does so")
  func listOfPenalties() throws {
    let text = """
      云溪市客运规定
      第一条　有下列行为之一的，由民政局会同公安局视情节轻重，给予处罚：
      （一）无照营运的，没收非法所得；
      （二）超员载客的，处五百元罚款。
      """
    let sketch = try NormSketch(parsing: text, type: "规定")
    #expect(sketch.bearers.suffix(2).allSatisfy { $0.hasPrefix("民政局") })
  }
}
