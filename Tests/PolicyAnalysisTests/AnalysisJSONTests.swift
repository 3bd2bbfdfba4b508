import Foundation
import PolicyLexicons
import PolicyText
import Testing

@testable import PolicyAnalysis

@Suite("the JSON of an analysis")
struct AnalysisJSONTests {
  private func json(_ text: String, includesText: Bool = true) throws -> [String: Any] {
    let analyzer = try Analyzer(lexicons: try Lexicons.embedded())
    var form = AnalysisJSON()
    form.includesText = includesText
    let bytes = form.bytes(of: analyzer.analyze(try DecodedSource(text, name: "办法.txt")))
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test("the source has its name, length in scalars, digest and text")
  func source() throws {
    let source = try #require(try json("第一条　𠮷\r\n管理。")["source"] as? [String: Any])
    #expect(source["name"] as? String == "办法.txt")
    #expect(source["length"] as? Int == 10)
    #expect(source["text"] as? String == "第一条　𠮷\r\n管理。")
    #expect(source["encoding"] as? String == "UTF-8")
    #expect((source["sha256"] as? String)?.count == 64)
  }

  @Test("the text is left out when nobody wants it, and nothing else is")
  func noText() throws {
    let full = try json("第一条　甲应当管理。")
    let short = try json("第一条　甲应当管理。", includesText: false)
    let source = try #require(short["source"] as? [String: Any])
    #expect(source["text"] == nil)
    #expect(source["length"] as? Int == 10)
    #expect(
      try JSONSerialization.data(withJSONObject: full["documents"] as Any, options: .sortedKeys)
        == JSONSerialization.data(withJSONObject: short["documents"] as Any, options: .sortedKeys))
  }

  @Test("two runs give the same bytes, pretty or not")
  func determinism() throws {
    let analyzer = try Analyzer(lexicons: try Lexicons.embedded())
    let source = try DecodedSource("第一条　甲应当在三日内报告。\n第二条　乙不得超过百分之五。", name: "a")
    for pretty in [false, true] {
      var form = AnalysisJSON()
      form.pretty = pretty
      #expect(
        form.bytes(of: analyzer.analyze(source)) == form.bytes(of: analyzer.analyze(source)))
    }
  }
}
