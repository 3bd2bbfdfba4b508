package import PolicyLexicons
import PolicyText

/// 发文字号 in running words: 济政办发〔2019〕5号, 国务院令第737号, （2019）第4号, （83）银发字第381号.
///
/// Source: GB/T 9704—2012, 7.2.5 for code, year in 〔〕 and number without 第; observed in practice: other
/// brackets, 第 before the number, 令 and 公告 with a running number, codes after the year (to 1999).
package struct DocumentNumberReader: Sendable {
  /// A number and its parts, in the reading text.
  package struct Match: Sendable {
    /// The whole number.
    package var range: Range<Int>
    /// 机关代字, or the name before 令 and 公告.
    package var code: Range<Int>
    /// The year.
    package var year: Int?
    /// The serial number.
    package var number: Int?

    /// Whether it numbers an order or announcement: 国务院令第737号, …公告第18号.
    func isOrder(in scalars: [Unicode.Scalar]) -> Bool {
      code.last.map { scalars[$0] == "令" || scalars[$0] == "告" } ?? false
    }
  }

  /// Words before a code that are no part of it: 根据国发〔2019〕4号.
  private let leadIns: WordList

  /// A reader with the lists that it needs.
  package init(lexicons: Lexicons) {
    leadIns = WordList(lexicons[.numberLeadIns])
  }

  /// Whether a number may have its mark here: the bracket before the year, 令, 告, 字.
  @inline(__always)
  package static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "〔", "[", "［", "【", "（", "令", "告", "字": true
    default: false
    }
  }

  /// The number whose mark stands at an offset.
  package func number(
    in scalars: [Unicode.Scalar], at mark: Int, within bounds: Range<Int>
  ) -> Match? {
    switch scalars[mark] {
    case "〔", "[", "［", "【", "（": bracketed(in: scalars, at: mark, within: bounds)
    case "令", "告", "字": named(in: scalars, at: mark, within: bounds)
    default: nil
    }
  }

  /// 济政办发〔2019〕5号, （2019）第4号, （83）银发字第381号.
  private func bracketed(
    in scalars: [Unicode.Scalar], at open: Int, within bounds: Range<Int>
  ) -> Match? {
    let limit = bounds.upperBound
    guard let year = ChineseNumeral.integer(in: scalars, from: open + 1, to: limit),
      year.end < limit, Self.isClosing(scalars[year.end], of: scalars[open])
    else { return nil }
    let isFull = (1900...2100).contains(year.value)
    guard isFull || (49...99).contains(year.value) && year.end == open + 3 else { return nil }
    if let serial = serial(in: scalars, from: year.end + 1, to: limit) {
      guard isFull else { return nil }
      let start = codeStart(in: scalars, before: open, from: bounds.lowerBound)
      // A year in round brackets is common; only 第, or a code before it, makes it a number.
      if scalars[open] == "（", start == open, scalars[year.end + 1] != "第" { return nil }
      return Match(
        range: start..<serial.end, code: start..<open, year: year.value, number: serial.value)
    }
    // （83）银发字第381号: the code follows the year.
    let codeStart = year.end + 1
    var offset = codeStart
    while offset < limit, offset - codeStart < 10, Self.isCodeScalar(scalars[offset]) {
      if scalars[offset] == "字",
        let serial = serial(in: scalars, from: offset + 1, to: limit)
      {
        let full = isFull ? year.value : 1900 + year.value
        return Match(
          range: open..<serial.end, code: codeStart..<offset + 1, year: full,
          number: serial.value)
      }
      offset += 1
    }
    return nil
  }

  /// 国务院令第737号, 公告2019年第5号, 银字第13号.
  private func named(
    in scalars: [Unicode.Scalar], at mark: Int, within bounds: Range<Int>
  ) -> Match? {
    let limit = bounds.upperBound
    if scalars[mark] == "告", mark == bounds.lowerBound || scalars[mark - 1] != "公" { return nil }
    var offset = mark + 1
    guard offset < limit else { return nil }
    var year: Int?
    if let number = ChineseNumeral.integer(in: scalars, from: offset, to: limit),
      (1900...2100).contains(number.value), number.end < limit, scalars[number.end] == "年"
    {
      year = number.value
      offset = number.end + 1
    }
    guard offset < limit, scalars[offset] == "第",
      let serial = serial(in: scalars, from: offset, to: limit)
    else { return nil }
    let start = codeStart(in: scalars, before: mark + 1, from: bounds.lowerBound)
    return Match(
      range: start..<serial.end, code: start..<mark + 1, year: year, number: serial.value)
  }

  /// 第4号, 5号.
  private func serial(
    in scalars: [Unicode.Scalar], from start: Int, to limit: Int
  ) -> (value: Int, end: Int)? {
    var offset = start
    if offset < limit, scalars[offset] == "第" { offset += 1 }
    guard let number = ChineseNumeral.integer(in: scalars, from: offset, to: limit),
      number.end < limit, scalars[number.end] == "号"
    else { return nil }
    return (number.value, number.end + 1)
  }

  /// Where the code before a bracket begins: at most as far as a name is long, and after words that
  /// lead in to it.
  private func codeStart(in scalars: [Unicode.Scalar], before end: Int, from lower: Int) -> Int {
    let isName = end > lower && (scalars[end - 1] == "令" || scalars[end - 1] == "告")
    let longest = isName ? 40 : 14
    var start = end
    while start > lower, end - start < longest, Self.isCodeScalar(scalars[start - 1]) {
      start -= 1
      // The 和 of 中华人民共和国 joins nothing.
      if end - start > 1, let leadIn = leadIns.longest(in: scalars, from: start, to: end - 1),
        !(scalars[start] == "和" && start > lower && scalars[start - 1] == "共")
      {
        return leadIn.range.upperBound
      }
    }
    // 2018年10月1日云溪市人民政府令: the day before the name is no part of it.
    if start + 1 < end, scalars[start] == "日", start > lower, isWordCharacter(scalars[start - 1]) {
      start += 1
    }
    return withoutState(in: scalars, start..<end)
  }

  /// 国务院令 of 中华人民共和国国务院令: the short form is the usual one.
  private func withoutState(in scalars: [Unicode.Scalar], _ code: Range<Int>) -> Int {
    let state = Array("中华人民共和国".unicodeScalars)
    let rest = code.lowerBound + state.count
    guard rest + 3 < code.upperBound, scalars[code.lowerBound..<rest].elementsEqual(state),
      scalars[rest] == "国", scalars[rest + 1] == "务"
    else { return code.lowerBound }
    return rest
  }

  private static func isCodeScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x9FFF, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  private static func isClosing(_ scalar: Unicode.Scalar, of open: Unicode.Scalar) -> Bool {
    switch (open, scalar) {
    case ("〔", "〕"), ("[", "]"), ("［", "］"), ("【", "】"), ("（", "）"), ("〔", "］"), ("［", "〕"): true
    default: false
    }
  }
}
