import PolicyTestSupport
import PolicyText
import Testing

/// Any bytes: an answer each time, and no crash.
@Suite struct DecodingFuzzTests {
  @Test(
    "whatever the bytes, they give a text that fits its spans or an error",
    arguments: 0..<UInt64(300))
  func anyBytes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let bytes = randomBytes(using: &random)
    guard let source = try? PlainTextReader().read(bytes, name: "a.md") else { return }
    #expect(source.mediaType == "text/markdown")
    #expect(source.text.scalars.count <= bytes.count)
    for span in source.replaced {
      #expect(span.end <= source.text.scalars.count)
      #expect(source.text.scalars[span.start..<span.end].allSatisfy { $0 == "\u{FFFD}" })
    }
  }

  @Test(
    "UTF-8 with random damage is decoded just as the standard library does",
    arguments: 0..<UInt64(300))
  func damagedUTF8(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var bytes = Array((Samples.simplified + "😀é").utf8)
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      let offset = Int.random(in: 0..<bytes.count, using: &random)
      bytes[offset] = UInt8.random(in: 0...255, using: &random)
    }
    let source = try PlainTextReader().read(bytes, name: "a.txt")
    #expect(source.encoding == .utf8)
    #expect(
      source.text.scalars.elementsEqual(String(decoding: bytes, as: UTF8.self).unicodeScalars))
  }

  @Test("every prefix of a text of UTF-8 gives its characters")
  func prefixes() throws {
    let bytes = Array(Samples.simplified.utf8)
    for count in 3...bytes.count {
      let source = try PlainTextReader().read(Array(bytes.prefix(count)), name: "a.txt")
      #expect(source.encoding == .utf8, "\(count) bytes")
      let whole = source.text.scalars.count - source.replaced.count
      #expect(
        source.text.scalars.prefix(whole).elementsEqual(
          Samples.simplified.unicodeScalars.prefix(whole)))
    }
  }

  /// Random bytes, or a text with random bytes in it, in a random encoding.
  private func randomBytes(using random: inout SeededGenerator) -> [UInt8] {
    let count = Int.random(in: 1...600, using: &random)
    let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return noise
    case 1: return noise.map { $0 & 0x7F }
    case 2: return TextEncoding.allCases.randomElement(using: &random)?.byteOrderMark ?? [] + noise
    default:
      var bytes = Array(Samples.simplified.utf8.prefix(count))
      bytes.replaceSubrange(0..<min(count / 8, bytes.count), with: noise.prefix(count / 8))
      return bytes
    }
  }
}
