import PolicyTestSupport
import PolicyText
import Testing

/// Files that are no text.
@Suite struct NotTextTests {
  private func error(_ bytes: [UInt8], name: String = "a.txt") -> SourceError? {
    do {
      _ = try PlainTextReader().read(bytes, name: name)
      return nil
    } catch {
      return error
    }
  }

  @Test("a file in which nothing is printed is empty: none, a byte order mark, white space")
  func empty() {
    #expect(error([]) == .empty(name: "a.txt"))
    #expect(error([0xEF, 0xBB, 0xBF]) == .empty(name: "a.txt"))
    #expect(error(Array(" \n\u{3000}\t\u{A0}\u{200B}\r\n".utf8)) == .empty(name: "a.txt"))
    #expect(error(Array(" \n.".utf8)) == nil)
    #expect(throws: SourceError.empty(name: "a")) { _ = try DecodedSource("  \n", name: "a") }
  }

  @Test(
    "files of known formats are named",
    arguments: [
      ("%PDF-1.7\n%âãÏÓ", BinaryKind.pdf), ("junk\n%PDF-1.4", .pdf), ("{\\rtf1\\ansi", .richText),
      ("GIF89a", .image), ("PK\u{03}\u{04}....[Content_Types].xml", .officeOpenXML),
      ("PK\u{03}\u{04}....OFD.xml", .openDocument), ("PK\u{03}\u{04}....a.txt", .archive),
      ("SQLite format 3\u{00}", .database), ("\u{7F}ELF\u{02}", .program),
    ])
  func signatures(head: String, kind: BinaryKind) {
    let bytes = Array(head.utf8) + Array(repeating: 0, count: 100)
    #expect(error(bytes) == .notText(name: "a.txt", kind: kind))
  }

  @Test(
    "a text that mentions a format is a text", arguments: ["PK赛第一名", "本办法所称%PDF-文件", "BM", "MZ"])
  func mentions(text: String) {
    #expect(error(Array(text.utf8)) == nil)
  }

  @Test("random bytes are no text", arguments: 0..<UInt64(100))
  func random(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 64...4096, using: &random)
    let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    #expect(error(bytes) == .notText(name: "a.txt", kind: .unknown))
  }

  @Test("zeros are no text")
  func zeros() {
    #expect(error(Array(repeating: 0, count: 1000)) == .notText(name: "a.txt", kind: .unknown))
  }

  @Test("a message names the file, what is wrong and what to do")
  func messages() {
    #expect(
      SourceError.empty(name: "公园.txt").message
        == "文件“公园.txt”是空的，没有可以分析的文字。请检查是否选错了文件，或者内容没有保存。")
    #expect(
      SourceError.notText(name: "公园.pdf", kind: .pdf).message
        == "文件“公园.pdf”是 PDF 文件，不能当作纯文本读取。"
        + "请用相应的软件打开它，把文字另存为 .txt 文件，再分析这个 .txt 文件。")
    #expect(SourceError.empty(name: "-").message.hasPrefix("标准输入是空的"))
    for kind in BinaryKind.allCases {
      let message = SourceError.notText(name: "a", kind: kind).message
      #expect(message.hasPrefix("文件“a”") && message.contains("请") && message.hasSuffix("。"))
    }
  }

  @Test("codes of errors are stable")
  func codes() {
    #expect(SourceError.empty(name: "a").code == "source.empty")
    #expect(SourceError.notText(name: "a", kind: .pdf).code == "source.notText")
  }
}
