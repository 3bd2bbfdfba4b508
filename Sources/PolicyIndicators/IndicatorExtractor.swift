internal import Foundation
public import PolicyExtraction
public import PolicyLexicons
public import PolicyStructure
internal import PolicyText

/// Finds the indicators of a document, in its tables and in its running text, and what is wrong with them.
public struct IndicatorExtractor: Sendable {
  private let words: TableWords
  private let leads: ListLeads

  /// An extractor with its word lists.
  public init(lexicons: Lexicons) {
    words = TableWords(lexicons)
    leads = ListLeads(lexicons[.indicatorListLeads])
  }

  /// The indicators of a document in the order of the text, with the quantities in their rows, and the
  /// findings about weights and codes.
  public func extract(
    in context: ExtractionContext, quantities: [Quantity]
  ) -> (indicators: [Indicator], findings: [Finding]) {
    var indicators: [Indicator] = []
    var findings: [Finding] = []
    var tables: [IndicatorTable] = []
    let nodes = context.document.nodes
    let reader = IndicatorTableReader(reading: context.reading, words: words)
    for (index, node) in nodes.enumerated() {
      guard let grid = node.table, let table = reader.read(grid, node: index) else { continue }
      findings += IndicatorFindings(context.reading).findings(of: table)
      tables.append(table)
      IndicatorMerger.add(table, to: &indicators)
    }
    if let finding = IndicatorFindings(context.reading)
      .fullScoreFinding(of: tables, in: context.document)
    {
      findings.append(finding)
    }
    let lists = IndicatorListReader(
      reading: context.reading, words: words, leads: leads, hasTables: !tables.isEmpty)
    for block in context.blocks where block.role == .body && block.range.count >= 8 {
      lists.read(block, into: &indicators)
    }
    indicators.take(quantities)
    return (indicators, findings)
  }
}

extension [Indicator] {
  /// Gives each indicator the quantities that stand in its cells, weights aside.
  fileprivate mutating func take(_ quantities: [Quantity]) {
    guard !isEmpty else { return }
    for index in indices {
      for cell in self[index].cells {
        var place = quantities.partitioningIndex { $0.range.lowerBound >= cell.lowerBound }
        while place < quantities.count, quantities[place].range.upperBound <= cell.upperBound {
          if quantities[place].role != .weight { self[index].quantities.append(place) }
          place += 1
        }
      }
    }
  }
}

extension Array {
  /// The first index at which a condition holds that holds for all that follow.
  func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
