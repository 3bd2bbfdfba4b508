import PolicyReaders
import PolicyTestSupport
import PolicyText
import Testing

@Suite("files made to do harm")
struct HostileFileTests {
  private func message(
    _ bytes: [UInt8], name: String = "坏.docx", limits: ReadingLimits = ReadingLimits()
  ) -> String? {
    var options = ReadingOptions()
    options.limits = limits
    do throws(SourceError) {
      _ = try FileReader(options: options).read(bytes, name: name)
      return nil
    } catch {
      return error.message
    }
  }

  @Test("a package that unfolds beyond the limit is refused")
  func bomb() {
    var limits = ReadingLimits()
    limits.unpackedBytes = 1 << 20
    let file = WordFile(body: WordFile.paragraph(String(repeating: "甲", count: 1 << 20)))
    #expect(
      message(file.bytes, limits: limits)
        == "文件“坏.docx”超过了读取的限度：解压后超过1MB，或者其中的文件多于10000个。请检查文件是否正常，必要时拆成几份。")
    #expect(message(file.bytes) == nil)
  }

  @Test("a declaration that could define entities or fetch files ends the reading")
  func declaration() {
    var files = WordFile(body: WordFile.paragraph("甲")).files
    for index in files.indices where files[index].name == "word/document.xml" {
      files[index].text = """
        <!DOCTYPE w:document [<!ENTITY a "甲"><!ENTITY b SYSTEM "file:///etc/passwd">]>\
        <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
        <w:body><w:p><w:r><w:t>&a;&b;</w:t></w:r></w:p></w:body></w:document>
        """
    }
    #expect(
      message(PackageWriter.bytes(files))
        == "文件“坏.docx”不是完好的 Word 文件：其中的“word/document.xml”含有不允许的文档类型声明（DTD）。"
        + "请用原来的软件打开检查，另存一份再分析。")
  }

  @Test("deep nesting is refused, in packages and in pages")
  func depth() {
    let deep = String(repeating: "<w:tbl><w:tr><w:tc>", count: 5000)
    #expect(message(WordFile(body: deep).bytes)?.contains("嵌套太深") == true)
    let page = "<html>" + String(repeating: "<div>", count: 100_000) + "甲"
    #expect(message(Array(page.utf8), name: "坏.html")?.contains("嵌套太深") == true)
  }

  @Test("spans beyond all measure are cut")
  func spans() throws {
    let page = "<html><table><tr><td colspan=999999999 rowspan=999999999>甲<td>乙<tr><td>丙</table>"
    let source = try reading(Array(page.utf8), name: "页.html")
    #expect(source.text.tables.first.map { $0.columnCount <= TableGrid.columnLimit } == true)
  }

  @Test("a compound file is a document only if its directory says so; a password is named")
  func compoundFile() {
    func file(_ stream: String) -> [UInt8] {
      let head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
      let name: [UInt8] = stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      return head + Array(repeating: 0, count: 504) + name + Array(repeating: 0, count: 512)
    }
    #expect(message(file("Unknown"), name: "坏.doc")?.contains("其中没有 Word 文档") == true)
    #expect(message(file("EncryptedPackage"))?.contains("密码") == true)
  }

  @Test("a package cut short is named as broken", arguments: [30, 200, 700])
  func cut(length: Int) {
    let file = WordFile(body: WordFile.paragraph("甲")).bytes
    #expect(message(Array(file.prefix(length)))?.contains("坏.docx") == true)
  }

  @Test("changed bytes give a text or an error, never a crash", arguments: 0..<UInt64(150))
  func mutations(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let body = """
      \(WordFile.paragraph("第一条　甲", list: 1))<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>\
      \(WordFile.paragraph("乙"))</w:tc><w:tc>\(WordFile.paragraph("丙"))</w:tc></w:tr></w:tbl>
      """
    let list = WordFile.list(1, [("decimal", "%1.")])
    var file = WordFile(body: body, numbering: list)
    // Half of the changes are to the markup, half to the package around it.
    if seed % 2 == 0 {
      var markup = Array(file.body.utf8)
      markup.mutate(using: &random)
      file.body = String(decoding: markup, as: UTF8.self)
      _ = message(file.bytes)
    } else {
      var bytes = file.bytes
      bytes.mutate(using: &random)
      _ = message(bytes)
    }
    var page = Array("<html><table><tr><td rowspan=2>甲<ol><li>乙</ol></table><a href=/>丙</a>".utf8)
    page.mutate(using: &random)
    _ = message(page, name: "页.html")
  }

  @Test("changed OFD, ZIP and saved pages give a text or an error", arguments: 0..<UInt64(80))
  func otherMutations(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let layout = OFDFile(pages: [[(20, 20, "第一条　甲。"), (20, 30, "乙"), (100, 285, "— 1 —")]])
    var files: [(bytes: [UInt8], name: String)] = [
      (layout.bytes, "坏.ofd"),
      (PackageWriter.bytes([("甲.txt", "第一条　甲。"), ("乙/丙.md", "乙")]), "坏.zip"),
      (PackageWriter.bytes([("mimetype", "x"), ("content.xml", "<a/>")]), "坏.zip"),
      (
        Array(
          "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>=E7=94=B2\n--b--"
            .utf8), "坏.mht"
      ),
    ]
    for index in files.indices {
      files[index].bytes.mutate(using: &random)
      _ = message(files[index].bytes, name: files[index].name)
      if let archive = DocumentArchive(files[index].bytes) {
        for member in archive.members { _ = archive.bytes(of: member) }
      }
    }
  }

  @Test("bombs end within a second and a little memory")
  func bombsEndSoon() throws {
    let clock = ContinuousClock()
    let zeros = String(repeating: "甲", count: 1 << 22)
    var limits = ReadingLimits()
    limits.unpackedBytes = 4 << 20
    let files = [
      WordFile(body: WordFile.paragraph(zeros)).bytes,
      WordFile(body: String(repeating: "<w:p/>", count: 1 << 20)).bytes,
      // A name, a value and a comment that never end.
      WordFile(body: "<w:" + zeros).bytes, WordFile(body: "<w:p w:val=\"" + zeros).bytes,
      WordFile(body: "<!--" + zeros).bytes,
    ]
    for file in files {
      let time = clock.measure { #expect(message(file, limits: limits) != nil) }
      #expect(time < .seconds(10))
    }
  }
}
