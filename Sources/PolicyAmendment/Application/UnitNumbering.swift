import PolicyStructure
import PolicyText

/// Writes numbers of units in the manner of others.
enum UnitNumbering {
  /// A number as another is written, with its marks and digits: 第十三条 like 第十二条, (3) like (2).
  static func words(
    for values: [Int], like written: [Unicode.Scalar]?, level: NodeLevel
  ) -> [Unicode.Scalar] {
    guard let first = values.first else { return written ?? [] }
    guard let written, let digits = digits(in: written) else {
      return Array(standard(values, level).unicodeScalars)
    }
    var head = Array(written[..<digits.lowerBound])
    var tail = Array(written[digits.upperBound...])
    let sample = written[digits.lowerBound]
    if let circled = circled(sample) {
      _ = circled
      if first <= 20, let scalar = Unicode.Scalar(0x245F + UInt32(first)) {
        return head + [scalar] + tail
      }
    }
    // 之一 of the number that it is written like is not its own.
    if let insertedMark = tail.lastIndex(of: "之") { tail = Array(tail[..<insertedMark]) }
    head = head.filter { !isSpace(folded($0)) }
    tail = tail.filter { !isSpace(folded($0)) }
    let isArabic = folded(sample).value >= 0x30 && folded(sample).value <= 0x39
    func number(_ value: Int) -> String {
      isArabic ? String(value) : ChineseNumeral.words(for: value)
    }
    let inserted = values.dropFirst().map { "之" + ChineseNumeral.words(for: $0) }.joined()
    return head + number(first).unicodeScalars + tail + inserted.unicodeScalars
  }

  private static func standard(_ values: [Int], _ level: NodeLevel) -> String {
    let number = ChineseNumeral.words(for: values[0])
    let inserted = values.dropFirst().map { "之" + ChineseNumeral.words(for: $0) }.joined()
    return switch level {
    case .part: "第\(number)编"
    case .subpart: "第\(number)分编"
    case .chapter: "第\(number)章"
    case .section: "第\(number)节"
    case .article: "第\(number)条\(inserted)"
    case .item: "（\(number)）"
    case .subitem: "\(values[0])."
    case .attachment: "附件\(values[0])"
    default: "\(number)、"
    }
  }

  /// Where the digits of a number stand.
  static func digits(in written: [Unicode.Scalar]) -> Range<Int>? {
    let isDigit = written.map { scalar in
      let value = folded(scalar)
      return value.value >= 0x30 && value.value <= 0x39 || circled(value) != nil
        || "〇○零一二两三四五六七八九十百千廿卅".unicodeScalars.contains(value)
    }
    guard let first = isDigit.firstIndex(of: true) else { return nil }
    var end = first
    while end < written.count,
      isDigit[end] || isSpace(folded(written[end])) && end + 1 < written.count && isDigit[end + 1]
    {
      end += 1
    }
    return first..<end
  }

  private static func circled(_ scalar: Unicode.Scalar) -> Int? {
    (0x2460...0x2473).contains(scalar.value) ? Int(scalar.value) - 0x245F : nil
  }
}
