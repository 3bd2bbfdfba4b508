import Testing

@testable import PolicyReaders

@Suite("formats of automatic numbers")
struct NumberFormatTests {
  @Test(
    "numbers are written as Word writes them",
    arguments: [
      (NumberFormat.chineseCounting, 1, "一"), (.chineseCounting, 10, "十"),
      (.chineseCounting, 12, "十二"), (.chineseCounting, 103, "一〇三"),
      (.chineseCountingThousand, 103, "一百零三"),
      (.chineseCountingThousand, 110, "一百一十"), (.chineseCountingThousand, 1020, "一千零二十"),
      (.chineseCountingThousand, 10_003, "一万零三"), (.ideographDigital, 10, "一〇"),
      (.ideographDigital, 21, "二一"), (.ideographDigital, 105, "一〇五"), (.decimal, 7, "7"),
      (.decimalZero, 7, "07"), (.decimalEnclosedCircle, 20, "⑳"),
      (.decimalEnclosedCircleChinese, 21, "㉑"), (.decimalEnclosedCircle, 51, "51"),
      (.decimalEnclosedParen, 3, "⑶"), (.decimalFullWidth, 12, "１２"), (.lowerRoman, 14, "xiv"),
      (.upperLetter, 28, "BB"), (.ideographTraditional, 3, "丙"),
      (.chineseLegalSimplified, 12, "壹拾贰"),
    ])
  func formats(format: NumberFormat, number: Int, text: String) {
    #expect(format.text(of: number) == text)
  }

  @Test("no number is too large or too small to be written")
  func extremes() {
    for format in NumberFormat.allCases where format != .bullet && format != .none {
      for number in [Int.min + 1, -1, 0, 100_000_000, Int.max] {
        #expect(!format.text(of: number).isEmpty)
      }
    }
  }
}
