public import PolicyStructure
public import PolicyText

/// An untitled document of plain paragraphs, one a line: for tests of what is said, where structure
/// does not matter.
public struct PlainDocument {
  /// The words, without the line breaks.
  public let reading: ReadingText
  /// A document with one paragraph node a line.
  public let document: PolicyDocument

  /// A document of the lines of a text.
  public init(_ text: String) {
    reading = ReadingText(plain: SourceText(text))
    var nodes: [Node] = []
    var start = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let end = start + line.unicodeScalars.count
      if end > start {
        nodes.append(
          Node(
            level: .paragraph, range: start..<end, text: start..<end, subtreeEnd: nodes.count + 1))
      }
      start = end
    }
    document = PolicyDocument(range: 0..<reading.count, nodes: nodes)
  }
}
