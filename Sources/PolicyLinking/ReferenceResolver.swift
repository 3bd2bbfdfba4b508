public import PolicyExtraction
public import PolicyLexicons
public import PolicyStructure
public import PolicyText

/// Finds where references lead: to nodes of the same document, or to documents that they name.
public struct ReferenceResolver: Sendable {
  let formEndings: WordList
  let documentTypes: WordList

  /// A resolver with the words of some lexicons.
  public init(lexicons: Lexicons) {
    formEndings = WordList(lexicons[.formTitleEndings])
    documentTypes = WordList(lexicons[.documentTypes])
  }

  /// What references and definitions come to.
  public struct Resolution: Sendable {
    /// The references in the order of the text.
    public var references: [Reference] = []
    /// For each reference the rule that found it.
    public var rules: [ReferenceMention.Rule] = []
    /// What is wrong with them.
    public var findings: [Finding] = []
  }

  /// Resolves the references of one document.
  public func resolve(
    _ mentions: [ReferenceMention], definitions: [Definition], in reading: ReadingText,
    document: PolicyDocument
  ) -> Resolution {
    var resolution = Resolution()
    if !mentions.isEmpty {
      var pass = ResolutionPass(
        resolver: self, reading: reading, document: document,
        names: DefinedNames(definitions, in: reading))
      for mention in mentions { pass.resolve(mention) }
      resolution.references = pass.references
      resolution.rules = pass.rules
      resolution.findings = pass.findings
    }
    resolution.findings += UnusedAliases.findings(
      definitions, in: reading, document: document)
    resolution.findings.sort { $0.range.lowerBound < $1.range.lowerBound }
    return resolution
  }
}
