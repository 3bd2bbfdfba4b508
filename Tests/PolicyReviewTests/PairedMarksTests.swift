import Testing

/// Brackets and quotation marks in pairs.
@Suite struct PairedMarksTests {
  @Test("a title that is broken over the lines of the head of a text has both its halves")
  func brokenTitle() throws {
    let text = """
      云溪市管线管理条例
      （2020年3月26日云溪市第三届人民代表大会常务委员会第五次会议《关于修改
      废止部分地方性法规的决定》修正）
      第一条　为了规范管线管理，制定本条例。
      第二条　管线应当登记。
      """
    #expect(try Reviewed(text).lines == [])
  }

  @Test(
    "half a pair is marked",
    arguments: [
      ("学校（含幼儿园应当公开食谱。", "mark.unpaired （"),
      ("学校含幼儿园）应当公开食谱。", "mark.unpaired ）"),
      ("依照《校园餐管理办法的规定执行。", "mark.unpaired 《"),
      ("本办法所称“校园餐，是指学校供应的餐食。", "mark.unpaired “"),
      ("本办法所称校园餐”，是指学校供应的餐食。", "mark.unpaired ”"),
    ])
  func half(words: String, finding: String) throws {
    #expect(try Reviewed(words).lines == [finding])
  }

  @Test("pairs, pairs in pairs and marks of lists are right")
  func pairs() throws {
    #expect(try Reviewed("学校（含幼儿园〔公办〕）依照《关于修改〈某办法〉的决定》办理。").lines == [])
    #expect(try Reviewed("材料包括：1）申请表；2）证明。").lines == [])
  }

  @Test("each paragraph of a quotation may open anew, and only the last closes")
  func quotation() throws {
    let text = """
      云溪市人民政府关于修改《云溪市校园餐管理办法》的决定
      一、将第八条修改为：“学校应当公开食谱。
      “学校应当留存样品。
      “学校应当接受监督。”
      二、删去第九条。
      """
    #expect(try Reviewed(text).lines == [])
  }
}
