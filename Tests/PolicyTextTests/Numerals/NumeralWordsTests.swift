import PolicyText
import Testing

/// Numbers written out.
@Suite struct NumeralWordsTests {
  @Test(
    "a number is written as ordinals write it",
    arguments: [
      (0, "零"), (1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (103, "一百零三"), (110, "一百一十"),
      (117, "一百一十七"), (1000, "一千"), (1001, "一千零一"), (1020, "一千零二十"), (1260, "一千二百六十"),
      (10_000, "一万"), (10_500, "一万零五百"), (100_003, "十万零三"), (12_345, "一万二千三百四十五"),
    ] as [(Int, String)])
  func words(value: Int, words: String) {
    #expect(ChineseNumeral.words(for: value) == words)
  }

  @Test("words read back as the number that they were written for")
  func roundTrip() {
    for value in 1..<20_000 {
      let scalars = Array(ChineseNumeral.words(for: value).unicodeScalars)
      let read = ChineseNumeral.integer(in: scalars, from: 0)
      #expect(read?.value == value && read?.end == scalars.count)
    }
  }
}
