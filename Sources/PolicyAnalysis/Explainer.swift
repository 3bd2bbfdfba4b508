internal import Foundation
internal import PolicyExtraction
internal import PolicyLexicons
internal import PolicyStructure
internal import PolicyText

/// Explains what an analysis gives, by its id.
struct Explainer {
  let analysis: Analysis
  let document: AnalyzedDocument
  let context: ExtractionContext
  let matcher: TermMatcher
  /// The numbers that were weighed in the source; found anew when asked for.
  let weighedNumbers: () -> [WeighedNumber]
  /// How a mention was recognised; found anew when asked for.
  let entityTrace: (Range<Int>) -> EntityTrace?
  /// Whether a mention is a word that points back.
  let isPronoun: (Range<Int>) -> Bool

  var reading: ReadingText { analysis.reading }

  /// Why there is a thing with an id; `nil` where the document has no such thing.
  func explanation(of id: String) -> Explanation? {
    if let node = document.nodeIDs.firstIndex(of: id) { return explainNode(node) }
    guard let letter = id.first, let number = Int(id.dropFirst()), number > 0 else { return nil }
    let index = number - 1
    switch letter {
    case "n" where index < document.norms.count: return explainNorm(index)
    case "q" where index < document.quantities.count: return explainQuantity(index)
    case "e" where index < document.entities.count: return explainEntity(index)
    case "a" where index < document.assignments.count: return explainAssignment(index)
    case "r" where index < document.references.count: return explainReference(index)
    default: return nil
    }
  }

  // MARK: Kinds of things

  private func explainNorm(_ index: Int) -> Explanation {
    let norm = document.norms[index]
    var explanation = explanation("规范 n\(index + 1)", at: norm.range)
    explanation.add("规则", rule(of: norm))
    explanation.add("情态", "\(norm.modality.chineseName)（\(norm.modality.rawValue)）")
    explanation.add("情态词", norm.marker.map(words) ?? "无：径直写明的任务")
    explanation.add("单元", nodeName(norm.node))
    for bearer in norm.bearers {
      explanation.add("义务主体", "\(words(bearer.range))（\(describe(bearer))）")
    }
    explanation.add("内容", norm.action.map(words))
    explanation.add("所列各项", norm.items.map { document.nodeIDs[$0] }.joined(separator: "、"))
    for condition in norm.conditions { explanation.add("条件", words(condition)) }
    for exception in norm.exceptions { explanation.add("例外", words(exception)) }
    explanation.add("数量", norm.quantities.map { "q\($0 + 1)" }.joined(separator: "、"))
    explanation.add("引用", norm.references.map { "r\($0 + 1)" }.joined(separator: "、"))
    explanation.add("原文", words(norm.range))
    for left in leftMarkers(of: norm).prefix(20) {
      explanation.add("看过而没有采用的词", left)
    }
    let used =
      [norm.marker].compactMap(\.self) + norm.bearers.map(\.range)
      + norm.quantities.map { document.quantities[$0].range }
    explanation.evidence = evidence(around: norm.range, used: used).filter(\.isUsed)
    return explanation
  }

  private func explainQuantity(_ index: Int) -> Explanation {
    let quantity = document.quantities[index]
    var explanation = explanation("数量 q\(index + 1)", at: quantity.range)
    explanation.add("种类", quantity.kind.rawValue)
    explanation.add("比较", quantity.comparator?.rawValue)
    explanation.add("数值", quantity.value?.description)
    explanation.add("下限", quantity.low.map { "\($0)\(bound(quantity.lowInclusive))" })
    explanation.add("上限", quantity.high.map { "\($0)\(bound(quantity.highInclusive))" })
    explanation.add("单位", quantity.unit)
    explanation.add("每", quantity.per.joined(separator: "、"))
    explanation.add("ISO 8601", quantity.iso)
    explanation.add("作用", quantity.role.rawValue)
    explanation.add("所量", quantity.measures.map(words))
    explanation.add("基数", quantity.base.map(words))
    explanation.add("单元", nodeName(quantity.node))
    explanation.add("原文", words(quantity.range))
    for left in leftNumbers(around: quantity.range).prefix(20) {
      explanation.add("看过而没有采用的数", left)
    }
    explanation.evidence = evidence(
      around: sentence(around: quantity.range), used: [quantity.range])
    return explanation
  }

  private func explainEntity(_ index: Int) -> Explanation {
    let entity = document.entities[index]
    let first = entity.mentions.first?.range ?? 0..<0
    var explanation = explanation("主体 e\(index + 1)", at: first)
    explanation.add("全称", entity.canonical)
    explanation.add("种类", entity.kind.rawValue + (entity.generic ? "，泛指" : ""))
    explanation.add("职能", entity.function)
    explanation.add("级别", entity.level?.rawValue)
    explanation.add("提到", "\(entity.mentions.count)次")
    let names = entity.mentions.map { words($0.range) }
    var seen: Set<String> = []
    explanation.add("写法", names.filter { seen.insert($0).inserted }.joined(separator: "、"))
    let pronouns = entity.mentions.filter { isPronoun($0.range) }.prefix(20)
    for mention in pronouns {
      explanation.add("指代", "“\(words(mention.range))”（\(nodeName(mention.node))）指它")
    }
    if let trace = entityTrace(first) {
      explanation.add("规则", trace.rule)
      for part in trace.parts { explanation.add(part.name, words(part.range)) }
      for left in trace.rejections.prefix(20) {
        explanation.add("看过而没有采用的主体", "“\(words(left.range))”：\(left.reason)")
      }
    }
    explanation.evidence = evidence(
      around: sentence(around: first), used: entity.mentions.map(\.range))
    return explanation
  }

  private func explainAssignment(_ index: Int) -> Explanation {
    let assignment = document.assignments[index]
    var explanation = explanation("责任分工 a\(index + 1)", at: assignment.range)
    for party in assignment.parties {
      explanation.add("单位", "\(words(party.range))（\(party.role.rawValue)，e\(party.entity + 1)）")
    }
    explanation.add(
      "负责", assignment.scope.map { document.nodeIDs[$0] }.joined(separator: "、"))
    explanation.add("原文", words(assignment.range))
    explanation.evidence = evidence(
      around: assignment.range, used: assignment.parties.map(\.range))
    return explanation
  }

  private func explainReference(_ index: Int) -> Explanation {
    let reference = document.references[index]
    var explanation = explanation("引用 r\(index + 1)", at: reference.range)
    explanation.add("规则", document.referenceRules[index])
    explanation.add("结果", reference.status.rawValue)
    for target in reference.targets {
      switch target {
      case .node(let node): explanation.add("指向", nodeName(node))
      case .document(let title, let number, let citation):
        explanation.add(
          "指向", [title.map { "《\($0)》" }, number, citation].compactMap(\.self).joined())
      }
    }
    explanation.add("单元", nodeName(reference.node))
    explanation.add("结果的理由", reason(for: reference))
    explanation.add("原文", words(reference.range))
    explanation.evidence = evidence(
      around: sentence(around: reference.range), used: [reference.range])
    return explanation
  }

  // MARK: Helpers

  func explanation(_ title: String, at range: Range<Int>) -> Explanation {
    Explanation(title: title, span: reading.span(of: range), facts: [])
  }

  func words(_ range: Range<Int>) -> String { reading.words(of: range) }

  func nodeName(_ index: Int) -> String {
    let id = document.nodeIDs[index]
    return document.citations[index].map { "\($0)（\(id)）" } ?? id
  }

  private func bound(_ isInclusive: Bool?) -> String {
    isInclusive.map { $0 ? "（含）" : "（不含）" } ?? ""
  }

  private func describe(_ bearer: Bearer) -> String {
    let origin =
      switch bearer.origin {
      case .explicit: "本句写明"
      case .inherited: "承前"
      case .assignment: "来自责任分工"
      }
    let entity = bearer.entity.map { "，e\($0 + 1) \(document.entities[$0].canonical)" } ?? ""
    return "\(origin)，\(bearer.role.rawValue)\(entity)"
  }

  /// The sentence that a range stands in, within its block.
  func sentence(around range: Range<Int>) -> Range<Int> {
    let block = context.blocks.last { $0.range.lowerBound <= range.lowerBound }?.range ?? range
    let ends: Set<Unicode.Scalar> = ["。", "；", "！", "？"]
    var start = range.lowerBound
    while start > block.lowerBound, !ends.contains(reading.scalars[start - 1]) { start -= 1 }
    var end = max(range.upperBound, start)
    while end < block.upperBound, !ends.contains(reading.scalars[end]) { end += 1 }
    return start..<end
  }

  private func evidence(
    around range: Range<Int>, used: [Range<Int>]
  ) -> [Explanation.Evidence] {
    // A term within a longer one is not what the text says: 应 in 应急.
    var end = range.lowerBound
    var longest: [TermHit] = []
    for hit in hits(in: range) {
      if hit.end <= end, longest.last?.range != hit.range { continue }
      end = max(end, hit.end)
      longest.append(hit)
    }
    return longest.map { hit in
      Explanation.Evidence(
        words: words(hit.range), span: reading.span(of: hit.range), lexicon: hit.list.rawValue,
        isUsed: used.contains { $0.lowerBound <= hit.start && hit.end <= $0.upperBound })
    }
  }

  /// The terms of all lexicons in a stretch; none crosses a block.
  func hits(in range: Range<Int>) -> [TermHit] {
    context.blocks.filter { $0.range.overlaps(range) }.flatMap { block in
      matcher.hits(in: reading.scalars, range: block.range.clamped(to: range))
    }
  }
}

extension Explanation {
  /// Adds a fact that is known.
  mutating func add(_ name: String, _ value: String?) {
    if let value, !value.isEmpty { facts.append((name, value)) }
  }
}
