import Testing

/// What a text calls itself.
@Suite struct SelfNamesTests {
  @Test("规定 behind a name is what the text says, no part of the name")
  func says() throws {
    let text = Reviewed.article("违反本条例规定的，由市教育局责令改正。")
    #expect(try Reviewed(text).lines == ["self.name 本条例"])
  }

  @Test("本规定 in a 办法 is marked")
  func other() throws {
    let reviewed = try Reviewed(Reviewed.article("违反本规定的，由市教育局责令改正。"))
    #expect(reviewed.lines == ["self.name 本规定"])
    #expect(reviewed.messages == ["本文件是“办法”，这里自称“本规定”。请核对是否应为“本办法”。"])
  }

  @Test(
    "its own name, words that end with 本, and quoted words are right",
    arguments: [
      "违反本办法的，由市教育局责令改正。", "学校应当遵守成本规则。", "将“本条例”修改为“本办法”。",
      "本法人应当公开食谱。",
    ])
  func own(words: String) throws {
    #expect(try Reviewed(Reviewed.article(words)).lines == [])
  }

  @Test("a title that names two kinds may use either")
  func two() throws {
    let text = Reviewed.article("违反本条例的，依法处理。", title: "云溪市校园餐条例实施办法")
    #expect(try Reviewed(text).lines == [])
  }
}
