public import PolicyExtraction
import PolicyLexicons
import PolicyStructure
import PolicyText

/// 送审稿: a document and what was found in it, as the rules of review read it.
public struct Draft: Sendable {
  /// Its words, tree and metadata.
  public let context: ExtractionContext
  /// What it defines, in the order of the text, as are the lists that follow.
  public let definitions: [Definition]
  /// Its numbers.
  public let quantities: [Quantity]
  /// What it commands, forbids and permits.
  public let norms: [Norm]

  /// What was found in a document.
  public init(
    context: ExtractionContext, definitions: [Definition], quantities: [Quantity], norms: [Norm]
  ) {
    self.context = context
    self.definitions = definitions
    self.quantities = quantities
    self.norms = norms
    scalars = context.reading.scalars
  }

  /// The scalars that all ranges count in.
  let scalars: [Unicode.Scalar]

  /// The words of a stretch, as they are shown to people: without line breaks and spaces.
  func words(_ range: Range<Int>) -> String { context.reading.compactWords(of: range) }

  /// Whether it is drafted in articles, as laws, regulations and rules are: only those follow the
  /// drafting rules for legislation.
  var isInArticles: Bool { context.document.nodes.contains { $0.level == .article } }
}
