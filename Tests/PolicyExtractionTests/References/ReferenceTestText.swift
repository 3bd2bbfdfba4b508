import PolicyExtraction
import PolicyLexicons
import PolicyStructure
import PolicyTestSupport
import PolicyText

/// What the extractors of references and definitions find in plain text.
struct ReferenceTestText {
  let context: ExtractionContext
  let definitions: [Definition]
  let mentions: [ReferenceMention]

  /// A text of plain paragraphs, one a line.
  init(_ text: String) throws {
    let plain = PlainDocument(text)
    try self.init(reading: plain.reading, document: plain.document)
  }

  /// A document from a sketch of its tree.
  init(sketch: String) throws {
    let sketched = SketchedDocument(sketch)
    try self.init(reading: sketched.reading, document: sketched.document)
  }

  /// The first document of a text that is parsed.
  init(parsing text: String) throws {
    let parsed = StructureParser(lexicons: try Lexicons.embedded()).parse(SourceText(text))
    try self.init(reading: parsed.reading, document: parsed.documents[0])
  }

  private init(reading: ReadingText, document: PolicyDocument) throws {
    let lexicons = try Lexicons.embedded()
    context = ExtractionContext(
      reading: reading, document: document, lexicons: lexicons, matcher: TermMatcher(lexicons))
    definitions = try DefinitionExtractor(lexicons: lexicons).extract(in: context)
    mentions = try ReferenceExtractor(lexicons: lexicons)
      .extract(in: context, definitions: definitions)
  }

  /// The words of all references.
  var references: [String] { mentions.map { words($0.range) } }

  /// Terms and meanings.
  var defined: [String] { definitions.map { "\(words($0.term))＝\(words($0.meaning))" } }

  func words(_ range: Range<Int>) -> String { context.reading.compactWords(of: range) }
}
