import PolicyText

/// Reads the comparison words beside an amount: 不得超过, 至少, 以上（含）, 左右.
///
/// Source: Civil Code (民法典) art. 1259: 以上, 以下, 以内 and 届满 include the number, 不满, 超过 and 以外 do not.
struct ComparisonReader {
  let scalars: [Unicode.Scalar]
  let words: QuantityWords
  let rule: BoundRule
  /// The block that is read.
  let limits: Range<Int>

  /// What a comparison says, and where its words begin or end.
  struct Reading {
    var comparator: Comparator
    var edge: Int
  }

  private func scalar(_ offset: Int) -> Unicode.Scalar {
    limits.contains(offset) ? scalars[offset] : "\n"
  }

  // MARK: Before the number

  /// The comparison whose words end right before an offset, and where they begin.
  func before(_ end: Int, from limit: Int) -> Reading? {
    // 超过了80 first tries the words as they stand, then without 了.
    var found = words.beforeTrie.longest(in: scalars, endingAt: end, from: limit)
    if found == nil {
      var end = end
      while end > limit, isFiller(scalar(end - 1)) { end -= 1 }
      found = words.beforeTrie.longest(in: scalars, endingAt: end, from: limit)
    }
    guard let found, let comparator = words.before[found.word].comparator
    else { return nil }
    // 最多为五: the copula says less than what stands before it.
    if comparator == .equal {
      if let first = before(found.start, from: limit) { return first }
      return Reading(comparator: .equal, edge: found.start)
    }
    if let negation = words.negations.longest(in: scalars, endingAt: found.start, from: limit) {
      return Reading(comparator: negated(comparator), edge: negation.start)
    }
    return Reading(comparator: comparator, edge: found.start)
  }

  private func isFiller(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "了", " ", "到": true
    default: false
    }
  }

  private func negated(_ comparator: Comparator) -> Comparator {
    switch comparator {
    case .moreThan: .atMost
    case .atLeast: .lessThan
    case .lessThan: .atLeast
    case .atMost: .moreThan
    case .equal, .about, .range: comparator
    }
  }

  /// The comparison before an amount with other words between: 至少组织一次, 不少于应到会人数的80%,
  /// 超过本单位货运车辆总数百分之十.
  ///
  /// The words stand at most `reach` before the number; what a share is of (`isShare`) may stand
  /// between.
  func distant(_ end: Int, from limit: Int, reach: Int, isShare: Bool) -> Reading? {
    var offset = end
    while offset > limit, end - offset < reach {
      if isMark(scalar(offset - 1)), !(isShare && scalar(offset - 1) == "、") { return nil }
      offset -= 1
      guard let found = words.beforeTrie.longest(in: scalars, endingAt: offset, from: limit),
        let comparator = words.before[found.word].comparator, offset - found.start >= 2,
        comparator != .equal, comparator != .about
      else { continue }
      guard words.before[found.word].isAdverb || isShare else { continue }
      if let negation = words.negations.longest(in: scalars, endingAt: found.start, from: limit) {
        return Reading(comparator: negated(comparator), edge: negation.start)
      }
      return Reading(comparator: comparator, edge: found.start)
    }
    return nil
  }

  private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", "。", "；", "：", "、", "（", "）", "\n", "“", "”", "《", "》", "！", "？": true
    default: false
    }
  }

  // MARK: After the number

  /// The comparison whose words begin right at an offset, with its brackets, and where they end.
  func after(_ start: Int, kind: Quantity.Kind) -> Reading? {
    let opening = inclusion(at: start)
    let offset = opening?.end ?? start
    var included = opening?.isIncluded
    guard let found = words.afterTrie.longest(in: scalars, from: offset, to: limits.upperBound),
      var comparator = words.after[found.word].comparator,
      isMeant(offset..<found.end, kind: kind)
    else { return nil }
    var end = found.end
    if let closing = inclusion(at: end) {
      included = closing.isIncluded
      end = closing.end
    }
    comparator = rule.applied(to: comparator, word: scalars[offset..<found.end])
    if let included { comparator = comparator.including(included) }
    return Reading(comparator: comparator, edge: end)
  }

  /// （含）, （不含本数）, （含10万元）: whether the number is taken in.
  func inclusion(at start: Int) -> (isIncluded: Bool, end: Int)? {
    guard scalar(start) == "（" else { return nil }
    var offset = start + 1
    if scalar(offset) == "均" || scalar(offset) == "都" { offset += 1 }
    let isIncluded: Bool
    if scalar(offset) == "含" || (scalar(offset) == "包" && isInclude(scalar(offset + 1))) {
      isIncluded = true
    } else if scalar(offset) == "不",
      scalar(offset + 1) == "含" || (scalar(offset + 1) == "包" && isInclude(scalar(offset + 2)))
    {
      isIncluded = false
    } else {
      return nil
    }
    var end = offset
    while end < limits.upperBound, end - start < 16, scalar(end) != "）" { end += 1 }
    return scalar(end) == "）" ? (isIncluded, end + 1) : nil
  }

  private func isInclude(_ scalar: Unicode.Scalar) -> Bool { scalar == "括" || scalar == "含" }

  /// Whether a word after a number compares at all: 内 of 内部 does not, nor 起 after a duration.
  private func isMeant(_ range: Range<Int>, kind: Quantity.Kind) -> Bool {
    let next = scalar(range.upperBound)
    switch (scalars[range.lowerBound], range.count) {
    case ("内", 1):
      guard kind == .duration || kind == .quantity || kind == .percent else { return false }
      return !["部", "容", "外", "设", "涵", "控", "地", "在"].contains(next)
    case ("起", 1): return kind == .money || kind == .quantity || kind == .percent
    case ("多", 1), ("余", 1): return !["种", "个", "次", "数", "元"].contains(next)
    case ("以", 2): return next != "述" || scalars[range.lowerBound + 1] != "上"
    default: return true
    }
  }
}

extension Comparator {
  /// The same bound with the number taken in, or left out.
  func including(_ isIncluded: Bool) -> Comparator {
    switch self {
    case .atLeast, .moreThan: isIncluded ? .atLeast : .moreThan
    case .atMost, .lessThan: isIncluded ? .atMost : .lessThan
    case .equal, .about, .range: self
    }
  }

  var isLower: Bool { self == .atLeast || self == .moreThan }
  var isUpper: Bool { self == .atMost || self == .lessThan }
  var isInclusive: Bool { self == .atLeast || self == .atMost }
}
