import PolicyAnalysis
import PolicyDiff
import PolicyLexicons
import PolicyText
import Testing

@testable import PolicyReports

@Suite("the printed comparison")
struct ComparisonTableTests {
  private func table(_ old: String, _ new: String, all: Bool = false) throws -> ComparisonTable {
    let lexicons = try Lexicons.embedded()
    let analyzer = try Analyzer(lexicons: lexicons)
    let comparison = try Comparer(lexicons: lexicons).compare(
      old: analyzer.analyze(try DecodedSource(old, name: "旧")),
      new: analyzer.analyze(try DecodedSource(new, name: "新")))
    return ComparisonTable(comparison, all: all)
  }

  /// A cell as plain words: deletions in [], insertions in {}.
  private func words(_ cell: ComparisonTable.Cell) -> String {
    cell.map { paragraph in
      paragraph.map { run in
        switch run.mark {
        case .same, .note: run.text
        case .deleted: "[\(run.text)]"
        case .inserted: "{\(run.text)}"
        }
      }.joined()
    }.joined(separator: "¶")
  }

  private static let old = """
    云溪市校车管理办法
    第一条　为了规范校车服务，制定本办法。
    第二条　学校可以公布校车线路。
    线路应当避开急弯、陡坡。
    第三条　家长委员会有权查阅行车记录。
    第四条　驾驶人不得超速行驶。
    """
  private static let new = """
    云溪市校车管理办法
    第一条　为了规范校车服务，制定本办法。
    第二条　学校应当公布校车线路。
    线路应当避开急弯、陡坡。
    第三条　驾驶人不得超速行驶。
    """

  @Test("a changed table shows the heads of its columns, and says where it stands")
  func changedTable() throws {
    func text(_ points: String) -> String {
      "云溪市校车评定办法\n第一条　评定按照附件1进行。\n附件1\n评定指标\n指标\t分值\n车况\t20\n线路\t\(points)\n服务\t30"
    }
    let table = try table(text("30"), text("40"))
    #expect(table.rows.map { words($0.new) } == ["指标｜分值¶……¶线路｜{40}¶……"])
    #expect(
      table.rows.first?.remarks.map(\.text) == ["附件1的表", "分值由30提高到40"])
  }

  @Test("changed articles with unchanged paragraphs as ……, removed ones at their old place")
  func rows() throws {
    let table = try table(Self.old, Self.new)
    #expect(table.title == "《云溪市校车管理办法》修订前后对照表")
    #expect(table.rows.map(\.kind) == [.modified, .removed])
    #expect(words(table.rows[0].old) == "第二条　学校[可以]公布校车线路。¶……")
    #expect(words(table.rows[0].new) == "第二条　学校{应当}公布校车线路。¶……")
    #expect(table.rows[0].remarks.map(\.text) == ["“可以”改为“应当”"])
    #expect(words(table.rows[1].old) == "[第三条　家长委员会有权查阅行车记录。]")
    #expect(words(table.rows[1].new) == "（删除）")
  }

  @Test("what is left out is counted, and everything was compared")
  func notes() throws {
    let table = try table(Self.old, Self.new)
    #expect(table.notes[0].hasPrefix("未列出：没有改动的2处，仅调整序号的1处。"))
    #expect(table.notes[1] == "修订前正文83字、修订后正文66字，逐字比对，没有遗漏。")
  }

  @Test("the same text twice is said to be the same")
  func same() throws {
    #expect(try table(Self.old, Self.old).notes.first == "两个文本的正文完全相同。")
  }

  @Test("texts that are no versions of each other are named, and it is said")
  func strangers() throws {
    let other = "明湖大学图书馆规则\n第一条　读者凭证入馆。\n第二条　馆内禁止吸烟。\n第三条　图书逾期应当赔偿。"
    let table = try table(Self.old, other)
    #expect(Array(table.columns[1...2]) == ["《云溪市校车管理办法》", "《明湖大学图书馆规则》"])
    #expect(table.notes.first?.hasSuffix("请检查是否选错了文件。") == true)
  }

  @Test("all units on demand")
  func all() throws {
    let table = try table(Self.old, Self.new, all: true)
    #expect(table.rows.map(\.kind) == [.unchanged, .unchanged, .modified, .removed, .renumbered])
    #expect(words(table.rows[2].new) == "第二条　学校{应当}公布校车线路。¶线路应当避开急弯、陡坡。")
  }

  @Test("old and new numbers, runs told at once")
  func numbers() throws {
    let table = try table(Self.old, Self.new)
    #expect(table.numbers.map { "\($0.old)>\($0.new)" } == ["第三条>", "第四条>第三条"])
  }

  @Test("what is replaced everywhere is stated once")
  func replacements() throws {
    func text(_ organ: String) -> String {
      let acts = ["公布校车线路", "核定校车人数", "检查行车记录", "受理校车投诉"]
      return "云溪市校车管理办法\n"
        + acts.enumerated().map { "第\($0 + 1)条　\(organ)应当\($1)。" }.joined(separator: "\n")
    }
    let table = try table(text("质量技术监督部门"), text("市场监督管理部门"))
    #expect(table.rows.isEmpty)
    #expect(table.replacements.map(\.old) == ["质量技术监督部门"])
    #expect(table.replacements.map(\.count) == [4])
  }

  /// A regulation whose articles refer to others, which follow when one comes in at the start.
  private func referring(_ count: Int, isRevised: Bool) -> String {
    let names = ["三", "四", "五", "六"]
    let shifted = ["四", "五", "六", "七"]
    let references = (isRevised ? shifted : names).prefix(count).map { "第\($0)条" }
    var lines = ["云溪市校车管理办法", "第一条　为了规范校车服务，制定本办法。"]
    var articles = ["驾驶人应当持证。", "照管人员应当随车。", "车辆应当年检。", "线路应当公布。", "站点应当设置标志。"]
    articles.append(
      zip(references, ["给予批评教育", "责令限期改正", "暂停其从业资格", "收回校车标牌"])
        .map { "违反本办法\($0)规定的，\($1)。" }.joined()
        + "情节严重的，给予\(isRevised ? "通报批评" : "警告")。")
    if isRevised { articles.insert("校车服务应当安全第一。", at: 0) }
    for (index, article) in articles.enumerated() {
      lines.append("第\(["二", "三", "四", "五", "六", "七", "八"][index])条　\(article)")
    }
    return lines.joined(separator: "\n")
  }

  @Test("references that only follow are counted where they are many", arguments: [1, 4])
  func followers(count: Int) throws {
    let table = try table(
      referring(count, isRevised: false), referring(count, isRevised: true))
    let remarks = table.rows.last?.remarks.map(\.text) ?? []
    #expect(remarks.contains("项号、引用的条款号随序号调整\(count)处") == (count > 2))
    #expect(remarks.contains { $0.hasSuffix("，随序号调整") } == (count <= 2))
  }

  @Test("each article that one was split into has its number set off")
  func split() throws {
    let table = try table(
      """
      云溪市校车管理办法
      第一条　学校应当公布校车线路和停靠站点，线路应当避开急弯陡坡。驾驶人应当持有相应准驾车型驾驶证，三年内没有重大事故。
      第二条　本办法自公布之日起施行。
      """,
      """
      云溪市校车管理办法
      第一条　学校应当公布校车线路和停靠站点，线路应当避开急弯陡坡。
      第二条　驾驶人应当持有相应准驾车型驾驶证，三年内没有重大事故。
      第三条　本办法自公布之日起施行。
      """)
    #expect(table.rows.first?.kind == .split)
    #expect(words(table.rows[0].new).contains("第二条　"))
  }

  @Test("short rows stay on one page of a Word document, long ones may break")
  func pageBreaks() throws {
    let short = try table("第一条　学校应当公布线路。", "第一条　学校可以公布线路。")
    let long = try table(
      "第一条　学校应当\(String(repeating: "公布线路，", count: 80))。",
      "第一条　学校可以\(String(repeating: "公布线路，", count: 80))。")
    #expect(WordReport(short).document.ranges(of: "<w:cantSplit/>").count == 2)
    #expect(WordReport(long).document.ranges(of: "<w:cantSplit/>").count == 1)
  }

  @Test("a paragraph that is cut in two is shown on both sides")
  func cut() throws {
    let table = try table(
      "第一条　学校应当公布线路。\n线路应当避开急弯。司机应当持证。",
      "第一条　学校应当公布线路。\n线路应当避开陡坡。\n司机应当持证。")
    #expect(words(table.rows[0].old) == "第一条　……¶线路应当避开[急弯]。司机应当持证。")
    #expect(words(table.rows[0].new) == "第一条　……¶线路应当避开{陡坡}。¶司机应当持证。")
  }
}
