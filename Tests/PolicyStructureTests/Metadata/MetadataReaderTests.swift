import PolicyLexicons
import PolicyStructure
import PolicyText
import Testing

/// What the wrapper of a document says of it.
@Suite struct MetadataReaderTests {
  /// Metadata of a document whose title block is the first lines, up to an empty one; each line
  /// behind is a paragraph, the last ones after a second empty line are the signature.
  private func read(_ text: String) throws -> DocumentMetadata {
    let source = SourceText(text)
    var reading = ReadingText(source: source)
    var nodes: [Node] = []
    var part = 0
    var lineStart = 0
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      let start = reading.count
      reading.append(lineStart..<lineStart + line.count)
      lineStart += line.count + 1
      if reading.count == start {
        part += 1
      } else {
        let range = start..<reading.count
        let level: NodeLevel = part == 0 ? .preface : part == 1 ? .paragraph : .signature
        nodes.append(Node(level: level, range: range, text: range, subtreeEnd: nodes.count + 1))
      }
    }
    let document = PolicyDocument(range: 0..<reading.count, nodes: nodes)
    return MetadataReader(lexicons: try Lexicons.embedded()).read(
      document: document, reading: reading)
  }

  @Test("a joint notice tells its number, its issuers, its recipients and its day")
  func notice() throws {
    let metadata = try read(
      """
      云教发〔2023〕5号
      云溪市教育局　云溪市财政局
      关于开展校园餐检查的通知

      各县（市、区）教育局、财政局，市直各学校：
      根据《云溪市校园餐办法》和《云溪市食品条例》，现就有关事项通知如下。

      云溪市教育局　云溪市财政局
      二○二三年五月四日
      """)
    #expect(metadata.title == "云溪市教育局云溪市财政局关于开展校园餐检查的通知")
    #expect(metadata.type == "通知")
    #expect(metadata.authorityLevel == "规范性文件")
    #expect(metadata.issuers == ["云溪市教育局", "云溪市财政局"])
    #expect(metadata.recipients == ["各县（市、区）教育局", "财政局", "市直各学校"])
    #expect(metadata.documentNumber?.text == "云教发〔2023〕5号")
    #expect(metadata.basis == ["云溪市校园餐办法", "云溪市食品条例"])
    #expect(metadata.dates.map(\.date) == ["2023-05-04"])
    #expect(metadata.dates.map(\.kind) == [.issued])
  }

  @Test("a 题注 tells who adopted a regulation, when, and when it was amended")
  func regulation() throws {
    let metadata = try read(
      """
      云溪市河道条例
      （2004年8月28日云溪市第十届人民代表大会常务委员会第十一次会议通过　根据2019年3月1日《云溪市人民代表大会常务委员会
      关于修改部分地方性法规的决定》第一次修正）

      第一条　为了保护河道，制定本条例。
      本条例自2004年10月1日起施行。
      """)
    #expect(metadata.title == "云溪市河道条例")
    #expect(metadata.authorityLevel == "地方性法规")
    #expect(metadata.issuers == ["云溪市人民代表大会常务委员会"])
    #expect(
      metadata.dates.map { "\($0.kind.rawValue) \($0.date)" } == [
        "adopted 2004-08-28", "revised 2019-03-01", "effective 2004-10-01",
      ])
  }

  @Test(
    "the version is what the title's last brackets say",
    arguments: [
      ("云溪市河道办法（试行）", "试行"), ("云溪市河道条例（2020修正）", "2020修正"), ("云溪市河道办法（征求意见稿）", "征求意见稿"),
      ("云溪市河道条例修正案（二）", nil), ("云溪市河道办法", nil),
    ] as [(String, String?)])
  func versions(title: String, version: String?) throws {
    #expect(try read(title + "\n\n第一条　甲。").version == version)
  }

  @Test(
    "the type is what the title ends with",
    arguments: [
      ("云溪市住房实施办法（试行）", "办法"), ("云溪市“十四五”规划纲要", "纲要"), ("关于印发《甲方案》的通知", "通知"),
      ("甲大学学生守则", "守则"), ("云溪市推进工作方案", "方案"), ("云溪市的春天", nil),
    ] as [(String, String?)])
  func types(title: String, type: String?) throws {
    #expect(try read(title + "\n\n第一条　甲。").type == type)
  }

  @Test("what carries something out does not take effect, and 自公布之日起 takes the day of publication")
  func effect() throws {
    let plan = try read("云溪市计划\n\n从2019年1月1日起，实施三年行动计划。")
    #expect(plan.dates.isEmpty)
    let order = try read(
      "云溪市河道办法\n（2018年10月1日云溪市人民政府令第86号公布）\n\n本办法自公布之日起施行。")
    #expect(order.dates.map(\.kind) == [.promulgated, .effective])
    #expect(order.dates.map(\.date) == ["2018-10-01", "2018-10-01"])
    #expect(order.documentNumber?.text == "云溪市人民政府令第86号")
    #expect(order.authorityLevel == "地方政府规章")
  }
}
