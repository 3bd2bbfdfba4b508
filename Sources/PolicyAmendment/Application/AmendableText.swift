import PolicyExtraction
import PolicyStructure
import PolicyText

/// 基础文本: the text to be amended, its units by their addresses, and how its layout parts them.
struct AmendableText {
  /// A unit and the stretch of the source that it takes up, with its number and all below it.
  struct Unit: Equatable {
    /// The node; of an article's only paragraph, the article.
    var node: Int
    /// The kind of unit: 条, 款, 项.
    var unit: ReferenceUnit
    /// From its first character to its last.
    var range: Range<Int>
    /// Where its words begin, behind its number and title.
    var words: Int
    /// Its number as the source writes it.
    var number: Range<Int>?
    /// Its number's value; of a paragraph, its place.
    var values: [Int]
  }

  let source: SourceText
  let reading: ReadingText
  let document: PolicyDocument
  let identity: NodeIdentity
  let layout: BaseLayout
  private let articles: [[Int]: [Int]]
  private let children: [[Int]]
  /// The nodes at the top.
  private let roots: [Int]
  /// The articles outside of annexes, in order.
  let articleNodes: [Int]

  var nodes: [Node] { document.nodes }

  init(_ parsed: ParsedSource, document: PolicyDocument) {
    source = parsed.reading.source
    reading = parsed.reading
    self.document = document
    identity = NodeIdentity(document)
    let nodes = document.nodes
    var children = Array(repeating: [Int](), count: nodes.count)
    var roots: [Int] = []
    var articles: [[Int]: [Int]] = [:]
    var articleNodes: [Int] = []
    var annexEnd = 0
    for (index, node) in nodes.enumerated() {
      if let parent = node.parent { children[parent].append(index) } else { roots.append(index) }
      if node.level == .attachment { annexEnd = max(annexEnd, node.subtreeEnd) }
      if node.level == .article, index >= annexEnd, let values = node.number?.values {
        articles[values, default: []].append(index)
        articleNodes.append(index)
      }
    }
    self.children = children
    self.roots = roots
    self.articles = articles
    self.articleNodes = articleNodes
    layout = BaseLayout(reading: parsed.reading, nodes: nodes)
  }

  // MARK: Units

  /// Whether the text has articles; a notice has numbered headings instead.
  var hasArticles: Bool { !articleNodes.isEmpty }

  /// The unit that a node is.
  func unit(of index: Int) -> Unit? {
    let node = nodes[index]
    guard let kind = kind(of: index) else { return nil }
    return Unit(
      node: index, unit: kind, range: offsets(node.range), words: offset(wordsStart(of: index)),
      number: node.number.map { offsets($0.range) }, values: node.number?.values ?? [])
  }

  /// What a node counts as in amending formulas: in a text without articles, 一、 as an article and
  /// （一） as an item.
  private func kind(of index: Int) -> ReferenceUnit? {
    switch nodes[index].level {
    case .part: .part
    case .subpart: .subpart
    case .chapter: .chapter
    case .section: .section
    case .article: .article
    case .paragraph: .paragraph
    case .item: .item
    case .subitem: .subitem
    case .heading:
      switch nodes[index].depth {
      case 1: .article
      case 2: .item
      default: .subitem
      }
    case .attachment: .division
    default: nil
    }
  }

  /// Where the words of a node begin: its own, or those of its first child.
  private func wordsStart(of index: Int) -> Int {
    let node = nodes[index]
    if !node.text.isEmpty { return node.text.lowerBound }
    if index + 1 < node.subtreeEnd { return nodes[index + 1].range.lowerBound }
    return node.heading?.upperBound ?? node.number?.range.upperBound ?? node.range.lowerBound
  }

  /// The children of a node of a level.
  func children(of index: Int, _ level: NodeLevel) -> [Int] {
    children[index].filter { nodes[$0].level == level }
  }

  /// The paragraphs of an article: its nodes, or the article itself as the only one.
  func paragraphs(of index: Int) -> [Unit] {
    let found = children(of: index, .paragraph)
    guard !found.isEmpty else {
      guard var only = unit(of: index) else { return [] }
      only.range = only.words..<max(only.range.upperBound, only.words)
      only.unit = .paragraph
      only.number = nil
      only.values = [1]
      return only.range.isEmpty ? [] : [only]
    }
    return found.enumerated().compactMap { place, node in
      guard var paragraph = unit(of: node) else { return nil }
      paragraph.values = [place + 1]
      return paragraph
    }
  }

  /// The items of a paragraph, an article of one paragraph, or a heading.
  func items(of index: Int) -> [Unit] {
    if nodes[index].level == .heading {
      return children(of: index, .heading).compactMap(unit)
    }
    if nodes[index].level == .attachment { return entries(of: index) }
    let level: NodeLevel = nodes[index].level == .item ? .subitem : .item
    let found = children(of: index, level)
    // 1. right below an article counts as its items.
    return (found.isEmpty && level == .item ? children(of: index, .subitem) : found)
      .compactMap { node in
        var item = unit(of: node)
        if level == .item { item?.unit = .item }
        return item
      }
  }

  /// The numbered entries right below the title of an annex, which are cited as its items (附件第四项)
  /// however they are numbered.
  private func entries(of annex: Int) -> [Unit] {
    children[annex].compactMap { node in
      switch nodes[node].level {
      case .item, .subitem, .heading: break
      default: return nil
      }
      var entry = unit(of: node)
      entry?.unit = .item
      return entry
    }
  }

  // MARK: Looking up

  /// The units beside each other that an address counts among, and the unit that holds them.
  func unit(at address: UnitAddress) -> Result<Unit, Refusal> {
    switch address.root {
    case .preamble: return preamble(address)
    case .attachment(let number): return attachment(number, address)
    case .body: break
    }
    guard !address.steps.isEmpty else { return .failure(.unclear(address.citation)) }
    var current: Unit?
    for (place, step) in address.steps.enumerated() {
      switch self.step(step, below: current) {
      case .success(let unit): current = unit
      case .failure:
        let missing = UnitAddress(.body, Array(address.steps[...place]))
        return .failure(.missing(missing.citation))
      }
    }
    return current.map(Result.success) ?? .failure(.missing(address.citation))
  }

  private func step(_ step: UnitStep, below unit: Unit?) -> Result<Unit, Refusal> {
    let found: [Unit]
    switch step.unit {
    case .article:
      if hasArticles {
        found = (articles[step.values] ?? []).compactMap(self.unit)
      } else {
        found = headings(depth: 1, step.values)
      }
    case .division: found = headings(depth: 1, step.values)
    case .part, .subpart, .chapter, .section: found = divisions(step, below: unit)
    case .paragraph:
      guard let unit else { return .failure(.unclear("")) }
      found = paragraphs(of: unit.node).filter { $0.values == step.values }
    case .item, .subitem:
      guard let unit else { return .failure(.unclear("")) }
      found = itemHolders(of: unit).flatMap { items(of: $0) }.filter { $0.values == step.values }
    }
    guard found.count == 1 else {
      return .failure(found.isEmpty ? .missing("") : .ambiguous(""))
    }
    return .success(found[0])
  }

  /// The nodes whose items an address below a unit may mean: of an article, each of its paragraphs.
  func itemHolders(of unit: Unit) -> [Int] {
    guard unit.unit == .article, nodes[unit.node].level == .article else { return [unit.node] }
    let paragraphs = children(of: unit.node, .paragraph)
    return paragraphs.isEmpty ? [unit.node] : paragraphs.filter { !items(of: $0).isEmpty }
  }

  private func headings(depth: Int, _ values: [Int]) -> [Unit] {
    nodes.indices.filter {
      nodes[$0].level == .heading && nodes[$0].depth == depth && nodes[$0].number?.values == values
        && !isInAnnex($0)
    }.compactMap(unit)
  }

  /// Whether a node stands in an annex.
  func isInAnnex(_ index: Int) -> Bool {
    var current = nodes[index].parent
    while let parent = current {
      if nodes[parent].level == .attachment { return true }
      current = nodes[parent].parent
    }
    return false
  }

  private func divisions(_ step: UnitStep, below unit: Unit?) -> [Unit] {
    let within =
      unit.map { $0.node + 1..<nodes[$0.node].subtreeEnd } ?? nodes.startIndex..<nodes.endIndex
    return within.filter { index in
      kind(of: index) == step.unit && nodes[index].number?.values == step.values
        && !isInAnnex(index)
    }.compactMap(self.unit)
  }

  private func attachment(_ number: Int?, _ address: UnitAddress) -> Result<Unit, Refusal> {
    let all = nodes.indices.filter { nodes[$0].level == .attachment }
    let found = all.filter { index in
      let values = nodes[index].number?.values ?? []
      return number.map { values == [$0] || values.isEmpty && all.count == 1 && $0 == 1 } ?? true
    }
    guard found.count == 1, let annex = unit(of: found[0]) else {
      return .failure(found.isEmpty ? .missing(address.citation) : .ambiguous(address.citation))
    }
    var current = annex
    for step in address.steps {
      let inside = nodes.indices.filter {
        $0 > annex.node && $0 < nodes[annex.node].subtreeEnd
          && nodes[$0].number?.values == step.values
          && (kind(of: $0) == step.unit || nodes[$0].level == .heading
            || step.unit == .item && nodes[$0].level == .subitem && nodes[$0].parent == annex.node)
      }.filter { $0 > current.node && $0 < nodes[current.node].subtreeEnd }
      guard inside.count == 1, let next = unit(of: inside[0]) else {
        return .failure(inside.isEmpty ? .missing(address.citation) : .ambiguous(address.citation))
      }
      current = next
      if nodes[next.node].parent == annex.node { current.unit = .item }
    }
    return .success(current)
  }

  private func preamble(_ address: UnitAddress) -> Result<Unit, Refusal> {
    let found = roots.filter { nodes[$0].level == .preamble }
    // 序言 may stand as a unit of its own, with paragraphs before 第一章.
    let paragraphs =
      found.isEmpty
      ? roots.prefix { nodes[$0].level != .chapter }.filter { nodes[$0].level == .paragraph }
      : found
    var lines: [Unit] = []
    for index in paragraphs {
      let range = offsets(nodes[index].range)
      for line in source.lines(in: range) {
        lines.append(
          Unit(
            node: index, unit: .paragraph, range: line, words: line.lowerBound, number: nil,
            values: [lines.count + 1]))
      }
    }
    guard let step = address.steps.first else {
      guard let first = lines.first, let last = lines.last else {
        return .failure(.missing(address.citation))
      }
      var whole = first
      whole.range = first.range.lowerBound..<last.range.upperBound
      return .success(whole)
    }
    return lines.first { $0.values == step.values }.map(Result.success)
      ?? .failure(.missing(address.citation))
  }

  // MARK: Offsets

  /// The stretch of the source that a stretch of the reading text takes up.
  func offsets(_ range: Range<Int>) -> Range<Int> {
    let span = reading.span(of: range)
    return span.start..<span.end
  }

  /// The stretch of the reading text that a stretch of the source holds.
  func readingRange(of range: Range<Int>) -> Range<Int> {
    let start = firstReading(from: range.lowerBound)
    return start..<max(start, firstReading(from: range.upperBound))
  }

  private func firstReading(from origin: Int) -> Int {
    var (low, high) = (0, reading.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(reading.origins[middle]) < origin { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func offset(_ place: Int) -> Int {
    place < reading.count ? Int(reading.origins[place]) : source.scalars.count
  }
}

extension SourceText {
  /// The lines of a stretch that hold words, without white space around them.
  func lines(in range: Range<Int>) -> [Range<Int>] {
    scalars[range].split(whereSeparator: isLineBreak).compactMap { line in
      guard let first = line.indices.first(where: { !isSpace(folded(line[$0])) }),
        let last = line.indices.last(where: { !isSpace(folded(line[$0])) })
      else { return nil }
      return first..<last + 1
    }
  }
}
