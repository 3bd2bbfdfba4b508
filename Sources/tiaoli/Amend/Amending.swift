internal import PolicyAmendment
internal import PolicyAnalysis
internal import PolicyLexicons
internal import PolicyText

/// Applies decisions one after the other, with failures told to people.
struct Amending {
  private let amender: Amender

  /// What a base became.
  struct Outcome {
    /// The consolidated text.
    let text: String
    /// What became of each instruction of all decisions.
    let results: [Amendment.Result]
  }

  /// - Throws: ``CommandFailure`` if a word list is at fault.
  init(_ analyzer: Analyzer) throws(CommandFailure) {
    do {
      amender = try Amender(lexicons: analyzer.lexicons)
    } catch {
      throw CommandFailure(.usage, error.description)
    }
  }

  /// The text that decisions make of a base.
  ///
  /// - Throws: ``CommandFailure`` if one of them is none, or is for another law.
  func amend(
    _ base: SourceText, by decisions: [SourceText]
  ) throws(CommandFailure) -> Outcome {
    var text = base
    var results: [Amendment.Result] = []
    for decision in decisions {
      do {
        let amendment = try amender.amend(text, by: decision)
        results += amendment.instructions
        text = SourceText(amendment.text, name: base.name)
      } catch {
        throw CommandFailure(.some, error.message(decision: decision.name, base: base.name))
      }
    }
    return Outcome(text: String(text.scalars, in: text.scalars.indices), results: results)
  }
}

extension AmendmentFailure {
  /// What a clerk reads.
  fileprivate func message(decision: String, base: String) -> String {
    switch self {
    case .noInstructions:
      "“\(decision)”中没有修改指令。请检查它是不是修改决定或修正案。"
    case .otherLaw(let named, let titles):
      "“\(decision)”修改的是\(Self.list(named))，不是“\(base)”中的\(Self.list(titles))。请检查是否选错了文件。"
    }
  }

  private static func list(_ titles: [String]) -> String {
    titles.isEmpty ? "其他文件" : titles.map { "《\($0)》" }.joined(separator: "、")
  }
}
