import Foundation
import PolicyLexicons
import PolicyTestSupport
import PolicyText
import Testing

@testable import PolicyAnalysis

@Suite("any bytes give an analysis or a clear refusal, in time that grows with their number")
struct RobustnessTests {
  private let analyzer: Analyzer

  init() throws {
    analyzer = try Analyzer(lexicons: try Lexicons.embedded())
  }

  private func problems(of text: String) throws -> [String] {
    let analysis = analyzer.analyze(try DecodedSource(text, name: "text"))
    #expect(!AnalysisJSON().bytes(of: analysis).isEmpty)
    return violations(of: analysis)
  }

  @Test(
    "texts that once stopped the program",
    arguments: [
      // A number cut by a line break, where a division was sought.
      "第一条 为了管理，制定本办法，适用第\n二章的规定。\n第二条 依照第二\n十章办理。",
      // A marker among the first characters of a document that does not begin its source.
      " —\n应第一条附", "第一条\n\n应四0第一条项", "1；\n可可二5以第一条万",
      // 附件0, which no annex is.
      "第一条 见附件0。\n附件1\n表\n", "教府7；人\t万元任单位：第一条附件1— 3 —\n0。",
    ])
  func shortest(text: String) throws {
    #expect(try problems(of: text) == [])
  }

  @Test("random bytes", arguments: 0..<UInt64(60))
  func randomBytes(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...3000, using: &random)
    let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    // A refusal is an answer too.
    guard let analysis = try? analyzer.analyze(bytes, name: "bytes") else { return }
    #expect(violations(of: analysis) == [])
  }

  @Test("random marks of structure and punctuation in a row", arguments: 0..<UInt64(60))
  func randomMarks(seed: UInt64) throws {
    let parts = [
      "第一条", "第二章", "（一）", "1.", "一、", "①", "附件", "附件1", "目录", "。", "；", "：", "\n", "\n\n",
      "　", "《", "》", "（", "）", "“", "”", "|", "\t", "# ", "责任单位：", "应当", "不得", "市教育局", "百分之",
      "三", "12", "万元", "以上", "日内", "前款", "第三条至第五条", "1.1", "2019年3月4日", "—3—", "是指", "下列",
    ]
    var random = SeededGenerator(seed: seed)
    var text = ""
    for _ in 0..<300 { text += parts.randomElement(using: &random) ?? "" }
    let found = try problems(of: text)
    #expect(found == [])
  }

  @Test("every prefix of a text")
  func prefixes() throws {
    var random = SeededGenerator(seed: 5)
    let text = Array(RandomPolicy.statute(using: &random).text.prefix(400))
    for end in 1...text.count {
      let found = try problems(of: String(text[..<end]))
      #expect(found == [], "after \(end) characters")
      if !found.isEmpty { break }
    }
  }

  @Test("texts that are made up, in every layout", arguments: 0..<UInt64(8))
  func layouts(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = randomPolicyText(using: &random)
    for layout in Layout.all {
      let found = try problems(of: layout.applied(to: text))
      #expect(found == [], "\(layout)")
    }
  }

  @Test(
    "ten times the text takes about ten times as long",
    arguments: [
      "（", "第一条", "一、", "应当，", "《", "市教育局、", "三", "9", "|", "甲\n\n", "第一条　甲应当：\n（一）乙；\n",
      "# ", "百分之", "责任单位：", "前款", "“", "的", "五分",
    ])
  func linearTime(part: String) throws {
    func time(_ copies: Int) throws -> Double {
      let source = try DecodedSource(String(repeating: part, count: copies), name: "text")
      let start = processorTime()
      let analysis = analyzer.analyze(source)
      let time = processorTime() - start
      #expect(violations(of: analysis) == [])
      return time
    }
    _ = try time(200)
    let short = try time(1000)
    let long = try time(10_000)
    // Quadratic work would take a hundred times as long.
    #expect(long < short * 30 + 0.1, "\(short) and \(long) seconds")
  }

  /// The seconds that this thread has worked; a busy machine does not add to them.
  private func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
