extension ChineseNumeral {
  /// A number as ordinals write it: 十二, 一百零三, 一千零二十.
  ///
  /// Numbers of a hundred million and more, which no unit has, come in Arabic digits.
  public static func words(for value: Int) -> String {
    guard hasWords(value) else { return String(value) }
    var words = ""
    putWords(for: value) { words += $0.description }
    return words
  }

  /// Whether a number is written in words.
  static func hasWords(_ value: Int) -> Bool { value >= 0 && value < 100_000_000 }

  /// Hands out the words of a number that has them, digit by digit and rank by rank.
  static func putWords(for value: Int, to put: (StaticString) -> Void) {
    if value == 0 { return put("零") }
    guard value >= 10_000 else { return putGroup(value, leads: true, to: put) }
    let rest = value % 10_000
    putGroup(value / 10_000, leads: true, to: put)
    put("万")
    if rest == 0 { return }
    if rest < 1000 { put("零") }
    putGroup(rest, leads: false, to: put)
  }

  /// A number below ten thousand; 十 without 一 before it where it leads.
  private static func putGroup(_ value: Int, leads: Bool, to put: (StaticString) -> Void) {
    var rest = value
    var isEmpty = true
    var skipped = false
    var unit = 1000
    while unit > 1 {
      let digit = rest / unit
      rest %= unit
      if digit == 0 {
        skipped = skipped || !isEmpty
      } else {
        if skipped { put("零") }
        skipped = false
        if !(leads && unit == 10 && digit == 1 && isEmpty) { put(word(of: digit)) }
        put(unit == 1000 ? "千" : unit == 100 ? "百" : "十")
        isEmpty = false
      }
      unit /= 10
    }
    guard rest > 0 else { return }
    if skipped { put("零") }
    put(word(of: rest))
  }

  private static func word(of digit: Int) -> StaticString {
    switch digit {
    case 1: "一"
    case 2: "二"
    case 3: "三"
    case 4: "四"
    case 5: "五"
    case 6: "六"
    case 7: "七"
    case 8: "八"
    default: "九"
    }
  }
}
