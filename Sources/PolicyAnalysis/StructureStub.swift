internal import PolicyStructure
internal import PolicyText

/// One document of plain paragraphs, one a line, until the parser of structures is there.
enum StructureParser {
  static func parse(_ text: SourceText) -> ParsedSource {
    var reading = ReadingText(source: text)
    var nodes: [Node] = []
    var start = 0
    for end in 0...text.scalars.count
    where end == text.scalars.count || text.scalars[end] == "\n" {
      let first = reading.count
      reading.append(start..<end)
      if reading.count > first {
        nodes.append(
          Node(
            level: .paragraph, range: first..<reading.count, text: first..<reading.count,
            subtreeEnd: nodes.count + 1))
      }
      start = min(end + 1, text.scalars.count)
    }
    let document = PolicyDocument(range: 0..<reading.count, nodes: nodes)
    return ParsedSource(
      reading: reading, documents: nodes.isEmpty ? [] : [document], residue: [])
  }
}
