import PolicyReaders
import PolicyText
import Testing

@Suite("Word documents")
struct WordReaderTests {
  private func source(
    _ body: String, options: ReadingOptions = ReadingOptions()
  ) throws -> DecodedSource {
    try reading(WordFile(body: body).bytes, options: options)
  }

  @Test("a paragraph is a line; runs join, breaks part, and what is deleted or hidden is left out")
  func words() throws {
    let body = """
      <w:p>\(WordFile.run("第一条　市教"))\(WordFile.run("育局应当"))<w:r><w:br/><w:t>报告。</w:t></w:r>\
      <w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>
      """
    let source = try source(body)
    #expect(source.string == "第一条　市教育局应当\n报告。")
    #expect(source.remarks.map(\.kind) == [.hidden])
  }

  @Test("of a field the result is read; a field without end swallows nothing")
  func fields() throws {
    func character(_ type: String) -> String {
      #"<w:r><w:fldChar w:fldCharType="\#(type)"/></w:r>"#
    }
    let instruction = "<w:r><w:instrText>REF a \\h</w:instrText></w:r>"
    let field = character("begin") + instruction + character("separate")
    #expect(
      try source("<w:p>\(WordFile.run("见"))\(field)\(WordFile.run("第五条"))\(character("end"))</w:p>")
        .string == "见第五条")
    #expect(
      try source(
        "<w:p>\(character("begin"))\(instruction)</w:p>" + WordFile.paragraph("第一条　甲。")
      ).string == "第一条　甲。")
    let circle = "<w:r><w:instrText>eq \\o\\ac(○,12)</w:instrText></w:r>"
    #expect(
      try source("<w:p>\(character("begin"))\(circle)\(character("end"))\(WordFile.run("甲"))</w:p>")
        .string == "⑫甲")
  }

  @Test("a text box is read once, behind the paragraph that it is anchored in")
  func textBox() throws {
    let inner = "<w:txbxContent>\(WordFile.paragraph("云溪市人民政府文件"))</w:txbxContent>"
    let box = """
      <w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>\(inner)</wps:txbx></mc:Choice>\
      <mc:Fallback><w:pict><v:textbox>\(inner)</v:textbox></w:pict></mc:Fallback>\
      </mc:AlternateContent></w:r>
      """
    let source = try source("<w:p>\(box)\(WordFile.run("甲"))</w:p>" + WordFile.paragraph("乙"))
    #expect(source.lines == ["甲", "云溪市人民政府文件", "乙"])
    #expect(source.places.map(\.part) == [nil, .textBox, nil])
  }

  @Test("tracked changes are read as accepted or as rejected, and reported")
  func revisions() throws {
    let body = """
      <w:p>\(WordFile.run("市教育局"))<w:del w:id="1"><w:r><w:delText>可以</w:delText></w:r></w:del>\
      <w:ins w:id="2">\(WordFile.run("应当"))</w:ins>\(WordFile.run("报告。"))</w:p>\
      <w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>\(WordFile.run("前半"))</w:p>\
      \(WordFile.paragraph("后半。"))
      """
    #expect(try source(body).lines == ["市教育局应当报告。", "前半后半。"])
    var options = ReadingOptions()
    options.revisions = .original
    let original = try source(body, options: options)
    #expect(original.lines == ["市教育局可以报告。", "前半", "后半。"])
    #expect(original.remarks.map(\.kind) == [.revisions])
    #expect(try source(WordFile.paragraph("甲")).remarks.isEmpty)
  }

  @Test("a deleted paragraph of a list has no number")
  func deletedNumber() throws {
    let deleted = """
      <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>\
      <w:rPr><w:del w:id="1"/></w:rPr></w:pPr>\
      <w:del w:id="2"><w:r><w:delText>旧。</w:delText></w:r></w:del></w:p>
      """
    let file = WordFile(
      body: WordFile.paragraph("甲。", list: 1) + deleted + WordFile.paragraph("乙。", list: 1),
      numbering: WordFile.list(1, [("decimal", "%1.")]))
    #expect(try reading(file.bytes).lines == ["1. 甲。", "2. 乙。"])
  }

  @Test("notes, headers and footers stand behind the text and are no part of it")
  func margins() throws {
    let file = WordFile(
      body: WordFile.paragraph("第一条　甲。"),
      parts: [
        (
          "footnotes", "footnotes.xml", "w:footnotes",
          #"<w:footnote w:type="separator">\#(WordFile.paragraph("线"))</w:footnote>"#
            + "<w:footnote>\(WordFile.paragraph("见附件。"))</w:footnote>"
        ),
        ("header", "header1.xml", "w:hdr", WordFile.paragraph("内部资料")),
        ("header", "header2.xml", "w:hdr", WordFile.paragraph("内部资料")),
        ("footer", "footer1.xml", "w:ftr", WordFile.paragraph("— 1 —")),
        ("comments", "comments.xml", "w:comments", WordFile.paragraph("批注")),
      ])
    let source = try reading(file.bytes)
    #expect(source.string == "第一条　甲。\n见附件。\n内部资料\n— 1 —")
    #expect(source.lines == ["第一条　甲。"])
    #expect(source.places.map(\.part) == [nil, .footnote, .header, .footer])
  }

  @Test("pages are known where the program that wrote the file marked them")
  func pages() throws {
    let next = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>乙</w:t></w:r></w:p>"
    #expect(try source(WordFile.paragraph("甲") + next).places.map(\.page) == [1, 2])
    #expect(try source(WordFile.paragraph("甲")).places.map(\.page) == [nil])
  }

  @Test("the entries of a table of contents lead to their pages by dots")
  func contents() throws {
    let entry = """
      <w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>一、</w:t><w:tab/><w:t>总则</w:t><w:tab/>\
      <w:t>1</w:t></w:r></w:p>
      """
    let styles =
      #"<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>"#
    #expect(try reading(WordFile(body: entry, styles: styles).bytes).string == "一、　总则……1")
  }
}
