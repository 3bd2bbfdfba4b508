import PolicyLexicons
import PolicyText

/// What stands before a category and belongs to it: 各, and the members of its list that share its head.
extension EntityScanner {
  /// A category with 各 before it: 各医院.
  func withEach(_ range: Range<Int>) -> Range<Int> {
    let start = range.lowerBound - 1
    guard start >= max(floor, cursor),
      vocabulary.words.list(.several).longest(in: scalars, from: start, to: range.lowerBound) != nil
    else { return range }
    return start..<range.upperBound
  }

  /// Adds the members before a category that share its head: 供水、供电 of 供水、供电、供气企业.
  ///
  /// Source: `definitions`, Entities: in a coordination with a shared head each member is an entity of its
  /// own. Only what is a category with that head is one.
  mutating func addSharing(head: (range: Range<Int>, row: Int), node: Int) {
    var members: [(range: Range<Int>, head: Range<Int>, row: Int)] = []
    var start = head.range.lowerBound
    while start - 3 >= max(floor, cursor), parser.connectiveCount(at: start - 1) == 1,
      members.count < 8
    {
      guard let member = sharing(endingAt: start - 1, head: head.range) else { break }
      members.append(member)
      start = member.range.lowerBound
    }
    for member in members.reversed() {
      var name = categoryName(member.range, row: member.row)
      name.sharedHead = member.head
      add(name, node: node)
    }
  }

  /// The words before a connective that make a known category with the last words of another.
  private func sharing(
    endingAt end: Int, head: Range<Int>
  ) -> (range: Range<Int>, head: Range<Int>, row: Int)? {
    for count in [2, 3, 4] where end - count >= max(floor, cursor) {
      let start = end - count
      guard (start..<end).allSatisfy({ parser.isHan(scalars[$0]) }),
        start == floor || !parser.isHan(scalars[start - 1])
          || vocabulary.framesBefore.countEnding(before: start, in: scalars, from: floor) > 0
          || vocabulary.founding.countEnding(before: start, in: scalars, from: floor) > 0
      else { continue }
      for tail in [2, 3, 4] where tail < head.count {
        let shared = head.upperBound - tail..<head.upperBound
        let word = String(scalars, in: start..<end) + String(scalars, in: shared)
        if let row = vocabulary.categoryRows[word] { return (start..<end, shared, row) }
      }
    }
    return nil
  }
}
