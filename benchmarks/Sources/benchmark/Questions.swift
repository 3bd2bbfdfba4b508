internal import PolicyAnalysis
internal import PolicyLexicons
internal import PolicyStructure
internal import PolicyText

/// What is asked of every text.
///
/// How fast is it to …
enum Question: String, CaseIterable {
  /// … make text of the bytes, with encoding and digest?
  case decode
  /// … do that and find the tree?
  case structure
  /// … do that, find what is said, and write it as JSON, the text included?
  case analysis

  /// Does the work on one file and returns a number that depends on all of it.
  ///
  /// - Throws: ``LexiconError`` if the lexicons have a fault.
  func work() throws -> @Sendable (Texts.File) throws -> Int {
    switch self {
    case .decode:
      let reader = PlainTextReader()
      return { file in
        try reader.read(file.bytes, name: file.name).text.scalars.count
      }
    case .structure:
      let reader = PlainTextReader()
      let parser = StructureParser(lexicons: try Lexicons.embedded())
      return { file in
        let parsed = parser.parse(try reader.read(file.bytes, name: file.name).text)
        return parsed.documents.reduce(parsed.residue.count) { $0 + $1.nodes.count }
      }
    case .analysis:
      let analyzer = try Analyzer(lexicons: try Lexicons.embedded())
      let json = AnalysisJSON()
      return { file in
        json.bytes(of: try analyzer.analyze(file.bytes, name: file.name)).count
      }
    }
  }
}
