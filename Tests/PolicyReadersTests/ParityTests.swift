import Testing

/// The same words give the same result in every format.
@Suite("one text in many formats")
struct ParityTests {
  @Test("DOCX and HTML as TXT", arguments: CorpusFile.all.map(\.name))
  func flowing(name: String) throws {
    let file = try #require(CorpusFile.all.first { $0.name == name })
    let expected = try ParityDigest(file.text, name: name)
    try ParityDigest(file.word, name: "文件.docx").expect(expected, "DOCX")
    try ParityDigest(file.page, name: "文件.html").expect(expected, "HTML")
  }

  @Test("DOCX with automatic numbers as TXT", arguments: CorpusFile.all.map(\.name))
  func numbered(name: String) throws {
    let file = try #require(CorpusFile.all.first { $0.name == name })
    // Who breaks lines by hand numbers by hand.
    guard !file.isWrapped else { return }
    try ParityDigest(file.numberedWord, name: "文件.docx")
      .expect(ParityDigest(file.text, name: name), "DOCX")
  }

  @Test("OFD as TXT", arguments: CorpusFile.all.map(\.name), CorpusFile.Setting.allCases)
  func laidOut(name: String, setting: CorpusFile.Setting) throws {
    let file = try #require(CorpusFile.all.first { $0.name == name })
    // A page on which nothing shows that a paragraph ends cannot tell it.
    guard setting == .indented ? !file.isWrapped : file.isClearWithoutIndents else { return }
    let expected = try ParityDigest(file.text, name: name)
    try ParityDigest(file.layout(setting), name: "文件.ofd").expect(expected, "OFD")
  }
}
