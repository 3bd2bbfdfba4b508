public import PolicyLexicons
import PolicyStructure
import PolicyText

/// Finds definitions (本办法所称X，是指…) and aliases (（以下简称X）) in one pass over the running words.
///
/// Source: `definitions`, References; 立法技术规范（试行）（一） on definitions.
public final class DefinitionExtractor: Sendable {
  /// What a word of the list does.
  enum Role: String, CaseIterable {
    /// 以下简称.
    case alias
    /// 是指.
    case meaning
    /// 包括: only after 所称.
    case extent
    /// 指导: words that begin with 指 and define nothing.
    case compound
  }

  let words: WordList
  let roles: [Role]
  /// 由, 对: what ends a name on its left.
  let boundaries: WordList

  /// An extractor with the words of some lexicons.
  ///
  /// - Throws: ``LexiconError`` with the first cell that cannot be understood.
  public init(lexicons: Lexicons) throws(LexiconError) {
    words = WordList(lexicons[.definitionMarkers])
    roles = try lexicons[.definitionMarkers].values(of: "role")
    boundaries = WordList(lexicons[.nameBoundaries])
  }

  /// The definitions of a document in the order of the text.
  public func extract(in context: ExtractionContext) -> [Definition] {
    var definitions: [Definition] = []
    var glossary = Glossary(document: context.document, scalars: context.reading.scalars)
    for block in context.blocks where block.role != .heading {
      switch context.document.nodes[block.node].level {
      case .preface, .toc, .signature, .colophon: continue
      default: break
      }
      var scanner = DefinitionScanner(
        extractor: self, scalars: context.reading.scalars, block: block,
        listEnd: context.document.nodes[block.node].range.upperBound)
      scanner.scan()
      glossary.note(block)
      if scanner.definitions.isEmpty,
        let explained = glossary.definition(of: block, in: context.document)
      {
        definitions.append(explained)
      }
      definitions.append(contentsOf: scanner.definitions)
    }
    return definitions
  }
}
