import PolicyLexicons
import PolicyStructure
import PolicyText

/// 依据: how a mention was recognised, and what else was looked at in its block; found anew on demand, since
/// extraction keeps results only.
public struct EntityTrace: Sendable {
  /// A word that could have been a name and was left.
  public struct Rejection: Sendable {
    /// The word.
    public let range: Range<Int>
    /// Why it was left, in Chinese.
    public let reason: String
  }

  /// The rule that found it, with a stable name.
  public let rule: String
  /// The parts that the rule read, with what they are.
  public let parts: [(name: String, range: Range<Int>)]
  /// What was looked at in the same block and left.
  public let rejections: [Rejection]
}

extension EntityExtractor {
  /// How the mention at a place was recognised; `nil` where there is none.
  public func trace(
    of mention: Range<Int>, in context: ExtractionContext, definitions: [Definition]
  ) -> EntityTrace? {
    let run = run(in: context, definitions: definitions, keepsRejections: true)
    guard let found = run.found.first(where: { $0.name.range == mention }) else {
      return traceWithoutName(of: mention, in: context)
    }
    let block = context.blocks.first { $0.range.contains(mention.lowerBound) }?.range ?? mention
    let rejections = (run.rejections ?? []).filter { left in
      block.contains(left.range.lowerBound)
        && !run.found.contains { $0.name.range.overlaps(left.range) }
    }
    return EntityTrace(
      rule: found.name.rule, parts: found.name.parts, rejections: rejections)
  }
}

extension EntityExtractor {
  /// Whether a mention points back to someone named before it: 其, 该单位.
  public func isPronoun(_ mention: Range<Int>, in context: ExtractionContext) -> Bool {
    vocabulary.pronouns.longest(
      in: context.reading.scalars, from: mention.lowerBound, to: mention.upperBound) != nil
  }

  /// How a mention was recognised that the rules of names do not read; `nil` for no mention.
  private func traceWithoutName(
    of mention: Range<Int>, in context: ExtractionContext
  ) -> EntityTrace? {
    guard !mention.isEmpty else { return nil }
    let rule =
      isPronoun(mention, in: context)
      ? "entity.pronoun：指代词，指前面最近的、名称相合的主体" : "entity.bearer：规范的主语，以主语中心词结尾"
    return EntityTrace(rule: rule, parts: [("名称", mention)], rejections: [])
  }
}

extension ParsedName {
  /// The rule that read the name.
  fileprivate var rule: String {
    if alias != nil { return "entity.alias：以下简称所定的简称，指所简称的主体" }
    return switch core {
    case .organ: "entity.organ：机关名称词表中的名称，前面可带地名、层级词"
    case .category where sharedHead != nil: "entity.coordination：并列的各类共用一个词尾，各是一个主体"
    case .department where sharedHead != nil: "entity.coordination：并列的职能共用一个“部门”，各是一个主体"
    case .department: "entity.department：职能加部门名称词尾，前面可带地名、层级词、人民政府"
    case .form: "entity.form：以机构词尾结尾的名称，左边到标点或者名称界词为止"
    case .category: "entity.category：类主体，居主语、介词或者施加行为的动词之后，承受规范"
    case .issuer: "entity.issuer：我校、本局等，指发文机关自己"
    case .post: "entity.post：职务，前面是所负责的事务"
    case .party: "entity.party：责任分工中列明的单位，或者简称所定的一类主体"
    }
  }

  /// The parts of the name that the rule told apart.
  fileprivate var parts: [(name: String, range: Range<Int>)] {
    var parts: [(name: String, range: Range<Int>)] = []
    if !prefix.placeRange.isEmpty { parts.append(("地名", prefix.placeRange)) }
    let rank =
      prefix.placeRange.isEmpty
      ? prefix.range : prefix.placeRange.upperBound..<prefix.range.upperBound
    if !rank.isEmpty { parts.append(("层级词", rank)) }
    if host >= 0, !hostRange.isEmpty { parts.append(("所属机关", hostRange)) }
    if !coreRange.isEmpty { parts.append(("名称", coreRange)) }
    if let sharedHead { parts.append(("共用的词尾", sharedHead)) }
    if !tail.isEmpty { parts.append((hasPost ? "职务" : "内设机构", tail)) }
    return parts
  }
}

extension EntityScanner.RightSide {
  /// Why a category before it is no mention.
  var reason: String {
    switch self {
    case .noun: "后面的名词与它合成另一个名称"
    case .amount: "后面是数量，是被计数的对象"
    case .of: "是“的”前的定语，没有规范加于它"
    case .mark: "前后没有规范加于它"
    case .joint, .other, .predicate: "前面不是小句之首，也不是加于它的动词、介词"
    case .marker: "不是这个情态词的主语"
    }
  }
}
