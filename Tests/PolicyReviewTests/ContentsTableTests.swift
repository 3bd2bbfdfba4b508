import Testing

/// The table of contents against the chapters.
@Suite struct ContentsTableTests {
  private func text(contents: [String], chapters: [String]) -> String {
    var lines = ["云溪市校园餐管理办法", "目录"] + contents
    for (index, chapter) in chapters.enumerated() {
      let number = ["一", "二", "三", "四"][index]
      lines += [chapter, "第\(number)条　学校应当公开食谱。"]
    }
    return lines.joined(separator: "\n")
  }

  @Test("a chapter under another title, and one that is not listed, are findings")
  func differs() throws {
    let text = text(
      contents: ["第一章　总则", "第二章　食堂管理", "第三章　附则"],
      chapters: ["第一章　总则", "第二章　食堂与配餐管理", "第三章　附则"])
    let reviewed = try Reviewed(text)
    #expect(reviewed.lines == ["contents.mismatch 第二章食堂管理"])
    #expect(reviewed.messages == ["目录中是“第二章食堂管理”，正文中是“第二章食堂与配餐管理”。请统一。"])
    let longer = self.text(
      contents: ["第一章　总则", "第二章　附则"],
      chapters: ["第一章　总则", "第二章　附则", "第三章　罚则"])
    #expect(try Reviewed(longer).lines == ["contents.mismatch 第三章罚则"])
  }

  @Test("page numbers, dots and spaces do not count")
  func layout() throws {
    let text = text(
      contents: ["第一章　总　则……1", "第二章　附则 …… 12"],
      chapters: ["第一章　总则", "第二章　附　则"])
    #expect(try Reviewed(text).lines == [])
  }
}
