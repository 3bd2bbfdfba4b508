import PolicyExtraction
import PolicyLexicons
import PolicyStructure
import PolicyText

/// Goes through the references of a document in order, and remembers which documents were named.
struct ResolutionPass {
  /// A document that was named, and its number.
  private struct Named {
    var title: String?
    var number: String?
    var node: Int
  }

  let resolver: ReferenceResolver
  let reading: ReadingText
  let document: PolicyDocument
  let names: DefinedNames
  private(set) var references: [Reference] = []
  private(set) var rules: [ReferenceMention.Rule] = []
  private(set) var findings: [Finding] = []

  private let finder: UnitFinder
  private let ownTitle: String?
  private let isIssuing: Bool
  /// The numbers that were said with titles.
  private var numbers: [String: String] = [:]
  private var lastNamed: Named?
  /// The way to the unit of this document that was named last, from its article down, and the node that named it.
  private var lastUnit: (node: Int, path: UnitPath)?
  /// For each node, the reference to an article of this document that came last in it.
  private var citedArticles: [Int: ReferenceMention] = [:]
  /// Of an amending document, the one that it amends here.
  private var amended: Named?
  private let isAmending: Bool
  private let listedAnnexes: ListedAnnexNumbers
  /// How far the words of the last node were looked at, and whether a sentence ended in them.
  private var sentences = (start: 0, end: 0, hasEnded: false)

  init(
    resolver: ReferenceResolver, reading: ReadingText, document: PolicyDocument,
    names: DefinedNames
  ) {
    self.resolver = resolver
    self.reading = reading
    self.document = document
    self.names = names
    finder = UnitFinder(document)
    listedAnnexes = ListedAnnexNumbers(document, in: reading)
    let title = document.metadata.title ?? ""
    ownTitle = document.metadata.title.map(DocumentTitle.comparable)
    isIssuing =
      title.contains(words: "印发") || title.contains(words: "转发")
      || title.contains(words: "发布")
    isAmending =
      title.contains(words: "修改") || title.contains(words: "修正案")
      || title.contains(words: "修订《")
    if isAmending, let inner = DocumentTitle.quoted(in: title) {
      amended = Named(title: inner, number: nil, node: -1)
    }
  }

  // MARK: Each kind of reference

  mutating func resolve(_ mention: ReferenceMention) {
    switch mention.anchor {
    case .generic: add(mention, [], .generic)
    case .title(let words, let number): resolveTitle(mention, words, number)
    case .law(let words): resolveLaw(mention, words)
    case .number(let words):
      external(mention, Named(title: nil, number: compact(words), node: mention.node))
    case .this: resolveUnits(mention, from: nil, carries: amended)
    case .bare: resolveBare(mention)
    case .last:
      if let lastNamed { external(mention, lastNamed) } else { missing(mention) }
    case .table(let number):
      let tables = document.nodes.indices.filter { document.nodes[$0].level == .table }
      if number >= 1, number <= tables.count {
        add(mention, [.node(tables[number - 1])], .resolved)
      }
    case .decimal(let values):
      // A number that is no unit's is an amount.
      let nodes = finder.index.units(.heading, values, zone: finder.index.zone(of: mention.node))
      if let node = nodes.first(where: { document.nodes[$0].number?.style == .decimal }) {
        add(mention, [.node(node)], .resolved)
      }
    case .annexes(let numbers): resolveAnnexes(mention, numbers)
    case .enclosing(let unit):
      guard let node = finder.enclosing(unit, at: mention) else { return missing(mention) }
      resolveUnits(mention, from: [node], carries: nil)
    case .previous(let unit, let count):
      let isLaterSentence = isLaterSentence(mention)
      let nodes = finder.previous(
        unit, count: count, at: mention, isLaterSentence: isLaterSentence)
      guard !nodes.isEmpty else { return missing(mention) }
      resolveUnits(mention, from: nodes, carries: nil)
    }
  }

  private mutating func resolveTitle(
    _ mention: ReferenceMention, _ words: Range<Int>, _ number: Range<Int>?
  ) {
    var named = named(compact(words), number: number.map { compact($0) }, at: mention.node)
    if let annex = annex(titled: words) { return add(mention, [.node(annex)], .resolved) }
    if isForm(words) { return }
    if let title = named.title, DocumentTitle.comparable(title) == ownTitle, !mention.units.isEmpty
    {
      return resolveUnits(mention, from: nil, carries: nil)
    }
    named.node = mention.node
    let mayAmend = isAmending || ownTitle == nil && !finder.index.hasArticles(in: -1)
    if mayAmend, !mention.isQuoted, isAmended(mention) { amended = named }
    external(mention, named)
  }

  private mutating func resolveLaw(_ mention: ReferenceMention, _ words: Range<Int>) {
    external(mention, named(compact(words), number: nil, at: mention.node))
  }

  /// A document by the name that the text uses: aliases are spelled out.
  private mutating func named(_ name: String, number: String?, at node: Int) -> Named {
    var title = name
    if let meaning = names.meaning(of: name), reading.scalars[meaning].first == "《" {
      title = compact(DefinedNames.withoutBrackets(meaning, in: reading))
    }
    if let number { numbers[title] = number }
    return Named(title: title, number: number ?? numbers[title], node: node)
  }

  private mutating func resolveBare(_ mention: ReferenceMention) {
    if let amended { return external(mention, amended) }
    let zone = finder.index.zone(of: mention.node)
    let isArticle = mention.units.first?.steps.first?.unit == .article
    // Without articles of its own, a notice's 第五条 is of the document that it speaks of.
    if isArticle, !finder.index.hasArticles(in: zone), let lastNamed {
      return external(mention, lastNamed)
    }
    resolveUnits(mention, from: nil, carries: nil)
  }

  /// 附件1、附件2.
  private mutating func resolveAnnexes(
    _ mention: ReferenceMention, _ numbers: [ClosedRange<Int>]
  ) {
    if let amended {
      let target = Reference.Target.document(
        title: amended.title, documentNumber: amended.number,
        citation: reading.compactWords(of: mention.range))
      return add(mention, [target], .external)
    }
    let annexes = finder.index.annexes
    var targets: [Reference.Target] = []
    var isMissing = annexes.isEmpty
    if numbers.isEmpty { targets = annexes.map { .node($0) } }
    for number in numbers.joined() {
      if let annex = annexes.first(where: { document.nodes[$0].number?.parts == [number] }) {
        targets.append(.node(annex))
      } else if number >= 1, number <= annexes.count,
        document.nodes[annexes[number - 1]].number?.parts.isEmpty ?? true
      {
        targets.append(.node(annexes[number - 1]))
      } else {
        isMissing = true
      }
    }
    guard isMissing else { return add(mention, targets, .resolved) }
    if isIssuing && annexes.isEmpty || isAmending || isDirected(mention) {
      // What a notice issues follows it as a document of its own; what a decision amends has annexes of its own.
      let target = Reference.Target.document(
        title: nil, documentNumber: nil, citation: reading.compactWords(of: mention.range))
      return add(mention, [target], .external)
    }
    add(mention, targets, .missing)
    if listedAnnexes.contains(numbers) { return }
    findings.append(
      Finding(
        .attachmentMissing, "文中提到“\(words(mention.range))”，但本文件没有这个附件。",
        node: mention.node, range: mention.range))
  }

  // MARK: Outcomes

  private mutating func resolveUnits(
    _ mention: ReferenceMention, from bases: [Int]?, carries named: Named?
  ) {
    if let named { return external(mention, named) }
    guard !mention.units.isEmpty else {
      return add(mention, (bases ?? []).map { .node($0) }, bases == nil ? .missing : .resolved)
    }
    var targets: [Reference.Target] = []
    var isMissing = false
    var isAmbiguous = false
    for path in mention.units {
      var way = path
      let starts: [Int?] = bases.map { $0.map { $0 } } ?? [nil]
      var nodes: [Int] = []
      if bases == nil, mention.anchor == .bare {
        // What was cited right before is nearer than the unit around.
        for cited in [carried(path, to: mention), citedByLeadIn(path, of: mention)] {
          guard nodes.isEmpty, let cited else { continue }
          nodes = finder.nodes(at: cited, from: nil, mention: mention)
          if !nodes.isEmpty { way = cited }
        }
      }
      if nodes.isEmpty {
        nodes = starts.flatMap { finder.nodes(at: path, from: $0, mention: mention) }
      }
      if nodes.isEmpty { isMissing = true }
      if nodes.count > 1, path.through == nil, starts.count == 1 { isAmbiguous = true }
      targets.append(contentsOf: nodes.map { .node($0) })
      lastUnit = (mention.node, way)
    }
    if !isMissing, mention.units.last?.steps.first?.unit == .article {
      citedArticles[mention.node] = mention
    }
    if isMissing {
      // What the document does not have may be of the law that its sentence has just named.
      if bases == nil, targets.isEmpty, mention.anchor == .bare, let lastNamed,
        lastNamed.node == mention.node
      {
        return external(mention, lastNamed)
      }
      return missing(mention, targets)
    }
    add(mention, targets, isAmbiguous ? .ambiguous : .resolved)
  }

  /// 违反本条例第十条规定，有下列行为之一的…：（一）有第二项行为的…: an item's bare 第二项 is of the article that the
  /// lead-in of its list names.
  private func citedByLeadIn(_ path: UnitPath, of mention: ReferenceMention) -> UnitPath? {
    guard let first = path.steps.first?.unit, first > .article,
      document.nodes[mention.node].level == .item || document.nodes[mention.node].level == .subitem,
      let leadIn = document.nodes[mention.node].parent,
      let cited = citedArticles[leadIn]?.units.last
    else { return nil }
    let above = cited.steps.prefix { $0.unit < first }
    return UnitPath(Array(above) + path.steps, through: path.through.map { Array(above) + $0 })
  }

  /// 违反第五条第一项…，违反第二项: what says no article is of the one named before in the same unit.
  private func carried(_ path: UnitPath, to mention: ReferenceMention) -> UnitPath? {
    guard let first = path.steps.first?.unit, first > .article, let lastUnit,
      lastUnit.node == mention.node
    else { return nil }
    let above = lastUnit.path.steps.prefix { $0.unit < first }
    guard !above.isEmpty else { return nil }
    return UnitPath(Array(above) + path.steps, through: path.through.map { Array(above) + $0 })
  }

  private mutating func external(_ mention: ReferenceMention, _ named: Named) {
    let citations = mention.units.flatMap { ExternalCitation.citations(of: $0) }
    let targets: [Reference.Target] =
      citations.isEmpty
      ? [.document(title: named.title, documentNumber: named.number, citation: nil)]
      : citations.map {
        .document(title: named.title, documentNumber: named.number, citation: $0)
      }
    if mention.anchor != .bare, mention.anchor != .this, !mention.isQuoted {
      lastNamed = Named(title: named.title, number: named.number, node: mention.node)
    }
    add(mention, targets, .external)
  }

  private mutating func missing(
    _ mention: ReferenceMention, _ targets: [Reference.Target] = []
  ) {
    add(mention, targets, .missing)
    findings.append(
      Finding(
        .referenceUnresolved, "引用的“\(words(mention.range))”在本文件中不存在，请核对条款号。",
        node: mention.node, range: mention.range))
  }

  private mutating func add(
    _ mention: ReferenceMention, _ targets: [Reference.Target], _ status: Reference.Status
  ) {
    references.append(
      Reference(node: mention.node, range: mention.range, targets: targets, status: status))
    rules.append(mention.rule)
  }

  // MARK: Words

  private func compact(_ range: Range<Int>) -> String { reading.compactWords(of: range) }

  private func words(_ range: Range<Int>) -> String { reading.compactWords(of: range) }

  /// The annex of a title.
  private func annex(titled words: Range<Int>) -> Int? {
    finder.index.annexes.first { annex in
      guard let heading = document.nodes[annex].heading else { return false }
      return reading.scalars[heading].elementsEqual(reading.scalars[words])
    }
  }

  /// Whether a sentence of the same node ends before a mention.
  private mutating func isLaterSentence(_ mention: ReferenceMention) -> Bool {
    let text = document.nodes[mention.node].text
    let offset = mention.range.lowerBound
    guard text.contains(offset) else { return false }
    // Mentions come in the order of the text, so that each word of it is looked at once.
    if sentences.start != text.lowerBound || sentences.end > offset {
      sentences = (text.lowerBound, text.lowerBound, false)
    }
    if !sentences.hasEnded {
      sentences.hasEnded = reading.scalars[sentences.end..<offset].contains("。")
    }
    sentences.end = offset
    return sentences.hasEnded
  }
}
