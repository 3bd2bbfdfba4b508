import PolicyText

/// A document's own rule for its bounds: 本条例所称“以上”包括本数，“以下”不包括本数.
///
/// Where nothing is said, the Civil Code holds: 以上, 以下 and 以内 include the number.
/// Source: Civil Code (民法典) art. 1259, Criminal Law (刑法) art. 99 (以上、以下、以内，包括本数).
struct BoundRule: Sendable {
  private var included: [Word: Bool] = [:]

  private enum Word { case above, below, within, beyond }

  /// The rule of a document, read from its words.
  ///
  /// - Complexity: linear; only what stands around 本数 is looked at twice.
  init(scalars: [Unicode.Scalar], range: Range<Int>) {
    var next = range.lowerBound
    while let offset = scalars.offset(of: "数", in: next..<range.upperBound) {
      if offset > range.lowerBound, scalars[offset - 1] == "本" {
        read(scalars, before: offset - 1, from: range.lowerBound)
      }
      next = offset + 1
    }
  }

  private mutating func read(_ scalars: [Unicode.Scalar], before end: Int, from limit: Int) {
    // The rule stands between the last mark and 本数; 、 joins the words that it is for.
    var start = end
    var isRule = false
    var isNegative = false
    var words: [Word] = []
    while start > limit, end - start < 60 {
      let scalar = scalars[start - 1]
      if scalar == "。" || scalar == "；" || scalar == "（" { break }
      // “以上”“以内”，均包括本数: the comma may part the words from what is said of them.
      if scalar == "，", !words.isEmpty || end - start > 6 { break }
      start -= 1
      switch scalar {
      case "不": isNegative = isNegative || end - start <= 4
      case "称", "“", "”", "均", "都": isRule = true
      case "上" where start > limit && scalars[start - 1] == "以": words.append(.above)
      case "下" where start > limit && scalars[start - 1] == "以": words.append(.below)
      case "内" where start > limit && scalars[start - 1] == "以": words.append(.within)
      case "外" where start > limit && scalars[start - 1] == "以": words.append(.beyond)
      default: break
      }
    }
    let isBracket = start > limit && scalars[start - 1] == "（"
    if isBracket, words.isEmpty {
      // 以上（含本数，下同）: for the whole document.
      guard end + 4 < scalars.count, scalars[end + 2] == "，", scalars[end + 3] == "下",
        scalars[end + 4] == "同", start >= limit + 3, scalars[start - 3] == "以"
      else { return }
      switch scalars[start - 2] {
      case "上": words = [.above]
      case "下": words = [.below]
      case "内": words = [.within]
      default: return
      }
      isRule = true
    }
    guard isRule else { return }
    for word in words { included[word] = !isNegative }
  }

  /// What a bound is by the document's rule.
  func applied(to comparator: Comparator, word: ArraySlice<Unicode.Scalar>) -> Comparator {
    guard !included.isEmpty, let last = word.last, word.contains("以") else { return comparator }
    let key: Word
    switch last {
    case "上": key = .above
    case "下": key = .below
    case "内": key = .within
    case "外": key = .beyond
    default: return comparator
    }
    guard let isIncluded = included[key] else { return comparator }
    return comparator.including(isIncluded)
  }
}
