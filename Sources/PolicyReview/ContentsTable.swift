import PolicyExtraction
import PolicyLexicons
import PolicyStructure
import PolicyText

/// 目录与正文: chapters that the table of contents names otherwise than the text, or that one of them lacks.
///
/// Compared are 编, 章 and 节 by number and title; page numbers, dots and spaces do not count.
struct ContentsTable: ReviewRule {
  /// A line of the contents, or a heading of the text.
  private struct Entry {
    let number: ArraySlice<Unicode.Scalar>
    let title: [Unicode.Scalar]
    let node: Int
    let range: Range<Int>
  }

  func findings(in draft: Draft) -> [Finding] {
    let nodes = draft.context.document.nodes
    guard let contents = nodes.firstIndex(where: { $0.level == .toc }) else { return [] }
    let body = headings(of: nodes, after: contents, in: draft)
    let listed = entries(of: contents, levels: Set(body.map { $0.number.last }), in: draft)
    guard !listed.isEmpty, !body.isEmpty else { return [] }
    return compare(listed, with: body, in: draft)
  }

  private func headings(of nodes: [Node], after contents: Int, in draft: Draft) -> [Entry] {
    nodes.indices.compactMap { index in
      let node = nodes[index]
      switch node.level {
      case .part, .subpart, .chapter, .section:
        guard index > contents, let number = node.number else { return nil }
        return Entry(
          number: draft.scalars[number.range],
          title: title(
            draft.scalars[node.heading ?? node.range.lowerBound..<node.range.lowerBound]),
          node: index,
          range: number.range.lowerBound..<(node.heading?.upperBound ?? number.range.upperBound))
      default: return nil
      }
    }
  }

  /// The lines of the contents: 第…章 with what follows up to the next.
  private func entries(
    of contents: Int, levels: Set<Unicode.Scalar?>, in draft: Draft
  ) -> [Entry] {
    let scalars = draft.scalars
    let range = draft.context.document.nodes[contents].range
    var starts: [(start: Int, numberEnd: Int)] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      if scalars[offset] == "第", let end = numberEnd(from: offset, to: range.upperBound, scalars) {
        starts.append((offset, end))
        offset = end
      } else {
        offset += 1
      }
    }
    return starts.indices.compactMap { index in
      let (start, numberEnd) = starts[index]
      let end = index + 1 < starts.count ? starts[index + 1].start : range.upperBound
      let number = scalars[start..<numberEnd]
      guard levels.contains(number.last) else { return nil }
      return Entry(
        number: number, title: title(scalars[numberEnd..<end]), node: contents, range: start..<end)
    }
  }

  /// Where 第十二章 ends that begins at an offset, if it does.
  private func numberEnd(from start: Int, to limit: Int, _ scalars: [Unicode.Scalar]) -> Int? {
    var offset = start + 1
    while offset < limit, NumeralCharacter(scalars[offset]) != .none, offset - start < 10 {
      offset += 1
    }
    guard offset > start + 1, offset < limit else { return nil }
    switch scalars[offset] {
    case "编", "章", "节": return offset + 1
    case "分": return offset + 1 < limit && scalars[offset + 1] == "编" ? offset + 2 : nil
    default: return nil
    }
  }

  /// A title without spaces, dots and the page number.
  private func title(_ words: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    var title = words.filter { isIdeograph($0) || isWordCharacter($0) }
    while let last = title.last, ("0"..."9").contains(last) { title.removeLast() }
    return title
  }

  private func compare(
    _ listed: [Entry], with body: [Entry], in draft: Draft
  ) -> [Finding] {
    var findings: [Finding] = []
    var next = 0
    for entry in listed {
      guard
        let match = body[next...].firstIndex(where: { $0.number.elementsEqual(entry.number) })
      else {
        findings.append(
          finding(entry, "目录中的“\(draft.words(entry.range))”在正文中没有。请核对目录。"))
        continue
      }
      for skipped in body[next..<match] {
        findings.append(
          finding(skipped, "正文中的“\(draft.words(skipped.range))”没有列入目录。请核对目录。"))
      }
      if body[match].title != entry.title {
        findings.append(
          finding(
            entry,
            "目录中是“\(draft.words(entry.range))”，正文中是“\(draft.words(body[match].range))”。请统一。"))
      }
      next = match + 1
    }
    findings += body[next...].map {
      finding($0, "正文中的“\(draft.words($0.range))”没有列入目录。请核对目录。")
    }
    return findings
  }

  private func finding(_ entry: Entry, _ message: String) -> Finding {
    Finding(.contentsMismatch, message, node: entry.node, range: entry.range)
  }
}
