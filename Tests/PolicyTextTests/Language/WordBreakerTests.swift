import PolicyTestSupport
import PolicyText
import Testing

/// Words and sentences as ICU breaks them.
@Suite struct WordBreakerTests {
  private func pieces(_ unit: WordBreaker.Unit, _ text: String) -> [String] {
    var breaker = WordBreaker(unit)
    let scalars = Array(text.unicodeScalars)
    return breaker.pieces(of: 0..<scalars.count, in: scalars)
      .map { String(String.UnicodeScalarView(scalars[$0])) }
  }

  @Test("Chinese text is broken into the words of the dictionary")
  func words() {
    #expect(
      pieces(.word, "人民政府应当自收到申请之日起作出决定。").filter { $0.count > 1 } == [
        "人民政府", "应当", "收到", "申请", "作出", "决定",
      ])
  }

  @Test("a text is broken into sentences")
  func sentences() {
    #expect(pieces(.sentence, "应当公开。禁止收费！为什么？") == ["应当公开。", "禁止收费！", "为什么？"])
  }

  @Test(
    "a stretch is broken by itself, in offsets of the whole text, pairs of surrogates counted once")
  func offsets() {
    var breaker = WordBreaker(.word)
    let scalars = Array("😀第一条😀应当😀".unicodeScalars)
    let pieces = breaker.pieces(of: 1..<8, in: scalars)
    #expect(pieces.first?.lowerBound == 1)
    #expect(pieces.last == 7..<8)
    #expect(pieces.contains(5..<7))
    #expect(breaker.pieces(of: 5..<7, in: scalars) == [5..<7])
    #expect(breaker.pieces(of: 3..<3, in: scalars).isEmpty)
  }

  @Test("the pieces of any text, joined, are the text", arguments: 0..<UInt64(100))
  func lossless(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let letters = Array("第一条应当，。（）人民政府 \n\t1234abc😀𠀀\u{301}\u{200D}".unicodeScalars)
    let scalars = (0..<Int.random(in: 0...3000, using: &random)).map { _ in
      letters[Int.random(in: 0..<letters.count, using: &random)]
    }
    for unit in [WordBreaker.Unit.word, .sentence] {
      var breaker = WordBreaker(unit)
      var end = 0
      for piece in breaker.pieces(of: 0..<scalars.count, in: scalars) {
        #expect(piece.lowerBound == end && !piece.isEmpty)
        end = piece.upperBound
      }
      #expect(end == scalars.count)
    }
  }
}
