import PolicyText
import Testing

@testable import PolicyLexicons

@Suite struct TermMatcherTests {
  private func found(_ terms: [String], in text: String) -> [String] {
    let list = Lexicon(name: .modality, columns: ["term"], rows: terms.map { [$0] })
    let scalars = text.unicodeScalars.map { folded($0) }
    return TermMatcher(Lexicons([list])).hits(in: scalars, range: scalars.indices).map { hit in
      precondition(terms[hit.row].unicodeScalars.count == hit.range.count)
      return "\(hit.start)\(terms[hit.row])"
    }
  }

  @Test("every term is found, also within and across others, the longer first")
  func overlapping() {
    #expect(
      found(["应当", "应", "不应当", "当事人", "事人"], in: "不应当事人")
        == ["0不应当", "1应当", "1应", "2当事人", "3事人"])
  }

  @Test("a term that breaks off leads on to the term within it")
  func fallback() {
    #expect(found(["人民政府办公厅", "民政", "政府机关"], in: "人民政府机关") == ["1民政", "2政府机关"])
    #expect(found(["市教育局"], in: "市市教育教育局市教育局") == ["7市教育局"])
  }

  @Test("terms are folded as texts are")
  func folding() {
    #expect(found(["(含)", "ＡＢ"], in: "（含）AB") == ["0(含)", "3ＡＢ"])
  }

  @Test("scalars above the basic plane are found")
  func supplementary() {
    #expect(found(["𠮷林"], in: "𠮷𠮷林") == ["1𠮷林"])
  }

  @Test("on random text the hits are those of a plain search", arguments: 0..<UInt64(50))
  func likePlainSearch(seed: UInt64) {
    var random = SplitMix(state: seed)
    func word(upTo length: Int) -> [Unicode.Scalar] {
      (0..<Int.random(in: 1...length, using: &random)).map { _ in
        ["甲", "乙", "丙", "丁"].randomElement(using: &random) ?? "甲"
      }
    }
    var terms: [[Unicode.Scalar]] = []
    for _ in 0..<20 {
      let term = word(upTo: 5)
      if !terms.contains(term) { terms.append(term) }
    }
    let text = word(upTo: 200)
    var expected: [TermHit] = []
    for start in text.indices {
      for end in (start..<text.count).reversed() {
        if let row = terms.firstIndex(of: Array(text[start...end])) {
          expected.append(TermHit(start: start, end: end + 1, list: .modality, row: row))
        }
      }
    }
    let rows = terms.map { [String(String.UnicodeScalarView($0))] }
    let list = Lexicon(name: .modality, columns: ["term"], rows: rows)
    #expect(
      TermMatcher(Lexicons([list])).hits(in: text, range: text.indices) == expected)
  }
}

private struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
