public import PolicyText

extension PolicyDocument {
  /// 引称: how a lawyer cites a node, as in 第五条第二款第（三）项; `nil` for what is not cited (落款, 版记).
  ///
  /// Units of a statute are cited from the article on, 编, 章 and 节 with those above them
  /// (第二章第一节); official headings by all their numbers, 二、（一）4., a paragraph under one as
  /// 二、（一）第二段; what stands in an annex from the annex on, 附件1第三条. Numbers keep the digits
  /// that the text writes them in.
  ///
  /// Source: Legislation Law (立法法, 2023) art. 65; 立法技术规范（试行）（一）; observed in official documents
  /// for headings.
  public func citation(
    of index: Int, in reading: ReadingText, identity: NodeIdentity
  ) -> String? {
    var parts: [String] = []
    var current: Int? = index
    var stopped = false
    while let node = current {
      let level = nodes[node].level
      if stopped, level != .attachment {
        current = nodes[node].parent
        continue
      }
      guard let part = citationPart(of: node, in: reading, identity: identity) else {
        if node == index { return nil }
        current = nodes[node].parent
        continue
      }
      parts.append(part)
      if level == .article || nodes[node].number?.style == .decimal { stopped = true }
      current = nodes[node].parent
    }
    return parts.isEmpty ? nil : parts.reversed().joined()
  }

  /// What a node itself adds to a citation.
  private func citationPart(
    of index: Int, in reading: ReadingText, identity: NodeIdentity
  ) -> String? {
    let node = nodes[index]
    switch node.level {
    case .part, .subpart, .chapter, .section, .article:
      return node.number.map { ordinal($0, of: node.level, in: reading) }
    case .paragraph:
      let ordinal = ChineseNumeral.words(for: identity.ordinal(of: index))
      return hasAncestor(of: index, at: .article) ? "第\(ordinal)款" : "第\(ordinal)段"
    case .item: return node.number.map { "第\(bracketed($0, in: reading))项" }
    case .subitem: return node.number.map { "第\(plain($0, in: reading))目" }
    case .heading: return node.number.map { reading.folded($0.range) }
    case .attachment:
      guard let values = node.number?.values, !values.isEmpty else { return "附件" }
      return "附件" + values.map(String.init).joined(separator: "-")
    case .preface, .preamble, .toc, .table, .signature, .note, .colophon: return nil
    }
  }

  /// 第十七条之一: the number of a unit in its own digits.
  private func ordinal(
    _ number: UnitNumber, of level: NodeLevel, in reading: ReadingText
  ) -> String {
    guard let first = number.values.first else { return reading.folded(number.range) }
    let arabic = isArabic(number, in: reading)
    func digits(_ value: Int) -> String {
      arabic ? String(value) : ChineseNumeral.words(for: value)
    }
    let inserted = number.values.dropFirst().map { "之" + ChineseNumeral.words(for: $0) }
    return "第\(digits(first))\(level.unitWord)" + inserted.joined()
  }

  private func bracketed(_ number: UnitNumber, in reading: ReadingText) -> String {
    "（\(plain(number, in: reading))）"
  }

  private func plain(_ number: UnitNumber, in reading: ReadingText) -> String {
    let arabic = isArabic(number, in: reading)
    return number.values.map { arabic ? String($0) : ChineseNumeral.words(for: $0) }
      .joined(separator: arabic ? "." : "之")
  }

  /// Whether the text writes a number in other digits than Chinese ones.
  private func isArabic(_ number: UnitNumber, in reading: ReadingText) -> Bool {
    switch number.style {
    case .arabic, .bracketedArabic, .circled, .letter, .decimal: true
    default: reading.scalars[number.range].contains { $0.value >= 0x30 && $0.value <= 0x39 }
    }
  }

  private func hasAncestor(of index: Int, at level: NodeLevel) -> Bool {
    var current = nodes[index].parent
    while let ancestor = current {
      if nodes[ancestor].level == level { return true }
      current = nodes[ancestor].parent
    }
    return false
  }
}

extension NodeLevel {
  /// The word after the number of a unit: 条 in 第五条.
  var unitWord: String {
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

extension ReadingText {
  /// The folded words of a stretch.
  package func folded(_ range: Range<Int>) -> String {
    String(scalars, in: range)
  }
}
