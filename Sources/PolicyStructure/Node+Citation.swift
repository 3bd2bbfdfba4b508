public import PolicyText

/// 引称: how a lawyer cites the nodes of a document, as in 第五条第二款第（三）项; `nil` for what is not cited
/// (落款, 版记).
///
/// Units of a statute are cited from the article on, 编, 章 and 节 with those above them
/// (第二章第一节); official headings by all their numbers, 二、（一）4., a paragraph under one as
/// 二、（一）第二段; what stands in an annex from the annex on, 附件1第三条. Numbers keep the digits
/// that the text writes them in.
///
/// Source: Legislation Law (立法法, 2023) art. 65; 立法技术规范（试行）（一）; observed in official documents
/// for headings.
public struct NodeCitations: RandomAccessCollection, Sendable {
  /// The citations; empty for what is not cited.
  private var citations = PackedStrings()

  /// The citations of all nodes of a document.
  public init(_ document: PolicyDocument, in reading: ReadingText, identity: NodeIdentity) {
    let nodes = document.nodes
    let writer = CitationWriter(nodes: nodes, scalars: reading.scalars)
    citations.reserveCapacity(nodes.count, length: 24)
    // For each node, whether it stands in an article: its paragraphs are 款 and no 段.
    var inArticle: [Bool] = []
    inArticle.reserveCapacity(nodes.count)
    // For each node, the nearest of it and its ancestors that has a citation.
    var cited: [Int32] = []
    cited.reserveCapacity(nodes.count)
    for index in nodes.indices {
      let parent = nodes[index].parent
      let isInArticle = parent.map { inArticle[$0] } ?? false
      inArticle.append(isInArticle || nodes[index].level == .article)
      let before = parent.map { Int(cited[$0]) } ?? -1
      if writer.isCited(index) {
        if writer.beginsCitation(index) {
          // From its annex on; annexes within annexes are named from the outermost.
          for annex in Self.annexes(around: index, in: nodes).reversed() {
            writer.put(annex, ordinal: 0, inArticle: false, to: &citations)
          }
        } else if before >= 0 {
          citations.put(copyOf: before)
        }
        writer.put(
          index, ordinal: identity.ordinal(of: index), inArticle: isInArticle, to: &citations)
      }
      citations.end()
      cited.append(
        Int32(truncatingIfNeeded: citations.isEmpty(at: index) ? before : index))
    }
  }

  /// The index of the first node.
  public var startIndex: Int { 0 }
  /// How many nodes there are.
  public var endIndex: Int { citations.count }

  /// The citation of the node at an index.
  public subscript(index: Int) -> String? {
    citations.isEmpty(at: index) ? nil : citations[index]
  }

  /// Calls a closure with the bytes of a citation; `nil` where there is none.
  @inline(__always)
  package func withUTF8<Result>(
    at index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    citations.isEmpty(at: index) ? nil : citations.withUTF8(at: index, body)
  }

  /// The annexes around a node, from the inside out.
  private static func annexes(around index: Int, in nodes: [Node]) -> [Int] {
    var annexes: [Int] = []
    var ancestor = nodes[index].parent
    while let node = ancestor {
      if nodes[node].level == .attachment { annexes.append(node) }
      ancestor = nodes[node].parent
    }
    return annexes
  }
}

/// Writes what units themselves add to citations.
private struct CitationWriter {
  let nodes: [Node]
  let scalars: [Unicode.Scalar]

  /// Whether a unit is cited.
  func isCited(_ index: Int) -> Bool {
    switch nodes[index].level {
    case .paragraph, .attachment: true
    case .preface, .preamble, .toc, .table, .signature, .note, .colophon: false
    default: nodes[index].number != nil
    }
  }

  /// Whether a citation begins with a unit, or with its annex: articles and decimal numbers run
  /// through the whole.
  func beginsCitation(_ index: Int) -> Bool {
    nodes[index].level == .article || nodes[index].number?.style == .decimal
  }

  /// Writes a unit: 第二款, 第（三）项, 附件1.
  func put(
    _ index: Int, ordinal: Int, inArticle: Bool, to citations: inout PackedStrings
  ) {
    switch nodes[index].level {
    case .paragraph:
      citations.put("第")
      citations.put(wordsFor: ordinal)
      citations.put(inArticle ? "款" : "段")
    case .attachment:
      citations.put("附件")
      for (place, value) in (nodes[index].number?.parts ?? []).enumerated() {
        if place > 0 { citations.put("-") }
        citations.put(value)
      }
    default:
      if let number = nodes[index].number { put(number, of: nodes[index].level, to: &citations) }
    }
  }

  private func put(
    _ number: UnitNumber, of level: NodeLevel, to citations: inout PackedStrings
  ) {
    switch level {
    case .heading: citations.put(scalars[number.range])
    case .item:
      citations.put("第（")
      putPlain(number, to: &citations)
      citations.put("）项")
    case .subitem:
      citations.put("第")
      putPlain(number, to: &citations)
      citations.put("目")
    default: putOrdinal(number, of: level, to: &citations)
    }
  }

  /// 第十七条之一: the number of a unit in its own digits.
  private func putOrdinal(
    _ number: UnitNumber, of level: NodeLevel, to citations: inout PackedStrings
  ) {
    guard let first = number.parts.first else { return citations.put(scalars[number.range]) }
    citations.put("第")
    if isArabic(number) { citations.put(first) } else { citations.put(wordsFor: first) }
    citations.put(level.unitWord)
    for inserted in number.parts.dropFirst() {
      citations.put("之")
      citations.put(wordsFor: inserted)
    }
  }

  private func putPlain(_ number: UnitNumber, to citations: inout PackedStrings) {
    let arabic = isArabic(number)
    for (place, value) in number.parts.enumerated() {
      if place > 0 { citations.put(arabic ? "." : "之") }
      if arabic { citations.put(value) } else { citations.put(wordsFor: value) }
    }
  }

  /// Whether the text writes a number in other digits than Chinese ones.
  private func isArabic(_ number: UnitNumber) -> Bool {
    switch number.style {
    case .arabic, .bracketedArabic, .circled, .letter, .decimal: true
    default: scalars[number.range].contains { $0.value >= 0x30 && $0.value <= 0x39 }
    }
  }
}

extension NodeLevel {
  /// The word after the number of a unit: 条 in 第五条.
  var unitWord: StaticString {
    switch self {
    case .part: "编"
    case .subpart: "分编"
    case .chapter: "章"
    case .section: "节"
    case .article: "条"
    case .paragraph: "款"
    case .item: "项"
    case .subitem: "目"
    case .attachment: "附件"
    default: ""
    }
  }
}
