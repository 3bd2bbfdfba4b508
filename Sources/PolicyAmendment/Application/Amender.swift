import PolicyExtraction
package import PolicyLexicons
import PolicyLinking
import PolicyStructure
package import PolicyText

/// 合成: applies amending decisions to a text.
///
/// What an instruction says of the old text is looked up in the old text; all changes are carried out at
/// once. What does not fit is not applied and is reported; nothing is guessed.
package struct Amender: Sendable {
  private let parser: StructureParser
  private let decisions: DecisionReader
  private let references: ReferenceFollower

  /// - Throws: ``LexiconError`` with the first line at fault.
  package init(lexicons: Lexicons) throws(LexiconError) {
    parser = StructureParser(lexicons: lexicons)
    decisions = try DecisionReader(lexicons: lexicons)
    references = try ReferenceFollower(lexicons: lexicons)
  }

  /// What a decision orders.
  package func read(_ decision: SourceText) -> Decision { decisions.read(decision) }

  /// Applies a decision to a text.
  ///
  /// - Throws: ``AmendmentFailure`` if the decision amends another law, or orders nothing.
  package func amend(
    _ base: SourceText, by decision: SourceText
  ) throws(AmendmentFailure) -> Amendment {
    try amend(base, by: decisions.read(decision))
  }

  /// Applies a decision that is read already.
  ///
  /// - Throws: ``AmendmentFailure`` if the decision amends another law, or orders nothing.
  package func amend(
    _ base: SourceText, by decision: Decision
  ) throws(AmendmentFailure) -> Amendment {
    let parsed = parser.parse(base)
    guard !decision.parts.isEmpty else { throw .noInstructions }
    let (document, said) = try match(decision, parsed)
    let bare = BareDivisions(said)
    let instructions = bare.instructions
    let text = AmendableText(parsed, document: document)
    var pass = AmendmentPass(text: text, instructions: instructions)
    // What is refused is left out of another try, so that nothing of it is carried out.
    var refused: [Int: Refusal] = [:]
    /// What a refused instruction is about, as the try that refused it found out.
    var targets: [Int: String] = [:]
    for _ in 0..<8 {
      pass = AmendmentPass(text: text, instructions: instructions, refused: refused)
      pass.gather()
      let misfits = pass.settleSeries(saysFollows: decision.adjustsOrder)
      let news = misfits.merging(pass.refusals) { misfit, _ in misfit }
        .filter { refused[$0.key] == nil }
      if news.isEmpty { break }
      for index in news.keys { targets[index] = pass.verdicts[index].target }
      refused.merge(news) { old, _ in old }
    }
    if !pass.numbers.isEmpty {
      references.follow(pass.numbers, in: text, edits: &pass.edits)
    }
    return Amendment(
      instructions: said.indices.map { index in
        let instruction = said[index]
        var verdict = pass.verdicts[bare.owner[index] ?? index]
        verdict.target = verdict.target ?? targets[index]
        if bare.owner[index] != nil { verdict.target = BareDivisions.target(of: instruction) }
        return Amendment.Result(
          instruction: instruction, target: verdict.target, refusal: verdict.refusal?.message)
      },
      text: pass.consolidated())
  }

  /// The document of a source that a decision amends, and what it orders of it.
  private func match(
    _ decision: Decision, _ parsed: ParsedSource
  ) throws(AmendmentFailure) -> (PolicyDocument, [Instruction]) {
    let titles = parsed.documents.map { $0.metadata.title.map(ComparableTitle.init) }
    var fallback: PolicyDocument?
    for (document, title) in zip(parsed.documents, titles) {
      guard let title else {
        fallback = fallback ?? document
        continue
      }
      let parts = decision.parts.filter { part in
        part.law.map { ComparableTitle($0).matches(title) } ?? false
      }
      if !parts.isEmpty { return (document, parts.flatMap(\.instructions)) }
    }
    let named = decision.parts.compactMap(\.law)
    if named.isEmpty,
      let document = parsed.documents.last(where: { $0.metadata.title != nil }) ?? fallback
    {
      return (document, decision.parts.flatMap(\.instructions))
    }
    for document in parsed.documents {
      let parts = decision.parts.filter { part in
        part.law.map { TitleLine(parsed.reading, document).names(ComparableTitle($0)) } ?? false
      }
      if !parts.isEmpty { return (document, parts.flatMap(\.instructions)) }
    }
    // A pasted text without a title may be any law's; a decision for one law is then for it.
    if let fallback, decision.parts.count == 1 {
      return (fallback, decision.parts[0].instructions)
    }
    throw .otherLaw(
      named: named, base: parsed.documents.compactMap(\.metadata.title))
  }
}

/// 合成结果: the new text, and what became of each instruction.
package struct Amendment: Sendable {
  /// An instruction and what became of it.
  package struct Result: Sendable {
    /// What the decision orders.
    package let instruction: Instruction
    /// The id of the unit that it is about; of a new one, the id that it has in the new text.
    package let target: String?
    /// Why it was not applied; `nil` if it was.
    package let refusal: String?
  }

  /// The instructions in the order of the decision.
  package let instructions: [Result]
  /// The consolidated text, in the layout of the old one.
  package let text: String

  /// Whether every instruction was applied.
  package var isComplete: Bool { instructions.allSatisfy { $0.refusal == nil } }
}

/// Why a decision is not applied at all.
package enum AmendmentFailure: Error, Equatable, Sendable {
  /// It amends other laws than the one given.
  case otherLaw(named: [String], base: [String])
  /// No instruction stands in it.
  case noInstructions
}
