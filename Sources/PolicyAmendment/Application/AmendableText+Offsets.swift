import PolicyStructure
import PolicyText

/// Places in the source around units.
extension AmendableText {
  /// The headings 一、二、 of a text without articles, annexes aside.
  var mainHeadings: [Unit] {
    nodes.indices.filter {
      nodes[$0].level == .heading && nodes[$0].depth == 1 && !isInAnnex($0)
    }.compactMap(unit)
  }

  /// Where the white space before a place begins: behind the last character that is read.
  func gapStart(before offset: Int) -> Int {
    let place = readingRange(of: offset..<offset).lowerBound
    return place > 0 ? Int(reading.origins[place - 1]) + 1 : 0
  }

  /// What goes with a unit that is taken out: the white space before it, but no page number.
  func cutRange(of range: Range<Int>) -> Range<Int> {
    let start = gapStart(before: range.lowerBound)
    let isBlank = source.scalars[start..<range.lowerBound].allSatisfy {
      isSpace(folded($0)) || $0 == "#" || $0 == "*"
    }
    return (isBlank ? start : range.lowerBound)..<range.upperBound
  }

  /// Where the words of an article begin that a provision replaces: its title is kept unless the
  /// provision has one as well.
  func bodyStart(of unit: Unit, rewrittenAs line: String) -> Int {
    guard let heading = nodes[unit.node].heading, !heading.isEmpty else { return unit.words }
    let start = offsets(heading).lowerBound
    if nodes[unit.node].level == .heading { return start }
    let first = line.unicodeScalars.first
    let title = reading.compactWords(of: heading)
    let hasBracket = start > 0 && "【（[(〔".unicodeScalars.contains(source.scalars[start - 1])
    if first == "【" || hasBracket && (first == "（" || first == "(") { return start - 1 }
    return line.hasPrefix(title) ? start : unit.words
  }

  /// Where the number and title of a unit end.
  func headingEnd(of unit: Unit) -> Int {
    let node = nodes[unit.node]
    if let heading = node.heading { return offsets(heading).upperBound }
    return unit.number?.upperBound ?? unit.words
  }

  /// The mark that closes the words before a place, if one does.
  func closingMark(before end: Int) -> Unicode.Scalar? {
    guard end > 0, end <= source.scalars.count else { return nil }
    let last = source.scalars[end - 1]
    return ClosingMark.isMark(last) ? last : nil
  }
}
