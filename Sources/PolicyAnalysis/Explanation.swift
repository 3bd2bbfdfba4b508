public import PolicyText

/// 说明: why something is in an analysis: where it stands, which rule found it, and on which words.
public struct Explanation: Sendable {
  /// A word of a lexicon in the words around, and whether the thing rests on it.
  public struct Evidence: Hashable, Sendable {
    /// The word as it is written.
    public let words: String
    /// Where it stands.
    public let span: TextSpan
    /// The list that it is in: the name of a file in `lexicons/`.
    public let lexicon: String
    /// Whether the thing rests on the word; else it was seen and left.
    public let isUsed: Bool
  }

  /// What it is: 规范 n3.
  public let title: String
  /// Where it stands in the source.
  public let span: TextSpan
  /// What is known of it, as names and values for people.
  public internal(set) var facts: [(name: String, value: String)]
  /// The words that were looked at, in the order of the text.
  public internal(set) var evidence: [Evidence] = []
}
