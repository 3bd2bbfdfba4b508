import PolicyLexicons
import PolicyTestSupport
import PolicyText
import Testing

@testable import PolicyAmendment

/// Decisions drafted from two texts.
@Suite struct DecisionDrafterTests {
  private static let drafter = try? DecisionDrafter(lexicons: Lexicons.embedded())
  private static let amender = try? Amender(lexicons: Lexicons.embedded())

  private func draft(_ old: String, _ new: String) throws -> DecisionDrafter.Draft {
    let drafter = try #require(Self.drafter)
    return try #require(drafter.draft(from: SourceText(old), to: SourceText(new)))
  }

  @Test("the old text amended by the draft is the new text", arguments: 0..<UInt64(120))
  func draftIsExact(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let old = RandomStatute(using: &random)
    var new = old
    new.revise(using: &random)
    guard old.text != new.text else { return }
    let draft = try draft(old.text, new.text)
    let amender = try #require(Self.amender)
    let amendment = try amender.amend(SourceText(old.text), by: SourceText(draft.text))
    #expect(firstDifference(amendment.text, new.text) == nil, "\(draft.missed)")
    #expect(draft.isExact)
    #expect(amendment.instructions.compactMap(\.refusal) == [])
  }

  @Test(
    "so it is where articles moved, were split in two or merged into one",
    arguments: 0..<UInt64(60))
  func draftOfMovesIsExact(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let revision = RandomRevision(articles: 16, using: &random)
    guard revision.old != revision.new else { return }
    let draft = try draft(revision.old, revision.new)
    let amender = try #require(Self.amender)
    let amendment = try amender.amend(SourceText(revision.old), by: SourceText(draft.text))
    #expect(firstDifference(amendment.text, revision.new) == nil, "\(draft.missed)")
    #expect(draft.isExact)
  }

  /// The first line that two texts do not share.
  private func firstDifference(_ text: String, _ wanted: String) -> String? {
    let (lines, others) = (text.split(separator: "\n"), wanted.split(separator: "\n"))
    for index in 0..<max(lines.count, others.count) {
      let line = index < lines.count ? lines[index] : "（无）"
      let other = index < others.count ? others[index] : "（无）"
      if line != other { return "\(index + 1): \(line) ≠ \(other)" }
    }
    return nil
  }

  @Test("drafts of the corpus are exact", arguments: RevisionCase.all)
  func corpus(_ example: RevisionCase) throws {
    let draft = try draft(example.base, example.amended)
    #expect(draft.isExact, "\(draft.missed)\n\(draft.text)")
    let amender = try #require(Self.amender)
    let amendment = try amender.amend(SourceText(example.base), by: SourceText(draft.text))
    #expect(amendment.text == example.amended)
  }

  @Test("a few words are said as words, in the formulas")
  func words() throws {
    let new = FormulaCase.base.replacing("处五百元以上", with: "处八百元以上")
      .replacing("区教育局配合", with: "区教育局协助")
    #expect(
      try draft(FormulaCase.base, new).text == """
        关于修改《云溪市示例条例》的决定
        决定对《云溪市示例条例》作如下修改：
        一、将第二条第一款中的“配合”修改为“协助”。
        二、将第五条中的“五百元”修改为“八百元”。
        本决定自公布之日起施行。
        《云溪市示例条例》根据本决定作相应修改，重新公布。

        """)
  }

  @Test("a date is changed as a whole")
  func dates() throws {
    let old = FormulaCase.base.replacing("自公布之日起施行", with: "自2010年1月1日起施行")
    let new = FormulaCase.base.replacing("自公布之日起施行", with: "自2022年9月1日起施行")
    #expect(
      try draft(old, new).text.contains("将第七条中的“2010年1月1日”修改为“2022年9月1日”。"))
  }

  @Test("an article that only follows others is not named")
  func renumbering() throws {
    let new = FormulaCase.all.first { $0.name == "article in a named chapter at its start" }
    let draft = try draft(FormulaCase.base, try #require(new).expected)
    #expect(draft.text.contains("一、第二章增加一条，作为第四条：“监督依法进行。”\n本决定"))
    #expect(draft.text.contains("并对条文顺序作相应调整"))
  }

  /// A law of lines, each an article or a title; articles are numbered.
  private func law(_ lines: [String]) -> String {
    var number = 0
    var result = ["云溪市渡口条例"]
    for line in lines {
      guard !line.hasPrefix("第") else {
        result.append(line)
        continue
      }
      number += 1
      result.append("第\(ChineseNumeral.words(for: number))条　\(line)")
    }
    return result.joined(separator: "\n") + "\n"
  }

  private static let chapters = [
    "第一章　总则", "为了加强渡口管理，制定本条例。", "市交通运输部门负责渡口管理工作。", "第二章　船舶",
    "渡船应当每年检验一次。", "船员应当持证上岗。", "第三章　附则", "本条例自公布之日起施行。",
  ]

  @Test("articles at the end of one chapter and the start of the next come into their own chapters")
  func chapterBounds() throws {
    var new = Self.chapters
    new[4...5] = ["运营人应当公布班次和价格。", "乘客应当有序上下。"]
    new.insert("鼓励使用新能源船只。", at: 3)
    let draft = try draft(law(Self.chapters), law(new))
    #expect(draft.isExact && !draft.isRevision)
    #expect(draft.text.contains("第一章增加一条，作为第三条：“鼓励使用新能源船只。”"))
  }

  @Test("articles that go or come side by side are told together")
  func together() throws {
    var new = Self.chapters
    new[4...5] = ["运营人应当公布班次和价格。", "乘客应当有序上下。", "大风时停止摆渡。"]
    let draft = try draft(law(Self.chapters), law(new))
    #expect(draft.isExact && !draft.isRevision)
    #expect(draft.text.contains("删去第三条、第四条。"))
    #expect(
      draft.text.contains(
        "增加三条，作为第三条至第五条：\n“第三条　运营人应当公布班次和价格。\n“第四条　乘客应当有序上下。\n“第五条　大风时停止摆渡。”"))
  }

  @Test("of a chapter that is joined to the one before it only the title goes")
  func dissolvedChapter() throws {
    var new = Self.chapters
    new.remove(at: 3)
    new[5] = "第二章　附则"
    let joined = try draft(law(Self.chapters), law(new))
    #expect(joined.isExact && !joined.isRevision)
    #expect(joined.text.contains("将第一章、第二章合并为第一章。"))
    #expect(!joined.text.contains("渡船应当每年检验一次"))
    // The second and third chapter under a title of their own.
    var renamed = Self.chapters
    renamed[3] = "第二章　船舶和附则"
    renamed.remove(at: 6)
    let merged = try draft(law(Self.chapters), law(renamed))
    #expect(merged.isExact && !merged.isRevision)
    #expect(merged.text.contains("将第二章、第三章合并为第二章。"))
    #expect(merged.text.contains("第二章章名修改为“船舶和附则”。"))
    #expect(!merged.text.contains("渡船应当每年检验一次"))
  }

  @Test("a chapter that is cut in two gets a title before the first article of its second part")
  func cutChapter() throws {
    var new = Self.chapters
    new[6] = "第四章　附则"
    new.insert("第三章　船员", at: 5)
    let draft = try draft(law(Self.chapters), law(new))
    #expect(draft.isExact && !draft.isRevision)
    #expect(draft.text.contains("在第四条前增加一章，作为第三章：“第三章　船员”。"))
    #expect(!draft.text.contains("船员应当持证上岗"))
  }

  @Test("a new chapter brings its sections")
  func newChapterWithSections() throws {
    var new = Self.chapters
    new[6] = "第四章　附则"
    new.insert(contentsOf: ["第三章　安全", "第一节　设施", "渡口应当设置护栏。", "第二节　应急", "大风时停止摆渡。"], at: 6)
    let draft = try draft(law(Self.chapters), law(new))
    #expect(draft.isExact && !draft.isRevision)
    #expect(draft.text.contains("增加一章，作为第三章：“第三章　安全\n“第一节　设施\n“第五条　渡口应当设置护栏。"))
  }

  @Test("where no single changes lead to the new text, all of it is quoted")
  func revision() throws {
    let new = law(Self.chapters).replacing("第三条　渡船", with: "第九条　渡船")
      .replacing("第二条　市交通", with: "第七条　市交通")
    let draft = try draft(law(Self.chapters), new)
    #expect(draft.isExact && draft.isRevision)
    let amender = try #require(Self.amender)
    let amendment = try amender.amend(SourceText(law(Self.chapters)), by: SourceText(draft.text))
    #expect(amendment.text == new)
  }

  @Test("what is the same needs no decision")
  func same() throws {
    #expect(try draft(FormulaCase.base, FormulaCase.base).count == 0)
  }
}
