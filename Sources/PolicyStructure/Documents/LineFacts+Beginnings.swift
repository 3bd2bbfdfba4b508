import PolicyText

/// How lines begin, and whether they say the same.
extension LineFacts {
  /// Whether a line begins with a whole date, as a note on adoption does: 2016年12月25日 第十二届….
  func beginsWithDate(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    for end in range.lowerBound..<min(range.upperBound, range.lowerBound + 16)
    where end > range.lowerBound && text[end - 1] == "日" {
      return isDate(range.lowerBound..<end, in: text)
    }
    return false
  }

  /// Whether two stretches have the same words, spaces aside.
  func isSame(_ left: Range<Int>, _ right: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    var place = right.lowerBound
    for offset in left where text[offset] != " " {
      while place < right.upperBound, text[place] == " " { place += 1 }
      guard place < right.upperBound, text[place] == text[offset] else { return false }
      place += 1
    }
    return text[place..<right.upperBound].allSatisfy { $0 == " " }
  }
}
