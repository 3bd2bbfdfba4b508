import PolicyText

/// 字句修改: words of a unit that became others, each standing once in the old unit so that a formula can
/// quote it: 将…中的“A”修改为“B”.
struct WordChange: Hashable {
  /// What stood there.
  var old: String
  /// What stands there now; empty where the words were taken out.
  var new: String

  /// Whether the old words still stand somewhere, other than as part of the new ones.
  func remains(in text: [Unicode.Scalar]) -> Bool {
    let (before, after) = (QuotedWords.fold(old), QuotedWords.fold(new))
    let inside = Self.count(of: before, in: after)
    return Self.count(of: before, in: text) > inside * Self.count(of: after, in: text)
  }

  /// More changes than this are better shown as new words for the whole unit.
  private static let most = 3

  /// The changes that turn an old unit into a new one; `nil` where the unit is better rewritten.
  static func changes(
    from old: String, to new: String, breaker: inout WordBreaker
  ) -> [WordChange]? {
    let before = Array(old.unicodeScalars)
    let after = Array(new.unicodeScalars)
    guard before.count < 2000, after.count < 2000 else { return nil }
    let left = tokens(before, &breaker)
    let right = tokens(after, &breaker)
    var hunks = joined(hunks(left, right, before, after), left, before)
    guard !hunks.isEmpty, hunks.count <= most else { return nil }
    hunks = hunks.map { widened($0, left, before) }
    // Hunks that grew into each other are one change.
    guard zip(hunks, hunks.dropFirst()).allSatisfy({ $0.old.upperBound <= $1.old.lowerBound })
    else { return nil }
    let changed = hunks.reduce(0) { count, hunk in
      count + offsets(hunk.old, left, before.count).count
        + offsets(hunk.new, right, after.count).count
    }
    guard changed * 5 <= (before.count + after.count) * 3 else { return nil }
    let changes = hunks.map { hunk in
      WordChange(
        old: String(before, in: offsets(hunk.old, left, before.count)),
        new: String(after, in: offsets(hunk.new, right, after.count)))
    }
    guard
      changes.allSatisfy({
        !$0.old.isEmpty && isQuotable($0) && occurrences(of: $0.old, in: old) == 1
      })
    else { return nil }
    return changes
  }

  // MARK: Words

  private struct Hunk {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// Words, with numbers and dates in one piece.
  private static func tokens(
    _ scalars: [Unicode.Scalar], _ breaker: inout WordBreaker
  ) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for piece in breaker.pieces(of: 0..<scalars.count, in: scalars) {
      if let last = result.last, isNumber(scalars[last.lowerBound]),
        goesOn(scalars[last.upperBound - 1], scalars[piece.lowerBound])
      {
        result[result.count - 1] = last.lowerBound..<piece.upperBound
      } else {
        result.append(piece)
      }
    }
    return result
  }

  /// Whether a number goes on from one scalar to the next: 2, 0; 日期 with their units as well, so that no
  /// change cuts a date in two.
  private static func goesOn(_ last: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
    let units = "年月日".unicodeScalars
    return isNumber(next)
      ? isNumber(last) || last == "年" || last == "月"
      : units.contains(next) && isNumber(last)
  }

  private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    let value = folded(scalar).value
    return value >= 0x30 && value <= 0x39
      || "第〇零一二三四五六七八九十百千万亿.%％".unicodeScalars.contains(scalar)
  }

  /// Where two lists of words differ (longest common subsequence).
  private static func hunks(
    _ left: [Range<Int>], _ right: [Range<Int>], _ before: [Unicode.Scalar],
    _ after: [Unicode.Scalar]
  ) -> [Hunk] {
    func same(_ i: Int, _ j: Int) -> Bool {
      left[i].count == right[j].count && before[left[i]].elementsEqual(after[right[j]])
    }
    let width = right.count + 1
    var lengths = [Int32](repeating: 0, count: (left.count + 1) * width)
    for i in left.indices.reversed() {
      for j in right.indices.reversed() {
        lengths[i * width + j] =
          same(i, j)
          ? lengths[(i + 1) * width + j + 1] + 1
          : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    var hunks: [Hunk] = []
    var (i, j) = (0, 0)
    var (startOld, startNew) = (0, 0)
    func close() {
      if startOld < i || startNew < j { hunks.append(Hunk(old: startOld..<i, new: startNew..<j)) }
    }
    while i < left.count || j < right.count {
      if i < left.count, j < right.count, same(i, j) {
        close()
        (i, j) = (i + 1, j + 1)
        (startOld, startNew) = (i, j)
      } else if j == right.count
        || i < left.count && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]
      {
        i += 1
      } else {
        j += 1
      }
    }
    close()
    return hunks
  }

  /// Changes with less than three characters between them read as one.
  private static func joined(
    _ hunks: [Hunk], _ left: [Range<Int>], _ before: [Unicode.Scalar]
  ) -> [Hunk] {
    var result: [Hunk] = []
    for hunk in hunks {
      if let last = result.last,
        offsets(last.old.upperBound..<hunk.old.lowerBound, left, before.count).count < 3
      {
        result[result.count - 1] = Hunk(
          old: last.old.lowerBound..<hunk.old.upperBound,
          new: last.new.lowerBound..<hunk.new.upperBound)
      } else {
        result.append(hunk)
      }
    }
    return result
  }

  /// A change with as many words before and behind it as it takes to stand once in the unit.
  private static func widened(
    _ hunk: Hunk, _ left: [Range<Int>], _ before: [Unicode.Scalar]
  ) -> Hunk {
    var hunk = hunk
    var isLeft = true
    while true {
      let words = before[offsets(hunk.old, left, before.count)]
      let isTooShort = words.count(where: isLetter) < 2
      if !isTooShort, count(of: Array(words), in: before) == 1 { return hunk }
      let canLeft = hunk.old.lowerBound > 0 && hunk.new.lowerBound > 0
      let canRight = hunk.old.upperBound < left.count
      guard canLeft || canRight else { return hunk }
      if isLeft && canLeft || !canRight {
        hunk = Hunk(
          old: hunk.old.lowerBound - 1..<hunk.old.upperBound,
          new: hunk.new.lowerBound - 1..<hunk.new.upperBound)
      } else {
        hunk = Hunk(
          old: hunk.old.lowerBound..<hunk.old.upperBound + 1,
          new: hunk.new.lowerBound..<hunk.new.upperBound + 1)
      }
      isLeft.toggle()
    }
  }

  private static func offsets(_ words: Range<Int>, _ all: [Range<Int>], _ end: Int) -> Range<Int> {
    let start = words.lowerBound < all.count ? all[words.lowerBound].lowerBound : end
    let stop = words.isEmpty ? start : all[words.upperBound - 1].upperBound
    return start..<max(start, stop)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x4E00 && scalar.value <= 0x9FFF || isWordCharacter(folded(scalar))
  }

  private static func count(of words: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Int {
    guard !words.isEmpty, text.count >= words.count else { return 0 }
    return (0...(text.count - words.count)).count { text[$0...].starts(with: words) }
  }

  private static func occurrences(of words: String, in text: String) -> Int {
    count(of: QuotedWords.fold(words), in: QuotedWords.fold(text))
  }

  /// Words with half a pair of quotation marks cannot be quoted.
  private static func isQuotable(_ change: WordChange) -> Bool {
    [change.old, change.new].allSatisfy { words in
      words.unicodeScalars.count { $0 == "“" } == words.unicodeScalars.count { $0 == "”" }
        && words.unicodeScalars.allSatisfy { $0 != "‘" && $0 != "’" && $0 != "\"" }
    }
  }
}
