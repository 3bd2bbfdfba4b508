import PolicyLexicons
import PolicyStructure
import PolicyText

/// The grammar of titles: 《…》 with titles nested in it, and the number in brackets after it.
struct TitleGrammar: Sendable {
  /// A title and what belongs to it.
  struct Title {
    /// The words between the brackets.
    var words: Range<Int>
    /// The document number that follows in round brackets.
    var number: Range<Int>?
    /// Where the title, or its number with the closing bracket, ends.
    var end: Int
    /// Where units of it may begin: after the brackets that follow the title.
    var next: Int
  }

  /// No title is longer; an opening bracket without its closing one takes no more than this.
  private static let longest = 400

  private let numbers: DocumentNumberReader

  init(lexicons: Lexicons) {
    numbers = DocumentNumberReader(lexicons: lexicons)
  }

  /// The title that opens at an offset.
  func title(in scalars: [Unicode.Scalar], from open: Int, to limit: Int) -> Title? {
    var depth = 0
    var close = open
    let end = min(limit, open + Self.longest)
    while close < end {
      if scalars[close] == "《" { depth += 1 }
      if scalars[close] == "》" { depth -= 1 }
      if depth == 0 { break }
      close += 1
    }
    guard close < end, close > open + 1 else { return nil }
    var title = Title(words: open + 1..<close, end: close + 1, next: close + 1)
    if close + 1 < limit, scalars[close + 1] == "（" {
      readBrackets(after: &title, in: scalars, to: limit)
    }
    return title
  }

  /// （国发〔2015〕52号，以下简称《意见》）: a number, an alias, or 试行.
  private func readBrackets(
    after title: inout Title, in scalars: [Unicode.Scalar], to limit: Int
  ) {
    let open = title.end
    var depth = 0
    var close = open
    let end = min(limit, open + 120)
    while close < end {
      if scalars[close] == "（" { depth += 1 }
      if scalars[close] == "）" { depth -= 1 }
      if depth == 0 { break }
      close += 1
    }
    guard close < end else { return }
    var offset = open + 1
    while offset < close {
      if DocumentNumberReader.isMark(scalars[offset]),
        let match = numbers.number(in: scalars, at: offset, within: open + 1..<close)
      {
        title.number = match.range
        // Words like 发布 may follow the number, another clause (，以下简称…) does not belong to it.
        let isAlone = !scalars[match.range.upperBound..<close].contains("，")
        title.end = isAlone ? close + 1 : match.range.upperBound
        title.next = close + 1
        return
      }
      offset += 1
    }
    if isAlias(scalars, from: open + 1, to: close) || close - open <= 8 { title.next = close + 1 }
  }

  private func isAlias(_ scalars: [Unicode.Scalar], from start: Int, to end: Int) -> Bool {
    scalars[start..<min(end, start + 6)].contains("称")
  }
}
