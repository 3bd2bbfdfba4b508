import PolicyExtraction
import PolicyTestSupport
import Testing

/// What is a reference, and where it ends.
@Suite struct ReferenceExtractorTests {
  private func references(_ text: String) throws -> [String] {
    try ReferenceTestText(text).references
  }

  @Test(
    "a title with its number and its units is one reference",
    arguments: [
      ("依照《甲法》第五条第二款的规定处理。", ["《甲法》第五条第二款"]),
      ("根据《甲办法》（云政发〔2019〕5号）和《乙条例》，", ["《甲办法》（云政发〔2019〕5号）", "《乙条例》"]),
      ("《关于修改〈甲法〉的决定》自公布之日起施行。", ["《关于修改〈甲法〉的决定》"]),
      ("《关于印发《甲规划》的通知》（云发[2020]3号，以下简称《通知》）要求", ["《关于印发《甲规划》的通知》（云发[2020]3号"]),
      ("《甲法》（以下简称《甲》）第六条", ["《甲法》（以下简称《甲》）第六条"]),
      ("《甲条例》的第五条", ["《甲条例》的第五条"]),
      ("没有闭合的《甲条例", []),
    ] as [(String, [String])])
  func titles(text: String, expected: [String]) throws {
    #expect(try references(text) == expected)
  }

  @Test(
    "a law is known without brackets, unless another word follows or holds it",
    arguments: [
      ("构成刑法第一百三十四条规定的犯罪，", ["刑法第一百三十四条"]), ("根据宪法，制定本法。", ["宪法"]),
      ("举行宪法宣誓。", []), ("遵守教育法规。", []), ("按照劳动合同法第十条签订", ["劳动合同法第十条"]),
    ] as [(String, [String])])
  func laws(text: String, expected: [String]) throws {
    #expect(try references(text) == expected)
  }

  @Test(
    "a document number by itself is a reference, also of an order",
    arguments: [
      ("按照国办发〔2019〕2号执行。", ["国办发〔2019〕2号"]), ("经国务院令第999号公布", ["国务院令第999号"]),
      ("继续执行（83）银发字第381号。", ["（83）银发字第381号"]), ("在（2019）年度内完成", []),
      ("联系电话（0591）12345号", []),
    ] as [(String, [String])])
  func numbers(text: String, expected: [String]) throws {
    #expect(try references(text) == expected)
  }

  @Test(
    "each member of a list is a reference, a range is one",
    arguments: [
      ("违反本条例第五条、第六条第二款和第八条的，", ["本条例第五条", "第六条第二款", "第八条"]),
      ("依照第五条至第八条办理。", ["第五条至第八条"]), ("违反第五条第一项、第三项的", ["第五条第一项", "第三项"]),
      ("依照《甲法》第五条、第六条和《乙法》第七条", ["《甲法》第五条", "第六条", "《乙法》第七条"]),
      ("第二十一条、二十二条规定的", ["第二十一条", "二十二条"]), ("第五条第二、三项规定的", ["第五条第二、三项"]),
      ("本办法第十条第（一）、（二）项", ["本办法第十条第（一）、（二）项"]),
      ("违反第五条、第九条，第十一条规定的", ["第五条", "第九条", "第十一条"]),
      ("将第五条改为第六条，第七条改为第八条", ["第五条", "第六条", "第七条", "第八条"]),
    ] as [(String, [String])])
  func lists(text: String, expected: [String]) throws {
    #expect(try references(text) == expected)
  }

  @Test(
    "前款, 本条 and their like are references, 前期 and 本条例 are none",
    arguments: [
      ("前款规定的情形，", ["前款"]), ("前两款所列", ["前两款"]), ("依照本条第二款", ["本条第二款"]),
      ("前款第（三）项所称", ["前款第（三）项"]), ("有前款（一）至（六）项行为的", ["前款（一）至（六）项"]),
      ("按照本条前款规定", ["本条前款"]), ("适用本章规定。", ["本章"]), ("制定本条例。", []), ("提前项目验收", []),
      ("具备前条件的", []), ("本项目由", []), ("本章程自", []), ("前期工作", []), ("目前款项已到账", []),
    ] as [(String, [String])])
  func relative(text: String, expected: [String]) throws {
    #expect(try references(text) == expected)
  }

  @Test(
    "ordinals that count no units are no references",
    arguments: [
      "第十三届委员会第二次会议", "第一条件是", "第二项目部", "第三条战线", "召开第五次会议", "第一批试点", "第二节课",
      "荣获第一名", "第一章程", "第四目标",
    ])
  func ordinals(text: String) throws {
    #expect(try references(text) == [])
  }

  @Test(
    "an annex is a reference where a number or 见 points at it",
    arguments: [
      ("填写申请表（附件2）。", ["附件2"]), ("详见附件。", ["附件"]), ("名单见附件1、附件3", ["附件1、附件3"]),
      ("附件：1.申请表", []), ("提交申请及附件材料", []), ("附件1.docx", []),
    ] as [(String, [String])])
  func annexes(text: String, expected: [String]) throws {
    #expect(try references(text) == expected)
  }

  @Test("a name that is being defined refers to nothing, later it does")
  func aliases() throws {
    let text = "执行《云溪市考试办法》（以下简称《办法》）。\n违反《办法》第三条的，\n违反办法第四条的，"
    #expect(
      try references(text) == ["《云溪市考试办法》", "《办法》第三条", "办法第四条"])
  }

  @Test("a quoted new article's number is none, quoted words that are replaced are one")
  func quotedNumbers() throws {
    #expect(try references("增加一条：“第十四条 单位应当”") == [])
    #expect(try references("将“第十四条”修改为") == ["第十四条"])
  }

  @Test(
    "any text takes linear time", .timeLimit(.minutes(1)),
    arguments: ["《", "第一条、", "（", "第五条至", "前款", "有关法律、", "〔", "以下简称", "《甲》（", "是指", "附件1、", "所称"])
  func linear(piece: String) throws {
    let text = String(repeating: piece, count: 20_000)
    _ = try ReferenceTestText(text)
  }
}
