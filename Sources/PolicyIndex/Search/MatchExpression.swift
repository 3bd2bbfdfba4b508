internal import PolicyText

/// Writes a question as the full-text index understands it.
struct MatchExpression {
  /// How closely the text must have the words.
  enum Closeness: Int, CaseIterable {
    /// A word of the dictionary as a word: 人大 in 人大代表.
    case words
    /// The characters side by side, wherever words begin.
    case characters
    /// The words that the characters consist of, not far from each other.
    case near
    /// Those words anywhere in the provision.
    case parts
    /// One of those at least.
    case someParts
  }

  let closeness: Closeness

  /// How many characters may lie between words that are near.
  private static let reach = 20

  /// The words of ICU's dictionary in a term; the number of a provision is one word (第一千二百五十九条).
  static func words(of term: TextQuery.Term) -> [[Unicode.Scalar]] {
    var breaker = WordBreaker(.word)
    var words: [[Unicode.Scalar]] = []
    func add(_ range: Range<Int>) {
      for piece in breaker.pieces(of: range, in: term.scalars) {
        let word = Array(term.scalars[piece])
        if word.contains(where: { isHan($0) || isWordCharacter($0) }) { words.append(word) }
      }
    }
    var start = 0
    for citation in citations(in: term.scalars) {
      if start < citation.lowerBound { add(start..<citation.lowerBound) }
      words.append(Array(term.scalars[citation]))
      start = citation.upperBound
    }
    if start < term.scalars.count { add(start..<term.scalars.count) }
    return words
  }

  /// Where 第五条第二款 and the like stand, each as far as it goes.
  private static func citations(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < scalars.count {
      guard scalars[index] == "第", let end = unitEnd(in: scalars, from: index) else {
        index += 1
        continue
      }
      if let last = found.last, last.upperBound == index {
        found[found.count - 1] = last.lowerBound..<end
      } else {
        found.append(index..<end)
      }
      index = end
    }
    return found
  }

  /// Where 第 with its number and unit ends: 第十七条之一.
  private static func unitEnd(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    func numbers(from index: Int) -> Int {
      scalars[index...].firstIndex { !CitationPath.isNumeral($0) } ?? scalars.count
    }
    let unit = numbers(from: start + 1)
    guard unit > start + 1, unit < scalars.count, CitationPath.units.contains(scalars[unit]) else {
      return nil
    }
    let end = unit + 1
    guard end < scalars.count, scalars[end] == "之" else { return end }
    let inserted = numbers(from: end + 1)
    return inserted > end + 1 ? inserted : end
  }

  /// The words of a term that tell something, without particles.
  ///
  /// Single characters side by side are a word that the dictionary lacks (养犬); one alone goes with the
  /// word that it stands before (第3, 批名单), since by itself it is found everywhere.
  static func tellingWords(of term: TextQuery.Term) -> [[Unicode.Scalar]] {
    var telling: [[Unicode.Scalar]] = []
    var single: [Unicode.Scalar] = []
    func flush() {
      if single.count > 1 { telling.append(single) }
      if single.count > 1 { single.removeAll() }
    }
    for word in words(of: term) {
      if word.count == 1, isHan(word[0]) {
        if isParticle(word[0]) { flush() } else { single += word }
        continue
      }
      flush()
      telling.append(single + word)
      single.removeAll()
    }
    flush()
    if !single.isEmpty { telling.append((telling.popLast() ?? []) + single) }
    return telling
  }

  /// Whether a character only joins words.
  private static func isParticle(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "的", "地", "之", "了", "和", "与", "及", "或", "等", "在", "是": true
    default: false
    }
  }

  /// The question as an expression.
  func text(of query: TextQuery) -> String {
    switch query {
    case .term(let term): text(of: term)
    case .and(let parts): joined(parts, closeness == .someParts ? " OR " : " AND ")
    case .or(let parts): joined(parts, " OR ")
    case .not(let part, let excluded):
      "(\(text(of: part)) NOT \(MatchExpression(closeness: .characters).text(of: excluded)))"
    }
  }

  private func joined(_ parts: [TextQuery], _ operation: String) -> String {
    "(" + parts.map { text(of: $0) }.joined(separator: operation) + ")"
  }

  private func text(of term: TextQuery.Term) -> String {
    guard !term.isQuoted else { return phrase(term.scalars) }
    switch closeness {
    case .characters: return phrase(term.scalars)
    case .words:
      let words = Self.words(of: term)
      guard words.count == 1, words[0].count > 1, words[0].allSatisfy(isHan) else {
        return phrase(term.scalars)
      }
      return quoted([PolicyTokenizer.wordMark] + words[0])
    case .near, .parts, .someParts:
      let words = Self.tellingWords(of: term)
      guard words.count > 1 else { return phrase(words.first ?? term.scalars) }
      if closeness == .near {
        return "NEAR(" + words.map(quoted).joined(separator: " ") + ", \(Self.reach))"
      }
      let operation = closeness == .parts ? " AND " : " OR "
      return "(" + words.map(phrase).joined(separator: operation) + ")"
    }
  }

  /// Characters side by side; one alone as the beginning of a pair.
  private func phrase(_ scalars: [Unicode.Scalar]) -> String {
    let isSingle = scalars.count == 1 && isHan(scalars[0])
    return quoted(scalars) + (isSingle ? " *" : "")
  }

  private func quoted(_ scalars: [Unicode.Scalar]) -> String {
    "\"" + String(String.UnicodeScalarView(scalars.filter { $0 != "\"" })) + "\""
  }
}
