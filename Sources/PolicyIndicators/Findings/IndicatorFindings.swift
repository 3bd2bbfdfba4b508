internal import Foundation
internal import PolicyStructure
internal import PolicyText

/// Checks the arithmetic of a table of indicators: the weights of parts against the weight of the whole,
/// and codes that stand twice.
struct IndicatorFindings {
  private let reading: ReadingText

  init(_ reading: ReadingText) { self.reading = reading }

  /// What is wrong with the weights and codes of a table.
  func findings(of table: IndicatorTable) -> [Finding] {
    var findings: [Finding] = []
    for (code, range) in table.repeatedCodes {
      findings.append(
        Finding(
          .indicatorCodeRepeated, "指标代码“\(code)”在同一张表中用于两个不同的指标。请核对。",
          node: table.node, range: range))
    }
    var children: [Int: [Int]] = [:]
    for (index, indicator) in table.indicators.enumerated() {
      if let parent = indicator.parent { children[parent, default: []].append(index) }
    }
    for (index, indicator) in table.indicators.enumerated() {
      guard let stated = indicator.weight, let range = indicator.range,
        let parts = weighed(children[index] ?? [], children, in: table),
        let sum = sum(of: parts, in: table),
        sum != stated,
        // Weights within their part may be shares of it: 100% or 1.
        sum != 100, sum != 1
      else { continue }
      findings.append(
        Finding(
          .indicatorWeightSum,
          "“\(indicator.name)”的权重为\(plain(stated))，而下级\(parts.count)个指标的权重合计为\(plain(sum))。",
          node: table.node, range: range))
    }
    if let finding = totalFinding(table) { findings.append(finding) }
    return findings
  }

  /// The parts of an indicator, and for a part without a weight its own parts.
  ///
  /// A1 has none where A11 and A12 have. `nil` if nothing has one.
  private func weighed(
    _ parts: [Int], _ children: [Int: [Int]], in table: IndicatorTable
  ) -> [Int]? {
    var found: [Int] = []
    var open = Array(parts.reversed())
    while let part = open.popLast() {
      if table.indicators[part].weight != nil || children[part] == nil {
        found.append(part)
      } else {
        open += (children[part] ?? []).reversed()
      }
    }
    return found.isEmpty ? nil : found
  }

  /// The weights in 分 of the only table that has them, against the full score that the text states (满分为1000分).
  func fullScoreFinding(
    of tables: [IndicatorTable], in document: PolicyDocument
  ) -> Finding? {
    let scored = tables.filter { table in table.total == nil && fullSum(of: table) != nil }
    guard scored.count == 1, let sum = fullSum(of: scored[0]) else { return nil }
    var stated: [(value: Decimal, node: Int, range: Range<Int>)] = []
    for (index, node) in document.nodes.enumerated() where node.table == nil {
      if let found = fullScore(in: node.text) { stated.append((found.value, index, found.range)) }
    }
    guard let first = stated.first, stated.allSatisfy({ $0.value == first.value }),
      first.value != sum
    else { return nil }
    return Finding(
      .indicatorWeightSum, "写明满分为\(plain(first.value))分，而指标表中的分值合计为\(plain(sum))分。",
      node: first.node, range: first.range)
  }

  /// 满分 and the number behind it.
  private func fullScore(in range: Range<Int>) -> (value: Decimal, range: Range<Int>)? {
    let text = reading.scalars
    guard range.count > 4 else { return nil }
    for start in range.dropLast(3) where text[start] == "满" && text[start + 1] == "分" {
      var end = start + 2
      while end < range.upperBound, end - start < 6, text[end] == "为" || text[end] == "是" {
        end += 1
      }
      let digits = text[end..<range.upperBound].prefix { $0.value >= 0x30 && $0.value <= 0x39 }
      guard !digits.isEmpty, digits.endIndex < range.upperBound, text[digits.endIndex] == "分",
        let value = Decimal(string: String(String.UnicodeScalarView(digits)))
      else { continue }
      return (value, start..<digits.endIndex + 1)
    }
    return nil
  }

  /// The sum of the weights of the outermost level all of whose indicators have one in 分.
  private func fullSum(of table: IndicatorTable) -> Decimal? {
    for level in 1...4 {
      let parts = table.indicators.indices.filter { table.indicators[$0].level == level }
      guard parts.count >= 2, let sum = sum(of: parts, in: table) else { continue }
      return parts.allSatisfy { table.indicators[$0].weightUnit == "分" } ? sum : nil
    }
    return nil
  }

  /// The weights of the outermost level that has them all against the stated total.
  private func totalFinding(_ table: IndicatorTable) -> Finding? {
    guard let total = table.total else { return nil }
    for level in 1...4 {
      let parts = table.indicators.indices.filter { table.indicators[$0].level == level }
      guard !parts.isEmpty, let sum = sum(of: parts, in: table) else { continue }
      guard sum != total.value else { return nil }
      return Finding(
        .indicatorWeightSum,
        "合计为\(plain(total.value))，而\(parts.count)个指标的权重合计为\(plain(sum))。", node: table.node,
        range: total.range)
    }
    return nil
  }

  /// The sum of weights; `nil` unless all have one.
  private func sum(of parts: [Int], in table: IndicatorTable) -> Decimal? {
    var sum = Decimal(0)
    for part in parts {
      guard let weight = table.indicators[part].weight else { return nil }
      sum += weight
    }
    return sum
  }

  private func plain(_ value: Decimal) -> String { "\(value)" }
}
