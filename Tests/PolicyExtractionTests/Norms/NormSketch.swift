import PolicyLexicons
import PolicyStructure
import PolicyTestSupport
import PolicyText

@testable import PolicyExtraction

/// The norms of short texts, written as lines that are easy to compare.
struct NormSketch {
  private static let lexicons = try? Lexicons.embedded()
  private static let matcher = lexicons.map { TermMatcher($0) }

  private let reading: ReadingText
  let norms: [Norm]

  /// The norms of a text of one paragraph a line, in a document of a kind (文种).
  init(_ text: String, type: String = "条例") throws {
    let plain = PlainDocument(text)
    var document = plain.document
    document.metadata.type = type
    self = try Self(reading: plain.reading, document: document)
  }

  /// The norms of a document that is parsed, as one of a kind.
  init(parsing text: String, type: String) throws {
    let lexicons = try Lexicons.embedded()
    let parsed = StructureParser(lexicons: lexicons).parse(SourceText(text))
    var document = parsed.documents[0]
    document.metadata.type = type
    self = try Self(reading: parsed.reading, document: document)
  }

  private init(reading: ReadingText, document: PolicyDocument) throws {
    let lexicons = try Self.lexicons ?? Lexicons.embedded()
    let context = ExtractionContext(
      reading: reading, document: document, lexicons: lexicons,
      matcher: Self.matcher ?? TermMatcher(lexicons))
    self.reading = reading
    norms = try NormExtractor(lexicons: lexicons).extract(in: context, entities: [])
  }

  /// The words of a stretch.
  func words(_ range: Range<Int>?) -> String { range.map { reading.words(of: $0) } ?? "—" }

  /// For each norm its marker and modality.
  var markers: [String] { norms.map { "\(words($0.marker)) \($0.modality.rawValue)" } }

  /// For each norm its bearers; one who is carried on has ~ after the name, one who takes part +.
  var bearers: [String] {
    norms.map { norm in
      norm.bearers.map {
        words($0.range) + ($0.origin == .inherited ? "~" : "")
          + ($0.role == .participant ? "+" : "")
      }.joined(separator: " ")
    }
  }

  /// For each norm its words.
  var texts: [String] { norms.map { words($0.range) } }

  /// For each norm what is to be done.
  var actions: [String] { norms.map { words($0.action) } }
}
