import PolicyExtraction
import PolicyLexicons
import PolicyReview
import PolicyStructure
import PolicyText

/// A text and what a reviewer marks in it, for tests.
struct Reviewed {
  /// Each finding as `code words`.
  let lines: [String]
  /// What each finding says.
  let messages: [String]

  /// Reviews the documents of a text.
  init(_ text: String) throws {
    let lexicons = try Lexicons.embedded()
    let parsed = StructureParser(lexicons: lexicons).parse(SourceText(text))
    let matcher = TermMatcher(lexicons)
    let reviewer = try Reviewer(lexicons: lexicons)
    let entities = try EntityExtractor(lexicons: lexicons)
    let definitions = try DefinitionExtractor(lexicons: lexicons)
    let quantities = try QuantityExtractor(lexicons: lexicons)
    let norms = try NormExtractor(lexicons: lexicons)
    var lines: [String] = []
    var messages: [String] = []
    for document in parsed.documents {
      let context = ExtractionContext(
        reading: parsed.reading, document: document, lexicons: lexicons, matcher: matcher)
      let draft = Draft(
        context: context, definitions: definitions.extract(in: context),
        quantities: quantities.extract(in: context),
        norms: norms.extract(in: context, entities: entities.extract(in: context)))
      for finding in reviewer.review(draft) {
        lines.append("\(finding.code.rawValue) \(parsed.reading.compactWords(of: finding.range))")
        messages.append(finding.message)
      }
    }
    self.lines = lines
    self.messages = messages
  }

  /// A rule of two articles around some words, so that they stand in a text in articles.
  static func article(_ words: String, title: String = "云溪市校园餐管理办法") -> String {
    "\(title)\n第一条　为了规范校园餐管理，制定本办法。\n第二条　\(words)\n第三条　本办法自2024年1月1日起施行。"
  }
}
