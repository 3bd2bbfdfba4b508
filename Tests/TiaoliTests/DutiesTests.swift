import Foundation
import Testing

@Suite("tiaoli duties, check and outline")
struct DutiesTests {
  private let text = """
    云溪市校车管理办法
    第一条　市教育局应当在三十日内公布名单。
    第二条　教育行政部门不得收费。
    第三条　市财政局应当安排经费。

    """

  private func rows(_ arguments: [String]) throws -> [String] {
    let scratch = try Scratch()
    try scratch.write(text, to: "办法.txt")
    let run = try Program.run(
      ["duties", "办法.txt", "--format", "csv"] + arguments, in: scratch.folder)
    #expect(run.status == 0)
    return run.text.components(separatedBy: "\r\n").dropLast().map { $0 }
  }

  @Test("fourteen columns, a byte order mark for Excel, a row a norm")
  func columns() throws {
    let rows = try rows([])
    #expect(rows.first?.hasPrefix("\u{FEFF}序号,义务编号,法规名称,文号,效力级别,时效性,条款号,原文,") == true)
    #expect(rows.first?.split(separator: ",", omittingEmptySubsequences: false).count == 14)
    #expect(rows.count == 4)
  }

  @Test("a department is found under its other names, by its function")
  func department() throws {
    #expect(try rows(["--department", "教育部门"]).count == 3)
    #expect(try rows(["--department", "财政部门"]).count == 2)
    #expect(try rows(["--department", "公安部门"]).count == 1)
  }

  @Test("kinds and words filter, kinds by either name")
  func filters() throws {
    #expect(try rows(["--modality", "不得"]).count == 2)
    #expect(try rows(["--modality", "prohibition"]).count == 2)
    #expect(try rows(["--text", "经费"]).count == 2)
    #expect(try rows(["--text", "经费", "--modality", "不得"]).count == 1)
  }

  @Test("the same register gives the same workbook; a place that cannot be written ends with 73")
  func workbook() throws {
    let scratch = try Scratch()
    try scratch.write(text, to: "办法.txt")
    for name in ["a.xlsx", "b.xlsx"] {
      let run = try Program.run(["duties", "办法.txt", "-o", name], in: scratch.folder)
      #expect(run.status == 0)
      #expect(run.error.isEmpty)
    }
    let first = try Data(contentsOf: scratch.folder.appendingPathComponent("a.xlsx"))
    #expect(first.prefix(2) == Data("PK".utf8))
    #expect(first == (try Data(contentsOf: scratch.folder.appendingPathComponent("b.xlsx"))))
    let failed = try Program.run(["duties", "办法.txt", "-o", "no/a.xlsx"], in: scratch.folder)
    #expect(failed.status == 73)
    #expect(failed.error == "tiaoli：不能写“no/a.xlsx”：没有这个文件或文件夹。请检查路径、权限和磁盘空间。\n")
    #expect(scratch.files == ["a.xlsx", "b.xlsx", "办法.txt"])
  }

  @Test("an error makes check end with 1 and is marked at its line and column")
  func check() throws {
    let scratch = try Scratch()
    try scratch.write("第一条　甲应当报告。\n第二条　依照本办法第九条处理。\n", to: "a.txt")
    let run = try Program.run(["check", "a.txt"], in: scratch.folder)
    #expect(run.status == 1)
    #expect(run.text.hasPrefix("a.txt:2:7: 错误："))
    let json = try Program.run(["check", "a.txt", "--format", "json"], in: scratch.folder)
    let findings = try JSONSerialization.jsonObject(with: json.output) as? [[String: Any]]
    #expect(findings?.first?["line"] as? Int == 2)
    try scratch.write("第一条　甲应当报告。\n", to: "b.txt")
    #expect(try Program.run(["check", "b.txt"], in: scratch.folder).text == "没有发现问题。\n")
  }

  @Test("output that is no terminal has no colours")
  func noColours() throws {
    let scratch = try Scratch()
    try scratch.write(text, to: "办法.txt")
    for command in ["outline", "check", "duties"] {
      let run = try Program.run([command, "办法.txt"], in: scratch.folder)
      #expect(!run.text.contains("\u{1B}"))
    }
  }
}
