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
}
