import PolicyDiff
import PolicyTestSupport
import Testing

@Suite("edits within units")
struct EditTests {
  @Test("applied to the old text they give the new, scalar for scalar", arguments: 0..<UInt64(40))
  func applied(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let revision = RandomRevision(articles: 12, using: &random)
    let comparison = try Comparing(revision.old, revision.new).comparison
    for alignment in comparison.alignments where alignment.old != nil && alignment.new != nil {
      let (old, new) = (comparison.oldText(of: alignment), comparison.newText(of: alignment))
      #expect(alignment.edits.applied(to: old, with: new) == new.scalars)
    }
  }

  @Test("words are replaced as words, numbers and names as wholes")
  func wholes() throws {
    let pair = try Comparing(
      "第一条　市教育局可以自受理之日起三十日内答复申请人。",
      "第一条　市教育局应当自受理之日起十五日内答复申请人。")
    #expect(pair.edits(of: "art_1") == ["可以→应当", "三十日→十五日"])
  }

  @Test("of a range only the end that changed is replaced")
  func range() throws {
    let pair = try Comparing(
      "第一条　违反规定的，由主管部门处一万元以上五万元以下罚款。",
      "第一条　违反规定的，由主管部门处二万元以上五万元以下罚款。")
    #expect(pair.edits(of: "art_1") == ["一万元→二万元"])
  }

  @Test("an insertion begins after a mark and ends with one")
  func insertion() throws {
    let pair = try Comparing(
      "第一条　申请人应当提交申请书，附具证明材料。",
      "第一条　申请人应当提交申请书，缴纳费用，附具证明材料。")
    #expect(pair.edits(of: "art_1") == ["→缴纳费用，"])
  }

  @Test("half-width marks in place of full-width ones are edits of form")
  func width() throws {
    let pair = try Comparing("第一条　甲、乙应当办理，不得拖延。", "第一条　甲、乙应当办理,不得拖延。")
    let alignment = try #require(pair.comparison.alignments.first { !$0.edits.isEmpty })
    #expect(!alignment.edits.contains { !$0.isEditorial })
    #expect(pair.edits(of: "art_1") == ["，→,"])
  }

  @Test("a paragraph that is cut in two is a break put in")
  func cut() throws {
    let pair = try Comparing(
      "第一条　学校应当建立制度。学校应当公布制度。\n第二条　本办法自公布之日起施行。",
      "第一条　学校应当建立制度。\n学校应当公布制度。\n第二条　本办法自公布之日起施行。")
    #expect(pair.edits(of: "art_1") == ["→¶"])
  }

  /// A regulation, to whose articles its last one refers.
  private func referring(_ articles: [String], _ last: String) -> String {
    let numbers = ["一", "二", "三", "四", "五", "六", "七"]
    return zip(numbers, articles + [last]).map { "第\($0)条　\($1)" }.joined(separator: "\n")
  }

  private static let duties = ["驾驶人应当持证。", "照管人员应当随车。", "车辆应当年检。", "线路应当公布。"]

  @Test("a list of references that only follows has nothing in common by its numbers")
  func followingList() throws {
    let comparison = try Comparing(
      referring(Self.duties, "违反第二条、第三条、第四条规定的，给予警告。"),
      referring(["安全第一。"] + Self.duties, "违反第三条、第四条、第五条规定的，给予警告。"))
    #expect(comparison.edits(of: "art_6") == ["第五条→第六条", "第二条→第三条", "第三条→第四条", "第四条→第五条"])
    #expect(comparison.changes().last == "art_5>art_6 renumbered")
  }

  @Test("references that were not brought up to date keep their words")
  func staleList() throws {
    let comparison = try Comparing(
      referring(Self.duties, "违反第二条、第三条、第四条规定的，给予警告。"),
      referring(["安全第一。"] + Self.duties, "违反第二条、第三条、第四条规定的，给予通报。"))
    #expect(comparison.edits(of: "art_6") == ["第五条→第六条", "警告→通报"])
  }

  @Test("a reference put beside others that follow is an addition")
  func longerList() throws {
    let comparison = try Comparing(
      referring(Self.duties, "违反第二条、第三条规定的，给予警告。"),
      referring(["安全第一。"] + Self.duties, "违反第三条、第四条、第五条规定的，给予警告。"))
    #expect(
      comparison.comparison.alignments.last?.effects.contains {
        $0.kind == .reference && $0.message == "增加引用“第五条”"
      } == true)
  }

  @Test("words of a merged article are matched with the article that they came from")
  func mergedWords() throws {
    let frame = ["第一条　为了激励学生，制定本办法。\n第二条　学生工作部负责组织评定。\n", "第九条　获奖名单在学校网站公布。"]
    let comparison = try Comparing(
      frame[0] + "第三条　初评结果应当在学院范围内公示，公示期不少于三日。\n"
        + "第四条　学生对公示结果有异议的，可以在公示期内提出，评定小组应当及时答复。\n" + frame[1],
      frame[0] + "第三条　初评结果应当在学院范围内公示，公示期不少于五个工作日。"
        + "学生对公示结果有异议的，可以在公示期内提出，评定小组应当在三日内答复。\n" + frame[1])
    let messages = comparison.comparison.alignments.flatMap(\.effects).map(\.message)
    #expect(messages.contains("期限由“及时”改为“三日内”"))
    #expect(messages.contains { $0.contains("由三日") && $0.contains("五个工作日") })
  }

  @Test("a row put into a table is one row more, and the numbers behind it follow")
  func tableRow() throws {
    func table(_ rows: [String]) -> String {
      "第一条　评定按照附件进行。\n附件1\n评定指标\n序号\t指标\t分值\n"
        + rows.enumerated().map { "\($0 + 1)\t\($1)" }.joined(separator: "\n")
    }
    let comparison = try Comparing(
      table(["场所面积\t20", "老人满意度\t30"]), table(["场所面积\t15", "食品留样\t5", "老人满意度\t30"]))
    #expect(comparison.edits(of: "att_1__table_1") == ["20→15", "→¶2\t食品留样\t5", "2→3"])
    let effects = comparison.comparison.alignments.flatMap(\.effects)
    #expect(effects.contains { $0.message == "分值由20降低到15" })
    #expect(effects.contains { $0.message == "增加“2｜食品留样｜5”" })
    #expect(!effects.contains { $0.kind == .threshold && $0.old.isEmpty })
  }
}
