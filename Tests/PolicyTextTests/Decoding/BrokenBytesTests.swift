import PolicyTestSupport
import PolicyText
import Testing

/// Bytes that no encoding explains.
@Suite struct BrokenBytesTests {
  private func decode(_ bytes: [UInt8]) throws -> DecodedSource {
    try PlainTextReader().read(bytes, name: "文本.txt")
  }

  @Test("broken bytes of UTF-8 become U+FFFD, as many as the standard says, and are told")
  func brokenUTF8() throws {
    let good = Array("各有关部门应当".utf8)
    let cases: [(bytes: [UInt8], count: Int)] = [
      ([0xFF], 1), ([0xC0, 0x80], 2), ([0xED, 0xA0, 0x80], 3), ([0xE4, 0xB8], 1),
      ([0xF0, 0x9F, 0x98], 1), ([0xF4, 0x90, 0x80, 0x80], 4), ([0x80, 0xBF], 2),
    ]
    for (bytes, count) in cases {
      let source = try decode(good + bytes + good)
      #expect(source.encoding == .utf8)
      #expect(source.replaced == [TextSpan(7, 7 + count)])
      let expected = "各有关部门应当" + String(repeating: "\u{FFFD}", count: count) + "各有关部门应当"
      #expect(source.text.scalars.elementsEqual(expected.unicodeScalars))
    }
  }

  @Test("a U+FFFD that the text itself has is no broken byte")
  func replacementInText() throws {
    #expect(try decode(Array("各部门\u{FFFD}应当".utf8)).replaced.isEmpty)
  }

  @Test(
    "a text cut off within its last character keeps its encoding", arguments: TextEncoding.allCases)
  func truncated(encoding: TextEncoding) throws {
    let text = encoding == .big5 ? Samples.traditional : Samples.simplified
    let bytes = TextEncoder(encoding).bytes(of: text)
    for count in stride(from: 40, to: bytes.count, by: 1) {
      let source = try decode(Array(bytes.prefix(count)))
      #expect(source.encoding == encoding, "\(count) bytes")
      let whole = source.text.scalars.count - source.replaced.count
      #expect(source.text.scalars.prefix(whole).elementsEqual(text.unicodeScalars.prefix(whole)))
      #expect(source.replaced.count <= 1)
      if let span = source.replaced.first {
        #expect(span == TextSpan(source.text.scalars.count - 1, source.text.scalars.count))
      }
    }
  }

  @Test("a broken byte in GB 18030 costs no neighbour")
  func brokenGB18030() throws {
    let encoder = TextEncoder(.gb18030)
    let good = encoder.bytes(of: Samples.simplified)
    let source = try decode(good + [0xFF] + good)
    let length = Samples.simplified.unicodeScalars.count
    #expect(source.encoding == .gb18030)
    #expect(source.replaced == [TextSpan(length, length + 1)])
    #expect(source.text.scalars.count == 2 * length + 1)
  }

  @Test("half a surrogate pair becomes U+FFFD")
  func loneSurrogate() throws {
    let good = TextEncoder(.utf16LittleEndian).bytes(of: "各有关部门", withMark: true)
    let source = try decode(good + [0x00, 0xD8, 0x00, 0x4E, 0x00, 0xDC, 0x00, 0x4E])
    #expect(source.text.scalars == Array("各有关部门\u{FFFD}一\u{FFFD}一".unicodeScalars))
    #expect(source.replaced == [TextSpan(5, 6), TextSpan(7, 8)])
  }
}
