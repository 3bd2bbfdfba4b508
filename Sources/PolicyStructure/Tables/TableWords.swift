package import PolicyLexicons
import PolicyText

/// Words that tables are known by: heads of columns, totals, captions that go on.
package struct TableWords: Sendable {
  private let heads: WordTrie
  private let meanings: [String]
  private let totals: WordTrie
  private let letterClasses: WordTrie
  private let letterKinds: [String]
  private let partyEndings: WordTrie
  private let headStarts: WordTrie
  private let ends: WordTrie
  private let grades: WordTrie

  package init(_ lexicons: Lexicons) {
    heads = WordTrie(lexicons[.tableHeads], reversed: true)
    meanings = lexicons[.tableHeads].rows.map { $0[1] }
    totals = WordTrie(lexicons[.tableTotals], reversed: true)
    letterClasses = WordTrie(lexicons[.letterClasses], reversed: false)
    letterKinds = lexicons[.letterClasses].rows.map { $0[1] }
    partyEndings = WordTrie(lexicons[.tableWords], reversed: true, part: "party")
    headStarts = WordTrie(lexicons[.tableWords], reversed: false, part: "headStart")
    ends = WordTrie(lexicons[.tableWords], reversed: false, part: "end")
    grades = WordTrie(lexicons[.tableWords], reversed: false, part: "grade")
  }

  /// Whether a cell ends as the names of organs do: 市教育局, 各县区, 财政局等.
  func endsAsParty(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    partyEndings.suffix(of: range, in: text) != nil
  }

  /// Whether words begin as the head of a column of indicators may: 年度指标, 考核指标.
  func beginsAsHead(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    headStarts.prefix(of: range, in: text) != nil
  }

  /// Whether a line begins as none of a table does: 附件, 注：.
  func beginsBehindTable(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    ends.prefix(of: range, in: text) != nil
  }

  /// The mark that the words of a cell begin with, if they have one; A类 and B级 name classes and have none.
  package func mark(_ range: Range<Int>, in text: [Unicode.Scalar]) -> CellMark? {
    guard let mark = CellMark(range, in: text) else { return nil }
    if case .code(_, hasNumber: false) = mark.style,
      let found = letterClasses.prefix(of: mark.range.upperBound..<range.upperBound, in: text),
      letterKinds[found.row] == "class"
    {
      return nil
    }
    if mark.style == .chinese, joinsGrades(mark, before: range.upperBound, in: text) { return nil }
    return mark
  }

  /// 三、四级手术占比: whether a number and the next one are grades side by side.
  private func joinsGrades(_ mark: CellMark, before end: Int, in text: [Unicode.Scalar]) -> Bool {
    guard mark.end + 1 < end, let value = mark.values.first,
      Numerals.chinese(text[mark.end]) == value + 1
    else { return false }
    return grades.prefix(of: mark.end + 1..<end, in: text) != nil
  }

  /// Whether words end, brackets aside, with the head of a column: 分值, 二级指标（权重）.
  package func isColumnHead(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    headMeaning(range, in: text) != nil
  }

  /// What the head of a column that words end with means.
  package func headMeaning(_ range: Range<Int>, in text: [Unicode.Scalar]) -> String? {
    headEnding(range, in: text)?.meaning
  }

  /// Whether words are, as a whole, the head of a column and nothing else.
  func isWholeHead(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    headEnding(range, in: text)?.length == range.count
  }

  /// What the head of a column that words end with means, and how many of them say so.
  func headEnding(
    _ range: Range<Int>, in text: [Unicode.Scalar]
  ) -> (meaning: String, length: Int)? {
    guard range.count <= 24 else { return nil }
    var words = range
    // The unit or a remark in brackets: 权重（%）.
    if let last = words.last, text[last] == "）",
      let open = words.last(where: { text[$0] == "（" }), open > words.lowerBound
    {
      words = words.lowerBound..<open
    }
    guard let found = heads.suffix(of: words, in: text) else { return nil }
    return (meanings[found.row], found.length + range.count - words.count)
  }

  /// Whether the head of a column says that indicators stand in it: 一级指标, 评价项目.
  package func namesIndicators(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    guard let meaning = headMeaning(range, in: text) else { return false }
    return meaning == "leaf" || meaning.hasPrefix("level")
  }

  /// Whether a cell is the head of a row of totals: 合计, 总分（100分）.
  package func isTotal(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    guard range.count <= 12 else { return false }
    var words = range
    if let open = words.first(where: { text[$0] == "（" }), open > words.lowerBound {
      words = words.lowerBound..<open
    }
    guard let found = totals.suffix(of: words, in: text) else { return false }
    return found.length == words.count || words.count <= 4
  }
}
