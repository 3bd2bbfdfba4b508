import PolicyExtraction
import PolicyLexicons
import PolicyStructure
import PolicyText

/// 用词规范: words that the drafting rules for legislation replace by others (应 → 应当, 严禁 → 禁止, 帐户 → 账户).
///
/// A marker of modality is reported only where it governs a norm. Only texts in articles are held to these rules, and
/// words in quotation marks and book title marks are others' words. A word that a text uses all along is told of once,
/// with how often and where; judicial interpretations have a usage of their own (但…的除外).
///
/// Source: 立法技术规范（试行）（一）14, 15, 16; （二）. The words stand in `lexicons/drafting-words.tsv`.
struct DraftingWords: ReviewRule {
  /// Where a word is out of place.
  private enum Use: String, CaseIterable {
    /// As the marker of a norm.
    case marker
    /// At the start of a clause that makes an exception (但…的除外).
    case proviso
    /// Anywhere.
    case anywhere
  }

  private let words: WordList
  /// 不准确, 应用: longer words that begin as a marker does.
  private let falseFriends: WordList
  private let uses: [Use]
  private let preferred: [String]

  init(lexicons: Lexicons) throws(LexiconError) {
    let lexicon = lexicons[.draftingWords]
    words = WordList(lexicon)
    falseFriends = WordList(lexicons[.falseFriends])
    uses = try lexicon.values(of: "use", as: Use.self)
    let column = try lexicon.column("preferred")
    preferred = lexicon.rows.map { $0[column] }
  }

  func findings(in draft: Draft) -> [Finding] {
    guard draft.isInArticles, draft.context.document.metadata.authorityLevel != "司法解释"
    else { return [] }
    return gathered(markers(in: draft) + running(in: draft), in: draft)
  }

  /// A word that stands so often is the usage of a text, and one finding tells of all its places.
  private static let usage = 4

  /// One finding for each word that is the usage of the text, at its first place.
  private func gathered(_ found: [Found], in draft: Draft) -> [Finding] {
    var places: [Int: [Found]] = [:]
    for one in found { places[one.row, default: []].append(one) }
    return places.values.flatMap { same -> [Finding] in
      guard same.count >= Self.usage else { return same.map { finding($0, in: draft) } }
      let ordered = same.sorted { $0.range.lowerBound < $1.range.lowerBound }
      return [finding(ordered[0], others: ordered, in: draft)]
    }
  }

  /// A word out of place, by its row in the lexicon.
  private struct Found {
    let row: Int
    let node: Int
    let range: Range<Int>
  }

  private func markers(in draft: Draft) -> [Found] {
    draft.norms.compactMap { norm in
      guard let marker = norm.marker,
        let match = words.longest(
          in: draft.scalars, from: marker.lowerBound, to: marker.upperBound),
        match.range == marker, uses[match.row] == .marker, !isSetPhrase(after: marker, in: draft),
        falseFriends.longest(
          in: draft.scalars, from: marker.lowerBound, to: draft.scalars.count)?.range.count ?? 0
          <= marker.count
      else { return nil }
      return Found(row: match.row, node: norm.node, range: match.range)
    }
  }

  private func running(in draft: Draft) -> [Found] {
    var findings: [Found] = []
    for block in draft.context.blocks {
      if case .cell = block.role { continue }
      var quotes = OpenQuotes(in: block, of: draft)
      // What begins within a word that was found is no word.
      var end = block.range.lowerBound
      for offset in block.range
      where words.mayBegin(with: draft.scalars[offset]) && offset >= end {
        guard
          let match = words.longest(in: draft.scalars, from: offset, to: block.range.upperBound),
          isOutOfPlace(match, in: block, of: draft), !isPreferred(match, in: draft),
          !quotes.hold(offset)
        else { continue }
        findings.append(Found(row: match.row, node: block.node, range: match.range))
        end = match.range.upperBound
      }
    }
    return findings
  }

  /// Whether a word is one that the rules replace where it stands.
  private func isOutOfPlace(
    _ match: WordList.Match, in block: TextBlock, of draft: Draft
  ) -> Bool {
    switch uses[match.row] {
    case .anywhere: true
    case .proviso:
      startsClause(match.range.lowerBound, in: block, of: draft)
        && makesException(from: match.range.upperBound, in: block, of: draft)
    case .marker: false
    }
  }

  private func startsClause(_ offset: Int, in block: TextBlock, of draft: Draft) -> Bool {
    guard offset > block.range.lowerBound else { return true }
    switch draft.scalars[offset - 1] {
    case "，", "；", "。": return true
    default: return false
    }
  }

  /// 应予 is a word of its own.
  private func isSetPhrase(after marker: Range<Int>, in draft: Draft) -> Bool {
    marker.upperBound < draft.scalars.count && draft.scalars[marker.upperBound] == "予"
  }

  /// Whether a clause ends the sentence with 除外.
  private func makesException(from start: Int, in block: TextBlock, of draft: Draft) -> Bool {
    let scalars = draft.scalars
    let end =
      scalars[start..<block.range.upperBound].firstIndex { $0 == "。" || $0 == "；" }
      ?? block.range.upperBound
    return end - start > 2 && scalars[end - 2] == "除" && scalars[end - 1] == "外"
  }

  /// Whether the word goes on to its preferred form (但 to 但是).
  private func isPreferred(_ match: WordList.Match, in draft: Draft) -> Bool {
    let longer = Array(preferred[match.row].unicodeScalars)
    let end = match.range.lowerBound + longer.count
    return end <= draft.scalars.count
      && draft.scalars[match.range.lowerBound..<end].elementsEqual(longer)
  }

  private func finding(_ found: Found, others: [Found] = [], in draft: Draft) -> Finding {
    var message = "立法技术规范用“\(preferred[found.row])”，不用“\(draft.words(found.range))”"
    if !others.isEmpty {
      message += "：全文共\(others.count)处"
      let named = articles(of: others, in: draft)
      if !named.isEmpty {
        message +=
          "（" + named.prefix(Self.namedPlaces).joined(separator: "、")
          + (named.count > Self.namedPlaces ? "等\(named.count)条" : "") + "）"
      }
    }
    return Finding(.draftingWord, message + "。", node: found.node, range: found.range)
  }

  /// No more articles than these are named.
  private static let namedPlaces = 8

  /// The articles that words stand in, as they are numbered, each once.
  private func articles(of found: [Found], in draft: Draft) -> [String] {
    let nodes = draft.context.document.nodes
    var named: [String] = []
    for one in found {
      var node: Int? = one.node
      while let index = node, nodes[index].level != .article { node = nodes[index].parent }
      guard let range = node.flatMap({ nodes[$0].number?.range }) else { continue }
      let words = draft.words(range)
      if named.last != words { named.append(words) }
    }
    return named
  }
}
