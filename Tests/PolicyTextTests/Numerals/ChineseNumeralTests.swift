import Foundation
import PolicyText
import Testing

/// Numbers in Chinese and Arabic digits.
@Suite struct ChineseNumeralTests {
  private func integer(_ text: String) -> Int? {
    let scalars = Array(text.unicodeScalars)
    guard let number = ChineseNumeral.integer(in: scalars, from: 0) else { return nil }
    return number.end == scalars.count ? number.value : nil
  }

  private func decimal(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard let number = ChineseNumeral.decimal(in: scalars, from: 0) else { return nil }
    return number.end == scalars.count ? number.value.description : nil
  }

  /// The words that the number at the start of a text takes up.
  private func taken(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard let number = ChineseNumeral.integer(in: scalars, from: 0) else { return nil }
    return String(String.UnicodeScalarView(scalars[..<number.end]))
  }

  private func decimalTaken(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard let number = ChineseNumeral.decimal(in: scalars, from: 0) else { return nil }
    return String(String.UnicodeScalarView(scalars[..<number.end]))
  }

  @Test(
    "a number that counts units is read whole",
    arguments: [
      ("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("九十九", 99), ("廿三", 23), ("卅", 30),
      ("一百", 100), ("一百零三", 103), ("一百〇三", 103), ("一百一十", 110), ("一百一十七", 117),
      ("一百二十三", 123), ("两百零六", 206), ("一百十二", 112), ("一百五", 105), ("两千", 2000),
      ("一千零一", 1001), ("一千零一十", 1010), ("一千二百六十", 1260), ("一万", 10_000),
      ("一万零五百", 10_500), ("十二万", 120_000), ("一万二千三百四十五亿", 1_234_500_000_000),
      ("三亿五千万", 350_000_000), ("一万亿", 1_000_000_000_000), ("壹拾贰", 12), ("叁佰伍拾", 350),
      ("二〇一九", 2019), ("二○○三", 2003), ("二OO三", 2003), ("二00三", 2003), ("一九八二", 1982),
      ("二〇二〇", 2020), ("12", 12), ("2019", 2019), ("0", 0), ("零", 0),
    ] as [(String, Int)])
  func wholeInteger(text: String, value: Int) {
    #expect(integer(text) == value)
  }

  @Test(
    "a number ends where the next word begins",
    arguments: [
      ("一百零三条", "一百零三"), ("二十一世纪", "二十一"), ("三、", "三"), ("十二十三", "十二"),
      ("一百零售点", "一百"), ("二年两次", "二"), ("一两", "一"), ("二O条", "二O"), ("一OK", "一"),
      ("三五十人", "三"), ("一十二百", "一十二"), ("3.5", "3"), ("12月", "12"), ("一万一万", "一万一"),
    ] as [(String, String)])
  func integerEnds(text: String, words: String) {
    #expect(taken(text) == words)
  }

  @Test(
    "what begins no number is none",
    arguments: ["", "百分之五", "万元", "亿", "千万不要", "条", "○各单位", "，1", "99999999999999999999"])
  func noInteger(text: String) {
    #expect(taken(text) == nil)
  }

  @Test("a number is read from its offset up to the limit")
  func offsetAndLimit() {
    let scalars = Array("第一百二十三条".unicodeScalars)
    let number = ChineseNumeral.integer(in: scalars, from: 1, to: 5)
    #expect(number?.value == 120)
    #expect(number?.end == 5)
    #expect(ChineseNumeral.integer(in: scalars, from: 7) == nil)
  }

  @Test(
    "a number that measures is exact",
    arguments: [
      ("三点一四", "3.14"), ("一点五", "1.5"), ("零点八", "0.8"), ("一点五万", "15000"), ("十二点三亿", "1230000000"),
      ("2.5", "2.5"), ("0.80", "0.8"), ("1万", "10000"), ("733万", "7330000"),
      ("1.5万亿", "1500000000000"),
      ("1，234，567", "1234567"), ("12，345.67", "12345.67"), ("3千", "3000"), ("5百万", "5000000"),
      ("2千亿", "200000000000"), ("1亿2000万", "120000000"), ("3万5千", "35000"), ("1万2000", "12000"),
      ("一万五", "15000"), ("一百五", "150"), ("一百零五", "105"), ("二十三", "23"), ("344.5", "344.5"),
      ("123456789012345678901", "123456789012345678901"), ("100", "100"), ("一万二千", "12000"),
    ] as [(String, String)])
  func exactDecimal(text: String, value: String) {
    #expect(decimal(text) == value)
  }

  @Test(
    "a number that measures leaves what is no part of it",
    arguments: [
      ("八点三十分", "八"), ("三点一是", "三"), ("2千瓦", "2"), ("5千米", "5"), ("2个", "2"), ("1.", "1"),
      ("2019，100", "2019"), ("12，3456", "12"), ("1，23", "1"), ("3.1.2", "3.1"), ("5万一千", "5万"),
      ("1百分点", "1"), ("一万元", "一万"),
    ] as [(String, String)])
  func decimalEnds(text: String, words: String) {
    #expect(decimalTaken(text) == words)
  }
}
