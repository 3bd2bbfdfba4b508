import PolicyReaders
import PolicyText
import Testing

@Suite("what the eye sees in Word documents")
struct WordContentTests {
  private func lines(_ content: String) throws -> [String] {
    try reading(WordFile(body: "<w:p>\(content)</w:p>").bytes).lines
  }

  private func raised(_ words: String) -> String {
    #"<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>\#(words)</w:t></w:r>"#
  }

  @Test("a raised number is no part of the number in front of it")
  func raisedNumbers() throws {
    #expect(try lines(WordFile.run("10") + raised("4") + WordFile.run("件")) == ["10⁴件"])
    #expect(try lines(WordFile.run("应当备案") + raised("12")) == ["应当备案¹²"])
    #expect(try lines(WordFile.run("应当备案") + raised("[1]")) == ["应当备案[1]"])
  }

  private func term(_ name: String, _ words: String) -> String {
    "<m:\(name)><m:r><m:t>\(words)</m:t></m:r></m:\(name)>"
  }

  @Test("fractions, powers and brackets of formulas are written in a line")
  func formulas() throws {
    let fraction = "<m:f>\(term("num", "合格数"))\(term("den", "总数"))</m:f>"
    let sum = "<m:f>\(term("num", "甲+乙"))\(term("den", "2"))</m:f>"
    #expect(try lines("<m:oMath>\(fraction)\(sum)</m:oMath>") == ["合格数/总数(甲+乙)/2"])
    let power = "<m:sSup>\(term("e", "x"))\(term("sup", "2"))</m:sSup>"
    let index = "<m:sSup>\(term("e", "x"))\(term("sup", "n+1"))</m:sSup>"
    #expect(try lines("<m:oMath>\(power)\(index)</m:oMath>") == ["x²x^(n+1)"])
    let brackets = #"<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>"#
    #expect(
      try lines(
        "<m:oMath><m:d>\(term("e", "甲-乙"))</m:d>\(brackets)\(term("e", "丙"))</m:d></m:oMath>")
        == ["(甲-乙)[丙]"])
    let operators = #"<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr>\#(term("e", "甲"))</m:nary>"#
    #expect(try lines("<m:oMath>\(operators)</m:oMath>") == ["∑甲"])
  }

  @Test("boxes to be ticked are seen")
  func checkBoxes() throws {
    func box(_ isChecked: Int) -> String {
      """
      <w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="\(isChecked)"/>\
      </w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>\
      <w:r><w:fldChar w:fldCharType="end"/></w:r>
      """
    }
    #expect(
      try lines(box(1) + WordFile.run("同意") + box(0) + WordFile.run("不同意")) == ["☑同意□不同意"])
  }

  @Test("word art is read behind its paragraph, a watermark with the headers")
  func wordArt() throws {
    let art = #"<w:r><w:pict><v:shape><v:textpath string="云溪市人民政府文件"/></v:shape></w:pict></w:r>"#
    #expect(try lines(WordFile.run("甲") + art) == ["甲", "云溪市人民政府文件"])
    let file = WordFile(
      body: WordFile.paragraph("甲"),
      parts: [("header", "header1.xml", "w:hdr", "<w:p>\(art)</w:p>")])
    let source = try reading(file.bytes)
    #expect(source.lines == ["甲"])
    #expect(source.places.map(\.part) == [nil, .header])
  }

  @Test("words hidden by their style are left out and reported")
  func hiddenByStyle() throws {
    let styles =
      #"<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>"#
    let hidden = #"<w:r><w:rPr><w:rStyle w:val="H"/></w:rPr><w:t>暗</w:t></w:r>"#
    let source = try reading(
      WordFile(body: "<w:p>\(WordFile.run("明"))\(hidden)</w:p>", styles: styles).bytes)
    #expect(source.lines == ["明"])
    #expect(source.remarks.map(\.kind) == [.hidden])
  }

  @Test("words of drawings are read; charts and embedded files are told of")
  func drawings() throws {
    let words = "<a:p><a:r><a:t>市教育局</a:t></a:r></a:p>"
    let drawing = "<w:r><w:drawing><a:graphic>\(words)</a:graphic></w:drawing></w:r>"
    #expect(try lines(WordFile.run("甲") + drawing) == ["甲", "市教育局"])
    let file = WordFile(
      body: WordFile.paragraph("第一条　甲。"),
      parts: [
        ("diagramData", "diagrams/data1.xml", "w:data", words),
        ("chart", "charts/chart1.xml", "w:chart", ""),
      ])
    let source = try reading(file.bytes)
    #expect(source.lines == ["第一条　甲。"])
    #expect(source.string.hasSuffix("市教育局"))
    #expect(source.remarks.map(\.kind) == [.incomplete])
  }
}
