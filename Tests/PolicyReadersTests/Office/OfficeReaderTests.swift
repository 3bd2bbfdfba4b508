import PolicyReaders
import PolicyTestSupport
import PolicyText
import Testing

@Suite("files that other programs convert")
struct OfficeReaderTests {
  /// The head of a compound file whose directory names a Word document.
  private static let document: [UInt8] = {
    let head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let name: [UInt8] = "WordDocument".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    return head + Array(repeating: 0, count: 504) + name + Array(repeating: 0, count: 512)
  }()

  private static let richText = Array(#"{\rtf1 {\listtext 1.\tab}\ls1 a\par}"#.utf8)

  private func error(
    _ bytes: [UInt8], name: String, with programs: StubPrograms, seconds: Int = 20
  ) -> SourceError? {
    var options = programs.options
    options.limits.seconds = seconds
    do throws(SourceError) {
      _ = try FileReader(options: options).read(bytes, name: name)
      return nil
    } catch {
      return error
    }
  }

  @Test("without a program the message names the Debian package")
  func missing() throws {
    let none = try StubPrograms()
    for (bytes, name) in [
      (Self.document, "甲.doc"), (Self.document, "甲.wps"), (Self.richText, "甲.rtf"),
    ] {
      let error = error(bytes, name: name, with: none)
      #expect(error?.message.contains("apt-get install libreoffice-writer") == true)
      #expect(error?.code == "source.missingProgram")
    }
    #expect(
      error(Array("%PDF-1.4".utf8), name: "甲.pdf", with: none)?.message
        .contains("poppler-utils poppler-data") == true)
  }

  @Test("without LibreOffice antiword gives the plain text, and that is said")
  func plainText() throws {
    let programs = try StubPrograms(["antiword": "printf '第一条　甲。\\n第二条　乙。\\n'"])
    let source = try reading(Self.document, name: "甲.doc", options: programs.options)
    #expect(source.lines == ["第一条　甲。", "第二条　乙。"])
    #expect(source.remarks.map(\.kind) == [.incomplete])
  }

  @Test("what LibreOffice makes of a file is read as a Word document")
  func converted() throws {
    let programs = try StubPrograms()
    let made = try programs.keep(
      WordFile(body: WordFile.paragraph("第一条　甲。")).bytes, as: "made.docx")
    let office = try StubPrograms(["soffice": "mkdir out && cp '\(made)' out/file.docx"])
    let source = try reading(Self.document, name: "甲.doc", options: office.options)
    #expect(source.lines == ["第一条　甲。"])
    #expect(source.mediaType == "application/msword")
  }

  @Test("a program that fails, gives nothing, gives rubbish or does not end is reported")
  func failures() throws {
    for (script, words) in [
      ("exit 1", "已经损坏"), ("exit 0", "不能打开"), ("mkdir out && echo 甲 > out/file.docx", "甲.doc"),
      ("kill -9 $$", "甲.doc"),
    ] {
      let message = error(
        Self.document, name: "甲.doc", with: try StubPrograms(["soffice": script]))?.message
      #expect(message?.contains(words) == true, "\(script): \(message ?? "")")
    }
    let endless = try StubPrograms(["soffice": "while :; do :; done"])
    #expect(
      error(Self.document, name: "甲.doc", with: endless, seconds: 1)?.message.contains("用时超过1秒")
        == true)
  }

  @Test("a scan is named as such; with --ocr the program that is missing is named")
  func scans() throws {
    let page = #"<doc><page width=\"600\" height=\"800\"></page></doc>"#
    let programs = try StubPrograms(["pdftotext": "echo '\(page.replacing("\\", with: ""))'"])
    let file = Array("%PDF-1.4".utf8)
    let scanned = error(file, name: "甲.pdf", with: programs)
    #expect(scanned == .scanned(name: "甲.pdf"))
    #expect(scanned?.message.contains("--ocr") == true)
    #expect(scanned?.message.contains("tesseract-ocr-chi-sim") == true)
    var options = programs.options
    options.recognizesImages = true
    let missing = #expect(throws: SourceError.self) {
      try reading(file, name: "甲.pdf", options: options)
    }
    #expect(missing?.message.contains("apt-get install poppler-utils tesseract-ocr") == true)
  }

  @Test("words that are recognized are a text, and that is said; lines are put together")
  func recognized() throws {
    let page = #"<doc><page width="600" height="800"></page></doc>"#
    let table = """
      level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
      1\t1\t0\t0\t0\t0\t0\t0\t600\t800\t-1\t
      4\t1\t1\t1\t1\t0\t50\t100\t240\t20\t-1\t
      5\t1\t1\t1\t1\t1\t50\t109\t40\t2\t90\t第一条
      5\t1\t1\t1\t1\t2\t110\t100\t180\t20\t90\t市教育局应当备案。
      5\t1\t1\t1\t1\t3\t400\t100\tx\t20\t90\t乱
      """
    let programs = try StubPrograms([
      "pdftotext": "echo '\(page)'", "pdftoppm": "exit 0",
      "tesseract": "cat <<'END'\n\(table)\nEND",
    ])
    var options = programs.options
    options.recognizesImages = true
    let source = try reading(Array("%PDF-1.4".utf8), name: "甲.pdf", options: options)
    #expect(source.lines.map { $0.filter { !$0.isWhitespace } } == ["第一条市教育局应当备案。"])
    #expect(source.remarks.map(\.kind) == [.recognized])
  }

  @Test("changed files and changed outputs give a text or a message", arguments: 0..<UInt64(40))
  func mutations(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let made = try StubPrograms()
    var word = WordFile(body: WordFile.paragraph("第一条　甲。", list: 1)).bytes
    word.mutate(using: &random)
    var page = Array(
      #"<doc><page width="600" height="800"><word xMin="1" yMin="2" xMax="9" yMax="8">第一条应当备案报告甲</word></page></doc>"#
        .utf8)
    page.mutate(using: &random)
    let (word1, page1) = (try made.keep(word, as: "word"), try made.keep(page, as: "page"))
    let programs = try StubPrograms([
      "soffice": "mkdir out && cp '\(word1)' out/file.docx", "pdftotext": "cat '\(page1)'",
      "pdftocairo": "cat '\(page1)'",
    ])
    for (bytes, name) in [
      (Self.document, "甲.doc"), (Self.richText, "甲.rtf"), (Array("%PDF-1.4".utf8), "甲.pdf"),
    ] {
      var bytes = bytes
      bytes.mutate(using: &random)
      if let error = error(bytes, name: name, with: programs) {
        #expect(error.message.contains(name))
      }
    }
  }
}
