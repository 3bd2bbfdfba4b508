internal import PolicyAnalysis
internal import PolicyExtraction
internal import PolicyStructure
internal import PolicyText

/// A document's tree as lines of text: a node a line, joined by branches.
struct TreeDrawing {
  let document: AnalyzedDocument
  let reading: ReadingText
  let terminal: Terminal
  /// Where the words stand in the file.
  var places = PlaceIndex([])

  /// The whole drawing, title first.
  var text: String {
    let nodes = document.document.nodes
    let counts = normCounts()
    var lines = titleLines()
    // For each open node, whether it is the last child: what the branch to its left looks like.
    var branches: [(end: Int, isLast: Bool)] = []
    var page: Int?
    for index in nodes.indices {
      while let end = branches.last?.end, end <= index { branches.removeLast() }
      let parentEnd = branches.last?.end ?? nodes.count
      let isLast = nodes[index].subtreeEnd >= parentEnd
      let trunk = branches.map { $0.isLast ? "   " : "│  " }.joined() + (isLast ? "└─ " : "├─ ")
      // A page is named where it begins.
      let place = places.place(of: reading.span(of: nodes[index].range).start)?.page
      let mark = place == page ? "" : place.map { "  第\($0)页" } ?? ""
      page = place ?? page
      lines.append(
        line(of: nodes[index], trunk: trunk, norms: counts[index], page: mark))
      branches.append((nodes[index].subtreeEnd, isLast))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// For each node, how many norms stand in it and below it.
  private func normCounts() -> [Int] {
    let nodes = document.document.nodes
    var counts = [Int](repeating: 0, count: nodes.count)
    for norm in document.norms { counts[norm.node] += 1 }
    for index in nodes.indices.reversed() {
      if let parent = nodes[index].parent { counts[parent] += counts[index] }
    }
    return counts
  }

  private func titleLines() -> [String] {
    let metadata = document.document.metadata
    let title = terminal.styled(metadata.title.map { "《\($0)》" } ?? "（无标题）", .bold)
    let facts = [
      metadata.documentNumber?.text, metadata.authorityLevel,
      metadata.issuers.isEmpty ? nil : metadata.issuers.joined(separator: "、"),
      document.norms.isEmpty ? nil : "规范\(document.norms.count)条",
      document.findings.isEmpty ? nil : "问题\(document.findings.count)个",
    ].compactMap(\.self)
    return facts.isEmpty
      ? [title] : [title + terminal.styled("　" + facts.joined(separator: " · "), .dim)]
  }

  private func line(of node: Node, trunk: String, norms: Int, page: String) -> String {
    var label = ""
    if let number = node.number {
      label += terminal.styled(reading.words(of: number.range), .cyan)
    } else {
      label += terminal.styled(node.level.chineseName, .dim)
    }
    let count = norms > 0 ? "  [\(norms)]" : ""
    let room = terminal.width - (trunk + count + page).displayWidth
    let used = node.number.map { reading.words(of: $0.range) } ?? node.level.chineseName
    let rest = max(room - used.displayWidth - 1, 12)
    if let heading = node.heading {
      label += " " + terminal.styled(reading.words(of: heading).truncated(toWidth: rest), .bold)
    } else if node.level == .table {
      label += " \(node.table?.rows.count ?? 0)行"
    } else if !node.text.isEmpty {
      // A line or so of the words is enough; no more of a long text is taken apart.
      let range = node.text.prefix(rest)
      let words = reading.words(of: range.lowerBound..<range.upperBound)
      label += " " + (words + (range.count < node.text.count ? "…" : "")).truncated(toWidth: rest)
    }
    return terminal.styled(trunk, .dim) + label + terminal.styled(count, .green)
      + terminal.styled(page, .dim)
  }
}

extension NodeLevel {
  /// What a person calls the level.
  var chineseName: String {
    switch self {
    case .part: "编"
    case .subpart: "分编"
    case .chapter: "章"
    case .section: "节"
    case .article: "条"
    case .paragraph: "款"
    case .item: "项"
    case .subitem: "目"
    case .heading: "标题"
    case .preface: "文首"
    case .preamble: "序言"
    case .toc: "目录"
    case .table: "表"
    case .attachment: "附件"
    case .signature: "落款"
    case .note: "附注"
    case .colophon: "版记"
    }
  }
}
