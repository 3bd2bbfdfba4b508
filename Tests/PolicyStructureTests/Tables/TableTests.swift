import PolicyLexicons
import PolicyStructure
import PolicyText
import Testing

/// Tables in every state that converters leave them in: rows in, the words of each place out.
@Suite struct TableTests {
  private let parser: StructureParser

  init() throws {
    parser = StructureParser(lexicons: try Lexicons.embedded())
  }

  private func document(_ source: SourceText) throws -> (PolicyDocument, ReadingText) {
    let parsed = parser.parse(source)
    return (try #require(parsed.documents.first), parsed.reading)
  }

  /// The rows of the first table, each with the words of all its places joined by `/`.
  private func rows(_ lines: String) throws -> [String] {
    try rows(SourceText("云溪市考核办法\n\n第一条　考核指标见下表。\n\n" + lines))
  }

  private func rows(_ source: SourceText) throws -> [String] {
    let (document, reading) = try document(source)
    return rows(try #require(document.nodes.lazy.compactMap(\.table).first), reading)
  }

  private func rows(_ grid: TableGrid, _ reading: ReadingText) -> [String] {
    grid.slots().map { row in
      row.map { slot in
        slot.map { place in
          grid.rows[place.row][place.index].pieces.map { reading.words(of: $0) }.joined()
        } ?? ""
      }.joined(separator: "/")
    }
  }

  private static let whole = [
    "一级指标/二级指标/分值", "A组织/A1机构/10", "A组织/A2制度/10", "B经费/B1拨款/20",
  ]

  @Test(
    "merged cells left blank, repeated or dropped are the same table",
    arguments: [
      "一级指标\t二级指标\t分值\nA组织\tA1机构\t10\n\tA2制度\t10\nB经费\tB1拨款\t20",
      "一级指标\t二级指标\t分值\nA组织\tA1机构\t10\nA组织\tA2制度\t10\nB经费\tB1拨款\t20",
      "一级指标\t二级指标\t分值\nA组织\tA1机构\t10\nA2制度\t10\t\nB经费\tB1拨款\t20",
      "| 一级指标 | 二级指标 | 分值 |\n|---|---|---|\n| A组织 | A1机构 | 10 |\n| | A2制度 | 10 |\n| B经费 | B1拨款 | 20 |",
    ])
  func mergedCells(lines: String) throws {
    #expect(try rows(lines) == Self.whole)
  }

  @Test("a head that stands again on the next page is no row")
  func repeatedHead() throws {
    let lines =
      "一级指标\t二级指标\t分值\nA组织\tA1机构\t10\n\tA2制度\t10\n\n续表\n一级指标\t二级指标\t分值\nB经费\tB1拨款\t20"
    #expect(try rows(lines) == Self.whole)
  }

  @Test("a drawn box, with cells wrapped over lines and merged over rows")
  func box() throws {
    let lines = """
      ┌──────┬──────┬────┐
      │一级指│二级指│分值│
      │标    │标    │    │
      ├──────┼──────┼────┤
      │A组织 │A1机构│10  │
      │      ├──────┼────┤
      │      │A2制度│10  │
      ├──────┼──────┼────┤
      │B经费 │B1拨款│20  │
      └──────┴──────┴────┘
      """
    #expect(try rows(lines) == Self.whole)
  }

  @Test("rows of a box that no rule parts are told by their numbers")
  func boxWithoutRules() throws {
    let lines = """
      ┌────────┬────────┬────┐
      │一级指标│二级指标│分值│
      ├────────┼────────┼────┤
      │A组织   │A1机构  │10  │
      │        │A2制度  │10  │
      ├────────┼────────┼────┤
      │B经费   │B1拨款  │20  │
      └────────┴────────┴────┘
      """
    #expect(try rows(lines) == Self.whole)
  }

  @Test("the number of a page between two rows is no cell")
  func pageNumber() throws {
    let lines =
      "一级指标\t二级指标\t分值\nA组织\tA1机构\t10\nA组织\tA2制度\t10\n— 3 —\n一级指标\t二级指标\t分值\nB经费\tB1拨款\t20"
    #expect(try rows(lines) == Self.whole)
  }

  @Test("a blank in a last column of indicators is merged, and nothing in its row was shifted")
  func indicatorsAtTheEnd() throws {
    let lines = """
      | 分值 | 评价内容 | 评价项目 |
      |---|---|---|
      | 10 | 制定方案的情况 | 组织保障 |
      | 20 | 投入经费的情况 | |
      | 30 | 开展活动的情况 | 工作落实 |
      """
    #expect(
      try rows(lines) == [
        "分值/评价内容/评价项目", "10/制定方案的情况/组织保障", "20/投入经费的情况/组织保障", "30/开展活动的情况/工作落实",
      ])
  }

  @Test("one cell a line with short contents beside merged names")
  func gridlessContents() throws {
    let lines = """
      序号
      考核项目
      考核内容
      分值
      责任部门
      1
      党建引领
      落实意识形态工作责任制
      10
      县委宣传部
      2
      加强基层党组织建设
      10
      县委组织部
      3
      平安建设
      排查化解矛盾纠纷
      15
      县司法局
      """
    #expect(
      try rows(lines) == [
        "序号/考核项目/考核内容/分值/责任部门", "1/党建引领/落实意识形态工作责任制/10/县委宣传部", "2/党建引领/加强基层党组织建设/10/县委组织部",
        "3/平安建设/排查化解矛盾纠纷/15/县司法局",
      ])
  }

  @Test("one cell a line ends at the total, and a caption is no head")
  func gridlessEnd() throws {
    let lines =
      "附表 督导评估指标\n一级指标\n二级指标\n分值\nA组织\nA1机构\n10\nA2制度\n10\nB经费\nB1拨款\n20\n合计\n40\n二、工作要求\n加强组织领导。"
    let found = try rows(lines)
    #expect(Array(found.prefix(4)) == Self.whole)
    #expect(found.count == 5 && found.last?.hasSuffix("合计/40") ?? false || found.last == "合计//40")
  }

  @Test("one cell a line")
  func gridless() throws {
    let lines = "一级指标\n二级指标\n分值\nA组织\nA1机构\n10\nA2制度\n10\nB经费\nB1拨款\n20"
    #expect(try rows(lines) == Self.whole)
  }

  @Test("short lines without heads of columns are paragraphs, no table")
  func shortLines() throws {
    let (document, _) = try document(
      SourceText("云溪市考核办法\n\n第一条　考核对象如下。\n\n市教育局\n市财政局\n市民政局\n10\n20\n30"))
    #expect(document.nodes.allSatisfy { $0.table == nil })
  }

  @Test("a table on one line")
  func inline() throws {
    let lines =
      "表1 | 一级指标 | 二级指标 | 分值 || :--- | :--- | :--- || A组织 | A1机构 | 10 ||  | A2制度 | 10 || B经费 | B1拨款 | 20 |"
    #expect(try rows(lines) == Self.whole)
  }

  @Test("articles and further tables behind a table on one line", arguments: ["", " "])
  func inlineAmongArticles(gap: String) throws {
    let lines = [
      "云溪市考核办法", "第一条　考核指标见下表。", "| 指标 | 分值 |", "| :--- | :--- |", "| 机构 | 4 |", "| 制度 | 6 |",
      "第二条　考核等级如下。", "| 等级 | 分数 | 奖励 |", "| --- | --- | --- |", "| 优秀 | 90 | 通报 |",
      "第三条　本办法自印发之日起施行。",
    ]
    let (document, reading) = try document(SourceText(lines.joined(separator: gap)))
    #expect(
      document.nodes.compactMap(\.table).map { rows($0, reading) } == [
        ["指标/分值", "机构/4", "制度/6"], ["等级/分数/奖励", "优秀/90/通报"],
      ])
    #expect(
      NodeIdentity(document).ids.filter { $0.hasPrefix("art") && !$0.contains("__") }
        == ["art_1", "art_2", "art_3"])
  }

  @Test("tabs in a source on one line part no cells")
  func tabsAmongArticles() throws {
    let article = "　学校应当每学期检查食堂、宿舍、实验室和校车，公开检查的结果，并在三十日内改正发现的问题，逾期未改正的通报批评。"
    let numbers = ["二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
    let lines =
      "云溪市考核办法第一条" + article + "指标\t分值\t备注机构\t4\t试行"
      + numbers.map { "第\($0)条" + article }.joined()
    let (document, _) = try document(SourceText(lines))
    #expect(document.nodes.filter { $0.level == .article }.count == 12)
  }

  @Test("a cell cut by a line break is whole again")
  func cutCell() throws {
    let lines = "任务\t责任部门\t完成时限\n建设平台\t市数据局\t6月底\n完善制度，明确\n责任\t市司法局\t7月底\n开展培训\t市人社局\t8月底"
    #expect(try rows(lines)[2].hasPrefix("完善制度，明确责任/市司法局") == true)
  }

  @Test("cells are merged beside a column that counts every row")
  func countedRows() throws {
    let lines = "序号\t一级指标\t二级指标\t分值\n1\tA组织\tA1机构\t10\n2\t\tA2制度\t10\n3\tB经费\tB1拨款\t20"
    #expect(try rows(lines)[2] == "2/A组织/A2制度/10")
  }

  @Test("a blank at the end of a row that nothing shifted stays blank")
  func honestBlank() throws {
    let lines = "指标\t分值\t备注\nA1机构\t10\t\nA2制度\t10\t试行\nB1拨款\t20\t"
    #expect(try rows(lines) == ["指标/分值/备注", "A1机构/10/", "A2制度/10/试行", "B1拨款/20/"])
  }

  @Test("a table that the file itself has keeps its spans")
  func givenTable() throws {
    let text = "云溪市考核办法\n\n第一条　考核指标见下表。\n\n一级指标\t分值\nA组织\t10\n20\n\n第二条　本办法自印发之日起施行。"
    let scalars = Array(text.unicodeScalars)
    func cell(_ words: String, rowSpan: Int = 1) -> TableCell {
      let sought = Array(words.unicodeScalars)
      let start = (0..<scalars.count).last { start in
        start + sought.count <= scalars.count
          && scalars[start..<start + sought.count].elementsEqual(sought)
      }
      return TableCell(range: (start ?? 0)..<(start ?? 0) + sought.count, rowSpan: rowSpan)
    }
    let grid = TableGrid(rows: [
      [cell("一级指标"), cell("分值")], [cell("A组织", rowSpan: 2), cell("10")], [cell("20")],
    ])
    let source = SourceText(scalars: scalars, tables: [grid])
    #expect(try rows(source) == ["一级指标/分值", "A组织/10", "A组织/20"])
    let (document, _) = try document(source)
    #expect(NodeIdentity(document).ids.contains("art_2"))
  }

  @Test("a row that kept its blanks is not shifted, though rows without its last cells are short")
  func keptBlanks() throws {
    let lines =
      "编码\t指标\t定义\t权重\t牵头单位\n1\t政务服务\t\t0.3\t\n1.1\t一网通办率\t网上办理事项的比例\t0.1\t市数据局\n1.2\t办理时限\t开办企业的时间\t0.2\t市市场监管局\n2\t要素保障\t\t0.7\t\n2.1\t用水\t报装的时间\t0.7\t市水务局"
    #expect(try rows(lines)[1] == "1/政务服务//0.3/")
  }

  @Test("where merged cells stand again in each row, none was dropped")
  func repeatedNotDropped() throws {
    let lines =
      "一级指标\t二级指标\t目标\t实际\t得分\t扣分原因\nA投入\tA1资金\t100%\t100%\t5\t\nA投入\tA2时效\t100%\t92%\t4.6\t延迟到位\nB产出\tB1数量\t12万吨\t12万吨\t8\t"
    #expect(try rows(lines)[1] == "A投入/A1资金/100%/100%/5/")
  }

  @Test("scores on lines of their own are no page numbers")
  func scores() throws {
    let lines =
      "考核项目\n考核内容\n基础分\n责任单位\n责任落实\n党政领导干部履行食品安全属地责任的情况\n6\n市市场监管局\n经费保障\n监管经费列入年度预算和拨付使用的情况\n4\n市财政局\n源头治理\n农产品质量安全监测和畜禽屠宰检疫情况\n8\n市农业农村局\n宣传教育\n食品安全宣传周活动和科普知识普及情况\n4\n市委宣传部"
    #expect(try rows(lines)[1] == "责任落实/党政领导干部履行食品安全属地责任的情况/6/市市场监管局")
  }
}
