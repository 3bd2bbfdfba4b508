package import PolicyLexicons
import PolicyStructure
package import PolicyText

/// 起草: writes the amending decision that turns an old text into a new one, in the drafting formulas.
///
/// A draft is tried out: what the formulas do not bring to exactly the new words is drafted anew as new
/// words for the whole article, and what cannot be said in formulas at all is reported.
package struct DecisionDrafter: Sendable {
  private let parser: StructureParser
  private let amender: Amender

  /// - Throws: ``LexiconError`` with the first line at fault.
  package init(lexicons: Lexicons) throws(LexiconError) {
    parser = StructureParser(lexicons: lexicons)
    amender = try Amender(lexicons: lexicons)
  }

  /// The draft of a decision.
  package struct Draft: Sendable {
    /// The decision.
    package let text: String
    /// How many instructions it has.
    package let count: Int
    /// Whether the old text amended by it is the new text, word for word, title blocks aside.
    package let isExact: Bool
    /// Whether it is a 修订: no single changes lead to the new text, so that all of it is quoted.
    package let isRevision: Bool
    /// The articles of the new text that it does not bring about.
    package let missed: [String]
  }

  /// Drafts the decision; `nil` if one of the texts holds no document.
  package func draft(from old: SourceText, to new: SourceText) -> Draft? {
    guard let before = text(old), let after = text(new) else { return nil }
    // A title put between articles says least where a chapter was cut in two; where that does not come
    // out, the new chapter is quoted whole.
    let cutting = DraftPlan(old: before, new: after, cutsDivisions: true)
    if cutting.hasCuts {
      let draft = draft(cutting, from: old, before, to: after)
      if draft.isExact, !draft.isRevision { return draft }
    }
    return draft(
      DraftPlan(old: before, new: after, cutsDivisions: false), from: old, before, to: after)
  }

  /// The draft that a plan comes to.
  private func draft(
    _ plan: DraftPlan, from old: SourceText, _ before: DraftText, to after: DraftText
  ) -> Draft {
    var plan = plan
    // First what comes in and goes out, so that references which only follow numbers are no changes.
    var result = applied(plan, to: old)
    plan.note(result?.articles ?? before.articles)
    plan.findThroughout()
    if plan.hasThroughout {
      result = applied(plan.withoutWords, to: old)
      plan.note(result?.articles ?? before.articles)
    }
    result = applied(plan, to: old)
    for _ in 0..<6 {
      guard let articles = result?.articles, plan.rewriteWhatDiffers(in: articles) else { break }
      result = applied(plan, to: old)
    }
    let isExact = result.map { $0.body == after.body } ?? false
    if !isExact, let revised = revision(plan, of: old), revised.body == after.body {
      return Draft(
        text: plan.revision, count: 1, isExact: true, isRevision: true, missed: [])
    }
    let missed = isExact ? [] : plan.missed(in: result?.articles ?? [])
    let lines = plan.lines()
    return Draft(
      text: plan.decision(lines), count: lines.count, isExact: isExact, isRevision: false,
      missed: missed)
  }

  private func text(_ source: SourceText) -> DraftText? {
    let parsed = parser.parse(source)
    let main = parsed.documents.max { one, other in
      Self.weight(one) < Self.weight(other)
    }
    return main.map { DraftText(AmendableText(parsed, document: $0)) }
  }

  private static func weight(_ document: PolicyDocument) -> (Int, Int) {
    (document.nodes.count { $0.level == .article }, document.range.count)
  }

  private func revision(_ plan: DraftPlan, of old: SourceText) -> DraftText? {
    guard let amendment = try? amender.amend(old, by: SourceText(plan.revision)) else { return nil }
    return text(SourceText(amendment.text))
  }

  private func applied(_ plan: DraftPlan, to old: SourceText) -> DraftText? {
    let lines = plan.lines()
    guard !lines.isEmpty else { return text(old) }
    let decision = SourceText(plan.decision(lines))
    guard let amendment = try? amender.amend(old, by: decision) else { return nil }
    return text(SourceText(amendment.text))
  }
}
