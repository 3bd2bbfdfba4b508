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

/// Quotation marks and book title marks of a block that are open: what stands in them are others' words.
struct OpenQuotes {
  private let scalars: [Unicode.Scalar]
  private var offset: Int
  private var depth = 0

  init(in block: TextBlock, of draft: Draft) {
    scalars = draft.scalars
    offset = block.range.lowerBound
  }

  /// Whether an offset stands in them; offsets are asked about in the order of the text, so that each
  /// scalar is looked at once.
  mutating func hold(_ wanted: Int) -> Bool {
    while offset < wanted {
      switch scalars[offset] {
      case "“", "《": depth += 1
      case "”", "》": depth = max(0, depth - 1)
      default: break
      }
      offset += 1
    }
    return depth > 0
  }
}
