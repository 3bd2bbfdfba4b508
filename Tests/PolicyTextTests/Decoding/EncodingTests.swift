import PolicyTestSupport
import PolicyText
import Testing

/// Which encoding bytes are in.
@Suite struct EncodingTests {
  private func decode(_ bytes: [UInt8]) throws -> DecodedSource {
    try PlainTextReader().read(bytes, name: "文本.txt")
  }

  private func expect(
    _ text: String, in encoding: TextEncoding, withMark: Bool = false,
    location: SourceLocation = #_sourceLocation
  ) throws {
    let source = try decode(TextEncoder(encoding).bytes(of: text, withMark: withMark))
    #expect(source.encoding == encoding, sourceLocation: location)
    #expect(
      source.text.scalars.elementsEqual(text.unicodeScalars), sourceLocation: location)
    #expect(source.replaced.isEmpty, sourceLocation: location)
  }

  @Test("known bytes of GB 18030 and Big5 give known characters")
  func knownBytes() {
    func text(_ bytes: [UInt8], _ encoding: TextEncoding) -> String {
      String(String.UnicodeScalarView(bytes.withUnsafeBytes { encoding.decode($0) }.scalars))
    }
    #expect(text([0xB5, 0xDA, 0xD2, 0xBB, 0xCC, 0xF5, 0xA1, 0xA3], .gb18030) == "第一条。")
    #expect(text([0x95, 0x32, 0x82, 0x36, 0x41], .gb18030) == "\u{20000}A")
    #expect(text([0xB2, 0xC4, 0xA4, 0x40, 0xB1, 0xF8, 0xA1, 0x43], .big5) == "第一條。")
  }

  @Test("a simplified text is known in every encoding", arguments: TextEncoding.allCases)
  func simplified(encoding: TextEncoding) throws {
    guard encoding != .big5 else { return }
    try expect(Samples.simplified, in: encoding)
    for text in Samples.short { try expect(text, in: encoding) }
  }

  @Test("a traditional text is known in every encoding", arguments: TextEncoding.allCases)
  func traditional(encoding: TextEncoding) throws {
    try expect(Samples.traditional, in: encoding)
    for line in Samples.traditional.split(separator: "\n") {
      try expect(String(line.prefix(20)), in: encoding)
    }
  }

  @Test(
    "a byte order mark names the encoding and is no part of the text",
    arguments: TextEncoding.allCases)
  func byteOrderMark(encoding: TextEncoding) throws {
    guard encoding != .big5 else { return }
    try expect(Samples.simplified, in: encoding, withMark: true)
    try expect("A", in: encoding, withMark: true)
  }

  @Test("a long text after kilobytes of ASCII is known", arguments: TextEncoding.allCases)
  func lateChinese(encoding: TextEncoding) throws {
    let head = String(repeating: "<a href=\"index.html\">home</a>\r\n", count: 2000)
    try expect(head + Samples.traditional, in: encoding)
  }

  @Test(
    "a text with half-width marks, numbers and Latin words between is known",
    arguments: TextEncoding.allCases)
  func mixed(encoding: TextEncoding) throws {
    try expect(
      "第3條 PM2.5平均值不得高於35, GDP成長率(6%以上)由市生態局公布; see http://example.com/a?b=1", in: encoding)
  }

  @Test(
    "a text without Chinese is UTF-8 when it is ASCII",
    arguments: ["Hello, world.\n", "this app can break", "1. 2. 3.\r\n"])
  func ascii(text: String) throws {
    try expect(text, in: .utf8)
  }

  @Test(
    "a text of ASCII in units of two or four bytes is known",
    arguments: [
      TextEncoding.utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian,
    ])
  func wideASCII(encoding: TextEncoding) throws {
    try expect("Article 1. This is a text.\n", in: encoding)
  }

  @Test(
    "UTF-8 of other scripts stays UTF-8",
    arguments: [
      "Общие положения статьи", "Überprüfung der Maßnahmen", "Le café", "日本国憲法について、ここに定める。",
      "대한민국은 민주공화국이다.",
    ])
  func otherScripts(text: String) throws {
    try expect(text, in: .utf8)
  }

  @Test("every character of a text is kept, line ends of all kinds too")
  func lineEnds() throws {
    let text = "一\r\n二\r三\n四\u{2028}五\u{85}六\u{FEFF}七\u{0C}八\n\n"
    try expect(text, in: .utf8)
    try expect(text, in: .utf16LittleEndian, withMark: true)
  }
}
