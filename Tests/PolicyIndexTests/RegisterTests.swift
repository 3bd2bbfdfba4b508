import Testing

@testable import PolicyIndex

@Suite("registers of duties")
struct RegisterTests {
  private let text = """
    云溪市校车管理办法
    （2022年3月1日云溪市人民政府令第9号公布）
    第一条　学校应当在三日内报告事故。
    第二条　学校不得超载。
    第三条　违反本办法第二条规定的，处一千元以上五千元以下的罚款。

    """

  private func register(_ text: String) throws -> RegisterTable {
    let test = try TestLibrary()
    try test.add(text)
    var request = SearchRequest()
    request.limit = 100
    return .compliance(
      try test.library.register(RegisterQuestion(request, on: TestLibrary.today)).duties)
  }

  @Test("twenty-three columns; sanctions stand beside the duty that they sanction")
  func columns() throws {
    let table = try register(text)
    #expect(table.columns.count == 23)
    #expect(table.rows.allSatisfy { $0.count == 23 })
    #expect(table.rows.map { $0[6] } == ["第一条", "第二条", "第三条"])
    #expect(table.rows[0][12] == "三日")
    #expect(table.rows[1][16].contains("一千元以上五千元以下的罚款"))
    #expect(table.rows[0][16].isEmpty)
  }

  @Test("what people wrote is taken over, also where numbers have changed, and nothing is lost")
  func merge() throws {
    var edited = try register(text)
    edited.rows[0][15] = "安全岗"
    edited.rows[1][17] = "高"
    edited.rows[2][22] = "已核对"
    let changed = text.replacing("第二条　学校不得超载。", with: "第二条　学校不得超载、超速。")
      .replacing("第三条　违反", with: "第三条　学生违反")
    var table = try register(changed)
    let merged = table.merge([edited.columns] + edited.rows)
    let report = try #require(merged)
    #expect(report.kept == 3)
    #expect(table.rows[0][15] == "安全岗")
    #expect(table.rows[1][17] == "高")
    let shorter = text.components(upToLine: "第三条")
    var rest = try register(shorter)
    let restReport = rest.merge([edited.columns] + edited.rows)
    #expect(restReport?.orphaned == 1)
    #expect(rest.rows.last?[22] == "已核对")
  }

  @Test("a table that is no register is refused")
  func noRegister() throws {
    var table = try register(text)
    let report = table.merge([["姓名", "电话"], ["张三", "1"]])
    #expect(report == nil)
  }

  @Test("columns that people have added stay, and a row that lost its duty is marked once")
  func addedColumns() throws {
    var edited = try register(text)
    let head = edited.columns + ["整改期限"]
    var rows = edited.rows.map { $0 + [""] }
    rows[1][23] = "2025年底"
    rows[2][22] = "已核对"
    var table = try register(text.components(upToLine: "第三条"))
    let tableReport = table.merge([head] + rows)
    #expect(tableReport?.orphaned == 1)
    #expect(table.columns.last == "整改期限")
    #expect(table.widths.count == 24)
    #expect(table.rows[1].last == "2025年底")
    edited = table
    var again = try register(text.components(upToLine: "第三条"))
    let againReport = again.merge([edited.columns] + edited.rows)
    #expect(againReport?.orphaned == 1)
    #expect(again.rows.last?[0] == "原3")
  }

  @Test("departments that the program found in old words give way to those of new words")
  func departmentsOfNewWords() throws {
    func notice(_ lead: String) -> String {
      """
      云溪市人民政府办公室关于印发校车整治方案的通知
      一、主要任务
      （一）完善标准。2024年底前制定校车标准\(lead == "公安" ? "并公布" : "")。（市\(lead)局牵头）
      云溪市人民政府办公室
      2024年1月5日

      """
    }
    var edited = try register(notice("教育"))
    let row = try #require(edited.rows.firstIndex { $0[14].contains("教育局") })
    edited.rows[row][17] = "高"
    var same = try register(notice("教育"))
    let sameReport = same.merge([edited.columns] + edited.rows)
    #expect(sameReport?.changed == 0)
    #expect(same.rows[row][14] == edited.rows[row][14])
    var changed = try register(notice("公安"))
    let merged = changed.merge([edited.columns] + edited.rows)
    let report = try #require(merged)
    #expect(report.kept == 1)
    #expect(report.changed == 1)
    #expect(changed.rows[row][14].contains("公安局"))
    #expect(changed.rows[row][17] == "高")
    #expect(changed.rows[row][22] == "原表责任部门：\(edited.rows[row][14])")
  }

  @Test("a table of tasks names who leads and who takes part")
  func tasks() throws {
    let test = try TestLibrary()
    try test.add(
      """
      云溪市人民政府办公室关于印发校车整治方案的通知
      一、主要任务
      （一）完善标准。2024年底前制定校车标准。（市教育局牵头，市公安局配合）
      云溪市人民政府办公室
      2024年1月5日

      """)
    var request = SearchRequest()
    request.limit = 10
    let duties = try test.library.register(RegisterQuestion(request, on: TestLibrary.today)).duties
    let table = RegisterTable.tasks(duties)
    let row = try #require(table.rows.first { $0[3].contains("教育局") })
    #expect(row[4].contains("公安局"))
    #expect(row[5].contains("2024年底"))
  }

  @Test("a register leaves out what is no longer in force, and says how much that is")
  func repealed() throws {
    let test = try TestLibrary()
    try test.add(
      """
      云溪市校车办法
      （2010年3月1日云溪市人民政府令第5号公布）
      第一条　学校应当配备照管人员。
      第二条　本办法自2010年5月1日起施行，有效期五年。

      """,
      """
      云溪市校服办法
      （2020年3月1日云溪市人民政府令第5号公布）
      第一条　学校应当公示校服价格。
      第二条　本办法自2020年5月1日起施行。

      """)
    var request = SearchRequest()
    request.includesRepealed = false
    let register = try test.library.register(
      RegisterQuestion(request, on: TestLibrary.today))
    #expect(register.duties.map(\.document.title) == ["云溪市校服办法"])
    #expect(register.repealed == 1)
    request.includesRepealed = true
    let all = try test.library.register(RegisterQuestion(request, on: TestLibrary.today))
    #expect(all.duties.count == 2)
    #expect(all.repealed == 0)
  }

  @Test("a duty names the indicators of its text that it bears on")
  func indicators() throws {
    let test = try TestLibrary()
    try test.add(
      """
      云溪市学校安全工作考核办法
      第一条　学校应当每学期组织两次应急疏散演练。
      第二条　考核指标如下：

      | 指标 | 分值 |
      | --- | --- |
      | A1 应急疏散演练 | 10分 |
      | A2 校车安全 | 20分 |

      """)
    let duties = try test.library.register(
      RegisterQuestion(SearchRequest(), on: TestLibrary.today)
    ).duties
    let drill = try #require(duties.first { $0.citation == "第一条" })
    #expect(drill.indicators == ["A1 应急疏散演练"])
  }

  @Test("what changed for a department between two texts")
  func changes() throws {
    let old = (try register(text)).rows.count
    #expect(old == 3)
    func duty(_ words: String) -> LibraryDuty {
      LibraryDuty(
        id: "#1/n1",
        document: HitDocument(
          id: 1, title: "办法", number: nil, authorityLevel: nil, inForce: nil,
          validity: Validity(state: .inForce, ground: "")),
        citation: "第一条", node: "art_1", text: words, marks: [], modality: "obligation",
        modalityName: "应当", bearers: [], action: "", conditions: [], exceptions: [], terms: [],
        amounts: [], indicators: [], sanctions: [], reason: nil)
    }
    let changes = DutyComparison(
      old: [duty("市教育局应当在三十日内公布名单"), duty("市教育局应当报告"), duty("市教育局应当巡查校车")],
      new: [duty("市教育局应当在十五日内公布名单"), duty("市教育局应当 报告"), duty("校长每年述职一次")]
    ).changes
    #expect(changes.map(\.kind) == [.changed, .added, .removed])
  }
}

extension String {
  /// The lines before the one that begins with some words.
  fileprivate func components(upToLine words: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { !$0.hasPrefix(words) }.joined(separator: "\n") + "\n"
  }
}
