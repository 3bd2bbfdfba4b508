import PolicyTestSupport
import PolicyText
import Testing

@Suite("pages of the web")
struct WebReaderTests {
  private func source(_ page: String, name: String = "页.html") throws -> DecodedSource {
    try reading(Array(page.utf8), name: name)
  }

  @Test("blocks are lines, inline elements are not, and what does not show is left out")
  func blocks() throws {
    let page = """
      <!doctype html><html><head><title>标题</title><style>p { color: red }</style>
      <script>var a = "第九条";</script></head><body><h1>云溪市公园办法</h1>
      <p>第一条　公园<b>应当</b>免
      费开放。<br>市民可以&nbsp;入园&#12290;</p><div hidden>暗</div><p style="display: none">暗</p>
      <noscript>暗</noscript><!-- 暗 --><p>&lt;完&gt;</p></body></html>
      """
    #expect(
      try source(page).lines
        == ["云溪市公园办法", "第一条　公园应当免费开放。", "市民可以\u{A0}入园。", "<完>"])
  }

  @Test("ordered lists have their numbers, unless the words have them")
  func lists() throws {
    #expect(
      try source("<html><ol start=3><li>甲<li>乙<ol type=a><li>丙</ol></ol><ul><li>丁</ul>").lines
        == ["3. 甲", "4. 乙", "a. 丙", "丁"])
    #expect(
      try source("<html><ol style='list-style-type: cjk-ideographic'><li>甲</li><li>乙</li></ol>")
        .lines
        == ["一、甲", "二、乙"])
    #expect(
      try source("<html><ol><li>（一）甲</li><li>第二，乙</li><li>三是丙</li></ol>").lines
        == ["（一）甲", "第二，乙", "3. 三是丙"])
  }

  @Test("tables keep their spans; a table for layout is none")
  func tables() throws {
    let page = """
      <html><table><tr><td>前<table><caption>表1</caption><thead><tr><th rowspan=2>指标<th colspan=2>分值
      </thead><tr><td>甲<td>乙</table></table>
      """
    let source = try source(page)
    #expect(source.text.tables.count == 1)
    #expect(source.cells(0) == [["指标[2x1]", "分值[1x2]"], ["甲", "乙"]])
    #expect(source.text.tables[0].headerRows == 1)
    #expect(source.lines.prefix(2) == ["前", "表1"])
  }

  @Test("menus are read and marked; links within sentences and to files are text")
  func menus() throws {
    let page = """
      <html><body><div class=x><a href=/>首页</a> | <a href=/a>政务公开</a> | <a href=/b>互动</a></div>
      <ul><li><a href="#1">第一章</a><li><a href="#2">第二章</a></ul>
      <p>根据<a href=/law1>《教育法》</a>和<a href=/law2>《职业教育法》</a>，制定本办法。</p>
      <p><a href=a.docx>附件1</a> <a href="b.pdf?x=1">附件2</a></p><select><option>请选择</select></body>
      """
    let source = try source(page)
    #expect(source.lines == ["第一章", "第二章", "根据《教育法》和《职业教育法》，制定本办法。", "附件1 附件2"])
    #expect(source.text.asides.map { source.text[$0.span] } == ["首页 | 政务公开 | 互动", "请选择"])
  }

  @Test(
    "the encoding is found, whatever the page says of it", arguments: ["utf-8", "gb2312", "big5"])
  func encodings(label: String) throws {
    let page = """
      <html><meta charset="\(label)"><p>第一条　本市行政區域內的公園應當免費開放，任何單位不得收取門票。</p>
      """
    let bytes = TextEncoder(.gb18030).bytes(of: page)
    let source = try reading(bytes, name: "页.htm")
    #expect(source.encoding == .gb18030)
    #expect(source.lines == ["第一条　本市行政區域內的公園應當免費開放，任何單位不得收取門票。"])
    #expect(try self.source(page).lines == source.lines)
  }

  @Test("a page is known by its content, whatever its ending")
  func recognition() throws {
    #expect(try source("<!DOCTYPE html><p>甲</p>", name: "a.txt").mediaType == "text/html")
    #expect(try source("第一条　<p>甲", name: "a.txt").mediaType == "text/plain")
    #expect(try source("<table><tr><td>甲</table>", name: "a.doc").mediaType == "text/html")
  }
}
