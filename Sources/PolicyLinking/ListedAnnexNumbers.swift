import PolicyStructure
import PolicyText

/// The annexes that a document is known to have although their text is not in it: those that it lists
/// (附件：1.…2.…), and those whose title stands in it, run together with other words.
///
/// On web pages annexes are files of their own; who reads the page does not miss them.
struct ListedAnnexNumbers {
  /// The numbers of annexes that are listed.
  private(set) var numbers: Set<Int> = []
  /// Whether there is a list, with numbers or without.
  private(set) var hasList = false

  /// The longest list, in scalars.
  private static let longestList = 1500

  private let text: [Unicode.Scalar]
  private let reading: ReadingText

  init(_ document: PolicyDocument, in reading: ReadingText) {
    text = reading.scalars
    self.reading = reading
    let end = document.range.upperBound
    var next = document.range.lowerBound
    while let offset = text.offset(of: "附", in: next..<end), offset + 2 < end {
      next = offset + 1
      guard text[offset + 1] == "件" || text[offset + 1] == "表",
        begins(at: offset, from: document.range.lowerBound)
      else { continue }
      if text[offset + 2] == "：" {
        hasList = true
        readList(from: offset + 3, to: end)
      } else {
        readTitle(from: offset + 2, to: end)
      }
      next = offset + 2
    }
  }

  /// Whether an annex that is cited is one of these; without numbers, any.
  func contains(_ cited: [ClosedRange<Int>]) -> Bool {
    cited.isEmpty ? hasList : cited.allSatisfy { $0.allSatisfy(numbers.contains) }
  }

  /// Whether words begin anew at an offset: at the start, behind white space, a date or a sentence.
  private func begins(at offset: Int, from start: Int) -> Bool {
    guard offset > start else { return true }
    if text[offset - 1] == "。" || text[offset - 1] == "日" { return true }
    let origin = Int(reading.origins[offset])
    guard origin > 0 else { return true }
    let before = reading.source.scalars[origin - 1]
    return isSpace(folded(before)) || isLineBreak(before)
  }

  private mutating func readList(from start: Int, to limit: Int) {
    var end = start
    while end < limit, end - start < Self.longestList {
      if end + 1 < limit, text[end] == "附", text[end + 1] == "件" { break }
      end += 1
    }
    for name in ListedAnnexes.names(in: [start..<end], of: text) { numbers.insert(name.number) }
  }

  /// 附件2 with its title behind it; 附件2的 and 附件2） go on with a sentence.
  private mutating func readTitle(from start: Int, to limit: Int) {
    var end = start
    var number = 0
    while end < limit, end - start < 3, let digit = Int(String(text[end])) {
      number = number * 10 + digit
      end += 1
    }
    guard number > 0, end < limit else { return }
    switch text[end] {
    case "的", "所", "中", "和", "及", "与", "，", "。", "、", "；", "）": return
    default: numbers.insert(number)
    }
  }
}
