import PolicyLexicons
import PolicyStructure
import PolicyText
import Testing

/// 效力级别 by title, issuer and number.
@Suite struct AuthorityLevelTests {
  private func level(_ preface: String) throws -> String? {
    let source = SourceText(preface)
    var reading = ReadingText(source: source)
    reading.append(0..<source.scalars.count)
    let range = 0..<reading.count
    let document = PolicyDocument(
      range: range, nodes: [Node(level: .preface, range: range, text: range, subtreeEnd: 1)])
    return MetadataReader(lexicons: try Lexicons.embedded())
      .read(document: document, reading: reading).authorityLevel
  }

  @Test(
    "a rank follows from who made the document and what it is called",
    arguments: [
      ("中华人民共和国河道法", "法律"), ("河道管理条例", "行政法规"), ("云溪市河道条例", "地方性法规"),
      ("云溪市河道管理办法", "地方政府规章"), ("最高人民法院关于审理河道案件的解释", "司法解释"),
      ("云溪大学学生违纪处分办法", "单位内部制度"), ("云溪市人民政府关于河道工作的意见", "规范性文件"),
      ("河道部令\n河道规定\n（2020年1月1日河道部令第3号公布）", "部门规章"), ("云溪市河道评估报告", nil),
      ("云溪市天河区幼儿园招生工作方案", "规范性文件"),
      ("建筑市场管理条例", "行政法规"), ("云溪市建筑市场管理条例", "地方性法规"),
      ("云溪市级储备粮管理条例", "地方性法规"),
      ("云溪市人民代表大会常务委员会讨论决定重大事项的规定", "地方性法规"),
      ("云溪市实施《中华人民共和国河道法》办法", "地方性法规"),
      ("云溪市实施《河道管理条例》办法", "地方政府规章"),
    ] as [(String, String?)])
  func levels(preface: String, expected: String?) throws {
    #expect(try level(preface) == expected)
  }
}
