import Foundation
import Testing

@testable import PolicyAnalysis

@Suite("JSON, byte by byte")
struct JSONWriterTests {
  private func written(pretty: Bool = false, _ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter(pretty: pretty)
    body(&writer)
    return String(decoding: writer.finish().flatMap(\.self), as: UTF8.self)
  }

  @Test("commas stand between the members of objects and arrays, and nowhere else")
  func commas() {
    let text = written { writer in
      writer.beginObject()
      writer.key("a")
      writer.beginArray()
      writer.endArray()
      writer.key("b")
      writer.beginArray()
      writer.integer(1)
      writer.null()
      writer.span(2, 30)
      writer.endArray()
      writer.key("c")
      writer.bool(false)
      writer.endObject()
    }
    #expect(text == #"{"a":[],"b":[1,null,[2,30]],"c":false}"#)
  }

  @Test("only what must be escaped is: quotation marks, backslashes, control characters")
  func escapes() {
    let words = "“全角”\"半角\"\\ 制表\t换行\n回车\r\u{1}\u{1F}\u{7F}/𠮷"
    let expected = #""“全角”\"半角\"\\ 制表\t换行\n回车\r\u0001\u001f"# + "\u{7F}/𠮷\""
    #expect(written { $0.string(words) } == expected)
    let scalars = Array(words.unicodeScalars)
    #expect(written { writer in scalars.withUnsafeBufferPointer { writer.string($0) } } == expected)
  }

  @Test("pretty output has a member a line, and empty arrays closed at once")
  func pretty() {
    let text = written(pretty: true) { writer in
      writer.beginObject()
      writer.key("span")
      writer.span(0, 3)
      writer.key("children")
      writer.beginArray()
      writer.endArray()
      writer.endObject()
    }
    #expect(text == "{\n  \"span\": [0,3],\n  \"children\": []\n}")
  }

  @Test(
    "integers keep their sign and all digits", arguments: [0, 7, -1, 1_234_567, Int.max, Int.min])
  func integers(value: Int) {
    #expect(written { $0.integer(value) } == String(value))
  }

  @Test("what another reader reads back is what was written", arguments: 0..<UInt64(50))
  func roundTrip(seed: UInt64) throws {
    var state = seed &+ 1
    var words = String.UnicodeScalarView()
    for _ in 0..<200 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = UInt32(truncatingIfNeeded: state >> 33) % (state % 3 == 0 ? 0x80 : 0x11_0000)
      if let scalar = Unicode.Scalar(value) { words.append(scalar) }
    }
    let scalars = Array(words)
    let text = written { writer in
      writer.beginArray()
      scalars.withUnsafeBufferPointer { writer.string($0) }
      writer.endArray()
    }
    let read = try JSONDecoder().decode([String].self, from: Data(text.utf8))
    #expect(read.first.map { Array($0.unicodeScalars) } == scalars)
  }

  @Test("a long text is the same in chunks")
  func chunks() {
    let words = String(repeating: "第一条\n\"甲\"，", count: 300_000)
    let escaped = String(repeating: #"第一条\n\"甲\"，"#, count: 300_000)
    var writer = JSONWriter()
    writer.beginArray()
    let scalars = Array(words.unicodeScalars)
    scalars.withUnsafeBufferPointer { writer.string($0) }
    writer.string(words)
    writer.endArray()
    let chunks = writer.finish()
    #expect(chunks.count > 3)
    #expect(chunks.flatMap(\.self) == Array("[\"\(escaped)\",\"\(escaped)\"]".utf8))
  }
}
