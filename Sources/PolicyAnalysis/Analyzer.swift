internal import PolicyExtraction
public import PolicyLexicons
internal import PolicyStructure
internal import PolicyText

/// 分析器: runs every stage over a source, from its text to what is said in it.
///
/// What can be prepared is prepared in `init`; one analyzer serves all threads.
public struct Analyzer: Sendable {
  private let lexicons: Lexicons
  private let matcher: TermMatcher

  /// An analyzer with the words of some lexicons.
  ///
  /// - Throws: ``LexiconError`` with the first line at fault.
  public init(lexicons: Lexicons) throws(LexiconError) {
    self.lexicons = lexicons
    matcher = TermMatcher(lexicons)
  }

  /// Everything that is found in a text that is decoded already.
  public func analyze(_ text: String, name: String) -> Analysis {
    analyze(
      SourceText(text, name: name),
      facts: SourceFacts(
        name: name, mediaType: "text/plain", encoding: "UTF-8",
        sha256: String(repeating: "0", count: 64)))
  }

  /// Everything that is found in a text.
  func analyze(_ text: SourceText, facts: SourceFacts) -> Analysis {
    let parsed = StructureParser.parse(text)
    return Analysis(
      source: facts, reading: parsed.reading,
      documents: parsed.documents.map { analyze($0, reading: parsed.reading) },
      residue: parsed.residue)
  }

  private func analyze(_ document: PolicyDocument, reading: ReadingText) -> AnalyzedDocument {
    let identity = NodeIdentity(document)
    let context = ExtractionContext(
      reading: reading, document: document, lexicons: lexicons, matcher: matcher)
    _ = context
    return AnalyzedDocument(
      document: document, nodeIDs: identity.ids,
      citations: document.nodes.indices.map {
        document.citation(of: $0, in: reading, identity: identity)
      })
  }
}
