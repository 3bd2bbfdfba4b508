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
    let needsLines = [
      "every paragraph closed", "straight quotation marks", "straight marks beside others",
    ]
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

  /// A text and a decision on it, whose numbers follow.
  private func amended(_ lines: [String], by instruction: String) throws -> String {
    let title = lines[0]
    let decision = """
      云溪市人民政府关于修改《\(title)》的决定
      决定对《\(title)》作如下修改：
      一、\(instruction)
      《\(title)》根据本决定作相应修改并对条文顺序作相应调整，重新公布。
      """
    let amendment = try amend(lines.joined(separator: "\n"), by: decision)
    #expect(amendment.isComplete)
    return amendment.text
  }

  @Test("a whole new text takes the place of the old one under its title")
  func wholeText() throws {
    let lines = ["云溪市渡口规定", "第一章　总则", "第一条　甲应当登记。", "第二条　乙应当报告。"]
    let text = try amended(lines, by: "将全文修订为：“第一条　丙应当登记。\n“第二条　丁应当报告。”")
    #expect(text == "云溪市渡口规定\n第一条　丙应当登记。\n第二条　丁应当报告。")
  }

  @Test("a number that the text leaves out is filled without moving the others")
  func gapOfNumbers() throws {
    let lines = ["云溪市渡口规定", "第一条　甲应当登记。", "第三条　丙依照第一条登记。"]
    #expect(
      try amended(lines, by: "增加一条，作为第二条：“乙应当报告。”")
        == "云溪市渡口规定\n第一条　甲应当登记。\n第二条　乙应当报告。\n第三条　丙依照第一条登记。")
  }

  @Test("entries of an annex are its items however they are numbered")
  func entriesOfAnnex() throws {
    let lines = [
      "云溪市渡口规定", "第一条　甲应当登记。", "第二条　乙应当报告。", "附件", "云溪市渡口设备目录", "1．缆绳", "2．浮筒", "3．跳板",
    ]
    #expect(
      try amended(lines, by: "删去附件第二项。").hasSuffix("云溪市渡口设备目录\n1．缆绳\n2．跳板"))
    #expect(
      try amended(lines, by: "在附件中增加一项，作为第四项：“4．救生圈”。")
        .hasSuffix("2．浮筒\n3．跳板\n4．救生圈"))
  }

  @Test("a title that names a law within 〈〉 is the name of one text")
  func titleWithinTitle() throws {
    let lines = ["云溪市执行《云溪市渡口条例》若干问题的规定", "第一条　甲应当登记。", "第二条　乙应当报告。"]
    let decision = """
      云溪市人民政府关于修改《云溪市执行〈云溪市渡口条例〉若干问题的规定》的决定
      一、将第二条中的“应当”修改为“可以”。
      """
    let amendment = try amend(lines.joined(separator: "\n"), by: decision)
    #expect(amendment.text.hasSuffix("第二条　乙可以报告。"))
    // A decision on the law that is named within does not touch it.
    let other = decision.replacing("云溪市执行〈云溪市渡口条例〉若干问题的规定", with: "云溪市渡口条例")
    #expect(throws: AmendmentFailure.self) { try amend(lines.joined(separator: "\n"), by: other) }
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
