internal import Foundation
public import PolicyExtraction
public import PolicyLexicons
public import PolicyStructure
public import PolicyText

/// Links norms, quantities and assignments to the indicators that they bear on.
///
/// What tells: the code stands in the text; the thing stands in the indicator's row; its section is about
/// the indicator; its words share rare words with the indicator's name or criterion; the same quantity
/// or the same organ. No link is better than a wrong one.
public struct IndicatorLinker: Sendable {
  private let measures: MeasureWords
  private let uncounted: UncountedNouns

  /// A linker with its word list.
  public init(lexicons: Lexicons) {
    measures = MeasureWords(lexicons[.indicatorMeasures])
    uncounted = UncountedNouns(lexicons[.uncountedNouns])
  }

  /// The links of a document, by subject and then by score.
  public func links(
    _ indicators: [Indicator], norms: [Norm], quantities: [Quantity], assignments: [Assignment],
    entities: [Entity], document: PolicyDocument, reading: ReadingText
  ) -> [IndicatorLink] {
    guard !indicators.isEmpty else { return [] }
    let pass = LinkPass(
      indicators, quantities: quantities, entities: entities, document: document,
      reading: reading, measures: measures, uncounted: uncounted)
    var links: [IndicatorLink] = []
    for (index, norm) in norms.enumerated() {
      links += pass.links(
        LinkPass.Subject(
          id: .norm(index), node: norm.node, range: norm.range, words: [norm.range],
          quantities: norm.quantities, entities: Set(norm.bearers.compactMap(\.entity))))
    }
    for (index, quantity) in quantities.enumerated() where quantity.role != .weight {
      links += pass.links(
        LinkPass.Subject(
          id: .quantity(index), node: quantity.node, range: quantity.range,
          words: pass.surroundings(of: quantity), nearWords: pass.clause(of: quantity),
          quantities: [index], entities: []))
    }
    for (index, assignment) in assignments.enumerated() {
      links += pass.links(
        LinkPass.Subject(
          id: .assignment(index), node: assignment.node, range: assignment.range,
          words: pass.scope(of: assignment), quantities: [],
          entities: Set(assignment.parties.map(\.entity))))
    }
    return links
  }
}
