import PolicyStructure
import PolicyText

/// 题名 as others cite it: without 中华人民共和国, brackets like （试行） and white space.
struct ComparableTitle {
  let words: String

  init(_ title: String) {
    var words = String(
      String.UnicodeScalarView(title.unicodeScalars.map { folded($0) }.filter { !isSpace($0) }))
    if words.hasPrefix("《"), words.hasSuffix("》") { words = String(words.dropFirst().dropLast()) }
    words = words.replacing("〈", with: "《").replacing("〉", with: "》").replacing("<", with: "《")
      .replacing(">", with: "》").replacing("中华人民共和国", with: "")
    while words.hasSuffix("）"), let open = words.lastIndex(of: "（"), open > words.startIndex,
      !Self.isNumber(words[words.index(after: open)...].dropLast())
    {
      words = String(words[..<open])
    }
    self.words = words
  }

  /// （一） tells two interpretations of one name apart; （试行） and （2020修正） do not.
  private static func isNumber(_ words: Substring) -> Bool {
    !words.isEmpty && words.allSatisfy { "一二三四五六七八九十".contains($0) }
  }

  /// Whether two titles name the same law; one may leave out the organ before it.
  func matches(_ other: ComparableTitle) -> Bool {
    words == other.words || leavesOutOrgan(of: other) || other.leavesOutOrgan(of: self)
  }

  /// Whether another title is this one behind the name of an organ.
  private func leavesOutOrgan(of other: ComparableTitle) -> Bool {
    guard words.count >= 4, other.words.hasSuffix(words), other.words.count > words.count else {
      return false
    }
    return other.words.dropLast(words.count).last.map { "院会厅局部府行署室委办校学司".contains($0) } ?? false
  }
}

/// Looks for the title of a law in the opening of a document whose own title is another's: an order (令)
/// that publishes the law in the same breath.
struct TitleLine {
  private let reading: ReadingText
  private let opening: Range<Int>

  init(_ reading: ReadingText, _ document: PolicyDocument) {
    self.reading = reading
    let first = document.nodes.first { $0.level == .article || $0.level == .chapter }
    let end = first?.range.lowerBound ?? document.range.lowerBound
    opening = document.range.lowerBound..<max(end, document.range.lowerBound)
  }

  /// Whether a line of the opening is a title, with or without 《》.
  func names(_ title: ComparableTitle) -> Bool {
    var start = opening.lowerBound
    for offset in opening.lowerBound...opening.upperBound {
      guard offset == opening.upperBound || LineEnds.breaks(before: offset, in: reading) else {
        continue
      }
      if start < offset, isTitle(start..<offset, title) { return true }
      start = offset
    }
    return false
  }

  /// Whether a line is a title; the first chapter may run on behind it.
  private func isTitle(_ line: Range<Int>, _ title: ComparableTitle) -> Bool {
    let words = String(reading.scalars, in: line)
    if ComparableTitle(words).words == title.words { return true }
    guard let cut = words.firstRange(of: /第一[章条]|目录/) else { return false }
    return ComparableTitle(String(words[..<cut.lowerBound])).words == title.words
  }
}
