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

  /// Words broken into rows of 20 characters under each other, the first row two characters in.
  private func rows(_ words: String, from top: Double) -> [(x: Double, y: Double, words: String)] {
    var rest = Array("　　" + words)[...]
    var rows: [(x: Double, y: Double, words: String)] = []
    while !rest.isEmpty {
      let row = String(rest.prefix(20)).drop { $0 == "　" }
      rows.append((rows.isEmpty ? 28.4 : 20, top + 6 * Double(rows.count), String(row)))
      rest = rest.dropFirst(20)
    }
    return rows
  }

  @Test(
    "indents show where paragraphs begin, though a line is full; one over two pages has two places")
  func paragraphs() throws {
    let first = "第一条　为了保障公众游园的权利，规范公园的管理，根据有关法律，结合本市实际，制定本市办法。"
    let full = "市园林主管部门应当每年向社会公布公园的名录和开放的时间接受社会监督。必要时听证"
    let last = "第三条　公园应当免费开放。开放时间由市园林主管部门规定，并在公园门口显著位置公示三年。"
    let end = rows(last, from: 80)
    let source = try source([
      rows(first, from: 30) + rows(full, from: 60) + end.prefix(1) + [(100, 285, "— 1 —")],
      end.dropFirst().map { ($0.x, $0.y - 60, $0.words) } + rows(first, from: 60)
        + [(100, 285, "— 2 —")],
    ])
    let lines = source.lines.map { $0.filter { $0 != "　" } }
    let plain = [first, full, last].map { $0.filter { $0 != "　" } }
    #expect(lines == plain + [plain[0]])
    let places = source.places.filter { source.text.asides.map(\.span).contains($0.span) == false }
    #expect(places.map(\.page) == [1, 1, 1, 2, 2])
    #expect(places.map(\.paragraph) == [1, 2, 3, 3, 5])
  }

  @Test("the last number of a table at the foot of a page is no page number")
  func numberAtTheEdge() throws {
    let cells = (20...42).map { (x: 20.0, y: Double($0) * 6.4, words: "\($0 * 5)") }
    let source = try source([cells, cells.map { ($0.x, $0.y, $0.words + "0") }])
    #expect(source.text.asides.isEmpty)
    let numbered = try self.source(
      (1...3).map { [(x: 20.0, y: 40.0, words: "第一条　甲。"), (100, 285, "\($0 + 6)")] })
    #expect(numbered.text.asides.count == 3)
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

  @Test("an offset leads to its page, paragraph or cell")
  func placeNames() {
    var first = SourcePlace(span: TextSpan(0, 4))
    first.page = 1
    first.paragraph = 1
    var cell = SourcePlace(span: TextSpan(5, 8))
    (cell.page, cell.table, cell.row, cell.column) = (7, 2, 3, 1)
    var note = SourcePlace(span: TextSpan(9, 12))
    note.part = .footnote
    let index = PlaceIndex([first, cell, note])
    #expect(
      [0, 4, 5, 11].map { index.place(of: $0)?.chineseName } == [
        "第1页第1段", "第1页第1段", "第7页表2第3行第1列", "脚注",
      ])
    #expect(PlaceIndex([]).place(of: 3) == nil)
  }

  @Test("a title over two rows is one line; rows of the size of the text that have room are two")
  func titles() throws {
    let first = "第一条　为了保障公众游园的权利，规范公园的管理，根据有关法律，结合本市实际，制定本市办法。"
    let body = (0..<4).flatMap { rows(first, from: 50 + Double($0) * 24) }
    let title: [(x: Double, y: Double, words: String)] = [
      (20, 30, "云溪市人民政府关于印发云溪市公"), (39.6, 37, "园管理办法的通知"),
    ]
    let large = OFDFile(pages: [title + body], titles: 2)
    let lines = try reading(large.bytes, name: "文件.ofd").lines.map { $0.filter { $0 != "　" } }
    #expect(lines.first == "云溪市人民政府关于印发云溪市公园管理办法的通知")
    #expect(lines.count == 5)
    #expect(try source([title + body]).lines.count == 6)
  }

  @Test("a number that found no room at the end of a row goes on in the next one")
  func numbers() throws {
    let words = "第一条　公园应当在节假日免费开放给公众游览，并应当向社会公布改造的方案和费用的数额，在二〇二四年以前投入资金"
    func page(_ number: String) -> [(x: Double, y: Double, words: String)] {
      rows(words, from: 30) + [(20, 48, number)] + rows(words, from: 60) + [(20, 78, number)]
    }
    #expect(try source([page("100000000元。")]).lines.count == 2)
    // Near miss: a short one would have found room, so that it begins a paragraph.
    #expect(try source([page("100元。")]).lines.count == 4)
  }

  @Test("pages without words are recognised as images")
  func scanned() {
    let error = #expect(throws: SourceError.self) { try source([[], []]) }
    #expect(error == .scanned(name: "文件.ofd"))
  }
}
