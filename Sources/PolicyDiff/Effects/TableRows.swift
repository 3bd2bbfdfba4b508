/// 表的行: what the effects of a table are told by.
extension UnitPair {
  /// Whether a stretch stands in a row that was put in whole, and so needs no word of its own.
  func isInNewRow(_ range: Range<Int>) -> Bool {
    new.unit.family == .table
      && difference.edits.contains { new.isWholeRow($0.new, around: range) && $0.old.isEmpty }
  }

  /// Whether a stretch stands in a row that was taken out whole.
  func isInLostRow(_ range: Range<Int>) -> Bool {
    old.unit.family == .table
      && difference.edits.contains { old.isWholeRow($0.old, around: range) && $0.new.isEmpty }
  }
}

extension UnitSide {
  /// Whether an edit takes in the whole row that a stretch stands in.
  fileprivate func isWholeRow(_ edit: Range<Int>, around range: Range<Int>) -> Bool {
    guard edit.lowerBound <= range.lowerBound, edit.upperBound >= range.upperBound else {
      return false
    }
    let text = unit.text.scalars
    let start = text[..<range.lowerBound].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    let end = text[range.upperBound...].firstIndex(of: "\n") ?? text.count
    return edit.lowerBound <= start && edit.upperBound >= end
  }

  /// What the head of a table's column says: 分值; `nil` outside a table or without a head of words.
  func columnHead(at offset: Int) -> String? {
    guard unit.family == .table else { return nil }
    let text = unit.text.scalars
    var column = 0
    var place = offset
    while place > 0, text[place - 1] != "\n" {
      place -= 1
      if text[place] == "\t" { column += 1 }
    }
    let head = text[..<(text.firstIndex(of: "\n") ?? text.count)]
    let cells = head.split(separator: "\t", omittingEmptySubsequences: false)
    guard place > 0, column < cells.count, !cells[column].isEmpty, cells[column].count <= 8,
      cells[column].allSatisfy({ TextFeatures.isWord($0) && !EditTokens.isDigit($0) })
    else { return nil }
    return String(String.UnicodeScalarView(cells[column]))
  }
}
