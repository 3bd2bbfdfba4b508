import PolicyLexicons
import PolicyText

/// Reads the number of a unit at a place: what families of marks there are, and how they look.
enum MarkReader {
  typealias Text = UnsafeBufferPointer<Unicode.Scalar>

  /// The scalars that a number can begin with: 第, and those of lists, headings and annexes.
  static let beginnings = ScalarSet(
    [
      0x30...0x39, 0xFF08...0xFF08, 0x2460...0x249B, 0x3220...0x3229, 0x2776...0x277F,
      0x3251...0x325F, 0x61...0x7A, 0x41...0x5A, 0x28...0x28,
    ].joined().compactMap { Unicode.Scalar($0 as UInt32) } + "第一二三四五六七八九十附".unicodeScalars)

  /// Whether a number other than 第N条 can begin with a scalar.
  static func canBegin(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "第" && beginnings.contains(scalar)
  }

  /// 第N编, 第N分编, 第N章, 第N节, 第N条[之N].
  static func ordinal(_ text: Text, at start: Int) -> NumberMark? {
    guard let (value, end) = Numerals.read(text, from: start + 1), end < text.count else {
      return nil
    }
    var style: NumberStyle
    var next = end + 1
    switch text[end] {
    case "条": style = .article
    case "章": style = .chapter
    case "节": style = .section
    case "编": style = .part
    case "分":
      guard next < text.count, text[next] == "编" else { return nil }
      style = .subpart
      next += 1
    default: return nil
    }
    var rest: NumberParts = []
    if next + 1 < text.count, text[next] == "之",
      let (branch, branchEnd) = Numerals.readChinese(text, from: next + 1)
    {
      rest = [branch]
      next = branchEnd
    }
    return NumberMark(
      range: start..<next, style: style, value: value, rest: rest, place: .inside,
      isReference: false, line: 0)
  }

  /// The number of a list, a decimal heading or an annex, as in 一、（一）① 1.1 附件1.
  static func mark(_ text: Text, at start: Int, lineEnd: Int) -> NumberMark? {
    let scalar = text[start]
    if let value = Numerals.circled(scalar) {
      return made(start..<start + 1, .circled, value)
    }
    if let (style, value) = enclosed(scalar) {
      return made(start..<start + 1, style, value)
    }
    switch scalar {
    case "（": return bracketed(text, at: start)
    case "附": return attachment(text, at: start, lineEnd: lineEnd)
    default: break
    }
    if Numerals.chinese(scalar) != nil { return chinese(text, at: start) }
    if scalar.value <= 0x39 { return arabic(text, at: start, lineEnd: lineEnd) }
    return letter(text, at: start)
  }

  private static func made(
    _ range: Range<Int>, _ style: NumberStyle, _ value: Int, rest: NumberParts = []
  ) -> NumberMark {
    NumberMark(
      range: range, style: style, value: value, rest: rest, place: .inside, isReference: false,
      line: 0)
  }

  /// A number and its marks in one character, as old word processors set them: ⒈ ⑴ ㈠.
  private static func enclosed(_ scalar: Unicode.Scalar) -> (NumberStyle, Int)? {
    switch scalar.value {
    case 0x2474...0x2487: (.bracketedArabic, Int(scalar.value) - 0x2473)
    case 0x2488...0x249B: (.arabic, Int(scalar.value) - 0x2487)
    case 0x3220...0x3229: (.bracketedChinese, Int(scalar.value) - 0x321F)
    default: nil
    }
  }

  /// （一） and （1）, with stray spaces already gone; （一)  is folded.
  private static func bracketed(_ text: Text, at start: Int) -> NumberMark? {
    if let (value, end) = Numerals.readChinese(text, from: start + 1) {
      guard end < text.count, text[end] == "）", value > 0 else { return nil }
      return made(start..<end + 1, .bracketedChinese, value)
    }
    if let (value, end) = Numerals.readArabic(text, from: start + 1) {
      guard end < text.count, text[end] == "）", value > 0, value < 100 else { return nil }
      return made(start..<end + 1, .bracketedArabic, value)
    }
    if start + 2 < text.count, text[start + 2] == "）", let value = letterValue(text[start + 1]) {
      return made(start..<start + 3, .letter, value)
    }
    return nil
  }

  /// 一、 and 一）; also 一 with a stop or ，, which careless typists write.
  private static func chinese(_ text: Text, at start: Int) -> NumberMark? {
    guard let (value, end) = Numerals.readChinese(text, from: start), value > 0, end < text.count
    else { return nil }
    switch text[end] {
    case "、", ".": return made(start..<end + 1, .chinese, value)
    case "，" where end - start <= 2: return made(start..<end + 1, .chinese, value)
    case "）": return made(start..<end + 1, .halfBracketed, value)
    default: return nil
    }
  }

  /// 1. and 1、 and 1）, and 1.1, 1.1.1 of contingency plans and standards.
  private static func arabic(_ text: Text, at start: Int, lineEnd: Int) -> NumberMark? {
    guard start == 0 || !isWordCharacter(text[start - 1]),
      let (value, end) = Numerals.readArabic(text, from: start), value > 0, end < lineEnd
    else { return nil }
    switch text[end] {
    case "、", "．": return made(start..<end + 1, .arabic, value)
    case "，" where value < 30 && end - start <= 2: return nil
    case "）": return value < 100 ? made(start..<end + 1, .halfBracketed, value) : nil
    case ".": break
    default:
      // 1　总则: a bare number and a title, which is a heading of a decimal scheme.
      return value < 30 ? made(start..<end, .decimal, value) : nil
    }
    var rest: NumberParts = []
    var next = end
    while next + 1 < lineEnd, text[next] == ".",
      let (part, partEnd) = Numerals.readArabic(text, from: next + 1), part > 0, part < 100
    {
      rest.append(part)
      next = partEnd
    }
    if rest.isEmpty { return value < 1000 ? made(start..<end + 1, .arabic, value) : nil }
    if next < lineEnd, text[next] == "." { next += 1 }
    guard value < 100, rest.count <= 5, next < lineEnd else { return nil }
    return made(start..<next, .decimal, value, rest: rest)
  }

  private static func letter(_ text: Text, at start: Int) -> NumberMark? {
    guard start + 1 < text.count, let value = letterValue(text[start]),
      text[start + 1] == "." || text[start + 1] == "）" || text[start + 1] == "、",
      start == 0 || !isWordCharacter(text[start - 1])
    else { return nil }
    return made(start..<start + 2, .letter, value)
  }

  private static func letterValue(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x61...0x7A: Int(scalar.value) - 0x60
    case 0x41...0x5A: Int(scalar.value) - 0x40
    default: nil
    }
  }

  /// 附件, 附件1, 附件一, 附表2: the head of an annex; so is 附, 附1 on a line of its own.
  private static func attachment(_ text: Text, at start: Int, lineEnd: Int) -> NumberMark? {
    if start + 1 == lineEnd || text[start + 1] == "：" {
      return made(start..<start + 1, .attachment, 0)
    }
    if let (value, end) = Numerals.read(text, from: start + 1), end == lineEnd {
      return made(start..<end, .attachment, value)
    }
    guard start + 1 < lineEnd,
      text[start + 1] == "件" || text[start + 1] == "表" || text[start + 1] == "录"
    else { return nil }
    if let (value, end) = Numerals.read(text, from: start + 2), end <= lineEnd {
      return made(start..<end, .attachment, value)
    }
    return made(start..<start + 2, .attachment, 0)
  }
}

extension MarkReader {
  /// Whether 第N章, 第N节 or 第N条 begins at an offset.
  static func isOrdinal(_ text: [Unicode.Scalar], at offset: Int) -> Bool {
    text.withUnsafeBufferPointer { ordinal($0, at: offset) != nil }
  }
}
