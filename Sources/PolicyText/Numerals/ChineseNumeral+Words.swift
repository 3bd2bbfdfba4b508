extension ChineseNumeral {
  /// A number as ordinals write it: 十二, 一百零三, 一千零二十.
  ///
  /// Numbers of a hundred million and more, which no unit has, come in Arabic digits.
  public static func words(for value: Int) -> String {
    guard value > 0 else { return value == 0 ? "零" : String(value) }
    guard value < 100_000_000 else { return String(value) }
    guard value >= 10_000 else { return group(value, leads: true) }
    let rest = value % 10_000
    let head = group(value / 10_000, leads: true) + "万"
    if rest == 0 { return head }
    return head + (rest < 1000 ? "零" : "") + group(rest, leads: false)
  }

  /// A number below ten thousand; 十 without 一 before it where it leads.
  private static func group(_ value: Int, leads: Bool) -> String {
    let digits: [Character] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let units: [(Int, Character)] = [(1000, "千"), (100, "百"), (10, "十")]
    var words = ""
    var rest = value
    var skipped = false
    for (unit, word) in units {
      let digit = rest / unit
      rest %= unit
      if digit == 0 {
        skipped = skipped || !words.isEmpty
        continue
      }
      if skipped { words.append("零") }
      skipped = false
      if !(leads && unit == 10 && digit == 1 && words.isEmpty) { words.append(digits[digit]) }
      words.append(word)
    }
    if rest > 0 {
      if skipped { words.append("零") }
      words.append(digits[rest])
    }
    return words
  }
}
