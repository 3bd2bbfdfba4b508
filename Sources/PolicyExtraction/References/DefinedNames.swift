import PolicyLexicons
public import PolicyText

/// 简称表: the names that a document defines by 以下简称, and what they stand for.
///
/// The map holds for the whole document: a name is explained where it is first used.
public final class DefinedNames: Sendable {
  /// For each name as written, without 《》 and quotation marks, what it stands for.
  public let meanings: [String: Range<Int>]
  /// Where names are defined, in the order of the text.
  package let terms: [Range<Int>]
  /// The names, without brackets, that stand for documents (《…》); rows point into ``documents``.
  let documentNames: WordList
  /// For each of the names of documents, how long it is and what it stands for.
  let documents: [(name: [Unicode.Scalar], meaning: Range<Int>)]

  /// The names that definitions give.
  public init(_ definitions: [Definition], in reading: ReadingText) {
    var meanings: [String: Range<Int>] = [:]
    var terms: [Range<Int>] = []
    var names: [String] = []
    var documents: [(name: [Unicode.Scalar], meaning: Range<Int>)] = []
    for definition in definitions where definition.kind == .alias {
      terms.append(definition.term)
      let isTitle = reading.scalars[definition.meaning].first == "《"
      let bare = Self.withoutBrackets(definition.term, in: reading)
      let name = Self.words(bare, in: reading)
      if meanings[name] == nil { meanings[name] = definition.meaning }
      if isTitle, !bare.isEmpty {
        names.append(name)
        documents.append((Array(reading.scalars[bare]), definition.meaning))
      }
    }
    self.meanings = meanings
    self.terms = terms
    documentNames = WordList(names)
    self.documents = documents
  }

  /// What a name stands for, if it is defined.
  public func meaning(of name: String) -> Range<Int>? { meanings[name] }

  /// Whether a name of a document is nothing but the word of a kind: 办法, 条例.
  func isPlainType(_ row: Int, _ types: WordList) -> Bool {
    let name = documents[row].name
    return types.longest(in: name, from: 0, to: name.count)?.range.count == name.count
  }

  /// A name without 《》 around it.
  package static func withoutBrackets(_ range: Range<Int>, in reading: ReadingText) -> Range<Int> {
    guard range.count > 2, reading.scalars[range.lowerBound] == "《",
      reading.scalars[range.upperBound - 1] == "》"
    else { return range }
    return range.lowerBound + 1..<range.upperBound - 1
  }

  private static func words(_ range: Range<Int>, in reading: ReadingText) -> String {
    String(reading.scalars, in: range)
  }
}
