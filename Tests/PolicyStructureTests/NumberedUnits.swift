import PolicyStructure
import PolicyText

extension StructureParser {
  /// The ids of the numbered units and annexes of a text, document after document.
  func numberedUnits(of text: String) -> [[String]] {
    parse(SourceText(text)).documents.map { document in
      let ids = NodeIdentity(document).ids
      return document.nodes.indices.filter { document.nodes[$0].number != nil }.map { ids[$0] }
    }
  }
}

extension String {
  /// All lines of a text on one.
  var onOneLine: String { split(separator: "\n").joined() }
}
