import PolicyExtraction
import PolicyLexicons
import PolicyStructure
import PolicyText

/// 简称与全称: a name that was given a short form, and stands in full again afterwards.
///
/// Source: 立法技术规范（试行）（一）: a short form, once defined, is used throughout.
struct AliasUse: ReviewRule {
  /// A short full name is no longer than its short form is worth; it is left alone.
  private static let shortestName = 6

  /// What may stand right before a name; other words before it make another name of it.
  private let bounds: WordList

  init(lexicons: Lexicons) {
    bounds = WordList(lexicons[.nameBoundaries])
  }

  func findings(in draft: Draft) -> [Finding] {
    let aliases = draft.definitions.filter {
      $0.kind == .alias && $0.meaning.count >= Self.shortestName
        && !draft.scalars[$0.meaning].elementsEqual(draft.scalars[$0.term])
    }
    guard let first = aliases.first else { return [] }
    let names = WordList(aliases.map { String(draft.scalars, in: $0.meaning) })
    let end = draft.context.document.range.upperBound
    var findings: [Finding] = []
    // What stands in quotation marks and titles is quoted as it is.
    var quotes = 0
    var offset = first.range.upperBound
    while offset < end {
      switch draft.scalars[offset] {
      case "《", "“": quotes += 1
      case "》", "”": quotes = max(0, quotes - 1)
      default: break
      }
      guard let match = names.longest(in: draft.scalars, from: offset, to: end),
        quotes == 0, begins(at: offset, in: draft)
      else {
        offset += 1
        continue
      }
      let alias = aliases[match.row]
      if offset >= alias.range.upperBound, let node = sentenceNode(at: offset, in: draft),
        !isInAnnexList(offset, in: draft)
      {
        let name = match.range.lowerBound - shared(alias.meaning.lowerBound, offset, in: draft)
        findings.append(
          Finding(
            .termInconsistent,
            """
            “\(draft.words(name..<match.range.upperBound))”前面已简称“\(draft.words(alias.term))”，\
            这里又用全称。请统一用法。
            """,
            node: node, range: name..<match.range.upperBound))
      }
      offset = match.range.upperBound
    }
    return findings
  }

  /// Whether a name may begin at an offset: after a mark, or after a word that ends no name.
  private func begins(at offset: Int, in draft: Draft) -> Bool {
    let before = draft.scalars[offset - 1]
    return !isIdeograph(before) && !isWordCharacter(before) && before != "）"
      || bounds.longest(in: draft.scalars, endingAt: offset, from: max(0, offset - 6)) != nil
  }

  /// How many words of a name stand before what is known as its meaning, at both places alike: the meaning of
  /// 甲物项和技术许可证 begins behind 和, the name before it.
  private func shared(_ first: Int, _ second: Int, in draft: Draft) -> Int {
    guard first > 0, "和与及、".unicodeScalars.contains(draft.scalars[first - 1]) else { return 0 }
    var length = 0
    var named = 0
    while first - length > 0, length < 20,
      draft.scalars[first - length - 1] == draft.scalars[second - length - 1],
      isIdeograph(draft.scalars[first - length - 1])
    {
      length += 1
      if !"和与及、".unicodeScalars.contains(draft.scalars[first - length]) { named = length }
    }
    return named
  }

  /// How far before a name its list of annexes may begin, in scalars.
  private static let annexListLimit = 300

  /// Whether a name stands in the list of annexes behind a text, as the title of one.
  private func isInAnnexList(_ offset: Int, in draft: Draft) -> Bool {
    var place = offset - 1
    while place > 1, offset - place < Self.annexListLimit, draft.scalars[place] != "。" {
      if draft.scalars[place] == "：", draft.scalars[place - 1] == "件",
        draft.scalars[place - 2] == "附"
      {
        return true
      }
      place -= 1
    }
    return false
  }

  /// The node whose running words an offset lies in; `nil` in a table, a title or a signature.
  private func sentenceNode(at offset: Int, in draft: Draft) -> Int? {
    let blocks = draft.context.blocks
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < blocks.count, blocks[low].range.contains(offset) else { return nil }
    switch draft.context.document.nodes[blocks[low].node].level {
    case .preface, .toc, .table, .signature, .colophon, .note, .attachment: return nil
    default: return blocks[low].role == .heading ? nil : blocks[low].node
    }
  }
}
