import PolicyLexicons
import PolicyText

/// The grammar of references to rules in general: 国家有关规定, 有关法律、行政法规的规定.
///
/// 规定 is a noun there; in 法律、法规规定的其他职责 it is a verb and refers to nothing. What only continues a
/// named document (《…》的有关规定) belongs to that reference.
struct GenericReferenceGrammar: Sendable {
  private enum Role: String, CaseIterable {
    /// 有关, 相关.
    case vague
    /// 国家, 本市.
    case owner
    /// 法律, 行政法规.
    case rule
    /// 政策, 标准: kinds of text that are no law.
    case text
    /// 、, 和.
    case joint
    /// 的.
    case of
    /// 按照, 违反: verbs whose object is a rule.
    case governing
  }

  /// No reference to rules in general is longer, so that a walk over its words ends.
  private static let longest = 80

  private let words: WordList
  private let roles: [Role]

  init(lexicons: Lexicons) throws(LexiconError) {
    words = WordList(lexicons[.genericRuleWords])
    roles = try lexicons[.genericRuleWords].values(of: "role")
  }

  /// The reference whose 规定 stands at an offset, no further back than a limit.
  func reference(
    in scalars: [Unicode.Scalar], atRule offset: Int, within bounds: Range<Int>
  ) -> Range<Int>? {
    let end = offset + 2
    var found = Found(start: offset)
    let floor = max(bounds.lowerBound, offset - Self.longest)
    while let word = words.longest(in: scalars, endingAt: found.start, from: floor) {
      let role = roles[word.row]
      if role == .governing { break }
      found.add(role, at: word.range)
    }
    guard let start = found.firstContent else { return nil }
    let isVerb = end < bounds.upperBound && scalars[end] == "的"
    let isGoverned = self.isGoverned(scalars, at: start, from: bounds.lowerBound)
    let accepted =
      found.has(.vague) || found.last == .of && found.has(.rule)
      || isGoverned && !isVerb && (found.has(.rule) || found.has(.owner))
    return accepted ? start..<end : nil
  }

  /// 根据国家有关法律、法规: the reference whose 有关 stands at an offset, where no 规定 follows.
  func reference(
    in scalars: [Unicode.Scalar], atVague offset: Int, within bounds: Range<Int>
  ) -> Range<Int>? {
    var end = offset
    var lastRule: Int?
    let limit = min(bounds.upperBound, offset + Self.longest)
    while let word = words.longest(in: scalars, from: end, to: limit) {
      let role = roles[word.row]
      guard role != .governing else { break }
      if role == .rule { lastRule = word.range.upperBound }
      end = word.range.upperBound
    }
    // With 规定 behind it, all of it is found from there.
    let hasRule = end + 1 < bounds.upperBound && scalars[end] == "规" && scalars[end + 1] == "定"
    guard !hasRule else { return nil }
    guard let lastRule else { return modified(in: scalars, at: offset, within: bounds) }
    var start = offset
    if let owner = words.longest(in: scalars, endingAt: start, from: bounds.lowerBound),
      roles[owner.row] == .owner
    {
      start = owner.range.lowerBound
    }
    guard isGoverned(scalars, at: start, from: bounds.lowerBound) else { return nil }
    return start..<lastRule
  }

  /// 国家有关网络安全的规定: 有关 and 的规定 with the matter between them, after an owner or a verb.
  private func modified(
    in scalars: [Unicode.Scalar], at offset: Int, within bounds: Range<Int>
  ) -> Range<Int>? {
    var start = offset
    if let owner = words.longest(in: scalars, endingAt: start, from: bounds.lowerBound),
      roles[owner.row] == .owner
    {
      start = owner.range.lowerBound
    }
    guard start < offset || isGoverned(scalars, at: start, from: bounds.lowerBound) else {
      return nil
    }
    var end = offset + 2
    while end + 2 < bounds.upperBound, end - offset < 40 {
      switch scalars[end] {
      case "，", "。", "；", "：", "《", "（", "“": return nil
      case "的" where scalars[end + 1] == "规" && scalars[end + 2] == "定": return start..<end + 3
      default: end += 1
      }
    }
    return nil
  }

  /// Whether a verb that takes rules for its object stands right before an offset.
  private func isGoverned(_ scalars: [Unicode.Scalar], at offset: Int, from lower: Int) -> Bool {
    guard let word = words.longest(in: scalars, endingAt: offset, from: lower) else { return false }
    return roles[word.row] == .governing
  }

  /// What a walk to the left has found.
  private struct Found {
    var start: Int
    var firstContent: Int?
    /// The role of the word right before 规定.
    var last: Role?
    private var seen: [Role] = []

    init(start: Int) { self.start = start }

    mutating func add(_ role: Role, at range: Range<Int>) {
      if last == nil { last = role }
      start = range.lowerBound
      if role != .joint, role != .of { firstContent = start }
      seen.append(role)
    }

    func has(_ role: Role) -> Bool { seen.contains(role) }
  }
}
