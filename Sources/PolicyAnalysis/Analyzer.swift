public import PolicyStructure
public import PolicyText

/// 分析器: runs every stage over a source, from its text to what is said in it.
///
/// What can be prepared is prepared in `init`; one analyzer serves all threads.
public struct Analyzer: Sendable {
  /// An analyzer with the words of the program.
  public init() {}

  /// Everything that is found in a text.
  public func analyze(_ text: SourceText, facts: SourceFacts) -> Analysis {
    let parsed = ParsedSource(reading: ReadingText(plain: text), documents: [], residue: [])
    return Analysis(source: facts, reading: parsed.reading, documents: [], residue: parsed.residue)
  }
}
