internal import Foundation
internal import PolicyAnalysis
internal import PolicyExtraction

extension TextScorer {
  mutating func scoreQuantities(_ document: GoldDocument) {
    let gold = document.located(.quantity)
    let given = document.document.quantities.filter { document.counts($0.node, for: .quantity) }
    for pair in match(.quantity, gold, given.map { ($0.node, $0.range) }, in: document) {
      judge(gold[pair.gold].record, given[pair.given], in: document)
    }
  }

  private mutating func judge(_ gold: GoldRecord, _ quantity: Quantity, in document: GoldDocument) {
    let place = document.place(quantity.node) + "「\(gold.quote ?? "-")」"
    if let kind = gold.kind {
      judge(
        .quantityKind, kind == quantity.kind.rawValue, at: place, expected: kind,
        found: quantity.kind.rawValue)
    }
    judge(
      .value, hasValue(of: gold, quantity), at: place, expected: Self.value(of: gold),
      found: Self.value(of: quantity))
    judge(
      .comparator, Self.said(gold.comparator) == Self.said(quantity.comparator?.rawValue),
      at: place,
      expected: gold.comparator ?? "-", found: quantity.comparator?.rawValue ?? "-")
    if let role = gold.role {
      judge(
        .quantityRole, role == quantity.role.rawValue, at: place, expected: role,
        found: quantity.role.rawValue)
    }
  }

  /// 为 says no more than a bare number does: the definitions leave it open which of the two is given.
  private static func said(_ comparator: String?) -> String? {
    comparator == "=" ? nil : comparator
  }

  /// The names of units that are the same.
  private static let units = ["月": "个月", "天": "日", "名": "人", "周岁": "岁"]

  /// Whether value, bounds, unit and ISO form are those of the gold, as far as it gives them.
  private func hasValue(of gold: GoldRecord, _ quantity: Quantity) -> Bool {
    func same(_ text: String?, _ value: Decimal?) -> Bool {
      text.map { Decimal(string: $0) == value } ?? true
    }
    func same(_ wanted: String?, _ found: String?) -> Bool { wanted.map { $0 == found } ?? true }
    func same(_ wanted: Bool?, _ found: Bool?) -> Bool { wanted.map { $0 == found } ?? true }
    return same(gold.value, quantity.value) && same(gold.low, quantity.low)
      && same(gold.high, quantity.high)
      && same(gold.unit.map { Self.units[$0] ?? $0 }, quantity.unit.map { Self.units[$0] ?? $0 })
      && same(gold.iso?.replacing("..", with: "/"), quantity.iso)
      && same(gold.lowInclusive, quantity.lowInclusive)
      && same(gold.highInclusive, quantity.highInclusive)
      && (gold.per.map { Set($0) == Set(quantity.per) } ?? true)
  }

  private static func value(of gold: GoldRecord) -> String {
    describe([gold.value, gold.low, gold.high, gold.unit, gold.iso], gold.per ?? [])
  }

  private static func value(of quantity: Quantity) -> String {
    describe(
      [
        quantity.value?.description, quantity.low?.description, quantity.high?.description,
        quantity.unit, quantity.iso,
      ], quantity.per)
  }

  private static func describe(_ parts: [String?], _ per: [String]) -> String {
    parts.map { $0 ?? "-" }.joined(separator: " ")
      + (per.isEmpty ? "" : " 每" + per.joined(separator: "/"))
  }
}
