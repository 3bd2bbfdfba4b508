import Foundation
import PolicyAnalysis
import PolicyExtraction
import PolicyLexicons
import PolicyReaders
import PolicyStructure
import PolicyText
import Testing

/// The same words give the same result in every format.
@Suite("one text in many formats")
struct ParityTests {
  private static let analyzer = try? Analyzer(
    lexicons: Lexicons.embedded(), reader: FileReader())

  /// What is compared: the tree, the norms and the quantities, without the places in the text.
  private func digest(_ bytes: [UInt8], name: String) throws -> [String] {
    let analyzer = try #require(Self.analyzer)
    let analysis = try analyzer.analyze(bytes, name: name)
    return analysis.documents.flatMap { document -> [String] in
      let nodes = zip(document.nodeIDs, document.document.nodes).map { id, node in
        "\(id) \(node.level) \(words(node.heading, in: analysis)) \(words(node.text, in: analysis))"
      }
      let norms = document.norms.map { "\($0.modality) \(words($0.range, in: analysis))" }
      let quantities = document.quantities.map {
        "\($0.kind) \(words($0.range, in: analysis)) \($0.role)"
      }
      return nodes + norms + quantities
    }
  }

  private func words(_ range: Range<Int>?, in analysis: Analysis) -> String {
    guard let range else { return "-" }
    return String(
      String.UnicodeScalarView(analysis.reading.scalars[range].filter { $0 != " " }))
  }

  @Test("DOCX and HTML as TXT", arguments: CorpusFile.all.map(\.name))
  func flowing(name: String) throws {
    let file = try #require(CorpusFile.all.first { $0.name == name })
    let expected = try digest(file.text, name: name)
    try compare(digest(file.word, name: "文件.docx"), expected, "DOCX")
    try compare(digest(file.page, name: "文件.html"), expected, "HTML")
  }

  @Test("OFD as TXT", arguments: CorpusFile.all.map(\.name), CorpusFile.Setting.allCases)
  func laidOut(name: String, setting: CorpusFile.Setting) throws {
    let file = try #require(CorpusFile.all.first { $0.name == name })
    // A page on which nothing shows that a paragraph ends cannot tell it.
    guard setting == .indented ? !file.isWrapped : file.isClearWithoutIndents else { return }
    let expected = try digest(file.text, name: name)
    try compare(digest(file.layout(setting), name: "文件.ofd"), expected, "OFD")
  }

  private func compare(_ found: [String], _ expected: [String], _ format: String) {
    let difference = found.difference(from: expected)
    let shown = difference.prefix(4).map { change in
      switch change {
      case .insert(_, let element, _): "+ \(element.prefix(90))"
      case .remove(_, let element, _): "- \(element.prefix(90))"
      }
    }
    #expect(difference.isEmpty, "\(format): \(difference.count) \(shown.joined(separator: "\n"))")
  }
}
