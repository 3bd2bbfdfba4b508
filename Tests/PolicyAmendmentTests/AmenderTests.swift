import Foundation
import PolicyLexicons
import PolicyTestSupport
import PolicyText
import Testing

@testable import PolicyAmendment

/// Decisions applied to texts.
@Suite struct AmenderTests {
  private static let amender = try? Amender(lexicons: Lexicons.embedded())

  private func amend(_ base: String, by decision: String) throws -> Amendment {
    let amender = try #require(Self.amender)
    return try amender.amend(SourceText(base), by: SourceText(decision))
  }

  @Test("each formula does what it says, and nothing else", arguments: FormulaCase.all)
  func formula(_ example: FormulaCase) throws {
    let amendment = try amend(FormulaCase.base, by: example.decision)
    #expect(amendment.text == example.expected)
    #expect(amendment.isComplete == !example.isRefused)
  }

  @Test("a decision says the same run together on one line", arguments: FormulaCase.all)
  func onOneLine(_ example: FormulaCase) throws {
    // A paragraph that closes every quotation, or opens none, needs its line.
    let needsLines = ["every paragraph closed", "straight quotation marks"]
    guard !needsLines.contains(example.name) else { return }
    let lines = example.decision.split(separator: "\n")
    let amendment = try amend(FormulaCase.base, by: lines.dropFirst().joined())
    #expect(amendment.text == example.expected)
  }

  @Test("layout of the base is kept", arguments: ["\n\n", "\r\n", "\n　　"])
  func layout(gap: String) throws {
    for example in FormulaCase.all where !example.isRefused {
      let base = FormulaCase.base.split(separator: "\n").joined(separator: gap) + "\n"
      let expected = example.expected.split(separator: "\n").joined(separator: gap) + "\n"
      let amendment = try amend(base, by: example.decision)
      #expect(amendment.text == expected, "\(example.name)")
    }
  }

  @Test("a decision for another law is refused as a whole")
  func otherLaw() throws {
    let decision = FormulaCase.all[0].decision.replacing("示例条例", with: "例示条例")
    #expect(throws: AmendmentFailure.otherLaw(named: ["云溪市例示条例"], base: ["云溪市示例条例"])) {
      try amend(FormulaCase.base, by: decision)
    }
  }

  @Test("a law of the same name of another place is another law")
  func otherPlace() throws {
    let decision = FormulaCase.all[0].decision.replacing("云溪市示例条例", with: "示例条例")
    #expect(throws: AmendmentFailure.self) { try amend(FormulaCase.base, by: decision) }
  }

  @Test("a text without instructions is no decision")
  func noInstructions() throws {
    #expect(throws: AmendmentFailure.noInstructions) {
      try amend(FormulaCase.base, by: "云溪市教育局关于开学工作的通知\n各学校：\n请做好开学工作。\n")
    }
  }

  @Test("decisions of the corpus give its amended texts", arguments: RevisionCase.all)
  func corpus(_ example: RevisionCase) throws {
    let amendment = try amend(example.base, by: example.decision)
    #expect(amendment.text == example.amended)
    let lines = amendment.instructions.map {
      "\($0.instruction.kind.rawValue)\t\($0.target ?? "-")\t\($0.refusal == nil)"
    }
    #expect(lines == example.instructions)
  }

  @Test("any decision gives a text, whatever stands in it", arguments: 0..<UInt64(60))
  func anyDecision(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "将", "第三条", "第二款", "修改为", "：", "“", "”", "‘", "增加一条", "，", "。", "；", "作为", "删去",
      "中的", "第（二）项", "改为", "第四条", "合并", "\n", "一、", "（一）", "《", "》", "附件", "统一", "第九百条", "之一",
      "后", "分为", "两条", "章名", "\u{0}", "\u{1F600}", "第", "条",
    ]
    let words = (0..<Int.random(in: 1...120, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    let amender = try #require(Self.amender)
    _ = try? amender.amend(
      SourceText(FormulaCase.base), by: SourceText("关于修改《云溪市示例条例》的决定\n" + words))
    _ = try? amender.amend(SourceText(words), by: SourceText(FormulaCase.all[0].decision))
  }

  @Test("a decision that breaks off is read as far as it goes")
  func brokenOff() throws {
    let amender = try #require(Self.amender)
    let decision = Array(FormulaCase.all[18].decision.unicodeScalars)
    for length in 0..<decision.count {
      _ = try? amender.amend(
        SourceText(FormulaCase.base), by: SourceText(scalars: Array(decision[..<length])))
    }
  }
}

/// A base, a decision and the amended text of `corpus/amendments`.
struct RevisionCase: Sendable, CustomStringConvertible {
  let name: String
  let base: String
  let decision: String
  let amended: String
  let instructions: [String]

  var description: String { name }

  static let all: [RevisionCase] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "corpus/amendments")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { name in
      func read(_ file: String) -> String? {
        try? String(contentsOf: folder.appending(path: "\(name)/\(file)"), encoding: .utf8)
      }
      guard let base = read("base.txt"), let decision = read("decision.txt"),
        let amended = read("amended.txt"), let instructions = read("instructions.tsv")
      else { return nil }
      return RevisionCase(
        name: name, base: base, decision: decision, amended: amended,
        instructions: instructions.split(separator: "\n").map(String.init))
    }
  }()
}
