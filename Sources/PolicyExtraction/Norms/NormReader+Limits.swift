import PolicyClauses

extension NormReader {
  /// Finds the conditions and exceptions among the words that lead up to a marker.
  func findLimits(of norm: inout Norm, prefix: Range<Int>, lead: Range<Int>) {
    for index in lead {
      let clause = layer.clauses[index]
      if isException(clause) {
        norm.exceptions.append(clause.range)
      } else if clause.isCondition(in: map) || opensCondition(clause.range)
        || (clause.range.count > 2
          && map.word(.closer, endingAt: clause.range.upperBound, after: clause.range.lowerBound)
            != nil)
      {
        norm.conditions.append(withoutSubject(clause))
      }
    }
    // Within the marker's clause: 施工单位在开工前应当….
    let found = subjects.subject(in: prefix, isClosed: true)
    var start = found.end
    if case .none = found.subject {
      start = map.skipping(.adverb, from: prefix.lowerBound, before: prefix.upperBound)
    }
    var end = prefix.upperBound
    while let word = map.word(.adverb, endingAt: end, after: start), word.start > start + 1 {
      end = word.start
    }
    if start + 1 < end, map.word(.condition, at: start, before: end) != nil {
      norm.conditions.append(start..<end)
    }
  }

  /// 干部在接到通知后: the condition is what follows the subject.
  private func withoutSubject(_ clause: Clause) -> Range<Int> {
    let found = subjects.subject(in: clause.range, isClosed: false)
    guard case .parties = found.subject,
      map.word(.condition, at: found.end, before: clause.range.upperBound) != nil
    else { return clause.range }
    return found.end..<clause.range.upperBound
  }

  /// 除…外, unless 还 or 也 follows and makes it an addition.
  func isException(_ clause: Clause) -> Bool {
    let range = clause.range
    if map.word(.exception, endingAt: range.upperBound, after: range.lowerBound) != nil {
      return true
    }
    guard map.scalars[range.lowerBound] == "除",
      map.scalars[range.upperBound - 1] == "外"
    else { return false }
    let next = range.upperBound + 1
    guard next < map.scalars.count else { return true }
    for offset in next..<min(next + 8, map.scalars.count) {
      switch map.scalars[offset] {
      case "还", "也", "并": return false
      case "，", "。", "；": return true
      default: break
      }
    }
    return true
  }

  private func opensCondition(_ range: Range<Int>) -> Bool {
    guard let word = map.word(.condition, at: range.lowerBound, before: range.upperBound) else {
      return false
    }
    let longer = map.word(.verb, at: range.lowerBound, before: range.upperBound)
    return longer.map { $0.end <= word.end } ?? true
  }

  /// Notes 但…的除外 and 除…外 in a clause that a norm takes in.
  mutating func appendException(in clause: Clause, to index: Int) {
    let range = clause.range
    guard let word = map.word(.exception, endingAt: range.upperBound, after: range.lowerBound),
      word.start > range.lowerBound
    else { return }
    norms[index].exceptions.append(range)
  }

  /// How long a 但书 is at most.
  private static let longestProviso = 400

  /// 但书: 可以请求赔偿，但是赔偿额不得超过百分之二十 is a norm of its own, and an exception of the norm before it in its
  /// sentence, also behind ；.
  ///
  /// Source: `definitions`, Norms: exceptions are 除…外, 但是…, …的除外.
  mutating func tieProvisos(from first: Int, in block: Range<Int>) {
    for index in norms.indices.dropFirst(first + 1) {
      let start = norms[index].range.lowerBound
      let before = norms[index - 1].range
      guard start >= before.upperBound,
        map.word(.proviso, at: start, before: norms[index].range.upperBound) != nil,
        !(before.upperBound..<start).contains(where: { map.scalars[$0] == "。" })
      else { continue }
      let limit = min(block.upperBound, start + Self.longestProviso)
      let end = (start..<limit).first { map.scalars[$0] == "。" } ?? limit
      norms[index - 1].exceptions.append(start..<end)
    }
  }
}
