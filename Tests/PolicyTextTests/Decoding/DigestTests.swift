import CSHA256
import PolicyText
import Testing

/// The digest that names the bytes of a source.
@Suite struct DigestTests {
  @Test("the digest is SHA-256 of the bytes, mark included")
  func digest() throws {
    // FIPS 180-4 example: "abc".
    let source = try PlainTextReader().read(Array("abc".utf8), name: "a.txt")
    #expect(
      source.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    let marked = try PlainTextReader().read([0xEF, 0xBB, 0xBF] + Array("abc".utf8), name: "a.txt")
    #expect(marked.sha256 != source.sha256)
  }

  @Test("the instructions of the processor and the portable code agree at every length")
  func agreement() {
    let bytes = (0..<600).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    for count in 0...bytes.count {
      var fast = [UInt8](repeating: 0, count: 32)
      var portable = fast
      csha256_digest(bytes, count, &fast)
      csha256_digest_portable(bytes, count, &portable)
      #expect(fast == portable)
    }
  }

  @Test(
    "an ending names the media type, in whatever letters",
    arguments: [
      ("a.md", "text/markdown"), ("a.MD", "text/markdown"), ("a.markdown", "text/markdown"),
      ("a.txt", "text/plain"), ("-", "text/plain"), ("a.md.txt", "text/plain"),
      ("md", "text/plain"),
    ])
  func mediaType(name: String, type: String) throws {
    #expect(try PlainTextReader().read([0x41], name: name).mediaType == type)
  }
}
