import PolicyExtraction
import PolicyStructure
import PolicyText

/// 缺附件: annexes that a document lists behind its text (附件：1.… 2.…) and that its source does not have.
///
/// Where some of them are there, each that is not is missing. Where none is, the source is the main text alone, as on
/// web pages that offer annexes for download, and nothing is amiss.
struct AbsentAnnexes: ReviewRule {
  /// The longest list, in scalars.
  private static let longestList = 1500

  func findings(in draft: Draft) -> [Finding] {
    let document = draft.context.document
    let present = document.nodes.filter { $0.level == .attachment }
    guard !present.isEmpty, let list = list(in: document, of: draft) else { return [] }
    let names = ListedAnnexes.names(in: [list.range], of: draft.scalars)
    let numbered = Set(present.compactMap { $0.number?.values.first })
    return names.compactMap { name in
      guard numbered.isEmpty ? name.number > present.count : !numbered.contains(name.number)
      else { return nil }
      return Finding(
        .attachmentMissing,
        "附件说明列有附件\(name.number)“\(draft.words(name.title))”，但来源中没有这个附件的正文。",
        node: list.node, range: name.title)
    }
  }

  /// Where the annexes are listed: from 附件： to the signature or the first annex.
  private func list(
    in document: PolicyDocument, of draft: Draft
  ) -> (node: Int, range: Range<Int>)? {
    let nodes = document.nodes
    guard let node = nodes.firstIndex(where: { begins($0.text, in: draft) }) else { return nil }
    var end = nodes[node].text.upperBound
    for next in nodes[(node + 1)...] {
      guard next.level != .signature, next.level != .attachment, next.level != .colophon,
        next.text.upperBound - nodes[node].text.lowerBound <= Self.longestList
      else { break }
      end = max(end, next.text.upperBound)
    }
    return (node, nodes[node].text.lowerBound..<end)
  }

  private func begins(_ text: Range<Int>, in draft: Draft) -> Bool {
    guard text.count > 4, draft.scalars[text.lowerBound] == "附" else { return false }
    let next = text.lowerBound + 1
    return draft.scalars[next] == "："
      || draft.scalars[next] == "件" && draft.scalars[next + 1] == "："
  }
}
