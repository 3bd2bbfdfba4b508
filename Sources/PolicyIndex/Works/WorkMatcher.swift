internal import PolicyText

/// Decides whether a document is a new version of a law that the library holds.
///
/// Title, number, issuers and dates are compared. The same rule under another date is a new version; a
/// notice or report of the same title may be that of another year, and the rule of another issuer is
/// another rule. In doubt a document stays apart, and the doubt is said.
struct WorkMatcher {
  /// What becomes of a new document.
  enum Decision: Equatable {
    /// It is a work of its own, for the reason given if another one has its name.
    case apart(doubt: String?)
    /// It is a version of a work.
    case version(of: Int)
    /// It repeats a document of a work word for word.
    case copy(of: Int, work: Int)
    /// It is a document of a work printed once more: all articles are the same and in force from one day, or
    /// title, number and day are the same, and so is the length but for what converters make of a text.
    case reprint(of: Int, work: Int)
  }

  /// The decision on a document, with the known ones that have its title.
  static func decide(_ facts: DocumentFacts, among known: [KnownDocument]) -> Decision {
    if let twin = known.first(where: { $0.words == facts.words && $0.copyOf == nil }) {
      return .copy(of: twin.id, work: twin.work)
    }
    guard facts.titleKey != nil else { return .apart(doubt: nil) }
    if let first = known.first(where: { $0.copyOf == nil && isReprint(facts, of: $0) }) {
      return .reprint(of: first.id, work: first.work)
    }
    var doubt: String?
    for other in known where other.copyOf == nil {
      switch relation(of: facts, to: other) {
      case .other: continue
      case .version: return .version(of: other.work)
      case .doubtful(let reason): doubt = doubt ?? "与 #\(other.id) 同名，\(reason)，未并为同一部文件"
      }
    }
    return .apart(doubt: doubt)
  }

  private static func isReprint(_ facts: DocumentFacts, of other: KnownDocument) -> Bool {
    if let articles = facts.articleWords, articles == other.articleWords,
      facts.inForce == nil || other.inForce == nil || facts.inForce == other.inForce
    {
      return true
    }
    guard let number = facts.numberKey, number == other.numberKey else { return false }
    if let day = facts.versionDay, let otherDay = other.versionDay, day != otherDay, facts.isRule,
      day.number / 10_000 != otherDay.number / 10_000
    {
      return false
    }
    let (shorter, longer) = (
      min(facts.span.length, other.length), max(facts.span.length, other.length)
    )
    return facts.isRule == other.isRule && longer - shorter <= max(longer / 10, 60)
  }

  private enum Relation {
    case other
    case version
    case doubtful(String)
  }

  private static func relation(of facts: DocumentFacts, to other: KnownDocument) -> Relation {
    let isSameNumber = facts.numberKey != nil && facts.numberKey == other.numberKey
    // Orders and notices of one name have numbers of their own.
    if !facts.isRule, !other.isRule, !isSameNumber, facts.numberKey != nil,
      other.numberKey != nil
    {
      return .other
    }
    // The order under whose number a rule is published bears its name, and is no version of it.
    if facts.isRule != other.isRule, isSameNumber { return .other }
    if !facts.isRule || !other.isRule {
      return isSameNumber ? .version : .doubtful("但不是有条文的规则，可能是另一年度的文件")
    }
    let shared = facts.issuers.contains { issuer in other.issuers.contains { isSame(issuer, $0) } }
    if !facts.issuers.isEmpty && !other.issuers.isEmpty && !shared && !isSameNumber {
      return .doubtful("但发文机关不同")
    }
    // 学生管理规定 may be anybody's, 云溪市养犬条例 is Yunxi's, whether the issuer is named or not.
    if facts.issuers.isEmpty != other.issuers.isEmpty, !facts.titleNamesMaker,
      facts.authorityLevel != other.authorityLevel || facts.authorityLevel == nil
    {
      return .doubtful("但一方没有写明发文机关")
    }
    guard let day = facts.versionDay, let otherDay = other.versionDay else {
      return .doubtful("但没有写明日期，分不清版本先后")
    }
    if day == otherDay { return .doubtful("日期也相同，但文字不同") }
    return .version
  }

  /// 全国人民代表大会 and its Standing Committee make and revise the same laws; so do a government and its
  /// general office.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    func body(_ name: String) -> Substring {
      var name = Substring(name)
      for ending in ["常务委员会", "人大常委会", "办公厅", "办公室"] where name.hasSuffix(ending) {
        name = name.dropLast(ending.count)
        break
      }
      return name
    }
    let (first, second) = (body(left), body(right))
    return first == second || first.hasSuffix(second) || second.hasSuffix(first)
  }
}
