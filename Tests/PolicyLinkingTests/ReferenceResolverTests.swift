import PolicyExtraction
import PolicyLexicons
import PolicyLinking
import PolicyStructure
import PolicyTestSupport
import PolicyText
import Testing

/// Where references lead.
@Suite struct ReferenceResolverTests {
  private struct Resolved {
    let lines: [String]
    let findings: [FindingCode]
  }

  /// Each reference as `words status targets`.
  private func resolve(_ sketch: String, title: String? = nil) throws -> Resolved {
    let sketched = SketchedDocument(sketch)
    var document = sketched.document
    document.metadata.title = title
    let lexicons = try Lexicons.embedded()
    let context = ExtractionContext(
      reading: sketched.reading, document: document, lexicons: lexicons,
      matcher: TermMatcher(lexicons))
    let definitions = try DefinitionExtractor(lexicons: lexicons).extract(in: context)
    let mentions = try ReferenceExtractor(lexicons: lexicons)
      .extract(in: context, definitions: definitions)
    let resolution = ReferenceResolver(lexicons: lexicons).resolve(
      mentions, definitions: definitions, in: sketched.reading, document: document)
    let identity = NodeIdentity(document)
    let lines = resolution.references.map { reference in
      let targets = reference.targets.map { target in
        switch target {
        case .node(let node): identity[node]
        case .document(let title, let number, let citation):
          [title, number, citation].compactMap { $0 }.joined(separator: "|")
        }
      }
      return
        ([sketched.reading.compactWords(of: reference.range), reference.status.rawValue]
        + targets).joined(separator: " ")
    }
    return Resolved(lines: lines, findings: resolution.findings.map(\.code))
  }

  private let statute = """
    article 第一条
      paragraph 甲应当下列：
        item （一） 乙；
        item （二） 丙。
      paragraph 前款第二项规定的丁。
    article 第二条 违反本条例第一条第一款第一项的，处罚。
    article 第三条 违反第一条至第二条、第九条的，处罚。前款规定不适用。
    """

  @Test("units are found by number, 前款 by place, a range gives each, a wrong number nothing")
  func statutes() throws {
    let resolved = try resolve(statute)
    #expect(
      resolved.lines == [
        "前款第二项 resolved art_1__para_1__item_2",
        "本条例第一条第一款第一项 resolved art_1__para_1__item_1",
        "第一条至第二条 resolved art_1 art_2", "第九条 missing", "前款 resolved art_3",
      ])
    #expect(resolved.findings == [.referenceUnresolved])
  }

  @Test("前款 without a paragraph before it leads nowhere")
  func previousOfFirst() throws {
    #expect(try resolve("article 第一条 前款规定不适用。").lines == ["前款 missing"])
  }

  @Test("a unit without its article is sought around the mention, then after what was named last")
  func carried() throws {
    let sketch = """
      article 第一条 下列：
        item （一） 甲；
        item （二） 乙。
      article 第二条 违反本条例第一条第一项的，警告；违反第二项的，罚款。
      """
    #expect(
      try resolve(sketch).lines == [
        "本条例第一条第一项 resolved art_1__item_1", "第二项 resolved art_1__item_2",
      ])
  }

  @Test("what was cited before it in the same unit is nearer than the unit's own parts")
  func carriedOn() throws {
    let sketch = """
      article 第一条
        paragraph 甲。
        paragraph 乙。
        paragraph 丙。
      article 第二条
        paragraph 违反第一条第一款的，警告；违反第二款、第三款的，罚款。
        paragraph 丁。
      """
    #expect(
      try resolve(sketch).lines == [
        "第一条第一款 resolved art_1__para_1", "第二款 resolved art_1__para_2",
        "第三款 resolved art_1__para_3",
      ])
  }

  @Test("an item's bare units are of the article that the lead-in of its list names")
  func citedByLeadIn() throws {
    let sketch = """
      article 第一条 下列：
        item （一） 甲；
        item （二） 乙；
        item （三） 丙。
      article 第二条 违反本条例第一条规定的，按照下列规定处罚：
        item （一） 有第三项行为的，警告；
        item （二） 有第一项、第二项行为的，罚款。
      """
    #expect(
      try resolve(sketch).lines == [
        "本条例第一条 resolved art_1", "第三项 resolved art_1__item_3",
        "第一项 resolved art_1__item_1", "第二项 resolved art_1__item_2",
      ])
  }

  @Test("本 that ends another word names no unit")
  func endOfWord() throws {
    #expect(try resolve("article 第一条 办理资本项下业务。").lines == [])
  }

  @Test("another document is external, with its number, its units and its full name")
  func external() throws {
    let sketch = """
      article 第一条 执行《甲市乙办法》（甲政发〔2020〕1号，以下简称《办法》）。
      article 第二条 违反《办法》第三条、第四条和该办法第五条的，处罚。
      article 第三条 按照国家有关规定执行。
      """
    #expect(
      try resolve(sketch).lines == [
        "《甲市乙办法》（甲政发〔2020〕1号 external 甲市乙办法|甲政发〔2020〕1号",
        "《办法》第三条 external 甲市乙办法|甲政发〔2020〕1号|第三条",
        "第四条 external 甲市乙办法|甲政发〔2020〕1号|第四条",
        "该办法第五条 external 甲市乙办法|甲政发〔2020〕1号|第五条", "国家有关规定 generic",
      ])
  }

  @Test("an amending decision cites the units of what it amends, not its own")
  func amending() throws {
    let sketch = """
      heading1 一、 将第五条修改为：“第五条 违反本条例第三条的，处罚。”
      heading1 二、 删去第六条。
      """
    #expect(
      try resolve(sketch, title: "甲市人大常委会关于修改《甲市乙条例》的决定").lines == [
        "第五条 external 甲市乙条例|第五条", "本条例第三条 external 甲市乙条例|第三条",
        "第六条 external 甲市乙条例|第六条",
      ])
  }

  @Test("official documents are cited by their parts and points")
  func headings() throws {
    let sketch = """
      heading1 一、 |任务
        heading2 （一） |甲
        heading2 （二） |乙
      heading1 二、 按照本意见第一部分第（二）项和第一条执行。
      """
    #expect(
      try resolve(sketch).lines == [
        "本意见第一部分第（二）项 resolved head_1__head_2", "第一条 resolved head_1",
      ])
  }

  @Test("annexes are found by number or title, and missed")
  func annexes() throws {
    let sketch = """
      paragraph 填写《申请表》（附件1），格式见附件2。
      attachment 附件1 |申请表
      """
    let resolved = try resolve(sketch)
    #expect(
      resolved.lines == ["《申请表》 resolved att_1", "附件1 resolved att_1", "附件2 missing"])
    #expect(resolved.findings == [.attachmentMissing])
  }

  @Test("an annex that is listed, or that another text is to lose, is not missed")
  func knownAnnexes() throws {
    let listed = """
      paragraph 标准见附件2。
      note 附件：1.申请表 2.标准
      """
    #expect(try resolve(listed).findings == [])
    #expect(try resolve("heading1 一、 删除附件3。").findings == [])
    #expect(try resolve("heading1 一、 执行附件3。").findings == [.attachmentMissing])
  }

  @Test("a form that is no annex is no reference")
  func forms() throws {
    #expect(try resolve("paragraph 凭《食品经营许可证》办理。").lines == [])
  }

  @Test("a short name that never comes again is a finding")
  func unusedAlias() throws {
    #expect(
      try resolve("paragraph 执行《甲办法》（以下简称《办法》）。").findings == [.aliasUnused])
    #expect(
      try resolve("paragraph 执行《甲办法》（以下简称《办法》）。《办法》自即日起施行。").findings == [])
  }

  @Test("a short name stands in a coordination whose head it shares")
  func coordinatedAlias() throws {
    let sketch = "paragraph 甲市第一、第二类医院（以下简称二级医院）和第三类医院。考核二、三级医院。"
    #expect(try resolve(sketch).findings == [])
    #expect(
      try resolve(sketch.replacing("考核二、三级医院", with: "考核二、三类学校")).findings == [.aliasUnused])
  }
}
