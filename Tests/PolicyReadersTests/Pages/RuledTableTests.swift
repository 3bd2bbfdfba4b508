import PolicyText
import Testing

/// Tables that are drawn with lines, in layout documents.
@Suite("ruled tables")
struct RuledTableTests {
  private typealias Words = (x: Double, y: Double, words: String)
  private typealias Line = (x1: Double, y1: Double, x2: Double, y2: Double)

  private func source(_ pages: [[Words]], _ lines: [[Line]]) throws -> DecodedSource {
    try reading(OFDFile(pages: pages, lines: lines).bytes, name: "文件.ofd")
  }

  /// The lines of a grid, without the inner ones that are left out.
  private func grid(_ xs: [Double], _ ys: [Double], without: [Line] = []) -> [Line] {
    var lines: [Line] = []
    for y in ys { lines += zip(xs, xs.dropFirst()).map { ($0, y, $1, y) } }
    for x in xs { lines += zip(ys, ys.dropFirst()).map { (x, $0, x, $1) } }
    return lines.filter { line in !without.contains { $0 == line } }
  }

  @Test(
    "cells are what lines part, however near their words stand; cells without a line are merged")
  func cells() throws {
    let page: [Words] = [
      (20, 20, "前文应当在表格之前。"), (21, 42, "组织领导"), (41, 40, "机构"), (60, 40, "十分"),
      (41, 50, "经费"), (60, 50, "五分"), (21, 60, "合计"), (60, 60, "十五分"), (20, 75, "后文应当在表格之后。"),
    ]
    let lines = grid(
      [20, 40, 58, 80], [38, 48, 58, 68], without: [(20, 48, 40, 48), (40, 58, 40, 68)])
    let source = try source([page], [lines])
    #expect(
      source.cells(0) == [
        ["组织领导[2x1]", "机构", "十分"], ["经费", "五分"], ["合计[1x2]", "十五分"],
      ])
    #expect(source.lines.first == "前文应当在表格之前。")
    #expect(source.lines.last == "后文应当在表格之后。")
  }

  @Test("rows of a cell without room for the next word are a paragraph; a short row ends one")
  func paragraphs() throws {
    let page: [Words] = [
      (21, 40, "每年检查两"), (21, 46, "次。"), (21, 52, "一、台账"), (21, 58, "二、报表"), (46, 40, "良好"),
    ]
    let source = try source([page], [grid([20, 44, 60], [38, 66])])
    #expect(source.cells(0) == [["每年检查两次。\n一、台账\n二、报表", "良好"]])
  }

  @Test("a table goes on on the next page: its head stands once, and a cell cut in two is one")
  func pages() throws {
    let first: [Words] = [
      (21, 252, "项目"), (46, 252, "标准"), (21, 262, "卫生"), (46, 262, "每日清"),
    ]
    let second: [Words] = [
      (21, 22, "项目"), (46, 22, "标准"), (46, 32, "扫"), (21, 42, "绿化"), (46, 42, "达标"),
    ]
    let lines = [grid([20, 44, 60], [250, 260, 270]), grid([20, 44, 60], [20, 30, 40, 50])]
    let source = try source([first, second], lines)
    #expect(source.text.tables.count == 1)
    #expect(source.cells(0) == [["项目", "标准"], ["卫生", "每日清扫"], ["绿化", "达标"]])
    #expect(source.text.tables.first?.headerRows == 1)
    #expect(source.text.asides.map { source.text[$0.span] } == ["项目", "标准"])
    #expect(source.places.filter { $0.table == 1 }.map(\.page) == [1, 1, 1, 1, 2, 2])
    // Near miss: a table with other columns is another table.
    let other = [lines[0], grid([20, 50, 60], [20, 30, 40, 50])]
    #expect(try self.source([first, second], other).text.tables.count == 2)
  }

  @Test("a row cut in two between its paragraphs is one row; an empty label spans rows")
  func cutRows() throws {
    let first: [Words] = [
      (21, 262, "卫生"), (46, 262, "每日清扫。"), (71, 262, "十分"),
    ]
    let second: [Words] = [
      (46, 22, "每周消毒。"), (21, 32, "绿化"), (46, 32, "达标。"), (71, 32, "五分"),
    ]
    let lines = [grid([20, 44, 70, 90], [260, 270]), grid([20, 44, 70, 90], [20, 30, 40])]
    #expect(
      try source([first, second], lines).cells(0)
        == [["卫生", "每日清扫。\n每周消毒。", "十分"], ["绿化", "达标。", "五分"]])
    let label = second + [(71, 22, "八分")]
    #expect(
      try source([first, label], lines).cells(0)
        == [["卫生[2x1]", "每日清扫。", "十分"], ["每周消毒。", "八分"], ["绿化", "达标。", "五分"]])
  }

  @Test("a frame around text and a line under a title are no table")
  func frames() throws {
    let page: [Words] = [(21, 30, "云溪市文件"), (21, 42, "第一条　甲。"), (21, 50, "第二条　乙。")]
    let frame = grid([20, 190], [38, 60]) + [(20, 36, 190, 36)]
    #expect(try source([page], [frame]).text.tables.isEmpty)
  }

  @Test("words in columns without lines are text, unless each row fills three columns or more")
  func unruled() throws {
    let names: [Words] = [
      (20, 40, "组长："), (60, 40, "甲某某"), (100, 40, "副市长"), (60, 46, "乙某某"), (100, 46, "市教育局局长"),
      (60, 52, "丙某某"), (100, 52, "市财政局局长"),
    ]
    #expect(try source([names], [[]]).text.tables.isEmpty)
    let filled = names + [(20, 46, "成员："), (20, 52, "成员：")]
    #expect(try source([filled], [[]]).text.tables.count == 1)
    // Two lines above and below make it a table as well (三线表).
    #expect(try source([names], [[(20, 38, 140, 38), (20, 60, 140, 60)]]).text.tables.count == 1)
  }
}
