import PolicyText

/// 附件说明: the names of annexes that a document lists behind its text.
package enum ListedAnnexes {
  /// The names in the lines of a list, by number: 附件：1.…2.….
  package static func names(
    in lines: [Range<Int>], of text: [Unicode.Scalar]
  ) -> [(number: Int, title: Range<Int>)] {
    var names: [(number: Int, title: Range<Int>)] = []
    for line in lines {
      var offset = line.lowerBound
      while offset < line.upperBound {
        if let (number, start) = number(at: offset, in: text, end: line.upperBound),
          number == (names.last?.number ?? 0) + 1
        {
          if let last = names.indices.last, names[last].title.upperBound > offset {
            names[last].title = names[last].title.lowerBound..<offset
          }
          names.append((number, start..<line.upperBound))
          offset = start
        } else {
          offset += 1
        }
      }
    }
    return names
  }

  /// 1. or 1、 and the offset behind it.
  private static func number(
    at offset: Int, in text: [Unicode.Scalar], end: Int
  ) -> (Int, Int)? {
    var value = 0
    var next = offset
    while next < end, text[next].value >= 0x30, text[next].value <= 0x39, next - offset < 2 {
      value = value * 10 + Int(text[next].value - 0x30)
      next += 1
    }
    guard next > offset, next < end, text[next] == "." || text[next] == "、" || text[next] == "．"
    else { return nil }
    return (value, next + 1)
  }

  /// Whether two titles share most of their pairs of characters: a listed name and the title of an
  /// annex differ by a word at most.
  static func areAlike(_ a: Range<Int>, _ b: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    guard a.count >= 4, b.count >= 4, a.count <= 80 else { return false }
    let pairs = { (range: Range<Int>) in
      Set(range.dropLast().map { UInt64(text[$0].value) << 32 | UInt64(text[$0 + 1].value) })
    }
    let first = pairs(a)
    let second = pairs(b)
    let shared = first.intersection(second).count
    return Double(2 * shared) / Double(first.count + second.count) >= 0.8
  }
}
