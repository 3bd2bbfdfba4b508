/// 中文数字: whole numbers written in Chinese, as automatic numbers are.
enum ChineseNumber {
  private static let digits = Array("〇一二三四五六七八九")
  private static let simplifiedLegal = Array("零壹贰叁肆伍陆柒捌玖")
  private static let traditionalLegal = Array("零壹貳參肆伍陸柒捌玖")

  /// 十二, 一百零三: as numbers are said.
  static func counting(_ number: Int) -> String {
    let text = places(number, digits: Array("零一二三四五六七八九"), units: ["", "十", "百", "千"])
    // 一十二 is 十二, but 一百一十二 keeps its 一.
    return text.hasPrefix("一十") ? String(text.dropFirst()) : text
  }

  /// 壹拾贰: as on cheques.
  static func legal(_ number: Int, simplified: Bool) -> String {
    places(
      number, digits: simplified ? simplifiedLegal : traditionalLegal,
      units: ["", "拾", "佰", "仟"])
  }

  /// 一二, 一〇: digit by digit.
  static func digits(_ number: Int) -> String {
    guard number >= 0 else { return String(number) }
    return String(String(number).compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }

  private static func places(_ number: Int, digits: [Character], units: [String]) -> String {
    guard number > 0, number < 100_000_000 else { return number == 0 ? "〇" : String(number) }
    if number >= 10_000 {
      let low = number % 10_000
      let gap = low > 0 && low < 1000 ? String(digits[0]) : ""
      return places(number / 10_000, digits: digits, units: units) + "万"
        + (low > 0 ? gap + places(low, digits: digits, units: units) : "")
    }
    var text = ""
    var isZeroDue = false
    for (place, unit) in units.enumerated().reversed() {
      let power = [1, 10, 100, 1000][place]
      let digit = number / power % 10
      if digit == 0 {
        isZeroDue = !text.isEmpty
      } else {
        if isZeroDue { text.append(digits[0]) }
        isZeroDue = false
        text.append(digits[digit])
        text += unit
      }
    }
    return text
  }
}
