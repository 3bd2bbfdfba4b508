internal import PolicyExtraction
public import PolicyIndicators
public import PolicyLexicons
internal import PolicyLinking
internal import PolicyReview
internal import PolicyStructure
public import PolicyText

/// 分析器: runs every stage over a source, from its bytes to what is said in it.
///
/// What can be prepared is prepared in `init`; one analyzer serves all threads. It is a class, so that
/// what it is made of stays within this module: extractors are large, and their layout is their own
/// affair.
public final class Analyzer: Sendable {
  /// Who reads the bytes of a file.
  public let reader: any SourceReader
  /// The words that it knows.
  public let lexicons: Lexicons
  private let parser: StructureParser
  private let matcher: TermMatcher
  private let definitions: DefinitionExtractor
  private let references: ReferenceExtractor
  private let resolver: ReferenceResolver
  private let quantities: QuantityExtractor
  private let entities: EntityExtractor
  private let assignments: AssignmentExtractor
  private let norms: NormExtractor
  private let subjects: NormSubjects
  private let linker = NormLinker()
  private let reviewer: Reviewer
  private let indicators: IndicatorExtractor
  private let indicatorLinker: IndicatorLinker
  private let catalogue: IndicatorCatalogue?

  /// An analyzer with the words of some lexicons, for files that a reader reads, and with indicators of an
  /// outside catalogue if there is one.
  ///
  /// - Throws: ``LexiconError`` with the first line at fault.
  public init(
    lexicons: Lexicons, reader: any SourceReader = PlainTextReader(),
    catalogue: IndicatorCatalogue? = nil
  ) throws(LexiconError) {
    self.reader = reader
    self.lexicons = lexicons
    self.catalogue = catalogue
    indicators = IndicatorExtractor(lexicons: lexicons)
    indicatorLinker = IndicatorLinker(lexicons: lexicons)
    parser = StructureParser(lexicons: lexicons)
    matcher = ExtractionContext.matcher(lexicons)
    definitions = try DefinitionExtractor(lexicons: lexicons)
    references = try ReferenceExtractor(lexicons: lexicons)
    resolver = ReferenceResolver(lexicons: lexicons)
    quantities = try QuantityExtractor(lexicons: lexicons)
    entities = try EntityExtractor(lexicons: lexicons)
    assignments = try AssignmentExtractor(lexicons: lexicons, names: entities)
    norms = try NormExtractor(lexicons: lexicons)
    subjects = try NormSubjects(lexicons: lexicons)
    reviewer = try Reviewer(lexicons: lexicons)
  }

  /// Everything that is found in a file.
  ///
  /// - Throws: ``SourceError`` if there is no text in it.
  public func analyze(_ bytes: [UInt8], name: String) throws(SourceError) -> Analysis {
    analyze(try reader.read(bytes, name: name))
  }

  /// Everything that is found in a text.
  public func analyze(_ source: DecodedSource) -> Analysis {
    let parsed = parser.parse(source.text)
    let coverage = Coverage(parsed)
    var documents = zip(parsed.documents, coverage.documents).map { document, span in
      analyze(document, span: span, reading: parsed.reading)
    }
    documents.report(source.replaced, in: parsed.reading)
    documents.report(source.remarks, in: parsed.reading)
    return Analysis(
      source: source, reading: parsed.reading, documents: documents, residue: coverage.residue)
  }

  private func analyze(
    _ document: PolicyDocument, span: TextSpan, reading: ReadingText
  ) -> AnalyzedDocument {
    let identity = NodeIdentity(document)
    let context = ExtractionContext(
      reading: reading, document: document, lexicons: lexicons, matcher: matcher)
    var analyzed = AnalyzedDocument(
      document: document, span: span, nodeIDs: identity.ids,
      citations: NodeCitations(document, in: reading, identity: identity))
    analyzed.findings = document.findings
    analyzed.definitions = definitions.extract(in: context)
    let resolution = resolver.resolve(
      references.extract(in: context, definitions: analyzed.definitions),
      definitions: analyzed.definitions, in: reading, document: document)
    analyzed.references = resolution.references
    analyzed.referenceRules = resolution.rules.map(\.rawValue)
    analyzed.findings += resolution.findings
    analyzed.quantities = quantities.extract(in: context)
    analyzed.entities = entities.extract(in: context, definitions: analyzed.definitions)
    analyzed.assignments = assignments.extract(in: context, entities: analyzed.entities)
    var found = norms.extract(in: context, entities: analyzed.entities)
    subjects.settle(
      &analyzed.entities, norms: &found, assignments: &analyzed.assignments, in: context)
    analyzed.norms = linker.link(
      found, quantities: analyzed.quantities,
      references: analyzed.references, assignments: analyzed.assignments, document: document,
      reading: reading)
    analyzed.findings += reviewer.review(
      Draft(
        context: context, definitions: analyzed.definitions, quantities: analyzed.quantities,
        norms: analyzed.norms))
    let system = indicators.extract(in: context, quantities: analyzed.quantities)
    analyzed.indicators = catalogue?.added(to: system.indicators) ?? system.indicators
    analyzed.findings += system.findings
    analyzed.links = indicatorLinker.links(
      analyzed.indicators, norms: analyzed.norms, quantities: analyzed.quantities,
      assignments: analyzed.assignments, entities: analyzed.entities, document: document,
      reading: reading)
    analyzed.findings.sort { $0.range.lowerBound < $1.range.lowerBound }
    return analyzed
  }

  /// An organ as a reader calls it, with what is known of it from the words alone.
  public func departmentQuery(_ words: String) -> DepartmentQuery {
    let source = try? DecodedSource(words, name: "")
    let entity = source.flatMap { analyze($0).documents.first?.entities.first }
    return DepartmentQuery(words: words, function: entity?.function, level: entity?.level)
  }

  /// Why there is a thing with an id in an analysis that this analyzer made: one answer for each
  /// document that has such a thing, or for the one that the id names (`d2/n3`).
  public func explanations(of id: String, in analysis: Analysis) -> [Explanation] {
    let parts = id.split(separator: "/", maxSplits: 1).map(String.init)
    return analysis.documents.indices.compactMap { index in
      guard parts.count < 2 || parts[0] == "d\(index + 1)", let last = parts.last else {
        return nil
      }
      let document = analysis.documents[index]
      let context = ExtractionContext(
        reading: analysis.reading, document: document.document, lexicons: lexicons,
        matcher: matcher)
      return Explainer(
        analysis: analysis, document: document, context: context, matcher: matcher,
        weighedNumbers: { self.parser.weighedNumbers(in: analysis.source.text) },
        entityTrace: {
          self.entities.trace(of: $0, in: context, definitions: document.definitions)
        },
        isPronoun: { self.entities.isPronoun($0, in: context) }
      )
      .explanation(of: last)
    }
  }
}
