/// 章节对应: which chapter of an old text became which of a new one: that with most of its articles.
enum DivisionAlignment {
  /// The pairs, in the order of both texts.
  static func pairs(
    _ old: DraftText, _ new: DraftText, articles: [SequenceAlignment.Pair]
  ) -> [SequenceAlignment.Pair] {
    let (rows, columns) = (old.divisions.count, new.divisions.count)
    // Articles in common count most, then the title, then the number.
    var weights = [Int](repeating: 0, count: rows * columns)
    for pair in articles {
      guard let i = pair.old, let j = pair.new else { continue }
      let (before, after) = (old.articles[i].division, new.articles[j].division)
      if before >= 0, after >= 0 { weights[before * columns + after] += 4 }
    }
    for i in 0..<rows {
      for j in 0..<columns {
        let (before, after) = (old.divisions[i], new.divisions[j])
        guard before.address.unit == after.address.unit else {
          weights[i * columns + j] = 0
          continue
        }
        if before.title == after.title { weights[i * columns + j] += 3 }
        if before.address == after.address { weights[i * columns + j] += 1 }
      }
    }
    return nested(best(weights, rows, columns), old, new)
  }

  /// The pairs without those of sections whose chapters are not each other's: a section stays in its
  /// chapter.
  private static func nested(
    _ pairs: [SequenceAlignment.Pair], _ old: DraftText, _ new: DraftText
  ) -> [SequenceAlignment.Pair] {
    var counterpart: [Int: Int] = [:]
    return pairs.flatMap { pair -> [SequenceAlignment.Pair] in
      guard let i = pair.old, let j = pair.new else { return [pair] }
      let (outer, newOuter) = (old.divisions[i].parent, new.divisions[j].parent)
      if outer.flatMap({ counterpart[$0] }) == newOuter, (outer == nil) == (newOuter == nil) {
        counterpart[i] = j
        return [pair]
      }
      return [.init(old: i, new: nil), .init(old: nil, new: j)]
    }
  }

  /// The heaviest pairs that keep the order of both sides.
  private static func best(
    _ weights: [Int], _ rows: Int, _ columns: Int
  ) -> [SequenceAlignment.Pair] {
    let width = columns + 1
    var scores = [Int](repeating: 0, count: (rows + 1) * width)
    for i in (0..<rows).reversed() {
      for j in (0..<columns).reversed() {
        let weight = weights[i * columns + j]
        scores[i * width + j] = max(
          scores[(i + 1) * width + j], scores[i * width + j + 1],
          weight > 0 ? scores[(i + 1) * width + j + 1] + weight : 0)
      }
    }
    var result: [SequenceAlignment.Pair] = []
    var (i, j) = (0, 0)
    while i < rows, j < columns {
      let weight = weights[i * columns + j]
      if weight > 0, scores[i * width + j] == scores[(i + 1) * width + j + 1] + weight {
        result.append(.init(old: i, new: j))
        (i, j) = (i + 1, j + 1)
      } else if scores[i * width + j] == scores[(i + 1) * width + j] {
        result.append(.init(old: i, new: nil))
        i += 1
      } else {
        result.append(.init(old: nil, new: j))
        j += 1
      }
    }
    result += (i..<rows).map { .init(old: $0, new: nil) }
    result += (j..<columns).map { .init(old: nil, new: $0) }
    return result
  }
}
