package import PolicyExtraction
import PolicyText

/// 修改对象: where an instruction points, as it words it: 第八条第二款, 附件3, 序言第二自然段.
package struct UnitAddress: Hashable, Sendable {
  /// The part of the text that the steps count in.
  package enum Root: Hashable, Sendable {
    /// The body: 第一条 to the last article.
    case body
    /// 附件, 附表; without a number where there is only one.
    case attachment(Int?)
    /// 序言: what stands before the first numbered unit.
    case preamble
  }

  /// The part of the text.
  package var root: Root
  /// The way down from there; empty for the whole.
  package var steps: [UnitStep]

  /// An address.
  package init(_ root: Root = .body, _ steps: [UnitStep] = []) {
    self.root = root
    self.steps = steps
  }

  /// The whole text.
  package static let document = UnitAddress()

  /// The kind of the last unit.
  var unit: ReferenceUnit? { steps.last?.unit }

  /// What a unit that leaves out the units above it has from those named before it: 第二款 after
  /// 第四条第一款 is 第四条第二款.
  func completed(from context: UnitAddress?) -> UnitAddress {
    guard root == .body, let first = steps.first, first.unit > .article, let context,
      let outermost = context.steps.first, outermost.unit <= .article
    else { return self }
    return UnitAddress(context.root, context.steps.prefix { $0.unit < first.unit } + steps)
  }

  /// The unit that holds units of a kind: 第九条第一款 for items, of 第九条第一款第四项.
  func above(_ unit: ReferenceUnit) -> UnitAddress? {
    let outer = steps.prefix { $0.unit < unit }
    return outer.isEmpty ? nil : UnitAddress(root, Array(outer))
  }

  /// Whether the address says enough to be looked for: 第二款 alone does not.
  var isComplete: Bool {
    guard root == .body, let first = steps.first else { return true }
    return first.unit <= .article
  }

  /// The address as a lawyer writes it.
  package var citation: String {
    let head =
      switch root {
      case .body: ""
      case .attachment(let number): "附件" + (number.map(String.init) ?? "")
      case .preamble: "序言"
      }
    return head + steps.map(Self.words).joined()
  }

  private static func words(for step: UnitStep) -> String {
    let number = step.values.first.map { ChineseNumeral.words(for: $0) } ?? ""
    let inserted = step.values.dropFirst().map { "之" + ChineseNumeral.words(for: $0) }.joined()
    return switch step.unit {
    case .part: "第\(number)编"
    case .subpart: "第\(number)分编"
    case .chapter: "第\(number)章"
    case .section: "第\(number)节"
    case .division: "第\(number)部分"
    case .article: "第\(number)条\(inserted)"
    case .paragraph: "第\(number)款"
    case .item: "第（\(number)）项"
    case .subitem: "第\(step.values.first ?? 0)目"
    }
  }

  /// The id that the unit has, or would have if it were there: `art_5__para_2`.
  package var id: String {
    var parts: [String] = []
    switch root {
    case .body: break
    case .attachment(let number): parts.append("att_\(number ?? 1)")
    case .preamble: parts.append("preamble")
    }
    for step in steps {
      let value = step.values.map(String.init).joined(separator: "-")
      // Article numbers run through a whole document, so that an id begins at the article.
      if step.unit == .article, root == .body { parts = [] }
      parts.append("\(step.unit.idPrefix)_\(value)")
    }
    return parts.joined(separator: "__")
  }
}

extension ReferenceUnit {
  /// What the ids of a unit begin with.
  var idPrefix: String {
    switch self {
    case .part: "part"
    case .subpart: "subpart"
    case .chapter: "chp"
    case .section: "sec"
    case .division: "head"
    case .article: "art"
    case .paragraph: "para"
    case .item: "item"
    case .subitem: "subitem"
    }
  }

  /// The word of a unit: 条.
  var word: String {
    switch self {
    case .part: "编"
    case .subpart: "分编"
    case .chapter: "章"
    case .section: "节"
    case .division: "部分"
    case .article: "条"
    case .paragraph: "款"
    case .item: "项"
    case .subitem: "目"
    }
  }
}
