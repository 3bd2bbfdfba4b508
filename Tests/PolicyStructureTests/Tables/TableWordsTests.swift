import PolicyLexicons
import PolicyStructure
import Testing

/// Words that tables are known by.
@Suite struct TableWordsTests {
  private let words: TableWords

  init() throws {
    words = TableWords(try Lexicons.embedded())
  }

  private func mark(of cell: String) -> String? {
    let text = Array(cell.unicodeScalars)
    return words.mark(0..<text.count, in: text).map {
      String(String.UnicodeScalarView(text[$0.range]))
    }
  }

  @Test(
    "a letter before the name of an indicator is its code",
    arguments: ["A组织": "A", "B证照办理": "B", "C区域协同": "C", "D级别管理": "D", "A1类别": "A1"])
  func codes(cell: String, code: String) {
    #expect(mark(of: cell) == code)
  }

  @Test("a letter before a class is none", arguments: ["A类企业", "B级", "C组人员", "A证"])
  func classes(cell: String) {
    #expect(mark(of: cell) == nil)
  }

  @Test(
    "what the head of a column ends with says what its cells hold",
    arguments: ["权重（%）": "weight", "考核指标": "leaf", "二级指标（分值）": "level2"])
  func heads(head: String, meaning: String) {
    let text = Array(head.unicodeScalars)
    #expect(words.headMeaning(0..<text.count, in: text) == meaning)
  }

  @Test("合计 heads a row of totals, 合计划 does not")
  func totals() {
    let total = Array("合计（100分）".unicodeScalars)
    let other = Array("综合计划管理".unicodeScalars)
    #expect(words.isTotal(0..<total.count, in: total))
    #expect(!words.isTotal(0..<other.count, in: other))
  }
}
