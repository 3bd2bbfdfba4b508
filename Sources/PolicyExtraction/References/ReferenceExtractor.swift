public import PolicyLexicons
import PolicyStructure
import PolicyText

/// Finds the references of a document: one pass over its running words, left to right, in which each
/// kind of reference has its own opening character.
///
/// A class, since every block's scanner holds it: a copy of a reference costs nothing.
///
/// Source: `definitions`, References; 立法技术规范（试行）（一） on citing; observed in official documents.
public final class ReferenceExtractor: Sendable {
  let documentTypes: WordList
  let formEndings: WordList
  let unitFalseFriends: WordList
  let lawFalseFriends: WordList
  let titles: TitleGrammar
  let numbers: DocumentNumberReader
  let generics: GenericReferenceGrammar
  /// The scalars that a reference, or a quotation, may open with; laws and defined names apart.
  let openers: ScalarSet

  /// An extractor with the words of some lexicons.
  ///
  /// - Throws: ``LexiconError`` with the first cell that cannot be understood.
  public init(lexicons: Lexicons) throws(LexiconError) {
    documentTypes = WordList(lexicons[.documentTypes])
    formEndings = WordList(lexicons[.formTitleEndings])
    unitFalseFriends = WordList(lexicons[.unitFalseFriends])
    lawFalseFriends = WordList(lexicons[.lawNameFalseFriends])
    titles = TitleGrammar(lexicons: lexicons)
    numbers = DocumentNumberReader(lexicons: lexicons)
    generics = try GenericReferenceGrammar(lexicons: lexicons)
    openers = ScalarSet("“”《第前上本该同附〔[［【（令告字规有相表0123456789".unicodeScalars)
  }

  /// The references of a document in the order of the text.
  ///
  /// `definitions`: of the same document; names that they define are known as references,
  /// and the defining words themselves are none.
  public func extract(
    in context: ExtractionContext, definitions: [Definition]
  ) -> [ReferenceMention] {
    let aliases = DefinedNames(definitions, in: context.reading)
    let laws = context.otherHits.filter { $0.list == .lawNames }
    var mentions: [ReferenceMention] = []
    var lawIndex = 0
    var definedTerm = 0
    let features = ReferenceScanner.Features(context.document)
    for block in context.blocks where Self.mayRefer(block, in: context.document) {
      var scanner = ReferenceScanner(
        extractor: self, scalars: context.reading.scalars, block: block, aliases: aliases,
        laws: laws, lawIndex: lawIndex, definedTerm: definedTerm, features: features)
      scanner.scan()
      mentions.append(contentsOf: scanner.mentions)
      lawIndex = scanner.lawIndex
      definedTerm = scanner.definedTerm
    }
    return mentions
  }

  /// Whether a block says something: titles, contents and signatures only name.
  private static func mayRefer(_ block: TextBlock, in document: PolicyDocument) -> Bool {
    switch document.nodes[block.node].level {
    case .preface, .toc, .signature, .colophon: false
    case .attachment: block.role != .heading
    default: true
    }
  }
}
