import Testing

@testable import PolicyIndex

@Suite("packing of sources")
struct DeflateTests {
  @Test("what is packed comes out as it was, the empty text too")
  func roundTrip() {
    for text in ["", "条", String(repeating: "第一条　市教育局应当公布名单。", count: 500)] {
      let bytes = Array(text.utf8)
      let packed = Deflate.packed(bytes)
      #expect(packed.withUnsafeBytes { Deflate.unpacked($0, count: bytes.count) } == bytes)
    }
  }

  @Test("damaged bytes give nothing")
  func damaged() {
    var packed = Deflate.packed(Array("第一条　市教育局应当公布名单。".utf8))
    packed[packed.count / 2] ^= 0x55
    #expect(packed.withUnsafeBytes { Deflate.unpacked($0, count: 45) } == nil)
  }
}
