import Testing

@Suite("automatic numbers of Word")
struct AutomaticNumberTests {
  private func lines(_ body: String, numbering: String, styles: String = "") throws -> [String] {
    try reading(WordFile(body: body, numbering: numbering, styles: styles).bytes).lines
  }

  @Test("chapters, articles and items are numbered as Word shows them")
  func levels() throws {
    let numbering = """
      <w:abstractNum w:abstractNumId="0">
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>\
      <w:lvlText w:val="第%1章"/></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>\
      <w:lvlRestart w:val="0"/><w:lvlText w:val="第%2条"/></w:lvl>
      <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>\
      <w:suff w:val="nothing"/><w:lvlText w:val="（%3）"/></w:lvl>
      </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
      """
    let body = [
      ("总则", 0), ("甲", 1), ("乙：", 1), ("丙；", 2), ("丁。", 2), ("附则", 0), ("戊", 1), ("己", 2),
    ]
    .map { WordFile.paragraph($0, list: 1, level: $1) }
    #expect(
      try lines(body.joined(), numbering: numbering) == [
        "第一章 总则", "第一条 甲", "第二条 乙：", "（一）丙；", "（二）丁。", "第二章 附则", "第三条 戊", "（一）己",
      ])
  }

  @Test("a level written by several numbers takes those of the levels above it")
  func decimal() throws {
    let list = WordFile.list(
      3, [("chineseCounting", "%1、"), ("decimal", "%1.%2"), ("lowerLetter", "%3)")])
    let legal = list.replacing(
      #"<w:lvlText w:val="%1.%2"/>"#, with: #"<w:isLgl/><w:lvlText w:val="%1.%2"/>"#)
    let body = [("甲", 0), ("乙", 1), ("丙", 1), ("丁", 2), ("戊", 0), ("己", 1)]
      .map { WordFile.paragraph($0, list: 3, level: $1) }.joined()
    #expect(
      try lines(body, numbering: list)
        == ["一、 甲", "一.1 乙", "一.2 丙", "a) 丁", "二、 戊", "二.1 己"])
    #expect(
      try lines(body, numbering: legal)
        == ["一、 甲", "1.1 乙", "1.2 丙", "a) 丁", "二、 戊", "2.1 己"])
  }

  @Test("lists of one definition go on with each other; one with a start of its own begins anew")
  func restarts() throws {
    let numbering =
      WordFile.list(1, [("decimal", "%1.")])
      + #"<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>"#
      + #"<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">"#
      + #"<w:startOverride w:val="5"/></w:lvlOverride></w:num>"#
    let body = [1, 1, 2, 3, 3, 1].map { WordFile.paragraph("甲", list: $0) }
    #expect(
      try lines(body.joined(), numbering: numbering)
        == ["1. 甲", "2. 甲", "3. 甲", "5. 甲", "6. 甲", "7. 甲"])
  }

  @Test("a style numbers its paragraphs; list 0 takes the number away")
  func styles() throws {
    let numbering = """
      <w:abstractNum w:abstractNumId="0">
      <w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="T1"/>\
      <w:lvlText w:val="%1、"/></w:lvl>
      <w:lvl w:ilvl="1"><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="T2"/>\
      <w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>\
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
      """
    let styles = """
      <w:style w:type="paragraph" w:styleId="T1"><w:name w:val="heading 1"/>\
      <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="T2"><w:name w:val="heading 2"/>\
      <w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="T3"><w:basedOn w:val="T2"/></w:style>
      """
    let body =
      WordFile.paragraph("甲", #"<w:pStyle w:val="T1"/>"#)
      + WordFile.paragraph("乙", #"<w:pStyle w:val="T2"/>"#)
      + WordFile.paragraph("丙", #"<w:pStyle w:val="T3"/>"#)
      + WordFile.paragraph("丁", #"<w:pStyle w:val="T3"/><w:numPr><w:numId w:val="0"/></w:numPr>"#)
    #expect(
      try lines(body, numbering: numbering, styles: styles) == ["一、 甲", "（一） 乙", "（二） 丙", "丁"])
  }

  @Test("dots of lists say nothing; dashes are written as authors write them")
  func bullets() throws {
    let numbering =
      WordFile.list(1, [("bullet", "\u{F0B7}")]) + WordFile.list(2, [("bullet", "——")])
    #expect(
      try lines(
        WordFile.paragraph("甲", list: 1) + WordFile.paragraph("坚持", list: 2),
        numbering: numbering) == ["甲", "——坚持"])
  }
}
