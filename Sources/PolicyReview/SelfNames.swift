import PolicyExtraction
import PolicyLexicons
import PolicyStructure
import PolicyText

/// 自称: a text that calls itself by the name of another kind (本规定 in a text that is a 办法), as is left behind when a
/// draft changes its kind.
///
/// What stands in quotation marks and annexes is others' words: an amending decision quotes 本法.
struct SelfNames: ReviewRule {
  private enum Kind: String, CaseIterable {
    case name, lookalike
  }

  private let names: WordList
  private let lookalikes: WordList
  private let notNames: WordList

  init(lexicons: Lexicons) throws(LexiconError) {
    let lexicon = lexicons[.selfNames]
    let kinds = try lexicon.values(of: "kind", as: Kind.self)
    names = WordList(zip(lexicon.rows, kinds).filter { $1 == .name }.map { $0.0[0] })
    lookalikes = WordList(zip(lexicon.rows, kinds).filter { $1 == .lookalike }.map { $0.0[0] })
    notNames = WordList(lexicons[.lawNameFalseFriends])
  }

  func findings(in draft: Draft) -> [Finding] {
    let document = draft.context.document
    guard draft.isInArticles, let type = document.metadata.type,
      let title = document.metadata.title,
      names.longest(in: type.foldedScalars, from: 0, to: type.unicodeScalars.count)?.range.count
        == type.unicodeScalars.count
    else { return [] }
    // A title with two kinds (…条例实施办法) may call itself by either.
    return draft.context.blocks.flatMap { block in
      findings(in: block, of: draft, type: type, title: title)
    }
  }

  private func findings(
    in block: TextBlock, of draft: Draft, type: String, title: String
  ) -> [Finding] {
    guard isOwn(block.node, in: draft.context.document.nodes) else { return [] }
    let scalars = draft.scalars
    var findings: [Finding] = []
    var quotes = OpenQuotes(in: block, of: draft)
    var next = block.range.lowerBound
    while let offset = scalars.offset(of: "本", in: next..<block.range.upperBound) {
      next = offset + 1
      guard
        let name = names.longest(in: scalars, from: offset + 1, to: block.range.upperBound),
        lookalikes.longest(in: scalars, endingAt: offset + 1, from: block.range.lowerBound) == nil,
        // 法规 and 法律 are other words; 本办法规定 is what a 办法 says.
        name.range.count > 1
          || notNames.longest(
            in: scalars, from: name.range.upperBound, to: block.range.upperBound) == nil
      else { continue }
      let word = draft.words(name.range)
      guard word != type, !title.contains(word), !quotes.hold(offset) else { continue }
      findings.append(
        Finding(
          .selfName, "本文件是“\(type)”，这里自称“本\(word)”。请核对是否应为“本\(type)”。",
          node: block.node, range: offset..<name.range.upperBound))
    }
    return findings
  }

  /// Whether a node belongs to the text itself, not to an annex.
  private func isOwn(_ node: Int, in nodes: [Node]) -> Bool {
    var ancestor: Int? = node
    while let index = ancestor {
      if nodes[index].level == .attachment { return false }
      ancestor = nodes[index].parent
    }
    return true
  }
}

extension String {
  fileprivate var foldedScalars: [Unicode.Scalar] { unicodeScalars.map { folded($0) } }
}
