import PolicyExtraction
import PolicyIndicators
import PolicyLexicons
import PolicyStructure
import PolicyText
import Testing

/// Reads the indicators of a made-up plan with some text under its first heading.
struct IndicatorReading {
  private let parser: StructureParser
  private let extractor: IndicatorExtractor
  private let lexicons: Lexicons
  private let matcher: TermMatcher

  init() throws {
    lexicons = try Lexicons.embedded()
    parser = StructureParser(lexicons: lexicons)
    extractor = IndicatorExtractor(lexicons: lexicons)
    matcher = ExtractionContext.matcher(lexicons)
  }

  /// The indicators of the text, and what is wrong with them.
  func read(_ text: String) throws -> (indicators: [Indicator], findings: [Finding]) {
    let parsed = parser.parse(SourceText("云溪市考核方案\n\n一、考核指标\n\n" + text))
    let document = try #require(parsed.documents.first)
    let context = ExtractionContext(
      reading: parsed.reading, document: document, lexicons: lexicons, matcher: matcher)
    return extractor.extract(in: context, quantities: [])
  }
}
