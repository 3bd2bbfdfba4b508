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
    let names = ListedAnnexes.names(in: list.lines, of: draft.scalars)
    let numbered = Set(present.compactMap { $0.number?.values.first })
    return names.compactMap { name in
      guard numbered.isEmpty ? name.number > present.count : !numbered.contains(name.number),
        !standsAgain(name.number, name.title, in: draft)
      else { return nil }
      return Finding(
        .attachmentMissing,
        "附件说明列有附件\(name.number)“\(draft.words(name.title))”，但来源中没有这个附件的正文。",
        node: list.node, range: name.title)
    }
  }

  /// The lines that list the annexes: from 附件： to the signature or the first annex.
  private func list(
    in document: PolicyDocument, of draft: Draft
  ) -> (node: Int, lines: [Range<Int>])? {
    let nodes = document.nodes
    guard let node = nodes.firstIndex(where: { begins($0.text, in: draft) }) else { return nil }
    var lines = [nodes[node].text]
    for next in nodes[(node + 1)...] {
      guard next.level != .signature, next.level != .attachment, next.level != .colophon,
        next.text.upperBound - nodes[node].text.lowerBound <= Self.longestList
      else { break }
      if !next.text.isEmpty { lines.append(next.text) }
    }
    return (node, lines)
  }

  /// Whether the label or the title of an annex stands somewhere behind its name in the list: in a text that is run
  /// together annexes are no nodes of their own.
  private func standsAgain(_ number: Int, _ title: Range<Int>, in draft: Draft) -> Bool {
    let scalars = draft.scalars
    let opening = scalars[title.prefix(Self.titleStart)]
    let digits = Array(String(number).unicodeScalars)
    for offset in opening.endIndex..<scalars.count {
      if scalars[offset] == opening.first, scalars[offset...].starts(with: opening) { return true }
      guard scalars[offset] == "附" else { continue }
      var start = offset + 1
      if start < scalars.count, scalars[start] == "件" || scalars[start] == "表" { start += 1 }
      let end = start + digits.count
      if scalars[start...].starts(with: digits),
        end == scalars.count || !("0"..."9").contains(scalars[end])
      {
        return true
      }
    }
    return false
  }

  /// So many words of a title tell it.
  private static let titleStart = 10

  private func begins(_ text: Range<Int>, in draft: Draft) -> Bool {
    guard text.count > 4, draft.scalars[text.lowerBound] == "附" else { return false }
    let next = text.lowerBound + 1
    return draft.scalars[next] == "："
      || draft.scalars[next] == "件" && draft.scalars[next + 1] == "："
  }
}
