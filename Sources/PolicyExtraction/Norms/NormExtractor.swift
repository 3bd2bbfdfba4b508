import PolicyClauses
public import PolicyLexicons
import PolicyStructure
import PolicyText

/// Finds the norms of a document: what must, must not, may be done, and by whom.
///
/// Markers (应当, 不得, 鼓励, 责令 …) are found by a lexicon, and those within other words or in conditions
/// are left out; each marker then takes its clause, what leads up to it, and the predicates joined to
/// it. In documents that direct (通知, 方案 …), sentences without a marker that begin with a verb are
/// norms as well.
///
/// Source: 立法技术规范（试行）（一）14, 15; for who bears a norm, observed usage.
public struct NormExtractor: Sendable {
  private let vocabulary: NormVocabulary

  /// An extractor that knows the words of the lexicons.
  ///
  /// - Throws: ``LexiconError`` with the first cell at fault.
  public init(lexicons: Lexicons) throws(LexiconError) {
    vocabulary = try NormVocabulary(lexicons: lexicons)
  }

  /// The norms of a document in the order of the text.
  ///
  /// `entities`: the document's entities; bearers point to those that name them.
  public func extract(in context: ExtractionContext, entities: [Entity]) -> [Norm] {
    let layer = ClauseLayer(scalars: context.reading.scalars, blocks: context.blocks)
    let map = WordMap(context: context, entities: entities, vocabulary: vocabulary)
    var reader = NormReader(
      context: context, entities: entities, layer: layer, map: map, vocabulary: vocabulary)
    for (index, block) in context.blocks.enumerated() {
      reader.read(block, sentences: layer.sentencesOfBlock[index])
    }
    return reader.norms
  }
}
