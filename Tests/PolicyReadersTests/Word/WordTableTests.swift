import PolicyReaders
import PolicyText
import Testing

@Suite("tables of Word documents")
struct WordTableTests {
  private func source(
    _ body: String, revisions: RevisionView = .final
  ) throws -> DecodedSource {
    var options = ReadingOptions()
    options.revisions = revisions
    return try reading(WordFile(body: body).bytes, options: options)
  }

  private func cell(_ words: [String], _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(words.map { WordFile.paragraph($0) }.joined())</w:tc>"
  }

  private func row(_ cells: String..., properties: String = "") -> String {
    "<w:tr><w:trPr>\(properties)</w:trPr>\(cells.joined())</w:tr>"
  }

  @Test("merged cells are one cell with its spans; cells hold whole paragraphs")
  func tables() throws {
    let table = """
      <w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>\(cell(["一级"]))\
      \(cell(["二级"], #"<w:gridSpan w:val="2"/>"#))</w:tr>\
      <w:tr>\(cell(["绿化"], #"<w:vMerge w:val="restart"/>"#))\(cell(["甲", "乙"]))\(cell(["10"]))</w:tr>\
      <w:tr>\(cell([""], "<w:vMerge/>"))\(cell(["丙"]))\(cell(["20"]))</w:tr></w:tbl>
      """
    let source = try source(WordFile.paragraph("前") + table + WordFile.paragraph("后"))
    #expect(source.text.tables.count == 1)
    #expect(source.cells(0) == [["一级", "二级[1x2]"], ["绿化[2x1]", "甲\n乙", "10"], ["丙", "20"]])
    #expect(source.text.tables[0].headerRows == 1)
    #expect(source.string == "前\n一级\t二级\n绿化\t甲\n乙\t10\n\t丙\t20\n后")
    let place = source.places.first { source.text[$0.span] == "20" }
    #expect(place?.table == 1 && place?.row == 3 && place?.column == 3)
  }

  @Test("a table of one column, as around a colophon, is no table")
  func frame() throws {
    let table = "<w:tbl><w:tr><w:tc>\(WordFile.paragraph("抄送：市委办公室。"))</w:tc></w:tr></w:tbl>"
    let source = try source(WordFile.paragraph("甲") + table)
    #expect(source.text.tables.isEmpty)
    #expect(source.lines == ["甲", "抄送：市委办公室。"])
    #expect(source.places.map(\.paragraph) == [1, 2])
  }

  @Test("cells merged across in the old way are one cell")
  func horizontalMerge() throws {
    let table = """
      <w:tbl>\(row(cell(["标题"], #"<w:hMerge w:val="restart"/>"#), cell([""], "<w:hMerge/>"), cell(["值"])))\
      \(row(cell(["一"]), cell(["二"]), cell(["三"])))</w:tbl>
      """
    #expect(try source(table).cells(0) == [["标题[1x2]", "值"], ["一", "二", "三"]])
  }

  @Test("a small table in a cell is part of the cell; a frame around tables is none")
  func nested() throws {
    let inner = "<w:tbl>\(row(cell(["优"]), cell(["10"])))\(row(cell(["良"]), cell(["8"])))</w:tbl>"
    let outer = """
      <w:tbl>\(row(cell(["指标"]), cell(["标准"])))\
      \(row(cell(["绿化覆盖率达到规定要求"]), "<w:tc>\(WordFile.paragraph("按下列等次："))\(inner)<w:p/></w:tc>"))\
      </w:tbl>
      """
    let table = try source(outer)
    #expect(table.cells(0) == [["指标", "标准"], ["绿化覆盖率达到规定要求", "按下列等次：\n优\t10\n良\t8"]])
    #expect(table.text.tables.count == 1)
    #expect(table.places.map(\.row) == [1, 1, 2, 2])
    let frame =
      "<w:tbl>\(row("<w:tc>\(inner)<w:p/></w:tc>", "<w:tc>\(inner)<w:p/></w:tc>"))</w:tbl>"
    #expect(try source(frame).text.tables.count == 2)
  }

  @Test("rows and cells that changes add or take away are there or not")
  func revisions() throws {
    let table = """
      <w:tbl>\(row(cell(["旧"], "<w:cellDel/>"), cell(["新"], "<w:cellIns/>"), cell(["值"])))\
      \(row(cell(["删"]), cell(["1"]), properties: "<w:del/>"))\
      \(row(cell(["增"]), cell(["2"]), properties: "<w:ins/>"))</w:tbl>
      """
    #expect(try source(table).cells(0) == [["新", "值"], ["增", "2"]])
    #expect(try source(table, revisions: .original).cells(0) == [["旧", "值"], ["删", "1"]])
    #expect(try source(table).remarks.map(\.kind) == [.revisions])
  }

  @Test("rows that begin or end beside the edge keep their columns")
  func gaps() throws {
    let table = """
      <w:tbl>\(row(cell(["一"]), cell(["二"]), cell(["三"])))\
      \(row(cell(["右"]), properties: #"<w:gridBefore w:val="2"/>"#))\
      \(row(cell(["左"]), cell(["中"]), properties: #"<w:gridAfter w:val="1"/>"#))</w:tbl>
      """
    let place = try source(table).places.first { $0.row == 2 && $0.column == 3 }
    #expect(place != nil)
  }
}
