import PolicyText
import Testing

@Suite("layout documents")
struct LayoutDocumentTests {
  private func source(
    _ pages: [[(x: Double, y: Double, words: String)]]
  ) throws -> DecodedSource {
    try reading(OFDFile(pages: pages).bytes, name: "文件.ofd")
  }

  @Test("words are read by their place, whatever their order in the file")
  func order() throws {
    let source = try source([
      [(20, 40, "第二条　乙。"), (28.4, 30, "第一条　甲"), (90, 30.1, "应当报告。"), (20, 50, "第三条　丙。")]
    ])
    #expect(source.lines == ["　　第一条　甲　　　　　　　　　　应当报告。", "第二条　乙。", "第三条　丙。"])
    #expect(source.mediaType == "application/ofd")
  }

  @Test("heads, feet and page numbers are marked; every stretch knows its page")
  func furniture() throws {
    let pages = (1...3).map { page in
      [
        (x: 20.0, y: 10.0, words: "云溪市人民政府公报"), (20, 40, "第\(page)页的文字应当在这里。"),
        (20, 60, "内容"), (100, 285, "— \(page) —"),
      ]
    }
    let source = try source(pages)
    #expect(source.lines.count == 6)
    #expect(source.text.asides.count == 6)
    #expect(source.places.first { source.text[$0.span].contains("第2页") }?.page == 2)
  }

  @Test("words under each other in columns are a table; a line with a gap is none")
  func table() throws {
    var page: [(x: Double, y: Double, words: String)] = [(80, 30, "目　　录"), (20, 45, "前文。")]
    for (row, cells) in [["指标", "分值", "标准"], ["绿化", "10", "达标"], ["卫生", "20", "良好"]].enumerated() {
      for (column, cell) in cells.enumerated() {
        page.append((20 + Double(column) * 50, 60 + Double(row) * 8, cell))
      }
    }
    page.append((20, 100, "后文。"))
    let source = try source([page])
    #expect(source.text.tables.count == 1)
    #expect(source.cells(0) == [["指标", "分值", "标准"], ["绿化", "10", "达标"], ["卫生", "20", "良好"]])
    #expect(source.lines.last == "后文。")
  }

  @Test("pages without words are recognised as images")
  func scanned() {
    let error = #expect(throws: SourceError.self) { try source([[], []]) }
    #expect(error == .scanned(name: "文件.ofd"))
  }
}
