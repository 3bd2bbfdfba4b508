internal import PolicyLexicons

/// 列举引导词: the words that lead to a list of indicators (`lexicons/indicator-list-leads.tsv`).
struct ListLeads: Sendable {
  private let leads: WordList
  /// 建设, 理由: words that hold a lead of one character.
  private let lookalikes: WordList

  init(_ lexicon: Lexicon) {
    leads = WordList(lexicon.rows.filter { $0[1] == "lead" }.map { $0[0] })
    lookalikes = WordList(lexicon.rows.filter { $0[1] == "lookalike" }.map { $0[0] })
  }

  /// The lead that begins at an offset, unless it is part of a lookalike.
  func lead(at offset: Int, to limit: Int, in text: [Unicode.Scalar]) -> Range<Int>? {
    guard leads.begins(with: text[offset]),
      let lead = leads.longest(in: text, from: offset, to: limit)?.range
    else { return nil }
    guard lead.count == 1 else { return lead }
    let end = lead.upperBound
    let isPart =
      lookalikes.longest(in: text, from: offset, to: min(text.count, end + 1)) != nil
      || lookalikes.longest(in: text, endingAt: end, from: max(0, offset - 1)) != nil
    return isPart ? nil : lead
  }
}
