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
    var reading = ReadingText(source: SourceText(text))
    var nodes: [Node] = []
    var lineStart = 0
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      let start = reading.count
      reading.append(lineStart..<lineStart + line.count)
      lineStart += line.count + 1
      if reading.count > start {
        let range = start..<reading.count
        nodes.append(
          Node(level: .paragraph, range: range, text: range, subtreeEnd: nodes.count + 1))
      }
    }
    self.reading = reading
    document = PolicyDocument(range: 0..<reading.count, nodes: nodes)
  }
}
