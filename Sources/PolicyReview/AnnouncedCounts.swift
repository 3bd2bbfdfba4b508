import Foundation
import PolicyExtraction
import PolicyLexicons
import PolicyStructure
import PolicyText

/// 列举项数: a lead-in that announces how many items follow (应当具备下列三项条件：) against the items.
///
/// Only a number that stands right before the colon with its noun announces: “下列三项以上情形：” and
/// “下列一项或者多项措施：” leave the number open.
struct AnnouncedCounts: ReviewRule {
  /// 项, 种, 类: what lists are counted by.
  private let counters: Set<String>

  init(lexicons: Lexicons) {
    counters = Set(lexicons[.listCounters].rows.map { $0[0] })
  }

  /// The longest noun between the number and the colon, in scalars.
  private static let longestNoun = 6

  func findings(in draft: Draft) -> [Finding] {
    let nodes = draft.context.document.nodes
    return draft.quantities.compactMap { quantity in
      guard quantity.kind == .quantity || quantity.kind == .number, quantity.comparator == nil,
        quantity.unit.map(counters.contains) ?? false, let value = quantity.value, value > 1,
        value <= 100,
        introducesList(quantity, in: draft)
      else { return nil }
      let items = list(after: quantity.node, in: nodes)
      guard items > 1, Decimal(items) != value else { return nil }
      return Finding(
        .countAnnounced,
        "“\(draft.words(quantity.range))”与后面列举的\(items)项不一致。请核对是否漏列，或者改正项数。",
        node: quantity.node, range: quantity.range)
    }
  }

  /// Whether the number and its noun stand right before a colon that ends the node's own words.
  private func introducesList(_ quantity: Quantity, in draft: Draft) -> Bool {
    let text = draft.context.document.nodes[quantity.node].text
    guard !text.isEmpty, text.contains(quantity.range.lowerBound),
      draft.scalars[text.upperBound - 1] == "：",
      text.upperBound - 1 - quantity.range.upperBound <= Self.longestNoun
    else { return false }
    let noun = quantity.range.upperBound..<text.upperBound - 1
    // A noun that compares, chooses or goes on leaves the number open, or is no noun at all.
    return !draft.scalars[noun].contains { "，、。；或以之中任其至（）“”".unicodeScalars.contains($0) }
  }

  /// How many numbered units a lead-in is followed by: its children, or the siblings that follow
  /// it without a break.
  private func list(after lead: Int, in nodes: [Node]) -> Int {
    var index = lead + 1
    if nodes[lead].subtreeEnd == index {
      // A paragraph under a heading, and the numbered units after it.
      guard nodes[lead].level == .paragraph else { return 0 }
    }
    guard index < nodes.count, let first = nodes[index].number, first.values == [1] else {
      return 0
    }
    let parent = nodes[index].parent
    var count = 0
    while index < nodes.count, nodes[index].parent == parent,
      let number = nodes[index].number, number.style == first.style,
      number.values.first == count + 1
    {
      count += 1
      index = nodes[index].subtreeEnd
    }
    // Where the numbers break, the count says nothing; the break has a finding of its own.
    if index < nodes.count, nodes[index].parent == parent, nodes[index].number?.style == first.style
    {
      return 0
    }
    return count
  }
}
