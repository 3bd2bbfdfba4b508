import PolicyAnalysis
import PolicyExtraction
import PolicyLexicons
import PolicyReaders
import PolicyStructure
import PolicyText
import Testing

/// What an analysis says, to be compared with that of the same words in another format: the tree, the
/// norms and the quantities, without the places in the text.
struct ParityDigest {
  private static let analyzer = try? Analyzer(
    lexicons: Lexicons.embedded(), reader: FileReader())

  /// A line for each node, norm and quantity.
  let lines: [String]

  /// The digest of a file.
  init(_ bytes: [UInt8], name: String) throws {
    let analyzer = try #require(Self.analyzer)
    let analysis = try analyzer.analyze(bytes, name: name)
    lines = analysis.documents.flatMap { document -> [String] in
      let nodes = zip(document.nodeIDs, document.document.nodes).map { id, node in
        "\(id) \(node.level) \(Self.words(node.heading, in: analysis)) \(Self.words(node.text, in: analysis))"
      }
      let norms = document.norms.map { "\($0.modality) \(Self.words($0.range, in: analysis))" }
      let quantities = document.quantities.map {
        "\($0.kind) \(Self.words($0.range, in: analysis)) \($0.role)"
      }
      return nodes + norms + quantities
    }
  }

  private static func words(_ range: Range<Int>?, in analysis: Analysis) -> String {
    guard let range else { return "-" }
    return String(
      String.UnicodeScalarView(analysis.reading.scalars[range].filter { $0 != " " }))
  }

  /// Expects the digest of a text, and shows the first differences.
  func expect(_ expected: ParityDigest, _ format: String) {
    let difference = lines.difference(from: expected.lines)
    let shown = difference.prefix(4).map { change in
      switch change {
      case .insert(_, let element, _): "+ \(element.prefix(90))"
      case .remove(_, let element, _): "- \(element.prefix(90))"
      }
    }
    #expect(difference.isEmpty, "\(format): \(difference.count) \(shown.joined(separator: "\n"))")
  }
}
