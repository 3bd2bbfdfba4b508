import PolicyLexicons
import PolicyText
import Testing

@testable import PolicyAmendment

/// What shows that a text amends another, and where its instructions end.
@Suite struct DecisionCuesTests {
  private static let cues = try? DecisionCues(lexicons: Lexicons.embedded())

  private func scalars(_ words: String) -> [Unicode.Scalar] { words.unicodeScalars.map(folded) }

  @Test(
    "numbers follow where a decision says so in one sentence",
    arguments: [
      ("本条例条文顺序作相应调整。", true), ("对条文顺序和个别文字依次顺延。", true),
      ("条文序号保持不变。其他内容作相应调整。", false), ("对有关收费作相应调整。", false),
    ])
  func order(words: String, follows: Bool) throws {
    let cues = try #require(Self.cues)
    #expect(cues.saysNumbersFollow(in: scalars(words)) == follows)
  }

  @Test("a text that makes changes announces them")
  func announcement() throws {
    let cues = try #require(Self.cues)
    let decision = scalars("经研究，决定对《云溪市河道管理条例》作如下修改：")
    let notice = scalars("经研究，现就河道管理工作通知如下：")
    #expect(cues.announcesChanges(in: decision, decision.indices))
    #expect(!cues.announcesChanges(in: notice, notice.indices))
  }

  @Test("the closing of a decision is no line of a quotation")
  func closing() throws {
    let cues = try #require(Self.cues)
    #expect(cues.closesDecision(in: scalars("本决定自公布之日起施行。"), at: 0))
    #expect(!cues.closesDecision(in: scalars("本条例自公布之日起施行。"), at: 0))
  }
}
