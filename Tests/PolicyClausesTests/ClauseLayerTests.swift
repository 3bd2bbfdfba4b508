import PolicyStructure
import PolicyTestSupport
import PolicyText
import Testing

@testable import PolicyClauses

@Suite struct ClauseLayerTests {
  /// The sentences of a text, with ‖ between parts and | between clauses.
  private func sentences(of text: String) -> [String] {
    let plain = PlainDocument(text)
    let layer = ClauseLayer(scalars: plain.reading.scalars, blocks: plain.document.blocks)
    return layer.sentences.map { sentence in
      layer.parts[sentence.parts].map { part in
        layer.clauses(of: part).map { plain.reading.words(of: $0.range) }.joined(separator: "|")
      }.joined(separator: "‖")
    }
  }

  @Test("。！？ end a sentence, ； a part, ， and ： a clause")
  func marks() {
    #expect(
      sentences(of: "甲局受理申请，乙局审核；丙局复核。结果如何公布？")
        == ["甲局受理申请|乙局审核‖丙局复核", "结果如何公布"])
    #expect(sentences(of: "材料包括：申请表，身份证。") == ["材料包括|申请表|身份证"])
  }

  @Test("marks within brackets and quotation marks belong to what stands in them")
  func brackets() {
    #expect(
      sentences(of: "申请人（指本人。代理人除外；）提出申请，“收到。”的回执存档。")
        == ["申请人（指本人。代理人除外；）提出申请|“收到。”的回执存档"])
    #expect(sentences(of: "落实\"两个，确保\"要求，办好实事。") == ["落实\"两个，确保\"要求|办好实事"])
  }

  @Test("a bracket without its fellow protects nothing")
  func unmatched() {
    #expect(sentences(of: "学校（含幼儿园应当备案。逾期不办。") == ["学校（含幼儿园应当备案", "逾期不办"])
    #expect(sentences(of: "学校）应当备案。逾期“不办。") == ["学校）应当备案", "逾期“不办"])
  }

  @Test("whole sentences quoted after ： are sentences")
  func quotedSentences() {
    #expect(
      sentences(of: "第三条修改为：“学校应当公示。家长可以查询。”")
        == ["第三条修改为|学校应当公示", "家长可以查询"])
    #expect(sentences(of: "标语为：“安全第一。预防为主”。") == ["标语为|“安全第一。预防为主”"])
  }

  @Test("a lead-in ends in ： at the end of its block")
  func leadIn() {
    let plain = PlainDocument("申请人应当提交下列材料：\n申请表；\n承诺书。")
    let layer = ClauseLayer(scalars: plain.reading.scalars, blocks: plain.document.blocks)
    #expect(layer.sentences.map(\.leadsIn) == [true, false, false])
    #expect(layer.sentencesOfBlock == [0..<1, 1..<2, 2..<3])
  }

  @Test(
    "no clause is empty, and clauses lie in order within their block", arguments: 0..<UInt64(60))
  func invariants(seed: UInt64) {
    var state = seed
    let alphabet = Array("甲乙，。；：（）“”\"《》\n")
    let text = String(
      (0..<300).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return alphabet[Int(state >> 33) % alphabet.count]
      })
    let plain = PlainDocument(text)
    let layer = ClauseLayer(scalars: plain.reading.scalars, blocks: plain.document.blocks)
    var end = 0
    for sentence in layer.sentences {
      let block = plain.document.blocks[sentence.block].range
      #expect(block.lowerBound <= sentence.range.lowerBound)
      #expect(sentence.range.upperBound <= block.upperBound)
      for part in layer.parts[sentence.parts] {
        for clause in layer.clauses(of: part) {
          #expect(!clause.range.isEmpty && clause.range.lowerBound >= end)
          end = clause.range.upperBound
        }
      }
    }
  }

  @Test("ten thousand open brackets and a long line take linear time", .timeLimit(.minutes(1)))
  func pathological() {
    let text =
      String(repeating: "（", count: 10_000) + String(repeating: "甲，\"乙“", count: 50_000)
      + String(repeating: "”", count: 50_000)
    #expect(!sentences(of: text).isEmpty)
  }
}
